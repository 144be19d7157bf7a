"""Choosing who comes: somebody of this forum by type-ahead, or somebody new from one typed line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.actions.guests import Comer
from forumplanner.domain.guest_doubts import name_doubt
from forumplanner.domain.newcomers import Newcomer, read
from forumplanner.gui import doing
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _


class PersonField(QWidget):
    """`changed()` after each choice; `comer()` gives who was chosen, None for nobody."""

    changed = Signal()

    def __init__(self, *, name: str, label: Text) -> None:
        super().__init__()
        self.setObjectName(f"{name}Box")
        self._chosen: Comer | None = None
        self._words: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.picker = Picker(
            name=name,
            label=label,
            hint=lambda: _("Name; add institution and title after commas"),
            new=lambda typed: _("New person “{name}”", name=read(typed).name.shown() or typed),
        )
        self.note = Label("", role="note", name=f"{name}Note", wrap=True)
        column.addWidget(self.picker)
        column.addWidget(self.note)
        self.note.hide()
        self.picker.picked.connect(self._take)
        self.picker.asked.connect(self._take_new)
        self.setFocusProxy(self.picker)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Who can be found."""
        self._words = {pick.id: pick.words for pick in picks}
        self.picker.set_choices(picks)

    def comer(self) -> Comer | None:
        """Who was chosen; letters that are still being typed choose as Enter would."""
        if self.picker.isModified() and self.picker.text().strip():
            enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            self.picker.keyPressEvent(enter)
        return self._chosen

    def newcomer(self) -> Newcomer | None:
        """Who was typed anew, None for somebody known."""
        return self._chosen.newcomer if self._chosen else None

    def clear(self) -> None:
        """Nobody."""
        self._chosen = None
        self.picker.show_chosen("")
        self.picker.setText("")
        self._say("")

    def _take(self, key: str) -> None:
        self._choose(Comer(doing.participant_id(key)), self._words.get(key, ""), "")

    def _take_new(self, typed: str) -> None:
        newcomer = read(typed)
        facts = " · ".join(filter(None, (newcomer.institution, newcomer.title)))
        told = name_doubt(newcomer.name) or (_("New person") + (f" · {facts}" if facts else ""))
        self._choose(Comer(newcomer=newcomer), newcomer.name.shown() or typed, told)

    def _choose(self, comer: Comer, words: str, told: str) -> None:
        self._chosen = comer
        self.picker.show_chosen(words)
        self.picker.setText(words)
        self.picker.setModified(False)
        self._say(told)
        self.changed.emit()

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
