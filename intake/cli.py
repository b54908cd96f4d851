"""The command line (docs/cli.md): finds the command, and answers for every outcome.

Facts go to stdout (`--json`: one object a line and nothing else), logs and progress to stderr.
`main` turns every failure into one sentence and an exit code (`commands.exits`); no traceback
reaches a user.
"""

import io
import os
import sys
from importlib import import_module
from typing import Any

import structlog
import typer
from typer.core import TyperGroup

from intake import console, logs
from intake.commands import exits
from intake.errors import WrongUsage
from storage import errors as storage_errors

log = structlog.get_logger()

_COMMANDS = {
    "serve": "work",
    "ingest": "work",
    "parse": "files",
    "campaign": "campaign",
    "status": "questions",
    "search": "questions",
    "export": "questions",
    "verify": "questions",
    "review": "review",
    "roster": "roster",
    "doctor": "work",
}
"""Which module of `commands` holds it; one called like its module is a group of its own."""


class _Commands(TyperGroup):
    """Imports a command's module when it is called for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if (module := _COMMANDS.get(cmd_name)) is None:
            return None
        group = typer.main.get_group(import_module(f"intake.commands.{module}").cli)
        return group if module == cmd_name else group.get_command(ctx, cmd_name)


cli = typer.Typer(
    name="intake",
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@cli.callback()
def _every_command() -> None:
    """Takes in official mail, reads it, files it against campaigns and proves its log."""


def main() -> None:
    """The console script. UTF-8 whatever the locale; a file name that is none is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logs.to_stderr("warning")
    try:
        cli()
    except BrokenPipeError:  # the reader of our lines (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(exits.DONE)
    except Exception as error:
        sys.exit(_explain(error))


_OUTCOMES: dict[type[Exception], int] = {
    WrongUsage: exits.WRONG_USAGE,
    storage_errors.CampaignUnknown: exits.WRONG_USAGE,
    storage_errors.CampaignAmbiguous: exits.WRONG_USAGE,
    storage_errors.CampaignExists: exits.WRONG_USAGE,
    storage_errors.StoreUnavailable: exits.WRONG_USAGE,
    storage_errors.StoreNewer: exits.WRONG_USAGE,
    storage_errors.StorageError: exits.SOME_FAILED,
    OSError: exits.SOME_FAILED,
}
"""The failures that a command may end with: each is a sentence already; the first that fits rules."""


def _explain(error: Exception) -> int:
    for kind, code in _OUTCOMES.items():
        if isinstance(error, kind):
            console.complain(str(error))
            return code
    log.debug("bug", exc_info=error)
    console.complain(
        f"Unexpected: {type(error).__name__}: {error}. INTAKE_LOG_LEVEL=debug shows where; please report it."
    )
    return exits.SOME_FAILED
