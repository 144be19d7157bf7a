"""A look into one participant's calendar file: its entries as a calendar program lists them, day by day."""

import datetime as dt
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.pages.documents.kinds import CalendarEntry, CalendarPeek
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.cards import Card, EmptyState
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

WIDTH = 620
_TIME = 96


class CalendarSheet(Attentive, QScrollArea):
    """Empty until it is shown what to look into."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendarSheet")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self.setAccessibleName, lambda: _("Preview"))
        self._peek: CalendarPeek | None = None

    def show_peek(self, peek: CalendarPeek) -> None:
        """Show this calendar."""
        self._peek = peek
        self.retranslate()

    def retranslate(self) -> None:
        """Days and counts are words."""
        super().retranslate()
        peek = getattr(self, "_peek", None)
        if peek is not None:
            self.setWidget(_body(peek) if peek.entries else _nothing())


def _body(peek: CalendarPeek) -> QWidget:
    body = QWidget()
    body.setObjectName("calendarBody")
    across = QHBoxLayout(body)
    across.setContentsMargins(24, 20, 24, 20)
    column = QVBoxLayout()
    column.setSpacing(10)
    number = len(peek.entries)
    whose = ngettext("What {name} gets: {n} entry", "What {name} gets: {n} entries", number, name=peek.name)
    column.addWidget(Label(whose, role="lead", name="calendarWhose", wrap=True))
    column.addWidget(Label("\n".join(_facts(peek)), role="small", name="calendarFacts", wrap=True))
    for day, entries in groupby(peek.entries, key=lambda entry: entry.start.date()):
        column.addWidget(_day(day, list(entries)))
    column.addStretch(1)
    holder = QWidget()
    holder.setObjectName("calendarColumn")
    holder.setLayout(column)
    holder.setMaximumWidth(WIDTH)
    across.addStretch(1)
    across.addWidget(holder, 20)
    across.addStretch(1)
    return body


def _facts(peek: CalendarPeek) -> list[str]:
    files = ngettext("One file for {n} participant", "One file for each of {n} participants", peek.files)
    whole = ngettext("one of the whole programme, {n} entry", "one of the whole programme, {n} entries", peek.programme)
    facts = [
        f"{files} · {whole}",
        _("Phones and calendar programs open them; send them by mail or WeChat, or publish them."),
    ]
    if left := peek.left_out:
        facts.append(
            ngettext("{n} session without a time is left out", "{n} sessions without a time are left out", left)
        )
    return facts


def _day(day: dt.date, entries: list[CalendarEntry]) -> Card:
    card = Card(name="calendarDay", margin=14, gap=8)
    card.set_head(_("{weekday}, {day}", weekday=texting.weekday(day), day=texting.day(day)))
    for entry in entries:
        card.column.addLayout(_entry(entry))
    return card


def _entry(entry: CalendarEntry) -> QHBoxLayout:
    """Time at the left; what, where and the person's own part at the right."""
    row = QHBoxLayout()
    row.setSpacing(10)
    time = Label(f"{entry.start:%H:%M}–{entry.end:%H:%M}", role="small", name="calendarTime")
    time.setFixedWidth(_TIME)
    row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(entry.summary, role="strong", name="calendarSummary", wrap=True))
    if entry.location:
        words.addWidget(Label(entry.location, role="small", name="calendarPlace", wrap=True))
    for line in filter(None, entry.note.splitlines()):
        words.addWidget(Label(line, role="note", name="calendarNote", wrap=True))
    row.addLayout(words, 1)
    return row


def _nothing() -> EmptyState:
    return EmptyState(
        lambda: _("No calendar has an entry yet"),
        lambda: _("Give sessions a day, a start and an end; then each participant gets a file."),
        name="calendarWords",
        icon="calendar-check",
    )
