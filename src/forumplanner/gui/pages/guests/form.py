"""FormCard: a small form above the inspector; Ctrl+Enter finishes, Esc leaves and keeps what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label


class FormCard(Card):
    """A subclass adds fields with `add` and overrides `finish`; `left()` when the form is to go."""

    left = Signal()

    def __init__(self, title: Text, done: Text, leave: Text, *, name: str) -> None:
        super().__init__(name=name, look="accent", margin=14, gap=6)
        self.who = Elide("", role="small", name=f"{name}Who")
        self.set_head(title, self.who)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(3)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.column.addLayout(self.grid)
        self.wrong = Label("", role="warn", name=f"{name}Wrong", wrap=True)
        self.column.addWidget(self.wrong)
        self.wrong.hide()
        self.save = Button(done, name=f"{name}Save", kind="primary", key="Ctrl+Return")
        self.leave = Button(leave, name=f"{name}Leave", kind="ghost")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        self.column.addLayout(foot)
        self._labels: dict[QWidget, Label] = {}
        self.save.clicked.connect(self.finish)
        self.leave.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # a field that takes Enter for itself lets no key through
            keys = QShortcut(QKeySequence(key), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(self.finish)

    def add(self, rows: Sequence[Sequence[tuple[Text, QWidget]]]) -> None:
        """Fields under their labels, one or two a row."""
        for number, row in enumerate(rows, start=self.grid.rowCount()):
            for column, (text, widget) in enumerate(row):
                wide = 2 if len(row) == 1 else 1
                label = Label(text, role="label", name=f"{widget.objectName()}Label")
                self._labels[widget] = label
                self.grid.addWidget(label, number * 2, column, 1, wide)
                self.grid.addWidget(widget, number * 2 + 1, column, 1, wide)

    def show_field(self, widget: QWidget, *, on: bool) -> None:
        """Show or hide a field with its label."""
        widget.setVisible(on)
        self._labels[widget].setVisible(on)

    def refuse(self, sentence: str) -> None:
        """Say why the form can't be finished yet; "" takes it back."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def finish(self) -> None:
        """Tell what was typed, or refuse."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter finishes, Esc leaves."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
