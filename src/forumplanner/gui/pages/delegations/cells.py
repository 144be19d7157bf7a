"""What the cells of the tree say: names, posts, numbers, arrivals, hotels, what is missing, for the reader."""

from collections.abc import Callable
from enum import IntEnum

from forumplanner import i18n
from forumplanner.domain.delegations import DelegationRole, Lack
from forumplanner.domain.kinds import Mode
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.delegations.rows import Row, RowKind, main_trip, trips
from forumplanner.gui.widgets.clock import written
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.delegations import DelegationLine, MemberLine, Need, Trip
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NameForms


class Col(IntEnum):
    """The columns from left to right."""

    NAME = 0
    HEAD = 1
    PEOPLE = 2
    LIAISON = 3
    ARRIVAL = 4
    HOTEL = 5
    MISSING = 6


Cell = tuple[str, str, str]
"""First line, its colour's token, second line (grey)."""

NOTHING: Cell = ("", "text", "")


def heading(column: Col) -> str:
    """The title of a column."""
    return {
        Col.NAME: _("Country · institution · member"),
        Col.HEAD: _("Head · post"),
        Col.PEOPLE: _("Persons"),
        Col.LIAISON: _("Liaison"),
        Col.ARRIVAL: _("Arrival"),
        Col.HOTEL: _("Hotel"),
        Col.MISSING: _("Still missing"),
    }[column]


def cell(row: Row, column: Col, languages: Lines) -> Cell:
    """What a cell says."""
    if row.kind is RowKind.COUNTRY:
        return _of_country(row, column)
    if row.line is None:
        return NOTHING
    if row.kind is RowKind.UNNAMED:
        return _of_unnamed(row.line, column)
    if row.member is not None:
        return _of_member(row.line, row.member, column, languages)
    return _of_delegation(row, row.line, column, languages)


def country_name(code: str) -> str:
    """A country's name, or that nobody knows it yet."""
    return reading.country(code) or _("Country not known")


def title(line: DelegationLine, languages: Lines) -> str:
    """What a delegation is called; by its country where it has neither name nor institution."""
    return reading.line(line.title(), languages) or country_name(line.country)


def other_title(line: DelegationLine, languages: Lines) -> str:
    """Its name in the other language; "" where there is none."""
    shown = title(line, languages)
    return next((text for text in line.title() if text and text != shown), "")


def name(forms: NameForms) -> str:
    """Somebody's name for the reader."""
    return forms.shown(i18n.interface_language())


def number_words(line: DelegationLine) -> str:
    """Such as "5 + 2": who comes as a delegate, and who accompanies them."""
    return f"{line.delegates} + {line.companions}" if line.companions else str(line.delegates)


def _of_country(row: Row, column: Col) -> Cell:
    if column is Col.NAME:
        return country_name(row.country), "text", ""
    if column is Col.PEOPLE:
        return texting.number(sum(line.people for line in row.group)), "text", ""
    if column is Col.ARRIVAL:
        return _arrivals_of(row.group), "text3", ""
    if column is Col.MISSING:
        missing = sum(len(line.needs) for line in row.group)
        grave = any(line.grave for line in row.group)
        words = ngettext("{n} missing", "{n} missing", missing) if missing else _("Complete")
        return words, ("danger" if grave else "warn") if missing else "text3", ""
    return NOTHING


def _arrivals_of(group: tuple[DelegationLine, ...]) -> str:
    """When a country's delegations come, if they come together; else in how many groups, or how many are online."""
    known = {trip for line in group for trip in (main_trip(line)[0],) if trip is not None}
    if len(known) == 1:
        return when(next(iter(known)))
    if known:
        return ngettext("{n} group", "{n} groups", len(known))
    online = sum(member.mode is Mode.ONLINE and member.comes for line in group for member in line.members)
    return _("{n} online", n=online) if online else ""


def _of_unnamed(line: DelegationLine, column: Col) -> Cell:
    if column is Col.NAME:
        words = ngettext("{n} person without a name yet", "{n} people without names yet", line.unnamed)
        return words, "warn", ""
    return ("", "text", "") if column is not Col.MISSING else (reading.word(Lack.NAMES), "warn", "")


def _of_delegation(row: Row, line: DelegationLine, column: Col, languages: Lines) -> Cell:
    made: dict[Col, Callable[[], Cell]] = {
        Col.NAME: lambda: _title_cell(row, line, languages),
        Col.HEAD: lambda: _head(line, languages),
        Col.PEOPLE: lambda: (number_words(line), "text", ""),
        Col.LIAISON: lambda: (name(line.liaison.name), "text", "") if line.liaison else (_("None yet"), "danger", ""),
        Col.ARRIVAL: lambda: _arrival(line),
        Col.HOTEL: lambda: (reading.words(line.hotel, languages), "text", ""),
        Col.MISSING: lambda: _missing(line),
    }
    return made[column]()


def _title_cell(row: Row, line: DelegationLine, languages: Lines) -> Cell:
    """Where countries have no rows of their own, the second line says the country."""
    second = other_title(line, languages)
    whole = " · ".join(filter(None, (country_name(line.country), second)))
    return title(line, languages), "text", second if row.level else whole


def _head(line: DelegationLine, languages: Lines) -> Cell:
    heads = line.heads
    coming = [head for head in heads if head.comes]
    if not coming and heads:
        return _("Open (head declined)"), "danger", name(heads[0].name)
    if not coming:
        return _("None yet"), "danger", ""
    if len(coming) > 1:
        return reading.listed(name(head.name) for head in coming), "warn", _("Two heads")
    return name(coming[0].name), "text", reading.line(coming[0].post, languages)


def _arrival(line: DelegationLine) -> Cell:
    trip, others = main_trip(line)
    if trip is None:
        online = sum(member.mode is Mode.ONLINE and member.comes for member in line.members)
        if online and online == line.people:
            return _("online"), "text3", ""
        return (_("Not given"), "text3", "") if line.people else NOTHING
    alone = ngettext("{n} other", "{n} others", others) if others else ""
    return when(trip), "text", " · ".join(filter(None, (trip.carrier, alone or trip.place)))


def _missing(line: DelegationLine) -> Cell:
    if not line.needs:
        return _("Complete"), "ok", ""
    words = " · ".join(need_words(need) for need in line.needs)
    return words, "danger" if line.grave else "warn", ""


def need_words(need: Need) -> str:
    """Such as "Arrival 3"; what concerns the whole delegation has no number."""
    return (
        f"{reading.word(need.lack)} {need.number}"
        if need.people or need.lack is Lack.NAMES
        else reading.word(need.lack)
    )


def _of_member(line: DelegationLine, member: MemberLine, column: Col, languages: Lines) -> Cell:
    match column:
        case Col.NAME:
            return name(member.name), "text" if member.comes else "text3", ""
        case Col.HEAD:
            return reading.line(member.post, languages), "text2", ""
        case Col.ARRIVAL:
            return member_arrival(line, member), "text3", ""
        case Col.MISSING:
            return " · ".join(reading.word(lack) for lack in member.lacks), "warn", ""
    return NOTHING


def member_arrival(line: DelegationLine, member: MemberLine) -> str:
    """How a member comes; "with group" where as most do, since only what differs is written out."""
    if not member.comes:
        return _("doesn’t come")
    if not member.travels and member.mode is not None:
        return reading.word(member.mode)
    trip = member.arrival
    if trip is None or not trip.known:
        return (trip.as_written if trip else "") or _("Not given")
    main, _others = main_trip(line)
    return _("with group") if trip == main and sum(one == main for one in trips(line)) > 1 else when(trip)


def when(trip: Trip) -> str:
    """Day and time of an arrival or departure."""
    return " ".join(filter(None, (texting.short_day(trip.day) if trip.day else trip.as_written, written(trip.start))))


def pill(row: Row) -> tuple[str, str]:
    """The word beside a member's name and its tone; "" for a plain member."""
    if row.member is None:
        return "", ""
    words = {
        DelegationRole.HEAD: (_("Head"), "accent"),
        DelegationRole.DEPUTY: (_("Deputy"), ""),
        DelegationRole.ACCOMPANYING: (_("Companion"), ""),
    }
    return words.get(row.member.role, ("", ""))


def native(row: Row) -> str:
    """A member's name in the own script, where that says more."""
    if row.member is None:
        return ""
    own = row.member.name.native
    return own if own not in {row.member.name.latin, row.member.name.zh} else ""


def sign(row: Row, tone: str) -> str:
    """The icon in front of what is missing: round and red, amber or green."""
    if tone == "ok" or (row.kind is RowKind.COUNTRY and tone == "text3"):
        return "circle-check"
    return {"danger": "circle-x", "warn": "circle-alert"}.get(tone, "")


def table(rows: tuple[Row, ...], languages: Lines) -> str:
    """Rows as a table for a spreadsheet: tabs between cells."""
    lines = ["\t".join(heading(column) for column in Col)]
    for row in rows:
        parts = (cell(row, column, languages) for column in Col)
        lines.append("\t".join(" · ".join(filter(None, (first, second))) for first, _token, second in parts))
    return "\n".join(lines)
