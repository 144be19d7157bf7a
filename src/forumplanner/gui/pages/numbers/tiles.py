"""Figures: a number with its word, and what was reported beside it; each opens the rows that it counts."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Measure
from forumplanner.gui import fonts, texting, theme
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import interface_language

_EDGE = 12
_LEAST = 148
_GAP = 8


class Tile(Attentive, QPushButton):
    """One figure; checked while its rows are shown."""

    def __init__(self, measure: Measure, number: int, remark: str = "", *, tone: str = "text2") -> None:
        super().__init__()
        self.measure = measure
        self._number, self._remark, self._tone = number, remark, tone
        self.setObjectName(f"tile_{measure}")
        self.setProperty("kind", "tile")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = f"{self._word()} {texting.number(number)}"
        self.setAccessibleName(f"{said}. {remark}" if remark else said)
        self.setToolTip(f"{self._word()}: {texting.number(number)}" + (f"\n{remark}" if remark else ""))

    def number(self) -> int:
        """The figure."""
        return self._number

    def remark(self) -> str:
        """What was reported."""
        return self._remark

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a short word."""
        return QSize(_LEAST, 62)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough to give way before the grid takes fewer in a row."""
        return QSize(_LEAST // 2, 62)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button's ground, the figure, its word under it, the remark at the right of the figure."""
        super().paintEvent(event)
        painter = QPainter(self)
        width = self.width() - 2 * _EDGE
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.font(px=22, weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour("accent_text" if self.isChecked() else "text"))
        number = texting.number(self._number)
        painter.drawText(QRectF(_EDGE, 6, width, 30), int(left), number)
        taken = painter.fontMetrics().horizontalAdvance(number) + 10
        painter.setFont(fonts.font(px=12))
        if self._remark and width > taken:
            painter.setPen(theme.colour(self._tone))
            shown = painter.fontMetrics().elidedText(self._remark, Qt.TextElideMode.ElideRight, width - taken)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(_EDGE + taken, 8, width - taken, 28), int(right), shown)
        painter.setPen(theme.colour("text2"))
        word = painter.fontMetrics().elidedText(self._word(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(_EDGE, 36, width, 20), int(left), word)

    def _word(self) -> str:
        return measure_name(self.measure, interface_language())


class Tiles(QWidget):
    """A grid of figures, as many in a row as have room; `opened(measure)` on a press."""

    opened = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._tiles: list[Tile] = []
        self._columns = 0

    def show_tiles(self, tiles: list[Tile]) -> None:
        """Show these."""
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles, self._columns = tiles, 0
        for tile in tiles:
            tile.setParent(self)
            tile.clicked.connect(lambda _on=False, tile=tile: self.opened.emit(str(tile.measure)))
        self._arrange()

    def mark(self, measure: str) -> None:
        """Check the tile whose rows are shown."""
        for tile in self._tiles:
            tile.setChecked(tile.measure == measure)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or fewer in a row."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + _GAP) // (_LEAST + _GAP))
        if columns == self._columns or not self._tiles:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
