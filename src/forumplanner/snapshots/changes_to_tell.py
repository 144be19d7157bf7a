"""What people have to be told by mail, change by change, as the page Invitations lists it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.telling import Change, Due, Told
from forumplanner.snapshots.calendar import CalendarEvent


class Sort(StrEnum):
    """What differs from what people were told.

    `CONTENT`: speakers, talks or texts of the session; `PART`: what somebody does in it; `ADDED`: people who have it
    only now, `BEGUN`: a session that nobody knew of; `LEFT`: people who have it no longer, `DROPPED`: nobody has it;
    `TWICE`: an entry beside another one of the same session; `ADDRESS`: the mailbox that a person was written to;
    `HOUSE`: the forum's own name or mailbox.
    """

    TIME = "time"
    PLACE = "place"
    TITLE = "title"
    LINK = "link"
    CONTENT = "content"
    PART = "part"
    ADDED = "added"
    BEGUN = "begun"
    LEFT = "left"
    DROPPED = "dropped"
    TWICE = "twice"
    ADDRESS = "address"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class ChangeToTell:
    """One row: the mails about one session that say the same sort of thing, or all mails of a corrected address.

    The mails that would say only that the forum has another name or mailbox are one row, which nobody has to be told.

    `sorts`: what differs, the weightiest first. `was`: what most of these people know, None where they know nothing;
    `unlike`: how many know something else. `now`: the session as planned, None for one that nobody has any more.
    `people`: how many people the mails go to. `minor`: somebody found it too small to tell.
    """

    id: str
    change: Change
    sorts: tuple[Sort, ...]
    mails: tuple[Due, ...]
    people: int
    was: Told | None = None
    now: CalendarEvent | None = None
    unlike: int = 0
    minor: bool = False

    @property
    def session_id(self) -> str:
        """The session that all its mails speak of."""
        return self.mails[0].session_id

    @property
    def of_house(self) -> bool:
        """Whether all of it is the forum's own name or mailbox."""
        return self.sorts[0] is Sort.HOUSE

    @property
    def title(self) -> str:
        """The session's title, in all languages of the forum."""
        return self.now.summary if self.now is not None else self.was.summary if self.was is not None else ""


@dataclass(frozen=True, slots=True)
class ToTell:
    """All rows, and how everybody stands; the lists are participants.

    `strangers`: reached by mail, on the programme, and never written to. `by_hand`: a change concerns them, and no
    mail reaches them. `waiting`: have a mail in the outbox that has not gone yet. `told`: know something of the
    programme; `untold`: in the forum, and no mail or call has reached them. `last_at`: when a mail last left the
    house. `ticked`: the rows that go along, None where nobody has chosen yet.
    """

    rows: tuple[ChangeToTell, ...] = ()
    strangers: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    last_at: dt.datetime | None = None
    ticked: frozenset[str] | None = None

    def changes(self) -> tuple[ChangeToTell, ...]:
        """The rows that people are told of: the ticked ones, else all that nobody found too small."""
        if self.ticked is None:
            return tuple(row for row in self.rows if not row.of_house and not row.minor)
        return tuple(row for row in self.rows if row.id in self.ticked)

    @property
    def unsaid(self) -> int:
        """How many changes of the programme are not told this time."""
        said = {row.id for row in self.changes()}
        return sum(not row.of_house and row.id not in said for row in self.rows)

    @property
    def in_peace(self) -> int:
        """How many people know something, and have to be told nothing now."""
        heard = {mail.participant_id for row in self.changes() for mail in row.mails} | set(self.by_hand)
        return len(set(self.told) - heard)

    def people(self) -> int:
        """How many people they touch."""
        return len({mail.participant_id for row in self.changes() for mail in row.mails})

    def mails(self, change: Change) -> int:
        """How many mails of that kind they are."""
        return sum(mail.change is change for row in self.changes() for mail in row.mails)
