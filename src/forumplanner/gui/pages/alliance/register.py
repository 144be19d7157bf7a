"""What all registers of the page share: search and tools, a table over what an empty one shows, an inspector, keys."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.choosing import PERSON, institution_picks, person_picks
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.attentive import Attentive, Text, spoken
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.inspector import Inspector, WithInspector
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.register_choices import RegisterChoices

if TYPE_CHECKING:
    from forumplanner.store import Changed

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Offers:
    """Choices with their type-ahead rows, made in a thread since pinyin takes its time."""

    choices: RegisterChoices
    institutions: Sequence[Pick] = ()
    people: Sequence[Pick] = ()
    both: Sequence[Pick] = ()

    @classmethod
    def of(cls, choices: RegisterChoices) -> "Offers":
        """Make the rows; `both` lists institutions and, with marked keys, people."""
        places, people = institution_picks(choices), person_picks(choices)
        return cls(choices, places, people, [*places, *(replace(one, id=f"{PERSON}{one.id}") for one in people)])


class Register(Attentive, QWidget, Generic[R]):
    """One tab. A subclass makes inspector, card and empty state, reads its lines and calls its verbs.

    `told` when its facts have other words.
    """

    told = Signal()
    tables: frozenset[str] = frozenset()

    def __init__(
        self,
        frame: Frame,
        *,
        name: str,
        columns: Callable[[], Sequence[Column[R]]],
        identity: Callable[[R], Hashable],
        search: Callable[[R], str],
        label: Text,
        inspector: Inspector,
        adding: AddingCard,
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.frame, self.inspector, self.adding = frame, inspector, adding
        self._columns, self._wanted, self._quiet = columns, "", False
        self.languages: tuple[str, ...] = ()
        self.offers = Offers(RegisterChoices())
        self.search = SearchField(
            name=f"{name}Search", label=lambda: _("Search this list"), hint=lambda: _("Name, initials"), width=176
        )
        self.model: FastTableModel[R] = FastTableModel(columns(), identity=identity, search=search, parent=self)
        self.table = FastTable(self.model, name=f"{name}Table", label=label)
        self.empty = empty
        self.nothing = EmptyState(
            lambda: _("Nothing matches"), lambda: _("Esc in the search field shows everything."), name=f"{name}NoHits"
        )
        self.content = QStackedWidget()
        for widget in (self.table, self.nothing, self.empty):
            self.content.addWidget(widget)
        body = QWidget()
        body.setObjectName(f"{name}Body")
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.fill_body()
        self.inspector.top.addWidget(adding)
        adding.hide()
        self.side = WithInspector(body, inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side)
        self.search.query.connect(self._filter)
        self.search.leave.connect(self.table.setFocus)
        self.table.picked.connect(lambda _id: self.show_current())
        self.table.opened.connect(lambda _id: self.open_current())
        adding.left.connect(self.stop_adding)
        gone = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(lambda: self.remove_current())  # noqa: PLW0108 - a subclass's own verb

    def fill_body(self) -> None:
        """Put the table into the body; a register with more around it overrides this."""
        self.body.addWidget(self.content, 1)

    def tools(self) -> list[QWidget]:
        """What stands at the right of the tabs."""
        return [self.search]

    def read(self, db: Any) -> object:
        """Read the snapshot, in a thread."""
        raise NotImplementedError

    def show_read(self, snapshot: Any) -> None:
        """Show what was read; calls `show_rows`."""
        raise NotImplementedError

    def show_line(self, line: R | None) -> None:
        """Show a line in the inspector, or that none is chosen."""
        raise NotImplementedError

    def take_offers(self) -> None:
        """Give `self.offers` to the fields of card and inspector."""

    def facts(self) -> str:
        """One line beside the page's title."""
        return ""

    def new_words(self) -> str:
        """What the page's filled button says."""
        return _("New entry")

    def remove_current(self) -> None:
        """Del."""

    def move_current(self, by: int) -> None:
        """Alt+Up and Alt+Down."""

    def sentence(self) -> str:
        """The list as a sentence in both languages, a line each; "" where there is none."""
        return ""

    def load(self, changed: "Changed | None") -> None:
        """Read again in a thread; the old rows stay until then."""
        if changed is None:
            self.table.set_columns(self._columns())
        store = self.frame.store

        def work(_progress: object) -> object:
            with store.read() as db:
                return self.read(db)

        self.frame.tasks.start(work, done=self.show_read, failed=lambda error: self.frame.toast(str(error)))

    def touched_by(self, changed: "Changed") -> bool:
        """Whether what changed is shown here."""
        return any(table in self.tables for table, _key in changed.touched)

    def set_offers(self, offers: Offers) -> None:
        """What fields can choose from."""
        self.offers = offers
        self.take_offers()
        self.show_current()

    def show_rows(self, rows: Sequence[R], languages: tuple[str, ...]) -> None:
        """Show these rows; the current one is kept by its id, else the first is it."""
        self.languages = languages
        self._quiet = True
        self.model.set_rows(rows)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.table.set_current(wanted)
        elif self.model.rowCount() and self.model.place_of(self.table.current_id()) < 0:
            self.table.set_current(self.model.id_at(0))
        self._quiet = False
        self.show_content()
        self.show_current()
        self.told.emit()

    def show_content(self) -> None:
        """The table, or why there is none."""
        shown = self.nothing if self.model.rows() and not self.model.rowCount() else self.table
        self.content.setCurrentWidget(shown if self.model.rows() else self.empty)

    def current(self) -> R | None:
        """The current line, None where none is."""
        place = self.model.place_of(self.table.current_id())
        return self.model.row_at(place) if place >= 0 else None

    def show_current(self) -> None:
        """Show the current line in the inspector."""
        if not self._quiet:
            self.show_line(self.current())

    def want(self, row_id: str) -> None:
        """Make that row the current one as soon as it has been read."""
        self._wanted = row_id

    def start_new(self) -> None:
        """Ctrl+N."""
        self.adding.show()
        self.side.set_open(open_=True)
        self.adding.start()

    def stop_adding(self) -> None:
        """Put the card away; what was typed in it stays."""
        self.adding.hide()
        self.table.setFocus()

    def open_current(self) -> None:
        """Enter or F2: go into the inspector."""
        self.side.set_open(open_=True)
        field = self.first_field()
        if field is not None:
            field.setFocus()

    def enter(self, verb: Callable[[], object], say: str) -> bool:
        """Make an entry out of the card; it is told with an undo and made current. False where it was refused."""
        made = self.adding.enter(verb)
        if made is None:
            return False
        self.want(str(made))
        self.frame.toast(say, undo=True)
        return True

    def first_field(self) -> QWidget | None:
        """Where Enter goes."""
        return None

    def copy(self, *, as_table: bool) -> None:
        """The rows shown, into the clipboard: tabs for a spreadsheet, or lines for a message."""
        rows = self.model.shown()
        QGuiApplication.clipboard().setText(self._as_table(rows) if as_table else self._as_text(rows))
        self.frame.toast(ngettext("Copied {n} line.", "Copied {n} lines.", len(rows)))

    def copy_sentence(self) -> None:
        """The list as a sentence in both languages, into the clipboard."""
        said = self.sentence()
        if said:
            QGuiApplication.clipboard().setText(said)
            self.frame.toast(_("Copied: {text}", text=said.replace("\n", " / ")))

    def _as_table(self, rows: Sequence[R]) -> str:
        shown = [column for column in self._columns() if column.cell is not Cell.TICK]
        lines = ["\t".join(spoken(column.title) for column in shown)]
        return "\n".join([*lines, *("\t".join(column.text(row) for column in shown) for row in rows)])

    def _as_text(self, rows: Sequence[R]) -> str:
        return "\n".join(" · ".join(filter(None, (column.text(row) for column in self._columns()))) for row in rows)

    def _filter(self, query: str) -> None:
        self.model.set_filter(query)
        self.show_content()
