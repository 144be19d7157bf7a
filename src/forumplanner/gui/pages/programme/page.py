"""The page Programme: days, chips, the list that is edited in place, and the details of the current row (F4)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner import settings
from forumplanner.gui.blank import save_blank
from forumplanner.gui.checking import Checking
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.programme.adding import Adding
from forumplanner.gui.pages.programme.board import Board
from forumplanner.gui.pages.programme.cells import Col, day_facts, day_words, held, table
from forumplanner.gui.pages.programme.desk import PATTERN, ROOMS, ListDesk
from forumplanner.gui.pages.programme.editing import CellEditing
from forumplanner.gui.pages.programme.empty import empty_page, nothing_left
from forumplanner.gui.pages.programme.fetching import Fetching
from forumplanner.gui.pages.programme.form_editing import FormEditing
from forumplanner.gui.pages.programme.inspector import ProgrammeInspector
from forumplanner.gui.pages.programme.list import ProgrammeList
from forumplanner.gui.pages.programme.model import ProgrammeModel
from forumplanner.gui.pages.programme.people_editing import AppearanceEditing
from forumplanner.gui.pages.programme.rows import (
    Found,
    Row,
    Sieve,
    View,
    build,
    clashes,
    first_day,
    foldable,
    holds,
    key_of,
)
from forumplanner.gui.pages.programme.tools import BOARD, ProgrammeTools
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import Programme

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset(
    {"forum", "session", "session_room", "part", "item", "appearance", "act", "room", "track", "acknowledgement"}
)
_PEOPLE = frozenset({"person", "participant", "institution", "post"})


class ProgrammePage(Page):
    """Row, cell and folding are kept by key across refresh, filters and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="programmePage")
        self._programme = Programme("", (), "UTC")
        self._found = Found()
        self._late = False
        self._view = View()
        self.fetching = Fetching(frame, self)
        self._checking = Checking(frame, self)
        self._make_widgets()
        self._lay_out()
        self.cells = CellEditing(frame, self)
        self.forms = FormEditing(frame, self.inspector, self.cells)
        self.who = AppearanceEditing(
            frame, ((self.inspector.people, False), (self.inspector.chairs, True)), self.inspector
        )
        self.adding = Adding(frame, self)
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:
        """Read the programme again, in a thread; the old rows stay until then and keep their place."""
        if changed is None or any(table in _PEOPLE for table, _key in changed.touched):
            self.who.load()
        self.fetching.ask()
        self._checking.ask()
        self.board.refresh_checks()

    def touches(self, changed: "Changed") -> bool:
        """The programme, and the names of who appears in it."""
        return any(table in _TABLES | _PEOPLE for table, _key in changed.touched)

    def facts(self) -> str:
        """What the shown day holds; for all days, what they hold together."""
        view = self._view
        words = held([session for session in self._programme.sessions if view.counts(session.day)])
        return _("{day}: {held}", day=day_words(view.day), held=words) if view.day else words

    def first_focus(self) -> QWidget | None:
        """The board or the list."""
        return self.board.view if self.on_board() else self.list

    def on_board(self) -> bool:
        """Whether the board is shown, not the list; without a day there is only the list."""
        return self.tools.shape() == BOARD and not self._view.undated

    def show_as(self, shape: str) -> None:
        """Show the board or the list; what was current stays current."""
        row = self.current_row()
        self.tools.set_shape(shape)
        self._show()
        on(row, lambda now: self._select(now.key))
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _shift(self, by: int) -> None:
        """This and what follows it; the board shows ghosts first."""
        if self.on_board():
            self.board.shift(by)
        else:
            on(self.list.current_row(), lambda row: self.cells.shift(row, by))

    def _choose_shape(self, shape: str) -> None:
        """The user's own choice is kept for the next time."""
        self.frame.prefer("programme", shape)
        self.show_as(shape)

    def current_row(self) -> Row | None:
        """The current row of what is shown; on the board that of a session, or of what was asked for inside it."""
        row = self.list.current_row()
        inside = row is not None and row.key == self.board.inside
        return row if inside or not self.on_board() else self.board.current_row()

    def _select(self, key: str) -> None:
        self.list.select(key)
        self.board.select(key)
        self._show_details()

    def show_target(self, target: str) -> None:
        """A row's key, an id of a session or item, or a filter ("missing", "review", "findings")."""
        self.fetching.after(lambda: self._go_to(target))

    def _go_to(self, target: str) -> None:
        if target == PATTERN:
            self.desk.open_pattern()
            return
        if target == ROOMS:
            self.desk.rooms.open()
            return
        if target in set(Sieve):
            self.set_view(View(day=None, sieves=frozenset({Sieve(target)})))
            return
        key = key_of(self._programme, target.rpartition(":")[2])
        if key:
            self.reveal(key)

    def reveal(self, key: str) -> None:
        """Show the row of that key: its day, unfolded, without filters."""
        session = next((s for s in self._programme.sessions if holds(s, key)), None)
        one_day = session is not None and (self._view.day is not None or self._view.undated)
        day = session.day if session and one_day else None
        opened = {f"session:{session.id}", *(f"part:{part.id}" for part in session.parts)} if session else set()
        self.set_view(View(day=day, folded=self._view.folded - opened, undated=one_day and day is None))
        self._select(key)

    def languages(self) -> tuple[str, ...]:
        """The forum's pair."""
        return self._programme.languages

    def set_view(self, view: View) -> None:
        """Show other rows."""
        self._view = view
        self._show()

    def copy(self) -> None:
        """What is shown, into the clipboard as a table."""
        across = Qt.Orientation.Horizontal
        headings = [str(self.model.headerData(column, across)) for column in range(self.model.columnCount())]
        QGuiApplication.clipboard().setText(table(self.model.rows(), self._programme, headings))
        self.frame.toast(_("Copied."))

    def fold_all(self) -> None:
        """Fold to sessions, or unfold all again."""
        every = foldable(self._programme)
        folded = frozenset() if self._view.folded >= every else every
        self.set_view(replace(self._view, folded=folded))

    def next_finding(self, *, back: bool = False) -> None:
        """F8, Shift+F8: first on this day, else on any."""
        shown = self.board if self.on_board() else self.list
        if not shown.to_finding(back=back) and (self._view.day is not None or self._view.undated):
            self.set_view(View(day=None, folded=self._view.folded))
            shown.to_finding(back=back)

    def _make_widgets(self) -> None:
        self.new = Button(lambda: _("New session"), name="programmeNew", kind="primary", icon="plus", key="Ctrl+N")
        self.conflicts = Button(
            "",
            name="programmeConflicts",
            kind="danger",
            icon="triangle-alert",
            tip=lambda: _("Clashes of time, room and travel on all days: go to the next one"),
            key="F8",
        )
        self.to_import = Button(
            lambda: _("Import"),
            name="programmeImport",
            icon="file-input",
            tip=lambda: _("Import a table"),
            key="Ctrl+I",
        )
        self.head = PageHead(lambda: _("Programme"), self.conflicts, self.to_import, self.new, name="programmeHead")
        self.tools = ProgrammeTools()
        self.tools.set_shape(settings.load().place.programme)
        self.model = ProgrammeModel(self)
        self.list = ProgrammeList(self.model)
        self.board = Board(self.frame)
        self.inspector = ProgrammeInspector(self._programme.languages)

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        body = QWidget()
        body.setObjectName("programmeBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        self.content = QStackedWidget()
        self.content.setObjectName("programmeContent")
        self.nothing = nothing_left(lambda: self.set_view(replace(self._view, sieves=frozenset(), room="")))
        self.empty = empty_page(
            lambda: self.adding.session(self._view.day),
            lambda: self.frame.go("importing"),
            lambda: save_blank(self.frame),
            lambda: self.frame.go("programme", PATTERN),
        )
        self.desk = ListDesk(
            self.frame,
            self,
            self.list,
            reveal=self.reveal,
            day=lambda: self._view.day,
            current=self.current_row,
        )
        self.desk.serve(self.board.view)
        for widget in (self.board, self.desk, self.nothing, self.empty):
            self.content.addWidget(widget)
        column.addWidget(self.content, 1)
        self.side = WithInspector(body, self.inspector)
        self.side.set_open(open_=False)
        self.column.addWidget(self.side, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.adding.session(self._view.day))
        self.to_import.clicked.connect(lambda: self.frame.go("importing"))
        self.conflicts.clicked.connect(lambda _checked: self.next_finding())
        self.tools.asked.connect(self.set_view)
        self.tools.fold.clicked.connect(self.fold_all)
        self.tools.shift.clicked.connect(lambda _checked: self._shift(5))
        self.tools.details.clicked.connect(self.side.toggle)
        self.tools.pattern.clicked.connect(self.desk.open_pattern)
        self.tools.paper.clicked.connect(lambda: self.frame.go("documents", "agenda"))
        self.model.edited.connect(lambda row, column, text: self.cells.take(row, column, text, self._programme))
        self.model.edited_alone.connect(self.cells.minutes_alone)
        self.model.edited_tea.connect(self.cells.minutes_tea)
        self.list.picked.connect(self._show_listed)
        self.list.flipped.connect(lambda key: self.set_view(replace(self._view, folded=self._view.folded ^ {key})))
        self.list.closed.connect(lambda: self._show() if self._late else None)
        self.list.moved.connect(lambda _key, by: on(self.list.current_row(), lambda row: self.cells.move(row, by)))
        self.list.removed.connect(lambda _key: self._remove())
        self.list.opened.connect(lambda _key: self.side.set_open(open_=True))
        self.board.picked.connect(self._show_picked)
        self.board.opened.connect(lambda: self.side.set_open(open_=True))
        self.board.removed.connect(self._remove)
        self.board.menu_wanted.connect(self.desk.call_menu)
        self.board.typed.connect(
            lambda row, text: self.cells.take(row, Col.TIME, text, self._programme) if row is not None else None
        )
        self.board.zoom_changed.connect(self.tools.show_zoom)
        self.tools.shaped.connect(self._choose_shape)
        self.tools.zoomed.connect(self.board.zoom)
        self.inspector.title_edited.connect(
            lambda tag, text: on(self.inspector.row(), lambda row: self.cells.title(row, tag, text))
        )
        self.inspector.title_confirmed.connect(
            lambda tag: on(self.inspector.row(), lambda row: self.cells.confirm(row, tag))
        )
        self.inspector.removed.connect(self._remove)
        self.inspector.item_added.connect(lambda: on(self.inspector.row(), self.adding.item))
        self.inspector.part_added.connect(lambda: on(self.inspector.row(), self.adding.part))
        self.fetching.ready.connect(self._take)
        self._checking.ready.connect(self._take_findings)
        for key, act in self._keys():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _keys(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            ("Ctrl+N", lambda: self.adding.session(self._view.day)),
            ("Ins", lambda: on(self.current_row(), self.adding.item)),
            ("F4", self.side.toggle),
            ("Ctrl+C", self.copy),
            ("Ctrl+Shift+Down", lambda: self._shift(5)),
            ("Ctrl+Shift+Up", lambda: self._shift(-5)),
            ("F8", self.next_finding),
            ("Ctrl++", lambda: self.board.zoom(1)),
            ("Ctrl+-", lambda: self.board.zoom(-1)),
            ("Ctrl+0", lambda: self.board.zoom(0)),
            ("Shift+F8", lambda: self.next_finding(back=True)),
        ]

    def _take(self, programme: Programme) -> None:
        other = programme.forum_id != self._programme.forum_id
        self._programme = programme
        if other or (self._view.day is not None and self._view.day not in programme.days):
            self._view = View(day=first_day(programme), folded=self._view.folded)
        self._show()
        if not self.list.current_key():
            on(next((row for row in self.model.rows() if row.session), None), lambda row: self.list.select(row.key))

    def _show(self) -> None:
        if self.list.is_editing():
            # New rows would take the editor away with what is being typed in it; they come when it closes.
            self._late = True
            return
        self._late = False
        rows = build(self._programme, self._found, self._view)
        self.model.show_rows(self._programme, rows)
        self.tools.show_view(self._view, self._programme, self._found)
        any_ = bool(self._programme.sessions)
        self.desk.show_waiting(self._programme)
        self.board.show_board(self._programme, self._found, self._view)
        shown = self.board if self.on_board() else self.desk if rows else self.nothing
        self.content.setCurrentWidget(shown if any_ else self.empty)
        view, days = self._view, self._programme.days
        self.head.set_facts(lambda: day_facts(view, days))
        self._show_details()
        self._show_conflicts()
        self.status.emit()

    def _show_conflicts(self) -> None:
        number = len(clashes(self._programme, self._found))
        self.conflicts.setVisible(number > 0)
        self.conflicts.set_text(lambda: ngettext("{n} clash to solve", "{n} clashes to solve", number))

    def _show_details(self) -> None:
        self.inspector.show_row(self.current_row(), self._programme)

    def _take_findings(self, findings: tuple[Finding, ...]) -> None:
        self._found = Found.of(findings)
        self._show()

    def _show_listed(self, key: str) -> None:
        """A row of the list; its session is current on the board too."""
        if not self.on_board():
            self.board.select(key)
        self._show_details()

    def _show_picked(self, key: str) -> None:
        """A session of the board, or something in its tray."""
        self.list.select(key)
        self._show_details()

    def _remove(self) -> None:
        place = self.model.place_of(self.list.current_key())
        on(self.current_row(), lambda row: self.cells.remove(row, self._programme))
        if self.list.current_row() is None and self.model.rowCount():
            self.list.select(self.model.row(max(0, min(place, self.model.rowCount()) - 1)).key)


def on(row: Row | None, act: Callable[[Row], object]) -> None:
    """Do something with a row, if there is one."""
    if row is not None:
        act(row)
