"""Working out who was told what, in a thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.invitations.told_sessions import told_sessions
from forumplanner.queries import knowing
from forumplanner.snapshots.knowing import Call
from forumplanner.snapshots.told import ToldSession


@dataclass(frozen=True)
class Standing:
    """What the view shows."""

    desk: Desk
    sessions: tuple[ToldSession, ...]
    calls: dict[str, Call]


class Fetching(QObject):
    """`read(Standing)` when a thread is done; only the newest reading is told."""

    read = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._newest = frame, 0

    def load(self, desk: Desk) -> None:
        """Everything that the view shows of a desk."""
        store, forum_id = self._frame.store, self._frame.forum_id
        self._newest += 1
        number = self._newest

        def work(_progress: object) -> Standing:
            with store.read() as db:
                calls = {call.participant_id: call for call in knowing.calls(db, forum_id=forum_id)}
            return Standing(desk, told_sessions(desk.plan, desk.answers, desk.outdated), calls)

        def done(standing: Standing) -> None:
            if number == self._newest:
                self.read.emit(standing)

        self._frame.tasks.start(work, done=done, failed=lambda error: self._frame.toast(str(error)))
