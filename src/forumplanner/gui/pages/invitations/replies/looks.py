"""Answers that somebody has to look at: a card each, with the sentence, the words of the mail, and what it may mean."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.replies import Participation, Verdict
from forumplanner.gui.pages.invitations.replies.words import MEANINGS
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

KEEP = "keep"
"""The answer means what it says, and its sender is another address of the person."""

_FEW, _MOST = 3, 30
"""So many cards are shown at first, and at most; the rest follows as they are settled."""


@dataclass(frozen=True, slots=True)
class LookItem:
    """One answer: its sentence, what it says, whose it is, and how many came from the same office.

    `came`: the day and clock on which it came in.
    """

    reply_id: str
    sentence: str
    comment: str
    said: Participation | None
    verdict: Verdict
    participant_id: str
    alike: int = 0
    came: str = ""


class LookCard(Card):
    """`meant(meaning, participant, keep)`; `aside()`; `together()`: all of that office; `went(participant)`."""

    meant = Signal(object, str, bool)
    aside = Signal()
    together = Signal()
    went = Signal(str)

    def __init__(self, item: LookItem, people: tuple[Pick, ...]) -> None:
        super().__init__(name="look", look="warn", margin=12, gap=8)
        self.item = item
        self._chosen = item.participant_id
        self.column.addWidget(Label(item.sentence, name="lookSentence", wrap=True))
        said = f"“{item.comment[:300]}”" if item.comment and item.verdict is not Verdict.BOUNCED else ""
        note = "\n".join(filter(None, (item.came, said)))
        if note:
            self.column.addWidget(Label(note, role="note", name="lookComment", wrap=True))
        self.person = Picker(
            name="lookPerson", label=lambda: _("Whose answer it is"), hint=lambda: _("Find the person")
        )
        self.person.set_choices(people)
        self.person.picked.connect(self._choose)
        self.person.setVisible(item.verdict is Verdict.UNKNOWN_UID)
        self.column.addWidget(self.person)
        self.column.addLayout(self._buttons(item))
        if item.alike > 1:
            self.column.addWidget(self._all(item.alike))

    def _buttons(self, item: LookItem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if item.verdict is Verdict.BOUNCED:
            correct = Button(lambda: _("Correct the address"), name="lookAddress", small=True)
            correct.clicked.connect(lambda _checked: self.went.emit(item.participant_id))
            row.addWidget(correct)
        else:
            self.means = MenuButton(lambda: _("Record as…"), self._meanings, name="lookMeans", kind="")
            self.means.picked.connect(self._mean)
            if item.said in dict(MEANINGS):
                take = Button(lambda: _("Count it"), name="lookTake", small=True, icon="check")
                take.clicked.connect(lambda: self._mean(str(item.said)))
                row.addWidget(take)
            row.addWidget(self.means)
        aside = Button(
            lambda: _("Put aside"),
            name="lookAside",
            kind="text",
            small=True,
            tip=lambda: _("It is not counted and nothing changes; the mail stays known."),
        )
        aside.clicked.connect(lambda _checked: self.aside.emit())
        row.addWidget(aside)
        row.addStretch(1)
        return row

    def _all(self, number: int) -> Button:
        button = Button(
            lambda: ngettext("Count all {n} of this office", "Count all {n} of this office", number),
            name="lookTogether",
            kind="link",
            small=True,
        )
        button.clicked.connect(lambda _checked: self.together.emit())
        return button

    def _meanings(self) -> list[tuple[str, str]]:
        known = [(str(meaning), text if isinstance(text, str) else text()) for meaning, text in MEANINGS]
        stranger = self.item.verdict in {Verdict.ANOTHER_SENDER, Verdict.ANOTHER_PERSON} and self.item.said
        return [*known, (KEEP, _("What it says; the address is theirs"))] if stranger else known

    def _choose(self, participant: str) -> None:
        self._chosen = participant

    def _mean(self, key: str) -> None:
        meaning = self.item.said if key == KEEP else Participation(key)
        self.meant.emit(meaning, self._chosen, key == KEEP)


class LookList(QWidget):
    """The cards under their heading. Signals as of a card, with the answer's id first."""

    meant = Signal(str, object, str, bool)
    aside = Signal(str)
    together = Signal(str)
    went = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("looks")
        self._people: tuple[Pick, ...] = ()
        self._items: list[LookItem] = []
        self._whole = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = Label("", role="strong", name="looksTitle")
        self.cards: Rows[LookItem] = Rows(self._card, name="looksCards", gap=8)
        self.all = Button("", name="looksAll", kind="link", small=True)
        column.addWidget(self.title)
        column.addWidget(self.cards)
        column.addWidget(self.all)
        self.all.clicked.connect(lambda _checked: self._show_all())
        self.hide()

    def show_items(self, items: list[LookItem], people: tuple[Pick, ...]) -> None:
        """Show these, the newest first."""
        self._people, self._items = people, items
        self.title.say(self.title.setText, self._said)
        self.all.set_text(lambda: _("Show all {n}", n=len(self._items)))
        self._fill()
        self.setVisible(bool(items))

    def forget(self) -> None:
        """The language changed: make all anew."""
        self.cards.forget()

    def _show_all(self) -> None:
        self._whole = True
        self._fill()

    def _fill(self) -> None:
        self.cards.show_values(self._items[: _MOST if self._whole else _FEW])
        self.all.setVisible(not self._whole and len(self._items) > _FEW)

    def _said(self) -> str:
        number = len(self._items)
        return ngettext("{n} reply needs a look", "{n} replies need a look", number) if number else ""

    def _card(self, item: LookItem) -> QWidget:
        card = LookCard(item, self._people)
        card.meant.connect(lambda meaning, person, keep: self.meant.emit(item.reply_id, meaning, person, keep))
        card.aside.connect(lambda: self.aside.emit(item.reply_id))
        card.together.connect(lambda: self.together.emit(item.reply_id))
        card.went.connect(self.went)
        return card
