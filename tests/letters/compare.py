"""Where a reading differs from what a letter was composed to say.

Both sides are the contract's JSON. The expected side holds values alone and only what a letter says for
certain, so confidences, boxes, raw texts and evidence are not compared.
"""

from collections.abc import Iterator
from typing import Any

_TOLD_OF_A_CITE = ("reference_number", "dated", "agency")


def differences(expected: dict[str, Any], parsed: dict[str, Any]) -> list[str]:
    """One line `field: expected != got` for each field of `expected` that `parsed` has otherwise.

    `expected` is `{"letter": …, "confirmation": …}` of values, `parsed` one object of `intake parse --json`.
    """
    return [
        f"{path}: {want!r} != {got!r}"
        for part, wanted in expected.items()
        for path, want, got in _pairs(part, wanted, parsed.get(part))
        if want != got
    ]


def _pairs(path: str, wanted: Any, got: Any) -> Iterator[tuple[str, Any, Any]]:
    """The leaves of `wanted`, each with what was read in its place; lists are leaves."""
    if not isinstance(wanted, dict) or got is None:
        yield path, wanted, _value(got)
        return
    for name, want in wanted.items():
        yield from _pairs(f"{path}.{name}", want, got.get(name))


def _value(got: Any) -> Any:
    """What was read, reduced to what is compared: of a field its value, of a citation what it cites."""
    match got:
        case list():
            return [_value(one) for one in got]
        case {"value": value}:
            return value
        case {"reference_number": _, "raw": _}:
            return {name: got[name] for name in _TOLD_OF_A_CITE}
        case _:
            return got
