"""The trained networks of this process, each opened once and kept: the child that reads goes on to the next file.

One thread each, since as many children as there are processors read at once, and no memory arena, which would
keep what the largest page ever needed.
"""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

_ONLY_ERRORS = 3


class Network:
    """One network in ONNX form with one input and one output."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = _ONLY_ERRORS
        self._session = onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    def __call__(self, batch: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        (answer,) = self._session.run(None, {self._input: batch})
        return np.asarray(answer, dtype=np.float32)

    @property
    def metadata(self) -> dict[str, str]:
        """What its maker wrote into it, by name."""
        return dict(self._session.get_modelmeta().custom_metadata_map)


@cache
def network(path: Path) -> Network:
    """The network in the file `path`, opened at its first use."""
    return Network(path)
