"""The whole of one delegation beside the tree: its head with tabs, and what each tab shows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forumplanner.domain.names import HAN
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.contacts import Contacts
from forumplanner.gui.pages.delegations.details import Details
from forumplanner.gui.pages.delegations.members import Members
from forumplanner.gui.widgets.buttons import Tabs
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Elide, Rule
from forumplanner.gui.widgets.row_history import RowHistory
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.delegations import DelegationDetail, DelegationLine, Delegations

DETAILS, MEMBERS, CONTACTS, HISTORY = "details", "members", "contacts", "history"


class DelegationInspector(Inspector):
    """Shows one delegation."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(name="delegationInspector", label=lambda: _("Details of the delegation"))
        self._line: DelegationLine | None = None
        self._delegations = Delegations("", (), "UTC")
        self.head = DelegationHead()
        self.tabs = Tabs(
            [
                (DETAILS, lambda: _("Details")),
                (MEMBERS, self._members_words),
                (CONTACTS, lambda: _("Contacts")),
                (HISTORY, lambda: _("History")),
            ],
            name="delegationTabs",
            label=lambda: _("Details of the delegation"),
        )
        self._top = QWidget()
        self._top.setObjectName("delegationTop")
        top = QVBoxLayout(self._top)
        top.setContentsMargins(14, 8, 2, 0)
        top.setSpacing(6)
        top.addWidget(self.tabs)
        top.addWidget(Rule())
        self.top.addWidget(self._top)
        self.details = Details()
        self.members = Members()
        self.contacts = Contacts()
        self.history = RowHistory(frame)
        self._shown: dict[str, QWidget] = {
            DETAILS: self.details,
            MEMBERS: self.members,
            CONTACTS: self.contacts,
            HISTORY: self.history,
        }
        self.nobody = EmptyState(
            lambda: _("No delegation selected"),
            lambda: _("Choose one in the list."),
            name="delegationNone",
            icon="flag",
        )
        for widget in (self.head, *self._shown.values(), self.nobody):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.tabs.picked.connect(self._turn)
        self.show_line(None, self._delegations, DelegationDetail(""))

    def line(self) -> DelegationLine | None:
        """Which delegation is shown."""
        return self._line

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.choose(key)

    def show_line(
        self,
        line: DelegationLine | None,
        delegations: Delegations,
        detail: DelegationDetail,
        notes: Sequence[NoteLine] = (),
    ) -> None:
        """Show another delegation, or the same one with other values."""
        if line is None or self._line is None or line.id != self._line.id:
            self.members.adding.forget()
        self._line, self._delegations = line, delegations
        self._top.setVisible(line is not None)
        self.head.setVisible(line is not None)
        self.nobody.setVisible(line is None)
        if line is not None:
            self.head.show_line(line, delegations.languages)
            self.details.show_line(line, delegations, detail)
            self.members.show_line(line, delegations.languages)
            self.contacts.show_notes(notes, line.contact)
            self.history.show_record("delegation", line.id)
        self.tabs.tab(MEMBERS).set_text(self._members_words)
        self._turn(self.tabs.choice())

    def _members_words(self) -> str:
        number = len(self._line.members) if self._line else 0
        return _("Members {n}", n=number) if number else _("Members")

    def _turn(self, key: str) -> None:
        for name, widget in self._shown.items():
            widget.setVisible(name == key and self._line is not None)


class DelegationHead(QWidget):
    """Initials in a circle, what the delegation is called, its country and numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationHeadline")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(12)
        self.initials = QLabel()
        self.initials.setObjectName("personInitials")  # the look of every circle with initials
        self.initials.setFixedSize(44, 44)
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.initials)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Elide("", role="lead", name="delegationHeadName")
        self.facts = Elide("", role="small", name="delegationHeadFacts")
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addStretch(1)
        row.addLayout(words, 1)

    def show_line(self, line: DelegationLine, languages: tuple[str, ...]) -> None:
        """Show one."""
        title = cells.title(line, languages)
        self.name.set_text(title)
        country = cells.country_name(line.country)
        people = ngettext("{n} person", "{n} people", line.delegates)
        companions = ngettext("{n} accompanying", "{n} accompanying", line.companions) if line.companions else ""
        numbers = reading.listed(filter(None, (people, companions)))
        self.facts.set_text(" · ".join(filter(None, (country if country != title else "", numbers))))
        short = title[:1] if HAN.search(title[:1]) else "".join(part[0] for part in _strong(title)[:2]).upper()
        self.initials.setText(short)


def _strong(title: str) -> list[str]:
    """The words of a name that carry it: "Delegation of Thailand" is known by its T."""
    words = [word for word in title.split() if word[:1].isalpha()]
    named = [word for word in words if word[0].isupper() and word not in {"Delegation", "The"}]
    return named or words or [title or "–"]
