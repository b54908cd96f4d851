"""How the commands speak: facts on stdout, complaints on stderr."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table


def tell(lines: Iterable[Mapping[str, object]], as_json: bool, *, only: Sequence[str] = ()) -> None:
    """Facts to stdout: JSON Lines with all of them, or a table of `only` some for people."""
    if as_json:
        for line in lines:
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        return
    rows = list(lines)
    columns = only or (tuple(rows[0]) if rows else ())
    table = Table(*columns, box=None)
    for row in rows:
        table.add_row(*(cell(row[column]) for column in columns))
    Console().print(table)


def cell(value: object) -> str:
    return "-" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def complain(sentence: str) -> None:
    print(f"intake: {sentence}", file=sys.stderr)  # noqa: T201
