"""The fields of a session: when, where, which parallel forum, what it is, who may come in, which rooms relay it."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.kinds import Access, SessionKind
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.programme.inspector.form import Form, codes
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme, SessionLine


class SessionForm(Form):
    """Fields "day", "start", "end", "room", "track", "kind", "access", "expected", "relay", "unrelay"."""

    def __init__(self) -> None:
        super().__init__(name="sessionForm")
        self.day = Combo(name="sessionDay", label=lambda: _("Day"), letters=4)
        self.start = ClockField(name="sessionStart", label=lambda: _("Start"), hint="09:00")
        self.end = ClockField(name="sessionEnd", label=lambda: _("End"), hint="10:00")
        self.room = Combo(name="sessionRoom", label=lambda: _("Room"))
        self.track = Combo(name="sessionTrack", label=lambda: _("Parallel forum"))
        self.kind = Combo(codes(SessionKind), name="sessionKind", label=lambda: _("Kind"))
        self.access = Combo(codes(Access), name="sessionAccess", label=lambda: _("Access"))
        self.expected = Field(name="sessionExpected", label=lambda: _("People expected"), hint="—")
        self.relays = Relays()
        self.put(lambda: _("Day"), self.day, row=0, column=0, span=2)
        self.put(lambda: _("Start"), self.start, row=0, column=2, span=2)
        self.put(lambda: _("End"), self.end, row=0, column=4, span=2)
        self.put(lambda: _("Room"), self.room, row=1, column=0, span=3)
        self.put(lambda: _("Parallel forum"), self.track, row=1, column=3, span=3)
        self.put(lambda: _("Kind"), self.kind, row=2, column=0, span=3)
        self.put(lambda: _("Access"), self.access, row=2, column=3, span=2)
        self.put(lambda: _("Expected"), self.expected, row=2, column=5, span=1)
        self._grid.addWidget(self.relays, 6, 0, 1, 6)
        for field, combo in (
            ("day", self.day),
            ("room", self.room),
            ("track", self.track),
            ("kind", self.kind),
            ("access", self.access),
        ):
            self.tell_combo(field, combo)
        self.tell_clock("start", self.start)
        self.tell_clock("end", self.end)
        self.tell_number("expected", self.expected)
        self.relays.added.connect(lambda room: self.set.emit("relay", room))
        self.relays.removed.connect(lambda room: self.set.emit("unrelay", room))

    def show_session(self, session: SessionLine, programme: Programme) -> None:
        """Show the values; what is being typed stays."""
        languages = programme.languages
        days: list[tuple[str, Text]] = [(str(day), _day(day)) for day in programme.days]
        self.day.set_choices([("", "—"), *days])
        self.day.choose(str(session.day or ""))
        self.start.set_value(session.start)
        self.end.set_value(session.end)
        rooms: list[tuple[str, Text]] = [(room.id, reading.words(room.name, languages)) for room in programme.rooms]
        self.room.set_choices([("", "—"), *rooms])
        self.room.choose(session.room_ids[0] if session.room_ids else "")
        tracks: list[tuple[str, Text]] = [
            (track.id, " ".join(filter(None, (track.code, reading.words(track.title, languages)))))
            for track in programme.tracks
        ]
        self.track.set_choices([("", "—"), *tracks])
        self.track.choose(session.track_id)
        self.kind.choose(str(session.kind))
        self.access.choose(str(session.access))
        self.keep("expected", self.expected, "" if session.expected is None else str(session.expected))
        self.relays.show_rooms(session, programme)


class Relays(QWidget):
    """The rooms into which a session is broadcast, as small buttons that take them away, and one that adds a room."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sessionRelays")
        self._free: list[tuple[str, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        self.label = Label(lambda: _("Relayed to"), role="label", name="sessionRelaysLabel")
        self.rows: Rows[tuple[str, str]] = Rows(self._made, name="sessionRelayRows", gap=4)
        self.add = MenuButton(
            lambda: _("Relay to a room"), lambda: self._free, name="sessionRelayAdd", kind="link", icon="plus"
        )
        self.add.picked.connect(self.added)
        row.addWidget(self.label)
        row.addWidget(self.rows)
        row.addStretch(1)
        row.addWidget(self.add)

    def show_rooms(self, session: SessionLine, programme: Programme) -> None:
        """Show the rooms behind the first."""
        names = {room.id: reading.words(room.name, programme.languages) for room in programme.rooms}
        relays = [(room, names.get(room, "")) for room in session.room_ids[1:]]
        self._free = [(room, words) for room, words in names.items() if room not in session.room_ids]
        self.rows.show_values(relays)
        self.label.setVisible(bool(relays))
        self.add.setVisible(bool(self._free) and bool(session.room_ids))
        self.setVisible(bool(relays or self._free) and bool(session.room_ids))

    def _made(self, value: tuple[str, str]) -> QWidget:
        room, words = value
        made = Button(words, name="sessionRelay", kind="ghost", icon="x", small=True)
        made.set_tip(lambda: _("Relay it there no more"))
        made.clicked.connect(lambda: self.removed.emit(room))
        return made


def _day(day: dt.date) -> Text:
    return lambda: texting.short_day(day)
