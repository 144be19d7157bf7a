"""Answers to invitations: what one says, and whether it may be taken without a person's look (RFC 5546 3.2.3)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Participation(StrEnum):
    """What somebody answered (RFC 5545 3.2.12)."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"
    NEEDS_ACTION = "NEEDS-ACTION"


Weight = tuple[int, dt.datetime, dt.datetime]
"""By which of two answers to one UID the newer is told: SEQUENCE, when it was given, its DTSTAMP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One VEVENT of an answer. Times and titles in it are never read, since the plan is ours.

    `attendees`: address in lower case and what it answered. `from_mailbox`: who sent the mail, "" for a bare calendar
    file. `sequence`: the revision that was answered. `stamped_at`: when, None where that can't be read.
    """

    method: str
    uid: str
    sequence: int
    stamped_at: dt.datetime | None
    attendees: tuple[tuple[str, Participation | None], ...]
    comment: str = ""
    from_mailbox: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """What one UID stands for: who was invited to what, under which addresses, and the newest revision sent.

    `former`: addresses they were written to that are theirs no longer. `answered`: what weighs the mailed answer that
    counts so far; `stamps`: revision and DTSTAMP of all that were taken. `by_hand`: when somebody last noted or settled
    what they answer. `noted`: when somebody noted an answer about the stay that came another way, such as a call, and
    which. `cancelled`: the newest mail took the invitation back, or it stands under another UID now. `gone`: the person
    is no longer on the list.
    """

    participant_id: str
    session_id: str
    mailboxes: frozenset[str]
    sequence: int
    former: frozenset[str] = frozenset()
    answered: Weight | None = None
    stamps: frozenset[tuple[int, dt.datetime]] = frozenset()
    by_hand: dt.datetime | None = None
    noted: tuple[dt.datetime, Participation] | None = None
    cancelled: bool = False
    gone: bool = False

    def after(self, answer: Answer, received_at: dt.datetime) -> "Invited":
        """The same once an answer was taken, which has a time."""
        stamped = answer.stamped_at or received_at
        weight = answer.sequence, given_at(answer, received_at), stamped
        return replace(self, answered=weight, stamps=self.stamps | {(answer.sequence, stamped)})


class Verdict(StrEnum):
    """Whether an answer is taken, passed over, or shown to a person.

    `BOUNCED` is no answer but a mail that came back, `COPY_BOUNCED` one that was passed on from there; `SET_ASIDE`
    counted until somebody took it back.
    """

    TAKEN = "taken"
    REPEATED = "repeated"
    OLDER = "older"
    NO_REPLY = "no_reply"
    UNKNOWN_UID = "unknown_uid"
    SEVERAL_PEOPLE = "several_people"
    ANOTHER_PERSON = "another_person"
    ANOTHER_SENDER = "another_sender"
    TOO_NEW = "too_new"
    NO_TIME = "no_time"
    NO_ANSWER = "no_answer"
    DELEGATED = "delegated"
    OTHER_TIME = "other_time"
    CANCELLED = "cancelled"
    GONE = "gone"
    NOTED_OTHERWISE = "noted_otherwise"
    BOUNCED = "bounced"
    COPY_BOUNCED = "copy_bounced"
    SET_ASIDE = "set_aside"


PASSED_OVER = frozenset({Verdict.REPEATED, Verdict.OLDER})
"""Nobody has to look at these: a newer answer of the same person counts."""


_AHEAD: Final = dt.timedelta(days=1)
"""How far a clock elsewhere may go before ours and still be believed."""


def judge(answer: Answer, invited: Mapping[str, Invited], *, received_at: dt.datetime) -> Verdict:
    """What to do with an answer; `invited` by UID.

    Of several answers the one with the highest SEQUENCE counts, of equal ones the latest DTSTAMP (RFC 5546 2.1.5), but
    none is later than it came in; taking the same twice changes nothing.
    """
    if answer.method not in {"REPLY", "COUNTER"}:
        return Verdict.NO_REPLY
    known = invited.get(answer.uid)
    if known is None:
        return Verdict.UNKNOWN_UID
    return _of_person(answer, known) or _of_plan(answer, known) or _of_time(answer, known, received_at) or Verdict.TAKEN


def given_at(answer: Answer, received_at: dt.datetime) -> dt.datetime:
    """When an answer was given: by its DTSTAMP, but never after it came in."""
    return min(answer.stamped_at or received_at, received_at)


def _of_plan(answer: Answer, known: Invited) -> Verdict | None:
    """An answer to what holds no longer; a no to it asks nothing of anybody."""
    if answer.method == "COUNTER":
        return Verdict.OTHER_TIME
    if not known.cancelled:
        return None
    return Verdict.OLDER if answer.attendees[0][1] is Participation.DECLINED else Verdict.CANCELLED


def _of_person(answer: Answer, known: Invited) -> Verdict | None:
    if known.gone:
        return Verdict.GONE
    theirs = known.mailboxes | known.former
    if any(said is Participation.DELEGATED and mailbox in theirs for mailbox, said in answer.attendees):
        return Verdict.DELEGATED
    if len(answer.attendees) != 1:
        return Verdict.SEVERAL_PEOPLE
    return _of_one(answer, known)


def _of_one(answer: Answer, known: Invited) -> Verdict | None:
    ((mailbox, said),) = answer.attendees
    if mailbox not in known.mailboxes | known.former:
        return Verdict.ANOTHER_PERSON
    if (answer.from_mailbox or mailbox) not in known.mailboxes:
        return Verdict.ANOTHER_SENDER
    unclear = said in {None, Participation.NEEDS_ACTION} and answer.method != "COUNTER"
    return Verdict.NO_ANSWER if unclear else None


def _of_time(answer: Answer, known: Invited, received_at: dt.datetime) -> Verdict | None:
    if answer.sequence > known.sequence:
        return Verdict.TOO_NEW
    if answer.stamped_at is None or answer.stamped_at > received_at + _AHEAD:
        return Verdict.NO_TIME
    at = given_at(answer, received_at)
    if known.noted is not None and at < known.noted[0]:
        return Verdict.OLDER if answer.attendees[0][1] is known.noted[1] else Verdict.NOTED_OTHERWISE
    outdone = known.answered is not None and (answer.sequence, at, answer.stamped_at) < known.answered
    if outdone or (known.by_hand is not None and at < known.by_hand):
        return Verdict.OLDER
    return Verdict.REPEATED if (answer.sequence, answer.stamped_at) in known.stamps else None
