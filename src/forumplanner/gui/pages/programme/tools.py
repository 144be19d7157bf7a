"""The row of tools above the programme list: the day, what to narrow to, folding, details."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from forumplanner.gui import reading
from forumplanner.gui.pages.programme.rows import Found, Sieve, View, build, foldable, lacks, stale
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button, Chip, Segmented
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import FilterChip
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.programme import Programme

ALL = "all"
BOARD, LIST = "board", "list"
UNDATED = "undated"
_MOST_DAYS = 5
_NARROW = 1000


_TIPS: dict[Sieve, Text] = {
    Sieve.FINDINGS: lambda: _("Sessions of all days that have any finding"),
    Sieve.MISSING: lambda: _("Sessions of all days in which a title lacks a language"),
    Sieve.REVIEW: lambda: _("Sessions of all days in which a title's translation needs review"),
}


class ProgrammeTools(Toolbar):
    """`asked(View)` when another day or filter was chosen; `shaped(BOARD or LIST)`; `zoomed(steps)`."""

    asked = Signal(object)
    shaped = Signal(str)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__(name="programmeTools")
        self._view = View()
        self._programme = Programme("", (), "UTC")
        self._days: tuple[dt.date | None, ...] = ()
        self._folded = self._narrow = False
        self.days = Segmented([(ALL, lambda: _("All"))], name="programmeDays", label=lambda: _("Day"))
        shapes: list[tuple[str, Text]] = [(BOARD, lambda: _("Board")), (LIST, lambda: _("List"))]
        self.shapes = Segmented(shapes, name="programmeShape", label=lambda: _("Board or list"))
        self.out = Button(
            "", name="programmeZoomOut", kind="icon", icon="zoom-out", tip=lambda: _("Show more hours"), key="Ctrl+-"
        )
        self.percent = Label("60%", role="muted", name="programmeZoom")
        self.into = Button(
            "", name="programmeZoomIn", kind="icon", icon="zoom-in", tip=lambda: _("Show fewer hours"), key="Ctrl++"
        )
        self.sieves = {sieve: Chip("", name=f"programme_{sieve}") for sieve in Sieve}
        for sieve, chip in self.sieves.items():
            chip.set_tip(_TIPS[sieve])
        self.rooms = FilterChip(lambda: _("Room"), self._room_choices, name="programmeRooms")
        self.fold = Button("", name="programmeFold", kind="ghost", icon="list-tree", tip=self._fold_words, small=True)
        self.shift = Button(
            "",
            name="programmeShift",
            kind="ghost",
            icon="between-vertical-start",
            tip=lambda: _("This and what follows in the room, 5 minutes later; earlier with Up"),
            key="Ctrl+Shift+Down",
            small=True,
        )
        self.pattern = Button(
            "",
            name="programmePattern",
            kind="icon",
            icon="calendar-plus",
            tip=lambda: _("Day from a pattern"),
            key="Ctrl+Shift+D",
        )
        self.paper = Button(
            "", name="programmePrint", kind="icon", icon="printer", tip=lambda: _("Print the agenda"), key="Ctrl+P"
        )
        self.details = Button(
            "", name="programmeShowDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.add(self.days, self.shapes, *self.sieves.values(), self.rooms)
        self.stretch()
        self.add(self.fold, self.shift, self.out, self.percent, self.into, self.pattern, self.paper, self.details)
        self.shapes.picked.connect(self.shaped)
        self.out.clicked.connect(lambda _checked: self.zoomed.emit(-1))
        self.into.clicked.connect(lambda _checked: self.zoomed.emit(1))
        self.days.picked.connect(self._pick_day)
        for sieve, chip in self.sieves.items():
            chip.clicked.connect(lambda _on=False, sieve=sieve: self._flip(sieve))
        self.rooms.flipped.connect(lambda key, on: self._narrow_to(key if on else ""))
        self.rooms.cleared.connect(lambda: self._narrow_to(""))

    def show_view(self, view: View, programme: Programme, found: Found) -> None:
        """Show what is on, and how much each filter would leave."""
        self._view, self._programme = view, programme
        undated = (None,) if any(session.day is None for session in programme.sessions) or view.undated else ()
        self._show_days((*programme.days[:_MOST_DAYS], *undated), view)
        counts = self._counts(programme, found)
        for sieve, chip in self.sieves.items():
            chip.set_text(_words(sieve, counts[sieve], programme.languages))
            chip.setChecked(sieve in view.sieves)
            chip.recolour()
        room = next((room for room in programme.rooms if room.id == view.room), None)
        words = reading.words(room.name, programme.languages) if room else ""
        self.rooms.show_on(frozenset({view.room} if room else ()), words)
        every = foldable(programme)
        self._folded = bool(every) and view.folded >= every
        self._name_tools()
        self._show_tools()

    def shape(self) -> str:
        """BOARD or LIST."""
        return self.shapes.choice()

    def set_shape(self, shape: str) -> None:
        """Turn one of them on; each has tools that the other has no use for."""
        self.shapes.choose(shape)
        self._show_tools()

    def show_zoom(self, percent: int) -> None:
        """How high an hour is drawn."""
        self.percent.setText(f"{percent}%")

    def _show_tools(self) -> None:
        board = self.shape() == BOARD and not self._view.undated
        for widget in (self.out, self.percent, self.into):
            widget.setVisible(board)
        for widget in (self.fold, *self.sieves.values()):
            widget.setVisible(not board)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room the tools show only their pictures."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._name_tools()

    def _name_tools(self) -> None:
        self.fold.set_tip(self._fold_words)
        self.fold.set_text("" if self._narrow else self._fold_words)
        self.shift.set_text("" if self._narrow else lambda: _("Shift after"))

    def _fold_words(self) -> str:
        return _("Unfold all") if self._folded else _("Fold to sessions")

    def _show_days(self, days: tuple[dt.date | None, ...], view: View) -> None:
        """Buttons are made anew only where the days differ, so that the focus stays."""
        if days != self._days:
            self._days = days
            dated: list[tuple[str, Text]] = [(str(day), _day(day)) for day in days if day]
            undated: list[tuple[str, Text]] = [(UNDATED, lambda: _("No day yet"))] if None in days else []
            self.days.set_choices([*dated, *undated, (ALL, lambda: _("All"))])
        on = str(view.day) if view.day and view.day in days else ALL
        self.days.choose(UNDATED if view.undated else on)

    @staticmethod
    def _counts(programme: Programme, found: Found) -> dict[Sieve, int]:
        rows = build(programme, found, View(sieves=frozenset({Sieve.FINDINGS}), folded=foldable(programme)))
        return {
            Sieve.FINDINGS: sum(row.key.startswith("session:") for row in rows),
            Sieve.MISSING: sum(lacks(session, len(programme.languages)) for session in programme.sessions),
            Sieve.REVIEW: sum(stale(session) for session in programme.sessions),
        }

    def _pick_day(self, key: str) -> None:
        day = None if key in {ALL, UNDATED} else dt.date.fromisoformat(key)
        self.asked.emit(replace(self._view, day=day, undated=key == UNDATED))

    def _flip(self, sieve: Sieve) -> None:
        self.asked.emit(replace(self._view, sieves=self._view.sieves ^ {sieve}))

    def _narrow_to(self, room: str) -> None:
        self.asked.emit(replace(self._view, room=room))

    def _room_choices(self) -> list[tuple[str, str]]:
        return [(room.id, reading.words(room.name, self._programme.languages)) for room in self._programme.rooms]


def _day(day: dt.date) -> Text:
    """A segment says "Sat 24" or "24 周六"."""

    def words() -> str:
        if interface_language() == "zh-Hans":
            return f"{day.day} 周{'一二三四五六日'[day.weekday()]}"
        return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]} {day.day}"

    return words


def _words(sieve: Sieve, number: int, languages: tuple[str, ...]) -> Text:
    usual = languages == ("zh-Hans", "en")
    match sieve:
        case Sieve.FINDINGS:
            return lambda: _("With findings {n}", n=number)
        case Sieve.MISSING:
            return lambda: _("Text missing {n}", n=number) if usual else _("Language missing {n}", n=number)
        case Sieve.REVIEW:
            return lambda: _("Needs review {n}", n=number)
