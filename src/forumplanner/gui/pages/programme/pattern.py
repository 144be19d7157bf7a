"""Day from a pattern: a few numbers at the left, the day that they give at the right, added by Ctrl+Enter."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.actions import days
from forumplanner.domain.patterns import DayPattern, PatternRefused, plan_day
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.cells import day_words
from forumplanner.gui.pages.programme.overlay import Overlay
from forumplanner.gui.pages.programme.pattern_words import Line, day_lines
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import ClockField, read
from forumplanner.gui.widgets.fields import Combo, Labelled, Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import Programme

_WIDTH = 760


class DayFromPattern(Overlay):
    """Lies over `parent` while it is open. Esc leaves, and the numbers stay for the next time."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent, name="dayFromPattern", card="patternCard", width=_WIDTH)
        self._frame = frame
        self._rooms, self._busy = 0, frozenset[dt.date]()
        self.card.set_head(lambda: _("Day from a pattern"))
        self.day = Combo(name="patternDay", label=lambda: _("Day"))
        self.start = ClockField(name="patternStart", label=lambda: _("Start"))
        self.end = ClockField(name="patternEnd", label=lambda: _("End"))
        self.numbers = {key: _number(key, label, most) for key, (label, most) in _NUMBERS.items()}
        self.problem = Label("", role="warn", name="patternProblem", wrap=True)
        self.note = Label("", role="note", name="patternNote", wrap=True)
        self.make = Button(lambda: _("Add this day"), name="patternMake", kind="primary", key="Ctrl+Return")
        self.leave = Button(lambda: _("Leave"), name="patternLeave", kind="ghost", key="Esc")
        self._preview = QGridLayout()
        self._lay_out()
        self.set_pattern(DayPattern())
        self._connect()

    def open(self, day: dt.date | None, programme: Programme | None = None) -> None:
        """Show it for a day of the programme; the numbers are those of the last time."""
        plan = programme or Programme("", (), "UTC")
        days = list(dict.fromkeys([*([day] if day else []), *sorted(plan.days)])) or _days_of(self._frame)
        self._rooms = len(plan.rooms)
        self._busy = frozenset(session.day for session in plan.sessions if session.day)
        self.day.set_choices([(value.isoformat(), _day_text(value)) for value in sorted(days)])
        if day is not None:
            self.day.choose(day.isoformat())
        rooms = self.numbers["rooms"]
        rooms.set_value(max(rooms.value(), self._rooms))
        self.appear()
        self._show_day()
        self.start.setFocus()
        self.start.selectAll()

    def pattern(self) -> DayPattern:
        """The numbers as they stand now; a time that can't be read is the one before."""
        usual = DayPattern()
        numbers = {key: field.value() for key, field in self.numbers.items()}
        start, end = read(self.start.text()), read(self.end.text())
        return DayPattern(
            start=usual.start if start is None else start, end=usual.end if end is None else end, **numbers
        )

    def set_pattern(self, pattern: DayPattern) -> None:
        """Show other numbers."""
        self.start.set_value(pattern.start)
        self.end.set_value(pattern.end)
        for key, field in self.numbers.items():
            field.set_value(getattr(pattern, key))

    def chosen_day(self) -> dt.date | None:
        """The day that is to be filled."""
        key = self.day.key()
        return dt.date.fromisoformat(key) if key else None

    def finish(self) -> None:
        """Ctrl+Enter: add the sessions of the day in one step."""
        day, pattern = self.chosen_day(), self.pattern()
        if day is None or not self.make.isEnabled():
            return
        made = doing.done(
            self._frame,
            lambda: days.make_day(self._frame.store, forum_id=self._frame.forum_id, day=day, pattern=pattern),
        )
        if made is None:
            return
        self.close_panel()
        words = ngettext("{day}: added {n} session", "{day}: added {n} sessions", len(made), day=day_words(day))
        self._frame.toast(words, undo=True)

    def retranslate(self) -> None:
        """Say the day again too."""
        super().retranslate()
        self._show_day()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        boxes: list[tuple[Text, QWidget]] = [
            (lambda: _("Start"), self.start),
            (lambda: _("End"), self.end),
            *((label, self.numbers[key]) for key, (label, _most) in _NUMBERS.items()),
        ]
        fields.addWidget(Labelled(lambda: _("Day"), self.day), 0, 0, 1, 2)
        for place, (label, field) in enumerate(boxes):
            fields.addWidget(Labelled(label, field), 1 + place // 2, place % 2)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(Label(lambda: _("The day"), role="label", name="patternPreviewLabel"))
        self._preview.setHorizontalSpacing(10)
        self._preview.setVerticalSpacing(4)
        self._preview.setColumnStretch(1, 1)
        right.addLayout(self._preview)
        right.addWidget(self.problem)
        right.addWidget(self.note)
        right.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(fields, 4)
        sides.addLayout(right, 5)
        self.card.column.addLayout(sides)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.make)
        self.card.column.addLayout(foot)

    def _connect(self) -> None:
        for field in (self.start, self.end):
            field.textChanged.connect(self._show_day)
        for number in self.numbers.values():
            number.valueChanged.connect(self._show_day)
        self.day.picked.connect(self._show_day)
        self.make.clicked.connect(self.finish)
        self.leave.clicked.connect(self.close_panel)

    def _show_day(self) -> None:
        """The day that the numbers give, or why they give none."""
        try:
            planned = plan_day(self.pattern())
        except PatternRefused as refusal:
            self._tell([], str(refusal))
            return
        self._tell(list(day_lines(planned)), "")
        needed = 1 + max((session.room for session in planned if session.room is not None), default=-1)
        new = max(0, needed - self._rooms)
        self.note.setText(
            " ".join(
                filter(
                    None,
                    (
                        ngettext("{n} room is added.", "{n} rooms are added.", new) if new else "",
                        _("This day has sessions already; they stay.") if self.chosen_day() in self._busy else "",
                    ),
                )
            )
        )
        self.note.setVisible(bool(self.note.text()))

    def _tell(self, lines: list[Line], problem: str) -> None:
        while (entry := self._preview.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (times, words, role) in enumerate(lines):
            self._preview.addWidget(Label(times, role=role, name="patternTimes"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._preview.addWidget(Label(words, role=role, name="patternWords", wrap=True), row, 1)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.note.hide()
            self.make.disable(problem)
        else:
            self.make.enable()


_NUMBERS: dict[str, tuple[Callable[[], str], int]] = {
    "opening": (lambda: _("Opening, minutes"), 240),
    "keynotes": (lambda: _("Keynotes, how many"), 20),
    "keynote": (lambda: _("Minutes a keynote"), 120),
    "tea": (lambda: _("Tea break, minutes"), 90),
    "parallel": (lambda: _("Parallel forums"), 40),
    "halves": (lambda: _("Halves of each"), 4),
    "talk": (lambda: _("Minutes a talk"), 120),
    "discussion": (lambda: _("Discussion a talk, minutes"), 60),
    "rooms": (lambda: _("Rooms"), 41),
}


def _number(key: str, label: Callable[[], str], most: int) -> Number:
    least = 1 if key in {"halves", "talk", "rooms"} else 0
    made = Number(name=f"pattern_{key}", label=label, least=least, most=most, step=5 if most > 41 else 1)
    made.setKeyboardTracking(True)
    return made


def _day_text(day: dt.date) -> Callable[[], str]:
    return lambda: day_words(day)


def _days_of(frame: Frame) -> list[dt.date]:
    first = frame.card.starts_on
    return [first] if first else [dt.datetime.now().astimezone().date()]
