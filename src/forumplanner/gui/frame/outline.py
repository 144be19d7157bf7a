"""The outline: what the window paints of itself at once, while everything that stands in it is still being made."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

TOP, STATUS = 44, 26
"""Heights of the top bar and the status bar."""
GOTO = QSize(400, 30)
ROUND = 8


def places(size: QSize) -> dict[str, QRect]:
    """Where bars, page and go-to box come to stand in a window of `size`, by the names of their widgets."""
    width, height = size.width(), size.height()
    goto = QRect((width - GOTO.width() + 1) // 2 - 1, (TOP - GOTO.height()) // 2 - 1, GOTO.width(), GOTO.height())
    return {
        "topBar": QRect(0, 0, width, TOP),
        "gotoBox": goto,
        "welcomePage": QRect(0, TOP, width, height - TOP - STATUS),
        "statusBar": QRect(0, height - STATUS, width, STATUS),
    }


def paint(window: QWidget) -> None:
    """Bars, page and the edge of the go-to box in the colours of the window's palette; no words, no icons."""
    painter = QPainter(window)
    placed = places(window.size())
    _fill(painter, window, window.rect(), QPalette.ColorRole.Window)
    page = placed["welcomePage"]
    _fill(painter, window, page.adjusted(0, -1, 0, 1), QPalette.ColorRole.Dark)
    _fill(painter, window, page, QPalette.ColorRole.Base)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(placed["gotoBox"]).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    painter.fillPath(edge, window.palette().brush(QPalette.ColorRole.Base))
    painter.strokePath(edge, QPen(window.palette().brush(QPalette.ColorRole.Mid), 1))


def _fill(painter: QPainter, window: QWidget, place: QRect, role: QPalette.ColorRole) -> None:
    # `fillRect` would load the whole namespace of Qt's constants to choose among its overloads: 15 ms.
    painter.setBackground(window.palette().brush(role))
    painter.eraseRect(place)
