"""The store's older steps: taking one back alone, going back, bringing back what was removed, the history of a row."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner.store import engine as database
from forumplanner.store import older, opening, rowhistory
from forumplanner.store import removed as bringing
from forumplanner.store.failures import UndoRefused
from forumplanner.store.past_failures import BringBackRefused
from forumplanner.store.step import Step

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from forumplanner.store.schema import Schema
    from forumplanner.store.transaction import Made


class Past:
    """What `Store` offers beyond undo and redo. All of these are ordinary steps: undo takes them back again."""

    path: Path
    actor: str
    _engine: "Engine"
    _schema: "Schema"

    def line(self) -> int:
        """How often an older file was found in this one's place; what is kept elsewhere of its mail is for one line."""
        return opening.line_of(self.path)

    def can_undo_step(self, number: int) -> UndoRefused | None:
        """None where `undo_step` would do it; else why not: who touched the same entry since, in a sentence.

        Raises `NoSuchStep`.
        """
        with database.reading(self._engine) as connection:
            try:
                older.require_free(connection, self._schema, number)
            except UndoRefused as refusal:
                return refusal
        return None

    def undo_step(self, number: int, *, initiator: object = None) -> Step:
        """Take one step of anybody back, leaving all later ones. Raises `UndoRefused`, `NoSuchStep`."""
        self._require_writable()
        made = older.take_back(self._engine, self._schema, number, actor=self.actor)
        self._tell(made, initiator)
        return made[0]

    def steps_after(self, number: int) -> list[Step]:
        """What `go_back_before` would take back: the step itself, if it stands, and all after it, the newest first.

        Raises `UndoRefused` where the way is closed, `NoSuchStep`.
        """
        with database.reading(self._engine) as connection:
            return older.require_way_back(connection, self._schema, number)

    def go_back_before(self, number: int, *, initiator: object = None) -> Step | None:
        """Take back a step and everything after it, of everybody, as one step; None where nothing of it stands.

        Raises `UndoRefused`, `NoSuchStep`.
        """
        self._require_writable()
        made = older.go_back(self._engine, self._schema, number, actor=self.actor)
        self._tell(made, initiator)
        return made[0] if made else None

    def removed(self) -> list[bringing.Removed]:
        """What was removed and is still gone, the newest removal first."""
        with database.reading(self._engine) as connection:
            return bringing.removed(connection, self._schema)

    def can_bring_back(self, number: int, *, row: bringing.RowName | None = None) -> BringBackRefused | None:
        """None where `bring_back` would do it, else why not. Raises `NoSuchStep`."""
        with database.reading(self._engine) as connection:
            try:
                bringing.require_way(connection, self._schema, number, row=row)
            except BringBackRefused as refusal:
                return refusal
        return None

    def bring_back(self, number: int, *, row: bringing.RowName | None = None, initiator: object = None) -> Step:
        """Put in again what step `number` removed, or of it one `row` (table, key) with what went along.

        Raises `BringBackRefused` where something it belongs to is gone or its place is taken, `NoSuchStep`.
        """
        self._require_writable()
        made = bringing.bring_back(self._engine, self._schema, number, row=row, actor=self.actor)
        self._tell(made, initiator)
        return made[0]

    def history_of(self, table: str, key: str) -> list[rowhistory.RowChange]:
        """Every step that touched one row, the newest first, with the fields it changed."""
        return self.history_of_rows([(table, key)])

    def history_of_rows(self, rows: Sequence[bringing.RowName]) -> list[rowhistory.RowChange]:
        """The same of several rows together."""
        with database.reading(self._engine) as connection:
            return rowhistory.of_rows(connection, rows)

    def changes_of(self, number: int) -> list[rowhistory.RowChange]:
        """The rows that one step changed. Raises `NoSuchStep`."""
        with database.reading(self._engine) as connection:
            return rowhistory.of_step(connection, number)

    def _require_writable(self) -> None:
        raise NotImplementedError

    def _tell(self, made: "Made | None", initiator: object) -> None:
        raise NotImplementedError
