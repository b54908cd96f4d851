"""The labels of a letter, where a picture shows them with one letter wrong.

`เรือง` or `เื่อง` at the start of a line and set apart from what follows can only be `เรื่อง` (DOMAIN 1.2), and everything
behind it hangs on it. A label that is put right stays as doubtful as what was read. Pure.
"""

from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from parsers.document.ocr.free import Decoded

_LABELS: Final = (
    ("เรื่อง", 1),
    ("เรียน", 1),
    ("อ้างถึง", 2),
    ("ส่วนราชการ", 2),
    ("สิ่งที่ส่งมาด้วย", 3),
    ("ขอแสดงความนับถือ", 3),
)
"""Each with how many of its letters may be wrong, lost or too many."""
_OTHER_WORDS: Final = frozenset({"เรือน", "เรียง", "เรียก"})
"""What begins lines of running text."""


def restored(line: Decoded) -> Decoded:
    """The line with the label put right with which it begins, if it nearly begins with one."""
    word = line.text.split(" ", 1)[0]
    label = next((label for label, slips in _LABELS if _is_nearly(word, label, slips)), None)
    if label is None:
        return line
    size, doubt = len(word), min(line.confidences[: len(word)])
    start, end = line.spans[0][0], line.spans[size - 1][1]
    steps = [start + (end - start) * at // len(label) for at in range(len(label) + 1)]
    return Decoded(
        text=label + line.text[size:],
        confidences=(doubt,) * len(label) + line.confidences[size:],
        spans=tuple(pairwise(steps)) + line.spans[size:],
    )


def _is_nearly(word: str, label: str, slips: int) -> bool:
    return word not in _OTHER_WORDS and 0 < Levenshtein.distance(word, label, score_cutoff=slips) <= slips
