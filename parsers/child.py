"""The reading child's end: answers one file after the other until its parent closes the pipe.

Sets its own limits (memory, CPU time for each document, no core dump) and ends when its parent does,
however that ends. Nothing that a library prints gets between the frames. The parent's end is
`worker.py`; only this one loads the reading libraries.
"""

import ctypes
import json
import logging
import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from typing import IO

from parsers import errors, frames
from parsers.frames import Order
from parsers.limits import Limits
from parsers.model import to_json

OUT_OF_MEMORY = 77
"""The exit code by which a child says so."""
_PR_SET_PDEATHSIG = 1


def main(parent: int, limits: Limits) -> None:
    requests, answers = _own_pipes()
    _end_with(parent)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    logging.basicConfig(level=logging.ERROR)  # the libraries warn of every oddity of every file
    try:
        _answer(requests, answers, limits)
    except EOFError:
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _answer(requests: IO[bytes], answers: IO[bytes], limits: Limits) -> None:
    from parsers import dispatch  # here, under the limits and with the parent watched

    frames.send(answers, b"")
    while True:
        order = Order.from_json(frames.receive(requests, most=frames.ORDER_BYTES))
        raw = frames.receive(requests, most=limits.file_bytes)
        refuse = _refusals(order, answers, limits)
        _allow_processor(limits.seconds)
        frames.send(answers, to_json(dispatch.parse(raw, name=order.name, limits=limits, refuse=refuse)))


def _refusals(order: Order, answers: IO[bytes], limits: Limits) -> Callable[[int], errors.Unreadable | None]:
    """What `dispatch.parse` asks before each document; tells the parent which one comes."""
    end = time.monotonic() + order.seconds

    def refuse(document: int) -> errors.Unreadable | None:
        frames.send(answers, b"")
        _allow_processor(limits.seconds)
        if harm := order.harmful.get(document):
            return frames.failure(harm, limits)
        if document >= order.reached and time.monotonic() > end:
            return errors.OverLimit("reading what comes before it took too long")
        return None

    return refuse


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of reach of libraries: what they print goes to stderr."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _end_with(parent: int) -> None:
    """On Linux at once; elsewhere the end of the pipe tells, after the file that is being read."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before that call
        sys.exit()


def _allow_processor(seconds: float) -> None:
    """That much CPU time from now on; SIGXCPU ends what a blocked parent could not."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(spent.ru_utime + spent.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]), Limits(**json.loads(sys.argv[2])))
