"""The panel of rooms: names in both languages, seats, when a room is closed, and where its sessions go when it goes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from forumplanner.actions import rooms as verbs
from forumplanner.domain.ids import RoomId
from forumplanner.files import PlannerError
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.closures import ClosureRows
from forumplanner.gui.pages.programme.overlay import Overlay
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field, Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized, ngettext
from forumplanner.queries import rooms as query
from forumplanner.snapshots.rooms import KeptRoom, Rooms

_WIDTH = 860
_TALL = 300
NOWHERE = "nowhere"
"""The choice by which sessions lose their room."""


class RoomsPanel(Overlay):
    """Every edit is a step at once; a room that is used asks where its sessions go."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent, name="roomsPanel", card="roomsCard", width=_WIDTH)
        self._frame = frame
        self._shown = Rooms()
        self._leaving = ""
        self.add = Button(lambda: _("New room"), name="roomsAdd", icon="plus", small=True)
        self.done = Button(lambda: _("Done"), name="roomsDone", kind="primary", key="Ctrl+Return")
        self.card.set_head(lambda: _("Rooms"), self.add)
        self.rows: Rows[KeptRoom] = Rows(self._row, name="roomsRows")
        self.closures = ClosureRows()
        self.problem = Label("", role="warn", name="roomsProblem", wrap=True)
        self.target = Combo(name="roomsTarget", label=lambda: _("Where its sessions go"), letters=18)
        self.go = Button(lambda: _("Remove the room"), name="roomsRemove", kind="danger", small=True)
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.done.clicked.connect(self.close_panel)
        self.go.clicked.connect(self._remove_for_good)
        self.closures.closed.connect(self._close)
        self.closures.opened.connect(
            lambda key: self._do(lambda: verbs.open_room(self._frame.store, closure_id=UUID(key)))
        )

    def open(self) -> None:
        """Show the rooms of the forum."""
        self._ask(())
        self._load()
        self.appear()
        self.add.setFocus()

    def retranslate(self) -> None:
        """Rows in the other language."""
        super().retranslate()
        self.rows.forget()
        self.closures.forget()
        self._show(self._shown)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setObjectName("roomsArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMaximumHeight(_TALL)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.rows)
        self.card.column.addWidget(area)
        asking = QHBoxLayout()
        asking.setSpacing(8)
        asking.addWidget(self.problem, 1)
        asking.addWidget(self.target)
        asking.addWidget(self.go)
        self.card.column.addLayout(asking)
        self.card.column.addWidget(self.closures)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.card.column.addLayout(foot)

    def _load(self) -> None:
        with self._frame.store.read() as db:
            self._show(query.load(db, forum_id=self._frame.forum_id))

    def _show(self, rooms: Rooms) -> None:
        self._shown = rooms
        focus = QApplication.focusWidget()
        line = focus.parentWidget() if focus is not None else None
        here = ("", "") if focus is None or line is None else (line.objectName(), focus.objectName())
        self.rows.show_values(rooms.rooms)
        if here[0].startswith("room_"):
            QTimer.singleShot(0, self, lambda: self._focus(*here))
        self.closures.show_rooms(rooms)
        if self.isVisible():
            self.cover()

    def _focus(self, line: str, name: str) -> None:
        """Back to the field that had the focus before its row was made anew."""
        found = next((widget for widget in self.rows.widgets() if widget.objectName() == line), None)
        field = found.findChild(QWidget, name) if found is not None else None
        if field is not None and not field.hasFocus():
            field.setFocus()

    def _row(self, room: KeptRoom) -> QWidget:
        line = QWidget()
        line.setObjectName(f"room_{room.id}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(8)
        key = RoomId(UUID(room.id))
        for place, tag in enumerate(self._shown.languages):
            name = _field(f"roomName{place}", lambda: _("Name"), room.name.side(place))
            name.editingFinished.connect(lambda tag=tag, field=name: self._rename(key, tag, field.text()))
            row.addWidget(name, 3)
        building = _field("roomBuilding", lambda: _("Building"), room.building.best(self._side()))
        tag = self._shown.languages[self._side()]
        building.editingFinished.connect(lambda: self._build(key, tag, building.text()))
        row.addWidget(building, 2)
        seats = Number(name="roomSeats", label=lambda: _("Seats"), most=100_000, step=10)
        seats.set_value(room.capacity or 0)
        seats.setFixedWidth(92)
        seats.editingFinished.connect(lambda: self._seat(key, seats.value(), room.capacity))
        row.addWidget(seats)
        used = Label(ngettext("{n} session", "{n} sessions", room.sessions), role="small", name="roomUsed")
        used.setFixedWidth(78)
        row.addWidget(used)
        gone = Button("", name="roomRemove", kind="icon", icon="trash-2", tip=lambda: _("Remove the room"), small=True)
        gone.clicked.connect(lambda: self._remove(room))
        row.addWidget(gone)
        return line

    def _side(self) -> int:
        return reading.place(self._shown.languages)

    def _add(self) -> None:
        self._do(lambda: verbs.add_room(self._frame.store, forum_id=self._frame.forum_id, name=localized("New room")))
        lines = self.rows.widgets()
        field = lines[-1].findChild(Field, f"roomName{self._side()}") if lines else None
        if field is not None:
            field.setFocus()
            field.selectAll()

    def _rename(self, key: RoomId, tag: str, text: str) -> None:
        side = self._shown.languages.index(tag)
        if any(room.id == str(key) and room.name.side(side) != text.strip() for room in self._shown.rooms):
            self._do(lambda: verbs.rename_room(self._frame.store, room_id=key, tag=tag, text=text))

    def _build(self, key: RoomId, tag: str, text: str) -> None:
        side = self._side()
        if any(room.id == str(key) and room.building.best(side) != text.strip() for room in self._shown.rooms):
            self._do(lambda: verbs.set_building(self._frame.store, room_id=key, tag=tag, text=text))

    def _seat(self, key: RoomId, seats: int, before: int | None) -> None:
        if seats != (before or 0):
            self._do(lambda: verbs.set_capacity(self._frame.store, room_id=key, capacity=seats or None))

    def _close(self, closing: object) -> None:
        if isinstance(closing, dict):
            self._do(lambda: verbs.close_room(self._frame.store, **closing))

    def _remove(self, room: KeptRoom) -> None:
        """Remove it, or ask where its sessions go."""
        try:
            verbs.remove_room(self._frame.store, room_id=RoomId(UUID(room.id)))
        except verbs.RoomInUse as refusal:
            self._leaving = room.id
            others = [r for r in self._shown.rooms if r.id != room.id]
            choices = [(r.id, reading.words(r.name, self._shown.languages)) for r in others]
            self._ask([(NOWHERE, _("No room")), *choices], str(refusal))
            self.target.setFocus()
        else:
            self._load()

    def _remove_for_good(self) -> None:
        chosen, leaving = self.target.key(), RoomId(UUID(self._leaving))
        target = None if chosen == NOWHERE else RoomId(UUID(chosen))
        self._do(lambda: verbs.remove_room(self._frame.store, room_id=leaving, move_to=target))
        self._ask(())

    def _ask(self, choices: "list[tuple[str, str]] | tuple[()]", why: str = "") -> None:
        """Ask where the sessions of a room go; no choices asks no more."""
        self.problem.setText(why)
        self.target.set_choices(list(choices))
        for widget in (self.problem, self.target, self.go):
            widget.setVisible(bool(choices))
        if self.isVisible():
            self.cover()

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except PlannerError as refusal:
            self._frame.toast(str(refusal))
        self._load()


def _field(name: str, label: Callable[[], str], text: str) -> Field:
    made = Field(name=name, label=label, hint=label, small=True)
    made.setText(text)
    made.setCursorPosition(0)
    return made
