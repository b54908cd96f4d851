"""The receiving register's numbers (เลขทะเบียนรับ): one gapless series per Buddhist year.

The number is taken and the letter filed in one transaction, so a filing that is rolled back gives
its number back. The counter's row stays locked until the commit; a second writer waits for it.
Days and years here and on the board are those of Bangkok, whatever the clock of the machine says.
"""

from datetime import date, datetime, time, timedelta, timezone

from sqlalchemy import text
from sqlmodel import Session

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Without daylight saving since 1920, so no time zone database is needed."""

_BUDDHIST_ERA = 543

_COUNT = text(
    "INSERT INTO register_counter (year, last) VALUES (:year, 1) "
    "ON CONFLICT (year) DO UPDATE SET last = register_counter.last + 1 RETURNING last"
)


def next_number(session: Session, *, year: int) -> int:
    """The next number of the Buddhist `year`, counted from 1; taken when the caller commits."""
    number: int = session.connection().execute(_COUNT, {"year": year}).scalar_one()
    return number


def display(number: int | None, year: int | None) -> str | None:
    """As it is written on the letter: `12/2569`; `None` for a letter that has no number."""
    return f"{number}/{year}" if number else None


def day(at: datetime) -> date:
    """The day in Bangkok on which `at` (aware) fell."""
    return at.astimezone(BANGKOK).date()


def year(at: datetime) -> int:
    """The Buddhist year in whose register something done at `at` (aware) belongs."""
    return day(at).year + _BUDDHIST_ERA


def begins(day: date) -> datetime:
    """The instant at which `day` begins in Bangkok."""
    return datetime.combine(day, time.min, BANGKOK)
