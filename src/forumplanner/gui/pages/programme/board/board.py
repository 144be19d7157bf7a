"""Board: the programme as rooms and hours; drags and keys become verbs, clashes are drawn while they arise."""

import datetime as dt

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board import moving, painting
from forumplanner.gui.pages.programme.board.carrying import Carrying
from forumplanner.gui.pages.programme.board.clashes import clash_of
from forumplanner.gui.pages.programme.board.following import Following
from forumplanner.gui.pages.programme.board.keys import Keys
from forumplanner.gui.pages.programme.board.live import Live
from forumplanner.gui.pages.programme.board.minutes import MinutesField
from forumplanner.gui.pages.programme.board.plan import HOUR, Block, Part, Plan, Scale, make_plan
from forumplanner.gui.pages.programme.board.rulers import AXIS
from forumplanner.gui.pages.programme.board.state import Shown
from forumplanner.gui.pages.programme.board.tray import Tray, needed, waiting_of
from forumplanner.gui.pages.programme.board.view import BoardView
from forumplanner.gui.pages.programme.board.words import BlockWords, spoken
from forumplanner.gui.pages.programme.rows import Found, Row, RowKind, View
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme, SessionLine

ZOOMS = (40, 50, 60, 75, 90, 100, 125, 150, 200)
USUAL_ZOOM = 60


class Board(Attentive, QWidget):
    """`picked(key)`: another session is current; `opened()`: its details; `typed(row, text)`: minutes were written.

    `removed()`, `menu_wanted(point)` ask the page; `zoom_changed(percent)`. `inside`: the key of a half or an item of
    the current session that was asked for, "" for the session itself.
    """

    picked = Signal(str)
    opened = Signal()
    typed = Signal(object, str)
    removed = Signal()
    menu_wanted = Signal(QPoint)
    zoom_changed = Signal(int)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("boardDesk")
        self._frame, self._shown, self._zoom = frame, Shown(), USUAL_ZOOM
        self.inside = ""
        self.live = Live(frame, self)
        self.view = BoardView(self._dress, key=self._take)
        self.tray = Tray()
        self.carrying = Carrying(frame, self.view, self.tray, self._shown, self.live)
        self.keys = Keys(self.view, self.carrying, self._shown)
        self.following = Following(frame, self.view, self._shown)
        self.minutes = MinutesField(self.view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.tray)
        self._connect()

    def show_board(self, programme: Programme, found: Found, view: View) -> None:
        """Show a programme with its findings; the current session stays current."""
        self._shown.show(programme, found, view)
        if not (self.view.is_dragging() or self.keys.hovers() or self.following.hovers()):
            self._draw()
        self.tray.show_waiting(waiting_of(programme))

    def refresh_checks(self) -> None:
        """What is asked while dragging has to be read anew."""
        self.live.ask()

    def select(self, key: str) -> bool:
        """Make the session of a key current, without telling: its own, or that of a half or an item.

        False where it isn't shown.
        """
        session = self._shown.session(key)
        if session is None:
            return False
        self.settle()
        self._make_current(session.id)
        self.inside = "" if key.endswith(session.id) else key
        return bool(self.view.plan().blocks_of(session.id))

    def current_row(self) -> Row | None:
        """The current session as a row, as the list would give it."""
        session = self._shown.session(self._shown.current)
        if session is None:
            return None
        about = self._shown.found.about(session.id, *(part.id for part in session.parts))
        return Row(RowKind.SESSION, f"session:{session.id}", session.day, session, found=about)

    def to_finding(self, *, back: bool = False) -> bool:
        """F8: the next session with a clash, round the end; False where there is none on the board."""
        clashing = [b for b in self.view.plan().blocks if b.part is not Part.RELAY and self._clashes(b.session)]
        order = sorted(clashing, key=lambda b: (b.column, b.start), reverse=back)
        keys = [block.session.id for block in order]
        if not keys:
            return False
        place = keys.index(self._shown.current) + 1 if self._shown.current in keys else 0
        self._choose(keys[place % len(keys)])
        return True

    def zoom(self, steps: int) -> None:
        """Draw hours higher or lower, 0 as usual; the minute in the middle stays there."""
        place = ZOOMS.index(self._zoom) + steps if steps else ZOOMS.index(USUAL_ZOOM)
        middle = self.view.at(self.view.viewport().rect().center())
        minute = self.view.plan().minute(middle.y())
        self._zoom = ZOOMS[max(0, min(place, len(ZOOMS) - 1))]
        self.zoom_changed.emit(self._zoom)
        self._draw()
        self.view.centerOn(middle.x(), self.view.plan().y(minute))

    def type_minutes(self) -> None:
        """F2: write the start and end of the current session."""
        item = self.view.item_of(self._shown.current)
        if item is not None:
            box = QRect(self.view.mapFromScene(item.pos()), self.view.viewport().rect().size())
            self.minutes.open_at(box, item.block.start, item.block.session.end)

    def settle(self) -> None:
        """Write down where keys have moved a block."""
        self.following.settle()
        self.keys.settle()

    def shift(self, by: int) -> None:
        """The current session and what follows it, by some minutes: first as ghosts."""
        self.keys.settle()
        self.following.press(by)

    def place_waiting(self, session_id: str) -> None:
        """Enter in the tray: the first free place of the day that is shown."""
        session = self._shown.session(session_id)
        if session is None:
            return
        room = next(iter(session.room_ids), "")
        target = moving.free_place(self.view.plan(), needed(session), self._shown.programme.sessions, room)
        if target is None:
            self._frame.toast(_("No room is free that long on this day. Choose another day, or move something first."))
        else:
            self.carrying.place(session, target)

    def plan(self) -> Plan:
        """What is drawn."""
        return self.view.plan()

    def days(self) -> tuple[dt.date, ...]:
        """The days that are shown."""
        return tuple(dict.fromkeys(column.day for column in self.view.plan().columns))

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        painting.forget_fonts()
        self._draw()
        self.tray.show_waiting(waiting_of(self._shown.programme))

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.swapped.connect(self.carrying.swap)
        self.view.opened.connect(self.opened)
        self.view.zoomed.connect(self.zoom)
        self.view.resized.connect(self._draw)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.keys.chosen.connect(self._choose)
        self.keys.opened.connect(self.opened)
        self.keys.typing.connect(self.type_minutes)
        self.keys.removed.connect(self.removed)
        self.tray.chosen.connect(self.picked)
        self.tray.placed.connect(self.place_waiting)
        self.carrying.placed.connect(self._choose_placed)
        self.minutes.typed.connect(lambda text: self.typed.emit(self.current_row(), text))

    def _draw(self) -> None:
        shown = self._shown
        days = shown.programme.days if shown.view.day is None else (shown.view.day,)
        room = float(max(self.view.width() - AXIS - 14, 0))
        scale = Scale(HOUR * self._zoom / 100, room)
        plan = make_plan(shown.programme, days=days, scale=scale, room=shown.view.room)
        self.view.show_plan(plan, shown.programme)
        self.view.set_current(shown.current, reveal=False)

    def _choose(self, session_id: str) -> None:
        if session_id != self._shown.current:
            self.settle()
        self._make_current(session_id)
        self.picked.emit(f"session:{session_id}")

    def _choose_placed(self, session_id: str) -> None:
        self._choose(session_id)
        self.view.setFocus()

    def _make_current(self, session_id: str) -> None:
        """Mark a session and let it be heard."""
        self._shown.current, self.inside = session_id, ""
        self.view.set_current(session_id)
        item = self.view.item_of(session_id)
        if item is not None:
            clash = clash_of(item.block.session, self._shown.found)
            self.view.setAccessibleDescription(spoken(item.block, self._shown.programme, clash.findings))
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.DescriptionChanged))

    def _dress(self, block: Block, dragged: bool) -> tuple[BlockWords, painting.Look]:
        return self._shown.dressed(block, dragged=dragged, focused=self.view.hasFocus())

    def _take(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.following.let_go():
            return True
        if event.key() == Qt.Key.Key_Control:
            self.following.settle()  # what comes next, such as undo, must find it written
        return self.keys.take(event)

    def _clashes(self, session: SessionLine) -> bool:
        return bool(clash_of(session, self._shown.found).findings)
