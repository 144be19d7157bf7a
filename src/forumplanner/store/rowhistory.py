"""What steps did to rows: the changes of one step, and all changes of some rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from forumplanner.records.journal import JournalRow
from forumplanner.store import journal
from forumplanner.store.codec import image_from_text
from forumplanner.store.past_failures import NoSuchStep
from forumplanner.store.rows import batches
from forumplanner.store.step import Step


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that a step changed: fields as they were and as they became, None where the row wasn't there.

    Values are plain JSON in the journal's spelling: a time as UTC text, a code by its Python name, a text by language
    as `{tag: [text, revision]}`.
    """

    step: Step
    table: str
    key: str
    before: Mapping[str, Any] | None = field(hash=False)
    after: Mapping[str, Any] | None = field(hash=False)


def of_step(connection: Connection, number: int) -> list[RowChange]:
    """The rows of one step in the order they were written. Raises `NoSuchStep`."""
    step = journal.step_by_number(connection, number)
    if step is None:
        raise NoSuchStep(number)
    return [_change(step, row) for row in journal.rows_of(connection, number)]


def of_rows(connection: Connection, rows: Sequence[tuple[str, str]]) -> list[RowChange]:
    """All changes of these rows, the newest step first."""
    found: list[Row[Any]] = []
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for table, key in rows:
        by_table[table].append(key)
    for table, keys in by_table.items():
        for part in batches(keys):
            wanted = select(JournalRow.__table__).where(JournalRow.table_name == table, JournalRow.row_key.in_(part))
            found += connection.execute(wanted)
    steps = journal.steps_by_number(connection, {row.step_id for row in found})
    found.sort(key=lambda row: (-row.step_id, row.id))
    return [_change(steps[row.step_id], row) for row in found]


def _change(step: Step, row: Row[Any]) -> RowChange:
    return RowChange(step, row.table_name, row.row_key, image_from_text(row.before), image_from_text(row.after))
