"""The Store: the one door to a planner file, for the window, the command line and the tests alike."""

import getpass
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy.orm import Session

from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import gettext as _
from forumplanner.store import engine as database
from forumplanner.store import fileformat, journal, transaction
from forumplanner.store.failures import StepRefused
from forumplanner.store.listeners import Listener, Listeners
from forumplanner.store.schema import Schema, records_schema
from forumplanner.store.step import Changed, Scalar, Step, StepMode


class Store:
    """A planner file that is open. Make one with `Store.create` or `Store.open`; close it, or use it in a `with`."""

    def __init__(self, path: Path, *, actor: str, schema: Schema) -> None:
        self.path = path
        self.actor = actor
        self._schema = schema
        self._engine = database.planner_engine(path)
        self._listeners = Listeners()
        self._stepping = threading.local()

    @classmethod
    def create(cls, path: Path, *, actor: str = "", schema: Schema | None = None) -> Self:
        """Make a new planner file and open it."""
        schema = schema or records_schema()
        fileformat.make(path, schema)
        return cls(path, actor=actor or getpass.getuser(), schema=schema)

    @classmethod
    def open(cls, path: Path, *, actor: str = "", writable: bool = True, schema: Schema | None = None) -> Self:
        """Open a planner file."""
        return cls(path, actor=actor or getpass.getuser(), schema=schema or records_schema())

    @contextmanager
    def step(self, kind: StepKind, /, *, initiator: object = None, **values: Scalar) -> Iterator[Session]:
        """One user action: one session, one transaction, one entry of the history, one undo.

        `values` are what `domain.history` needs to put the step into words. The step is in the file when the block
        ends without an exception; then listeners are told. Raises `StepRefused`, with the file as it was.
        """
        if getattr(self._stepping, "now", False):
            raise StepRefused(_("This could not be saved, since another change is still being made. Try again."))
        self._stepping.now = True
        try:
            with transaction.step(self._engine, self._schema, kind=kind, values=values, actor=self.actor) as opened:
                yield opened.session
        finally:
            self._stepping.now = False
        self._tell(opened.made, initiator)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session in one consistent view of the file, on which the database refuses every write."""
        with database.reading(self._engine) as connection, Session(bind=connection, autoflush=False) as session:
            yield session

    def undo(self, *, initiator: object = None) -> Step | None:
        """Take back this actor's newest step. Returns the step that does so, or None where there is nothing.

        Raises `UndoRefused`, with the file as it was, where somebody's later work is in the way.
        """
        return self._turn(StepMode.UNDO, initiator)

    def redo(self, *, initiator: object = None) -> Step | None:
        """Do again what was taken back last. Returns and raises like `undo`."""
        return self._turn(StepMode.REDO, initiator)

    def _turn(self, mode: StepMode, initiator: object) -> Step | None:
        made = transaction.turn(self._engine, self._schema, actor=self.actor, mode=mode)
        self._tell(made, initiator)
        return made[0] if made else None

    def can_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        with database.reading(self._engine) as connection:
            return journal.undoable(connection, self.actor)

    def can_redo(self) -> Step | None:
        """The step that `redo` would do again."""
        with database.reading(self._engine) as connection:
            return journal.redoable(connection, self.actor)

    def history(self, limit: int | None = 100) -> list[Step]:
        """The newest steps of everybody, newest first; None for all of them."""
        with database.reading(self._engine) as connection:
            return journal.steps(connection, limit=limit)

    def head(self) -> tuple[int, str]:
        """Number and hash (hexadecimal) of the newest step; (0, "") in a new file."""
        with database.reading(self._engine) as connection:
            number, chained = journal.head(connection)
        return number, chained.hex()

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with a `Changed` after each step, in the thread that made it; returns what ends that."""
        return self._listeners.add(callback)

    def _tell(self, made: transaction.Made | None, initiator: object) -> None:
        if made:
            self._listeners.tell(Changed(*made, initiator))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
