"""An entry of the ledger in the inspector: when, which standing, occasion and resolution; naming one only counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import Fault
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.choosing import Chooser, ceremonies
from forumplanner.gui.pages.alliance.details import Details, grid
from forumplanner.gui.pages.alliance.institution_form import InstitutionForm
from forumplanner.gui.pages.alliance.offers import Offers
from forumplanner.gui.pages.alliance.typed_fields import LongTexts, WhenField
from forumplanner.gui.pages.alliance.words import choices, when
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.gui.widgets.fields import Combo, Labelled, Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.alliance import EntryLine
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.register_choices import RegisterChoices


class EntryDetails(Details):
    """`named(key, name)`: one of those counted is that institution; `again(change)`: the member's next entry."""

    named = Signal(str, str)
    again = Signal(str)

    def __init__(self, frame: Frame, tags: tuple[str, ...]) -> None:
        super().__init__(
            name="entryDetails",
            label=lambda: _("Details of the entry"),
            nothing=lambda: _("No entry selected"),
            hint=lambda: _("Choose a member or an entry of the ledger."),
            remove=lambda: _("Take out of the ledger"),
        )
        self._tags = tags
        self.fault = Banner("", name="entryFault", look="warn")
        self.fault.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.when = WhenField(name="entryWhen", label=lambda: _("Day or year"))
        self.standing = Combo(choices(Standing), name="entryStanding", label=lambda: _("Standing"))
        self.number = Number(name="entryNumber", label=lambda: _("Without a name"), least=1, most=9999)
        self.item = Combo((), name="entryItem", label=lambda: _("Ceremony"))
        self.occasion = BilingualField(lambda: _("Occasion"), name="entryOccasion", tags=tags)
        self.resolution = LongTexts(lambda: _("Resolution as adopted"), name="entryResolution", tags=tags)
        entry = Section(lambda: _("Entry"), name="entryFacts", first=True)
        for widget in (
            Labelled(lambda: _("Day or year"), self.when),
            Labelled(lambda: _("Standing"), self.standing),
            self.occasion,
            Labelled(lambda: _("Ceremony"), self.item),
            self.resolution,
        ):
            entry.column.addWidget(widget)
        self.naming = self._naming()
        self.next = self._next()
        self.institution = InstitutionForm(frame, name="entryInstitution", tags=tags)
        self.fill(self.fault, self.naming, entry, self.next, self.institution)

    def take_offers(self, offers: Offers) -> None:
        """Institutions to name, ceremonies to link."""
        self.whom.set_choices(offers.institutions)
        self.institution.take_offers(offers)

    def show_line(self, line: EntryLine | None, card: InstitutionCard | None, offered: RegisterChoices) -> None:
        """Show an entry, with the institution it is about."""
        self.show_filled(filled=line is not None)
        if line is None:
            return
        self.show_head(entry_name(line, self._tags), (reading.word(line.change), when(line.day, line.year)))
        self.when.set_when(line.day, line.year)
        self.standing.setEnabled(line.change is not AllianceChange.LEFT)
        self.standing.choose(str(line.standing or Standing.MEMBER))
        self.occasion.set_value(line.occasion)
        self.resolution.set_value(line.resolution)
        self.item.set_choices(ceremonies(offered, line.item_id, reading.words(line.item, self._tags)))
        self.item.choose(line.item_id)
        self.naming.setVisible(not line.institution_id)
        self.number.set_value(max(line.unnamed, 1))
        self.fault.tell(fault_words(line.fault) if line.fault else "")
        self.fault.setVisible(line.fault is not None)
        self.next.setVisible(bool(line.institution_id) and line.change is not AllianceChange.LEFT)
        self.institution.setVisible(card is not None)
        if card is not None:
            self.institution.show_card(card)

    def _naming(self) -> Section:
        made = Section(lambda: _("Counted, not named"), name="entryNaming", first=True)
        self.whom = Chooser(
            name="entryWhom",
            label=lambda: _("Name one of them"),
            hint=lambda: _("Name or initials"),
            new=lambda text: _("New institution “{name}”", name=text),
        )
        made.column.addLayout(
            grid([(lambda: _("Without a name"), self.number), (lambda: _("Name one of them"), self.whom)])
        )
        made.column.addWidget(
            Label(
                lambda: _("Each name lowers the count by one; day, occasion and resolution stay."),
                role="note",
                name="entryNamingNote",
                wrap=True,
            )
        )
        self.whom.picked.connect(lambda key: self.named.emit(key, ""))
        self.whom.asked.connect(lambda text: self.named.emit("", text))
        return made

    def _next(self) -> Section:
        made = Section(lambda: _("What came later"), name="entryNext")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.other = Button(lambda: _("New standing…"), name="entryOther", small=True)
        self.gone = Button(lambda: _("Left the alliance…"), name="entryGone", small=True)
        self.other.clicked.connect(lambda: self.again.emit(str(AllianceChange.STANDING)))
        self.gone.clicked.connect(lambda: self.again.emit(str(AllianceChange.LEFT)))
        row.addWidget(self.other)
        row.addWidget(self.gone)
        row.addStretch(1)
        made.column.addLayout(row)
        return made


def entry_name(line: EntryLine, tags: tuple[str, ...]) -> str:
    """Who an entry is about."""
    return reading.words(line.name, tags) or _("{number} without a name", number=line.unnamed)


def fault_words(fault: Fault) -> str:
    """Why an entry can't be true."""
    if fault is Fault.ADMITTED_TWICE:
        return _("Admitted already: this entry counts nobody. Make it a new standing, or take it out.")
    if fault is Fault.NOT_A_MEMBER:
        return _("No admission stands before this entry, so it counts nobody. Enter the admission, or take it out.")
    return _("More leave here than are counted. Count fewer, or enter more before.")
