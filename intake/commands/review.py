"""`review list`: what waits for a person."""

import typer

from intake import console, facts, store
from intake.commands import options

cli = typer.Typer(no_args_is_help=True, help="See what waits for a person.")


@cli.command("list")
def review_list(as_json: options.Json = False) -> None:
    """The queue, oldest first, with the reasons."""
    with store.opened(options.configured()) as opened, opened.database.read() as tx:
        console.tell(facts.of_queue(tx), as_json, only=facts.QUEUE_COLUMNS)
