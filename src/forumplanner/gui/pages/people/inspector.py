"""The whole of one person, beside the list: every field can be edited where it stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.gui import reading
from forumplanner.gui.pages.people.facts import ContactSection, DoingSection, HereSection, JourneysSection
from forumplanner.gui.pages.people.names import NamesSection
from forumplanner.gui.pages.people.posts import PostsSection
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner, EmptyState, Look
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonCard

if TYPE_CHECKING:
    from forumplanner.snapshots.findings import Finding

_LOOKS = {Severity.ERROR: "danger", Severity.WARNING: "warn"}


class PersonInspector(Inspector):
    """Shows one card. `removed()`: the person is to be taken off the list; the sections have signals of their own."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__(name="personInspector", label=lambda: _("Details of the person"))
        self._card: PersonCard | None = None
        self._findings: Sequence[Finding] = ()
        self.head = PersonHead()
        self.findings: Rows[tuple[Finding, str]] = Rows(_banner, name="personFindings")
        self.names = NamesSection()
        self.here = HereSection()
        self.posts = PostsSection()
        self.doing = DoingSection()
        self.contact = ContactSection()
        self.journeys = JourneysSection()
        self.remove = Button(
            lambda: _("Take off the list"), name="personRemove", kind="danger", icon="trash-2", small=True
        )
        self.remove.clicked.connect(self.removed)
        self._body = QWidget()
        self._body.setObjectName("personDetails")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        sections = (self.names, self.here, self.posts, self.doing, self.contact, self.journeys)
        for widget in (self.head, self.findings, *sections):
            column.addWidget(widget)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.nobody = EmptyState(
            lambda: _("Nobody selected"),
            lambda: _("Choose somebody in the list."),
            name="personNobody",
            icon="user",
        )
        self.column.addWidget(self._body)
        self.column.addWidget(self.nobody)
        self.column.addStretch(1)
        self.show_card(None)

    def card(self) -> PersonCard | None:
        """Who is shown."""
        return self._card

    def show_card(self, card: "PersonCard | None") -> None:
        """Show another person, or the same one with other values."""
        self._card = card
        self._body.setVisible(card is not None)
        self.nobody.setVisible(card is None)
        if card is None:
            return
        self.head.show_card(card)
        self.names.show_name(card.name)
        self.here.show_card(card)
        self.posts.show_posts(card.posts, card.languages)
        self.contact.show_card(card)
        self.journeys.show_journeys(card.journeys)
        self._show_findings()

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """The findings of the whole forum; those about this person are shown."""
        self._findings = findings
        self._show_findings()

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.findings.forget()
        self.doing.rows.forget()
        self.journeys.rows.forget()
        self.show_card(self._card)

    def _show_findings(self) -> None:
        card = self._card
        if card is None:
            return
        about = [found for found in self._findings if found.about(card.participant_id)]
        shown = [found for found in about if found.severity in _LOOKS]
        self.findings.show_values([(found, i18n.interface_language()) for found in shown[:4]])
        clashing = frozenset(
            subject.id for found in about if found.severity is Severity.ERROR for subject in found.subjects
        )
        self.doing.show_appearances(card.appearances, card.languages, clashing)


def _banner(value: "tuple[Finding, str]") -> QWidget:
    found, tag = value
    look: Look = "danger" if found.severity is Severity.ERROR else "warn"
    made = Banner(found.title[tag], found.message[tag], name="personFinding", look=look, icon="triangle-alert")
    # "Maximum" would cut the words at the height they need in one line.
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class PersonHead(QWidget):
    """Initials in a circle, the name, category and country."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("personHead")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        self.initials = QLabel()
        self.initials.setObjectName("personInitials")
        self.initials.setFixedSize(44, 44)
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.initials)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Elide("", role="lead", name="personHeadName")
        self.facts = Elide("", role="small", name="personHeadFacts")
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addStretch(1)
        row.addLayout(words, 1)

    def show_card(self, card: PersonCard) -> None:
        """Show somebody."""
        name = card.name.shown(i18n.interface_language())
        self.name.set_text(name)
        facts = (
            reading.word(card.category),
            reading.country(card.country),
            reading.words(card.delegation, card.languages),
        )
        self.facts.set_text(" · ".join(filter(None, facts)))
        han = name[:1] >= "㐀"
        self.initials.setText(name[:1] if han else "".join(part[0] for part in name.split()[:2]).upper())
