"""What several commands take, and how its values are understood."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from intake import logs, settings
from intake.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")]
Reference = Annotated[str, typer.Argument(metavar="REF", help="The circular's number: 'มท 0810.7/ว 200'.")]
Dated = Annotated[
    str | None,
    typer.Option("--dated", metavar="DATE", help="The circular's date, if years share its number."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day, ISO 8601.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, ISO 8601.")]


def configured(*, usual_level: str = "warning") -> Settings:
    """The settings, with the log as loud as they say. Raises `intake.settings.SettingsError`."""
    loaded = settings.load()
    logs.to_stderr(loaded.log_level or usual_level)
    return loaded


def day(text: str | None) -> date | None:
    """An ISO 8601 date. Raises `typer.BadParameter`."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no ISO 8601 date such as 2019-02-28") from error
