"""AddingCard: the few fields of a new entry above the inspector; Ctrl+Enter enters it, Esc leaves it as it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _


class AddingCard(Card):
    """`wanted()` when the entry is to be made, `left()` when not.

    `rows`: labels and fields, the first takes the focus; `notes`: what is said under them, hidden until it is shown.
    `say_refused` shows why an entry was not made; it stays typed.
    """

    wanted = Signal()
    left = Signal()

    def __init__(
        self, title: Text, rows: Sequence[tuple[Text, QWidget]], *, name: str, add: Text, notes: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(name=name, look="accent", gap=8)
        self.set_head(title)
        self.first = rows[0][1]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._labels: dict[QWidget, Label] = {}
        for place, (text, widget) in enumerate(rows):
            label = Label(text, role="label", name=f"{widget.objectName()}Label")
            self._labels[widget] = label
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(widget, place, 1)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        for note in notes:
            self.column.addWidget(note)
            note.hide()
        self.refused = Label("", role="warn", name=f"{name}Refused", wrap=True)
        self.column.addWidget(self.refused)
        self.refused.hide()
        self.save = Button(add, name=f"{name}Save", kind="primary", key="Ctrl+Return")
        self.leave = Button(lambda: _("Leave"), name=f"{name}Leave", kind="ghost")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        self.column.addLayout(foot)
        self.save.clicked.connect(self.wanted)
        self.leave.clicked.connect(self.left)

    def show_row(self, widget: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        widget.setVisible(shown)
        self._labels[widget].setVisible(shown)

    def start(self) -> None:
        """Begin typing."""
        self.say_refused("")
        self.first.setFocus()

    def say_refused(self, sentence: str) -> None:
        """Why nothing was made; "" for nothing to say."""
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def enter(self, verb: Callable[[], object]) -> object:
        """Run a verb; a named refusal is said in the card, with all that was typed still in it. None if refused."""
        try:
            result = verb()
        except PlannerError as refusal:
            self.say_refused(str(refusal))
            return None
        self.say_refused("")
        return result

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter enters, Esc leaves."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
