"""Where a person stands, in the inspector: the delegation with its liaison officer, the list of guests of honour."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from forumplanner import i18n
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category
from forumplanner.gui import reading
from forumplanner.gui.pages.people.facts import choices
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonCard

NONE = "none"
"""The choice that takes somebody out of the delegation."""


class DelegationSection(Section):
    """`joined(id)`: another delegation, `NONE` for none; `given(role)`; `went(id)`: to the page of delegations."""

    joined = Signal(str)
    given = Signal(str)
    went = Signal(str)

    def __init__(self) -> None:
        self.lead = Button(lambda: _("Show"), name="personDelegationShow", kind="link", small=True)
        super().__init__(lambda: _("Delegation"), self.lead, name="personDelegation")
        self._id = ""
        self.which = Picker(
            name="personDelegationWhich", label=lambda: _("Delegation"), hint=lambda: _("No delegation")
        )
        self.role = Combo(choices(DelegationRole), name="personDelegationRole", label=lambda: _("Role"))
        self.liaison = Label("", role="small", name="personLiaison", wrap=True)
        for widget in (self.which, self.role, self.liaison):
            self.column.addWidget(widget)
        self.which.picked.connect(self.joined)
        self.role.picked.connect(self.given)
        self.lead.clicked.connect(lambda: self.went.emit(self._id))

    def set_choices(self, picks: Sequence[Pick]) -> None:
        """The delegations to choose from."""
        self.which.set_choices(picks, always=(Pick(NONE, _("No delegation")),))

    def show_card(self, card: PersonCard) -> None:
        """Show the delegation; outside one only the way into it."""
        place = card.place
        self._id = place.id if place else ""
        self.which.show_chosen(reading.words(place.name, card.languages) if place else "")
        for widget in (self.role, self.liaison, self.lead):
            widget.setVisible(place is not None)
        if place is None:
            return
        self.role.choose(str(place.role))
        who = place.liaison.shown(i18n.interface_language())
        parts = " · ".join(filter(None, (who, place.liaison_phone)))
        self.liaison.setText(_("Liaison officer: {who}", who=parts) if who else _("No liaison officer yet."))


class ProtocolSection(Section):
    """Of guests of honour. `picked(field, code)`: "protocol_group" or "protocol_level"."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Protocol"), name="personProtocol")
        self.group = Combo(
            choices(ProtocolGroup, empty="—"), name="personProtocolGroup", label=lambda: _("List of guests")
        )
        self.level = Combo(choices(ProtocolLevel, empty="—"), name="personProtocolLevel", label=lambda: _("Level"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(Label(lambda: _("List of guests"), role="label", name="personProtocolGroupLabel"), 0, 0)
        grid.addWidget(Label(lambda: _("Level"), role="label", name="personProtocolLevelLabel"), 0, 1)
        grid.addWidget(self.group, 1, 0)
        grid.addWidget(self.level, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.group.picked.connect(lambda code: self.picked.emit("protocol_group", code))
        self.level.picked.connect(lambda code: self.picked.emit("protocol_level", code))

    def show_card(self, card: PersonCard) -> None:
        """Show list and level; hidden for people who are no guests and stand in none."""
        self.group.choose(str(card.protocol_group or ""))
        self.level.choose(str(card.protocol_level or ""))
        guest = card.category in {Category.GUEST, Category.CONSULAR}
        self.setVisible(guest or card.protocol_group is not None or card.protocol_level is not None)
