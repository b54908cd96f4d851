"""`campaign open`, `list` and `close`."""

from pathlib import Path
from typing import Annotated

import typer

from intake import app as composition
from intake import campaigning, console, facts, opening, reading
from intake.commands import options
from storage import campaigns

cli = typer.Typer(no_args_is_help=True, help="Open, list and close campaigns.")


@cli.command("open")
def campaign_open(
    circular: Annotated[Path, typer.Argument(metavar="LETTER", exists=True, dir_okay=False)],
    stated_reference: Annotated[str | None, typer.Option("--reference")] = None,
    dated: Annotated[str | None, typer.Option("--dated", metavar="DATE")] = None,
    subject: Annotated[str | None, typer.Option("--subject")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE")] = None,
    addressees: Annotated[str | None, typer.Option("--addressees", metavar="PROVINCE,...")] = None,
    as_json: options.Json = False,
) -> None:
    """Open a campaign from its circular; what is stated here wins over what is read."""
    configured = options.configured()
    with reading.reader(configured) as reader:
        parsed = reading.read(reader, circular)
    stated = opening.Stated(
        reference=stated_reference,
        dated=dated,
        subject=subject,
        due=due,
        addressees=[name.strip() for name in addressees.split(",")] if addressees else None,
    )
    prepared = opening.prepare(parsed.letter, stated)
    with composition.open_store(configured) as store:
        sha256 = store.originals.put(circular.read_bytes())
        campaign = campaigning.open(store.database, prepared, sha256=sha256, at=composition.now())
    console.tell([facts.of_campaign(campaign) | {"addressees": len(prepared.addressees)}], as_json)


@cli.command("list")
def campaign_list(as_json: options.Json = False) -> None:
    """Every campaign, open or closed."""
    with composition.open_store(options.configured()) as store, store.database.read() as tx:
        console.tell(map(facts.of_campaign, campaigns.all(tx)), as_json)


@cli.command("close")
def campaign_close(
    name: options.Reference, dated: options.Dated = None, as_json: options.Json = False
) -> None:
    """Take no more replies."""
    with composition.open_store(options.configured()) as store:
        campaign = campaigning.close(store.database, name, dated=options.day(dated), at=composition.now())
    console.tell([facts.of_campaign(campaign)], as_json)
