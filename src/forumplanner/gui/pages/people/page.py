"""The page People: search, chips and the fast table; ticked people change together, one stands beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.text import ZH
from forumplanner.gui import doing, reading, texting
from forumplanner.gui.blank import save_blank
from forumplanner.gui.checking import Checking
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.people.adding import NewPerson, NewPersonCard
from forumplanner.gui.pages.people.bulk import BulkBar
from forumplanner.gui.pages.people.chips import ChipRow
from forumplanner.gui.pages.people.editing import Editing
from forumplanner.gui.pages.people.empty import empty_page, no_hits
from forumplanner.gui.pages.people.filters import PeopleFilter, both, starts
from forumplanner.gui.pages.people.inspector import PersonInspector
from forumplanner.gui.pages.people.table import by_pinyin, columns, copied, shown_name
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import people as query
from forumplanner.snapshots.people import People, PersonCard, PersonLine

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset({"person", "participant", "post", "institution", "delegation"})
_CARD_TABLES = _TABLES | {"appearance", "item", "part", "session", "journey"}


class PeoplePage(Page):
    """Selection, ticks and filters are kept by id across refresh, sort and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="peoplePage")
        self._people = People("", ())
        self._filter = PeopleFilter()
        self._wanted = ""
        self._loading = False
        self._checking = Checking(frame, self)
        self._make_widgets()
        self._lay_out()
        self.editing = Editing(frame, self.inspector, self.adding)
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:
        """Read the people again, in a thread; the old rows stay until then."""
        if changed is None:
            self.table.set_columns(columns(lambda: self._people.languages))
        if changed is None or any(table in _TABLES for table, _key in changed.touched):
            self._load()
        else:
            self._load_card()
        self._checking.ask()

    def touches(self, changed: "Changed") -> bool:
        """People, their posts and what they do."""
        return any(table in _CARD_TABLES for table, _key in changed.touched)

    def facts(self) -> str:
        """How many people there are."""
        total = len(self._people.lines)
        return ngettext("{n} person", "{n} people", total) if total else ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.search

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def show_target(self, target: str) -> None:
        """A link with a filter, "new:name", or a participant's id."""
        if target.startswith("new"):
            self.start_new(target.partition(":")[2])
            return
        wanted = PeopleFilter.of_link(target)
        self.search.clear()
        self.set_filter(wanted or PeopleFilter())
        if wanted is None:
            self._wanted = target
            self.table.set_current(target)

    def set_filter(self, wanted: PeopleFilter) -> None:
        """Show other people."""
        self._filter = wanted
        self.chips.show_filter(wanted)
        self._filter_rows()

    def start_new(self, text: str = "") -> None:
        """Open the card for somebody new."""
        self.adding.offer(*self.editing.offers(self._people, twins(self._people)))
        self.adding.show()
        self.side.set_open(open_=True)
        self.adding.start(text)

    def copy(self, *, as_table: bool) -> None:
        """The ticked people, else those shown, into the clipboard."""
        ticks = self.model.ticks()
        rows = [row for row in self.model.shown() if not ticks or row.participant_id in ticks]
        QGuiApplication.clipboard().setText(copied(rows, self._people.languages, as_table=as_table))
        self.frame.toast(ngettext("Copied {n} person.", "Copied {n} people.", len(rows)))

    def _make_widgets(self) -> None:
        self.new = Button(lambda: _("New person"), name="peopleNew", kind="primary", icon="plus", key="Ctrl+N")
        self.to_import = Button(lambda: _("Import"), name="peopleImport", icon="file-input")
        self.head = PageHead(lambda: _("People"), self.to_import, self.new, name="peopleHead")
        self.search = SearchField(
            name="peopleSearch", label=lambda: _("Search people"), hint=lambda: _("Name, initials, institution")
        )
        self.chips = ChipRow(self)
        self.copy_button = Button(
            "", name="peopleCopy", kind="icon", icon="copy", tip=lambda: _("Copy as a table"), key="Ctrl+C"
        )
        self.details = Button(
            "", name="peopleDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.model: FastTableModel[PersonLine] = FastTableModel(
            columns(lambda: self._people.languages),
            identity=lambda row: row.participant_id,
            search=lambda row: row.keys,
            parent=self,
        )
        self.bulk = BulkBar(self.model)
        self.table = FastTable(self.model, name="peopleTable", label=lambda: _("People of this forum"))
        self.inspector = PersonInspector()
        self.adding = NewPersonCard()
        self.adding.hide()

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        body = QWidget()
        body.setObjectName("peopleBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = Toolbar(name="peopleTools")
        tools.add(self.search, *self.chips.chips())
        tools.stretch()
        tools.add(self.copy_button, self.details)
        column.addWidget(tools)
        column.addWidget(self.bulk)
        self.content = QStackedWidget()
        self.content.setObjectName("peopleContent")
        self.nothing = no_hits(self.clear_filters, lambda: self.start_new(self.search.text().strip()))
        self.empty = empty_page(self.start_new, lambda: self.frame.go("importing"), lambda: save_blank(self.frame))
        for widget in (self.table, self.nothing, self.empty):
            self.content.addWidget(widget)
        column.addWidget(self.content, 1)
        self.inspector.top.addWidget(self.adding)
        self.side = WithInspector(body, self.inspector)
        self.column.addWidget(self.side, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(lambda _checked: self.start_new())
        self.to_import.clicked.connect(lambda: self.frame.go("importing"))
        self.search.query.connect(lambda _text: self._filter_rows())
        self.search.leave.connect(self.table.setFocus)
        self.chips.changed.connect(self.set_filter)
        self.table.picked.connect(lambda _id: self._load_card())
        self.table.opened.connect(lambda _id: self._open())
        self.copy_button.clicked.connect(lambda: self.copy(as_table=True))
        self.details.clicked.connect(self.side.toggle)
        self.bulk.asked.connect(self.editing.change_many)
        self.bulk.copied.connect(lambda: self.copy(as_table=False))
        self.adding.made.connect(self._add)
        self.adding.left.connect(self.adding.hide)
        self.adding.left.connect(self.table.setFocus)
        self.inspector.doing.went.connect(lambda target: self.frame.go("programme", target))
        self._checking.ready.connect(self.inspector.show_findings)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", self.start_new),
            ("F4", self.side.toggle),
            ("Ctrl+C", lambda: self.copy(as_table=True)),
            ("Ctrl+Shift+C", lambda: self.copy(as_table=False)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _load(self) -> None:
        store, forum_id, chinese = self.frame.store, self.frame.forum_id, i18n.interface_language() == ZH

        def work(_progress: object) -> People:
            with store.read() as db:
                people = query.load(db, forum_id=forum_id)
            return replace(people, lines=by_pinyin(people.lines)) if chinese else people

        self.frame.tasks.start(work, done=self._show, failed=lambda error: self.frame.toast(str(error)))

    def _show(self, people: People) -> None:
        self._people = people
        self.model.set_rows(people.lines)
        self.chips.count(people.lines)
        self._show_content()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.table.set_current(wanted)
        elif self.table.current_id() is None and self.model.rowCount():
            self.table.set_current(self.model.id_at(0))
        self._load_card()
        self.status.emit()

    def _filter_rows(self) -> None:
        query = self.search.text()
        self.model.set_filter(query, both(starts(query), self._filter.keep()))
        self._show_content()

    def _show_content(self) -> None:
        shown, total = self.model.rowCount(), len(self._people.lines)
        self.content.setCurrentWidget(self.table if shown else (self.nothing if total else self.empty))
        self.nothing.tell_query(self.search.text().strip(), self._filter.number())
        self.head.set_facts(lambda: said_facts(shown, total))

    def clear_filters(self) -> None:
        """Show everybody."""
        self.search.clear()
        self.set_filter(PeopleFilter())

    def _load_card(self) -> None:
        wanted = self.table.current_id()
        self.inspector.show_card(read_card(self.frame, str(wanted)) if wanted is not None else None)

    def _open(self) -> None:
        self.side.set_open(open_=True)
        self.inspector.names.fields["zh"].setFocus()

    def _add(self, new: NewPerson) -> None:
        made = self.editing.add(new)
        if made:
            self.adding.clear()
            self.adding.hide()
            self._wanted = made
            self.clear_filters()
            self.table.setFocus()


def said_facts(shown: int, total: int) -> str:
    """How many there are and how many of them are shown."""
    people = ngettext("{n} person", "{n} people", total).replace(str(total), texting.number(total))
    return people if shown == total else _("{people} · {n} shown", people=people, n=texting.number(shown))


def read_card(frame: Frame, participant_id: str) -> PersonCard | None:
    """One person in full; None where the participant is gone."""
    with frame.store.read() as db:
        return query.card(db, participant_id=doing.participant_id(participant_id))


def twins(people: People) -> dict[str, str]:
    """Names in the list, with the line that says whose they are."""
    found: dict[str, str] = {}
    for row in people.lines:
        line = " · ".join(filter(None, (shown_name(row), reading.line(row.institution, people.languages))))
        found.update({name: line for name in (row.name.zh, row.name.latin) if name})
    return found
