"""Numbers of Excel cells as text; days are numbers there, counted from 1900 or 1904."""

from datetime import date, timedelta

_DAY_0 = date(1899, 12, 30)
_DAYS_1904 = 1462
_DAYS = range(61, 2_958_466)
"""March 1900, before which Excel counts a day that never was, to the year 9999."""
_LARGEST_WHOLE = 1e15
"""From here on a float does not tell one whole number from the next."""


def shown(written: str, *, is_day: bool, from_1904: bool) -> str:
    """`written` as ISO 8601 if it is a day, without `.0` if it is whole, else as it is."""
    try:
        number = float(written)
    except ValueError:
        return written
    if not abs(number) < _LARGEST_WHOLE:
        return written
    day = int(number) + (_DAYS_1904 if from_1904 else 0)
    if is_day and day in _DAYS:
        return (_DAY_0 + timedelta(days=day)).isoformat()
    return str(int(number)) if number.is_integer() else repr(number)
