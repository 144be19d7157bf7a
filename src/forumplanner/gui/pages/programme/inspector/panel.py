"""The details of the programme: a session, one of its parts or items, in full; what is inside leads there and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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
from forumplanner.gui.pages.programme.inspector.top import InspectorFoot, InspectorTop
from forumplanner.gui.pages.programme.inspector.turning import above, row_of, steps_to, whole
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.inspector import WIDE, Inspector, WithInspector
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import AppearanceLine, Programme


class ProgrammeInspector(Inspector):
    """Shows the page's row, or something inside it; each part has signals of its own, which become verbs.

    `turned(key)`: something else inside the page's row is shown. `removed` means the page's own row;
    `removed_inside(row)` what was turned to.
    """

    removed = Signal()
    part_added = Signal()
    item_added = Signal()
    title_edited = Signal(str, str)
    title_confirmed = Signal(str)
    turned = Signal(str)
    removed_inside = Signal(object)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(name="programmeInspector", label=lambda: _("Details of the session or item"), width=WIDE)
        self._given: Row | None = None
        self._row: Row | None = None
        self._programme = Programme("", languages, "UTC")
        self.port = TextPort(self)
        self.head = InspectorTop()
        self.foot = InspectorFoot()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_row(None, self._programme)

    def row(self) -> Row | None:
        """What is shown: the page's row, or what was turned to inside it."""
        return self._row

    def programme(self) -> Programme:
        """The programme in which it stands."""
        return self._programme

    def appearing(self) -> tuple[AppearanceLine, ...]:
        """Everybody whose rows are shown."""
        lists = (self.people, self.chairs, *(card.people for card in self.acts.cards()))
        return tuple(row.line for shown in lists for row in shown.rows())

    def show_row(self, row: Row | None, programme: Programme) -> None:
        """Show another row, or the same one with other values: then what was turned to stays, if it still exists."""
        shown = whole(row)
        same = shown is not None and self._given is not None and shown.key == self._given.key
        key = self._row.key if same and self._row is not None else ""
        self._given, self._programme = shown, programme
        self._row = (row_of(shown, key) if key else None) or shown if shown is not None else None
        self._body.setVisible(shown is not None)
        self.head.setVisible(shown is not None)
        self.nothing.setVisible(shown is None)
        if self._row is not None:
            self._show(self._row, programme)

    def set_history(self, history: QWidget) -> None:
        """Show this in the tab History; `head.history_wanted(key)` says of what."""
        column = self.history.layout()
        if column is not None:
            column.addWidget(history)

    def turn_to(self, key: str) -> None:
        """Show something inside the page's row, or above what is shown."""
        row = row_of(self._given, key) if self._given is not None else None
        if row is None or (self._row is not None and row.key == self._row.key):
            return
        self._row = row
        self._show(row, self._programme)
        self.turned.emit(key)

    def back(self) -> bool:
        """Show what stands above; False for a session, above which nothing stands."""
        key = above(self._row) if self._row is not None else ""
        if not key:
            return False
        came_from = self._row.key if self._row is not None else ""
        self.turn_to(key)
        self.outline.choose(came_from)
        (self.outline if self.outline.isVisible() else self.head.trail).setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Backspace outside fields, or Alt+Left, goes back up."""
        alt_left = event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not ((event.key() == Qt.Key.Key_Backspace or alt_left) and self.back()):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.findings.forget()
        if self._row is not None:
            self._show(self._row, self._programme)

    def replace_somebody(self) -> None:
        """Ctrl+R: ask who comes instead of the person with the focus, else of the first."""
        lists = [card.people for card in self.acts.cards()]
        for shown in (*lists, self.people, self.chairs):
            if shown.isVisible() and shown.has_focus() and shown.start_replacing():
                return
        if not (self.people.isVisible() and self.people.start_replacing()) and self.chairs.isVisible():
            self.chairs.start_replacing()

    def _show(self, row: Row, programme: Programme) -> None:
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
        number = entries.number(session, [part] if part else session.parts)
        self.head.show_row(row, programme, steps_to(row, languages), number)
        self._show_tab()

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

    def _show_tab(self) -> None:
        chosen = self.head.tabs.choice()
        on_item = self._row is not None and self._row.item is not None
        tab = "about" if chosen == "people" and on_item else chosen
        for key, page in self._pages.items():
            page.setVisible(key == tab)
        if tab == "history" and self._row is not None:
            self.head.history_wanted.emit(self._row.key)

    def _make_parts(self) -> None:
        self.findings = FoundCards()
        self.title = PairText(lambda: _("Title"), name="programmeTitle")
        self.session, self.part, self.item = SessionForm(), PartForm(), ItemForm()
        self.more = More(self.port)
        self.chairs = AppearanceList(name="programmeChairs", port=self.port, leads=True)
        self.people = AppearanceList(name="programmePeople", port=self.port)
        self.acts = ActsEditor(self.port)
        self.outline = Outline(name="programmeOutline", label=lambda: _("Parts and items"))
        self.everybody = Outline(name="programmeEverybody", label=lambda: _("Who appears"))
        self.nobody = EmptyState(
            lambda: _("Nobody yet"),
            lambda: _("Open an item and add who appears."),
            name="programmeNobody",
            icon="users",
        )
        self.nothing = EmptyState(
            lambda: _("Nothing selected"),
            lambda: _("Choose a session or an item."),
            name="programmeNothing",
            icon="calendar-days",
        )
        self.lead_section = Section(lambda: _("Chairs and moderators"), name="programmeChairsSection")
        self.lead_section.column.addWidget(self.chairs)
        self.people_section = Section(lambda: _("Who appears"), name="programmePeopleSection")
        self.people_section.column.addWidget(self.people)
        self.inside = Section(lambda: _("Items"), self.foot.add_item, self.foot.add_part, name="programmeInside")
        self.inside.column.addWidget(self.outline)

    def _lay_out(self) -> None:
        self.top.addWidget(self.head)
        self._body = QWidget()
        self._body.setObjectName("programmeDetails")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        about = [self.findings, self.title, self.session, self.part, self.item, self.people_section, self.acts]
        about += [self.lead_section, self.inside, self.more, self.foot]
        self.history = _column("programmeHistory", [])
        self._pages = {
            "about": _column("programmeAbout", about),
            "people": _column("programmePeopleTab", [self.everybody, self.nobody]),
            "history": self.history,
        }
        for page in self._pages.values():
            column.addWidget(page)
        self.column.addWidget(self._body)
        self.column.addWidget(self.nothing)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.title.edited.connect(self.title_edited)
        self.title.confirmed.connect(self.title_confirmed)
        self.foot.add_item.clicked.connect(self.item_added)
        self.foot.add_part.clicked.connect(self.part_added)
        self.foot.remove.clicked.connect(self._remove)
        self.outline.removed.connect(self._remove_key)
        self.outline.opened.connect(self.turn_to)
        self.everybody.opened.connect(self._open_place)
        self.head.trail.chosen.connect(self.turn_to)
        self.head.tabs.picked.connect(lambda _key: self._show_tab())
        self.head.shut.clicked.connect(self._close)
        replacing = QShortcut(QKeySequence("Ctrl+R"), self)
        replacing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        replacing.activated.connect(self.replace_somebody)

    def _remove(self) -> None:
        if self._row is None or self._given is None:
            return
        if self._row.key == self._given.key:
            self.removed.emit()
        else:
            self.removed_inside.emit(self._row)

    def _remove_key(self, key: str) -> None:
        row = row_of(self._given, key) if self._given is not None else None
        if row is not None:
            self.removed_inside.emit(row)

    def _open_place(self, key: str) -> None:
        self.head.tabs.choose("about")
        self.turn_to(key)

    def _close(self) -> None:
        around = self.parentWidget()
        if isinstance(around, WithInspector):
            around.set_open(open_=False)


def _column(name: str, widgets: list[QWidget]) -> QWidget:
    page = QWidget()
    page.setObjectName(name)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    return page
