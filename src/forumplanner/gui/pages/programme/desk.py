"""The list with its bar: keys, menu and clipboard of planning by keyboard, equal in power to the board."""

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from forumplanner.domain.kinds import BREAK_SESSIONS
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme import cutting
from forumplanner.gui.pages.programme.cells import table
from forumplanner.gui.pages.programme.list import ProgrammeList
from forumplanner.gui.pages.programme.model import ProgrammeModel
from forumplanner.gui.pages.programme.pasting import Pasting
from forumplanner.gui.pages.programme.pattern import DayFromPattern
from forumplanner.gui.pages.programme.planning import Planning
from forumplanner.gui.pages.programme.rooms import RoomsPanel
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.pages.programme.waiting import WaitingBar
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme

PATTERN = "pattern"
"""What the page is asked for to open the panel for a day from a pattern."""
ROOMS = "rooms"
"""What the page is asked for to open the panel of rooms."""
STEP = 5
_Entry = tuple[str, str, str, Callable[[Row], object]]
"""Key of the entry, words, shortcut, what it does."""


class ListDesk(QWidget):
    """`reveal(key)` shows a row; `day()` is the day that is shown. `page` hears Ctrl+V wherever its focus is."""

    def __init__(
        self,
        frame: Frame,
        page: QWidget,
        view: ProgrammeList,
        *,
        reveal: Callable[[str], object],
        day: Callable[[], dt.date | None],
        current: Callable[[], Row | None],
    ) -> None:
        super().__init__(page)
        self.setObjectName("programmeDesk")
        self._view, self._reveal, self._day, self._current = view, reveal, day, current
        self._model: ProgrammeModel = view.rows_model()
        self.planning = Planning(frame, lambda: self._model.programme, self)
        self.pasting = Pasting(frame, page)
        self.pattern = DayFromPattern(frame, page)
        self.rooms = RoomsPanel(frame, page)
        self.bar = WaitingBar(self._choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addWidget(self.bar)
        self._connect(page)

    def show_waiting(self, programme: Programme) -> None:
        """What has no day, in the bar."""
        self.bar.show_waiting(programme)

    def open_pattern(self) -> None:
        """The panel for a day from a pattern, at the day that is shown."""
        self.pattern.open(self._day(), self._model.programme)

    def paste(self) -> None:
        """Ctrl+V: what was cut goes behind the current row, or waits where a chip has the focus; else rows of talks."""
        focus = self.window().focusWidget()
        if focus is not None and self.bar.isAncestorOf(focus) and self.planning.wait_cut():
            return
        row = self._current()
        if cutting.cut_key() and row is not None and self.planning.paste(row):
            return
        across = Qt.Orientation.Horizontal
        headings = [str(self._model.headerData(column, across)) for column in range(self._model.columnCount())]
        self.pasting.paste(table(self._model.rows(), self._model.programme, headings))

    def run(self, key: str) -> None:
        """Do an entry of the menu at the current row."""
        row = self._current()
        if key == PATTERN:
            self.open_pattern()
        elif key == ROOMS:
            self.rooms.open()
        elif key == "paste":
            self.paste()
        elif row is not None:
            next((act for name, _words, _keys, act in self._entries(row) if name == key), lambda _row: None)(row)

    def _connect(self, page: QWidget) -> None:
        self.bar.chosen.connect(lambda session: self._reveal(f"session:{session}"))
        self.bar.cut.connect(self._cut_waiting)
        self.bar.pasted.connect(self.paste)
        self.bar.pattern.connect(self.open_pattern)
        self.bar.rooms.connect(self.rooms.open)
        self.bar.more.picked.connect(self.run)
        self._view.moved.connect(lambda _key, by: self._at_row(lambda row: self.planning.move(row, by)))
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(lambda at: self.call_menu(self._view.viewport().mapToGlobal(at)))
        self.serve(self._view)
        paste = QShortcut(QKeySequence("Ctrl+V"), page)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def serve(self, view: QWidget) -> None:
        """Let the keys of the menu work in another view of the programme too."""
        for name, keys in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda name=name: self.run(name))

    def _at_row(self, act: Callable[[Row], object]) -> None:
        row = self._current()
        if row is not None:
            act(row)

    def _cut_waiting(self, session: str) -> None:
        place = self._model.place_of(f"session:{session}")
        if place >= 0:
            self.planning.cut(self._model.row(place))

    def call_menu(self, at: QPoint) -> None:
        """Open the menu of the current row at a point of the screen."""
        menu = QMenu(self)
        menu.setObjectName("programmeRowMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._choices():
            action = menu.addAction(words)
            action.setObjectName(key)
            action.triggered.connect(lambda _on=False, key=key: self.run(key))
        menu.popup(at)

    def _choices(self) -> list[tuple[str, str]]:
        row = self._current()
        entries = [(key, words, keys) for key, words, keys, _act in self._entries(row)] if row is not None else []
        entries.append(("paste", _("Paste"), "Ctrl+V"))
        entries.append((ROOMS, _("Rooms"), ""))
        entries.append((PATTERN, _("Day from a pattern"), "Ctrl+Shift+D"))
        return [(key, f"{words}\t{_native(keys)}" if keys else words) for key, words, keys in entries]

    def _entries(self, row: Row) -> Iterator[_Entry]:
        """What can be done with a row."""
        plan, session = self.planning, row.session
        if row.kind in {RowKind.SESSION, RowKind.ITEM}:
            yield "cut", _("Cut"), _KEYS["cut"], plan.cut
            yield "wait", _("Take out of the plan"), _KEYS["wait"], plan.wait
        if session is None or row.kind in {RowKind.DAY, RowKind.FINDING}:
            return
        yield "break", _("Insert a tea break"), _KEYS["break"], plan.insert_break
        if row.kind is RowKind.SESSION:
            if session.kind in BREAK_SESSIONS:
                yield "everywhere", _("This break in all rooms"), _KEYS["everywhere"], plan.copy_break
            yield "fit", _("End with the last item"), _KEYS["fit"], plan.fit
            yield "swap", _("Swap with what was cut"), _KEYS["swap"], plan.swap
        yield "later", _("5 min later, up to the next break"), "Ctrl+Shift+Down", lambda at: plan.shift(at, STEP)
        yield "earlier", _("5 min earlier, up to the next break"), "Ctrl+Shift+Up", lambda at: plan.shift(at, -STEP)
        for name, words, by, everywhere in (
            ("later_on", _("5 min later, beyond breaks too"), STEP, False),
            ("earlier_on", _("5 min earlier, beyond breaks too"), -STEP, False),
            ("later_all", _("5 min later in all rooms, to the end of the day"), STEP, True),
            ("earlier_all", _("5 min earlier in all rooms, to the end of the day"), -STEP, True),
        ):
            yield name, words, _KEYS[name], _shifting(plan, by, everywhere=everywhere)
        yield "remove", _("Remove"), "Del", lambda at: self._view.removed.emit(at.key)


_KEYS = {
    "cut": "Ctrl+X",
    "wait": "Ctrl+Del",
    "break": "Ctrl+B",
    "everywhere": "Ctrl+Shift+B",
    "fit": "Ctrl+E",
    "swap": "Ctrl+Shift+X",
    "later_on": "Ctrl+Shift+PgDown",
    "earlier_on": "Ctrl+Shift+PgUp",
    "later_all": "Ctrl+Alt+PgDown",
    "earlier_all": "Ctrl+Alt+PgUp",
}


def _shifting(plan: Planning, by: int, *, everywhere: bool) -> Callable[[Row], object]:
    return lambda row: plan.shift(row, by, everywhere=everywhere, beyond_break=True)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
