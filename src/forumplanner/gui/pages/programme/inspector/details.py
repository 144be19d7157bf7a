"""The tabs of the details: fields, texts, people, acts and what is inside; who is in it; its history."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.domain.kinds import ItemKind, Role
from forumplanner.gui.pages.programme.inspector import entries
from forumplanner.gui.pages.programme.inspector.acts import ROLES, ActsEditor
from forumplanner.gui.pages.programme.inspector.appearing import AppearanceList
from forumplanner.gui.pages.programme.inspector.found import FoundCards
from forumplanner.gui.pages.programme.inspector.item_form import ItemForm, PartForm
from forumplanner.gui.pages.programme.inspector.more import More
from forumplanner.gui.pages.programme.inspector.outline import Outline
from forumplanner.gui.pages.programme.inspector.session_form import SessionForm
from forumplanner.gui.pages.programme.inspector.texts import PairText, TextPort
from forumplanner.gui.pages.programme.inspector.top import InspectorFoot
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import AppearanceLine, Programme


class Details(QWidget):
    """Shows what belongs to a session, a part or an item, and hides the rest."""

    def __init__(self, port: TextPort) -> None:
        super().__init__()
        self.setObjectName("programmeDetails")
        self.foot = InspectorFoot()
        self.findings = FoundCards()
        self.title = PairText(lambda: _("Title"), name="programmeTitle")
        self.session, self.part, self.item = SessionForm(), PartForm(), ItemForm()
        self.more = More(port)
        self.chairs = AppearanceList(name="programmeChairs", port=port, leads=True)
        self.people = AppearanceList(name="programmePeople", port=port)
        self.acts = ActsEditor(port)
        self.outline = Outline(name="programmeOutline", label=lambda: _("Parts and items"))
        self.everybody = Outline(name="programmeEverybody", label=lambda: _("Who appears"))
        self.nobody = EmptyState(
            lambda: _("Nobody yet"),
            lambda: _("Open an item and add who appears."),
            name="programmeNobody",
            icon="users",
        )
        self.lead_section = Section(lambda: _("Chairs and moderators"), name="programmeChairsSection")
        self.lead_section.column.addWidget(self.chairs)
        self.people_section = Section(lambda: _("Who appears"), name="programmePeopleSection")
        self.people_section.column.addWidget(self.people)
        self.inside = Section(
            lambda: _("Items"), self.foot.sort, self.foot.add_item, self.foot.add_part, name="programmeInside"
        )
        self.inside.column.addWidget(self.outline)
        about = [self.findings, self.title, self.session, self.part, self.item, self.people_section, self.acts]
        about += [self.lead_section, self.inside, self.more, self.foot]
        self.history = column_of("programmeHistory", [])
        self.tabs = {
            "about": column_of("programmeAbout", about),
            "people": column_of("programmePeopleTab", [self.everybody, self.nobody]),
            "history": self.history,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for tab in self.tabs.values():
            column.addWidget(tab)

    def show_tab(self, key: str) -> None:
        """Show that tab alone."""
        for name, tab in self.tabs.items():
            tab.setVisible(name == key)

    def set_history(self, history: QWidget) -> None:
        """Show this in the tab History."""
        column = self.history.layout()
        if column is not None:
            column.addWidget(history)

    def lists(self) -> tuple[AppearanceList, ...]:
        """Every list of people, those of acts last."""
        return (self.people, self.chairs, *(card.people for card in self.acts.cards()))

    def appearing(self) -> tuple[AppearanceLine, ...]:
        """Everybody whose rows are shown."""
        return tuple(row.line for shown in self.lists() for row in shown.rows())

    def show_row(self, row: Row, programme: Programme) -> None:
        """Show the values of a row; what is being typed stays."""
        languages, item, part, session = programme.languages, row.item, row.part, row.session
        title = item.title if item else part.title if part else session.title if session else None
        if title is None or session is None:
            return
        is_session = item is None and part is None
        self.title.set_tags(languages)
        self.title.set_value(title)
        self.findings.show_found(row.found)
        self.session.setVisible(is_session)
        self.part.setVisible(part is not None and item is None)
        self.item.setVisible(item is not None)
        self.more.setVisible(is_session or item is not None)
        if is_session:
            self.session.show_session(session, programme)
            self.more.show_session(session, languages)
        self.people_section.setVisible(item is not None)
        self.acts.setVisible(item is not None)
        self._show_leaders(row, programme)
        if part is not None and item is None:
            self.part.show_part(part)
        if item is not None:
            self.item.show_item(item, session)
            self.more.show_item(item, languages)
            self._show_people(row, programme)
        self._show_inside(row, languages)
        self.foot.show_for(row)

    def _show_leaders(self, row: Row, programme: Programme) -> None:
        """Chairs of a part; of a session only where its one part has no row of its own."""
        session = row.session
        if session is None or row.item is not None:
            leading = None
        else:
            leading = row.part or (session.parts[0] if len(session.parts) == 1 else None)
        self.lead_section.setVisible(leading is not None)
        if leading is not None:
            self.chairs.show_lines(leading.id, leading.chairs, programme)

    def _show_people(self, row: Row, programme: Programme) -> None:
        """Those of the item itself; those of its acts stand in them."""
        item = row.item
        if item is None:
            return
        self.people.role = {ItemKind.PANEL: Role.PANELIST}.get(item.kind, Role.WITNESS if item.acts else Role.SPEAKER)
        if item.kind in ROLES and item.kind is not ItemKind.SIGNING and item.acts:
            self.people.role = Role.PRESENTER
        self.people.show_lines(item.id, [line for line in item.people if not line.act_id], programme)
        self.acts.show_item(item, programme)

    def _show_inside(self, row: Row, languages: tuple[str, ...]) -> None:
        session = row.session
        if session is None:
            return
        parts = [row.part] if row.part else list(session.parts)
        rows = entries.outline(session, parts, languages, row.found)
        if row.part is not None and row.item is None:
            rows = [entry for entry in rows if not entry.heading]
        self.outline.show_entries(rows)
        self.inside.setVisible(row.item is None)
        self.everybody.show_entries(entries.who(session, parts, languages))
        self.nobody.setVisible(not self.everybody.entries())


def column_of(name: str, widgets: list[QWidget]) -> QWidget:
    """Widgets one under the other."""
    page = QWidget()
    page.setObjectName(name)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    return page
