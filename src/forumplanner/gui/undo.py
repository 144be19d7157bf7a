"""Taking back and doing again: a focused text field first, then the store in a thread, then a sentence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from forumplanner import i18n
from forumplanner.domain import history
from forumplanner.files import PlannerError
from forumplanner.gui.tasks import Tasks
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Step, Store


class Undoing(QObject):
    """Undo and redo of the open file. `offered(undo, redo)`: the steps that could be turned now, or None."""

    offered = Signal(object, object)
    told = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._store: Store | None = None
        self._busy = False

    def use(self, store: "Store | None") -> None:
        """Work on another file, or on none."""
        self._store, self._busy = store, False
        self.look()

    def look(self) -> None:
        """Ask the store, in a thread, what could be turned."""
        store = self._store
        if store is None:
            self.offered.emit(None, None)
            return
        self._tasks.start(
            lambda _progress: (store.can_undo(), store.can_redo()),
            done=lambda pair: self.offered.emit(*pair),
            failed=lambda error: self.told.emit(str(error)),
        )

    def undo(self) -> None:
        """Ctrl+Z."""
        if not _in_text_field(again=False):
            self.turn(back=True)

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        if not _in_text_field(again=True):
            self.turn(back=False)

    def turn(self, *, back: bool) -> None:
        """Take the newest step back, or do again what was taken back last; then say which."""
        store = self._store
        if store is None or self._busy:
            return
        self._busy = True

        def work(_progress: object) -> "Step | None":
            wanted = store.can_undo() if back else store.can_redo()
            return wanted if (store.undo() if back else store.redo()) is not None else None

        def done(step: "Step | None") -> None:
            self._busy = False
            self.told.emit(_outcome(step, back=back))

        self._tasks.start(work, done=done, failed=self._refused)

    def _refused(self, error: PlannerError) -> None:
        self._busy = False
        self.told.emit(str(error))


def step_words(step: "Step") -> str:
    """A step in the interface's language."""
    return history.sentence(step.kind, step.values, i18n.interface_language())


def _outcome(step: "Step | None", *, back: bool) -> str:
    if step is None:
        return _("There is nothing to take back.") if back else _("There is nothing to do again.")
    message = _("Taken back: {what}") if back else _("Done again: {what}")
    return message.format(what=step_words(step))


def _in_text_field(*, again: bool) -> bool:
    """Let a focused text field undo or redo its own typing; False where there is none to do."""
    field = QApplication.focusWidget()
    turn: Callable[[], object] | None = None
    if isinstance(field, QLineEdit):
        possible = field.isRedoAvailable() if again else field.isUndoAvailable()
        turn = (field.redo if again else field.undo) if possible else None
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        possible = document.isRedoAvailable() if again else document.isUndoAvailable()
        turn = (field.redo if again else field.undo) if possible else None
    if turn is None:
        return False
    turn()
    return True
