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
_GAP = 0.9
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


def draw_artwork(job: Job, pen: Pen, x: float, *, office: bool) -> None:
    """Draw the days that have times, one under the other; an agenda without times leaves the field quiet."""
    days = [day for day in job.paper.days if _span(day)]
    if not days:
        return
    height = (_HEIGHT - 5.0 * (len(days) - 1)) / len(days)
    right = RIGHT if office else 210.0
    tones = _tones(job.paper.accent, office=office)
    for n, day in enumerate(days):
        _day(job, pen, day, (x, _TOP + n * (height + 5.0), right - x, height), tones)


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


def _day(job: Job, pen: Pen, day: AgendaDay, box: tuple[float, float, float, float], tones: _Tones) -> None:
    first, last = _span(day) or (0, 1)
    x, y, width, height = box
    scale = width / (last - first)
    labelled = -100.0
    for group in grouped(
        tuple(s for s in day.sessions if s.start is not None and s.end is not None and not s.is_break)
    ):
        begins = min(s.start or 0 for s in group)
        left = x + (begins - first) * scale
        if left > labelled + 9.0:
            style = Style(6.6, 6.6, colour=tones.label, lang=job.tongues[0].tag)
            text = clock(begins).removesuffix(":00")
            pen.text(text, left, y - (_TOP - _LABELS), style)
            labelled = left
        pitch = (height + 1.0) / len(group)
        for row, session in enumerate(group):
            _session(
                pen, session, (x, first, scale), (y + row * pitch, pitch - 1.0), tones, row, parallel=len(group) > 1
            )


def _session(
    pen: Pen,
    session: AgendaSession,
    axis: tuple[float, int, float],
    band: tuple[float, float],
    tones: _Tones,
    row: int,
    *,
    parallel: bool,
) -> None:
    x, first, scale = axis
    y, height = band
    if not parallel:
        tone = tones.ceremony if session.kind in _CEREMONIES else tones.plain
        left = x + ((session.start or 0) - first) * scale
        width = ((session.end or 0) - (session.start or 0)) * scale
        at_edge = left + width > 209.0
        pen.rect(left, y, width if at_edge else max(width - _GAP, 0.6), height, tone)
        return
    bars = list(_bars(session, scale))
    bright = (2 * row + 1) % len(bars) if row < _HIGHLIGHTS - (len(bars) < 2) else -1
    for n, (start, end) in enumerate(bars):
        left, width = x + (start - first) * scale, (end - start) * scale
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
