"""An independent witness of every step: TEMP triggers on the test's own connections see what the database really did.

Just before each COMMIT their net result must equal what the journal says; a change that the journal missed fails there.
"""

import json
import sqlite3
import uuid
from typing import Any

from sqlalchemy import Engine, Table, Uuid, event

from forumplanner.store import Store
from forumplanner.store.schema import Schema
from store.tables import same_spelling

Seen = dict[tuple[str, str], Any]


class Witness:
    """Watches one store from now on; `agreed` counts the steps at which triggers and journal said the same."""

    def __init__(self, store: Store) -> None:
        self.agreed = 0
        self._schema: Schema = store._schema
        engine: Engine = store._engine
        event.listen(engine, "connect", self._install)
        event.listen(engine, "before_cursor_execute", self._before)

    def _install(self, raw: sqlite3.Connection, _record: Any) -> None:
        raw.execute("CREATE TEMP TABLE witness (n INTEGER PRIMARY KEY, tbl, op, key, image)")
        raw.execute("CREATE TEMP TABLE made (step)")
        raw.execute(
            "CREATE TEMP TRIGGER witness_step AFTER INSERT ON main.journal_step "
            "BEGIN INSERT INTO made VALUES (NEW.id); END"
        )
        for table in self._schema.tables.values():
            for sql in _triggers(table):
                raw.execute(sql)

    def _before(self, connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement == "COMMIT":
            raw: sqlite3.Connection = connection.connection.dbapi_connection
            saw, said = self._saw(raw), _journalled(raw)
            assert saw == said, (saw, said)
            self.agreed += 1

    def _saw(self, raw: sqlite3.Connection) -> Seen:
        first: dict[tuple[str, str], Any] = {}
        last: dict[tuple[str, str], Any] = {}
        for name, op, key, image in raw.execute("SELECT tbl, op, key, image FROM temp.witness ORDER BY n"):
            row = (name, _key_text(self._schema.tables[name], key))
            here = json.loads(image)
            if op == "old":
                first.setdefault(row, here)
                last[row] = None
            else:
                first.setdefault(row, None)
                last[row] = here
        return {row: net for row in first if (net := _net(first[row], last[row])) is not None}


def _triggers(table: Table) -> list[str]:
    """Each change as the image that went and the image that came; BLOBs in hexadecimal, floats in full."""

    def said(op: str, side: str) -> str:
        key = " || '|' || ".join(f'{side}."{column.name}"' for column in table.primary_key)
        values = ", ".join(
            f"'{column.name}', CASE typeof({side}.\"{column.name}\") WHEN 'blob' THEN hex({side}.\"{column.name}\") "
            f"WHEN 'real' THEN printf('%!.17g', {side}.\"{column.name}\") ELSE {side}.\"{column.name}\" END"
            for column in table.columns
            if column.name != "version"
        )
        into = "INSERT INTO witness (tbl, op, key, image)"
        return f"{into} VALUES ('{table.name}', '{op}', {key}, json_object({values}));"

    bodies = {
        "INSERT": said("new", "NEW"),
        "DELETE": said("old", "OLD"),
        "UPDATE": said("old", "OLD") + said("new", "NEW"),
    }
    return [
        f'CREATE TEMP TRIGGER witness_{table.name}_{verb} AFTER {verb} ON main."{table.name}" BEGIN {body} END'
        for verb, body in bodies.items()
    ]


def _key_text(table: Table, key: str) -> str:
    parts = zip(table.primary_key, key.split("|"), strict=True)
    return "|".join(str(uuid.UUID(part)) if isinstance(column.type, Uuid) else part for column, part in parts)


def _net(before: Any, after: Any) -> Any:
    if before is None and after is None:
        return None
    if before is None or after is None:
        return "came" if before is None else "went"
    return {name for name in after if _plain(after[name]) != _plain(before[name])} or None


def _plain(value: Any) -> Any:
    """JSON and times may be spelled anew without a change."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return same_spelling(value)


def _journalled(raw: sqlite3.Connection) -> Seen:
    made_here = (
        "SELECT table_name, row_key, before, after FROM journal_row WHERE step_id IN (SELECT step FROM temp.made)"
    )
    said: Seen = {}
    for name, key, before, after in raw.execute(made_here):
        if before is None or after is None:
            said[name, key] = "came" if before is None else "went"
        else:
            said[name, key] = set(json.loads(after))
    return said
