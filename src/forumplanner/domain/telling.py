"""Who has to be told what: what people know from earlier mails against what the plan says now."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Whose = tuple[str, str]
"""Participant and session."""


class Change(StrEnum):
    """What a mail about a session says to a person."""

    NEW = "new"
    UPDATE = "update"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Told:
    """What a person was told of a session last, and where that mail went.

    `name`: how the mail called them. `over`: it was a cancellation. `certain`: False where nobody knows
    whether the mail arrived. `about`, `part`: stand for what the session held and what the person did in it, by
    which a change is seen, and `house` for the forum's name and mailbox then ("" = not kept).
    """

    participant_id: str
    session_id: str
    uid: str
    sequence: int
    fingerprint: str
    mailbox: str
    summary: str = ""
    location: str = ""
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    zone: str = ""
    name: str = ""
    over: bool = False
    certain: bool = True
    url: str = ""
    about: str = ""
    part: str = ""
    house: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the plan says now: `fingerprint` of this person's entry, `shared` of what everybody sees of the session."""

    participant_id: str
    session_id: str
    fingerprint: str
    shared: str


@dataclass(frozen=True, slots=True)
class Due:
    """One mail that is due. `was`: what it replaces. `fresh`: under another UID than that, which the old address knew.

    `mailbox`: where it goes; the old one for a cancellation.
    """

    participant_id: str
    session_id: str
    change: Change
    mailbox: str
    was: Told | None = None
    fresh: bool = False


def due(
    wanted: Iterable[Wanted],
    told: Mapping[Whose, Told],
    mailboxes: Mapping[str, str],
    minor: frozenset[Whose],
    *,
    strays: Iterable[Told] = (),
) -> tuple[Due, ...]:
    """The mails that bring everybody up to date, in the order of `wanted`, cancellations of what is gone last.

    Only people with a mailbox in `mailboxes` get any. `minor`: session and `step` of changes that somebody found too
    small to tell. A person who was told nothing yet gets what is new; one whose address was corrected gets a
    cancellation at the old one and a new invitation at the new one; what was told by mouth or pasted into a chat went
    to no address, and nothing is taken back from there by mail. `strays`: entries that another one has replaced and
    that were never taken back, as where a cancellation was withdrawn or two records became one.
    """
    mails: list[Due] = []
    present: set[Whose] = set()
    for want in wanted:
        whose = want.participant_id, want.session_id
        present.add(whose)
        mailbox = mailboxes.get(want.participant_id)
        if mailbox is not None:
            mails += _about(want, told.get(whose), mailbox, minor)
    mails += [
        Due(last.participant_id, last.session_id, Change.CANCEL, last.mailbox, was=last)
        for whose, last in told.items()
        if whose not in present and not last.over and last.mailbox
    ]
    mails += [
        Due(left.participant_id, left.session_id, Change.CANCEL, left.mailbox, was=left)
        for left in strays
        if not left.over and left.mailbox
    ]
    return tuple(mails)


def step(was: str, now: str) -> str:
    """From which state of an entry to which a change leads, by their fingerprints: what is found minor is that alone.

    It ends with the next change that is told, even where that leads back to a state that was found minor once.
    """
    return f"{was}>{now}"


def _about(want: Wanted, last: Told | None, mailbox: str, minor: frozenset[Whose]) -> list[Due]:
    person, session = want.participant_id, want.session_id
    if last is None or last.over:
        return [Due(person, session, Change.NEW, mailbox, was=last)]
    if last.mailbox and last.mailbox.casefold() != mailbox.casefold():
        away = Due(person, session, Change.CANCEL, last.mailbox, was=last)
        return [away, Due(person, session, Change.NEW, mailbox, was=last, fresh=True)]
    if last.fingerprint == want.fingerprint or (session, step(last.fingerprint, want.fingerprint)) in minor:
        return []
    return [Due(person, session, Change.UPDATE, mailbox, was=last)]
