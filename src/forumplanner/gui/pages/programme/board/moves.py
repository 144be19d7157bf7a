"""From a dropped block to the verb: one step each, refusals are said."""

from collections.abc import Callable

from forumplanner.actions import planning
from forumplanner.domain.history import sentence
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target
from forumplanner.gui.pages.programme.board.live import rooms_after
from forumplanner.gui.pages.programme.board.plan import NO_ROOM, Block, Plan
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.programme import Programme, SessionLine


class Moves:
    """Calls `actions.planning` for what was done on the board."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def move(self, drag: Drag, target: Target, plan: Plan) -> None:
        """A block was dropped, stretched or moved by keys."""
        block, store = drag.block, self._frame.store
        key = doing.session_id(block.session.id)
        if drag.grip is not Grip.WHOLE or _only_length(block, target):
            self._do(lambda: planning.resize_session(store, session_id=key, start=target.start, end=target.end))
            return
        to, old = plan.columns[target.column], plan.columns[block.column].room_id
        changed = rooms_after(block, target, plan) != block.session.room_ids
        leaves = changed and old != NO_ROOM and bool(block.session.room_ids)
        known_end = block.session.end is not None and block.session.end > block.start
        self._do(
            lambda: planning.place_session(
                store,
                session_id=key,
                day=to.day,
                start=target.start,
                end=target.end if known_end else None,
                room_id=doing.room_id(to.room_id) if changed else None,
                from_room=doing.room_id(old) if leaves else None,
            )
        )

    def place(self, session: SessionLine, target: Target, plan: Plan) -> None:
        """Something from the tray was dropped or placed."""
        column, store = plan.columns[target.column], self._frame.store
        key = doing.session_id(session.id)
        room = doing.room_id(column.room_id) if column.room_id != NO_ROOM else None
        self._do(
            lambda: planning.place_session(
                store, session_id=key, day=column.day, start=target.start, end=target.end, room_id=room
            )
        )

    def wait(self, session: SessionLine, programme: Programme) -> None:
        """A block was dropped into the tray: it keeps its length and has no day; the toast can take that back."""
        store, key = self._frame.store, doing.session_id(session.id)
        title = reading.words(session.title, programme.languages) or reading.word(session.kind)
        self._do(
            lambda: planning.unschedule_session(store, session_id=key),
            say=_("“{session}” waits in the tray now.", session=title),
        )

    def swap(self, one: str, other: str) -> None:
        """Two sessions change places."""
        first, second, store = doing.session_id(one), doing.session_id(other), self._frame.store
        before = store.can_undo()
        self._do(lambda: planning.swap_sessions(store, first=first, second=second))
        step = store.can_undo()
        if step is not None and (before is None or step.id != before.id):
            self._frame.toast(sentence(step.kind, step.values, interface_language()), undo=True)

    def _do(self, verb: Callable[[], object], *, say: str = "") -> None:
        doing.done(self._frame, verb, say=say)


def _only_length(block: Block, target: Target) -> bool:
    same = (target.column, target.start) == (block.column, block.start)
    return same and target.end != block.end
