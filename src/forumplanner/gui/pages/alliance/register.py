"""What all registers of the page share: search and tools, a table over what an empty one shows, an inspector, keys."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.copying import lines_of, table_of
from forumplanner.gui.pages.alliance.offers import Offers
from forumplanner.gui.pages.alliance.tab import Tab
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.columns import Column
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.inspector import Inspector, WithInspector
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.register_choices import RegisterChoices

if TYPE_CHECKING:
    from forumplanner.store import Changed

R = TypeVar("R")


class Register(Tab[R]):
    """One tab. A subclass makes inspector, card and empty state, reads its lines and calls its verbs."""

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

    def load(self, changed: "Changed | None") -> None:
        """Read again in a thread; the old rows stay until then."""
        if changed is None:
            self.table.set_columns(self._columns())
        store = self.frame.store

        def work(_progress: object) -> object:
            with store.read() as db:
                return self.read(db)

        self.frame.tasks.start(work, done=self.show_read, failed=lambda error: self.frame.toast(str(error)))

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

    def change(self, verb: Callable[[R], object]) -> None:
        """Run a verb on the current line, and show what became of it or what stood there before a refusal."""
        line = self.current()
        if line is not None:
            doing.done(self.frame, lambda: verb(line))
            self.show_current()

    def copy(self, *, as_table: bool) -> None:
        """The rows shown, into the clipboard: tabs for a spreadsheet, or lines for a message."""
        rows = self.model.shown()
        QGuiApplication.clipboard().setText(
            table_of(self._columns(), rows) if as_table else lines_of(self._columns(), rows)
        )
        self.frame.toast(ngettext("Copied {n} line.", "Copied {n} lines.", len(rows)))

    def copy_sentence(self) -> None:
        """The list as a sentence in both languages, into the clipboard."""
        said = self.sentence()
        if said:
            QGuiApplication.clipboard().setText(said)
            self.frame.toast(_("Copied: {text}", text=said.replace("\n", " / ")))

    def _filter(self, query: str) -> None:
        self.model.set_filter(query)
        self.show_content()
