"""What the list's current row is about, in full: a session with its parts, or an item with who appears in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.appearing import AppearanceList
from forumplanner.gui.pages.programme.forms import ItemForm, SessionForm
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner, EmptyState, Look
from forumplanner.gui.widgets.inspector import WIDE, Inspector
from forumplanner.gui.widgets.labels import Elide, Pill
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import Programme


class ProgrammeInspector(Inspector):
    """Shows one row; each part has signals of its own, which the page turns into verbs."""

    removed = Signal()
    part_added = Signal()
    item_added = Signal()
    title_edited = Signal(str, str)
    title_confirmed = Signal(str)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(name="programmeInspector", label=lambda: _("Details of the session or item"), width=WIDE)
        self._row: Row | None = None
        self._programme = Programme("", languages, "UTC")
        self.heading = Elide("", role="lead", name="programmeHeading")
        self.kind = Pill("", name="programmeKind")
        self.findings: Rows[tuple[Finding, str]] = Rows(_banner, name="programmeFindings")
        self.title = self._title_field(languages)
        self.session = SessionForm()
        self.item = ItemForm()
        self.chairs = AppearanceList(name="programmeChairs")
        self.people = AppearanceList(name="programmePeople")
        self.add_item = Button(lambda: _("Add item"), name="programmeAddItem", icon="plus", small=True)
        self.add_part = Button(lambda: _("Add part"), name="programmeAddPart", icon="split", small=True)
        self.remove = Button(
            lambda: _("Remove"), name="programmeRemove", kind="danger", icon="trash-2", small=True, key="Del"
        )
        self.lead_section = Section(lambda: _("Chairs and moderators"), name="programmeChairsSection")
        self.lead_section.column.addWidget(self.chairs)
        self.people_section = Section(lambda: _("Who appears"), name="programmePeopleSection")
        self.people_section.column.addWidget(self.people)
        self._lay_out()
        self.add_item.clicked.connect(self.item_added)
        self.add_part.clicked.connect(self.part_added)
        self.remove.clicked.connect(self.removed)
        self.show_row(None, self._programme)

    def _title_field(self, languages: tuple[str, ...]) -> BilingualField:
        field = BilingualField(lambda: _("Title"), name="programmeTitle", tags=languages)
        field.edited.connect(self.title_edited)
        field.confirmed.connect(self.title_confirmed)
        return field

    def _speak_pair(self, languages: tuple[str, ...]) -> None:
        """Another forum may have another pair of languages: its titles need a field of their own."""
        if languages and languages != self._programme.languages:
            old, self.title = self.title, self._title_field(languages)
            layout = self._body.layout()
            if layout is not None:
                layout.replaceWidget(old, self.title)
            old.hide()
            old.deleteLater()

    def row(self) -> Row | None:
        """What is shown."""
        return self._row

    def show_row(self, row: Row | None, programme: Programme) -> None:
        """Show another row, or the same one with other values."""
        shown = row if row is not None and row.kind in {RowKind.SESSION, RowKind.PART, RowKind.ITEM} else None
        self._speak_pair(programme.languages)
        self._row, self._programme = shown, programme
        self._body.setVisible(shown is not None)
        self.nothing.setVisible(shown is None)
        if shown is not None:
            self._show(shown, programme)

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.findings.forget()
        self.show_row(self._row, self._programme)

    def _show(self, row: Row, programme: Programme) -> None:
        languages = programme.languages
        item, part, session = row.item, row.part, row.session
        title = item.title if item else part.title if part else session.title if session else None
        if title is None or session is None:
            return
        self.heading.set_text(reading.words(title, languages) or reading.words(session.title, languages))
        self.kind.setText(reading.word(item.kind) if item else _("Part") if part else reading.word(session.kind))
        self.title.set_value(title)
        shown = [found for found in row.found if found.severity in {Severity.ERROR, Severity.WARNING}]
        self.findings.show_values([(found, i18n.interface_language()) for found in shown[:4]])
        self.session.setVisible(item is None and part is None)
        self.item.setVisible(item is not None)
        if item is None and part is None:
            self.session.show_session(session, programme)
        if item is not None:
            self.item.show_item(item, session)
            self.people.show_lines(item.id, item.people, languages)
        leading = part if part and item is None else session.parts[0] if len(session.parts) == 1 and not item else None
        if leading is not None:
            self.chairs.show_lines(leading.id, leading.chairs, languages)
        self.lead_section.setVisible(leading is not None)
        self.people_section.setVisible(item is not None)
        self.add_part.setVisible(item is None)

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("programmeDetails")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.kind)
        column.addLayout(head)
        for widget in (self.findings, self.title, self.session, self.item, self.lead_section, self.people_section):
            column.addWidget(widget)
        foot = QGridLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.setColumnStretch(2, 1)
        for place, button in enumerate((self.add_item, self.add_part)):
            foot.addWidget(button, 0, place)
        foot.addWidget(self.remove, 0, 3)
        column.addLayout(foot)
        self.nothing = EmptyState(
            lambda: _("Nothing selected"),
            lambda: _("Choose a session or an item in the list."),
            name="programmeNothing",
            icon="calendar-days",
        )
        self.column.addWidget(self._body)
        self.column.addWidget(self.nothing)
        self.column.addStretch(1)


def _banner(value: tuple[Finding, str]) -> QWidget:
    found, tag = value
    look: Look = "danger" if found.severity is Severity.ERROR else "warn"
    made = Banner(found.title[tag], found.message[tag], name="programmeFinding", look=look, icon="triangle-alert")
    # "Maximum" would cut the words at the height they need in one line.
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
