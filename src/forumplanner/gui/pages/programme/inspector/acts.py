"""The acts of a ceremony: each with its title in both languages and those who sign, receive, present or witness."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from forumplanner.domain.kinds import ItemKind, Role
from forumplanner.gui.pages.programme.inspector.appearing import AppearanceList
from forumplanner.gui.pages.programme.inspector.texts import RefText, TextPort
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.programme import ActLine, ItemLine, Programme

ROLES: Final = {
    ItemKind.SIGNING: Role.SIGNATORY,
    ItemKind.UNVEILING: Role.PRESENTER,
    ItemKind.PLAQUE: Role.RECIPIENT,
    ItemKind.AWARD: Role.RECIPIENT,
    ItemKind.APPOINTMENT: Role.RECIPIENT,
    ItemKind.CONFERMENT: Role.RECIPIENT,
    ItemKind.ADMISSION: Role.RECIPIENT,
    ItemKind.ADOPTION: Role.PRESENTER,
    ItemKind.DECLARATION: Role.SPEAKER,
    ItemKind.RELEASE: Role.PRESENTER,
}
"""Ceremonies, and what those do who are added to an act of each."""

_ABOVE = 2
"""Entries of the section that are no cards: the rule and the head."""


class ActsEditor(Section):
    """`added()`, `removed(act)`, `moved(act, by)`; `made(list)` for each new list of people, to be wired once."""

    added = Signal()
    removed = Signal(str)
    moved = Signal(str, int)
    made = Signal(object)

    def __init__(self, port: TextPort) -> None:
        self.add = Button(lambda: _("Add act"), name="actAdd", kind="link", icon="plus", small=True)
        super().__init__(lambda: _("Acts"), self.add, name="acts")
        self._port = port
        self._cards: dict[str, ActCard] = {}
        self.add.clicked.connect(self.added)

    def show_item(self, item: ItemLine, programme: Programme) -> None:
        """Show the acts of an item; hidden where it is no ceremony and has none."""
        self.setVisible(item.kind in ROLES or bool(item.acts))
        for gone in set(self._cards) - {act.id for act in item.acts}:
            card = self._cards.pop(gone)
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        words = _words(item.kind)
        self.add.set_text(words[1])
        for at, act in enumerate(item.acts):
            if act.id not in self._cards:
                self._cards[act.id] = self._card(act.id)
            card = self._cards[act.id]
            if self.column.indexOf(card) != at + _ABOVE:
                self.column.insertWidget(at + _ABOVE, card)
            card.people.role = ROLES.get(item.kind, Role.SPEAKER)
            card.show_act(item, act, (at, len(item.acts)), programme)
        self._cards = {act.id: self._cards[act.id] for act in item.acts}

    def cards(self) -> list["ActCard"]:
        """The acts shown, in order."""
        return list(self._cards.values())

    def _card(self, key: str) -> "ActCard":
        card = ActCard(key, self._port)
        card.up.clicked.connect(lambda: self.moved.emit(key, -1))
        card.down.clicked.connect(lambda: self.moved.emit(key, 1))
        card.remove.clicked.connect(lambda: self.removed.emit(key))
        self.made.emit(card.people)
        return card


class ActCard(Card):
    """One act: its number, its title, its people."""

    def __init__(self, key: str, port: TextPort) -> None:
        super().__init__(name="act", look="sunken", margin=12, gap=6)
        self.number = Label("", role="strong", name="actNumber")
        self.up = Button("", name="actUp", kind="icon", icon="chevron-up", tip=lambda: _("Up"))
        self.down = Button("", name="actDown", kind="icon", icon="chevron-down", tip=lambda: _("Down"))
        self.remove = Button("", name="actRemove", kind="icon", icon="x", tip=lambda: _("Take out"))
        self.title = RefText(lambda: _("Title"), name="actTitle", port=port)
        self.people = AppearanceList(name="actPeople", port=port, act=key, hint=lambda: _("Add: person or institution"))
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.number)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        self.column.addLayout(head)
        self.column.addWidget(self.title)
        self.column.addWidget(self.people)

    def show_act(self, item: ItemLine, act: ActLine, place: tuple[int, int], programme: Programme) -> None:
        """Show its values."""
        at, of = place
        self.number.setText(f"{at + 1}")
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < of - 1)
        self.title.label.say(self.title.label.setText, _words(item.kind)[0])
        self.title.show_text(TextRef("act", act.id, "title"), act.title, programme.languages)
        self.people.show_lines(item.id, act.people, programme)


def _words(kind: ItemKind) -> tuple[Text, Text]:
    """What the title of an act names, and what the button adds."""
    known: dict[ItemKind, tuple[Text, Text]] = {
        ItemKind.SIGNING: (lambda: _("Agreement"), lambda: _("Add agreement")),
        ItemKind.CONFERMENT: (lambda: _("Title conferred"), lambda: _("Add title")),
        ItemKind.APPOINTMENT: (lambda: _("Appointed as"), lambda: _("Add appointment")),
        ItemKind.AWARD: (lambda: _("Award"), lambda: _("Add award")),
        ItemKind.PLAQUE: (lambda: _("Plaque"), lambda: _("Add plaque")),
        ItemKind.UNVEILING: (lambda: _("Unveiled"), lambda: _("Add what is unveiled")),
        ItemKind.ADMISSION: (lambda: _("Admitted as"), lambda: _("Add admission")),
        ItemKind.ADOPTION: (lambda: _("Document"), lambda: _("Add document")),
        ItemKind.DECLARATION: (lambda: _("Document"), lambda: _("Add document")),
        ItemKind.RELEASE: (lambda: _("Released"), lambda: _("Add what is released")),
    }
    return known.get(kind, (lambda: _("Title"), lambda: _("Add act")))
