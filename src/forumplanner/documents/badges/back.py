"""The back of a badge: the day, whom to call, and a foot bar by which front and back are matched after cutting."""

from collections.abc import Iterator

from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.pen import Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import CATEGORY_COLOURS, GREY, INK, SIGNAL, SIGNAL_TINT
from forumplanner.domain.times import clock, day_short
from forumplanner.i18n import in_language
from forumplanner.snapshots.badges import BackDay, BackLine, BadgeBatch, BadgeCard

_WIDTH, _HEIGHT = 90.0, 130.0
"""The size (mm) for which the numbers below are given; larger badges enlarge them."""

_SIDE, _PITCH, _FIRST, _LAST = 6.0, 5.6, 20.4, 88.0
_WHITE = "#FFFFFF"
_SMALLEST_FOOT = 5.2
_EMERGENCY = (("Medical", "120"), ("Police", "110"), ("Fire", "119"))
"""Numbers of the mainland of China."""


class BackDrawer:
    """Draws the backs of one batch."""

    def __init__(
        self, pen: Pen, batch: BadgeBatch, preset: Preset, tongues: tuple[Tongue, ...], inspection: Inspection
    ) -> None:
        self._pen = pen
        self._batch = batch
        self._preset = preset
        self._tongues = tongues
        self._inspection = inspection
        self._factor = min(preset.width / _WIDTH, preset.height / _HEIGHT)
        self._right = preset.width - _SIDE * self._factor

    def draw(self, card: BadgeCard, bleed: float) -> None:
        """Draw the back of a card with its trim's top left at the pen's origin."""
        pen, preset, f = self._pen, self._preset, self._factor
        box = (-bleed, 0.0, preset.width + 2 * bleed, preset.height)
        pen.repeated("badge.back", box, lambda: self._shared(bleed))
        top = preset.height - 6 * f
        colour = CATEGORY_COLOURS[card.category]
        pen.rect(-bleed, top, preset.width + 2 * bleed, 6 * f + bleed, colour)
        y = top + 1.9 * f
        style = self._style(7.4, colour=_WHITE)
        words = [(card.words[t.place], style._replace(bold=True, lang=t.tag)) for t in self._tongues]
        end = pen.row(_SIDE * f, y, *words, gap=0.8)
        name = card.latin or card.zh or card.native
        room = self._right - end - 4
        line = "\u3000".join(filter(None, (card.number, name)))
        if pen.width(line, style) > room:
            style = style.at(max(style.size * room / pen.width(line, style), _SMALLEST_FOOT * f))
        if pen.width(line, style) > room + 0.1:
            line = card.number
        pen.text(line, 0, y, style._replace(lang="en" if card.latin else "zh"), right=self._right)

    def _style(self, size: float, *, bold: bool = False, colour: str = INK, lang: str = "") -> Style:
        size = size * self._factor
        return Style(size, size * 1.3, bold=bold, colour=colour, lang=lang or self._tongues[0].tag)

    def _shared(self, bleed: float) -> None:
        self._programme()
        self._emergency(bleed)
        f, y = self._factor, 114.4 * self._factor
        message = "Please wear at all times. If found, return to the registration desk."
        for n, tongue in enumerate(self._tongues):
            style = self._style(8 if n == 0 else 7.2, colour=INK if n == 0 else GREY, lang=tongue.tag)
            y = (
                self._pen.text(in_language(tongue.tag, message), _SIDE * f, y, style, width=self._right - _SIDE * f)
                + 0.7
            )

    def _programme(self) -> None:
        pen, f = self._pen, self._factor
        days = self._batch.days
        heads = [
            (in_language(tongue.tag, "Programme"), self._style(10 if n else 13, bold=n == 0, lang=tongue.tag))
            for n, tongue in enumerate(self._tongues)
        ]
        heads = [(text, style._replace(colour=GREY) if n else style) for n, (text, style) in enumerate(heads)]
        pen.row(_SIDE * f, 11 * f, *heads, gap=1.8)
        if len(days) == 1:
            pen.text(self._day(days[0]), 0, 12.4 * f, self._style(8.8, bold=True), right=self._right)
        pen.rule(_SIDE * f, 18.4 * f, self._right - _SIDE * f, 0.9, INK)
        y = _FIRST * f
        entries = list(self._entries(days))
        if _FIRST + len(entries) * _PITCH > _LAST:
            entries = [entry for entry in entries if isinstance(entry, BackDay) or not entry.is_break]
        for entry in entries:
            if y + _PITCH * f > _LAST * f:
                self._inspection.note(Trouble.LEFT_OUT, self._preset.code, _text(entry))
                continue
            if isinstance(entry, BackDay):
                pen.text(self._day(entry), _SIDE * f, y + 0.6, self._style(8, bold=True, colour=GREY))
            else:
                self._line(entry, y)
            y += _PITCH * f

    def _entries(self, days: tuple[BackDay, ...]) -> Iterator[BackDay | BackLine]:
        """Days and their lines one under the other; a single day stands in the heading."""
        for day in days:
            if len(days) > 1:
                yield day
            yield from day.lines

    def _day(self, day: BackDay) -> str:
        return " ".join(day_short(day.date, tongue.tag) for tongue in self._tongues)

    def _line(self, line: BackLine, y: float) -> None:
        pen, f = self._pen, self._factor
        first, *others = self._tongues
        if line.start is not None:
            pen.text(clock(line.start), _SIDE * f, y + 0.4, self._style(8.2, bold=True, lang="en"))
        place = line.place[first.place]
        small = self._style(7.2, colour=GREY)
        width = pen.width(place, small) if place else 0.0
        if width > 30 * f:
            place, width = "", 0.0
        if place:
            pen.text(place, 0, y + 0.6, small, right=self._right)
        parts = [(line.title[first.place], self._style(8.6))]
        parts += [(line.title[t.place], self._style(7, colour=GREY, lang=t.tag)) for t in others]
        room = self._right - width - 20 * f - 2
        while len(parts) > 1 and sum(pen.width(text, style) for text, style in parts) + 1.4 > room:
            parts.pop()
        text, style = parts[0]
        natural = pen.width(text, style) if text else 0.0
        if natural > room:
            parts[0] = (text, style.at(max(style.size * room / natural, style.size * 0.7)))
        pen.row(20 * f, y + 0.3, *parts, gap=1.4)

    def _emergency(self, bleed: float) -> None:
        """The strip with the secretariat's telephone; without one there is nothing to show."""
        if not self._batch.phone:
            return
        pen, f, preset = self._pen, self._factor, self._preset
        y = 92 * f
        pen.rect(-bleed, y, preset.width + 2 * bleed, 20 * f, SIGNAL_TINT)
        pen.rect(-bleed, y, 1.8 * f + bleed, 20 * f, SIGNAL)
        heads = [
            (
                in_language(tongue.tag, "Secretariat"),
                self._style(7.2 if n else 8.4, bold=n == 0, colour=SIGNAL, lang=tongue.tag),
            )
            for n, tongue in enumerate(self._tongues)
        ]
        pen.row(_SIDE * f, y + 2.6 * f, *heads, gap=1.4)
        size = 16.0
        while pen.width(self._batch.phone, self._style(size, bold=True)) > 48 * f and size > 8:
            size -= 0.5
        pen.text(self._batch.phone, _SIDE * f, y + 7 * f, self._style(size, bold=True))
        if self._batch.country != "CN":
            return
        at = y + 3 * f
        for message, number in _EMERGENCY:
            words = " ".join(in_language(tongue.tag, message) for tongue in self._tongues)
            style = self._style(8)
            pen.text(number, 0, at, style._replace(bold=True), right=self._right)
            pen.text(words, 0, at, style, right=self._right - 8 * f)
            at += 4.6 * f


def _text(entry: BackDay | BackLine) -> str:
    return entry.date.isoformat() if isinstance(entry, BackDay) else " ".join(entry.title)
