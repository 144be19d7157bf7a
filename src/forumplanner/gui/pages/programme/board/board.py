"""Board: the programme as rooms and hours; drags and keys become verbs, clashes are drawn while they arise."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.board import moving, painting
from forumplanner.gui.pages.programme.board.clashes import clash_of, counts, merged, sessions_of
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target, new_target
from forumplanner.gui.pages.programme.board.live import Live
from forumplanner.gui.pages.programme.board.minutes import MinutesField
from forumplanner.gui.pages.programme.board.moves import Moves
from forumplanner.gui.pages.programme.board.painting import Look, marks_of, track_of
from forumplanner.gui.pages.programme.board.plan import HOUR, Block, Part, Plan, Scale, make_plan, moved
from forumplanner.gui.pages.programme.board.rulers import AXIS
from forumplanner.gui.pages.programme.board.tray import Tray, needed, waiting_of
from forumplanner.gui.pages.programme.board.view import BoardView
from forumplanner.gui.pages.programme.board.words import BlockWords, block_words, spoken
from forumplanner.gui.pages.programme.rows import Found, Row, RowKind, View, key_of
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import Programme, SessionLine

ZOOMS = (40, 50, 60, 75, 90, 100, 125, 150, 200)
USUAL_ZOOM = 60
_QUIET_MS = 400
"""Arrow keys move a block at once; the file hears of it when no key has come for so long: one step for one move."""


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
        self._frame = frame
        self._programme, self._found, self._shown = Programme("", (), "UTC"), Found(), View()
        self._current, self._zoom = "", USUAL_ZOOM
        self.inside = ""
        self._hover: tuple[Block, Target] | None = None
        self._over: Found | None = None
        self._touched: set[str] = set()
        self.live = Live(frame, self)
        self._moves = Moves(frame)
        self.view = BoardView(self._dress, key=self._key)
        self.tray = Tray()
        self.minutes = MinutesField(self.view.viewport())
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.tray)
        self._connect()

    def show_board(self, programme: Programme, found: Found, view: View) -> None:
        """Show a programme with its findings; the current session stays current."""
        self._programme, self._found, self._shown = programme, found, view
        if not self.view.is_dragging() and self._hover is None:
            self._draw()
        self.tray.show_waiting(waiting_of(programme))

    def refresh_checks(self) -> None:
        """What is asked while dragging has to be read anew."""
        self.live.ask()

    def select(self, key: str) -> bool:
        """Make the session of a key current, without telling: its own, or that of a half or an item.

        False where it isn't shown.
        """
        session = self._session_of(key)
        if session is None:
            return False
        self.settle()
        self._make_current(session.id)
        self.inside = "" if key.endswith(session.id) else key
        return bool(self.view.plan().blocks_of(session.id))

    def current_row(self) -> Row | None:
        """The current session as a row, as the list would give it."""
        session = next((s for s in self._programme.sessions if s.id == self._current), None)
        if session is None:
            return None
        about = self._found.about(session.id, *(part.id for part in session.parts))
        return Row(RowKind.SESSION, f"session:{session.id}", session.day, session, found=about)

    def to_finding(self, *, back: bool = False) -> bool:
        """F8: the next session with a clash, round the end; False where there is none on the board."""
        clashing = [b for b in self.view.plan().blocks if b.part is not Part.RELAY and self._clash(b.session)]
        order = sorted(clashing, key=lambda b: (b.column, b.start), reverse=back)
        keys = [block.session.id for block in order]
        if not keys:
            return False
        place = keys.index(self._current) + 1 if self._current in keys else 0
        self._choose(keys[place % len(keys)])
        return True

    def zoom(self, steps: int) -> None:
        """Draw hours higher or lower; 0 as usual."""
        place = ZOOMS.index(self._zoom) + steps if steps else ZOOMS.index(USUAL_ZOOM)
        self._zoom = ZOOMS[max(0, min(place, len(ZOOMS) - 1))]
        self.zoom_changed.emit(self._zoom)
        self._draw()

    def type_minutes(self) -> None:
        """F2: write the start and end of the current session."""
        item = self.view.item_of(self._current)
        if item is not None:
            corner = self.view.mapFromScene(item.pos())
            rect = self.view.viewport().rect()
            rect.moveTopLeft(corner)
            self.minutes.open_at(rect, item.block.start, item.block.session.end)

    def settle(self) -> None:
        """Write down where keys have moved a block."""
        self._quiet.stop()
        hover, self._hover = self._hover, None
        if hover is not None:
            self._drop(Drag(hover[0], Grip.WHOLE, 0.0), hover[1])

    def place_waiting(self, session_id: str) -> None:
        """Enter in the tray: the first free place of the day that is shown."""
        session = self._session_of(f"session:{session_id}")
        if session is None:
            return
        target = moving.free_place(
            self.view.plan(), needed(session), self._programme.sessions, next(iter(session.room_ids), "")
        )
        if target is None:
            self._frame.toast(_("No room is free that long on this day. Choose another day, or move something first."))
        else:
            self._place(session, target)

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        painting.forget_fonts()
        self._draw()
        self.tray.show_waiting(waiting_of(self._programme))

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self.opened)
        self.view.hovered.connect(self._carry)
        self.view.dropped.connect(self._drop)
        self.view.zoomed.connect(self.zoom)
        self.view.resized.connect(self._draw)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.tray.chosen.connect(self.picked)
        self.tray.placed.connect(self.place_waiting)
        self.tray.dragged.connect(self._carry_new)
        self.tray.dropped.connect(self._drop_new)
        self.minutes.typed.connect(lambda text: self.typed.emit(self.current_row(), text))

    def _draw(self) -> None:
        view, days = self._shown, self._programme.days
        shown = days if view.day is None else (view.day,)
        room = float(max(self.view.width() - AXIS - 14, 0))
        scale = Scale(HOUR * self._zoom / 100, room)
        plan = make_plan(self._programme, days=shown, scale=scale, room=view.room)
        self.view.show_plan(plan, self._programme)
        self.view.set_current(self._current, reveal=False)

    def _choose(self, session_id: str) -> None:
        if session_id != self._current:
            self.settle()
        self._make_current(session_id)
        self.picked.emit(f"session:{session_id}")

    def _make_current(self, session_id: str) -> None:
        """Mark a session and let it be heard."""
        self._current, self.inside = session_id, ""
        self.view.set_current(session_id)
        item = self.view.item_of(session_id)
        if item is not None:
            clash = clash_of(item.block.session, self._found)
            self.view.setAccessibleDescription(spoken(item.block, self._programme, clash.findings))
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.DescriptionChanged))

    def _dress(self, block: Block, dragged: bool) -> tuple[BlockWords, Look]:
        session = block.session
        found = self._over or self._found
        clash = clash_of(session, found) if block.part is not Part.RELAY else clash_of(session, Found())
        track, bar = track_of(session, self._programme)
        current = session.id == self._current and block.part is not Part.RELAY
        focused = current and self.view.hasFocus()
        marks = marks_of(block, clash.stretches)
        look = Look(track, bar, selected=current, focused=focused, dragged=dragged, marks=marks)
        return block_words(block, self._programme, clash.findings), look

    def _clash(self, session: SessionLine) -> bool:
        return bool(clash_of(session, self._found).findings)

    def _carry(self, drag: Drag, target: Target | None) -> None:
        """A block hovers: ask the checks, draw it and whom it clashes with."""
        plan = self.view.plan()
        live = self.live.findings(drag.block, target, plan) if target else ()
        self._show_live(drag.block.session, live)
        self.view.ghost(drag.block, target)

    def _show_live(self, session: SessionLine, live: tuple[Finding, ...]) -> None:
        shown = [finding for finding in live if counts(finding)]
        self._over = merged(self._found, shown, session)
        concerned = sessions_of(shown)
        now = {s.id for s in self._programme.sessions if _concerns(s, concerned)}
        self.view.refresh((self._touched | now) - {session.id})
        self._touched = now

    def _drop(self, drag: Drag, target: Target | None) -> None:
        """A drag has ended: one step, or nothing and a sentence."""
        touched, self._touched, self._over = self._touched, set(), None
        if target is None:
            self._frame.toast(_("That lies outside the board. Nothing was moved."))
        elif (target.column, target.start, target.end) != (drag.block.column, drag.block.start, drag.block.end):
            self._moves.move(drag, target, self.view.plan())
        self.view.ghost(drag.block, Target(drag.block.column, drag.block.start, drag.block.end))
        self.view.refresh({*touched, drag.block.session.id})
        if target is not None:
            self._wait_for(drag, target)

    def _wait_for(self, drag: Drag, target: Target) -> None:
        """Until the file has been read again the block stays where it was dropped."""
        item = self.view.item_of(drag.block.session.id)
        if item is not None and item.block.key == drag.block.key:
            block = moved(drag.block, self.view.plan(), column=target.column, start=target.start, end=target.end)
            item.show_block(block, *self._dress(block, False))

    def _carry_new(self, session_id: str, point: QPoint) -> None:
        """Something from the tray hovers: say where it would go."""
        target = self._new_target(session_id, point)
        plan = self.view.plan()
        session = self._session_of(f"session:{session_id}")
        if session is None:
            return
        if target is None:
            self.view.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        self.view.setCursor(Qt.CursorShape.ClosedHandCursor)
        column = plan.columns[target.column]
        block = Block(session, Part.PLACE, target.column, target.start, target.end, column.x, 0, column.width, 0)
        self._show_live(session, self.live.findings(replace(block), target, plan))

    def _drop_new(self, session_id: str, point: QPoint) -> None:
        self.view.unsetCursor()
        touched, self._touched, self._over = self._touched, set(), None
        self.view.refresh(touched)
        session, target = self._session_of(f"session:{session_id}"), self._new_target(session_id, point)
        if session is None or target is None:
            self._frame.toast(_("That lies outside the board. Nothing was moved."))
            return
        QTimer.singleShot(0, self, lambda: self._place(session, target))

    def _new_target(self, session_id: str, point: QPoint) -> Target | None:
        inside = self.view.viewport().mapFromGlobal(point)
        session = self._session_of(f"session:{session_id}")
        if session is None or not self.view.viewport().rect().contains(inside):
            return None
        where = self.view.at(inside)
        return new_target(self.view.plan(), where.x(), where.y(), needed(session))

    def _place(self, session: SessionLine, target: Target) -> None:
        self._moves.place(session, target, self.view.plan())
        self._choose(session.id)
        self.view.setFocus()

    def _session_of(self, key: str) -> SessionLine | None:
        whole = key_of(self._programme, key.rpartition(":")[2]) or key
        identity = whole.partition(":")[2]
        for session in self._programme.sessions:
            parts = [part.id for part in session.parts]
            items = [item.id for part in session.parts for item in part.items]
            if identity in {session.id, *parts, *items}:
                return session
        return None

    def _key(self, event: QKeyEvent) -> bool:
        """The board's keys; False for those of others."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Control:
            self.settle()  # what comes next (undo, a page) must find the move written down
            return False
        if key == Qt.Key.Key_Escape:
            return self._let_go()
        if key in moving.ARROWS and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            if control:
                self._go_on(key)
            else:
                self._nudge(key, length=bool(modifiers & Qt.KeyboardModifier.AltModifier))
            return True
        self.settle()
        return not control and self._act(key)

    def _act(self, key: Qt.Key) -> bool:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
            Qt.Key.Key_F2: self.type_minutes,
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Home: self._first,
        }
        if key not in acts:
            return False
        acts[key]()
        return True

    def _first(self) -> None:
        block = moving.neighbour(self.view.plan(), None, Qt.Key.Key_Down)
        if block is not None:
            self._choose(block.session.id)

    def _go_on(self, key: Qt.Key) -> None:
        self.settle()
        item = self.view.item_of(self._current)
        block = moving.neighbour(self.view.plan(), item.block if item else None, key)
        if block is not None:
            self._choose(block.session.id)

    def _nudge(self, key: Qt.Key, *, length: bool) -> None:
        """Move or stretch the current block a step; the checks answer at once, the file when the keys rest."""
        item = self.view.item_of(self._current)
        if item is None:
            self._first()
            return
        block = self._hover[0] if self._hover else item.block
        at = self._hover[1] if self._hover else Target(block.column, block.start, block.end)
        target = moving.nudged(block, at, self.view.plan(), key, length=length)
        if target is None:
            return
        self._hover = (block, target)
        self._carry(Drag(block, Grip.WHOLE, 0.0), target)
        self._quiet.start()

    def _let_go(self) -> bool:
        """Esc: a drag or a move by keys is taken back before it is written down."""
        hover, self._hover = self._hover, None
        self._quiet.stop()
        touched, self._touched, self._over = self._touched, set(), None
        if hover is not None:
            block = hover[0]
            self.view.ghost(block, Target(block.column, block.start, block.end))
        cancelled = self.view.cancel()
        self.view.refresh({*touched, self._current})
        return cancelled or hover is not None

    def days(self) -> tuple[dt.date, ...]:
        """The days that are shown."""
        return tuple(dict.fromkeys(column.day for column in self.view.plan().columns))

    def plan(self) -> Plan:
        """What is drawn."""
        return self.view.plan()


def _concerns(session: SessionLine, ids: set[str]) -> bool:
    if session.id in ids:
        return True
    return any(part.id in ids or any(item.id in ids for item in part.items) for part in session.parts)
