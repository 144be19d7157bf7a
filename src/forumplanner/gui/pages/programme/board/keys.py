"""The board's keys: arrows move and stretch, with Ctrl they choose; what they moved is written when they rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from forumplanner.gui.pages.programme.board import moving
from forumplanner.gui.pages.programme.board.carrying import Carrying
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target
from forumplanner.gui.pages.programme.board.plan import Block
from forumplanner.gui.pages.programme.board.state import Shown
from forumplanner.gui.pages.programme.board.view import BoardView

_QUIET_MS = 400
"""Arrow keys move a block at once; the file hears of it when no key has come for so long: one step for one move."""
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class Keys(QObject):
    """`chosen(id)`: another session; the others are what single keys ask for."""

    chosen = Signal(str)
    opened = Signal()
    typing = Signal()
    removed = Signal()

    def __init__(self, view: BoardView, carrying: Carrying, shown: Shown) -> None:
        super().__init__(view)
        self._view, self._carrying, self._shown = view, carrying, shown
        self._hover: tuple[Block, Target] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.settle)
        self._acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
            Qt.Key.Key_F2: self.typing.emit,
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Home: self._first,
        }

    def hovers(self) -> bool:
        """Whether keys have moved a block that is not written down yet."""
        return self._hover is not None

    def settle(self) -> None:
        """Write down where keys have moved a block."""
        self._quiet.stop()
        hover, self._hover = self._hover, None
        if hover is not None:
            self._carrying.drop(Drag(hover[0], Grip.WHOLE, 0.0), hover[1])

    def take(self, event: QKeyEvent) -> bool:
        """The board's keys; False for those of others."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Control:
            self.settle()  # what comes next (undo, a page) must find the move written down
            return False
        if key == Qt.Key.Key_Escape:
            return self._let_go()
        if key in moving.ARROWS and control:
            return self._go_on(key, swap=shift)
        if key in moving.ARROWS and not shift:
            self._nudge(key, length=bool(modifiers & Qt.KeyboardModifier.AltModifier))
            return True
        self.settle()
        if control or key not in self._acts:
            return False
        self._acts[key]()
        return True

    def _first(self) -> None:
        block = moving.neighbour(self._view.plan(), None, Qt.Key.Key_Down)
        if block is not None:
            self.chosen.emit(block.session.id)

    def _go_on(self, key: Qt.Key, *, swap: bool) -> bool:
        """Ctrl and an arrow choose the next session; with Shift the two beside each other change places."""
        if swap and key not in _SIDEWAYS:
            return False  # up and down shift what follows
        self.settle()
        item = self._view.item_of(self._shown.current)
        block = moving.neighbour(self._view.plan(), item.block if item else None, key)
        if block is not None and swap:
            self._carrying.swap(block.session.id)
        elif block is not None:
            self.chosen.emit(block.session.id)
        return True

    def _nudge(self, key: Qt.Key, *, length: bool) -> None:
        """Move or stretch the current block a step; the checks answer at once, the file when the keys rest."""
        item = self._view.item_of(self._shown.current)
        if item is None:
            self._first()
            return
        block = self._hover[0] if self._hover else item.block
        at = self._hover[1] if self._hover else Target(block.column, block.start, block.end)
        target = moving.nudged(block, at, self._view.plan(), key, length=length)
        if target is None:
            return
        self._hover = (block, target)
        self._carrying.carry(Drag(block, Grip.WHOLE, 0.0), target)
        self._view.reveal(block, target)
        self._quiet.start()

    def _let_go(self) -> bool:
        """Esc: a drag or a move by keys is taken back before it is written down."""
        hover, self._hover = self._hover, None
        self._quiet.stop()
        cancelled = self._carrying.let_go()
        if hover is not None:
            block = hover[0]
            self._view.ghost(block, Target(block.column, block.start, block.end))
        self._view.refresh({self._shown.current})
        return cancelled or hover is not None
