"""Replaced by…: another person takes somebody's place; the card states what goes over before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from forumplanner.domain.newcomers import read
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.cells import name
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import AppearanceLine


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who takes whose place: `pick` an id, or "" with somebody new typed; `everywhere`: in all they do."""

    appearance_id: str
    pick: str
    typed: str
    keep_mode: bool
    provisional: bool | None
    everywhere: bool


class ReplaceCard(Attentive, Card):
    """`wanted(Replacement)` by its button or Ctrl+Enter; `left` by Esc: nothing was changed."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, line: AppearanceLine, tags: tuple[str, ...], *, place: tuple[int, int], elsewhere: int) -> None:
        super().__init__(name="replaceCard", look="accent", margin=12, gap=6)
        self._line, self._tags, self._place, self._elsewhere = line, tags, place, elsewhere
        self._pick, self._typed = "", ""
        self._words: dict[str, str] = {}
        self.asks = Label(
            lambda: _("{name} is replaced by", name=name(line, tags)), role="strong", name="replaceTitle", wrap=True
        )
        self.who = Picker(
            name="replaceWho",
            label=lambda: _("Who comes instead"),
            hint=lambda: _("Name, initials, or: name, institution"),
            new=lambda typed: _("New person “{name}”", name=typed),
        )
        self.over = Label(self._goes_over, role="small", name="replaceOver", wrap=True)
        self.mode = self._check("replaceMode", on=True)
        self.provisional = self._check("replaceProvisional", on=True)
        self.everywhere = self._check("replaceEverywhere", on=False)
        self.go = Button(lambda: _("Replace"), name="replaceGo", kind="primary", small=True, key="Ctrl+Return")
        self.leave = Button(lambda: _("Leave"), name="replaceLeave", kind="ghost", small=True)
        self._lay_out()
        self.who.picked.connect(lambda key: self._choose(key, ""))
        self.who.asked.connect(lambda typed: self._choose("", typed))
        self.go.clicked.connect(self._want)
        self.leave.clicked.connect(self.left)
        self.go.disable(lambda: _("Choose who comes instead first."))

    def offer(self, picks: Sequence[Pick], always: Sequence[Pick]) -> None:
        """Whom to choose from; the one who leaves is not among them."""
        here = {self._line.participant_id, self._line.institution_id}
        self.who.set_choices([pick for pick in picks if pick.id not in here], always=always)
        self._words = {pick.id: pick.words for pick in (*picks, *always)}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter replaces, Esc leaves."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.go.isEnabled():
            self._want()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _goes_over(self) -> str:
        """Role and place go over, the post does not, the one who leaves stays on the list."""
        role, (at, of) = reading.word(self._line.role), self._place
        goes = _("{role}, place {at} of {of}", role=role, at=at, of=of) if of > 1 else role
        stays = _("The post printed is the successor's own.")
        if self._line.participant_id:
            stays += " " + _("{name} stays in the forum.", name=name(self._line, self._tags))
        return _("Goes over: {what}.", what=goes) + " " + stays

    def _check(self, named: str, *, on: bool) -> QCheckBox:
        made = QCheckBox()
        made.setObjectName(named)
        made.setChecked(on)
        return made

    def retranslate(self) -> None:
        """Say the questions again."""
        super().retranslate()
        mode = self._line.mode
        self.mode.setText(_("{mode}, as arranged so far", mode=reading.word(mode)) if mode else "")
        self.mode.setVisible(mode is not None)
        self.provisional.setText(_("To be confirmed"))
        more = self._elsewhere
        self.everywhere.setText(
            ngettext("Also in {n} other place in the programme", "Also in {n} other places in the programme", more)
        )
        self.everywhere.setVisible(more > 0)

    def _choose(self, pick: str, typed: str) -> None:
        self._pick, self._typed = pick, typed
        newcomer = read(typed)
        parts = (newcomer.name.zh, newcomer.name.latin, newcomer.institution, newcomer.title)
        words = self._words.get(pick, "") if pick else " · ".join(filter(None, parts))
        self.who.show_chosen(words)
        self.who.setText(words)
        self.go.enable()
        self.go.setFocus()

    def _want(self) -> None:
        self.wanted.emit(
            Replacement(
                self._line.id,
                self._pick,
                self._typed,
                keep_mode=self.mode.isChecked(),
                provisional=self.provisional.isChecked(),
                everywhere=self.everywhere.isChecked() and self._elsewhere > 0,
            )
        )

    def _lay_out(self) -> None:
        for widget in (self.asks, self.who, self.over, self.mode, self.provisional, self.everywhere):
            self.column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        self.column.addLayout(foot)
        self.retranslate()
