"""`roster import` and `list`."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from intake import console, roster_file, rostering, store
from intake.commands import exits, options
from intake.facts import Facts
from parsers.thai import places
from storage import roster
from storage.roster import Entry

cli = typer.Typer(no_args_is_help=True, help="The department's list of local organisations.")

_COUNTS = ("added", "changed", "vanished", "total", "recognised")


@cli.command("import")
def roster_import(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    as_json: options.Json = False,
) -> None:
    """Make the roster what the department's list says; what it lists no more is kept as vanished."""
    raw = file.read_bytes()
    listing = roster_file.read(raw)
    with store.opened(options.configured()) as opened:
        sha256 = opened.originals.put(raw)
        replaced = rostering.replace(opened.database, listing, sha256=sha256, at=store.now())
    for fault in listing.faults:
        console.complain(f"{file}, line {fault.line}, not taken: {fault.reason}")
    facts = {
        "source": str(file),
        **asdict(replaced.change),
        "recognised": replaced.recognised,
        "refused": [asdict(fault) for fault in listing.faults],
    }
    console.tell([facts], as_json, only=_COUNTS)
    raise typer.Exit(exits.SOME_FAILED if listing.faults else exits.DONE)


@cli.command("list")
def roster_list(
    province: Annotated[str | None, typer.Option(metavar="PROVINCE")] = None,
    as_json: options.Json = False,
) -> None:
    """Every organisation, of one province or of all; those that vanished with the day."""
    if province is not None and province not in places.PROVINCES:
        raise typer.BadParameter(f"{province} is no province; write it like เชียงใหม่")
    with store.opened(options.configured()) as opened, opened.database.read() as tx:
        console.tell(_facts(roster.entries(tx, province=province)), as_json)


def _facts(entries: list[Entry]) -> Iterator[Facts]:
    for entry in entries:
        yield {
            "code": entry.code,
            "kind": entry.kind,
            "name": entry.name,
            "district": entry.district,
            "province": entry.province,
            "vanished_on": entry.vanished_on.isoformat() if entry.vanished_on else None,
        }
