"""Rows of a delegation sheet before they have a place: a member with travel, tasks and what is handed over."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.characters import keep_together, spread
from forumplanner.documents.typesetting.pen import Block, Pen, Style
from forumplanner.domain.colours import GREY, HAIR, INK, SIGNAL, SIGNAL_TINT
from forumplanner.domain.times import clock, day_brief
from forumplanner.snapshots.delegation_sheet import SheetPerson, SheetTask, SheetTrip
from forumplanner.snapshots.paper import Lines

LEFT, RIGHT = 14.0, 283.0
NUMBER_X, NAME_X, ARRIVAL_X, DEPARTURE_X, TASKS_X, GIVEN_X = 14.0, 29.0, 91.0, 131.0, 171.0, 243.0
"""Where the columns begin on A4 landscape, mm."""

PADDING: Final = 1.7
INSET: Final = 1.2
_BOX = 2.7
_SIDE, _UNDER = 20.0, 5.0
"""From one box to be ticked to the one beside it and to the one under it, mm."""

_ABREAST = 2
"""So many boxes stand beside each other."""

_TASKS = 5
"""So many tasks are printed; the personal itinerary has all."""

_NAME = Sizes((10.2, 12.8), (8.6, 11), bold=True, colour_second=INK)
_POST = Sizes((7.8, 10.4), (7.4, 9.8), colour=GREY)
_TIME = Sizes((9.2, 11.6), (9.2, 11.6), bold=True)
_SMALL = Sizes((7.8, 10.2), (7.8, 10.2), colour=GREY)
_TASK = Sizes((8, 10.8), (7.4, 9.8), colour_second=GREY)
_HANDED = ("Badge", "Bag", "Key")
"""What every member is handed; ticked by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One member, set; `arrival` and `departure` with whether they are marked as exceptions."""

    number: Block
    name: Stack
    arrival: tuple[Stack, bool]
    departure: tuple[Stack, bool]
    tasks: Stack
    handed: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Its height with the white around it, mm."""
        cells = (self.name, self.arrival[0], self.departure[0], self.tasks)
        boxes = (len(self.handed) - 1) // _ABREAST * _UNDER + _BOX if self.handed else 0.0
        return 2 * PADDING + max(self.number.height, boxes, *(height_of(stack) for stack in cells))


def set_row(setting: Setting, person: SheetPerson, where: str) -> Row:
    """Set everything that a member's row says; who doesn't come in person is handed nothing."""
    number = Style(9, 11, bold=True, lang="en")
    small = setting.style(Sizes((7.8, 10), (7.8, 10)), 0)
    here = f"{where} {person.shown}"
    return Row(
        number=setting.pen.block(person.number or "–", number),
        name=_name(setting, person, here),
        arrival=_travel(setting, person, person.arrival, here, marked=person.apart),
        departure=_travel(setting, person, person.departure, here, marked=False),
        tasks=_tasks(setting, person, here),
        handed=() if person.away or person.online else tuple(_handed(setting, small)),
    )


def _name(setting: Setting, person: SheetPerson, where: str) -> Stack:
    """Name in each language, then role and post in each."""
    width = ARRIVAL_X - NAME_X - 3.0
    names = person.names if any(person.names) else (person.shown,) * len(setting.languages)
    stack: Stack = []
    for place, text in setting.printed(names):
        style = setting.style(_NAME, place)
        shown = spread(text) if setting.tongues[place].chinese else text
        shown_style = style._replace(colour=GREY) if person.away else style
        stack.append((0.5 if stack else 0.0, setting.block(shown, shown_style, width, where)))
    posts = tuple(_joined(setting, n, person.role, person.post) for n in range(len(setting.languages)))
    if post := "\u3000".join(text for _place, text in setting.printed(posts)):
        stack.append((0.6, setting.block(post, setting.style(_POST, 0), width, where)))
    return stack


def _joined(setting: Setting, place: int, role: Lines, post: Lines) -> str:
    chinese = setting.languages[place].startswith("zh")
    parts = (role[place] if place < len(role) else "", post[place] if place < len(post) else "")
    said = parts if parts[0].casefold() != parts[1].casefold() else parts[:1]
    return ("，" if chinese else ", ").join(filter(None, said))


def _travel(
    setting: Setting, person: SheetPerson, trip: SheetTrip | None, where: str, *, marked: bool
) -> tuple[Stack, bool]:
    width = DEPARTURE_X - ARRIVAL_X - 3.0
    if person.away or person.online:
        words = setting.one_line(setting.words("declined") if person.away else person.online)
        return [(0.0, setting.block(words, setting.style(_SMALL, 0), width, where))], False
    if trip is None or (trip.day is None and not trip.as_written):
        style = setting.style(_SMALL, 0)._replace(colour=SIGNAL)
        return [(0.0, setting.block(setting.one_line(setting.words("not given")), style, width, where))], True
    first = moment(setting, trip.day, trip.start) or trip.as_written
    stack: Stack = [(0.0, setting.block(first, setting.style(_TIME, 0), width, where))]
    if under := "\u3000".join(filter(None, (trip.carrier, trip.place))):
        stack.append((0.5, setting.block(under, setting.style(_SMALL, 0), width, where)))
    return stack, marked or trip.day is None


def moment(setting: Setting, day: dt.date | None, start: int | None, place: int | None = None) -> str:
    """Day and time: 11月13日 13 Nov 14:05; in the language at `place` alone: 13 Nov 14:05.

    After midnight it is the next day's date.
    """
    if day is not None and start is not None and start >= 24 * 60:
        day, start = day + dt.timedelta(days=1), start - 24 * 60
    tags = setting.languages if place is None else setting.languages[place : place + 1]
    days = tuple(day_brief(day, tag) if day else "" for tag in tags)
    said = setting.one_line(days) if place is None else days[0]
    return " ".join(filter(None, (said, clock(start) if start is not None else "")))


def _tasks(setting: Setting, person: SheetPerson, where: str) -> Stack:
    width = GIVEN_X - TASKS_X - 4.0
    if not person.tasks:
        words = setting.one_line(setting.words("With the delegation")) if not (person.away or person.online) else "–"
        return [(0.0, setting.block(words, setting.style(_SMALL, 0), width, where))]
    stack: Stack = []
    for task in person.tasks[:_TASKS]:
        lines = tuple(_task(setting, task, place) for place in range(len(setting.languages)))
        for place, text in setting.printed(lines):
            gap = 0.9 if place == 0 else 0.5
            stack.append((gap if stack else 0.0, setting.block(text, setting.style(_TASK, place), width, where)))
    if len(person.tasks) > _TASKS:
        more = setting.one_line(setting.words("and {n} more", n=len(person.tasks) - _TASKS))
        stack.append((0.7, setting.block(more, setting.style(_SMALL, 0), width, where)))
    return stack


def _task(setting: Setting, task: SheetTask, place: int) -> str:
    """When, as what, what, where, in the language at that place."""
    chinese = setting.languages[place].startswith("zh")
    role, title, room = (lines[place] if place < len(lines) else "" for lines in (task.role, task.title, task.room))
    title = title or setting.best(task.title)
    what = ("：" if chinese else ": ").join(filter(None, (role, title)))
    placed = ("，" if chinese else ", ").join(filter(None, (what, keep_together(room or setting.best(task.room)))))
    return "  ".join(filter(None, (moment(setting, task.day, task.start, place), placed)))


def _handed(setting: Setting, style: Style) -> list[Block]:
    width = _SIDE - _BOX - 1.4
    return [setting.pen.block(setting.one_line(setting.words(text)), style, width) for text in _HANDED]


def draw_row(setting: Setting, row: Row, y: float) -> None:
    """Draw a row with its top at y, a hairline below it."""
    pen, top = setting.pen, y + PADDING
    for (_stack, marked), left, right in (
        (row.arrival, ARRIVAL_X, DEPARTURE_X),
        (row.departure, DEPARTURE_X, TASKS_X),
    ):
        if marked:
            pen.rect(left, y + 0.3, right - left - 1.0, row.height - 0.6, SIGNAL_TINT)
    pen.draw(row.number, NUMBER_X + INSET, top)
    draw_stack(pen, row.name, NAME_X + INSET, top)
    draw_stack(pen, row.arrival[0], ARRIVAL_X + INSET, top)
    draw_stack(pen, row.departure[0], DEPARTURE_X + INSET, top)
    draw_stack(pen, row.tasks, TASKS_X + INSET, top)
    for place, block in enumerate(row.handed):
        left = GIVEN_X + INSET + place % _ABREAST * _SIDE
        under = top + place // _ABREAST * _UNDER
        tick_box(pen, left, under)
        pen.draw(block, left + _BOX + 0.9, under)
    pen.rule(LEFT, y + row.height, RIGHT - LEFT, 0.35, HAIR)


def tick_box(pen: Pen, x: float, y: float) -> None:
    """An empty square to be ticked by hand."""
    for top in (y, y + _BOX):
        pen.rule(x, top, _BOX, 0.6, INK)
    for left in (x, x + _BOX):
        pen.upright(left, y, _BOX, 0.6, INK)
