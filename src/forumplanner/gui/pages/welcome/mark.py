"""The program's mark: a round table with thirteen seats, the guest's in red."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from forumplanner.gui import theme

SEATS = 13
SIZE = 84


class Mark(QWidget):
    """Drawn with the scheme's colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mark")
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Table and seats."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(SIZE / 2, SIZE / 2)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent_tint"))
        painter.drawEllipse(centre, 23, 23)
        painter.setPen(Qt.PenStyle.NoPen)
        for seat in range(SEATS):
            angle = math.pi / 2 + seat * 2 * math.pi / SEATS
            painter.setBrush(theme.colour("danger" if seat == 0 else "accent"))
            painter.drawEllipse(centre + QPointF(math.cos(angle), math.sin(angle)) * 37, 3.6, 3.6)
