"""Checking: runs the checks of the forum in a thread and tells the findings; also sets the badges of the rail."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from forumplanner import checks
from forumplanner.checks.ways import Ways, with_ways
from forumplanner.domain.kinds import Severity
from forumplanner.domain.times import conference_day
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.invitations.due_changes import everything_due, to_tell
from forumplanner.queries import calls, delegations, telling
from forumplanner.queries import checks as query
from forumplanner.queries.paper import NoSuchForum
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import Finding, WayOut

_PAUSE_MS = 1200
"""After so long without another check, what takes longer is counted."""


@dataclass(frozen=True, slots=True)
class _Checked:
    forum: CheckedForum
    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    alarm: tuple[int, str]
    waiting: int


class Checking(QObject):
    """`ready(findings)` after each `ask`, with those that nobody accepted; `accepted` are the others.

    Asking again while the checks run makes them run once more.
    """

    ready = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._running = False
        self._again = False
        self.accepted: tuple[Finding, ...] = ()
        self._ways: Ways | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._count_due)

    def ways_of(self, finding: Finding) -> tuple[WayOut, ...]:
        """The ways out of a finding of the newest check; worked out here for those that came without."""
        return finding.ways or (self._ways.of(finding) if self._ways and finding.acknowledged is None else ())

    def ask(self) -> None:
        """Check the forum as it stands now."""
        if self._running:
            self._again = True
            return
        self._running = True
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> _Checked:
            now = dt.datetime.now(tz=dt.UTC)
            with store.read() as db:
                forum = query.load(db, forum_id=forum_id, now=now)
                alarm = delegations.load(db, forum_id=forum_id).alarm()
                today = conference_day(now, forum.zone)
                waiting = calls.waiting(db, forum_id=forum_id, today=today)
            open_, accepted = checks.accepted(checks.run(forum), forum.acknowledged, today=today)
            return _Checked(forum, tuple(with_ways(open_, forum)), tuple(accepted), alarm, waiting)

        self._frame.tasks.start(work, done=self._done, failed=self._failed)

    def _done(self, checked: _Checked) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.ask()
            return
        self.accepted, self._ways = checked.accepted, Ways(checked.forum)
        self._set_badges(checked.open)
        self._frame.badge("guests", checked.waiting, "warn")
        self._frame.badge("delegations", *checked.alarm)
        self.ready.emit(checked.open)
        self._pause.start()

    def _count_due(self) -> None:
        """How many people a mail is due to since they were told; worked out at a pause, as it takes longest."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> int:
            with store.read() as db:
                if not telling.any_told(db, forum_id=forum_id):
                    return 0
                plan = telling.load(db, forum_id=forum_id)
                messages = telling.messages(db, forum_id=forum_id)
            return to_tell(plan, everything_due(plan, minor=frozenset()), messages).people()

        self._frame.tasks.start(
            work, done=lambda number: self._frame.badge("invitations", number), failed=lambda _error: None
        )

    def _failed(self, error: PlannerError) -> None:
        self._running = False
        if not isinstance(error, NoSuchForum):  # a forum that is gone takes its page with it
            self._frame.toast(str(error))

    def _set_badges(self, findings: tuple[Finding, ...]) -> None:
        """The rail counts what must be fixed, in all and by page; what should be fixed, in all, once nothing must."""
        must = [finding for finding in findings if finding.severity is Severity.ERROR]
        for page in ("programme", "people"):
            self._frame.badge(page, sum(str(finding.place.page) == page for finding in must), "danger")
        open_ = [finding for finding in findings if finding.severity is Severity.WARNING]
        self._frame.badge("overview", len(must) or len(open_), "danger" if must else "warn")
