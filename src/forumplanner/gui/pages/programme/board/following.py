"""Shifting what follows: ghosts show where it would go, up to the next break; only a second press goes beyond it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from forumplanner.actions import shifting
from forumplanner.domain.kinds import BREAK_SESSIONS
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board.dragging import Target
from forumplanner.gui.pages.programme.board.plan import Block, Part, Plan
from forumplanner.gui.pages.programme.board.state import Shown
from forumplanner.gui.pages.programme.board.view import BoardView
from forumplanner.gui.pages.programme.board.words import clock
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

_QUIET_MS = 700
"""What was pressed is written when no key has come for so long."""


class Following(QObject):
    """The current session and what stands behind it in its room."""

    def __init__(self, frame: Frame, view: BoardView, shown: Shown) -> None:
        super().__init__(view)
        self._frame, self._view, self._shown = frame, view, shown
        self._ghosts: list[Block] = []
        self._by, self._warned, self._beyond = 0, "", False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.settle)

    def hovers(self) -> bool:
        """Whether ghosts are shown that nothing was written about yet."""
        return bool(self._ghosts)

    def press(self, by: int) -> None:
        """So many minutes later or earlier."""
        item = self._view.item_of(self._shown.current)
        if item is None:
            self._frame.toast(_("The session has no time yet, so there is nothing to shift."))
            return
        current = self._ghosts[0] if self._ghosts else item.block
        beyond = self._beyond and bool(self._ghosts)
        chain, pause = follow(self._view.plan(), current, beyond=beyond)
        if pause is not None and max(block.end for block in chain) + self._by + by > pause.start:
            if self._warned != current.session.id:
                self._warned = current.session.id
                words = _("A break begins at {time}. Press again to go beyond it.", time=clock(pause.start))
                self._frame.toast(words)
                self._quiet.start()
                return
            beyond = True
            chain, _pause = follow(self._view.plan(), current, beyond=True)
        if min(block.start for block in chain) + self._by + by < 0:
            return
        self._ghosts, self._by, self._beyond = chain, self._by + by, beyond
        self._draw(self._by)
        self._quiet.start()

    def settle(self) -> None:
        """Write it down: one step for all."""
        self._quiet.stop()
        ghosts, by, beyond = self._ghosts, self._by, self._beyond
        self._ghosts, self._by, self._beyond = [], 0, False
        if not ghosts or not by:
            return
        key, store = doing.session_id(ghosts[0].session.id), self._frame.store
        moved = doing.done(
            self._frame, lambda: shifting.shift_following(store, session_id=key, by=by, beyond_break=beyond)
        )
        if moved is None:
            self._home(ghosts)
        elif moved > 1:
            words = ngettext("Moved {n} session by {by} min", "Moved {n} sessions by {by} min", moved, by=f"{by:+d}")
            self._frame.toast(words, undo=True)

    def let_go(self) -> bool:
        """Take it back before it is written; False where nothing hovers."""
        ghosts, self._ghosts, self._by, self._beyond = self._ghosts, [], 0, False
        self._quiet.stop()
        self._home(ghosts)
        return bool(ghosts)

    def _draw(self, by: int) -> None:
        for block in self._ghosts:
            self._view.ghost(block, Target(block.column, block.start + by, block.end + by))

    def _home(self, ghosts: Sequence[Block]) -> None:
        for block in ghosts:
            self._view.ghost(block, Target(block.column, block.start, block.end))
        self._view.refresh({block.session.id for block in ghosts})


def follow(plan: Plan, first: Block, *, beyond: bool) -> tuple[list[Block], Block | None]:
    """A block and those behind it in its column, up to the next break; and that break, None with `beyond`."""
    day = plan.columns[first.column].day
    chain = [first]
    for block in sorted(plan.blocks, key=lambda b: (b.start, b.end, b.key)):
        here = block.column == first.column and block.part is Part.PLACE
        everybody = block.part is Part.EVERYBODY and block.session.day == day
        if block.session.id == first.session.id or block.start < first.start or not (here or everybody):
            continue
        if block.session.kind in BREAK_SESSIONS and not beyond:
            return chain, block
        if here:
            chain.append(block)
    return chain, None
