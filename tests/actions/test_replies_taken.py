"""Answers that come in: those about the stay move the invitation on, those about a session count for it alone."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factories import make_forum, make_participant, make_person
from forumplanner.actions import outbox, replies
from forumplanner.actions.found import NotPossible
from forumplanner.domain.contacts import About
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.replies import Answer, Participation, Verdict
from forumplanner.queries import contacts, telling
from forumplanner.queries import replies as reading
from forumplanner.records import Participant
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store
from planner_file import filling_of

AT = dt.datetime(2026, 10, 12, 1, tzinfo=dt.UTC)
SESSION = str(uuid.uuid4())
MAILBOXES = ("siri@new.example", "siri@menam.example")
YES = Answer("REPLY", "session@y.example", 0, AT, (("siri@menam.example", Participation.ACCEPTED),), "Gladly")


class Office:
    def __init__(self, store: Store) -> None:
        self.store = store
        with filling_of(store) as db:
            forum = make_forum(db)
            guest = make_participant(db, forum, make_person(db, latin="Siri", emails=MAILBOXES))
        self.forum, self.guest = ForumId(forum.id), guest.id
        for uid, session in (("session@y.example", SESSION), ("stay@y.example", str(forum.id))):
            told = {"session": session, "uid": uid, "sequence": 1, "fingerprint": "f"}
            mail = Written(
                str(guest.id), MailKind.SESSION, "REQUEST", "Siri", "Siri@Menam.example", "s", "w", uid, b"", (told,)
            )
            outbox.queue(store, forum_id=self.forum, kind=MailKind.SESSION, mails=[mail], account="", handed_over=True)

    def take(self, *answers: Answer) -> list[Verdict]:
        taken = replies.take(self.store, forum_id=self.forum, source="a.eml", answers=answers, now=AT)
        return [one.verdict for one in taken]

    def status(self) -> InvitationStatus | None:
        with self.store.read() as db:
            guest = db.get(Participant, self.guest)
            assert guest
            return guest.status

    def answers(self) -> dict[str, Participation]:
        with self.store.read() as db:
            return {session: said for (_p, session), said in reading.answers(db, forum_id=self.forum).items()}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "replies.forumplanner", actor="Zhou") as store:
        yield Office(store)


def test_an_answer_about_a_session_counts_for_it_alone(office: Office) -> None:
    assert office.take(YES) == [Verdict.TAKEN]
    assert office.answers() == {SESSION: Participation.ACCEPTED}
    assert office.status() is None


def test_an_answer_about_the_stay_moves_the_invitation_on_and_can_be_undone(office: Office) -> None:
    office.take(replace(YES, uid="stay@y.example"))

    assert office.status() is InvitationStatus.ACCEPTED
    with office.store.read() as db:
        (note,) = contacts.notes_of(
            db, forum_id=office.forum, about=[About(participant_id=ParticipantId(office.guest))]
        )
    assert (note.text, note.status) == ("Gladly", InvitationStatus.ACCEPTED)
    office.store.undo()
    assert office.status() is None


def test_the_person_is_known_by_every_address_of_theirs(office: Office) -> None:
    other = replace(YES, attendees=(("siri@new.example", Participation.DECLINED),), sequence=1)

    assert office.take(YES, other) == [Verdict.TAKEN, Verdict.TAKEN]
    assert office.answers() == {SESSION: Participation.DECLINED}


def test_the_same_answer_twice_changes_nothing(office: Office) -> None:
    assert office.take(YES, YES) == [Verdict.TAKEN, Verdict.REPEATED]
    assert office.take(YES) == [Verdict.REPEATED]
    with office.store.read() as db:
        assert len(telling.replies(db, forum_id=office.forum)) == 1


def test_an_older_answer_comes_too_late(office: Office) -> None:
    late = replace(
        YES, stamped_at=AT + dt.timedelta(hours=1), attendees=(("siri@menam.example", Participation.DECLINED),)
    )

    assert office.take(late, YES) == [Verdict.TAKEN, Verdict.OLDER]
    assert office.answers() == {SESSION: Participation.DECLINED}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (replace(YES, uid="nobody@y.example"), Verdict.UNKNOWN_UID),
        (replace(YES, from_mailbox="forger@c.example"), Verdict.ANOTHER_SENDER),
        (replace(YES, sequence=2), Verdict.TOO_NEW),
    ],
)
def test_what_is_not_clear_waits_for_a_look(office: Office, answer: Answer, verdict: Verdict) -> None:
    assert office.take(answer) == [verdict]
    assert office.answers() == {}
    with office.store.read() as db:
        (line,) = telling.replies(db, forum_id=office.forum)
    assert (line.verdict, line.source, line.settled_by) == (verdict, "a.eml", "")


def test_somebody_decides_what_an_answer_means(office: Office) -> None:
    office.take(replace(YES, from_mailbox="secretary@menam.example"))
    with office.store.read() as db:
        (line,) = telling.replies(db, forum_id=office.forum)
    replies.settle(office.store, reply_id=uuid.UUID(line.id), meaning=Participation.TENTATIVE)

    assert office.answers() == {SESSION: Participation.TENTATIVE}
    with pytest.raises(NotPossible, match="counts already"):
        replies.settle(office.store, reply_id=uuid.UUID(line.id), meaning=None)


def test_an_answer_that_means_nothing_is_put_aside(office: Office) -> None:
    office.take(replace(YES, uid="nobody@y.example"))
    with office.store.read() as db:
        (line,) = telling.replies(db, forum_id=office.forum)
    replies.settle(office.store, reply_id=uuid.UUID(line.id), meaning=None)

    with office.store.read() as db:
        (line,) = telling.replies(db, forum_id=office.forum)
    assert (line.verdict, line.settled_by) == (Verdict.UNKNOWN_UID, "Zhou")
