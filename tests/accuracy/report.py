"""The tables: Markdown, which the terminal shows as well as the docs do.

In the docs they stand between two markers, and the words around them are written by hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.accuracy import counting
from tests.accuracy.judging import FATES, KEY_FIELDS, Claim, Verdict

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_KEYS = ", ".join(KEY_FIELDS)


def tables(verdicts: Sequence[Verdict], claims: Sequence[Claim]) -> str:
    """All that was measured. The claims are those of sound prints."""
    sound = [verdict for verdict in verdicts if not verdict.print.is_damaged]
    parts = [_scope(verdicts), *_key_tables(verdicts), _field_table(sound)]
    parts += [_stratum_table(verdicts, division) for division in counting.STRATA]
    return "\n\n".join([*parts, _reliability_table(claims), _failures(sound)]) + "\n"


def details(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A line for each field that is not exact, with both values."""
    for verdict in verdicts:
        if verdict.fate != "exact":
            yield f"{verdict.print.name}: {verdict.field} {verdict.fate}: {verdict.want!r} != {verdict.got!r}"


def write(path: Path, measured: str) -> None:
    """Replace what stands between the markers of `path`. Raises `ValueError` if they are not there."""
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{path} has no lines {BEGIN} and {END}")
    path.write_text(f"{before}{BEGIN}\n\n{measured}\n{END}{after}", encoding="utf-8")


def _scope(verdicts: Sequence[Verdict]) -> str:
    prints = {verdict.print.name: verdict.print for verdict in verdicts}
    letters = {one.letter.name for one in prints.values()}
    damaged = sum(one.is_damaged for one in prints.values())
    provinces = {one.letter.province for one in prints.values()} - {None}
    return (
        f"{len(letters)} letters of {len(provinces)} provinces in {len(prints)} prints: "
        f"{len(prints) - damaged} sound, {damaged} with a damaged text layer."
    )


def _key_tables(verdicts: Sequence[Verdict]) -> Iterator[str]:
    sound = [verdict for verdict in verdicts if not verdict.print.is_damaged]
    strata = {"all sound prints": sound}
    for division in counting.STRATA:
        strata |= {f"{division}: {name}": held for name, held in counting.strata(verdicts, division).items()}
    rows = []
    for name, held in strata.items():
        keys = counting.keys(held)
        exact, wrong = _percent(keys.exact, keys.prints), _percent(keys.wrong, keys.values)
        rows.append((name, f"{keys.prints}", exact, f"{keys.wrong}", wrong))
    yield f"### The four key fields together ({_KEYS})"
    yield _table(("stratum", "prints", "all four exact", "wrong values", "of values"), rows)


def _field_table(sound: Sequence[Verdict]) -> str:
    rows = [
        (field, f"{tally.total}", *(_percent(tally.fates[fate], tally.total) for fate in FATES))
        for field, tally in counting.by_field(sound).items()
    ]
    return "### Each field, sound prints\n\n" + _table(("field", "values", *FATES), rows)


def _stratum_table(verdicts: Sequence[Verdict], division: str) -> str:
    strata = {name: counting.by_field(held) for name, held in counting.strata(verdicts, division).items()}
    fields = dict.fromkeys(field for tallies in strata.values() for field in tallies)
    rows = [
        (field, *(_cell(tallies[field]) if field in tallies else "" for tallies in strata.values()))
        for field in fields
    ]
    title = f"### Each field by {division}: exact / missing / wrong or invented, in percent"
    return f"{title}\n\n{_table(('field', *strata), rows)}"


def _cell(tally: counting.Tally) -> str:
    if tally.share("exact") == 1:
        return "100"
    shares = tally.share("exact"), tally.share("missing"), tally.share("wrong", "invented")
    return " / ".join(f"{100 * share:.1f}" for share in shares)


def _reliability_table(claims: Sequence[Claim]) -> str:
    rows = [
        (
            f"{row.low:.2f} to {row.high:.2f}",
            f"{row.claims}",
            f"{row.mean:.3f}",
            f"{row.right / row.claims:.3f}",
        )
        for row in counting.reliability(claims)
    ]
    title = "### How often a confidence is right, sound prints"
    return f"{title}\n\n{_table(('confidence', 'values', 'mean confidence', 'share right'), rows)}"


def _failures(sound: Sequence[Verdict]) -> str:
    failed: dict[str, list[str]] = {}
    for verdict in sound:
        if verdict.fate != "exact":
            failed.setdefault(verdict.print.name, []).append(f"{verdict.field} {verdict.fate}")
    lines = [f"- {name}: {', '.join(fields)}" for name, fields in sorted(failed.items())]
    return "\n".join([f"### Sound prints with a field that is not exact: {len(failed)}", "", *lines])


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else ""


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
