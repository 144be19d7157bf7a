"""LineCard: a card of lines that are made anew with their numbers, each leading to what it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui.widgets.bars import BarLine, Figure
from forumplanner.gui.widgets.cards import Card


class LineCard(Card):
    """`opened(code)`: what a line stands for, as "country:VN" or "category:speaker". Give it a head with `set_head`."""

    opened = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name, margin=12, gap=4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._holder = QWidget()
        self._holder.setObjectName(f"{name}Lines")
        self.column.addWidget(self._holder)
        self.column.addStretch(1)

    def fill(self, *widgets: QWidget) -> None:
        """Show these lines."""
        old, self._holder = self._holder, QWidget()
        self._holder.setObjectName(old.objectName())
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in widgets:
            column.addWidget(widget)
        self.column.replaceWidget(old, self._holder)
        old.hide()
        old.deleteLater()

    def lead(self, line: BarLine | Figure, code: str) -> None:
        """Let a line open rows."""
        line.clicked.connect(lambda: self.opened.emit(code))
