"""Working out who must know, in a thread: 1,000 people take longer than a key press may."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.invitations.who_must_know import who_must_know
from forumplanner.queries import knowing as query
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.must_know import MustKnow


@dataclass(frozen=True)
class Known:
    """What the view shows, and what it was worked out from."""

    desk: Desk
    facts: KnowingFacts
    must: MustKnow


class Fetching(QObject):
    """`read(Known)` when a thread is done; only the newest reading is told."""

    read = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._newest = frame, 0

    def load(self, desk: Desk, since: str) -> None:
        """`since`: the issue in people's hands, "" for the newest."""
        store, forum_id = self._frame.store, self._frame.forum_id
        self._newest += 1
        number = self._newest

        def work(_progress: object) -> Known:
            with store.read() as db:
                facts = query.load(db, forum_id=forum_id, since=since)
            return Known(desk, facts, who_must_know(desk.plan, desk.due, facts, desk.messages))

        def done(known: Known) -> None:
            if number == self._newest:
                self.read.emit(known)

        self._frame.tasks.start(work, done=done, failed=lambda error: self._frame.toast(str(error)))
