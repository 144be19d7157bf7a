"""Details: the inspector of a register, with a head and the sections of the chosen line, or a word that none is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.inspector import WIDE, Inspector
from forumplanner.gui.widgets.labels import Elide, Label


class Details(Inspector):
    """`removed()`: the line is to go. `show_head` says which one is shown; `show_filled(False)` that none is."""

    removed = Signal()

    def __init__(self, *, name: str, label: Text, nothing: Text, hint: Text, remove: Text) -> None:
        super().__init__(name=name, label=label, width=WIDE)
        self.title = Elide("", role="lead", name=f"{name}Title")
        self.about = Elide("", role="small", name=f"{name}About")
        self.remove = Button(remove, name=f"{name}Remove", kind="danger", icon="trash-2", small=True)
        self.remove.clicked.connect(self.removed)
        self._body = QWidget()
        self._body.setObjectName(f"{name}Details")
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.about)
        self.rows.addLayout(head)
        self._nothing = EmptyState(nothing, hint, name=f"{name}Nothing", icon="panel-right")
        self.column.addWidget(self._body)
        self.column.addWidget(self._nothing)
        self.column.addStretch(1)
        self.show_filled(filled=False)

    def fill(self, *widgets: QWidget) -> None:
        """The sections, and at the end the button that removes."""
        for widget in widgets:
            self.rows.addWidget(widget)
        self.rows.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_head(self, title: str, about: Sequence[str]) -> None:
        """Which line is shown, and one line about it."""
        self.title.set_text(title)
        self.about.set_text(" · ".join(filter(None, about)))

    def show_filled(self, *, filled: bool) -> None:
        """A line, or that none is chosen."""
        self._body.setVisible(filled)
        self._nothing.setVisible(not filled)


def grid(entries: Sequence[tuple[Text, QWidget]], *, columns: int = 2) -> QGridLayout:
    """Fields under their labels, side by side."""
    made = QGridLayout()
    made.setHorizontalSpacing(8)
    made.setVerticalSpacing(4)
    for place, (text, widget) in enumerate(entries):
        row, column = divmod(place, columns)
        made.addWidget(Label(text, role="label", name=f"{widget.objectName()}Label"), row * 2, column)
        made.addWidget(widget, row * 2 + 1, column)
        made.setColumnStretch(column, 1)
    return made


def put(field: QLineEdit, text: str) -> None:
    """Show a text from its beginning; letters that are being typed stay."""
    if not (field.hasFocus() and field.isModified()):
        field.setText(text)
        field.setCursorPosition(0)
