"""How mails of a round will read, before anything is made: for the shortest, the longest and another script."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.invitations.calendar import PROGRAMME
from forumplanner.invitations.rounds import own_parts, sessions
from forumplanner.invitations.wording import Words
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.telling import Reader, TellingPlan


class Sample(StrEnum):
    """What makes somebody's mail worth a look before all go."""

    SHORTEST = "shortest"
    LONGEST = "longest"
    OTHER_SCRIPT = "other_script"


@dataclass(frozen=True, slots=True)
class Look:
    """One mail as its reader will see it. `missing`: fields without a value; `unknown`: names that are no field."""

    to: str
    mailbox: str
    subject: str
    text: str
    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def samples(kind: MailKind, plan: TellingPlan, readers: Sequence[Reader]) -> tuple[tuple[Sample, Reader], ...]:
    """Up to three different people: with least and most to read, and one whose name is written in another script."""
    if not readers:
        return ()
    own = own_parts(plan) if kind is MailKind.SESSION else sessions(plan)

    def length(reader: Reader) -> tuple[int, int, str]:
        return len(own.get(reader.participant_id, ())), len(reader.name.latin), reader.participant_id

    found: list[tuple[Sample, Reader]] = [(Sample.LONGEST, max(readers, key=length))]
    shortest = min(readers, key=length)
    if shortest.participant_id != found[0][1].participant_id:
        found.insert(0, (Sample.SHORTEST, shortest))
    taken = {reader.participant_id for _sample, reader in found}
    other = [reader for reader in readers if reader.participant_id not in taken and is_other_script(reader)]
    if other:
        found.append((Sample.OTHER_SCRIPT, max(other, key=length)))
    return tuple(found)


def is_other_script(reader: Reader) -> bool:
    """True where a name has a form in neither Chinese nor plain Latin letters: tone marks and other scripts break."""
    written = f"{reader.name.native}{reader.name.latin}"
    return any(c.isalpha() and not c.isascii() and not unicodedata.name(c, "").startswith("CJK") for c in written)


def look(kind: MailKind, plan: TellingPlan, reader: Reader, *, card: bool) -> Look:
    """One person's mail in words, without an identity; `card`: whether the itinerary goes along."""
    words = Words(plan, kind)
    events = _events(kind, plan, reader)
    title = events[0].summary if kind is MailKind.SESSION and events else ""
    subject = words.subject(reader, title)
    text = words.body(reader, programme=events)
    invited = ("invite.ics",) if kind in {MailKind.PROGRAMME, MailKind.SESSION} else ()
    own = (PROGRAMME,) if kind is MailKind.PROGRAMME else ()
    attached = (*invited, *own, *(("itinerary.pdf",) if card else ()))
    to = reader.name.shown(reader.language or "en")
    return Look(to, reader.mailbox, subject, text, attached, tuple(sorted(words.missing)), tuple(sorted(words.unknown)))


def _events(kind: MailKind, plan: TellingPlan, reader: Reader) -> tuple[CalendarEvent, ...]:
    """What the mail lists: the person's programme, or the first session that they are asked about."""
    by_key = {event.session_id: event for event in plan.plan.events}
    own = own_parts(plan) if kind is MailKind.SESSION else sessions(plan)
    events = tuple(by_key[key] for key in own.get(reader.participant_id, ()) if key in by_key)
    return events[:1] if kind is MailKind.SESSION else events
