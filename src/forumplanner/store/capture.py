"""The session of a step, and what it remembers of each row it is about to change.

Images come from the database, never from the session's attribute history: that one lies about values changed in
place, about expired attributes and about attributes set before they were loaded.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, event, inspect
from sqlalchemy.orm import DeclarativeBase, InstanceState, Mapper, Session, object_session

from forumplanner.store import engine as database
from forumplanner.store.codec import Image, Key, encode_row
from forumplanner.store.failures import OutsideStep
from forumplanner.store.guard import Guard
from forumplanner.store.rows import read_rows

if TYPE_CHECKING:
    from sqlalchemy.orm.unitofwork import UOWTransaction

RowId = tuple[str, Key]
NetChange = tuple[Table, Key, Image | None, Image | None]
"""A row that a step really changed, with its image before and after; None where it wasn't there."""

VERSION = "version"
"""The optimistic lock's column: it only ever grows, so it is no part of what undo compares or restores."""

STORE_ONLY = frozenset({"journal_step", "journal_row", "planner_file"})
"""Tables that no verb writes, not even inside a step."""


class StepSession(Session):
    """The only kind of session that writes records: bound to one step's connection and transaction."""

    def __init__(self, connection: Connection, tables: Mapping[str, Table], guard: Guard) -> None:
        super().__init__(bind=connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        self.capture = Capture(tables)
        self._guard = guard
        event.listen(self, "before_flush", self.capture.before_flush)

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Write pending changes; the only stretch in which the guard lets a verb's statements pass."""
        with self._guard.lifted():
            super().flush(objects)


class Capture:
    """`touched`: each journalled row that the step wrote, as it was before the step; None = it wasn't there.

    What a savepoint wrote and rolled back may stay in it: an image from before the step stays true, and `net` looks at
    what became of the row.
    """

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self.touched: dict[RowId, Image | None] = {}

    def before_flush(self, session: Session, _context: "UOWTransaction", _instances: Any) -> None:
        """Read what is known to be changed or deleted, one SELECT a table; the rest is read as it turns up."""
        wanted: defaultdict[str, list[Key]] = defaultdict(list)
        for record in (*session.dirty, *session.deleted):
            state: InstanceState[Any] = inspect(record)
            row = (_table(state.mapper).name, tuple(state.identity or ()))
            if row[0] in self._tables and row[1] and row not in self.touched:
                wanted[row[0]].append(row[1])
        for name, keys in wanted.items():
            self._read(session.connection(), name, keys)

    def before_change(self, connection: Connection, mapper: Mapper[Any], record: Any) -> None:
        """Read a row that only the flush itself found: an orphan, a row whose reference it sets to NULL."""
        name = _table(mapper).name
        if name not in self._tables:
            return
        state: InstanceState[Any] = inspect(record)
        old, new = tuple(state.identity or ()), tuple(mapper.primary_key_from_instance(record))
        if (name, old) not in self.touched:
            self._read(connection, name, [old])
        if new != old:  # the row moves to another key: a row goes there and a row comes here
            self.touched.setdefault((name, new), None)

    def after_insert(self, mapper: Mapper[Any], record: Any) -> None:
        """Note a new row, unless the step itself had taken it out before."""
        name = _table(mapper).name
        if name in self._tables:
            self.touched.setdefault((name, tuple(mapper.primary_key_from_instance(record))), None)

    def _read(self, connection: Connection, name: str, keys: list[Key]) -> None:
        table = self._tables[name]
        found = read_rows(connection, table, keys)
        for key in keys:
            self.touched[name, key] = encode_row(table, found[key]) if key in found else None

    def net(self, connection: Connection) -> Iterator[NetChange]:
        """What the step changed in the end, first image against last; of an update only the fields that differ."""
        keys: defaultdict[str, list[Key]] = defaultdict(list)
        for name, key in self.touched:
            keys[name].append(key)
        for name, touched in keys.items():
            table = self._tables[name]
            now = read_rows(connection, table, touched)
            for key in touched:
                after = encode_row(table, now[key]) if key in now else None
                if change := _difference(self.touched[name, key], after):
                    yield table, key, *change


def _difference(before: Image | None, after: Image | None) -> tuple[Image | None, Image | None] | None:
    if before is None and after is None:
        return None
    if before is None or after is None:
        return before, after
    fields = [name for name in after if after[name] != before[name] and name != VERSION]
    return ({n: before[n] for n in fields}, {n: after[n] for n in fields}) if fields else None


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    if not isinstance(table, Table):
        raise TypeError(f"{mapper.class_.__name__} is mapped to no table of its own, so the journal can't follow it")
    return table


def watch(base: type[DeclarativeBase], not_journalled: frozenset[str]) -> None:
    """From now on the records of `base` go into a planner file inside a step only, and each write is captured.

    A database that is no planner file, such as a scratch one in memory, has no journal and is nobody's concern here.
    """

    def capture_of(mapper: Mapper[Any], connection: Connection, record: Any) -> Capture | None:
        session = object_session(record)
        name = _table(mapper).name
        if isinstance(session, StepSession) and name not in STORE_ONLY & not_journalled:
            return session.capture
        if isinstance(session, StepSession) or database.is_planner_file(connection):
            raise OutsideStep(name)
        return None

    def changing(mapper: Mapper[Any], connection: Connection, record: Any) -> None:
        if capture := capture_of(mapper, connection, record):
            capture.before_change(connection, mapper, record)

    def inserting(mapper: Mapper[Any], connection: Connection, record: Any) -> None:
        capture_of(mapper, connection, record)

    def inserted(mapper: Mapper[Any], connection: Connection, record: Any) -> None:  # defaults have made the key
        if capture := capture_of(mapper, connection, record):
            capture.after_insert(mapper, record)

    event.listen(base, "before_insert", inserting, propagate=True)
    event.listen(base, "after_insert", inserted, propagate=True)
    event.listen(base, "before_update", changing, propagate=True)
    event.listen(base, "before_delete", changing, propagate=True)
