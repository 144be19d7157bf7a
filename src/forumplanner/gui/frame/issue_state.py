"""How far the programme has moved on from its newest release, for the status bar: counted in a thread, after a rest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the window makes this, and the store loads the database's library
    from forumplanner.gui.window import PlannerWindow
    from forumplanner.store import Changed

REST_MS = 700
"""Steps that follow each other faster are counted once."""

_IN_A_PROGRAMME = frozenset(
    {
        "forum",
        "organiser",
        "institution",
        "track",
        "room",
        "session",
        "session_room",
        "part",
        "item",
        "act",
        "appearance",
        "participant",
        "person",
        "post",
        "release",
    }
)


class IssueState(QObject):
    """Tells the status bar how many changes there are since the newest release."""

    def __init__(self, window: "PlannerWindow") -> None:
        super().__init__(window)
        self._window = window
        self._running = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._count)

    def hear(self, changed: "Changed") -> None:
        """A step was made: count again if it can concern the programme."""
        if any(table in _IN_A_PROGRAMME for table, _key in changed.touched):
            self.ask()

    def ask(self) -> None:
        """Count soon."""
        self._rest.start()

    def _count(self) -> None:
        shell = self._window.shell
        card = shell.shown_card() if shell.is_open() else None
        if card is None or not card.release:
            return
        if self._running:
            self._rest.start()
            return
        self._running = True
        store, forum_id = shell.store, shell.forum_id

        def work(_progress: object) -> int:
            from forumplanner.changes import compare  # noqa: PLC0415 - needed with a release only
            from forumplanner.queries import releases  # noqa: PLC0415 - loads the database's library

            with store.read() as db:
                issues = releases.since_newest(db, forum_id=forum_id)
            if issues is None:
                return 0
            compared = compare(issues.old.programme, issues.new.programme)
            return sum(len(group.changes) for group in compared.groups)

        shell.tasks.start(work, done=self._done, failed=self._failed)

    def _done(self, number: int) -> None:
        self._running = False
        self._window.status.show_changes(number)

    def _failed(self, _error: object) -> None:
        """A count that can't be made is no news; whatever is wrong is told where somebody asked for it."""
        self._running = False
