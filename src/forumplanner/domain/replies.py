"""Answers to invitations: what one says, and whether it may be taken without a person's look (RFC 5546 3.2.3)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Participation(StrEnum):
    """What somebody answered (RFC 5545 3.2.12)."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"
    NEEDS_ACTION = "NEEDS-ACTION"


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

    `answered`: revision and instant of the answer that counts so far. `noted`: when somebody noted an answer that came
    another way, such as a call, and which. `cancelled`: the newest mail took the invitation back. `gone`: the person
    is no longer on the list.
    """

    participant_id: str
    session_id: str
    mailboxes: frozenset[str]
    sequence: int
    answered: tuple[int, dt.datetime] | None = None
    noted: tuple[dt.datetime, Participation] | None = None
    cancelled: bool = False
    gone: bool = False


class Verdict(StrEnum):
    """Whether an answer is taken, passed over, or shown to a person.

    `BOUNCED` is no answer but a mail that came back; `SET_ASIDE` counted until somebody took it back.
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
    SET_ASIDE = "set_aside"


PASSED_OVER = frozenset({Verdict.REPEATED, Verdict.OLDER})
"""Nobody has to look at these: a newer answer of the same person counts."""


def judge(answer: Answer, invited: Mapping[str, Invited]) -> Verdict:
    """What to do with an answer; `invited` by UID.

    Of several answers the one with the highest SEQUENCE counts, of equal ones the latest DTSTAMP (RFC 5546 2.1.5);
    taking the same twice changes nothing.
    """
    if answer.method not in {"REPLY", "COUNTER"}:
        return Verdict.NO_REPLY
    known = invited.get(answer.uid)
    if known is None:
        return Verdict.UNKNOWN_UID
    return _of_person(answer, known) or _of_plan(answer, known) or _of_time(answer, known) or Verdict.TAKEN


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
    if any(said is Participation.DELEGATED and mailbox in known.mailboxes for mailbox, said in answer.attendees):
        return Verdict.DELEGATED
    if len(answer.attendees) != 1:
        return Verdict.SEVERAL_PEOPLE
    return _of_one(answer, known)


def _of_one(answer: Answer, known: Invited) -> Verdict | None:
    ((mailbox, said),) = answer.attendees
    if mailbox not in known.mailboxes:
        return Verdict.ANOTHER_PERSON
    if answer.from_mailbox and answer.from_mailbox not in known.mailboxes:
        return Verdict.ANOTHER_SENDER
    unclear = said in {None, Participation.NEEDS_ACTION} and answer.method != "COUNTER"
    return Verdict.NO_ANSWER if unclear else None


def _of_time(answer: Answer, known: Invited) -> Verdict | None:
    if answer.sequence > known.sequence:
        return Verdict.TOO_NEW
    if answer.stamped_at is None:
        return Verdict.NO_TIME
    if known.noted is not None and answer.stamped_at < known.noted[0]:
        return Verdict.OLDER if answer.attendees[0][1] is known.noted[1] else Verdict.NOTED_OTHERWISE
    this = (answer.sequence, answer.stamped_at)
    if known.answered is None or this > known.answered:
        return None
    return Verdict.REPEATED if this == known.answered else Verdict.OLDER
