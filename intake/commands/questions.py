"""`status`, `search`, `export` and `verify`: what coordinators and auditors ask."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from intake import auditing, campaigning, console, facts, store
from intake.commands import exits, options
from intake.export import register
from intake.store import Store
from storage.models import Campaign, Status

cli = typer.Typer(no_args_is_help=True, help="Asking what is filed.")

_COLUMNS = ("register_number", "reference_number", "dated", "province", "status", "snippet")


@cli.command()
def status(name: options.Reference, dated: options.Dated = None, as_json: options.Json = False) -> None:
    """The board of one campaign: one line per addressee."""
    with store.opened(options.configured()) as opened, opened.database.read() as tx:
        console.tell(facts.of_board(tx, campaigning.named(tx, name, dated=options.day(dated))), as_json)


@cli.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", parts of numbers.')],
    campaign: Annotated[str | None, typer.Option(metavar="REF")] = None,
    province: Annotated[str | None, typer.Option()] = None,
    from_: options.From = None,
    to: options.To = None,
    state: Annotated[Status | None, typer.Option("--status")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    as_json: options.Json = False,
) -> None:
    """Find letters by their words, in either digit script."""
    with store.opened(options.configured()) as opened, opened.database.read() as tx:
        hits = opened.index.find(
            tx,
            query,
            campaign=campaigning.named(tx, campaign) if campaign else None,
            province=province,
            from_=options.day(from_),
            to=options.day(to),
            status=state,
            limit=limit,
        )
        console.tell(map(facts.of_hit, hits), as_json, only=_COLUMNS)


@cli.command()
def export(
    output: Annotated[Path, typer.Option("--output", dir_okay=False)],
    campaign: Annotated[str | None, typer.Option(metavar="REF")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every campaign.")] = False,
    format: Annotated[register.Format, typer.Option()] = "csv",
    from_: options.From = None,
    to: options.To = None,
    as_json: options.Json = False,
) -> None:
    """Write the receiving register of one campaign or of all."""
    if (campaign is None) is not everything:
        raise typer.BadParameter("Say which letters: either --campaign REF or --all.")
    with store.opened(options.configured()) as opened:
        count = auditing.export(
            opened,
            output,
            format=format,
            campaign=_campaign(opened, campaign),
            from_=options.day(from_),
            to=options.day(to),
            at=store.now(),
        )
    console.tell([{"output": str(output), "format": format, "letters": count}], as_json)


@cli.command()
def verify(as_json: options.Json = False) -> None:
    """Prove that the ledger and the originals of this installation are whole."""
    with store.opened(options.configured()) as opened:
        faults = [asdict(fault) for fault in auditing.verify(opened)]
    console.tell(faults or [{"place": None, "what": "whole"}], as_json)
    raise typer.Exit(exits.CHECK_FAILED if faults else exits.DONE)


def _campaign(opened: Store, name: str | None) -> Campaign | None:
    if name is None:
        return None
    with opened.database.read() as tx:
        return campaigning.named(tx, name)
