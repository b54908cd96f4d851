"""The two digit scripts of Thai letters, folded into each other one character for one.

"IT๙" fonts draw ASCII digits as Thai ones, so a difference in script is never a difference in
meaning: fold before comparing. Lengths are kept, so that positions and boxes stay aligned.
"""

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)


def to_arabic(text: str) -> str:
    """`text` with ๐-๙ as 0-9; same length."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """`text` with 0-9 as ๐-๙; same length."""
    return text.translate(_TO_THAI)
