"""Answers that a person decides on: what an unclear one means, what somebody said another way, what was wrong."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session as Db

from forumplanner.actions.answering import note_stay
from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mailboxes import is_mailbox
from forumplanner.domain.replies import Invited, Participation, Verdict
from forumplanner.i18n import gettext as _
from forumplanner.queries import replies
from forumplanner.records import Participant, Person, ReceivedReply
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class _Decided:
    """What somebody said about what; `session_id` is the forum's for the stay."""

    forum_id: ForumId
    participant_id: ParticipantId
    session_id: uuid.UUID
    said: Participation
    channel: Channel
    text: str = ""
    contact: str = ""


def settle(
    store: Store,
    *,
    reply_id: uuid.UUID,
    meaning: Participation | None,
    participant_id: ParticipantId | None = None,
    keep_address: bool = False,
    now: dt.datetime | None = None,
) -> None:
    """Somebody looked at an answer: it means that, or nothing (None). One step.

    `participant_id`: whose it is, where the answer doesn't say; it is then about their stay. `keep_address`: the
    address it came from is one of theirs. Raises `NotPossible` for one that counts, was settled or is nobody's.
    """
    at = _instant(now)
    with store.step(StepKind.TAKE_ANSWERS, count=1) as db:
        row = _waiting(db, reply_id)
        row.settled_by = store.actor or "?"
        if meaning is None:
            return
        person = _whose(db, row, participant_id)
        _count(db, _meant(row, person, meaning), store.actor, at)
        if keep_address:
            _keep_address(db, person, row.from_mailbox)


def settle_alike(store: Store, *, replies_of: Sequence[uuid.UUID], now: dt.datetime | None = None) -> int:
    """Take answers that came from one office for several people, each as it stands; how many. One step.

    Raises `NotPossible` where one counts already or is nobody's; then none is taken.
    """
    at, taken = _instant(now), 0
    if not replies_of:
        return 0
    with store.step(StepKind.TAKE_ANSWERS, count=len(replies_of)) as db:
        rows = [_waiting(db, reply_id) for reply_id in replies_of]
        standing = replies.invited(db, forum_id=rows[0].forum_id)
        for row in rows:
            if row.participation is not None:
                row.settled_by = store.actor or "?"
                said = _meant(row, _whose(db, row, None), row.participation)
                _count(db, said, store.actor, at, standing)
                taken += 1
    return taken


def _waiting(db: Db, reply_id: uuid.UUID) -> ReceivedReply:
    row = found(db, ReceivedReply, reply_id)
    if row.verdict is Verdict.TAKEN or row.settled_by:
        raise NotPossible(_("This answer counts already. Nothing was changed."))
    return row


def _meant(row: ReceivedReply, person: ParticipantId, meaning: Participation) -> _Decided:
    """What an answer means; about the stay where it doesn't say whose it is."""
    session = row.session_id if row.participant_id else row.forum_id
    forum = ForumId(row.forum_id)
    return _Decided(forum, person, session or forum, meaning, Channel.EMAIL, row.comment, row.from_mailbox)


def note(
    store: Store,
    *,
    forum_id: ForumId,
    participant_id: ParticipantId,
    session_id: SessionId | None,
    said: Participation,
    channel: Channel,
    text: str = "",
    now: dt.datetime | None = None,
) -> None:
    """Note an answer that came by phone, chat or word of mouth; `session_id` None: about the stay. One step.

    One about the stay is a step of the invitation and can be undone; one about a session can be taken back.
    """
    about = session_id or forum_id
    with store.step(StepKind.TAKE_ANSWERS, count=1) as db:
        found(db, Participant, participant_id)
        _count(db, _Decided(forum_id, participant_id, about, said, channel, text.strip()), store.actor, _instant(now))


def take_back(store: Store, *, reply_id: uuid.UUID) -> None:
    """An answer that counts was taken by mistake: it counts no longer; coming again it is not taken either."""
    with store.step(StepKind.TAKE_ANSWERS, count=1) as db:
        row = found(db, ReceivedReply, reply_id)
        if row.verdict is Verdict.TAKEN:
            row.verdict, row.settled_by = Verdict.SET_ASIDE, store.actor or "?"


def _count(
    db: Db, decided: _Decided, author: str, at: dt.datetime, standing: Mapping[str, Invited] | None = None
) -> None:
    """The stay is said by the log alone, unless a mail settled it: a mail must be known when it comes again.

    `standing`: what each UID stands for, where it is known for many already.
    """
    if decided.session_id == decided.forum_id:
        note_stay(
            db,
            decided.forum_id,
            decided.participant_id,
            decided.said,
            decided.channel,
            contact=decided.contact,
            text=decided.text,
            author=author,
            at=at,
        )
        if decided.channel is not Channel.EMAIL:
            return
    uid, sequence = _known(standing if standing is not None else _of_person(db, decided), decided)
    db.add(
        ReceivedReply(
            forum_id=decided.forum_id,
            participant_id=decided.participant_id,
            session_id=decided.session_id,
            uid=uid,
            participation=decided.said,
            comment=decided.text,
            from_mailbox=decided.contact,
            sequence=sequence,
            stamped_at=at,
            received_at=at,
            source=str(decided.channel),
            verdict=Verdict.TAKEN,
            settled_by=author or "?",
        )
    )


def _of_person(db: Db, decided: _Decided) -> dict[str, Invited]:
    return replies.invited(db, forum_id=decided.forum_id, participant_id=decided.participant_id)


def _known(standing: Mapping[str, Invited], decided: _Decided) -> tuple[str, int]:
    """UID and newest revision by which the person knows it now; none for what was never mailed."""
    whose = str(decided.participant_id), str(decided.session_id)
    known = [
        (not one.cancelled, place, uid, one.sequence)
        for place, (uid, one) in enumerate(standing.items())
        if (one.participant_id, one.session_id) == whose
    ]
    _holds, _place, uid, sequence = max(known, default=(False, 0, "", 0))
    return uid, sequence


def _whose(db: Db, row: ReceivedReply, chosen: ParticipantId | None) -> ParticipantId:
    person = chosen or (ParticipantId(row.participant_id) if row.participant_id else None)
    if person is None or db.get(Participant, person) is None:
        raise NotPossible(_("It is not known whose answer this is. Choose the person first; nothing was changed."))
    return person


def _keep_address(db: Db, participant_id: ParticipantId, mailbox: str) -> None:
    """Answers from that address are theirs from now on; mail still goes to the first one."""
    person = found(db, Person, found(db, Participant, participant_id).person_id)
    if is_mailbox(mailbox) and mailbox.lower() not in {one.lower() for one in person.emails}:
        person.emails = (*person.emails, mailbox)


def _instant(now: dt.datetime | None) -> dt.datetime:
    return (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
