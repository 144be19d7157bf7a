"""PageScroll: what a page shows below its head, in one column that scrolls as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class PageScroll(QScrollArea):
    """Fill `column`; its spacing and margins (12 between cards) are set anew where a page needs others."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Scroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName(f"{name}Body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(20, 14, 20, 16)
        self.column.setSpacing(12)
        self.setWidget(body)
