"""The page People: search, chips and the fast table; ticked people change together, one stands beside it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.domain.quick_lines import QuickPerson
from forumplanner.gui.blank import save_blank
from forumplanner.gui.checking import Checking
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.people.adding import NewPerson, NewPersonCard
from forumplanner.gui.pages.people.bulk import BulkBar
from forumplanner.gui.pages.people.chips import ChipRow
from forumplanner.gui.pages.people.details_editing import DetailsEditing
from forumplanner.gui.pages.people.editing import Editing
from forumplanner.gui.pages.people.empty import empty_page, no_hits
from forumplanner.gui.pages.people.fetching import (
    is_chinese,
    read_card,
    read_log,
    read_mail,
    read_people,
    read_roles,
    said_facts,
)
from forumplanner.gui.pages.people.fetching import twins as namesakes_of
from forumplanner.gui.pages.people.filters import PeopleFilter, both, starts
from forumplanner.gui.pages.people.inspector import CONTACTS, HISTORY, MAIL, ROLES, PersonInspector
from forumplanner.gui.pages.people.places import delegation_picks, known_places
from forumplanner.gui.pages.people.quick import QuickCard
from forumplanner.gui.pages.people.standing import NONE
from forumplanner.gui.pages.people.table import columns, copied
from forumplanner.gui.pages.people.twins import DIRECTORY_TABLES, Twins
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.people import People, PersonLine

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset({"person", "participant", "post", "institution", "delegation"})
_CARD_TABLES = _TABLES | {"appearance", "item", "part", "session", "journey", "contact_note", "distinct_pair"}
HERE, ALL = "here", "all"


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
        self.more = DetailsEditing(frame, self.inspector)
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:
        """Read the people again, in a thread; the old rows stay until then."""
        if changed is None:
            self.table.set_columns(columns(lambda: self._people.languages))
        if changed is None or any(table in _TABLES for table, _key in changed.touched):
            self._load()
        else:
            self._load_card()
        if changed is None or any(table in DIRECTORY_TABLES for table, _key in changed.touched):
            self.twins.search.soon()
        self._checking.ask()

    def touches(self, changed: "Changed") -> bool:
        """People, their posts and what they do."""
        return any(table in _CARD_TABLES for table, _key in changed.touched)

    def leave(self) -> None:
        """Look for duplicates no more."""
        self.twins.search.leave()

    def facts(self) -> str:
        """How many people there are."""
        total = sum(row.here for row in self._people.lines)
        return ngettext("{n} person", "{n} people", total) if total else ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.search

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def show_target(self, target: str) -> None:
        """A link with a filter, "new:name", or a participant's id."""
        kind, _colon, text = target.partition(":")
        starts: dict[str, Callable[[], object]] = {
            "new": lambda: self.start_new(text),
            "quick": lambda: self.start_quick(text),
            "duplicates": self.twins.open,
            "merge": self._merge,
            "log": self._log,
        }
        if kind in starts:
            starts[kind]()
            return
        self.twins.close()
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
        self.twins.close()
        self.quick.hide()
        self.adding.elsewhere.use(self.frame)
        self.adding.offer(*self.editing.offers(self._people, namesakes_of(self._people)))
        self.adding.show()
        self.side.set_open(open_=True)
        self.adding.start(text)

    def start_quick(self, text: str = "") -> None:
        """Open the card that takes one line."""
        self.twins.close()
        self.adding.hide()
        self.editing.offers(self._people, {})
        places, names = known_places(self.frame, self._people.languages)
        self.quick.show()
        self.side.set_open(open_=True)
        self.quick.start(self.frame, places, names, text)

    def _merge(self) -> None:
        if not self.bulk.merge_ticked():
            self.frame.toast(_("Tick exactly two people to merge them."))

    def copy(self, *, as_table: bool) -> None:
        """The ticked people, else those shown, into the clipboard."""
        ticks = self.model.ticks()
        rows = [row for row in self.model.shown() if not ticks or row.participant_id in ticks]
        QGuiApplication.clipboard().setText(copied(rows, self._people.languages, as_table=as_table))
        self.frame.toast(ngettext("Copied {n} person.", "Copied {n} people.", len(rows)))

    def _make_widgets(self) -> None:
        self.new = Button(lambda: _("New person"), name="peopleNew", kind="primary", icon="plus", key="Ctrl+N")
        self.to_import = Button(lambda: _("Import"), name="peopleImport", icon="file-input")
        self.scope = Segmented(
            [(HERE, lambda: _("This forum")), (ALL, lambda: _("Everybody in this file"))],
            name="peopleScope",
            label=lambda: _("Whose people"),
        )
        self.twins = Twins(self.frame, self)
        self.head = PageHead(
            lambda: _("People"), self.scope, self.twins.button, self.to_import, self.new, name="peopleHead"
        )
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
        self.bulk = BulkBar(self.model, self._delegations)
        self.table = FastTable(self.model, name="peopleTable", label=lambda: _("People of this forum"))
        self.inspector = PersonInspector(self.frame)
        self.adding = NewPersonCard()
        self.quick = QuickCard()
        self.adding.hide()
        self.quick.hide()

    def _delegations(self) -> list[tuple[str, str]]:
        """What the bulk bar offers."""
        picks = delegation_picks(self.frame, self._people.languages)
        return [*((pick.id, pick.words) for pick in picks), (NONE, _("No delegation"))]

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
        self.inspector.top.insertWidget(0, self.quick)
        self.inspector.top.insertWidget(0, self.adding)
        self.side = WithInspector(body, self.inspector)
        self.column.addWidget(self.twins.stacked_with(self.side), 1)

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
        self.bulk.asked.connect(self._change_many)
        self.scope.picked.connect(lambda _key: self._load())
        self.bulk.merged.connect(self.twins.compare)
        self.bulk.joined.connect(self._join_ticked)
        self.bulk.badges.connect(lambda: self.frame.go("documents", "badges"))
        self.quick.made.connect(self._add_by_line)
        self.quick.left.connect(self.quick.hide)
        self.quick.left.connect(self.table.setFocus)
        for twin in (self.quick.twin, self.adding.elsewhere):
            twin.shown.connect(self.show_target)
            twin.joined.connect(lambda person: self.editing.join([person]))
        self.editing.joined.connect(self._show_new)
        self.inspector.needed.connect(self._fill_tab)
        self.inspector.roles.went.connect(self._went)
        self.inspector.outsider.roles.went.connect(self._went)
        self.inspector.place.went.connect(lambda target: self.frame.go("delegations", target))
        self.bulk.copied.connect(lambda: self.copy(as_table=False))
        self.adding.made.connect(self._add)
        self.adding.left.connect(self.adding.hide)
        self.adding.left.connect(self.table.setFocus)
        self.inspector.doing.went.connect(lambda target: self.frame.go("programme", target))
        self._checking.ready.connect(self.inspector.show_findings)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", self.start_new),
            ("Ctrl+L", self._log),
            ("F4", self.side.toggle),
            ("Ctrl+C", lambda: self.copy(as_table=True)),
            ("Ctrl+Shift+C", lambda: self.copy(as_table=False)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _change_many(self, field: str, key: str, ids: Sequence[str]) -> None:
        if field == "delegation":
            self.more.put_into_delegation(key, ids)
        else:
            self.editing.change_many(field, key, ids)

    def _join_ticked(self, people: Sequence[str]) -> None:
        self.model.set_ticks(self.model.ticks(), on=False)
        self.editing.join(people)

    def _load(self) -> None:
        store, forum_id, chinese = self.frame.store, self.frame.forum_id, is_chinese()
        everybody = self.scope.choice() == ALL

        def work(_progress: object) -> People:
            return read_people(store, forum_id, everybody=everybody, chinese=chinese)

        self.frame.tasks.start(work, done=self._show, failed=lambda error: self.frame.toast(str(error)))

    def _show(self, people: People) -> None:
        self._people = people
        self.model.set_rows(people.lines)
        self.chips.count(row for row in people.lines if row.here)
        self.editing.offers(people, {})
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
        row = next((row for row in self._people.lines if row.participant_id == wanted and not row.here), None)
        if row is not None:
            roles = read_roles(self.frame, row.person_id)
            self.inspector.show_outsider(row, roles, self._people.languages)
            return
        self.inspector.show_card(read_card(self.frame, str(wanted)) if wanted is not None else None)
        self._fill_tab()

    def _fill_tab(self) -> None:
        """Read what only the open tab shows."""
        card = self.inspector.card()
        if card is None:
            return
        if self.inspector.tab() == ROLES:
            self.inspector.show_roles(read_roles(self.frame, card.person_id), here=str(self.frame.forum_id))
        elif self.inspector.tab() == CONTACTS:
            self.inspector.show_log(read_log(self.frame, card.participant_id))
        elif self.inspector.tab() == MAIL:
            self.inspector.show_mail(read_mail(self.frame, card.participant_id))
        elif self.inspector.tab() == HISTORY:
            self.inspector.show_history()

    def _open(self) -> None:
        self.side.set_open(open_=True)
        self.inspector.names.fields["zh"].setFocus()

    def _add(self, new: NewPerson) -> None:
        made = self.editing.add(new)
        if made:
            self.adding.clear()
            self.adding.hide()
            self._show_new(made)
            self.table.setFocus()

    def _add_by_line(self, person: QuickPerson) -> None:
        made = self.editing.add_by_line(person)
        if made:
            self.quick.clear()
            self._show_new(made)

    def _show_new(self, participant_id: str) -> None:
        self._wanted = participant_id
        self.clear_filters()

    def _went(self, forum_id: str, participant_id: str) -> None:
        """To the same person in another forum."""
        self.frame.choose_forum(forum_id)
        self.frame.go("people", participant_id)

    def _log(self) -> None:
        """Ctrl+L: note a contact with the current person."""
        self.side.set_open(open_=True)
        self.inspector.tabs.choose(CONTACTS)
        self.inspector.log.text.setFocus()
