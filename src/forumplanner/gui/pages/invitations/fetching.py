"""Reading what the page shows, in a thread: the plan, what was told, the outbox, the answers, and what is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.invitations.due_changes import everything_due, to_tell
from forumplanner.invitations.who_must_know import who_must_know
from forumplanner.queries import answered, knowing, replies, telling
from forumplanner.snapshots.changes_to_tell import ToTell
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.telling import TellingPlan

if TYPE_CHECKING:
    from forumplanner.domain.ids import ForumId
    from forumplanner.store import Store


@dataclass(frozen=True)
class Reading:
    """What one reading found. `keys`: what each participant is found by, folded; `facts`: what people have in hand."""

    desk: Desk
    sums: ToTell
    keys: Mapping[str, str]
    facts: KnowingFacts


class Fetching(QObject):
    """`read(Reading)` when a thread is done; asking again meanwhile reads once more."""

    read = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._running = False
        self._again: bool | None = None
        self._last: Reading | None = None

    def load(self, *, plan_too: bool = True) -> None:
        """Everything; without `plan_too` only what the outbox and the answers are."""
        if self._running:
            self._again = plan_too or bool(self._again)
            return
        self._running = True
        store, forum_id = self._frame.store, self._frame.forum_id
        last = self._last if not plan_too and self._last and self._last.desk.plan.forum_id == str(forum_id) else None

        def work(_progress: object) -> Reading:
            return read(store, forum_id, last)

        self._frame.tasks.start(work, done=self._done, failed=self._failed)

    def _done(self, reading: Reading) -> None:
        self._running, self._last = False, reading
        self.read.emit(reading)
        if self._again is not None:
            again, self._again = self._again, None
            self.load(plan_too=again)

    def _failed(self, error: PlannerError) -> None:
        self._running, self._again = False, None
        self._frame.toast(str(error))


def read(store: "Store", forum_id: "ForumId", last: Reading | None) -> Reading:
    """The page's reading; plan and programme of the last one are kept where only mails moved."""
    with store.read() as db:
        if last is None:
            plan = telling.load(db, forum_id=forum_id)
            facts = knowing.load(db, forum_id=forum_id)
        else:
            plan, facts = telling.with_told(db, last.desk.plan), last.facts
        desk = Desk(
            plan=plan,
            due=everything_due(plan),
            messages=telling.messages(db, forum_id=forum_id),
            replies=telling.replies(db, forum_id=forum_id),
            answers=replies.answers(db, forum_id=forum_id),
            outdated=answered.outdated(db, forum_id=forum_id),
        )
    must = who_must_know(plan, desk.due, facts, desk.messages)
    sums = to_tell(plan, everything_due(plan, minor=frozenset()), desk.messages, must)
    return Reading(desk, sums, last.keys if last else _keys(plan), facts)


def _keys(plan: TellingPlan) -> dict[str, str]:
    names = {one.participant_id: one.name for one in plan.readers}
    return {key: haystack(name.zh, name.latin, name.native) for key, name in names.items()}
