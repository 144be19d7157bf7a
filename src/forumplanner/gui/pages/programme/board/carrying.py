"""Carrying: what hovers over the board, from its blocks, from the keys or from the tray, and where it is let go."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board.clashes import counts, merged, sessions_of
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target, new_target
from forumplanner.gui.pages.programme.board.live import Live
from forumplanner.gui.pages.programme.board.moves import Moves
from forumplanner.gui.pages.programme.board.plan import Block, Part, moved
from forumplanner.gui.pages.programme.board.state import Shown
from forumplanner.gui.pages.programme.board.tray import Tray, needed
from forumplanner.gui.pages.programme.board.view import BoardView
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import SessionLine


class Carrying(QObject):
    """Draws clashes while they arise, then asks for one step. `placed(id)`: something from the tray has its place."""

    placed = Signal(str)

    def __init__(self, frame: Frame, view: BoardView, tray: Tray, shown: Shown, live: Live) -> None:
        super().__init__(view)
        self._frame, self._view, self._tray, self._shown, self._live = frame, view, tray, shown, live
        self._moves = Moves(frame)
        self._touched: set[str] = set()
        self._newcomer: tuple[str, QPoint] | None = None
        view.hovered.connect(self.carry)
        view.dropped.connect(self.drop)
        view.crept.connect(self._go_on)
        tray.dragged.connect(self._carry_new)
        tray.dropped.connect(self._drop_new)
        tray.left.connect(self.let_go)

    def carry(self, drag: Drag, target: Target | None) -> None:
        """A block hovers: ask the checks, draw it and whom it clashes with."""
        self._tell(drag.block.session, self._live.findings(drag.block, target, self._view.plan()) if target else ())
        self._view.ghost(drag.block, target)

    def drop(self, drag: Drag, target: Target | None, where: QPoint | None = None) -> None:
        """A drag has ended: one step, or nothing and a sentence. `where`, on the screen, may lie in the tray."""
        session = drag.block.session
        self._rest()
        if target is not None and _differs(drag.block, target):
            self._moves.move(drag, target, self._view.plan())
        elif target is None and where is not None and drag.grip is Grip.WHOLE and self._tray.holds(where):
            self._moves.wait(session, self._shown.programme)
        elif target is None:
            self._frame.toast(_("That lies outside the board. Nothing was moved."))
        self._view.ghost(drag.block, _place_of(drag.block))
        self._view.refresh({session.id})
        if target is not None:
            self._wait_for(drag, target)

    def place(self, session: SessionLine, target: Target) -> None:
        """Something from the tray gets its place."""
        self._moves.place(session, target, self._view.plan())
        self.placed.emit(session.id)

    def let_go(self) -> bool:
        """A drag is taken back before it is written down; False where there was none."""
        had = self._newcomer is not None
        self._newcomer = None
        self._view.invite(None)
        self._view.unsetCursor()
        self._rest()
        return self._view.cancel() or had

    def swap(self, other: str) -> None:
        """The current session and another change places."""
        if self._shown.current and other != self._shown.current:
            self._moves.swap(self._shown.current, other)

    def _rest(self) -> None:
        touched, self._touched, self._shown.over = self._touched, set(), None
        self._view.refresh(touched)

    def _tell(self, session: SessionLine, live: tuple[Finding, ...]) -> None:
        clashes = [finding for finding in live if counts(finding)]
        self._shown.over = merged(self._shown.found, clashes, session)
        owners = self._shown.owners
        now = {owners[identity].id for identity in sessions_of(clashes) if identity in owners}
        self._view.refresh((self._touched | now) - {session.id})
        self._touched = now

    def _wait_for(self, drag: Drag, target: Target) -> None:
        """Until the file has been read again the block stays where it was dropped."""
        item = self._view.item_of(drag.block.session.id)
        if item is not None and item.block.key == drag.block.key:
            block = moved(drag.block, self._view.plan(), column=target.column, start=target.start, end=target.end)
            item.show_block(block, *self._view.dressed(block))

    def _go_on(self) -> None:
        """The board has crept on below what hovers."""
        if self._newcomer is not None:
            self._carry_new(*self._newcomer)

    def _carry_new(self, session_id: str, point: QPoint) -> None:
        """Something from the tray hovers: draw it where it would go."""
        self._newcomer = (session_id, point)
        session, target = self._shown.session(session_id), self._new_target(session_id, point)
        self._view.creep(self._view.viewport().mapFromGlobal(point))
        if session is None or target is None:
            self._view.setCursor(Qt.CursorShape.ForbiddenCursor)
            self._view.invite(None)
            self._rest()
            return
        self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        plan = self._view.plan()
        home = Block(session, Part.PLACE, target.column, 0, 0, 0, 0, 0, 0)
        block = moved(home, plan, column=target.column, start=target.start, end=target.end)
        self._tell(session, self._live.of_newcomer(session, target, plan))
        self._view.invite(block)

    def _drop_new(self, session_id: str, point: QPoint) -> None:
        self.let_go()
        session, target = self._shown.session(session_id), self._new_target(session_id, point)
        if session is not None and target is not None:
            QTimer.singleShot(0, self, lambda: self.place(session, target))
        elif not self._tray.holds(point):
            self._frame.toast(_("That lies outside the board. Nothing was moved."))

    def _new_target(self, session_id: str, point: QPoint) -> Target | None:
        inside = self._view.viewport().mapFromGlobal(point)
        session = self._shown.session(session_id)
        if session is None or not self._view.viewport().rect().contains(inside):
            return None
        where = self._view.at(inside)
        return new_target(self._view.plan(), where.x(), where.y(), needed(session))


def _place_of(block: Block) -> Target:
    return Target(block.column, block.start, block.end)


def _differs(block: Block, target: Target) -> bool:
    return target != _place_of(block)
