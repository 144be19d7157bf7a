"""Reads what people heard last: of each session, of their stay, and what of earlier entries still stands somewhere."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.invitation_chain import comes
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import TOLD, OutboxState
from forumplanner.domain.telling import Told, Whose
from forumplanner.queries import identities
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import JournalRow, OutboxMessage, Participant

_EVER: Final = dt.datetime.min.replace(tzinfo=dt.UTC)
"""Before anything was sent."""

_NOT_COMING: Final = frozenset(status.name for status in InvitationStatus if not comes(status))
"""As the journal writes them."""


class Heard(NamedTuple):
    """What was heard last: of sessions, of people's stays; `strays`: entries of older UIDs that nobody took back."""

    told: tuple[Told, ...]
    stays: tuple[Told, ...]
    strays: tuple[Told, ...]


def load(db: Db, *, forum_id: uuid.UUID) -> Heard:
    """The newest thing that each person was told of each session and of their stay, and what is left of earlier ones.

    What was told to a record that another has taken in since was told to the one who stayed. Of several UIDs of one
    session the one counts that was born last, of its revisions the highest: a cancellation that a slow server takes
    late is not the last word on what came after it. At most four statements for a few people.
    """
    rows = db.execute(
        select(
            OutboxMessage.participant_id,
            OutboxMessage.method,
            OutboxMessage.to_name,
            OutboxMessage.to_mailbox,
            OutboxMessage.state,
            OutboxMessage.tells,
        )
        .where(
            OutboxMessage.forum_id == forum_id,
            OutboxMessage.participant_id.is_not(None),
            OutboxMessage.state.in_(TOLD),
        )
        .order_by(OutboxMessage.settled_at, OutboxMessage.queued_at, OutboxMessage.position, OutboxMessage.id)
    )
    whose = identities.heirs(db, forum_id=forum_id)
    by_uid: defaultdict[Whose, dict[str, _Words]] = defaultdict(dict)
    for row in rows:
        for one in row.tells:
            last = _told(row, one, whose.get(one["uid"], str(row.participant_id)))
            words = by_uid[last.participant_id, last.session_id].setdefault(last.uid, {})
            mailbox = last.mailbox.casefold()
            # Of one revision that went out twice the later mail counts, and stands last.
            if mailbox not in words or words[mailbox].sequence <= last.sequence:
                words.pop(mailbox, None)
                words[mailbox] = last
    several = {uid for known in by_uid.values() if len(known) > 1 for uid in known}
    return _heard(by_uid, identities.births(db, uids=several), str(forum_id))


_Words = dict[str, Told]
"""The last word on one UID by mailbox, that of mouth under ""."""


def _heard(by_uid: Mapping[Whose, Mapping[str, _Words]], births: Mapping[str, dt.datetime], stay: str) -> Heard:
    told: dict[Whose, Told] = {}
    strays: list[Told] = []
    for whose, known in by_uid.items():
        # What has no birth was told by word of mouth before anything went out.
        newest = max(known, key=lambda uid: births.get(uid, _EVER)) if len(known) > 1 else next(iter(known))
        for uid, words in known.items():
            last, beside = _last_word(words)
            strays += beside
            if uid == newest:
                told[whose] = last
            elif last.mailbox and not last.over:
                strays.append(last)
    stays = tuple(last for (_person, session), last in told.items() if session == stay)
    sessions = tuple(last for (_person, session), last in told.items() if session != stay)
    return Heard(sessions, stays, tuple(strays))


def _last_word(words: _Words) -> tuple[Told, list[Told]]:
    """The last word on one UID, and where else it still stands; what was said by mouth holds for every mailbox."""
    by_mouth = words.get("")
    if by_mouth is not None:
        words = {mailbox: one for mailbox, one in words.items() if one.sequence > by_mouth.sequence} or {"": by_mouth}
    last = max(reversed(words.values()), key=lambda one: (not one.over, one.sequence))
    return last, [one for one in words.values() if one is not last and not one.over and one.mailbox]


def _told(row: AnyRow, one: dict[str, Any], person: str) -> Told:
    return Told(
        participant_id=person,
        session_id=one["session"],
        uid=one["uid"],
        sequence=one["sequence"],
        fingerprint=one["fingerprint"],
        mailbox=row.to_mailbox,
        summary=one.get("summary", ""),
        location=one.get("location", ""),
        start=_instant(one.get("start")),
        end=_instant(one.get("end")),
        zone=one.get("zone", ""),
        name=row.to_name,
        over=row.method == "CANCEL",
        certain=row.state is not OutboxState.UNKNOWN,
        url=one.get("url", ""),
        about=one.get("about", ""),
        part=one.get("part", ""),
        house=one.get("house", ""),
    )


def _instant(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def decliners(db: Db, *, forum_id: uuid.UUID, participants: Iterable[str]) -> frozenset[str]:
    """Those of these participants who are on the list no more and had declined, or sent somebody else; two statements.

    What became of a record is known from the journal alone once it is gone.
    """
    here = select(Participant.id).where(Participant.forum_id == forum_id)
    gone = set(participants) - {str(key) for key in db.execute(here).scalars()}
    if not gone:
        return frozenset()
    rows = db.execute(
        select(JournalRow.row_key, JournalRow.before)
        .where(
            JournalRow.table_name == Participant.__tablename__, JournalRow.after.is_(None), JournalRow.row_key.in_(gone)
        )
        .order_by(JournalRow.id)
    )
    last = {row.row_key: msgspec.json.decode(row.before).get("status") for row in rows}
    return frozenset(key for key, status in last.items() if status in _NOT_COMING)
