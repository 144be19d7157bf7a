"""Answers that somebody decides on, answers to what changed meanwhile, and what an answer shows about the mail."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answering_office import AT, SESSION, STAY, UID, YES, Office, said
from forumplanner.actions import merging, people, replies, settling
from forumplanner.actions.contacts import log
from forumplanner.actions.found import NotPossible
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import PersonId, SessionId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.records import Person
from forumplanner.store import Store

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "replies.forumplanner", actor="Zhou") as store:
        yield Office(store)


def test_a_no_and_then_a_yes_is_a_yes_whichever_is_read_first(office: Office) -> None:
    no = said(Participation.DECLINED, uid=STAY)
    yes = replace(said(Participation.ACCEPTED, uid=STAY), stamped_at=AT + HOUR)

    assert office.take(no) == [Verdict.TAKEN]
    assert office.status() is InvitationStatus.DECLINED
    assert office.take(yes, no) == [Verdict.TAKEN, Verdict.OLDER]
    assert office.status() is InvitationStatus.ACCEPTED
    assert office.answers() == {str(office.forum): Participation.ACCEPTED}


def test_a_maybe_takes_a_yes_back(office: Office) -> None:
    office.take(said(Participation.ACCEPTED, uid=STAY))
    office.take(replace(said(Participation.TENTATIVE, uid=STAY), stamped_at=AT + HOUR))

    assert office.status() is InvitationStatus.RECEIVED


def test_who_came_has_come_whatever_a_late_mail_says(office: Office) -> None:
    office.log(InvitationStatus.ATTENDED, AT - HOUR)

    assert office.take(said(Participation.DECLINED, uid=STAY)) == [Verdict.TAKEN]
    assert office.status() is InvitationStatus.ATTENDED


def test_one_office_answers_for_several_people(office: Office) -> None:
    answers = [
        replace(said(Participation.ACCEPTED, uid=uid), from_mailbox="office@menam.example") for uid in office.uids
    ]

    assert office.take(*answers) == [Verdict.ANOTHER_SENDER] * len(answers)
    assert office.answers() == {}
    taken = settling.settle_alike(office.store, replies_of=[uuid.UUID(line.id) for line in office.lines()], now=AT)

    assert taken == len(answers)
    assert office.store.history(limit=1)[0].values["count"] == len(answers)
    assert set(office.answers().values()) == {Participation.ACCEPTED}
    assert office.take(*answers) == [Verdict.REPEATED] * len(answers)


def test_an_answer_settled_about_the_stay_is_a_step_and_can_be_undone(office: Office) -> None:
    office.take(replace(said(Participation.DECLINED, uid=STAY), from_mailbox="office@menam.example"))
    settling.settle(
        office.store, reply_id=uuid.UUID(office.lines()[0].id), meaning=Participation.DECLINED, keep_address=True
    )

    assert office.status() is InvitationStatus.DECLINED

    office.store.undo()
    assert (office.status(), office.emails()) == (None, ("siri@new.example", "siri@menam.example"))


def test_an_answer_of_nobody_known_is_given_to_somebody(office: Office) -> None:
    office.take(said(Participation.ACCEPTED, uid="lost@y.example"))
    reply = uuid.UUID(office.lines()[0].id)

    with pytest.raises(NotPossible, match="Choose the person first"):
        settling.settle(office.store, reply_id=reply, meaning=Participation.ACCEPTED)
    settling.settle(office.store, reply_id=reply, meaning=Participation.ACCEPTED, participant_id=office.guest)

    assert office.status() is InvitationStatus.ACCEPTED


def test_an_answer_by_chat_counts_until_it_is_taken_back(office: Office) -> None:
    settling.note(
        office.store,
        forum_id=office.forum,
        participant_id=office.guest,
        session_id=SessionId(uuid.UUID(SESSION)),
        said=Participation.DECLINED,
        channel=Channel.CHAT,
        text="has a lecture then",
        now=AT + HOUR,
    )
    (line,) = office.lines()

    assert (office.answers(), office.status()) == ({SESSION: Participation.DECLINED}, None)
    assert (line.source, line.comment, line.settled_by) == ("chat", "has a lecture then", "Zhou")
    assert office.take(YES) == [Verdict.OLDER]
    settling.take_back(office.store, reply_id=uuid.UUID(line.id))
    assert office.answers() == {}


def test_a_call_about_the_stay_is_undone_as_a_whole(office: Office) -> None:
    office.take(said(Participation.DECLINED, uid=STAY))
    office.note(Participation.ACCEPTED, AT + HOUR)

    assert (office.status(), office.answers()) == (
        InvitationStatus.ACCEPTED,
        {str(office.forum): Participation.ACCEPTED},
    )
    office.store.undo()
    assert (office.status(), office.answers()) == (
        InvitationStatus.DECLINED,
        {str(office.forum): Participation.DECLINED},
    )


def test_a_mail_from_before_a_call_that_says_otherwise_needs_a_look(office: Office) -> None:
    office.note(Participation.ACCEPTED, AT + HOUR)

    assert office.take(said(Participation.DECLINED, uid=STAY)) == [Verdict.NOTED_OTHERWISE]
    assert office.take(said(Participation.ACCEPTED, uid=STAY)) == [Verdict.OLDER]
    assert office.status() is InvitationStatus.ACCEPTED


@pytest.mark.parametrize(
    ("state", "then"),
    [
        (OutboxState.UNKNOWN, OutboxState.SENT),
        (OutboxState.RETRY, OutboxState.SENT),
        (OutboxState.REFUSED, OutboxState.SENT),
        (OutboxState.DRAFT, OutboxState.HANDED_OVER),
        (OutboxState.SENDING, OutboxState.SENDING),
        (OutboxState.SENT, OutboxState.SENT),
    ],
)
def test_an_answer_shows_that_its_mail_has_arrived(office: Office, state: OutboxState, then: OutboxState) -> None:
    office.set_state(STAY, state)

    assert office.take(said(Participation.ACCEPTED, uid=STAY, sequence=1)) == [Verdict.TAKEN]
    assert office.states()[STAY] is then


def test_an_answer_to_an_older_revision_shows_nothing_about_the_newer_mail(office: Office) -> None:
    office.set_state(STAY, OutboxState.UNKNOWN)
    office.take(said(Participation.ACCEPTED, uid=STAY, sequence=0))

    assert office.states()[STAY] is OutboxState.UNKNOWN


def test_a_yes_to_what_was_cancelled_needs_a_look_and_a_no_does_not(office: Office) -> None:
    office.cancel()

    assert office.take(said(Participation.DECLINED)) == [Verdict.OLDER]
    assert office.take(said(Participation.ACCEPTED)) == [Verdict.CANCELLED]
    assert office.answers() == {}


def test_somebody_who_left_the_list_needs_a_look(office: Office) -> None:
    people.remove_participant(office.store, participant_id=office.guest)

    assert office.take(YES) == [Verdict.GONE]


def test_somebody_merged_into_another_answers_as_that_one(office: Office) -> None:
    merging.merge(office.store, keep=PersonId(office.twin_person), drop=PersonId(office.person))
    with office.store.read() as db:
        kept = db.get(Person, office.twin_person)
        assert kept
        assert "siri@menam.example" in kept.emails

    assert office.take(said(Participation.ACCEPTED, uid=STAY)) == [Verdict.TAKEN]
    assert office.status(office.twin) is InvitationStatus.ACCEPTED


def test_an_answer_from_no_address_is_nobodys(office: Office) -> None:
    office.mail(UID, SESSION, "REQUEST", 2, to="")

    assert office.take(replace(YES, attendees=(("", Participation.ACCEPTED),))) == [Verdict.ANOTHER_PERSON]


def test_another_time_is_proposed_and_nothing_taken(office: Office) -> None:
    assert office.take(replace(YES, method="COUNTER")) == [Verdict.OTHER_TIME]
    assert office.answers() == {}


def test_somebody_else_is_sent(office: Office) -> None:
    both = (("siri@menam.example", Participation.DELEGATED), ("aye@menam.example", Participation.ACCEPTED))

    assert office.take(replace(YES, attendees=both)) == [Verdict.DELEGATED]


def test_what_somebody_logged_by_mail_never_outweighs_a_mail(office: Office) -> None:
    log(
        office.store,
        forum_id=office.forum,
        about=About(participant_id=office.guest),
        day=(AT + HOUR).date(),
        minute=23 * 60,
        channel=Channel.EMAIL,
        status=InvitationStatus.ACCEPTED,
        today=(AT + HOUR).date(),
    )

    assert office.take(said(Participation.DECLINED, uid=STAY)) == [Verdict.TAKEN]


def test_what_counts_is_not_settled_again(office: Office) -> None:
    office.take(YES)

    with pytest.raises(NotPossible, match="counts already"):
        replies.settle(office.store, reply_id=uuid.UUID(office.lines()[0].id), meaning=None)


def test_an_address_that_was_replaced_no_longer_answers_for_the_person(office: Office) -> None:
    office.write_to("siri@new.example")

    assert office.take(said(Participation.DECLINED, uid=STAY)) == [Verdict.ANOTHER_SENDER]
    assert (office.status(), office.answers()) == (None, {})
    (line,) = office.lines()
    assert (line.participant_id, line.from_mailbox) == (str(office.guest), "siri@menam.example")


def test_the_newest_answer_counts_whatever_an_entry_at_an_older_address_was_answered(office: Office) -> None:
    office.take(said(Participation.ACCEPTED, sequence=1))
    office.renew("renewed@y.example")

    assert office.answers() == {}
    answer = replace(said(Participation.DECLINED, uid="renewed@y.example"), stamped_at=AT + HOUR)
    assert office.take(answer) == [Verdict.TAKEN]
    assert office.answers() == {SESSION: Participation.DECLINED}


def test_an_entry_that_another_has_replaced_is_answered_as_one_that_was_cancelled(office: Office) -> None:
    office.renew("renewed@y.example")

    assert office.take(said(Participation.ACCEPTED, sequence=1)) == [Verdict.CANCELLED]
    assert office.take(said(Participation.DECLINED, sequence=1)) == [Verdict.OLDER]


def test_a_call_counts_over_earlier_mails_and_a_later_mail_over_the_call(office: Office) -> None:
    office.renew("renewed@y.example")
    office.mail("renewed@y.example", SESSION, "REQUEST", 3, to="siri@new.example", at=AT + HOUR / 2)
    answer = said(Participation.ACCEPTED, uid="renewed@y.example", sequence=3)
    office.take(answer)
    settling.note(
        office.store, forum_id=office.forum, participant_id=office.guest, session_id=SessionId(uuid.UUID(SESSION)),
        said=Participation.DECLINED, channel=Channel.PHONE, now=AT + HOUR,
    )  # fmt: skip

    assert office.answers() == {SESSION: Participation.DECLINED}
    assert office.take(replace(answer, stamped_at=AT + 2 * HOUR)) == [Verdict.TAKEN]
    assert office.answers() == {SESSION: Participation.ACCEPTED}


def test_an_answer_from_the_future_waits_for_a_look_and_swallows_none(office: Office) -> None:
    fast = replace(said(Participation.ACCEPTED), stamped_at=AT + 900 * HOUR)
    near = replace(said(Participation.ACCEPTED), stamped_at=AT + 20 * HOUR)

    assert office.take(fast, near) == [Verdict.NO_TIME, Verdict.TAKEN]
    assert office.take(replace(said(Participation.DECLINED), stamped_at=AT + 4 * HOUR), after=5 * HOUR) == [
        Verdict.TAKEN
    ]
    assert office.answers() == {SESSION: Participation.DECLINED}
    assert office.take(near, after=30 * HOUR) == [Verdict.REPEATED]


def test_a_delivery_is_one_step_and_what_it_says_first_is_known_to_what_follows(office: Office) -> None:
    no, yes = (
        said(Participation.DECLINED, uid=STAY),
        replace(said(Participation.ACCEPTED, uid=STAY), stamped_at=AT + HOUR),
    )
    taken = replies.take_all(
        office.store,
        forum_id=office.forum,
        delivery=[("1.eml", [yes]), ("2.eml", []), ("3.eml", [no, yes])],
        now=AT + HOUR,
    )

    assert [[one.verdict for one in judged] for judged in taken] == [
        [Verdict.TAKEN], [], [Verdict.OLDER, Verdict.REPEATED]
    ]  # fmt: skip
    assert [line.source for line in office.lines()] == ["1.eml"]
    office.store.undo()
    assert office.status() is None


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(6)))
def test_whatever_the_order_of_reading_the_same_answer_counts(order: list[int]) -> None:
    delivery = [
        replace(said(participation, uid=uid), stamped_at=AT + hours * HOUR)
        for hours, participation in enumerate((Participation.ACCEPTED, Participation.DECLINED, Participation.TENTATIVE))
        for uid in (UID, STAY)
    ]
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "a.forumplanner", actor="Zhou") as store:
        office = Office(store)
        office.take(*(delivery[place] for place in order))

        assert office.answers() == {SESSION: Participation.TENTATIVE, str(office.forum): Participation.TENTATIVE}
        kept = len(office.lines())
        assert set(office.take(*delivery)) <= {Verdict.OLDER, Verdict.REPEATED}
        assert len(office.lines()) == kept
