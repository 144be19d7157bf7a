"""The whole of one person, beside the list: every field can be edited where it stands, under six tabs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.contact import ContactSection
from forumplanner.gui.pages.people.facts import DoingSection, HereSection, JourneysSection
from forumplanner.gui.pages.people.head import PersonHead
from forumplanner.gui.pages.people.log import LogSection
from forumplanner.gui.pages.people.mail import MailSection
from forumplanner.gui.pages.people.names import NamesSection
from forumplanner.gui.pages.people.outsider import OutsiderCard
from forumplanner.gui.pages.people.posts import PostsSection
from forumplanner.gui.pages.people.roles import RolesSection
from forumplanner.gui.pages.people.standing import DelegationSection, ProtocolSection
from forumplanner.gui.widgets.buttons import Button, Tabs
from forumplanner.gui.widgets.cards import Banner, EmptyState, Look
from forumplanner.gui.widgets.inspector import WIDE, Inspector
from forumplanner.gui.widgets.row_history import RowHistory
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.correspondence import Correspondence
from forumplanner.snapshots.people import PersonCard, PersonLine
from forumplanner.snapshots.took_part import TookPart

if TYPE_CHECKING:
    from forumplanner.snapshots.findings import Finding

_LOOKS = {Severity.ERROR: "danger", Severity.WARNING: "warn"}
DETAILS, ROLES, TRAVEL, CONTACTS = "details", "roles", "travel", "contacts"
MAIL, HISTORY = "mail", "history"

_SIXTH = 14
"""Pixels more than other inspectors, so that six tabs stand whole in English."""


class PersonInspector(Inspector):
    """Shows one card. `removed()`: the person is to be taken off the list; the sections have signals of their own.

    `needed()`: another tab was opened; what it shows is to be read.
    """

    removed = Signal()
    needed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(name="personInspector", label=lambda: _("Details of the person"), width=WIDE + _SIXTH)
        self._card: PersonCard | None = None
        self._findings: Sequence[Finding] = ()
        self.tabs = Tabs(
            [
                (DETAILS, lambda: _("Details")),
                (ROLES, lambda: _("Roles")),
                (TRAVEL, lambda: _("Travel")),
                (CONTACTS, lambda: _("Contacts")),
                (MAIL, lambda: _("Mail")),
                (HISTORY, lambda: _("History")),
            ],
            name="personTabs",
            label=lambda: _("Details of the person"),
        )
        self.tabs.setContentsMargins(6, 4, 0, 0)
        self.tabs.close_up()  # six of them need every pixel
        self.top.addWidget(self.tabs)
        self.head = PersonHead(frame)
        self.findings: Rows[tuple[Finding, str]] = Rows(_banner, name="personFindings")
        self.names = NamesSection()
        self.here = HereSection()
        self.posts = PostsSection()
        self.doing = DoingSection()
        self.place = DelegationSection()
        self.protocol = ProtocolSection()
        self.contact = ContactSection()
        self.roles = RolesSection()
        self.journeys = JourneysSection()
        self.log = LogSection()
        self.mail = MailSection()
        self.of_person = RowHistory(frame, name="personHistory")
        self.of_participant = RowHistory(frame, name="participantHistory")
        self.remove = Button(
            lambda: _("Take off the list"), name="personRemove", kind="danger", icon="trash-2", small=True
        )
        self.remove.clicked.connect(self.removed)
        self.nobody = EmptyState(
            lambda: _("Nobody selected"),
            lambda: _("Choose somebody in the list."),
            name="personNobody",
            icon="user",
        )
        self.outsider = OutsiderCard(frame)
        self._tabs = self._made_tabs()
        for widget in (self.head, self.findings, *self._tabs.values(), self.nobody, self.outsider):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.tabs.picked.connect(lambda _key: self._show_tab())
        self.show_card(None)

    def card(self) -> PersonCard | None:
        """Who is shown."""
        return self._card

    def tab(self) -> str:
        """Which tab is open."""
        return self.tabs.choice()

    def show_card(self, card: "PersonCard | None") -> None:
        """Show another person, or the same one with other values."""
        self._card = card
        self._show_tab(ask=False)
        if card is None:
            return
        self.head.show_card(card)
        self.names.show_name(card.name, card.country)
        self.here.show_card(card)
        self.posts.show_posts(card.posts, card.languages)
        self.place.show_card(card)
        self.protocol.show_card(card)
        self.contact.show_card(card)
        self.journeys.show_journeys(card.journeys)
        number = len(card.appearances)
        self.tabs.tab(ROLES).set_text(lambda: _("Roles {n}", n=number) if number else _("Roles"))
        self._show_findings()

    def show_outsider(self, line: PersonLine, forums: tuple[TookPart, ...], languages: tuple[str, ...]) -> None:
        """Somebody of the file who is not in this forum."""
        self._card = None
        self._show_tab(ask=False)
        self.nobody.hide()
        self.outsider.show_line(line, forums, languages)
        self.outsider.show()

    def show_roles(self, forums: tuple[TookPart, ...], *, here: str) -> None:
        """In which forums the person took part."""
        self.roles.show_forums(forums, here=here)

    def show_log(self, notes: tuple[NoteLine, ...]) -> None:
        """What was noted about contacts."""
        if self._card is not None:
            self.log.show_card(self._card, notes)

    def show_mail(self, mail: Correspondence) -> None:
        """What the person was told and answered."""
        self.mail.show_lines(mail, self._card.status if self._card else None)

    def show_history(self) -> None:
        """Who changed the person and their part in this forum."""
        if self._card is not None:
            self.of_person.show_record("person", self._card.person_id)
            self.of_participant.show_record("participant", self._card.participant_id)

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """The findings of the whole forum; those about this person are shown."""
        self._findings = findings
        self._show_findings()

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        for rows in (
            self.findings,
            self.doing.rows,
            self.journeys.rows,
            self.roles.rows,
            self.log.rows,
            self.mail.rows,
        ):
            rows.forget()
        self.show_card(self._card)

    def _made_tabs(self) -> dict[str, QWidget]:
        person = Section(lambda: _("In the directory"), name="personHistoryOfPerson", first=True)
        person.column.addWidget(self.of_person)
        here = Section(lambda: _("In this forum"), name="personHistoryHere")
        here.column.addWidget(self.of_participant)
        details = (self.names, self.here, self.posts, self.doing, self.place, self.protocol, self.contact, self.remove)
        return {
            DETAILS: _stacked("personDetails", details),
            ROLES: _stacked("personRoles", (self.roles,)),
            TRAVEL: _stacked("personTravel", (self.journeys,)),
            CONTACTS: _stacked("personContacts", (self.log,)),
            MAIL: _stacked("personMailTab", (self.mail,)),
            HISTORY: _stacked("personHistoryTab", (person, here)),
        }

    def _show_tab(self, *, ask: bool = True) -> None:
        there, chosen = self._card is not None, self.tabs.choice()
        for key, widget in self._tabs.items():
            widget.setVisible(there and key == chosen)
        for widget in (self.tabs, self.head):
            widget.setVisible(there)
        self.findings.setVisible(there and chosen == DETAILS and bool(self.findings.widgets()))
        self.nobody.setVisible(not there)
        self.outsider.hide()
        if there and ask:
            self.needed.emit()

    def _show_findings(self) -> None:
        card = self._card
        if card is None:
            return
        about = [found for found in self._findings if found.about(card.participant_id)]
        shown = [found for found in about if found.severity in _LOOKS]
        self.findings.show_values([(found, i18n.interface_language()) for found in shown[:4]])
        self.findings.setVisible(bool(shown) and self.tabs.choice() == DETAILS)
        clashing = frozenset(
            subject.id for found in about if found.severity is Severity.ERROR for subject in found.subjects
        )
        self.doing.show_appearances(card.appearances, card.languages, clashing)


def _stacked(name: str, widgets: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    left = Qt.AlignmentFlag.AlignLeft
    for widget in widgets:
        column.addWidget(widget, 0, left) if isinstance(widget, Button) else column.addWidget(widget)
    return made


def _banner(value: "tuple[Finding, str]") -> QWidget:
    found, tag = value
    look: Look = "danger" if found.severity is Severity.ERROR else "warn"
    made = Banner(found.title[tag], found.message[tag], name="personFinding", look=look, icon="triangle-alert")
    # "Maximum" would cut the words at the height they need in one line.
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
