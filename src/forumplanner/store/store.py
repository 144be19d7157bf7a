"""The Store: the one door to a planner file, for the window, the command line and the tests alike."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import gettext as _
from forumplanner.store import backup, doubts, fileformat, journal, opening, transaction
from forumplanner.store import engine as database
from forumplanner.store.failures import BackupFailed, StepRefused
from forumplanner.store.heads import OlderFile
from forumplanner.store.listeners import Listener, Listeners
from forumplanner.store.lock import InstanceLock, user_name
from forumplanner.store.past import Past
from forumplanner.store.schema import Schema, records_schema
from forumplanner.store.step import Changed, Scalar, Step, StepMode, require_scalars
from forumplanner.store.verify import Problem, verify


class Store(Past):
    """A planner file that is open. Make one with `Store.create` or `Store.open`; close it, or use it in a `with`.

    `opened_older`: set where this computer has saved newer steps of the same file; show its sentence.
    `doubted`: set where its mail was put in doubt for that, or since it was restored.
    `backup_failed`: set where the backup at opening could not be made; the file is open all the same.
    """

    opened_older: OlderFile | None = None
    doubted: doubts.Doubted | None = None
    backup_failed: BackupFailed | None = None

    def __init__(self, path: Path, *, actor: str, schema: Schema, lock: InstanceLock | None = None) -> None:
        self.path = path
        self.actor = actor or user_name()
        self.writable = lock is not None
        self._lock = lock
        self._schema = schema
        self._engine = database.planner_engine(path, mode=opening.mode_for(path))
        self._listeners = Listeners()
        self._stepping = threading.local()
        self._head_at_opening = self.head()

    @classmethod
    def create(cls, path: Path, *, actor: str = "", schema: Schema | None = None) -> Self:
        """Make a new planner file and open it for `actor` (default: the login).

        Raises `FileTaken` where there is a file already, `ReadOnlyFile` or `UnreadableFile` where none can be made.
        """
        schema = schema or records_schema()
        with opening.locked(path) as lock:
            fileformat.make(path, schema)
            return cls(path, actor=actor, schema=schema, lock=lock)

    @classmethod
    def open(cls, path: Path, *, actor: str = "", writable: bool = True, schema: Schema | None = None) -> Self:
        """Open a planner file for `actor` (default: the login), after looking it over; never makes one.

        Raises `MissingFile`, `NotAPlannerFile`, `NewerFile`, `DamagedFile`, `ForeignParts`, `FileInUse`,
        `ReadOnlyFile`, `UnreadableFile`; of a file of an older program `OlderForm` (to read only), `MigrationFailed`.
        """
        schema = schema or records_schema()
        number = opening.require_planner_file(path)
        if not writable:
            opening.require_current(path, number)
            opening.require_sound(path)
            store = cls(path, actor=actor, schema=schema)
            store.opened_older = opening.older_than_saved(path)
            return store
        with opening.locked(path) as lock:
            opening.require_writable(path)
            opening.require_sound(path)
            changes = fileformat.changes_of(path)
            opening.bring_up_to_date(path, number, actor=actor or user_name())
            store = cls(path, actor=actor, schema=schema, lock=lock)
            store.opened_older = opening.older_than_saved(path)
            store.doubted = store._doubt(changes)
            store.backup_failed = backup.try_to_back_up(path, backup.Reason.OPENED)
            return store

    @contextmanager
    def step(self, kind: StepKind, /, *, initiator: object = None, **values: Scalar) -> Iterator[Session]:
        """One user action: one session, one transaction, one entry of the history, one undo.

        `values` are what `domain.history` needs to put the step into words. The step is in the file when the block
        ends without an exception; then listeners are told. A step that changed nothing leaves no entry.
        Raises `StepRefused`, with the file as it was.
        """
        self._require_writable()
        require_scalars(values)
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
        self._require_writable()
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

    def backup(self, reason: backup.Reason = backup.Reason.WISH) -> backup.Backup | None:
        """Make a backup, unless the newest one holds this very state (then None). Raises `BackupFailed`."""
        return backup.back_up_if_changed(self.path, reason)

    def backup_to(self, path: Path) -> None:
        """Write a copy of the file to `path`. Raises `FileTaken` where a file is there, `BackupFailed`."""
        backup.save_copy(self.path, path)

    def verify(self) -> list[Problem]:
        """Everything that is wrong with the file; an empty list is good news."""
        with database.reading(self._engine) as connection:
            return verify(connection, self._schema)

    def close(self) -> None:
        """Back up what changed, note the newest step on this computer, and let go of the file.

        Raises `BackupFailed` after the file is closed and unlocked.
        """
        if self._lock is None:
            return
        with ExitStack() as whatever_happens:
            whatever_happens.callback(self._let_go, self._lock)
            whatever_happens.callback(self.backup, backup.Reason.CLOSED)
            self._remember()

    def _let_go(self, lock: InstanceLock) -> None:
        lock.release()
        self._lock = None

    def _doubt(self, changes: int) -> doubts.Doubted | None:
        return doubts.doubt(self.path, self._engine, self._schema, changes=changes)

    def _remember(self) -> None:
        """An older copy that was only looked at doesn't make this computer forget the newer one."""
        head = self.head()
        if self.opened_older is None or head != self._head_at_opening:
            opening.remember(self.path, head)

    def _require_writable(self) -> None:
        if self._lock is None:
            raise StepRefused(_("“{name}” is open for reading only, so nothing was changed.", name=self.path.name))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
