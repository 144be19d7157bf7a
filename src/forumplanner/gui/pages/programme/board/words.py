"""What a block says: time and code, title, why it clashes, who leads, what it holds; for the eye and for the ear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import BREAK_ITEMS, Access, Severity
from forumplanner.gui import reading
from forumplanner.gui.pages.programme import cells
from forumplanner.gui.pages.programme.board.plan import Block, Part
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.findings import Finding, FindingKind, SubjectKind
from forumplanner.snapshots.programme import PartLine, Programme, SessionLine

_CLASHES = frozenset({FindingKind.PERSON_OVERLAP, FindingKind.HEAD_OVERLAP, FindingKind.ROOM_OVERLAP})
_SHARED = frozenset({SubjectKind.PARTICIPANT, SubjectKind.ROOM})


class Ink(StrEnum):
    """What a line of a block is, which decides how it is drawn."""

    NOTE = "note"
    PART = "part"
    ITEM = "item"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Line:
    """One line inside a block; `minute`: where a gap begins, `until` where it ends."""

    ink: Ink
    text: str
    time: str = ""
    minute: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class BlockWords:
    """All words of a block; `reasons`: findings in a few words, the gravest first."""

    time: str
    code: str
    title: str
    lines: tuple[Line, ...] = ()
    reasons: tuple[str, ...] = ()
    grave: bool = False


Owners = Mapping[str, SessionLine]
"""The session of each id: its own and those of its parts and items."""


def owners_of(programme: Programme) -> dict[str, SessionLine]:
    """Which session every session, part and item belongs to."""
    found = {}
    for session in programme.sessions:
        found[session.id] = session
        for part in session.parts:
            found[part.id] = session
            found |= dict.fromkeys((item.id for item in part.items), session)
    return found


def block_words(block: Block, programme: Programme, findings: Sequence[Finding], owners: Owners) -> BlockWords:
    """What a block says to the eye."""
    session = block.session
    time = f"{clock(block.start)}–{clock(block.end)}" if session.end is not None else clock(block.start)
    title = reading.words(session.title, programme.languages) or reading.word(session.kind)
    if block.part is Part.RELAY:
        return BlockWords(time, "", _("Relay · {session}", session=title), (_from(session, programme),))
    return BlockWords(
        time=time,
        code=track_code(session, programme),
        title=title,
        lines=tuple(_lines(session, programme)),
        reasons=tuple(_reason(finding, session, programme, owners) for finding in findings),
        grave=any(finding.severity is Severity.ERROR for finding in findings),
    )


def clock(minute: int) -> str:
    """The clock on the wall; past midnight with a mark."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}" + ("⁺¹" if minute >= 1440 else "")


def track_code(session: SessionLine, programme: Programme) -> str:
    """Such as "Forum B"; "" outside the parallel forums."""
    code = next((track.code for track in programme.tracks if track.id == session.track_id), "")
    return _("Forum {code}", code=code) if code else ""


def spoken(block: Block, programme: Programme, findings: Sequence[Finding]) -> str:
    """A block for the ear: "Forum B, Behaviour and health, Room 302, 13:30 to 17:00, clash: ..."."""
    words = block_words(block, programme, (), {})
    room = room_words(block.session, programme)
    times = _("{start} to {end}", start=clock(block.start), end=clock(block.end))
    told = [words.code, words.title, room, times]
    told += [_("clash: {reason}", reason=finding.message[interface_language()]) for finding in findings]
    return ", ".join(filter(None, told))


def room_words(session: SessionLine, programme: Programme) -> str:
    """The place of a session; "" for none."""
    place = next((room for room in programme.rooms if room.id in session.room_ids[:1]), None)
    return reading.words(place.name if place else session.place, programme.languages)


def _reason(finding: Finding, session: SessionLine, programme: Programme, owners: Owners) -> str:
    """With what it clashes, for how long, and who or which room; else the finding's own words."""
    tag = interface_language()
    others = [owners[subject.id] for subject in finding.subjects if subject.id in owners]
    other = next((found for found in others if found.id != session.id), None)
    shared = next((s.label[tag] for s in finding.subjects if s.type in _SHARED), "")
    if finding.kind in _CLASHES and other is not None and finding.minutes and shared:
        name = track_code(other, programme) or reading.words(other.title, programme.languages)
        return _("Overlaps {session}, {n} min: {who}", session=name, n=finding.minutes, who=shared)
    if finding.minutes:
        return _("{n} min: {reason}", reason=finding.title[tag], n=finding.minutes)
    return finding.title[tag]


def _from(session: SessionLine, programme: Programme) -> Line:
    return Line(Ink.NOTE, _("From {room}", room=room_words(session, programme)))


def _lines(session: SessionLine, programme: Programme) -> list[Line]:
    lines = []
    if note := " · ".join(filter(None, [_access(session), _crowd(session)])):
        lines.append(Line(Ink.NOTE, note))
    if open_ := _open(session):
        lines.append(Line(Ink.NOTE, open_))
    for number, part in enumerate(session.parts, start=1):
        if len(session.parts) > 1 or part.chairs:
            lines.append(Line(Ink.PART, _part(part, number, programme, several=len(session.parts) > 1)))
        for item in part.items:
            title = reading.words(item.title, programme.languages) or reading.word(item.kind)
            if item.kind in BREAK_ITEMS and item.begins is not None and item.minutes:
                until = item.begins + item.minutes
                words = f"{title} {clock(item.begins)}–{clock(until)}"
                lines.append(Line(Ink.GAP, words, "", item.begins, until))
            else:
                lines.append(Line(Ink.ITEM, title, "" if item.begins is None else clock(item.begins), item.begins))
    return lines


def _part(part: PartLine, number: int, programme: Programme, *, several: bool) -> str:
    name = reading.words(part.title, programme.languages) or (_("Part {n}", n=number) if several else "")
    return " · ".join(filter(None, [name, cells.names(part.chairs, programme.languages)]))


def _open(session: SessionLine) -> str:
    """How many who appear have not confirmed, and how many are not named yet."""
    people = [who for part in session.parts for who in (*part.chairs, *(p for i in part.items for p in i.people))]
    unsure = sum(who.provisional for who in people)
    unnamed = sum(who.placeholder for who in people)
    told = ngettext("{n} provisional", "{n} provisional", unsure) if unsure else ""
    missing = ngettext("{n} to be announced", "{n} to be announced", unnamed) if unnamed else ""
    return " · ".join(filter(None, [told, missing]))


def _access(session: SessionLine) -> str:
    return reading.word(session.access) if session.access is not Access.OPEN else ""


def _crowd(session: SessionLine) -> str:
    return ngettext("{n} person expected", "{n} people expected", session.expected) if session.expected else ""
