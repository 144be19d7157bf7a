"""The view of the board: blocks on a scene between frozen rulers; it tells what was dragged where, and keys."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from forumplanner.gui.pages.programme.board.blocks import BlockItem
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target
from forumplanner.gui.pages.programme.board.ground import Creeping, Ground
from forumplanner.gui.pages.programme.board.painting import Look
from forumplanner.gui.pages.programme.board.plan import Block, Plan, moved
from forumplanner.gui.pages.programme.board.rulers import AXIS, HEAD, HourRuler, RoomRuler
from forumplanner.gui.pages.programme.board.words import BlockWords
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme

Dress = Callable[[Block, bool], tuple[BlockWords, Look]]
"""What a block says and looks like; the flag says that it is the one being dragged."""
_THRESHOLD = 4


class BoardView(Attentive, QGraphicsView):
    """`picked(id)`: a session was chosen; `swapped(id)`: Ctrl and a click chose a second one.

    `hovered(drag, target)`: a drag goes on; `dropped(drag, target, where)`: it ended there on the screen; `target` is
    None outside the board. `crept()`: the board has moved on below what is dragged. `zoomed(steps)` for Ctrl and the
    wheel; `key(event)` is asked before Qt.
    """

    picked = Signal(str)
    opened = Signal()
    hovered = Signal(object, object)
    dropped = Signal(object, object, QPoint)
    swapped = Signal(str)
    crept = Signal()
    zoomed = Signal(int)
    resized = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, dress: Dress, *, key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self.setObjectName("programmeBoard")
        self.say(self.setAccessibleName, lambda: _("Programme board"))
        self._dress, self._key = dress, key
        self._plan, self._current = Plan(), ""
        self._items: dict[str, BlockItem] = {}
        self._drag: Drag | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._guest: BlockItem | None = None
        self._last = (QPoint(), False)
        self._creeping = Creeping(self)
        self._creeping.crept.connect(self._crept)
        self.setScene(Ground(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setMouseTracking(True)
        self.setViewportMargins(AXIS, HEAD, 0, 0)
        self.rooms, self.hours = RoomRuler(self), HourRuler(self)
        self.horizontalScrollBar().valueChanged.connect(self.rooms.scroll_to)
        self.verticalScrollBar().valueChanged.connect(self.hours.scroll_to)

    def show_plan(self, plan: Plan, programme: Programme) -> None:
        """Show another plan; blocks that stay keep their items."""
        self._plan = plan
        ground = self.scene()
        assert isinstance(ground, Ground)  # noqa: S101 - made here
        ground.show_plan(plan)
        old, self._items = self._items, {}
        for block in plan.blocks:
            item = old.pop(block.key, None)
            words, look = self._dress(block, False)
            if item is None:
                item = BlockItem(block, words, look)
                ground.addItem(item)
            else:
                item.show_block(block, words, look)
            self._items[block.key] = item
        for item in old.values():
            ground.removeItem(item)
        self.rooms.show_plan(plan, programme)
        self.hours.show_plan(plan)

    def plan(self) -> Plan:
        """What is shown."""
        return self._plan

    def refresh(self, session_ids: Iterable[str] | None = None) -> None:
        """Say and colour blocks again: all, or those of some sessions."""
        wanted = None if session_ids is None else set(session_ids)
        dragged = self._drag.block.key if self._drag and self._dragging else ""
        for key, item in self._items.items():
            if (wanted is None or item.block.session.id in wanted) and key != dragged:
                item.show_block(item.block, *self._dress(item.block, False))

    def set_current(self, session_id: str, *, reveal: bool = True) -> None:
        """Choose a session and bring it into sight."""
        before, self._current = self._current, session_id
        self.refresh({before, session_id})
        block = next(iter(self._plan.blocks_of(session_id)), None)
        if block is not None and reveal:
            self.ensureVisible(QRectF(block.x, block.y, block.width, min(block.height, 160)), 20, 20)

    def item_of(self, session_id: str) -> BlockItem | None:
        """The block that is a session's place."""
        block = next(iter(self._plan.blocks_of(session_id)), None)
        return self._items.get(block.key) if block else None

    def dressed(self, block: Block) -> tuple[BlockWords, Look]:
        """What a block says and looks like where it stands."""
        return self._dress(block, False)

    def invite(self, block: Block | None) -> None:
        """Draw something from outside where it would stand; None takes it away."""
        if block is None:
            if self._guest is not None:
                self.scene().removeItem(self._guest)
            self._guest = None
            self._creeping.creep(None)
            return
        words, look = self._dress(block, True)
        if self._guest is None:
            self._guest = BlockItem(block, words, look)
            self.scene().addItem(self._guest)
        self._guest.show_block(block, words, replace(look, selected=True, focused=True))

    def reveal(self, block: Block, target: Target) -> None:
        """Bring the place where a block hovers into sight."""
        shown = moved(block, self._plan, column=target.column, start=target.start, end=target.end)
        self.ensureVisible(QRectF(shown.x, shown.y, shown.width, min(shown.height, 160)), 20, 20)

    def creep(self, position: QPoint) -> None:
        """Scroll on while something is held near an edge of the board."""
        self._creeping.creep(position)

    def at(self, position: QPoint) -> QPointF:
        """Where on the board a point of the viewport lies."""
        return self.mapToScene(position)

    def ghost(self, block: Block, target: Target | None) -> None:
        """Draw the dragged block where it hovers; outside the board it stays pale where it was."""
        item = self._items.get(block.key)
        if item is None:
            return
        shown = (
            block
            if target is None
            else moved(block, self._plan, column=target.column, start=target.start, end=target.end)
        )
        words, look = self._dress(shown, True)
        item.show_block(shown, words, replace(look, pale=target is None))

    def cancel(self) -> bool:
        """Let go of a drag without moving anything; False where there is none."""
        if self._drag is None or not self._dragging:
            return False
        block = self._drag.block
        self._release()
        item = self._items.get(block.key)
        if item is not None:
            item.show_block(block, *self._dress(block, False))
        return True

    def is_dragging(self) -> bool:
        """Whether a block hangs at the pointer."""
        return self._dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the block under the pointer; it may be dragged from here."""
        item = self._block_at(event.position().toPoint())
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._current:
            self.swapped.emit(item.block.session.id)
            return
        was = item.block.session.id == self._current
        self._pressed = event.position()
        if not was:
            self.picked.emit(item.block.session.id)
        self._drag = Drag.take(item.block, self._plan, self.at(event.position().toPoint()).y(), selected=was)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Carry the block along; near its edges the pointer says that it can be stretched."""
        if self._drag is None or self._pressed is None:
            self._point(event.position().toPoint())
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed).manhattanLength() >= _THRESHOLD
        if far or self._dragging:
            self._dragging = True
            self._note(event)
            self._creeping.creep(self._last[0])
            self.hovered.emit(self._drag, self._target())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drop what hangs at the pointer; what comes of it waits until Qt is done with this event."""
        drag, dragging = self._drag, self._dragging
        self._note(event)
        target, where = self._target() if dragging else None, event.globalPosition().toPoint()
        self._release()
        if drag is None:
            super().mouseReleaseEvent(event)
        elif dragging:
            QTimer.singleShot(0, self, lambda: self.dropped.emit(drag, target, where))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the details."""
        if self._block_at(event.position().toPoint()) is not None:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The board's own keys first."""
        if not self._key(event):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The verbs of the block under the pointer."""
        position = event.pos()
        item = self._block_at(position)
        if item is not None and item.block.session.id != self._current:
            self.picked.emit(item.block.session.id)
        if item is not None:
            self.menu_wanted.emit(self.viewport().mapToGlobal(position))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The rulers lie beside the viewport; columns share its width."""
        super().resizeEvent(event)
        self.rooms.setGeometry(0, 0, self.width(), HEAD)
        self.hours.setGeometry(0, HEAD, AXIS, self.viewport().height())
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The halo shows where the keys go."""
        super().focusInEvent(event)
        self.refresh({self._current})

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The halo fades; a drag ends."""
        super().focusOutEvent(event)
        self.refresh({self._current})

    def recolour(self) -> None:
        """Draw in the other scheme."""
        super().recolour()
        self.refresh()
        self.scene().update()
        self.rooms.update()
        self.hours.update()

    def _release(self) -> None:
        self._drag, self._dragging, self._pressed = None, False, None
        self._creeping.creep(None)

    def _note(self, event: QMouseEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._last = (event.position().toPoint(), fine)

    def _crept(self) -> None:
        if self._drag is not None:
            self.hovered.emit(self._drag, self._target())
        else:
            self.crept.emit()

    def _target(self) -> Target | None:
        position, fine = self._last
        if self._drag is None or not self.viewport().rect().adjusted(-8, -8, 8, 8).contains(position):
            return None
        point = self.at(position)
        return self._drag.target(self._plan, point.x(), point.y(), fine=fine)

    def _block_at(self, position: QPoint) -> BlockItem | None:
        found = self.itemAt(position)
        return found if isinstance(found, BlockItem) else None

    def _point(self, position: QPoint) -> None:
        item = self._block_at(position)
        shape = Qt.CursorShape.ArrowCursor
        if item is not None and item.block.session.id == self._current:
            grip = Drag.take(item.block, self._plan, self.at(position).y(), selected=True).grip
            shape = Qt.CursorShape.OpenHandCursor if grip is Grip.WHOLE else Qt.CursorShape.SizeVerCursor
        self.viewport().setCursor(shape)
