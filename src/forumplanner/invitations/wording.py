"""The words of a mail: a person's programme or what changed in it, in their language first, on both clocks."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import FIELDS, template
from forumplanner.domain.telling import Change, Told
from forumplanner.domain.templates import Filled, fill
from forumplanner.domain.times import conference_day, day_long, day_short, local_clock, zone_label
from forumplanner.domain.zones import city_of
from forumplanner.i18n import in_language
from forumplanner.invitations.bilingual import BETWEEN, side
from forumplanner.invitations.salutations import salutation
from forumplanner.invitations.tables import Clock, Row, Section, Table, as_text
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.telling import Reader, TellingPlan
from forumplanner.snapshots.told_facts import about, house

_DAYS: Final = "\ufdd0"
_CHANGES: Final = "\ufdd1"
"""Stand for tables in a filled text: noncharacters (Unicode 23.7), which nobody's words hold."""

_PARTED: Final = re.compile(f"([{_DAYS}{_CHANGES}])")


class Words:
    """Writes mails of one kind for one forum; what is missing is left as a gap and counted in `missing`."""

    def __init__(self, plan: TellingPlan, kind: MailKind) -> None:
        self._plan, self.kind = plan, kind
        self._own = {(code, tag): text for code, tag, text in plan.words}
        self._facts: dict[str, dict[str, str]] = {tag: {} for tag in plan.languages}
        for tag, field, text in plan.facts:
            self._facts[tag][field] = text
        self._present = {(one.participant_id, own.session_id) for one in plan.plan.people for own in one.sessions}
        self._present |= {(person, plan.forum_id) for person, _stay in plan.stay_events}
        self.missing: set[str] = set()
        self.unknown: set[str] = set()

    def languages(self, reader: Reader) -> tuple[str, ...]:
        """The forum's languages with the reader's own first."""
        rest = [tag for tag in self._plan.languages if tag != reader.language]
        return (reader.language, *rest) if reader.language in self._plan.languages else self._plan.languages

    def subject(self, reader: Reader, title: str = "") -> str:
        """One line, in each language with the title's own side; `title`: of the session, all languages in one."""
        texts = [
            self._filled("subject", tag, reader, {"title": self._side(title, tag)}) for tag in self.languages(reader)
        ]
        return BETWEEN.join(dict.fromkeys(filter(None, texts)))

    def body(
        self, reader: Reader, *, programme: Iterable[CalendarEvent] = (), changes: Mapping[str, Table] | None = None
    ) -> str:
        """Everything that there is to say, once in each language; `changes` by language."""
        return as_text(self.sections(reader, programme=programme, changes=changes))

    def sections(
        self, reader: Reader, *, programme: Iterable[CalendarEvent] = (), changes: Mapping[str, Table] | None = None
    ) -> tuple[Section, ...]:
        """What `body` says, its days and changes as tables yet."""
        events = tuple(programme)
        made = []
        for tag in self.languages(reader):
            said = (changes or {}).get(tag)
            values = {
                "programme": _DAYS if events else "",
                "changes": _CHANGES if said else "",
                "title": self._side(events[0].summary, tag) if events else "",
            }
            tables = {_DAYS: self.programme(events, reader, tag), _CHANGES: (said,) if said else ()}
            parts: list[str | Table] = []
            for piece in _PARTED.split(self._filled("body", tag, reader, values)):
                parts += tables.get(piece, (piece,))
            made.append(Section(tag, tuple(parts)))
        return tuple(made)

    def _filled(self, part: str, tag: str, reader: Reader, values: Mapping[str, str]) -> str:
        address = salutation(reader, self._plan.languages, tag)
        known = self._facts.get(tag, {}) | {"address": address} | dict(values)
        filled: Filled = fill(template(self.kind, part, tag, self._own), known, FIELDS)
        self.missing.update(filled.missing)
        self.unknown.update(filled.unknown)
        return filled.text

    def programme(self, events: Iterable[CalendarEvent], reader: Reader, tag: str) -> tuple[Table, ...]:
        """The sessions day by day: time, title and place."""
        days = groupby(events, lambda event: conference_day(event.start, event.zone))
        return tuple(
            Table(day_long(day, tag), tuple(self._held(event, reader, tag, day) for event in held))
            for day, held in days
        )

    def _held(self, event: CalendarEvent, reader: Reader, tag: str, day: dt.date) -> Row:
        when = self.clock(event.start, event.end, event.zone, reader, tag, day)
        return Row(when, self._side(event.location, tag), self._side(event.summary, tag))

    def clock(self, start: dt.datetime, end: dt.datetime, zone: str, reader: Reader, tag: str, day: dt.date) -> Clock:
        """09:05–09:50 Beijing Time (Colombo 06:35–07:20)."""
        here, named = f"{local_clock(start, zone)}–{local_clock(end, zone)}", zone_label(zone, day, tag)
        if not reader.zone:
            return Clock(here, named)
        city = city_of(reader.zone).get(tag) or reader.zone
        theirs = conference_day(start, reader.zone)
        other_day = f"{day_short(theirs, tag)} " if theirs != day else ""
        there = f"{other_day}{local_clock(start, reader.zone)}–{local_clock(end, reader.zone)}"
        return Clock(here, named, there, city)

    def change(self, change: Change, event: CalendarEvent, was: Told | None, reader: Reader, tag: str) -> Table:
        """What a mail about one session says: of the old time and place what is true no longer, and the new ones."""
        when, where = self._when(event.start, event.end, event.zone, reader, tag), self._side(event.location, tag)
        now = Row(when, where)
        title = self._side(event.summary, tag)
        if change is Change.CANCEL and self.goes_on(reader, event):
            goes_on = in_language(tag, "This entry goes; another invitation takes its place.")
            return Table(title, (now,), (goes_on,))
        if change is Change.CANCEL:
            return Table(title, (replace(now, label="Cancelled: {when}", over=True),))
        before = _before(was)
        if change is Change.NEW or before is None:
            return Table(title, (replace(now, label="New: {when}"),))
        then_title = self._side(was.summary, tag) if was else ""
        titles = (in_language(tag, "Title until now: {title}", title=then_title),)
        above = titles if then_title and then_title != title else ()
        then_when, then_where = self._when(*before[:3], reader, tag), self._side(before[3], tag)
        then = Row(
            then_when if then_when != when else None,
            then_where if then_where != where else "",
            label="Was: {when}",
            over=True,
        )
        of_house = self._house(was, tag)
        if then.when or then.place:
            return Table(title, (then, replace(now, label="Now: {when}")), of_house, above)
        if then_title != title:
            return Table(title, (now,), of_house, above)
        stays = in_language(tag, "Time and place stay.")
        if not of_house or (was is not None and was.about and was.about != about(event)):
            stays = in_language(tag, "Time and place stay; what it holds has changed.")
        return Table(title, (now,), (stays, *of_house), above)

    def _house(self, was: Told | None, tag: str) -> tuple[str, ...]:
        """Sentences that say that the forum has another name or mailbox than it had."""
        if was is None or not was.house:
            return ()
        then, now = was.house.split(), house(self._plan.plan).split()
        lines = []
        if then[0] != now[0]:
            name = self._side(" / ".join(self._plan.plan.title), tag)
            lines.append(in_language(tag, "The forum is now called {name}.", name=name))
        if then[1] != now[1]:
            mailbox = self._plan.plan.mailbox
            lines.append(in_language(tag, "The secretariat now writes from {mailbox}.", mailbox=mailbox))
        return tuple(lines)

    def goes_on(self, reader: Reader, event: CalendarEvent) -> bool:
        """Whether somebody still has a session, or their stay: what is cancelled is one entry of it alone."""
        return (reader.participant_id, event.session_id) in self._present

    def _side(self, text: str, tag: str) -> str:
        """That language's part of a calendar's text, on one line."""
        return " ".join(side(text, self._plan.languages, tag).split())

    def _when(self, start: dt.datetime, end: dt.datetime, zone: str, reader: Reader, tag: str) -> Clock:
        day = conference_day(start, zone)
        return replace(self.clock(start, end, zone, reader, tag, day), day=day_short(day, tag))


def _before(was: Told | None) -> tuple[dt.datetime, dt.datetime, str, str] | None:
    if was is None or was.start is None or was.end is None:
        return None
    return was.start, was.end, was.zone, was.location
