"""Live: the forum as the checks see it, read anew after each change, to be asked while something is dragged."""

import datetime as dt

from PySide6.QtCore import QObject

from forumplanner.checks.live import LiveChecks
from forumplanner.domain.times import instant
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board.dragging import Target
from forumplanner.gui.pages.programme.board.plan import NO_ROOM, Block, Part, Plan
from forumplanner.queries import checks as query
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import SessionLine


class Live(QObject):
    """Answers within a few milliseconds; nothing as long as the forum has not been read."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._checks: LiveChecks | None = None
        self._running = self._again = False

    def ask(self) -> None:
        """Read the forum as it stands now, in a thread."""
        if self._running:
            self._again = True
            return
        self._running = True
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> LiveChecks:
            with store.read() as db:
                return LiveChecks(query.load(db, forum_id=forum_id))

        self._frame.tasks.start(work, done=self._done, failed=lambda _error: self._done(None))

    def findings(self, block: Block, target: Target, plan: Plan) -> tuple[Finding, ...]:
        """What would be amiss if the block's session stood there."""
        end, day = target.end if block.session.end is not None else None, plan.columns[target.column].day
        return self._ask(block.session, day, (target.start, end), rooms_after(block, target, plan))

    def of_newcomer(self, session: SessionLine, target: Target, plan: Plan) -> tuple[Finding, ...]:
        """What would be amiss if a session without a time stood there, as long as it is drawn."""
        column = plan.columns[target.column]
        rooms = (column.room_id, *session.room_ids[1:]) if column.room_id != NO_ROOM else session.room_ids
        return self._ask(session, column.day, (target.start, target.end), rooms)

    def _ask(
        self, session: SessionLine, day: dt.date, span: tuple[int, int | None], rooms: tuple[str, ...]
    ) -> tuple[Finding, ...]:
        if self._checks is None:
            return ()
        start, end = span
        return self._checks.moved(
            session.id,
            day=day,
            start=_at(day, start, session.zone),
            end=_at(day, end, session.zone) if end is not None else None,
            rooms=rooms,
        )

    def _done(self, checks: LiveChecks | None) -> None:
        self._running = False
        self._checks = checks or self._checks
        if self._again:
            self._again = False
            self.ask()


def rooms_after(block: Block, target: Target, plan: Plan) -> tuple[str, ...]:
    """The rooms of a session once its block stands in another column; the other rooms stay."""
    old, new = plan.columns[block.column].room_id, plan.columns[target.column].room_id
    rooms = block.session.room_ids
    if block.part is Part.EVERYBODY or new in {NO_ROOM, old}:
        return rooms
    if old not in rooms:
        return (new, *(room for room in rooms if room != new))
    return tuple(dict.fromkeys(new if room == old else room for room in rooms))


def _at(day: dt.date, minute: int, zone: str) -> dt.datetime:
    return instant(day, minute, zone)
