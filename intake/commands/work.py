"""`serve`, `ingest` and `doctor`: those that run the whole service or examine it."""

from dataclasses import asdict

import typer

from intake import app, console, doctor, facts, ingest, service
from intake.commands import exits, options

cli = typer.Typer(no_args_is_help=True, help="Running the service.")


@cli.command()
def serve() -> None:
    """Run the background service: every configured channel and the workers."""
    service.serve(options.configured(usual_level="info"))


@cli.command("ingest")
def ingest_files(paths: options.Paths, as_json: options.Json = False) -> None:
    """Take in mail and letters from files, through the same pipeline as the channels, and wait."""
    worst = exits.DONE
    with app.opened(options.configured()) as running:
        for taken in ingest.ingest(running, paths):
            if taken["error"] or taken["status"] == "quarantined":
                worst = exits.SOME_FAILED
                console.complain(f"{taken['source']}: {taken['error'] or console.cell(taken['reasons'])}")
            console.tell([taken], as_json, only=facts.QUEUE_COLUMNS)
    raise typer.Exit(worst)


@cli.command("doctor")
def examine(as_json: options.Json = False) -> None:
    """Is this installation fit to serve? One line a part, with the remedy."""
    findings = list(doctor.examine(options.configured()))
    console.tell(map(asdict, findings), as_json)
    raise typer.Exit(exits.DONE if all(finding.ok for finding in findings) else exits.CHECK_FAILED)
