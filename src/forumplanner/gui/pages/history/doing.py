"""What the History page asks of the store, in threads: reading, taking back, going back, bringing back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.history.opened import Opened
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import history
from forumplanner.snapshots.history import History, Standing, StepLine

T = TypeVar("T")


class PastSteps(QObject):
    """Each question has an answer by a callback in the window's thread; a refusal is said in a toast."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def read(self, done: Callable[[History], object]) -> None:
        """The whole history."""
        store = self._frame.store

        def work() -> History:
            with store.read() as db:
                return history.load(db)

        self._start(work, done)

    def look(self, step: StepLine, done: Callable[[Opened], object]) -> None:
        """What one step changed, and whether it could be taken back alone."""
        store = self._frame.store

        def work() -> Opened:
            with store.read() as db:
                detail = history.detail(db, step.id)
            refusal = store.can_undo_step(step.id) if step.standing is Standing.STANDS else None
            return Opened(step, detail, str(refusal) if refusal else "")

        self._start(work, done)

    def ask_way_back(self, number: int, done: Callable[[int, tuple[StepLine, ...]], object]) -> None:
        """Which steps going back to before `number` takes along."""
        store = self._frame.store

        def work() -> tuple[StepLine, ...]:
            return tuple(history.line(step) for step in store.steps_after(number))

        self._start(work, lambda steps: done(number, steps))

    def ask_bring_back(self, number: int, done: Callable[[int, str], object]) -> None:
        """Why what step `number` removed can't come back, "" where it can."""
        store = self._frame.store
        self._start(lambda: str(store.can_bring_back(number) or ""), lambda refusal: done(number, refusal))

    def undo_step(self, number: int) -> None:
        """Take one step back alone."""
        store = self._frame.store
        self._start(lambda: store.undo_step(number), lambda _step: self._say(_("Taken back. Later steps stay.")))

    def go_back_before(self, number: int) -> None:
        """Take back a step and all after it."""
        store = self._frame.store

        def work() -> int:
            made = store.go_back_before(number)
            return int(made.values["steps"] or 0) if made else 0

        self._start(work, lambda n: self._say(ngettext("Took back {n} step.", "Took back {n} steps.", n)))

    def bring_back(self, number: int) -> None:
        """Put in again what a step removed."""
        store = self._frame.store

        def work() -> int:
            return int(store.bring_back(number).values["rows"] or 0)

        self._start(work, lambda n: self._say(ngettext("Brought back {n} entry.", "Brought back {n} entries.", n)))

    def _say(self, sentence: str) -> None:
        self._frame.toast(sentence, undo=True)

    def _start(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._frame.tasks.start(lambda _progress: work(), done=done, failed=self._fail)

    def _fail(self, error: PlannerError) -> None:
        self._frame.toast(str(error))
