"""Reading what the page shows, in a thread: the plan, what was told, the outbox, the answers, and what is due."""

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.invitations.due_changes import everything_due
from forumplanner.queries import replies, telling


class Fetching(QObject):
    """`read(Desk)` when a thread is done."""

    read = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def load(self) -> None:
        """Everything that views and panels show, at one go."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> Desk:
            with store.read() as db:
                plan = telling.load(db, forum_id=forum_id)
                return Desk(
                    plan=plan,
                    due=everything_due(plan),
                    messages=telling.messages(db, forum_id=forum_id),
                    replies=telling.replies(db, forum_id=forum_id),
                    answers=replies.answers(db, forum_id=forum_id),
                )

        self._frame.tasks.start(work, done=self.read.emit, failed=lambda error: self._frame.toast(str(error)))
