"""Rows of an itinerary before they have a place: time, what it is and what the person does there, where."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import Block, Style
from forumplanner.domain.colours import GREY, HAIR, INK
from forumplanner.domain.kinds import Direction
from forumplanner.domain.labels import label
from forumplanner.domain.names import HAN
from forumplanner.domain.times import clock, day_long
from forumplanner.i18n import in_language
from forumplanner.snapshots.itinerary import Stop, StopKind
from forumplanner.snapshots.paper import Lines

LEFT, RIGHT = 11.0, 137.0
TITLE_X: Final = 27.0
TITLE_WIDTH: Final = 68.0
PLACE_WIDTH: Final = 39.0
_BETWEEN: Final = 3.0
"""Columns of A5 portrait, mm: time, what, and where from the right margin, with white between the last two."""

HUNG: Final = 2.4
"""So far a row with an own task stands out on both sides, mm."""

ROOMY, TIGHT = 1.7, 0.9
"""White above and below a row's texts, mm; the second where it spares a page."""

DAY_HEIGHT: Final = 5.8
"""A day's head with its rule, mm."""

_TIME = Style(10.2, 12, bold=True, lang="en")
_LOCAL = Style(7.4, 9, colour=GREY, lang="en")
_TITLE = Sizes((9.4, 12.4), (7.8, 10), title=True)
_OWN = Sizes((9.4, 12.4), (7.8, 10), bold=True, colour_second=INK, title=True)
_PLACE = Sizes((8.6, 11.4), (7.4, 9.6))
_LINK = Sizes((7.4, 9.6), (7.4, 9.6))
_DAY = Sizes((11, 13), (8.4, 10.4), bold=True)
_SPOKEN: Final = {
    StopKind.SPEECH: "Your {deed}",
    StopKind.TURN: "You give the {deed}",
    StopKind.PART: "You as {deed}",
}
"""What the person does; Chinese has a verb for a turn and a noun for a speech."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row, set; `under`: stands below the time."""

    stop: Stop
    time: Block
    under: Block | None
    what: Stack
    where: Stack

    def height(self, padding: float) -> float:
        """Its height with the white around it, mm."""
        time = self.time.height + (self.under.height + 0.6 if self.under else 0.0)
        return 2 * padding + max(time, height_of(self.what), height_of(self.where))


def set_row(setting: Setting, stop: Stop, accent: str, where: str) -> SetRow:
    """Set everything a row says."""
    what = setting.stack(_what(setting, stop), _OWN if stop.own else _TITLE, TITLE_WIDTH, where, gap=0.5)
    # A short title leaves its room to the place, so that most rows are as low as their languages allow.
    free = RIGHT - TITLE_X - max((block.width for _gap, block in what), default=0.0) - _BETWEEN
    if stop.url:
        style = setting.style(_LINK, 0)._replace(colour=accent, lang="en")
        what.append((0.7, setting.block(stop.url, style, RIGHT - TITLE_X, where)))
    pen = setting.pen
    time = pen.block(clock(stop.start) if stop.start is not None else "–", _TIME)
    said = _under(stop)
    under = pen.block(said, _LOCAL) if said else None
    return SetRow(stop, time, under, what, _where(setting, stop, max(PLACE_WIDTH, free), where))


def _under(stop: Stop) -> str:
    """The person's own clock; or the date where the small hours stand under the day before."""
    if stop.local or stop.day is None or stop.start is None or stop.start < 24 * 60:
        return stop.local
    return f"{stop.day + dt.timedelta(days=1):%m-%d}"


def _what(setting: Setting, stop: Stop) -> Lines:
    """In each language: the session; or what the person gives, does or is; or the journey."""
    if stop.own:
        return tuple(_task(stop, tag, place) for place, tag in enumerate(setting.languages))
    if stop.kind is StopKind.SESSION:
        return stop.title
    chinese = any(tongue.chinese for tongue in setting.tongues)
    return tuple(_journey(stop, tag, place, chinese=chinese) for place, tag in enumerate(setting.languages))


def _task(stop: Stop, tag: str, place: int) -> str:
    """您的报告：复燃风险（20分钟） / Your Report: Risk of resurgence, 20 min; nothing is said twice."""
    deed, title = stop.deed[place], stop.title[place] or next(filter(None, stop.title), "")
    said = in_language(tag, _SPOKEN[stop.kind], deed=deed)
    if title and title.casefold() != deed.casefold():
        said = f"{said}{'：' if tag.startswith('zh') else ': '}{title}"
    return in_language(tag, "{task}, {n} min", task=said, n=stop.minutes) if stop.minutes else said


def _journey(stop: Stop, tag: str, place: int, *, chinese: bool) -> str:
    """抵达昆明长水机场 / Arrival: a place known in Chinese only stands in the Chinese line, if there is one."""
    arrives = stop.kind is StopKind.ARRIVAL
    name = stop.place[place] if place < len(stop.place) else ""
    if not name or (chinese and not tag.startswith("zh") and HAN.search(name)):
        return label(Direction.ARRIVAL if arrives else Direction.DEPARTURE, tag)
    return in_language(tag, "Arrival at {place}" if arrives else "Departure from {place}", place=name)


def _where(setting: Setting, stop: Stop, width: float, where: str) -> Stack:
    if stop.kind in {StopKind.ARRIVAL, StopKind.DEPARTURE}:
        style = setting.style(_PLACE, 0)
        texts = filter(None, (stop.carrier, "" if stop.start is not None else stop.as_written))
        return [(0.5 if n else 0.0, setting.block(text, style, width, where)) for n, text in enumerate(texts)]
    return setting.stack(stop.place, _PLACE, width, where, gap=0.5)


def draw_row(setting: Setting, row: SetRow, y: float, padding: float, tint: str, *, last: bool) -> None:
    """Draw a row with its top at y; a hairline parts it from the next one, a tint hung out marks an own task."""
    pen, height = setting.pen, row.height(padding)
    if row.stop.own:
        pen.rect(LEFT - HUNG, y, RIGHT - LEFT + 2 * HUNG, height, tint)
    elif not last:
        pen.rule(LEFT, y + height, RIGHT - LEFT, 0.35, HAIR)
    end = pen.draw(row.time, LEFT, y + padding)
    if row.under:
        pen.draw(row.under, LEFT, end + 0.6)
    draw_stack(pen, row.what, TITLE_X, y + padding)
    draw_stack(pen, row.where, 0.0, y + padding, right=RIGHT)


def draw_day(setting: Setting, day: dt.date | None, y: float, *, again: bool) -> None:
    """The head of a day over its rule; `again` where the day goes on from the page before."""
    pen = setting.pen
    said = tuple(_day_words(day, tag) for tag in setting.languages)
    parts = setting.row(said, _DAY)
    if again:
        parts.append((setting.one_line(setting.words("(cont.)")), setting.style(_DAY, 1 if len(parts) > 1 else 0)))
        parts[-1] = (parts[-1][0], parts[-1][1]._replace(size=8.4, bold=False, colour=GREY))
    pen.row(LEFT, y, *parts, gap=1.8)
    pen.rule(LEFT, y + DAY_HEIGHT - 1.0, RIGHT - LEFT, 0.9, INK)


def _day_words(day: dt.date | None, tag: str) -> str:
    """11月13日　星期五 / Friday, 13 November; the year stands in the footer's issue."""
    if day is None:
        return in_language(tag, "Time not known yet")
    if tag.startswith("zh"):
        return day_long(day, tag).partition("年")[2].replace("（", "\u3000").removesuffix("）")
    return day_long(day, tag).removesuffix(f" {day.year}")
