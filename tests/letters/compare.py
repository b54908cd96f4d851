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
        f"{path}: {want!r} != {value(got)!r}"
        for path, want, got in leaves(expected, parsed)
        if want != value(got)
    ]


def leaves(expected: dict[str, Any], parsed: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each field of `expected` by its path, with what is wanted and what was read, whole; lists are leaves."""
    for part, wanted in expected.items():
        yield from _leaves(part, wanted, parsed.get(part))


def _leaves(path: str, wanted: Any, got: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(wanted, dict):
        for name, want in wanted.items():
            yield from _leaves(f"{path}.{name}", want, got.get(name) if got else None)
    else:
        yield path, wanted, [] if got is None and wanted == [] else got


def value(got: Any) -> Any:
    """What was read, reduced to what is compared: of a field its value, of a citation what it cites, of a
    whole letter its number."""
    match got:
        case list():
            return [value(one) for one in got]
        case {"value": read}:
            return read
        case {"reference_number": own, "cites": _}:
            return value(own)
        case {"reference_number": _, "raw": _}:
            return {name: got[name] for name in _TOLD_OF_A_CITE}
        case _:
            return got
