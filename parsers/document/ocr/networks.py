"""The trained networks of this process, each opened once and kept: the child that reads goes on to the next file.

One thread each, since as many children as there are processors read at once, and no memory arena, which would
keep what the largest page ever needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

_ONLY_ERRORS = 3


class Network:
    """One network in ONNX form with one input and one output. Raises `MemoryError` where it finds no room."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = _ONLY_ERRORS
        with _memory_errors():
            self._session = onnxruntime.InferenceSession(
                str(path), sess_options=options, providers=["CPUExecutionProvider"]
            )
        self._input = self._session.get_inputs()[0].name

    def __call__(self, batch: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        with _memory_errors():
            (answer,) = self._session.run(None, {self._input: batch})
        return np.asarray(answer, dtype=np.float32)

    @property
    def metadata(self) -> dict[str, str]:
        """What its maker wrote into it, by name."""
        return dict(self._session.get_modelmeta().custom_metadata_map)


@contextmanager
def _memory_errors() -> Iterator[None]:
    try:
        yield
    except RuntimeException as error:
        if "bad_alloc" not in str(error) and "allocate" not in str(error):
            raise
        raise MemoryError("there is no room for a network") from error


@cache
def network(path: Path) -> Network:
    """The network in the file `path`, opened at its first use."""
    return Network(path)
