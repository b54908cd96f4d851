"""The exported model as training measures it: through onnxruntime, on one thread, as the product runs it."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from parsers.document.ocr.training.measure import Reader


def onnx_reader(path: Path) -> Reader:
    """The model at `path` as a function of arrays."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options)

    def read(pictures: Any) -> Any:
        return session.run(None, {"x": np.repeat(pictures[:, None], 3, axis=1)})[0]

    return read
