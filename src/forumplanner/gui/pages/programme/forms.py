"""The fields of a session and of an item in the inspector."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumplanner.domain.kinds import Access, Interpretation, ItemKind, SessionKind
from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import ItemLine, Programme, SessionLine


class Form(QWidget):
    """Labelled fields in a grid; `set(field, value)` when one was changed by the user."""

    set = Signal(str, str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)

    def put(self, text: Text, widget: QWidget, *, row: int, column: int, span: int) -> None:
        """A field below its label; the grid has six columns."""
        label = Label(text, role="label", name=f"{widget.objectName()}Label")
        label.setBuddy(widget)
        self._grid.addWidget(label, row * 2, column, 1, span)
        self._grid.addWidget(widget, row * 2 + 1, column, 1, span)

    def tell_combo(self, field: str, combo: Combo) -> None:
        """Tell when another entry is picked."""
        combo.picked.connect(lambda key: self.set.emit(field, key))

    def tell_clock(self, field: str, clock: ClockField) -> None:
        """Tell when another time is written."""
        clock.changed.connect(lambda: self.set.emit(field, "" if clock.value() is None else str(clock.value())))


class SessionForm(Form):
    """Fields "day", "start", "end", "room", "track", "kind", "access", "expected"."""

    def __init__(self) -> None:
        super().__init__(name="sessionForm")
        self.day = Combo(name="sessionDay", label=lambda: _("Day"), letters=4)
        self.start = ClockField(name="sessionStart", label=lambda: _("Start"), hint="09:00")
        self.end = ClockField(name="sessionEnd", label=lambda: _("End"), hint="10:00")
        self.room = Combo(name="sessionRoom", label=lambda: _("Room"))
        self.track = Combo(name="sessionTrack", label=lambda: _("Parallel forum"))
        self.kind = Combo([(str(k), _word(k)) for k in SessionKind], name="sessionKind", label=lambda: _("Kind"))
        self.access = Combo([(str(a), _word(a)) for a in Access], name="sessionAccess", label=lambda: _("Access"))
        self.expected = Field(name="sessionExpected", label=lambda: _("People expected"), hint="—")
        self.put(lambda: _("Day"), self.day, row=0, column=0, span=2)
        self.put(lambda: _("Start"), self.start, row=0, column=2, span=2)
        self.put(lambda: _("End"), self.end, row=0, column=4, span=2)
        self.put(lambda: _("Room"), self.room, row=1, column=0, span=3)
        self.put(lambda: _("Parallel forum"), self.track, row=1, column=3, span=3)
        self.put(lambda: _("Kind"), self.kind, row=2, column=0, span=2)
        self.put(lambda: _("Access"), self.access, row=2, column=2, span=2)
        self.put(lambda: _("Expected"), self.expected, row=2, column=4, span=2)
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
        self.expected.editingFinished.connect(self._take_expected)
        self._expected = ""

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
        self._expected = "" if session.expected is None else str(session.expected)
        if not self.expected.hasFocus():
            self.expected.setText(self._expected)

    def _take_expected(self) -> None:
        text = self.expected.text().strip()
        wrong = bool(text) and not text.isdecimal()
        self.expected.set_wrong(_("Write a whole number.") if wrong else "")
        if not wrong and text != self._expected:
            self.set.emit("expected", text)


class ItemForm(Form):
    """Fields "start", "minutes", "kind", "interpretation", "channel"."""

    def __init__(self) -> None:
        super().__init__(name="itemForm")
        self.start = ClockField(name="itemStart", label=lambda: _("Start"))
        self.minutes = Field(name="itemMinutes", label=lambda: _("Minutes"), hint="—")
        self.kind = Combo([(str(k), _word(k)) for k in ItemKind], name="itemKind", label=lambda: _("Kind"))
        self.interpretation = Combo(
            [(str(i), _word(i)) for i in Interpretation], name="itemInterpretation", label=lambda: _("Interpretation")
        )
        self.channel = Field(name="itemChannel", label=lambda: _("Channel"), hint="—")
        self.put(lambda: _("Start"), self.start, row=0, column=0, span=2)
        self.put(lambda: _("Minutes"), self.minutes, row=0, column=2, span=1)
        self.put(lambda: _("Kind"), self.kind, row=0, column=3, span=3)
        self.put(lambda: _("Interpretation"), self.interpretation, row=1, column=0, span=4)
        self.put(lambda: _("Channel"), self.channel, row=1, column=4, span=2)
        self.tell_clock("start", self.start)
        self.tell_combo("kind", self.kind)
        self.tell_combo("interpretation", self.interpretation)
        self.minutes.editingFinished.connect(self._take_minutes)
        self.channel.editingFinished.connect(self._take_channel)
        self._item: ItemLine | None = None

    def show_item(self, item: ItemLine, session: SessionLine) -> None:
        """Show the values; a start that flows stands in the field as a hint."""
        self._item = item
        self.start.set_value(item.start)
        flows = "" if item.begins is None else f"{item.begins // 60:02d}:{item.begins % 60:02d}"
        self.start.say(self.start.setPlaceholderText, flows or "—")
        self.start.setEnabled(session.day is not None)
        if not self.minutes.hasFocus():
            self.minutes.setText("" if item.minutes is None else str(item.minutes))
        self.kind.choose(str(item.kind))
        self.interpretation.choose(str(item.interpretation))
        if not self.channel.hasFocus():
            self.channel.setText(item.channel)

    def _take_minutes(self) -> None:
        text = self.minutes.text().strip()
        wrong = bool(text) and not text.isdecimal()
        self.minutes.set_wrong(_("Write a whole number.") if wrong else "")
        before = "" if self._item is None or self._item.minutes is None else str(self._item.minutes)
        if not wrong and text != before:
            self.set.emit("minutes", text)

    def _take_channel(self) -> None:
        if self._item is not None and self.channel.text().strip() != self._item.channel:
            self.set.emit("channel", self.channel.text().strip())


def _word(member: SessionKind | ItemKind | Access | Interpretation) -> Text:
    return lambda: reading.word(member)


def _day(day: dt.date) -> Text:
    return lambda: texting.short_day(day)
