"""The whole of one guest beside the list: details with the order's reasons, contacts, and who changed what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.domain.invitation_chain import comes
from forumplanner.domain.kinds import Category
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.honour import HonourSection, PersonSection
from forumplanner.gui.pages.guests.log import LogSection
from forumplanner.gui.pages.guests.post import PostSection
from forumplanner.gui.pages.guests.record import rank_section, visit_section
from forumplanner.gui.pages.guests.timeline import StatusSection
from forumplanner.gui.pages.guests.why import WhyCard
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button, Tabs
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.row_history import RowHistory
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestCard, GuestLine
from forumplanner.snapshots.wordings import NO_NAME

DETAILS, CONTACTS, HISTORY = "details", "contacts", "history"


class GuestInspector(Inspector):
    """Shows one card under three tabs; the sections have signals of their own."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(name="guestInspector", label=lambda: _("Details of the guest"))
        self._card: GuestCard | None = None
        self._among: Sequence[GuestLine] = ()
        self.tabs = Tabs(
            [
                (DETAILS, lambda: _("Details")),
                (CONTACTS, lambda: _("Contacts")),
                (HISTORY, lambda: _("History")),
            ],
            name="guestTabs",
            label=lambda: _("What to show of the guest"),
        )
        self.tabs.setContentsMargins(16, 4, 16, 0)
        self.top.addWidget(self.tabs)
        self.head = GuestHead()
        self.why = WhyCard()
        self.status = StatusSection()
        self.record = rank_section()
        self.visit = visit_section()
        self.post = PostSection()
        self.honour = HonourSection()
        self.person = PersonSection()
        self.deeds = GuestActions()
        self.log = LogSection()
        self.history = RowHistory(frame, name="guestRowHistory")
        self.nobody = EmptyState(
            lambda: _("Nobody selected"), lambda: _("Choose a guest in the list."), name="guestNobody", icon="landmark"
        )
        details = (self.why, self.status, self.deeds, self.record, self.visit, self.post, self.honour, self.person)
        self._tabs = {
            DETAILS: _column("guestDetails", *details),
            CONTACTS: _column("guestContacts", self.log),
            HISTORY: _column("guestHistory", self.history),
        }
        self.column.addWidget(self.head)
        for widget in (*self._tabs.values(), self.nobody):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.tabs.picked.connect(lambda _key: self._show_tab())
        self.show_card(None, ())

    def card(self) -> GuestCard | None:
        """Who is shown."""
        return self._card

    def show_card(self, card: GuestCard | None, among: Sequence[GuestLine]) -> None:
        """Show another guest, or the same with other values; `among`: the list that the guest stands in."""
        self._card, self._among = card, among
        self.tabs.setVisible(card is not None)
        self.head.setVisible(card is not None)
        self.nobody.setVisible(card is None)
        self._show_tab()
        if card is None:
            return
        self.head.show_card(card)
        self.why.show_line(card.line, among)
        self.status.show_steps(card.line.status, card.notes, card.last_day.year if card.last_day else 0)
        for section in (self.record, self.visit, self.post, self.honour, self.person, self.deeds, self.log):
            section.show_card(card)
        number = len(card.notes)
        self.tabs.tab(CONTACTS).set_text(lambda: _("Contacts {n}", n=number) if number else _("Contacts"))

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.show_card(self._card, self._among)

    def _show_tab(self) -> None:
        chosen = self.tabs.choice()
        for key, widget in self._tabs.items():
            widget.setVisible(self._card is not None and key == chosen)
        if self._card is not None and chosen == HISTORY:
            line = self._card.line
            self.history.show_record("consular_guest" if line.consular else "participant", line.id)


class GuestHead(QWidget):
    """Initials in a circle, the name, what and from where."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guestHead")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        self.initials = QLabel()
        self.initials.setObjectName("personInitials")
        self.initials.setFixedSize(44, 44)
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.initials)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.name = Elide("", role="lead", name="guestHeadName")
        self.facts = Label("", role="small", name="guestHeadFacts", wrap=True)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addStretch(1)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addStretch(1)
        row.addLayout(column, 1)

    def show_card(self, card: GuestCard) -> None:
        """Show somebody, or the post while nobody is named."""
        line = card.line
        name = words.shown(line.name) if line.name != NO_NAME else words.title(line)
        self.name.set_text(name)
        facts = (words.class_words(line), reading.words(line.post, card.languages))
        self.facts.setText(" · ".join(filter(None, facts)))
        named = line.name != NO_NAME
        han = name[:1] >= "㐀"
        short = name[:1] if han else "".join(part[0] for part in name.split()[:2]).upper()
        self.initials.setText(short if named else "?")


class GuestActions(Attentive, QWidget):
    """`named()`, `replaced()`, `returned()`, `invited()`, `removed()`: what can be done about a guest."""

    named = Signal()
    replaced = Signal()
    returned = Signal()
    invited = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guestActions")
        self.name = Button(lambda: _("Name the person"), name="guestName", icon="user-plus", small=True)
        self.replace = Button(lambda: _("Replaced by…"), name="guestReplace", icon="repeat", small=True, key="Ctrl+R")
        self.back = Button(lambda: _("Comes after all"), name="guestReturn", icon="undo-2", small=True, key="Ctrl+R")
        self.letter = Button(lambda: _("Invitation"), name="guestLetter", icon="mail", small=True)
        self.off = Button(
            "", name="guestRemove", kind="icon", icon="trash-2", tip=lambda: _("Take off the list"), small=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        for button in (self.letter, self.replace, self.back):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.off)
        self.name.clicked.connect(self.named)
        self.letter.clicked.connect(self.invited)
        self.replace.clicked.connect(self.replaced)
        self.back.clicked.connect(self.returned)
        self.off.clicked.connect(self.removed)

    def show_card(self, card: GuestCard) -> None:
        """Offer what fits; before the approval the invitation says so."""
        line = card.line
        self.name.setVisible(line.consular and line.name == NO_NAME)
        self.back.setVisible(bool(card.instead_id) and not comes(line.status))
        self.replace.setVisible(not self.back.isVisibleTo(self))
        self.letter.setVisible(line.consular and comes(line.status))
        # Whoever is a guest by category stays on the list whatever the group; the page People changes categories.
        self.off.setVisible(line.consular or card.category is not Category.GUEST)
        approved = card.approved
        self.letter.set_text((lambda: _("Invitation")) if approved else (lambda: _("Approval not recorded")))
        self.letter.set_icon("mail" if approved else "circle-alert", "text" if approved else "warn")


def _column(name: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    return made
