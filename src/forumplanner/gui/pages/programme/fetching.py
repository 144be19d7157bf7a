"""Fetching: reads the programme in a thread, one reading at a time, and lets others wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.queries import programme as query
from forumplanner.snapshots.programme import Programme


class Fetching(QObject):
    """`ready(programme)` after each `ask`; asking again while it reads makes it read once more."""

    ready = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._running = self._again = False
        self._waiting: list[Callable[[], object]] = []

    def ask(self) -> None:
        """Read what stands in the file now; an older state never comes after a newer one."""
        if self._running:
            self._again = True
            return
        self._running = True
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> Programme:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self._frame.tasks.start(work, done=self._done, failed=self._failed)

    def after(self, act: Callable[[], object]) -> None:
        """Do something as soon as what is shown stands in the file: now, or when the reading has ended."""
        if self._running:
            self._waiting.append(act)
        else:
            act()

    def _done(self, programme: Programme) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.ask()
            return
        self.ready.emit(programme)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _failed(self, error: PlannerError) -> None:
        self._running = self._again = False
        self._waiting = []
        self._frame.toast(str(error))
