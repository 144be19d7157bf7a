"""The inspector at the right of a page: a column in wide windows, a drawer over the page in narrow ones."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Attentive, Text

WIDTH = 344
WIDE = 368
"""With two languages side by side."""
DRAWER_BELOW = 1240
"""Window width in pixels under which the inspector becomes a drawer."""


class Inspector(Attentive, QFrame):
    """A scrolling column of details; F4 shows and hides it, Esc closes the drawer."""

    def __init__(self, *, name: str = "inspector", label: Text, width: int = WIDTH) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("place", "inspector")
        self.say(self.setAccessibleName, label)
        self.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self.top = QVBoxLayout()
        outer.addLayout(self.top)
        scroll = QScrollArea()
        scroll.setObjectName(f"{name}Scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName(f"{name}Body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(10)
        scroll.setWidget(body)
        outer.addWidget(scroll, 1)

    def set_content(self, content: QWidget) -> None:
        """Show `content` alone in the column."""
        while self.column.count():
            item = self.column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.column.addWidget(content)
        self.column.addStretch(1)


class WithInspector(QWidget):
    """A page body with an inspector: side by side when the window is wide, else the inspector floats when called."""

    def __init__(self, body: QWidget, inspector: Inspector, *, drawer_below: int = DRAWER_BELOW) -> None:
        super().__init__()
        self.setObjectName("withInspector")
        self._inspector = inspector
        self._drawer_below = drawer_below
        self._wanted = True
        self._floating = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(body, 1)
        self._row.addWidget(inspector)
        inspector.installEventFilter(self)

    def is_drawer(self) -> bool:
        """True while the inspector floats over the page."""
        return self._floating

    def toggle(self) -> None:
        """Show or hide the inspector (F4)."""
        self.set_open(not self._inspector.isVisible())

    def set_open(self, open_: bool) -> None:
        """Show or hide the inspector; in a drawer it takes the focus."""
        self._wanted = open_
        self._inspector.setVisible(open_)
        if open_ and self._floating:
            self._place()
            self._inspector.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Change between column and drawer."""
        super().resizeEvent(event)
        floating = self.window().width() < self._drawer_below
        if floating != self._floating:
            self._floating = floating
            if floating:
                self._row.removeWidget(self._inspector)
                self._inspector.hide()
            else:
                self._row.addWidget(self._inspector)
                self._inspector.setVisible(self._wanted)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc in the drawer closes it."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else 0
        if self._floating and key == Qt.Key.Key_Escape:
            self.set_open(open_=False)
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._floating:
            width = self._inspector.width()
            self._inspector.setGeometry(self.width() - width, 0, width, self.height())
