"""The upper rows of a page: its head with title, facts and actions, and its row of tools."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.labels import Elide, Label, Rule


class PageHead(QFrame):
    """56 px: the page's title, one line of facts, one to three actions at the right (one filled at most)."""

    def __init__(self, title: Text, *actions: QWidget, name: str = "pageHead") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("place", "head")
        self.setFixedHeight(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        self.title = Label(title, role="title", name=f"{name}Title")
        self.facts = Elide("", role="muted", name=f"{name}Facts")
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(2)
        row.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignVCenter)
        for action in actions:
            row.addWidget(action)

    def set_facts(self, text: Text) -> None:
        """The line beside the title."""
        self.facts.say(self.facts.set_text, text)


class Toolbar(QFrame):
    """38 to 44 px: filters left, tools right of `stretch()`."""

    def __init__(self, *, name: str = "toolbar", height: int = 44) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("place", "tools")
        self.setFixedHeight(height)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 16, 0)
        self._row.setSpacing(8)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets in the order of Tab."""
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def rule(self) -> None:
        """Add a short standing hairline."""
        line = Rule(standing=True)
        line.setFixedHeight(20)
        self._row.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)

    def stretch(self) -> None:
        """What follows stands at the right."""
        self._row.addStretch(1)
