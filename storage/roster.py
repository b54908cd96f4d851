"""Which local administrative organisations there are, by the department's own list.

The list comes whole and replaces what was known, in the caller's transaction. An organisation that
is no longer listed stays, with the day it vanished: old letters go on naming it. A code names one
organisation for ever; its name, kind and place may change.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import insert, update
from sqlalchemy.orm import QueryableAttribute, defer
from sqlmodel import Session, col, select

from storage import register
from storage.models import Letter, Mention, Organisation, OrganisationKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One organisation of the roster; the fields are those of `models.Organisation`."""

    code: str
    kind: OrganisationKind
    name: str
    name_key: str
    district: str
    province: str
    vanished_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What an import made of the roster; `total` counts those that stand in it now."""

    added: int
    changed: int
    vanished: int
    total: int


def replace(
    session: Session, listed: Sequence[Entry], *, unread: Collection[str] = (), at: datetime
) -> Change:
    """Make the roster what `listed` says, each code once; `at` is when it was said.

    The codes in `unread` are listed too, but what is said of them could not be read: what was known
    of them stays. One that had vanished and is listed again counts as changed.
    """
    known = {entry.code: entry for entry in entries(session)}
    added = [entry for entry in listed if entry.code not in known]
    changed = [entry for entry in listed if entry.code in known and known[entry.code] != entry]
    still = {entry.code for entry in listed} | set(unread)
    vanished = [code for code, entry in known.items() if entry.vanished_on is None and code not in still]
    _execute(session, insert(Organisation), [asdict(entry) for entry in added])
    _execute(session, update(Organisation), [asdict(entry) for entry in changed])
    day = register.day(at)
    _execute(session, update(Organisation), [{"code": code, "vanished_on": day} for code in vanished])
    standing = sum(entry.vanished_on is None for entry in entries(session))
    return Change(added=len(added), changed=len(changed), vanished=len(vanished), total=standing)


def entries(session: Session, *, province: str | None = None) -> list[Entry]:
    """The roster in the order of its codes, of one province or of all, the vanished among them."""
    columns = Organisation.__table__.columns  # type: ignore[attr-defined]
    found = select(*columns).order_by(col(Organisation.code))
    if province is not None:
        found = found.where(Organisation.province == province)
    return [Entry(**row) for row in session.execute(found).mappings()]


def unsettled(session: Session) -> Sequence[tuple[Letter, Mention]]:
    """What letters name without being certain which organisation it is, each with its letter."""
    found = select(Letter, Mention).join(Mention).where(Mention.certainty != "certain")
    light = defer(cast("QueryableAttribute[str]", Letter.text))
    return session.exec(found.order_by(col(Letter.id), col(Mention.ordinal)).options(light)).all()


def _execute(session: Session, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:  # a bulk statement without rows would insert one of defaults
        session.execute(statement, rows)
