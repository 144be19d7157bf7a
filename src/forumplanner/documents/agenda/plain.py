"""A session at a glance that has its time to itself: title, place, what happens, who leads, the talks of keynotes."""

from collections.abc import Sequence
from typing import NamedTuple

from forumplanner.documents.agenda.cards import BAR, GROUND
from forumplanner.documents.agenda.rows import Stack, person_names
from forumplanner.documents.agenda.sheet import Job, Pair, draw_stack, height_of
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.fit import NOMINAL_ASCENT
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, INK, ON_ACCENT, ON_ACCENT_SECOND, tint
from forumplanner.domain.kinds import SessionKind
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaItem, AgendaSession
from forumplanner.snapshots.paper import Lines

_LINE_GAP = 2.0
_FULL = frozenset({SessionKind.OPENING, SessionKind.BANQUET, SessionKind.RECEPTION})
_TINTED = frozenset({SessionKind.KEYNOTES, SessionKind.WORK_MEETING, SessionKind.ROUND_TABLE})
_MOST_ENTRIES = 8


class Look(NamedTuple):
    """Colours of a block: ground, text, second language, and the bar at its left ("" for none)."""

    ground: str
    text: str
    second: str
    bar: str


class Plain:
    """A session that has its time to itself."""

    def __init__(self, job: Job, session: AgendaSession, box: tuple[float, float], *, brief: bool) -> None:
        """Set it for a box of (left edge, width) mm; `brief` leaves the talks of keynotes out."""
        self._x, width = box
        self._job = job
        self._width = width
        self._look = look_of(job, session)
        self._inset = 3.0 + (BAR + 0.4 if self._look.bar else 0.0)
        room = width - self._inset - 3.0
        side = Pair(Style(8.6, 11, lang=job.tongues[0].tag), Style(7.6, 10, lang=job.tongues[-1].tag))
        self._side = job.row(
            place_lines(job, session.rooms, floors=True), side.coloured(self._look.text, self._look.second)
        )
        taken = sum(job.pen.width(text, style) for text, style in self._side) + 6.0 if self._side else 0.0
        self._title = self._head(session, room - taken)
        self._lines = self._body(session, room)
        self._entries = _entries(job, session, room) if session.kind is SessionKind.KEYNOTES and not brief else []
        body = sum(line.gap + line.blocks[0].height for line in self._lines) + _entries_height(self._entries)
        self.needs = 2.6 + self._title_height + body + 2.8

    def _pair(self, first: float, second: float, *, bold: bool = False) -> Pair:
        job, look = self._job, self._look
        return Pair(
            Style(first, first * 1.36, bold=bold, colour=look.text, lang=job.tongues[0].tag, title=bold),
            Style(second, second * 1.3, colour=look.second, lang=job.tongues[-1].tag),
        )

    def _head(self, session: AgendaSession, room: float) -> Stack:
        """Title: both languages on one line where they fit, else one under the other."""
        job, pair = self._job, self._pair(12, 10, bold=True)
        title = session_title(job, session)
        self._row = job.row(title, pair)
        if sum(job.pen.width(text, style) for text, style in self._row) + 2.4 <= room:
            self._title_height = pair.first.size / MM
            return []
        stack = job.stack(title, pair, room, title[0], gap=0.8)
        self._title_height = height_of(stack)
        return stack

    def _body(self, session: AgendaSession, room: float) -> "list[_BodyLine]":
        """Summary, else what happens; then who leads it; then who may come."""
        job = self._job
        body: list[_BodyLine] = []
        for lines in (_summary(job, session), _leaders(job, session), session.access_label):
            pair = self._pair(9.4, 8.4)
            parts = job.row(lines, pair) if lines else []
            if not parts:
                continue
            if sum(job.pen.width(text, style) for text, style in parts) + 2.0 <= room and len(parts) > 1:
                body.append(_BodyLine(_LINE_GAP, [job.block(text, style, 0.0, text) for text, style in parts]))
                continue
            for n, (text, style) in enumerate(parts):
                body.append(_BodyLine(0.9 if n else _LINE_GAP, [job.block(text, style, room, text)]))
        return body

    def draw(self, pen: Pen, y: float, height: float) -> None:
        """Draw into a height, from the top."""
        look = self._look
        pen.rect(self._x, y, self._width, height, look.ground)
        if look.bar:
            pen.rect(self._x, y, BAR, height, look.bar)
        x = self._x + self._inset
        tight = min(2.6, max(1.2, (height - self.needs) / 2 + 2.6))
        y += tight
        if self._side:
            pen.row(0, y + 0.5, *self._side, gap=1.4, right=self._x + self._width - 3.0)
        if self._title:
            y = draw_stack(pen, self._title, x, y)
        else:
            pen.row(x, y, *self._row, gap=2.2)
            y += self._title_height
        for line in self._lines:
            y += line.gap
            _draw_line(pen, line.blocks, x, y)
            y += line.blocks[0].height
        _draw_entries(pen, self._entries, x, y, self._width - self._inset - 3.0)


class _BodyLine(NamedTuple):
    """Blocks side by side on one baseline: one language, or both where they have room; the gap above, mm."""

    gap: float
    blocks: list[Block]


def _draw_line(pen: Pen, blocks: Sequence[Block], x: float, y: float) -> None:
    for block in blocks:
        lower = (blocks[0].style.size - block.style.size) * NOMINAL_ASCENT / MM
        pen.draw(block, x, y + lower)
        x += block.width + 2.0


def look_of(job: Job, session: AgendaSession) -> Look:
    """Ceremonies in full colour, keynotes and meetings on a tint, the rest on grey."""
    accent = job.paper.accent
    if session.kind in _FULL:
        return Look(accent, ON_ACCENT, ON_ACCENT_SECOND, "")
    if session.kind in _TINTED:
        return Look(tint(accent, 0.11), INK, GREY, accent)
    return Look(GROUND, INK, GREY, accent)


def _summary(job: Job, session: AgendaSession) -> Lines:
    """What a session is about: its summary, else the kinds of its items, each once. Keynotes list their talks."""
    if any(session.summary):
        return session.summary
    items = [item for part in session.parts for item in part.items if not item.is_break]
    if session.kind is SessionKind.KEYNOTES or not items:
        return ()
    return tuple(
        ("\u3000" if tag.startswith("zh") else " · ").join(dict.fromkeys(item.kind_label[place] for item in items))
        for place, tag in enumerate(job.paper.languages)
    )


def _leaders(job: Job, session: AgendaSession) -> Lines:
    """Who leads: role and names, for sessions that list no talks."""
    people = [person for part in session.parts for person in part.chairs]
    if not people or session.kind is SessionKind.KEYNOTES:
        return ()
    label = people[0].role_label
    names = [person_names(job, person)[0] for person in people]
    return tuple(
        f"{label[place]}\u3000{'、'.join(filter(None, (n[place] for n in names)))}"
        if tag.startswith("zh")
        else f"{label[place]}: {', '.join(filter(None, (n[place] for n in names)))}"
        for place, tag in enumerate(job.paper.languages)
    )


class _Entry(NamedTuple):
    time: str
    stack: Stack
    style: Style


def _entries(job: Job, session: AgendaSession, room: float) -> list[_Entry]:
    """The talks of a keynote session in two columns; too many of them are left to the day's page."""
    items = [item for part in session.parts for item in part.items if not item.is_break]
    if len(items) > _MOST_ENTRIES:
        return []
    return [_entry(job, item, room / 2 - 3.0 - 12.5) for item in items]


def _entry(job: Job, item: AgendaItem, width: float) -> _Entry:
    first, last = job.tongues[0].tag, job.tongues[-1].tag
    pair = Pair(Style(9, 12, lang=first), Style(7.8, 10, colour=GREY, lang=last))
    names = [person_names(job, person)[0] for person in item.people[:2]]
    title = item.title if any(item.title) else item.kind_label
    lines = []
    for place, tag in enumerate(job.paper.languages):
        who = ("、" if tag.startswith("zh") else ", ").join(filter(None, (n[place] for n in names)))
        both = place == job.tongues[0].place
        if tag.startswith("zh"):
            lines.append("\u3000".join(filter(None, (who, title[place] if both or not who else ""))))
        else:
            lines.append(": ".join(filter(None, (who, title[place] if both or not who else ""))))
    start = clock(item.start) if item.start is not None else ""
    return _Entry(start, job.stack(tuple(lines), pair, width, start, gap=0.5), Style(8.4, 8.4, bold=True, lang=first))


def _entries_height(entries: Sequence[_Entry]) -> float:
    rows = [entries[n : n + 2] for n in range(0, len(entries), 2)]
    return sum(max(height_of(entry.stack) for entry in row) + 1.9 for row in rows) + (0.8 if rows else 0.0)


def _draw_entries(pen: Pen, entries: Sequence[_Entry], x: float, y: float, width: float) -> None:
    y += 0.8
    for n in range(0, len(entries), 2):
        row = entries[n : n + 2]
        y += 1.9
        for column, entry in enumerate(row):
            left = x + column * width / 2
            pen.text(entry.time, left, y + 0.2, entry.style)
            draw_stack(pen, entry.stack, left + 11.0, y)
        y += max(height_of(entry.stack) for entry in row)
