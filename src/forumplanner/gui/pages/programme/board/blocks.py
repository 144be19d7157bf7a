"""Block on the scene: draws one session in one room; knows its words and marks, decides nothing."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from forumplanner.gui.pages.programme.board.painting import Look, paint_block
from forumplanner.gui.pages.programme.board.plan import Block
from forumplanner.gui.pages.programme.board.words import BlockWords

_HALO = 4.0


class BlockItem(QGraphicsItem):
    """One block; the view tells it what to show."""

    def __init__(self, block: Block, words: BlockWords, look: Look) -> None:
        super().__init__()
        self.block, self.words, self.look = block, words, look
        self.setPos(block.x, block.y)
        self._tell()

    def show_block(self, block: Block, words: BlockWords, look: Look) -> None:
        """Show other facts; repaints only where something differs."""
        if (block, words, look) == (self.block, self.words, self.look):
            return
        if (block.width, block.height) != (self.block.width, self.block.height):
            self.prepareGeometryChange()
        self.block, self.words, self.look = block, words, look
        self.setPos(block.x, block.y)
        self.setZValue(2 if look.dragged else 1 if look.selected else 0)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """The tooltip says what a narrow block has no room for."""
        words = self.words
        head = " · ".join(filter(None, [words.time, words.code, words.title]))
        self.setToolTip("" if self.look.dragged else "\n".join([head, *words.reasons]))

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The block with its halo and handles."""
        return QRectF(-_HALO, -_HALO, self.block.width + 2 * _HALO, self.block.height + 2 * _HALO)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draw the block."""
        paint_block(painter, self.block, self.words, self.look)
