"""The tables, ours beside Tesseract's: Markdown, which the terminal shows as well as the docs do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.accuracy import counting, judging
from tests.accuracy.prints import Print
from tests.scans.judging import SURE, Judged, Kind, Value
from tests.scans.samples import FACES, Fineness, Scan

Pair = tuple[Judged, Judged]
"""One scan as we read it, and as Tesseract does."""


class _Goal(NamedTuple):
    """What is promised of the values of some kinds in some scans: the share that is exact at the least."""

    text: str
    finenesses: tuple[Fineness, ...]
    kinds: tuple[Kind, ...]
    least: float


_FINE: tuple[Fineness, ...] = ("200 dpi", "300 dpi")
_COARSE: tuple[Fineness, ...] = ("150 dpi", "fine fax", "coarse fax")
_GOALS = (
    _Goal("references and cites exact at 200 and 300 dpi", _FINE, ("reference", "cite"), 0.97),
    _Goal("dates exact at 200 and 300 dpi", _FINE, ("date",), 0.97),
    _Goal("references and cites exact at 150 dpi and by fax", _COARSE, ("reference", "cite"), 0.90),
    _Goal("dates exact at 150 dpi and by fax", _COARSE, ("date",), 0.90),
)
_BELIEVED_AT_MOST = 0.002

_KINDS: tuple[Kind, ...] = ("reference", "cite", "date")
_DIVISIONS: Mapping[str, Callable[[Scan], str]] = MappingProxyType(
    {
        "fineness": lambda scan: scan.fineness,
        "damage": lambda scan: scan.damage,
        "typeface": lambda scan: f"{scan.face} ({FACES[scan.face]})",
    }
)
_HEADER = (
    *("scans", "characters misread", "lines exact", "references exact", "cites exact"),
    *("dates exact", "missing", "wrong", f"wrong, over {SURE} sure"),
)


def tables(pairs: Sequence[Pair], *, network: str) -> str:
    """All that was measured; `network` is the version of the recogniser."""
    ours = [pair[0] for pair in pairs]
    parts = [_scope(pairs, network), "### The goals\n\n" + _goals(ours)]
    parts += [_divided(pairs, name, key) for name, key in _DIVISIONS.items()]
    return "\n\n".join([*parts, _fields(ours), _reliability(ours)]) + "\n"


def details(ours: Iterable[Judged]) -> Iterator[str]:
    """A line for each number or day that is not exact, with both values and how sure we were."""
    for one in ours:
        for value in one.values:
            if value.fate != "exact":
                told = f"{value.want} != {value.got} ({value.confidence:.2f})"
                yield f"{one.scan.name}: {value.kind} {value.fate}: {told}"


def _scope(pairs: Sequence[Pair], network: str) -> str:
    scans = [ours.scan for ours, _ in pairs]
    letters = {scan.letter.name for scan in scans}
    return (
        f"{len(letters)} letters in {len(scans)} scans, read with the recogniser `{network}`. In each cell ours "
        "stands first, Tesseract's (`tha+eng`) behind it; both are of the same pictures."
    )


def _goals(ours: Sequence[Judged]) -> str:
    rows = [
        _reached(
            goal, [v for one in ours if one.scan.fineness in goal.finenesses for v in _of(one, goal.kinds)]
        )
        for goal in _GOALS
    ]
    rows.append(_kept([value for one in ours for value in one.values]))
    return _table(("goal", "wanted", "measured", "of values", "reached"), rows)


def _reached(goal: _Goal, values: Sequence[Value]) -> Sequence[str]:
    exact = _share(values, "exact")
    wanted = f"≥ {_percent(goal.least)}"
    return goal.text, wanted, _percent(exact), f"{len(values)}", "yes" if exact >= goal.least else "no"


def _kept(values: Sequence[Value]) -> Sequence[str]:
    believed = _believed(values)
    wanted, measured = (f"{100 * share:.2f} %" for share in (_BELIEVED_AT_MOST, believed))
    text = f"wrong with a confidence over {SURE}, at any fineness"
    reached = "yes" if believed < _BELIEVED_AT_MOST else "no"
    return text, f"< {wanted}", measured, f"{len(values)}", reached


def _divided(pairs: Sequence[Pair], name: str, key: Callable[[Scan], str]) -> str:
    strata: dict[str, list[Pair]] = {}
    for pair in pairs:
        strata.setdefault(key(pair[0].scan), []).append(pair)
    rows = [(stratum, f"{len(held)}", *_cells(held)) for stratum, held in sorted(strata.items())]
    return f"### By {name}, in percent\n\n{_table((name, *_HEADER), rows)}"


def _cells(pairs: Sequence[Pair]) -> Iterator[str]:
    ours, tesseracts = (_row([pair[reader] for pair in pairs]) for reader in (0, 1))
    return (f"{one} / {other}" for one, other in zip(ours, tesseracts, strict=True))


def _row(judged: Sequence[Judged]) -> Iterator[str]:
    texts = [one.text for one in judged]
    values = [value for one in judged for value in one.values]
    shares = (
        sum(text.misread for text in texts) / sum(text.characters for text in texts),
        sum(text.exact for text in texts) / sum(text.lines for text in texts),
        *(_share([value for value in values if value.kind == kind], "exact") for kind in _KINDS),
        _share(values, "missing"),
        _share(values, "wrong"),
        _believed(values),
    )
    return (f"{100 * share:.1f}" for share in shares)


def _fields(ours: Sequence[Judged]) -> str:
    """Every field of the letters, by fineness."""
    verdicts: dict[str, list[judging.Verdict]] = {}
    for one in ours:
        verdicts.setdefault(one.scan.fineness, []).extend(judging.verdicts(_print(one.scan), one.parsed))
    tallies = {fineness: counting.by_field(held) for fineness, held in sorted(verdicts.items())}
    fields = dict.fromkeys(field for tally in tallies.values() for field in tally)
    rows = [
        (field, *(_percent(held[field].share("exact")) if field in held else "" for held in tallies.values()))
        for field in fields
    ]
    return f"### Every field exact, ours\n\n{_table(('field', *tallies), rows)}"


def _reliability(ours: Sequence[Judged]) -> str:
    claims = [claim for one in ours for claim in judging.claims(_print(one.scan), one.parsed)]
    rows = [
        (
            f"{row.low:.2f} to {row.high:.2f}",
            f"{row.claims}",
            f"{row.mean:.3f}",
            f"{row.right / row.claims:.3f}",
        )
        for row in counting.reliability(claims)
    ]
    title = "### How often a confidence is right, ours"
    return f"{title}\n\n{_table(('confidence', 'values', 'mean confidence', 'share right'), rows)}"


def _print(scan: Scan) -> Print:
    return Print(letter=scan.letter, producer=scan.damage, path=Path(scan.name))


def _of(one: Judged, kinds: Sequence[Kind]) -> list[Value]:
    return [value for value in one.values if value.kind in kinds]


def _share(values: Sequence[Value], fate: str) -> float:
    return sum(value.fate == fate for value in values) / len(values) if values else 0.0


def _believed(values: Sequence[Value]) -> float:
    return sum(value.is_believed for value in values) / len(values) if values else 0.0


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
