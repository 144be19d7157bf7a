"""The search for duplicates in the background: how far it is, what it found, and that it can be called off."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from forumplanner.domain.likeness import Likely, Someone, likely_twins, pairs
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.tasks import Progress, Task
from forumplanner.queries import duplicates as query
from forumplanner.snapshots.duplicates import Directory

REST_MS = 1500
"""How long people must stay as they are before the search begins by itself."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two people who may be one, and what is known of both for the question."""

    likely: Likely
    first: Someone
    second: Someone

    def concerns(self, person_id: str) -> bool:
        """Whether it is about that person."""
        return person_id in {self.likely.first, self.likely.second}


class Search(QObject):
    """Keeps what it found until people change. `progressed(percent)`; `changed()`: it began, ended or was stopped."""

    progressed = Signal(int)
    changed = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._task: Task | None = None
        self.doubts: tuple[Doubt, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.start)

    def is_running(self) -> bool:
        """True while people are being compared."""
        return self._task is not None

    def soon(self) -> None:
        """People changed: what was found may no longer be true; look again once they rest."""
        self._stop()
        self._timer.start()

    def start(self) -> None:
        """Look now."""
        self._timer.stop()
        self._stop()
        store = self._frame.store

        def work(progress: Progress) -> tuple[Doubt, ...]:
            with store.read() as db:
                directory = query.load(db)
            return _doubts(directory, progress)

        self._task = self._frame.tasks.start(work, done=self._take, failed=self._fail)
        self._task.progressed.connect(self._tell)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop looking; what was found before stays."""
        self._timer.stop()
        self._stop()
        self.changed.emit()

    def leave(self) -> None:
        """The file is being closed: stop, and tell nobody."""
        self._timer.stop()
        self._stop()

    def _tell(self, done: int, of: int) -> None:
        self.progressed.emit(round(100 * done / of) if of else 0)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, doubts: tuple[Doubt, ...]) -> None:
        self._task, self.doubts = None, doubts
        self.changed.emit()

    def _fail(self, error: PlannerError) -> None:
        self._task = None
        self._frame.toast(str(error))
        self.changed.emit()


def chosen_pair(frame: Frame, first: str, second: str) -> Doubt | None:
    """Two people whom somebody chose to compare; None where one of them is gone."""
    with frame.store.read() as db:
        known = {person.id: person for person in query.load(db).people if person.id in {first, second}}
    if len(known) < 2:
        return None
    one, other = (known[key] for key in sorted(known))
    alike = likely_twins(one, [other])
    return Doubt(alike[0] if alike else Likely(one.id, other.id, 0.0, ()), one, other)


def _doubts(directory: Directory, progress: Progress) -> tuple[Doubt, ...]:
    found = pairs(directory.people, progress.step, lambda: progress.cancelled, apart=directory.apart)
    known = {person.id: person for person in directory.people}
    return tuple(Doubt(likely, known[likely.first], known[likely.second]) for likely in found)
