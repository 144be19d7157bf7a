"""What the board stands on: hours solid, half hours dotted, a line between rooms; and how it creeps below a drag."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, Qt
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from forumplanner.gui import theme
from forumplanner.gui.pages.programme.board.plan import Plan

_BAND, _STEP, _TICK_MS = 28, 14, 30
"""Within so many pixels of an edge the board creeps so many pixels each tick."""


class Ground(QGraphicsScene):
    """Hours solid, half hours dotted, a line between rooms."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)

    def show_plan(self, plan: Plan) -> None:
        """Rule another ground."""
        if (plan.columns, plan.first, plan.last, plan.scale) != (
            self._plan.columns,
            self._plan.first,
            self._plan.last,
            self._plan.scale,
        ):
            # Room above for the first hour's words, which stand astride its line.
            self.setSceneRect(0, -8, plan.width, plan.height + 16)
        self._plan = plan
        self.update()

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:  # noqa: N802 - Qt's name
        """Draw what is in sight."""
        assert isinstance(rect, QRectF)  # noqa: S101 - Qt gives floats here
        painter.fillRect(rect, theme.colour("surface"))
        plan, width = self._plan, self._plan.width
        solid, dotted = QPen(theme.colour("line"), 1), QPen(theme.colour("line"), 1, Qt.PenStyle.DotLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for minute in range(plan.first + -plan.first % 30, plan.last + 1, 30):
            y = plan.y(minute)
            if rect.top() - 1 <= y <= rect.bottom() + 1:
                painter.setPen(dotted if minute % 60 else solid)
                painter.drawLine(QPointF(0, y), QPointF(width, y))
        painter.setPen(solid)
        day = plan.columns[0].day if plan.columns else None
        for column in plan.columns:
            # A new day begins at a stronger line.
            painter.setPen(solid if column.day == day else QPen(theme.colour("line_strong"), 2))
            day = column.day
            if rect.left() - 1 <= column.x <= rect.right() + 1:
                painter.drawLine(QPointF(column.x, 0), QPointF(column.x, plan.height))
        painter.setPen(solid)
        painter.drawLine(QPointF(width, 0), QPointF(width, plan.height))


class Creeping(QObject):
    """Scrolls a view as long as something is held near one of its edges; `crept()` after each step."""

    crept = Signal()

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view, self._by = view, QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def creep(self, position: QPoint | None) -> None:
        """Something is held there in the viewport; None: nothing any more."""
        size = self._view.viewport().size()
        by = QPoint()
        if position is not None and self._view.viewport().rect().contains(position):
            by = QPoint(_towards(position.x(), size.width()), _towards(position.y(), size.height()))
        self._by = by
        if by.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _tick(self) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        before = (across.value(), down.value())
        across.setValue(before[0] + self._by.x())
        down.setValue(before[1] + self._by.y())
        if (across.value(), down.value()) != before:
            self.crept.emit()


def _towards(place: int, length: int) -> int:
    """Which way to scroll at a place between 0 and `length`."""
    if place < _BAND:
        return -_STEP
    return _STEP if place > length - _BAND else 0
