"""`parse`: what would be read from files, without any store."""

import json

import typer

from intake import console, reading
from intake.commands import exits, options
from parsers import model

cli = typer.Typer(no_args_is_help=True, help="Reading files.")


@cli.command()
def parse(paths: options.Paths, as_json: options.Json = False) -> None:
    """Show what would be read from each file; touches no database."""
    worst = exits.DONE
    with reading.reader(options.configured()) as reader:
        for path in reading.below(paths):
            parsed = reading.read(reader, path)
            if parsed.error:
                worst = exits.SOME_FAILED
                console.complain(f"{path}: {parsed.error}")
            console.tell([json.loads(model.to_json(parsed)) if as_json else reading.summary(parsed)], as_json)
    raise typer.Exit(worst)
