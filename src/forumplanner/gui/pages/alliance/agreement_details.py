"""An agreement in the inspector: number, kind, title, day, the parties with who signed, ceremony and text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.gui import reading
from forumplanner.gui.pages.alliance.choosing import Chooser, ceremonies
from forumplanner.gui.pages.alliance.details import Details, grid, put
from forumplanner.gui.pages.alliance.offers import Offers
from forumplanner.gui.pages.alliance.typed_fields import LongTexts
from forumplanner.gui.pages.alliance.words import choices, when
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.agreements import AgreementLine, PartyLine
from forumplanner.snapshots.register_choices import RegisterChoices


class AgreementDetails(Details):
    """`party_added(institution)`, `party_signed(party, person)`, `party_moved(party)` up, `party_gone(party)`."""

    party_added = Signal(str)
    party_signed = Signal(str, str)
    party_moved = Signal(str)
    party_gone = Signal(str)

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__(
            name="agreementDetails",
            label=lambda: _("Details of the agreement"),
            nothing=lambda: _("No agreement selected"),
            hint=lambda: _("Choose one in the list."),
            remove=lambda: _("Take out of the register"),
        )
        self._tags = tags
        self._people: Sequence[Pick] = ()
        self.number = Field(name="agreementNumber", label=lambda: _("Number"))
        self.kind = Combo(choices(AgreementKind), name="agreementKind", label=lambda: _("Kind"))
        self.day = DayField(name="agreementDay", label=lambda: _("Signed on"))
        self.title_pair = LongTexts(lambda: _("Title"), name="agreementTitle", tags=tags)
        self.item = Combo((), name="agreementItem", label=lambda: _("Ceremony"))
        self.resolution = LongTexts(lambda: _("Text or note"), name="agreementResolution", tags=tags)
        facts = Section(lambda: _("Agreement"), name="agreementFacts", first=True)
        facts.column.addWidget(self.title_pair)
        facts.column.addLayout(
            grid(
                [
                    (lambda: _("Number"), self.number),
                    (lambda: _("Signed on"), self.day),
                ]
            )
        )
        for widget in (Labelled(lambda: _("Kind"), self.kind), Labelled(lambda: _("Ceremony"), self.item)):
            facts.column.addWidget(widget)
        self.parties: Rows[tuple[PartyLine, str]] = Rows(self._party, name="agreementParties", gap=8)
        self.more = Chooser(
            name="agreementMore", label=lambda: _("Add a party"), hint=lambda: _("Institution, initials will do")
        )
        self.more.picked.connect(self._add)
        signed = Section(lambda: _("Parties and who signed"), name="agreementSigned")
        signed.column.addWidget(self.parties)
        signed.column.addWidget(Labelled(lambda: _("Add a party"), self.more))
        self.fill(facts, signed, self.resolution)

    def take_offers(self, offers: Offers) -> None:
        """Institutions to sign, people who sign for them."""
        self._people = offers.people
        self.more.set_choices(offers.institutions)
        self.parties.forget()

    def show_line(self, line: AgreementLine | None, offered: RegisterChoices) -> None:
        """Show an agreement."""
        self.show_filled(filled=line is not None)
        if line is None:
            return
        title = reading.words(line.title, self._tags) or reading.word(line.kind)
        self.show_head(title, (reading.word(line.kind), line.number))
        put(self.number, line.number)
        self.number.set_wrong(_("Another agreement has this number too.") if line.twin else "")
        self.kind.choose(str(line.kind))
        put(self.day, when(line.signed_on))
        self.title_pair.set_value(line.title)
        self.item.set_choices(ceremonies(offered, line.item_id, reading.words(line.item, self._tags)))
        self.item.choose(line.item_id)
        self.resolution.set_value(line.resolution)
        self.parties.show_values([(party, i18n.interface_language()) for party in line.parties])

    def _party(self, value: tuple[PartyLine, str]) -> QWidget:
        party, tag = value
        made = QWidget()
        made.setObjectName("agreementParty")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Elide(reading.words(party.institution, self._tags) or "—", name="agreementPartyName"), 1)
        up = Button("", name="agreementPartyUp", kind="icon", icon="arrow-up", tip=lambda: _("Up"), small=True)
        gone = Button("", name="agreementPartyGone", kind="icon", icon="x", tip=lambda: _("Take off"), small=True)
        up.clicked.connect(lambda: self.party_moved.emit(party.id))
        gone.clicked.connect(lambda: self.party_gone.emit(party.id))
        head.addWidget(up)
        head.addWidget(gone)
        column.addLayout(head)
        signed = QHBoxLayout()
        signed.setSpacing(8)
        signed.addWidget(Label(lambda: _("Signed by"), role="note", name="agreementPartyLabel"))
        by = Chooser(name="agreementPartyBy", label=lambda: _("Signed by"), hint=lambda: _("Person"))
        by.set_choices(self._people, always=[Pick("", _("Not known yet"), "", "")])
        by.show_chosen(party.person.shown(tag))
        by.picked.connect(lambda key: self.party_signed.emit(party.id, key))
        signed.addWidget(by, 1)
        column.addLayout(signed)
        return made

    def _add(self, key: str) -> None:
        self.more.clear_choice()
        self.party_added.emit(key)
