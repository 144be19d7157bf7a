"""A guest of honour's group and level in the inspector, and the way to the rest of the person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.gui import reading
from forumplanner.gui.pages.guests.record import choices
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestCard


class HonourSection(Section):
    """`picked(group, level)`: codes, "" for none."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Protocol"), name="guestHonour")
        self.group = Combo(choices(ProtocolGroup), name="guestGroup", label=lambda: _("Group"))
        self.level = Combo(choices(ProtocolLevel), name="guestLevel", label=lambda: _("Level"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for column, (text, combo) in enumerate(((lambda: _("Group"), self.group), (lambda: _("Level"), self.level))):
            grid.addWidget(Label(text, role="label", name=f"{combo.objectName()}Label"), 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 1)
            combo.picked.connect(lambda _key: self.picked.emit(self.group.key(), self.level.key()))
        self.column.addLayout(grid)

    def show_card(self, card: GuestCard) -> None:
        """Show group and level; hidden for consular guests."""
        self.setVisible(not card.line.consular)
        self.group.choose(str(card.line.group or ""))
        self.level.choose(str(card.line.level or ""))


class PersonSection(Section):
    """What the forum knows of the person: appearances, delegation, phone. `went()`: to the page People."""

    went = Signal()

    def __init__(self) -> None:
        self.go = Button(lambda: _("Open in People"), name="guestOpenPerson", kind="link")
        super().__init__(lambda: _("Person"), self.go, name="guestPerson")
        self.facts = Label("", role="small", name="guestPersonFacts", wrap=True)
        self.column.addWidget(self.facts)
        self.go.clicked.connect(self.went)

    def show_card(self, card: GuestCard) -> None:
        """Show what is known; hidden while nobody is named."""
        self.setVisible(card.name is not None)
        told = (
            reading.word(card.category) if card.category else "",
            reading.country(card.line.country),
            reading.words(card.delegation, card.languages),
            _("{n} places in the programme", n=card.addresses) if card.addresses else "",
        )
        self.facts.setText(" · ".join(filter(None, told)))
