"""How the reading child and its parent talk: frames down two pipes, no pickle.

A request is two frames: an `Order` in JSON, and the bytes of the file. The answer is an empty frame
whenever the child begins with another document of the file, so that its parent knows on which one it
died; then one frame with what was read, in JSON. An empty frame also says that a new child is ready.
"""

import json
import struct
from dataclasses import asdict, dataclass, field, replace
from typing import IO, Literal, Self

from parsers import errors
from parsers.limits import Limits

_LENGTH = struct.Struct(">Q")
ORDER_BYTES = 1 << 20

Harm = Literal["time", "memory", "crash"]
"""By what a document ends the child that reads it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A file to be read in `seconds`, without the documents (by their index) that ended children before.

    Those that come before the `reached`th are read even if the time is up: they were read once already.
    """

    name: str
    seconds: float
    reached: int = 0
    harmful: dict[int, Harm] = field(default_factory=dict)

    def without(self, document: int, harm: Harm, *, seconds: float) -> "Order":
        """What to order next when `document` has ended a child."""
        return replace(
            self,
            seconds=seconds,
            reached=max(self.reached, document + 1),
            harmful={**self.harmful, document: harm},
        )

    def to_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        fields = json.loads(text)
        harmful = {int(document): harm for document, harm in fields.pop("harmful").items()}
        return cls(**fields, harmful=harmful)


def failure(harm: Harm, limits: Limits) -> errors.Unreadable:
    """What the harm that a document does makes of it."""
    match harm:
        case "time":
            return errors.OverLimit(f"it took longer than {limits.seconds:g} seconds")
        case "memory":
            return errors.OverLimit(f"it took more than {limits.memory_bytes >> 20} MB of memory")
        case "crash":
            return errors.Unreadable("the program that reads it broke down on it")


def send(pipe: IO[bytes], frame: bytes) -> None:
    pipe.write(_LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def receive(pipe: IO[bytes], *, most: int) -> bytes:
    """The next frame. Raises `EOFError` if there is none, `ValueError` if it has more than `most` bytes."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise ValueError(f"a frame of {length} bytes")
    frame = pipe.read(length)
    if len(frame) < length:
        raise EOFError
    return frame
