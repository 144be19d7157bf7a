"""What was told by mouth counts as told: it stands beside the mail and in the log, and can be taken back."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions import contacts, outbox, telling
from forumplanner.actions.found import NotPossible
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ContactNoteId, DelegationId, ForumId, ParticipantId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.telling import Change
from forumplanner.i18n import gettext as _
from forumplanner.queries import calendar
from forumplanner.queries.knowing import BY_MOUTH
from forumplanner.records import ContactNote, OutboxMessage
from forumplanner.snapshots.outbox import Prepared, Written
from forumplanner.snapshots.told_by_mouth import ByMouth
from forumplanner.snapshots.told_facts import house
from forumplanner.snapshots.told_facts import told as told_of
from forumplanner.store import Store


def tell(
    store: Store,
    *,
    forum_id: ForumId,
    told: Sequence[ByMouth],
    channel: Channel,
    now: dt.datetime | None = None,
    make_key: Callable[[], uuid.UUID] = uuid.uuid4,
) -> uuid.UUID:
    """Keep that these people were told, and log the contact with each, or with each delegation; gives the round's key.

    What was told can't be undone by the history: `take_back` does. The log of contacts is one step of it. Raises
    `NotPossible` where nobody had to be told anything.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    mails = [mail for one in told for mail in one.mails]
    prepared = telling.prepare(store, forum_id=forum_id, mails=mails, now=at, make_key=make_key) if mails else ()
    with store.read() as db:
        writer = house(calendar.plan(db, forum_id=forum_id))
    written = list(_written(told, prepared, writer, make_key))
    if not written:
        raise NotPossible(_("Nobody of these has to be told anything. Nothing was changed."))
    made = outbox.queue(
        store, forum_id=forum_id, kind=MailKind.CHANGE, mails=written, account=channel, handed_over=True, now=at
    )
    _log(store, forum_id, told, channel, at)
    return made


def _written(
    told: Sequence[ByMouth], prepared: Sequence[Prepared], writer: str, make_key: Callable[[], uuid.UUID]
) -> Iterator[Written]:
    """One row a person, and one more where something was called off, which is kept apart."""
    own: defaultdict[tuple[str, bool], list[Prepared]] = defaultdict(list)
    for one in prepared:
        own[one.due.participant_id, one.due.change is Change.CANCEL].append(one)
    for person in told:
        for off in (False, True):
            said = own.get((person.participant_id, off))
            if said:
                yield Written(
                    participant_id=person.participant_id,
                    kind=MailKind.CANCELLATION if off else MailKind.CHANGE,
                    method="CANCEL" if off else "",
                    to_name=person.name,
                    to_mailbox="",
                    subject=" · ".join(dict.fromkeys(one.event.summary for one in said)),
                    words=person.words,
                    message_id=f"{make_key()}@told.invalid",
                    content=b"",
                    tells=tuple(told_of(one, writer) for one in said),
                )


def _log(store: Store, forum_id: ForumId, told: Sequence[ByMouth], channel: Channel, at: dt.datetime) -> None:
    """A line about each person who was told alone, and one about each delegation whose chat was written in."""
    by_about: dict[About, ByMouth] = {}
    for one in told:
        key = uuid.UUID(one.delegation_id or one.participant_id)
        about = About.delegation(DelegationId(key)) if one.delegation_id else About.participant(ParticipantId(key))
        by_about.setdefault(about, one)
    with store.read() as db:
        noted = contacts.moment(db, forum_id, at)
    names = list(dict.fromkeys(one.name for one in told))
    who = {tag: mark.join(names[:3]) + ("…" if len(names) > 3 else "") for tag, mark in (("zh", "、"), ("en", ", "))}
    with store.step(StepKind.LOG_CONTACT, **by_language("who", zh=who["zh"], en=who["en"])) as db:
        for about, one in by_about.items():
            contacts.write_note(
                db,
                forum_id=forum_id,
                about=about,
                author=store.actor,
                noted=replace(noted, channel=channel, text=one.words),
            )


def take_back(store: Store, *, messages: Sequence[uuid.UUID]) -> int:
    """What others were to pass on did not reach these people after all: they must know again; how many mails.

    That may be a call, words for a chat, or a draft. Of what was told by mouth the person's own line leaves the log; a
    line about a whole delegation stays. UID and SEQUENCE stay spent, since nobody can be sure. What went through a
    server is never taken back.
    """
    said: list[tuple[uuid.UUID, str]] = []
    with store.step(StepKind.OTHER, count=len(messages)) as db:
        rows = _handed_over(db, messages)
        for row in rows:
            row.state = OutboxState.WITHDRAWN
            if row.participant_id and row.account in BY_MOUTH:
                said.append((row.participant_id, row.words))
    with store.read() as db:
        notes = [key for person, words in said for key in _notes(db, person, words)]
    for note in notes:
        contacts.remove(store, note_id=note)
    return len(rows)


def _handed_over(db: Db, messages: Sequence[uuid.UUID]) -> list[OutboxMessage]:
    """Those of these that are still handed over; so many at a time as one statement takes."""
    rows: list[OutboxMessage] = []
    for start in range(0, len(messages), 400):
        some = OutboxMessage.id.in_(messages[start : start + 400])
        handed_over = OutboxMessage.state == OutboxState.HANDED_OVER
        rows += db.execute(select(OutboxMessage).where(some, handed_over)).scalars()
    return rows


def _notes(db: Db, person: uuid.UUID, words: str) -> list[ContactNoteId]:
    query = select(ContactNote.id).where(ContactNote.participant_id == person, ContactNote.text == words.strip())
    return [ContactNoteId(key) for key in db.execute(query).scalars()]
