"""The commands of the contract (docs/cli.md): thin, each a question or an order to the rooms below.

Facts go to stdout (`--json`: one object a line and nothing else), logs and progress to stderr.
Exit codes: 0 done, 1 done but some inputs were not, 2 wrong usage or configuration, 3 a check
failed. `main` turns every failure into one sentence and a code; no traceback reaches a user.
"""

import io
import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import click
import structlog
import typer

from intake import app as composition
from intake import (
    auditing,
    campaigning,
    console,
    doctor,
    facts,
    ingest,
    logs,
    opening,
    reading,
    service,
    settings,
)
from intake.channels.smtp import CannotListen
from intake.export import register
from parsers import model
from storage import campaigns, errors
from storage.models import Campaign, Status

log = structlog.get_logger()

DONE, SOME_FAILED, WRONG_USAGE, CHECK_FAILED = range(4)
_INTERRUPTED = 130

cli = typer.Typer(name="intake", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
campaign_cli = typer.Typer(no_args_is_help=True, help="Open, list and close campaigns.")
review_cli = typer.Typer(no_args_is_help=True, help="See what waits for a person.")
cli.add_typer(campaign_cli, name="campaign")
cli.add_typer(review_cli, name="review")

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")]
Reference = Annotated[str, typer.Argument(metavar="REF", help="The circular's number: 'มท 0810.7/ว 200'.")]
Dated = Annotated[
    str | None,
    typer.Option("--dated", metavar="DATE", help="The circular's date, if years share its number."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day, ISO 8601.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, ISO 8601.")]


_QUEUE_COLUMNS = ("source", "status", "province", "register_number", "reasons")
_HIT_COLUMNS = ("register_number", "reference_number", "dated", "province", "status", "snippet")


@cli.callback()
def _every_command() -> None:
    """Takes in official mail, reads it, files it against campaigns and proves its log."""


@cli.command()
def serve() -> None:
    """Run the background service: every configured channel and the workers."""
    configured = _settings()
    logs.to_stderr(configured.log_level or "info")
    service.serve(configured)


@cli.command("ingest")
def ingest_files(paths: Paths, as_json: Json = False) -> int:
    """Take in mail and letters from files, through the same pipeline as the channels, and wait."""
    worst = DONE
    with composition.open_app(_settings()) as app:
        for taken in ingest.ingest(app, paths):
            if taken["error"] or taken["status"] == "quarantined":
                worst = SOME_FAILED
                console.complain(f"{taken['source']}: {taken['error'] or console.cell(taken['reasons'])}")
            console.tell([taken], as_json, only=_QUEUE_COLUMNS)
    return worst


@cli.command()
def parse(paths: Paths, as_json: Json = False) -> int:
    """Show what would be read from each file; touches no database."""
    worst = DONE
    with composition.reader(_settings()) as reader:
        for path in reading.below(paths):
            parsed = reading.read(reader, path)
            if parsed.error:
                worst = SOME_FAILED
                console.complain(f"{path}: {parsed.error}")
            console.tell(
                [json.loads(model.to_json(parsed)) if as_json else facts.of_reading(parsed)], as_json
            )
    return worst


@campaign_cli.command("open")
def campaign_open(
    circular: Annotated[Path, typer.Argument(metavar="LETTER", exists=True, dir_okay=False)],
    stated_reference: Annotated[str | None, typer.Option("--reference")] = None,
    dated: Annotated[str | None, typer.Option("--dated", metavar="DATE")] = None,
    subject: Annotated[str | None, typer.Option("--subject")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE")] = None,
    addressees: Annotated[str | None, typer.Option("--addressees", metavar="PROVINCE,...")] = None,
    as_json: Json = False,
) -> None:
    """Open a campaign from its circular; what is stated here wins over what is read."""
    configured = _settings()
    with composition.reader(configured) as reader:
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


@campaign_cli.command("list")
def campaign_list(as_json: Json = False) -> None:
    """Every campaign, open or closed."""
    with composition.open_store(_settings()) as store, store.database.read() as tx:
        console.tell(map(facts.of_campaign, campaigns.all(tx)), as_json)


@campaign_cli.command("close")
def campaign_close(name: Reference, dated: Dated = None, as_json: Json = False) -> None:
    """Take no more replies."""
    with composition.open_store(_settings()) as store:
        campaign = campaigning.close(store.database, name, dated=_day(dated), at=composition.now())
    console.tell([facts.of_campaign(campaign)], as_json)


@cli.command()
def status(name: Reference, dated: Dated = None, as_json: Json = False) -> None:
    """The board of one campaign: one line per addressee."""
    with composition.open_store(_settings()) as store, store.database.read() as tx:
        console.tell(facts.of_board(tx, campaigning.named(tx, name, dated=_day(dated))), as_json)


@cli.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", parts of numbers.')],
    campaign: Annotated[str | None, typer.Option(metavar="REF")] = None,
    province: Annotated[str | None, typer.Option()] = None,
    from_: From = None,
    to: To = None,
    state: Annotated[Status | None, typer.Option("--status")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    as_json: Json = False,
) -> None:
    """Find letters by their words, in either digit script."""
    with composition.open_store(_settings()) as store, store.database.read() as tx:
        hits = store.index.find(
            tx,
            query,
            campaign=campaigning.named(tx, campaign) if campaign else None,
            province=province,
            from_=_day(from_),
            to=_day(to),
            status=state,
            limit=limit,
        )
        console.tell(map(facts.of_hit, hits), as_json, only=_HIT_COLUMNS)


@cli.command()
def export(
    output: Annotated[Path, typer.Option("--output", dir_okay=False)],
    campaign: Annotated[str | None, typer.Option(metavar="REF")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every campaign.")] = False,
    format: Annotated[register.Format, typer.Option()] = "csv",
    from_: From = None,
    to: To = None,
    as_json: Json = False,
) -> None:
    """Write the receiving register of one campaign or of all."""
    if (campaign is None) is not everything:
        raise click.UsageError("Say which letters: either --campaign REF or --all.")
    with composition.open_store(_settings()) as store:
        count = auditing.export(
            store,
            output,
            format=format,
            campaign=_campaign(store, campaign),
            from_=_day(from_),
            to=_day(to),
            at=composition.now(),
        )
    console.tell([{"output": str(output), "format": format, "letters": count}], as_json)


@cli.command()
def verify(as_json: Json = False) -> int:
    """Prove that the ledger and the originals of this installation are whole."""
    with composition.open_store(_settings()) as store:
        faults = [asdict(fault) for fault in auditing.verify(store)]
    console.tell(faults or [{"place": None, "what": "whole"}], as_json)
    return CHECK_FAILED if faults else DONE


@review_cli.command("list")
def review_list(as_json: Json = False) -> None:
    """The queue, oldest first, with the reasons."""
    with composition.open_store(_settings()) as store, store.database.read() as tx:
        console.tell(facts.of_queue(tx), as_json, only=_QUEUE_COLUMNS)


@cli.command("doctor")
def examine(as_json: Json = False) -> int:
    """Is this installation fit to serve? One line a part, with the remedy."""
    findings = list(doctor.examine(_settings()))
    console.tell(map(asdict, findings), as_json)
    return DONE if all(finding.ok for finding in findings) else CHECK_FAILED


def main() -> NoReturn:
    """The console script. UTF-8 whatever the locale; a file name that is none is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logs.to_stderr("warning")
    sys.exit(_run())


_SENTENCES: dict[type[Exception], int] = {
    settings.SettingsError: WRONG_USAGE,
    service.NothingToServe: WRONG_USAGE,
    CannotListen: WRONG_USAGE,
    opening.OpeningError: WRONG_USAGE,
    errors.CampaignUnknown: WRONG_USAGE,
    errors.CampaignAmbiguous: WRONG_USAGE,
    errors.CampaignExists: WRONG_USAGE,
    errors.StoreUnavailable: WRONG_USAGE,
    errors.StorageError: SOME_FAILED,
    OSError: SOME_FAILED,
}
"""The failures that a command may end with: each is a sentence already; the first that fits rules."""


def _run() -> int:
    try:
        return cli(standalone_mode=False) or DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our lines (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _explain(error)


def _explain(error: Exception) -> int:
    for kind, code in _SENTENCES.items():
        if isinstance(error, kind):
            console.complain(str(error))
            return code
    log.debug("bug", exc_info=error)
    console.complain(
        f"Unexpected: {type(error).__name__}: {error}. INTAKE_LOG_LEVEL=debug shows where; please report it."
    )
    return SOME_FAILED


def _settings() -> settings.Settings:
    loaded = settings.load()
    logs.to_stderr(loaded.log_level or "warning")
    return loaded


def _campaign(store: composition.Store, name: str | None) -> Campaign | None:
    if name is None:
        return None
    with store.database.read() as tx:
        return campaigning.named(tx, name)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter(f"{text} is no ISO 8601 date such as 2019-02-28") from error
