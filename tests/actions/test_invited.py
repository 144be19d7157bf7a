"""An invitation that went out moves the status on, once, and never backwards."""

import datetime as dt
from collections.abc import Mapping

from factories import make_forum, make_participant, make_person
from forumplanner.actions import outbox
from forumplanner.actions.invited import note_invited
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.records import Participant
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store
from planner_file import Filling

NOW = dt.datetime(2026, 10, 9, 2, tzinfo=dt.UTC)
S = InvitationStatus


def statuses(store: Store) -> Mapping[str, InvitationStatus | None]:
    with store.read() as db:
        return {str(one.id): one.status for one in db.query(Participant)}


def mailed(filling: Filling, *before: InvitationStatus | None) -> tuple[ForumId, list[Written]]:
    """A mail to somebody in each of these states."""
    with filling() as db:
        forum = make_forum(db)
        made = [
            make_participant(db, forum, make_person(db, latin=f"Guest {place}"), status=status)
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

    assert note_invited(store, since=NOW) == 3
    found = statuses(store)
    assert [found[mail.participant_id] for mail in mails] == [S.SENT] * 3 + [S.TO_APPROVE, S.ACCEPTED, S.DECLINED]

    store.undo()
    found = statuses(store)
    assert [found[mail.participant_id] for mail in mails] == list(before)


def test_what_went_out_earlier_or_waits_moves_nobody(store: Store, filling: Filling) -> None:
    forum, mails = mailed(filling, None, None)
    kind = MailKind.INVITATION
    outbox.queue(store, forum_id=forum, kind=kind, mails=mails[:1], account="", handed_over=True, now=NOW)
    outbox.queue(store, forum_id=forum, kind=kind, mails=mails[1:], account="a@b", now=NOW)

    assert note_invited(store, since=NOW + dt.timedelta(seconds=1)) == 0
    assert set(statuses(store).values()) == {None}
    assert len([step for step in store.history() if step.kind.value == "edit_participants"]) == 0
