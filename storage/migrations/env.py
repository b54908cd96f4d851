"""How alembic reaches the database: over the connection that `Database.migrate` hands it.

One transaction holds the whole way to the newest version, on SQLite as well, so a process that is
killed half-way leaves the old schema. Tables that are not ours (the queue engine keeps its own in
the same database) are invisible here.
"""

from alembic import context
from sqlalchemy import MetaData

from storage.models import Row

ours: MetaData = Row.metadata


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name in ours.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=ours,
    version_table="storage_version",
    include_name=_is_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
