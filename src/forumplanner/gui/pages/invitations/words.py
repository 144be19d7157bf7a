"""What changes are called in the reader's language: title, old -> new, mail, people, what becomes of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from forumplanner import i18n
from forumplanner.domain.telling import Change, Told
from forumplanner.domain.times import conference_day, local_clock
from forumplanner.gui import reading, texting
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.bilingual import apart, side
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.changes_to_tell import ChangeToTell, Sort
from forumplanner.snapshots.telling import Reader, TellingPlan
from forumplanner.snapshots.told_facts import house

ICONS: Final = {
    Sort.TIME: "clock",
    Sort.PLACE: "map-pin",
    Sort.TITLE: "type",
    Sort.LINK: "link",
    Sort.CONTENT: "file-text",
    Sort.PART: "user",
    Sort.ADDED: "user-plus",
    Sort.BEGUN: "calendar-plus",
    Sort.LEFT: "user-minus",
    Sort.DROPPED: "calendar-x",
    Sort.TWICE: "calendar-x",
    Sort.ADDRESS: "at-sign",
    Sort.HOUSE: "landmark",
}
TONES: Final = {Change.UPDATE: "info", Change.NEW: "ok", Change.CANCEL: "danger"}
ARROW: Final = "→"
_NAMED: Final = 3
"""So many people are called by their names; of more, the number is said."""


class RowWords:
    """Words for the changes of one plan; all of them are found anew at each call, in the interface's language."""

    def __init__(self, plan: TellingPlan) -> None:
        self._languages, self._plan = plan.languages, plan.plan
        self._readers: Mapping[str, Reader] = {one.participant_id: one for one in plan.readers}

    def title(self, row: ChangeToTell) -> str:
        """The session, or the person whose address was corrected, or that it is the house itself."""
        if row.sorts[0] is Sort.ADDRESS:
            return self.name(row.mails[0].participant_id)
        if row.of_house:
            return _("The forum’s own name or mailbox")
        return self.side(row.title) or _("Session without a title")

    def under(self, row: ChangeToTell) -> str:
        """What differs, old -> new, the weightiest first."""
        told = " · ".join(self._difference(sort, row) for sort in row.sorts)
        if row.unlike:
            return f"{told} ({ngettext('{n} knows something older', '{n} know something older', row.unlike)})"
        return told

    def names(self, row: ChangeToTell) -> str:
        """All people of a row."""
        return reading.listed(map(self.name, dict.fromkeys(mail.participant_id for mail in row.mails)))

    def name(self, participant_id: str) -> str:
        """A person by name; who has left the forum is known from the last mail."""
        reader = self._readers.get(participant_id)
        return reader.name.shown(i18n.interface_language()) if reader else _("Somebody who was taken off the list")

    def side(self, text: str) -> str:
        """The reader's side of a text in all languages."""
        return side(text, self._languages, i18n.interface_language())

    def places(self, was: Told, now: CalendarEvent) -> tuple[str, str]:
        """Old and new place without what stays the same."""
        old, new = self.side(was.location), self.side(now.location)
        return apart(old, new) if old and new else (old, new)

    def _difference(self, sort: Sort, row: ChangeToTell) -> str:
        if sort in _FIXED:
            return _FIXED[sort]()
        if sort is Sort.ADDRESS:
            return _addresses(row)
        if sort is Sort.HOUSE:
            return self._house(row.was)
        if row.was is None or row.now is None or sort in {Sort.ADDED, Sort.LEFT}:
            return self._people(sort, row)
        compare = {Sort.TIME: times, Sort.TITLE: self._titles, Sort.LINK: _link, Sort.PLACE: self._places}
        return compare[sort](row.was, row.now)

    def _house(self, was: Told | None) -> str:
        then = was.house.split() if was is not None and was.house else ["", ""]
        name, mailbox = house(self._plan).split()
        said = []
        if then[0] != name:
            said.append(_("the forum is now called “{name}”", name=self.side(" / ".join(self._plan.title))))
        if then[1] != mailbox:
            said.append(_("the secretariat now writes from {mailbox}", mailbox=self._plan.mailbox or "–"))
        return " · ".join(said)

    def _titles(self, was: Told, now: CalendarEvent) -> str:
        return _("title: “{old}” → “{new}”", old=self.side(was.summary), new=self.side(now.summary))

    def _places(self, was: Told, now: CalendarEvent) -> str:
        old, new = self.places(was, now)
        if not old:
            return _("place: {new}", new=new)
        return f"{old} {ARROW} {new}" if new else _("no place any more, was {old}", old=old)

    def _people(self, sort: Sort, row: ChangeToTell) -> str:
        named = row.people <= _NAMED
        if sort is Sort.ADDED:
            if named:
                return _("{names} added", names=self.names(row))
            return ngettext("{n} person added", "{n} people added", row.people)
        if named:
            return _("{names} no longer in it", names=self.names(row))
        return ngettext("{n} person no longer in it", "{n} people no longer in it", row.people)


_FIXED: Final[Mapping[Sort, Callable[[], str]]] = {
    Sort.CONTENT: lambda: _("speakers, talks or texts changed"),
    Sort.PART: lambda: _("what they do in it changed"),
    Sort.BEGUN: lambda: _("new in the programme"),
    Sort.DROPPED: lambda: _("does not take place any more"),
    Sort.TWICE: lambda: _("stands twice in calendars: one entry goes"),
}


def times(was: Told, now: CalendarEvent) -> str:
    """Such as "starts 15:40 → 16:00"; on another day, or where both ends changed, the whole of both."""
    if was.start is None or was.end is None:
        return _("starts {time}", time=local_clock(now.start, now.zone))
    zone = was.zone or now.zone
    old, new = _clocks(was.start, was.end, zone), _clocks(now.start, now.end, now.zone)
    days = conference_day(was.start, zone), conference_day(now.start, now.zone)
    if days[0] != days[1]:
        first, second = (texting.short_day(day) for day in days)
        return f"{first} {'–'.join(old)} {ARROW} {second} {'–'.join(new)}"
    if old[0] == new[0]:
        return _("ends {old} → {new}", old=old[1], new=new[1])
    if old[1] == new[1] or now.end - now.start == was.end - was.start:
        return _("starts {old} → {new}", old=old[0], new=new[0])
    return f"{'–'.join(old)} {ARROW} {'–'.join(new)}"


def _clocks(start: dt.datetime, end: dt.datetime, zone: str) -> tuple[str, str]:
    return local_clock(start, zone), local_clock(end, zone)


def _addresses(row: ChangeToTell) -> str:
    old = next((mail.mailbox for mail in row.mails if not mail.fresh), "")
    new = next((mail.mailbox for mail in row.mails if mail.fresh), "")
    return f"{_two_ways(row)}: {old} {ARROW} {new}"


def _two_ways(row: ChangeToTell) -> str:
    """How many mails go to which mailbox; first, as what stands last is cut off."""
    old, new = by_mailbox(row)
    cancelled = ngettext("{n} cancellation there", "{n} cancellations there", old)
    return _(
        "{cancelled}, {invited}",
        cancelled=cancelled,
        invited=ngettext("{n} invitation here", "{n} invitations here", new),
    )


def by_mailbox(row: ChangeToTell) -> tuple[int, int]:
    """How many cancellations go to the old mailbox, how many invitations to the new one."""
    new = sum(mail.fresh for mail in row.mails)
    return len(row.mails) - new, new


def twofold(row: ChangeToTell, speak: RowWords) -> str:
    """Why somebody with a corrected mailbox gets so many mails."""
    old, new = by_mailbox(row)
    return _(
        "{name} gets {cancelled} (old mailbox) and {invited} (new mailbox): calendars ask for that",
        name=speak.title(row),
        cancelled=ngettext("{n} cancellation", "{n} cancellations", old),
        invited=ngettext("{n} new invitation", "{n} new invitations", new),
    )


def _link(was: Told, now: CalendarEvent) -> str:
    if not was.url:
        return _("link added: {link}", link=now.url)
    return _("link: {old} → {new}", old=was.url, new=now.url) if now.url else _("link taken out")


def mail(row: ChangeToTell) -> str:
    """The pill: what mail goes out."""
    if row.sorts[0] is Sort.ADDRESS:
        return _("Cancel + new")
    return {Change.UPDATE: _("Update"), Change.NEW: _("New"), Change.CANCEL: _("Cancel")}[row.change]


def tone(row: ChangeToTell) -> str:
    """The pill's tone."""
    return TONES[row.change]


def people(row: ChangeToTell) -> str:
    """How many people; how many mails too, where those are more."""
    if len(row.mails) == row.people:
        return texting.number(row.people)
    mails = ngettext("{n} mail", "{n} mails", len(row.mails))
    return f"{texting.number(row.people)} · {mails}"


def action(row: ChangeToTell, *, ticked: bool) -> str:
    """What becomes of it at the next sending."""
    if ticked:
        return _("Send")
    minor = row.change is Change.UPDATE and not row.of_house
    return _("Minor, don’t send") if minor else _("Not this time")
