"""An invitation that went out moves the status on, once, and never backwards."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from factories import make_forum, make_participant, make_person
from forumplanner.actions import outbox, people
from forumplanner.actions.invited import note_arrived
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.records import Participant
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store
from planner_file import Filling

BOX = "office@a.example"
NOW = dt.datetime(2026, 10, 9, 2, tzinfo=dt.UTC)
S = InvitationStatus


def statuses(store: Store) -> Mapping[str, InvitationStatus | None]:
    with store.read() as db:
        return {str(one.id): one.status for one in db.query(Participant)}


def mailed(filling: Filling, *before: InvitationStatus | None) -> tuple[ForumId, list[Written]]:
    """A mail to somebody in each of these states."""
    with filling() as db:
        forum = make_forum(db, mailbox="office@a.example")
        made = [
            make_participant(db, forum, make_person(db, latin=f"Guest {place}", emails=("g@a.example",)), status=status)
            for place, status in enumerate(before)
        ]
        mails = [
            Written(str(one.id), MailKind.INVITATION, "", "Guest", "g@a.example", "Invitation", "", f"{one.id}@a", b"")
            for one in made
        ]
        return ForumId(forum.id), mails


def test_who_was_before_the_letter_is_invited_now_and_undo_takes_it_back(store: Store, filling: Filling) -> None:
    before = (None, S.NOT_INVITED, S.APPROVED, S.TO_APPROVE, S.ACCEPTED, S.DECLINED)
    forum, mails = mailed(filling, *before)
    outbox.queue(store, forum_id=forum, kind=MailKind.INVITATION, mails=mails, account="", handed_over=True, now=NOW)

    assert note_arrived(store) == 3
    found = statuses(store)
    assert [found[mail.participant_id] for mail in mails] == [S.SENT] * 3 + [S.TO_APPROVE, S.ACCEPTED, S.DECLINED]

    store.undo()
    found = statuses(store)
    assert [found[mail.participant_id] for mail in mails] == list(before)
    assert note_arrived(store) == 0


def test_what_waits_or_is_in_doubt_moves_nobody_until_it_is_found_to_have_gone(store: Store, filling: Filling) -> None:
    forum, mails = mailed(filling, None, None)
    outbox.queue(store, forum_id=forum, kind=MailKind.INVITATION, mails=mails, account=BOX, now=NOW)
    taken = outbox.begin_next(store, account=BOX, now=NOW)
    assert taken is not None
    outbox.settle(store, message_id=taken.id, state=OutboxState.UNKNOWN, code=0, answer="", now=NOW)
    before = note_arrived(store), set(statuses(store).values())
    outbox.resolve(store, message_id=taken.id, arrived=True)

    assert before == (0, {None})
    assert Counter(statuses(store).values()) == {None: 1, S.SENT: 1}
    assert [step.kind for step in store.history()][:1] == [StepKind.EDIT_PARTICIPANTS]


def test_a_run_that_was_killed_is_noted_later(store: Store, filling: Filling) -> None:
    forum, mails = mailed(filling, None)
    outbox.queue(store, forum_id=forum, kind=MailKind.INVITATION, mails=mails, account=BOX, now=NOW)
    taken = outbox.begin_next(store, account=BOX, now=NOW)
    assert taken is not None
    outbox.settle(store, message_id=taken.id, state=OutboxState.SENT, code=250, answer="", now=NOW)

    assert (note_arrived(store), note_arrived(store)) == (1, 0)


def test_a_status_that_somebody_set_after_the_mail_went_stands(store: Store, filling: Filling) -> None:
    forum, mails = mailed(filling, S.SENT)
    outbox.queue(store, forum_id=forum, kind=MailKind.INVITATION, mails=mails, account="", handed_over=True, now=NOW)
    key = ParticipantId(UUID(mails[0].participant_id))
    people.set_status(store, participants=[key], status=S.APPROVED)

    assert (note_arrived(store), set(statuses(store).values())) == (0, {S.APPROVED})
