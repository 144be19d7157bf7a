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

    `answered`: revision and instant of the answer that counts so far.
    """

    participant_id: str
    session_id: str
    mailboxes: frozenset[str]
    sequence: int
    answered: tuple[int, dt.datetime] | None = None


class Verdict(StrEnum):
    """Whether an answer is taken, passed over, or shown to a person."""

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


PASSED_OVER = frozenset({Verdict.REPEATED, Verdict.OLDER})
"""Nobody has to look at these: a newer answer of the same person counts."""


def judge(answer: Answer, invited: Mapping[str, Invited]) -> Verdict:
    """What to do with an answer; `invited` by UID.

    Of several answers the one with the highest SEQUENCE counts, of equal ones the latest DTSTAMP (RFC 5546 2.1.5);
    taking the same twice changes nothing.
    """
    if answer.method != "REPLY":
        return Verdict.NO_REPLY
    known = invited.get(answer.uid)
    if known is None:
        return Verdict.UNKNOWN_UID
    return _of_person(answer, known) or _of_time(answer, known) or Verdict.TAKEN


def _of_person(answer: Answer, known: Invited) -> Verdict | None:
    if len(answer.attendees) != 1:
        return Verdict.SEVERAL_PEOPLE
    ((mailbox, participation),) = answer.attendees
    if mailbox not in known.mailboxes:
        return Verdict.ANOTHER_PERSON
    if answer.from_mailbox and answer.from_mailbox not in known.mailboxes:
        return Verdict.ANOTHER_SENDER
    if participation is Participation.DELEGATED:
        return Verdict.DELEGATED
    return Verdict.NO_ANSWER if participation in {None, Participation.NEEDS_ACTION} else None


def _of_time(answer: Answer, known: Invited) -> Verdict | None:
    if answer.sequence > known.sequence:
        return Verdict.TOO_NEW
    if answer.stamped_at is None:
        return Verdict.NO_TIME
    this = (answer.sequence, answer.stamped_at)
    if known.answered is None or this > known.answered:
        return None
    return Verdict.REPEATED if this == known.answered else Verdict.OLDER
