"""`campaign open`, `list` and `close`."""

from pathlib import Path
from typing import Annotated

import typer

from intake import campaigning, console, facts, opening, reading, store
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
    with store.opened(configured) as opened:
        sha256 = opened.originals.put(circular.read_bytes())
        campaign = campaigning.open(opened.database, prepared, sha256=sha256, at=store.now())
    console.tell([facts.of_campaign(campaign) | {"addressees": len(prepared.addressees)}], as_json)


@cli.command("list")
def campaign_list(as_json: options.Json = False) -> None:
    """Every campaign, open or closed."""
    with store.opened(options.configured()) as opened, opened.database.read() as tx:
        console.tell(map(facts.of_campaign, campaigns.all(tx)), as_json)


@cli.command("close")
def campaign_close(
    name: options.Reference, dated: options.Dated = None, as_json: options.Json = False
) -> None:
    """Take no more replies."""
    with store.opened(options.configured()) as opened:
        campaign = campaigning.close(opened.database, name, dated=options.day(dated), at=store.now())
    console.tell([facts.of_campaign(campaign)], as_json)
