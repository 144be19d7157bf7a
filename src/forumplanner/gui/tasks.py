"""Tasks: work in another thread, with its progress, its end and its named failure told in the window's thread."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

T = TypeVar("T")

TURN: Final = 0.001
"""Seconds after which a thread makes room for another that waits.

Painting a table asks for its turn a hundred times, and Python's own five milliseconds each would show.
"""


class Cancelled(Exception):
    """The user called the work off; nobody needs to be told."""


@dataclass(slots=True)
class Progress:
    """What work in a thread holds on to: `step(3, 12)` says how far it is and stops the work if it was called off."""

    tell: Callable[[int, int], None]
    _cancelled: Event = field(default_factory=Event)

    def step(self, done: int, of: int) -> None:
        """Say how far the work is. Raises `Cancelled` once `cancel` was called."""
        if self._cancelled.is_set():
            raise Cancelled
        self.tell(done, of)

    def cancel(self) -> None:
        """Call the work off at its next step."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """True once it was called off."""
        return self._cancelled.is_set()


class Task(QObject):
    """One piece of work under way; a page keeps it to cancel it. Its results are told in the window's thread."""

    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[PlannerError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._progress = Progress(self.progressed.emit)
        self._ended.connect(self._tell)

    def cancel(self) -> None:
        """Call it off: neither `done` nor `failed` will be called."""
        self._progress.cancel()

    def run(self) -> None:
        """Do the work; called in the other thread."""
        try:
            result = self._work(self._progress)
        except Cancelled:
            self._finish(None, None)
        except Exception as error:  # noqa: BLE001 - a fault of the program is raised again in the window's thread
            self._finish(None, error)
        else:
            self._finish(result, None)

    def _finish(self, result: object, error: Exception | None) -> None:
        try:
            self._ended.emit(result, error)
        except RuntimeError:
            # The window was closed meanwhile and took this object with it: there is nobody left to tell.
            self._progress.cancel()

    def _tell(self, result: Any, error: Exception | None) -> None:
        self.deleteLater()
        if not (self._progress.cancelled or _is_gone(self._done) or _is_gone(self._failed)):
            if error is None:
                self._done(result)
            elif isinstance(error, PlannerError):
                self._failed(error)
            else:
                self._failed(
                    PlannerError(_("The program made a mistake here ({kind}). Nothing was changed.", kind=error))
                )
                raise error


def _is_gone(callback: Callable[..., object]) -> bool:
    """True where the callback belongs to, or closes over, a page or widget that was deleted meanwhile."""
    cells = (cell.cell_contents for cell in getattr(callback, "__closure__", None) or ())
    held = (getattr(callback, "__self__", None), *cells)
    return any(isinstance(one, QObject) and not isValid(one) for one in held)


class _Run(QRunnable):
    """What the thread pool starts; it holds the task so that Python keeps it alive."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class Tasks(QObject):
    """Starts work; `busy` says how many pieces are under way. One thread per kind of work keeps their order."""

    busy = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        sys.setswitchinterval(TURN)
        self._count = 0

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[PlannerError], object],
    ) -> Task:
        """Run `work(progress)` in a thread; then `done(result)` or `failed(error)` in the window's thread."""
        task = Task(work, done=done, failed=failed, parent=self)
        self._count += 1
        self.busy.emit(self._count)
        task.destroyed.connect(self._one_less)
        self._pool.start(_Run(task))
        return task

    def call_off(self) -> None:
        """Call off everything that is under way: nobody is told of its end any more."""
        for task in self.findChildren(Task):
            task.cancel()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until all threads are idle; for closing and for tests."""
        return self._pool.waitForDone(milliseconds)

    def _one_less(self) -> None:
        self._count -= 1
        self.busy.emit(self._count)
