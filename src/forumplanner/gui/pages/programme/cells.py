"""What each cell of the programme list says: times, minutes, titles, people, room and state."""

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum

from forumplanner.domain.kinds import BREAK_SESSIONS, Access, Mode, Severity
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.programme.rows import Row, RowKind, View
from forumplanner.gui.widgets.clock import written
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.findings import FindingKind
from forumplanner.snapshots.programme import AppearanceLine, Programme, SessionLine
from forumplanner.snapshots.wordings import Pair


class Col(IntEnum):
    """The columns of the list."""

    TIME = 0
    MINUTES = 1
    FIRST = 2
    SECOND = 3
    PEOPLE = 4
    ROOM = 5
    STATE = 6


_SHORT_ROLE = 9
"""A longer word for a role stands behind the name, so that a narrow cell cuts the role and not the name."""

Pill = tuple[str, str]
"""Words and tone."""


def text(row: Row, column: Col, programme: Programme) -> str:
    """The words of one cell."""
    match column:
        case Col.TIME:
            found = time(row)
        case Col.MINUTES:
            number = minutes(row)
            found = "" if number is None else str(number)
        case Col.FIRST | Col.SECOND:
            found = title(row).side(column - Col.FIRST)
        case Col.PEOPLE:
            found = people(row, programme.languages)
        case Col.ROOM:
            found = room(row, programme) if row.kind is RowKind.SESSION else ""
        case Col.STATE:
            found = " · ".join(words for words, _tone in pills(row, programme)) or note(row)
    return found


def table(rows: Sequence[Row], programme: Programme, headings: Sequence[str]) -> str:
    """Rows as a table for a spreadsheet; findings are left out."""
    shown = [row for row in rows if row.finding is None]
    lines = ("\t".join(text(row, column, programme) for column in Col) for row in shown)
    return "\n".join(["\t".join(headings), *lines])


def time(row: Row) -> str:
    """A span for sessions and parts, the start for items."""
    if row.kind is RowKind.DAY:
        return day_words(row.day)
    if row.item is not None:
        return written(row.item.begins)
    if row.part is not None:
        return _span(row.part.begins, row.part.ends)
    session = row.session
    return _span(session.start, session.end) if session and row.kind is RowKind.SESSION else ""


def _span(start: int | None, end: int | None) -> str:
    if start is None:
        return "" if end is None else f"–{_wall(end)}"
    return _wall(start) if end is None else f"{_wall(start)}–{_wall(end)}"


def _wall(minutes_: int) -> str:
    """The clock on the wall; past midnight with a mark."""
    clock = f"{minutes_ // 60 % 24:02d}:{minutes_ % 60:02d}"
    return f"{clock}⁺¹" if minutes_ >= 1440 else clock


def day_words(day: dt.date | None) -> str:
    """The heading of a day."""
    if day is None:
        return _("No day yet")
    words = (texting.day(day), texting.weekday(day))
    return " ".join(words) if interface_language() == "zh-Hans" else ", ".join(reversed(words))


def held(sessions: Sequence[SessionLine]) -> str:
    """How many sessions and items these are."""
    items = sum(len(part.items) for session in sessions for part in session.parts)
    words = (ngettext("{n} session", "{n} sessions", len(sessions)), ngettext("{n} item", "{n} items", items))
    return " · ".join(words)


def day_facts(view: View, days: tuple[dt.date, ...]) -> str:
    """The line beside the page's title: the day and which one of the forum it is, or all days."""
    day = view.day
    if view.undated:
        return _("No day yet")
    if day is None:
        return texting.span(days[0], days[-1]) if days else ""
    number = days.index(day) + 1 if day in days else 0
    return " · ".join(filter(None, (day_words(day), _("day {n}", n=number) if number else "")))


def minutes(row: Row) -> int | None:
    """Length as entered for items, as it results for sessions and parts."""
    if row.item is not None:
        return row.item.minutes
    if row.part is not None:
        return _between(row.part.begins, row.part.ends)
    if row.session is not None and row.kind is RowKind.SESSION:
        return _between(row.session.start, row.session.end)
    return None


def _between(start: int | None, end: int | None) -> int | None:
    return None if start is None or end is None else end - start


def title(row: Row) -> Pair:
    """The title that the row shows and edits."""
    if row.item is not None:
        return row.item.title
    if row.part is not None:
        return row.part.title
    return row.session.title if row.session is not None and row.kind is RowKind.SESSION else Pair()


def used(row: Row) -> Pill:
    """How much of a part its items fill, "110 of 110 min", and whether that is too much."""
    part = row.part
    if part is None or row.item is not None or not part.items:
        return ("", "")
    filled = sum(item.minutes or 0 for item in part.items)
    there = _between(part.begins, part.end)
    if there is None:
        return ("", "")
    return (_("{filled} of {room} min", filled=filled, room=there), "danger" if filled > there else "text3")


def people(row: Row, languages: tuple[str, ...]) -> str:
    """Who appears in an item; who leads a part; for a session its chairs, or how many and how many talks."""
    if row.item is not None:
        return names(row.item.people, languages)
    if row.part is not None:
        return names(row.part.chairs, languages)
    if row.session is None or row.kind is not RowKind.SESSION:
        return ""
    return _of_session(row.session, languages)


def _of_session(session: SessionLine, languages: tuple[str, ...]) -> str:
    chairs = [chair for part in session.parts for chair in part.chairs]
    talks = sum(1 for part in session.parts for item in part.items if item.people)
    if len(session.parts) == 1 and chairs:
        role = reading.word(chairs[0].role)
        who = names(chairs, languages)
        return f"{role} {who}" if len(role) <= _SHORT_ROLE else f"{who} · {role}"
    found = []
    if chairs:
        found.append(ngettext("{n} chair", "{n} chairs", len(chairs)))
    if talks:
        found.append(ngettext("{n} talk", "{n} talks", talks))
    return " · ".join(found)


def names(lines: Sequence[AppearanceLine], languages: tuple[str, ...]) -> str:
    """Names for the reader, with a word for roles that need one."""
    return reading.listed(name(line, languages) for line in lines)


def name(line: AppearanceLine, languages: tuple[str, ...]) -> str:
    """One person, institution or placeholder."""
    if line.participant_id:
        return line.name.shown(interface_language())
    if line.institution_id:
        return reading.words(line.institution, languages)
    return reading.words(line.label, languages) or _("To be announced")


def unnamed(row: Row) -> bool:
    """True where only placeholders appear: drawn grey."""
    lines = row.item.people if row.item is not None else (row.part.chairs if row.part is not None else ())
    return bool(lines) and all(line.placeholder for line in lines)


def room(row: Row, programme: Programme) -> str:
    """The place, and a plus for rooms that relay."""
    session = row.session
    if session is None:
        return ""
    found = [known for room_id in session.room_ids for known in programme.rooms if known.id == room_id]
    if not found:
        everyone = _("Everyone") if session.kind in BREAK_SESSIONS and session.day else ""
        return reading.words(session.place, programme.languages) or everyone
    first = reading.words(found[0].name, programme.languages)
    return f"{first} +{len(found) - 1}" if len(found) > 1 else first


def pills(row: Row, programme: Programme) -> list[Pill]:
    """States in words, the gravest first; a cell has room for about two."""
    found: list[Pill] = []
    if row.kind is RowKind.SESSION and row.session is not None:
        found += _session_pills(row, row.session, programme)
    elif row.item is not None:
        found += _item_pills(row)
    if any(title(row).review):
        found.append((_("Needs review"), "warn"))
    return found


def _session_pills(row: Row, session: SessionLine, programme: Programme) -> list[Pill]:
    found: list[Pill] = []
    must = sum(finding.severity is Severity.ERROR for finding in row.found)
    if must:
        found.append((ngettext("{n} conflict", "{n} conflicts", must), "danger"))
    seats = next((r.capacity for r in programme.rooms if session.room_ids and r.id == session.room_ids[0]), None)
    if session.expected and seats and session.expected > seats:
        found.append((_("{expected} / {seats} seats", expected=session.expected, seats=seats), "warn"))
    if session.start is None:
        found.append((_("No time yet"), "info"))
    if session.access is not Access.OPEN:
        found.append((reading.word(session.access), ""))
    return found


def _item_pills(row: Row) -> list[Pill]:
    item = row.item
    if item is None:
        return []
    found: list[Pill] = []
    if any(finding.severity is Severity.ERROR for finding in row.found):
        found.append((_("Conflict"), "danger"))
    if any(line.provisional for line in item.people):
        found.append((_("To be confirmed"), "info"))
    modes = {line.mode for line in item.people if line.mode in {Mode.ONLINE, Mode.VIDEO}}
    found += [(reading.word(mode), "") for mode in sorted(mode for mode in modes if mode)]
    if any(finding.kind is FindingKind.TRANSLATION_MISSING for finding in row.found):
        found.append((_("Text missing"), "warn"))
    return found


def note(row: Row) -> str:
    """What a session holds, in grey, where it has no state to tell."""
    session = row.session
    if session is None or row.kind is not RowKind.SESSION:
        return ""
    number = sum(len(part.items) for part in session.parts)
    return ngettext("{n} item", "{n} items", number) if number else ""
