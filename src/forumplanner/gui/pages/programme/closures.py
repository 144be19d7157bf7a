"""When rooms are closed: a line for each stretch, and a line to add one."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.ids import RoomId
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.cells import day_words
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import ClockField, read, written
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.rooms import ClosureLine, Rooms


class ClosureRows(Section):
    """`closed(dict)`: room_id, day, start, end and reason for the verb; `opened(id)`: a closure is taken back."""

    closed = Signal(object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Closed for set-up or another event"), name="closures")
        self._rooms = Rooms()
        self.lines: Rows[ClosureLine] = Rows(self._row, name="closureRows")
        self.room = Combo(name="closureRoom", label=lambda: _("Room"), letters=12, small=True)
        self.day = Combo(name="closureDay", label=lambda: _("Day"), letters=12, small=True)
        self.start = ClockField(name="closureStart", label=lambda: _("Start"), hint="07:00")
        self.end = ClockField(name="closureEnd", label=lambda: _("End"), hint="08:30")
        self.reason = Field(name="closureReason", label=lambda: _("Reason"), hint=lambda: _("Reason"), small=True)
        self.add = Button(lambda: _("Close the room"), name="closureAdd", small=True)
        self.column.addWidget(self.lines)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self.start, self.end):
            field.setProperty("small", True)
            field.setFixedWidth(72)
        for widget, share in ((self.room, 3), (self.day, 3), (self.start, 0), (self.end, 0), (self.reason, 3)):
            row.addWidget(widget, share)
        row.addWidget(self.add)
        self.column.addLayout(row)
        self.add.clicked.connect(self._close)

    def show_rooms(self, rooms: Rooms) -> None:
        """Show the closures, and offer rooms and days."""
        self._rooms = rooms
        self.lines.show_values(rooms.closures)
        self.room.set_choices([(room.id, reading.words(room.name, rooms.languages)) for room in rooms.rooms])
        self.day.set_choices([(day.isoformat(), _day(day)) for day in rooms.days])
        self.setVisible(bool(rooms.rooms and rooms.days))

    def forget(self) -> None:
        """Make the lines anew at the next showing: the language changed."""
        self.lines.forget()

    def _row(self, closure: ClosureLine) -> QWidget:
        line = QWidget()
        line.setObjectName(f"closure_{closure.id}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 4, 0)
        languages = self._rooms.languages
        room = next((reading.words(r.name, languages) for r in self._rooms.rooms if r.id == closure.room_id), "")
        when = f"{day_words(closure.day)} {written(closure.start)}–{written(closure.end)}"
        words = " · ".join(filter(None, (room, when, reading.words(closure.reason, languages))))
        row.addWidget(Elide(words, name="closureWords"), 1)
        back = Button("", name="closureOpen", kind="icon", icon="x", tip=lambda: _("Take the closure back"), small=True)
        back.clicked.connect(lambda: self.opened.emit(closure.id))
        row.addWidget(back)
        return line

    def _close(self) -> None:
        start, end, room, day = read(self.start.text()), read(self.end.text()), self.room.key(), self.day.key()
        for field, value in ((self.start, start), (self.end, end)):
            if value is None:
                field.set_wrong(_("Write a time like 09:28; after midnight 24:30."))
                field.setFocus()
                return
        reason = self.reason.text().strip()
        self.closed.emit(
            {
                "room_id": RoomId(UUID(room)),
                "day": dt.date.fromisoformat(day),
                "start": start,
                "end": end,
                "reason": {interface_language(): reason} if reason else None,
            }
        )


def _day(day: dt.date) -> Callable[[], str]:
    return lambda: day_words(day)
