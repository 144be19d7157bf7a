"""The cover's picture is the programme itself: a bar a session or talk, width = minutes, a row a parallel forum."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forumplanner.documents.agenda.days import grouped
from forumplanner.documents.agenda.sheet import RIGHT, Job
from forumplanner.documents.typesetting.pen import Pen, Style
from forumplanner.domain.colours import ACCENT, AMBER, GREY, ON_ACCENT_SECOND
from forumplanner.domain.kinds import SessionKind
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession

_TOP, _HEIGHT = 47.0, 43.0
_LABELS = 42.0
_LABELS_END = 204.0
"""Where the last label ends at the latest, mm: nearer to the edge printers can't print."""

_GAP = 0.9
_BETWEEN_DAYS = 2.4
_SHORTEST = 6.0
_HIGHLIGHTS = 4
_CEREMONIES = frozenset({SessionKind.OPENING, SessionKind.CLOSING, SessionKind.BANQUET, SessionKind.RECEPTION})
_DARK, _LIGHT = "#1C6472", "#2F8190"
_OFFICE_DARK, _OFFICE_LIGHT = "#DCE7E9", "#B7CDD2"


class _Tones(NamedTuple):
    plain: str
    ceremony: str
    highlight: str
    label: str


class _Axis(NamedTuple):
    """Where a minute of the day lies: the left edge (mm), the first minute, millimetres a minute."""

    left: float
    first: int
    scale: float

    def at(self, minute: int) -> float:
        return self.left + (minute - self.first) * self.scale


def draw_artwork(job: Job, pen: Pen, x: float, *, office: bool) -> None:
    """Draw the days that have times, one under the other on one axis; without times the field stays quiet."""
    days = [(day, span) for day in job.paper.days if (span := _span(day))]
    if not days:
        return
    first, last = min(span[0] for _day, span in days), max(span[1] for _day, span in days)
    axis = _Axis(x, first, ((RIGHT if office else 210.0) - x) / (last - first))
    tones = _tones(job.paper.accent, office=office)
    weights = [_weight(day) for day, _its_span in days]
    unit = (_HEIGHT - _BETWEEN_DAYS * (len(days) - 1)) / sum(weights)
    labelled: set[int] = set()
    y = _TOP
    for (day, _its_span), weight in zip(days, weights, strict=True):
        _draw_day(pen, day, axis, (y, unit * weight), tones)
        labelled |= {s.start for s in _timed(day) if s.start is not None}
        y += unit * weight + _BETWEEN_DAYS
    _labels(job, pen, axis, sorted(labelled), tones)


def _weight(day: AgendaDay) -> int:
    """A day of parallel forums gets more of the height than one of a single row."""
    return 1 + max(len(group) for group in grouped(_timed(day)))


def _labels(job: Job, pen: Pen, axis: _Axis, starts: list[int], tones: _Tones) -> None:
    """Starts over the picture, as many as have room."""
    style = Style(6.6, 6.6, colour=tones.label, lang=job.tongues[0].tag)
    end = 0.0
    for start in starts:
        left = axis.at(start)
        text = clock(start).removesuffix(":00")
        right = left + pen.width(text, style)
        if left > end + 2.5 and right <= _LABELS_END:
            pen.text(text, left, _LABELS, style)
            end = right


def _tones(accent: str, *, office: bool) -> _Tones:
    if office:
        light, lighter = (
            (_OFFICE_LIGHT, _OFFICE_DARK) if accent == ACCENT else (_mixed(accent, 0.3), _mixed(accent, 0.14))
        )
        return _Tones(lighter, light, accent, GREY)
    dark, light = (_DARK, _LIGHT) if accent == ACCENT else (_mixed(accent, 0.9), _mixed(accent, 0.78))
    return _Tones(dark, light, AMBER, ON_ACCENT_SECOND)


def _mixed(colour: str, share: float) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - c) * share):02X}" for c in channels)


def _timed(day: AgendaDay) -> tuple[AgendaSession, ...]:
    """Sessions that last: breaks stay empty, and what ends before it starts is a mistake for the checks to find."""
    return tuple(
        s for s in day.sessions if s.start is not None and s.end is not None and s.end > s.start and not s.is_break
    )


def _span(day: AgendaDay) -> tuple[int, int] | None:
    timed = _timed(day)
    if not timed:
        return None
    first, last = min(s.start or 0 for s in timed), max(s.end or 0 for s in timed)
    return (first, last) if last > first else None


def _draw_day(pen: Pen, day: AgendaDay, axis: _Axis, band: tuple[float, float], tones: _Tones) -> None:
    y, height = band
    for group in grouped(_timed(day)):
        pitch = (height + 1.0) / len(group)
        for row, session in enumerate(group):
            _session(pen, session, axis, (y + row * pitch, pitch - 1.0), tones, row, parallel=len(group) > 1)


def _session(
    pen: Pen,
    session: AgendaSession,
    axis: _Axis,
    band: tuple[float, float],
    tones: _Tones,
    row: int,
    *,
    parallel: bool,
) -> None:
    y, height = band
    if not parallel:
        tone = tones.ceremony if session.kind in _CEREMONIES else tones.plain
        left = axis.at(session.start or 0)
        width = axis.at(session.end or 0) - left
        at_edge = left + width > 209.0
        pen.rect(left, y, width if at_edge else max(width - _GAP, 0.6), height, tone)
        return
    bars = list(_bars(session, axis.scale))
    bright = (2 * row + 1) % len(bars) if row < _HIGHLIGHTS - (len(bars) < 2) else -1
    for n, (start, end) in enumerate(bars):
        left, width = axis.at(start), (end - start) * axis.scale
        pen.rect(left, y, max(width - _GAP, 0.6), height, tones.highlight if n == bright else tones.ceremony)


def _bars(session: AgendaSession, scale: float) -> Iterator[tuple[int, int]]:
    """Talks of a parallel forum as bars; what is too short to be seen joins the next."""
    spans: Sequence[tuple[int, int]] = [
        (item.start, item.end)
        for part in session.parts
        for item in part.items
        if not item.is_break and item.start is not None and item.end is not None and item.end > item.start
    ]
    if not spans:
        yield session.start or 0, session.end or 0
        return
    start, end = spans[0]
    for begins, ends in spans[1:]:
        if (end - start) * scale < _SHORTEST and begins <= end:
            end = ends
            continue
        yield start, end
        start, end = begins, ends
    yield start, end
