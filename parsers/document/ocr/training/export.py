"""The learnt net as one ONNX file, in the shape that readers of PP-OCR models expect.

Input `x` float32 [N, 3, 48, W], (v / 255 - 0.5) / 0.5, padded right with 0; output [N, W / 4, C]
probabilities, class 0 the blank; metadata `character` joins the alphabet with newlines.
"""

from pathlib import Path
from typing import Final

import onnx
import torch
from torch import nn

from parsers.document.ocr.alphabet import CHARACTERS
from parsers.document.ocr.training.net import LineNet

_OPSET: Final = 17


def export(net: LineNet, path: Path, *, version: str) -> None:
    """Write `net` to `path`, whole or not at all."""
    net.eval()
    saying = nn.Sequential(net, nn.Softmax(dim=-1))
    unfinished = path.with_suffix(".part")
    torch.onnx.export(
        saying,
        (torch.zeros(1, 3, 48, 320),),
        str(unfinished),
        input_names=["x"],
        output_names=["probabilities"],
        dynamic_axes={"x": {0: "N", 3: "W"}, "probabilities": {0: "N", 1: "T"}},
        opset_version=_OPSET,
        dynamo=False,
    )
    model = onnx.load(str(unfinished))
    for key, value in {"character": "\n".join(CHARACTERS), "version": version}.items():
        model.metadata_props.add(key=key, value=value)
    onnx.save(model, str(unfinished))
    unfinished.rename(path)
