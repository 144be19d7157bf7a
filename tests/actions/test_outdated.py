"""What waits and is true no longer: it stays in the house, says why, and its person is due again."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from forumplanner.actions import outbox, people, telling
from forumplanner.actions.found import NotPossible
from forumplanner.actions.outbox import AccountOutbox
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState, Outdated
from forumplanner.domain.sending import Limits
from forumplanner.domain.telling import Change, Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.run import Run
from forumplanner.invitations.smtp import Delivery, Outcome
from forumplanner.queries import telling as reading
from forumplanner.records import Forum, Participant
from forumplanner.snapshots.telling import MessageLine, TellingPlan
from forumplanner.store import Store
from told_forum import ACCOUNT, SENT, ToldForum

ALL_DAY = Limits(per_minute=60_000, per_day=10_000, opens=0, closes=24 * 60)
Q, W = OutboxState.QUEUED, OutboxState.WITHDRAWN


class Postman:
    """A line that takes every mail and keeps whom it goes to."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.went: list[str] = []

    def open(self) -> None:
        """It is always there."""

    def close(self) -> None:
        """It stays there."""

    def send(self, _data: bytes, *, sender: str, recipient: str) -> Delivery:
        assert sender
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome.SENT
        if outcome is Outcome.SENT:
            self.went.append(recipient.partition("@")[0])
        return Delivery(outcome, 250, "")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[ToldForum]:
    with Store.create(tmp_path / "waiting.forumplanner", actor="Lin") as store:
        yield ToldForum(store)


def queued(house: ToldForum, mails: tuple[Due, ...] | None = None) -> None:
    """What is due now waits."""
    made = house.written(house.mails() if mails is None else mails, house.clock)
    outbox.queue(house.store, forum_id=house.forum, kind=MailKind.CHANGE, mails=made, account=ACCOUNT, now=house.clock)


def of(house: ToldForum, name: str, *, change: Change | None = None) -> tuple[Due, ...]:
    key = str(house.people[name])
    return tuple(one for one in house.mails() if one.participant_id == key and change in {None, one.change})


def programmes(house: ToldForum, *names: str) -> None:
    """Programme mails to these people wait."""
    people_ = [house.people[name] for name in names]
    book, made = telling.prepare_programmes(house.store, forum_id=house.forum, people=people_, now=SENT)
    mails = list(Assembler(house.plan(), SENT).programmes(book, made))
    outbox.queue(house.store, forum_id=house.forum, kind=MailKind.PROGRAMME, mails=mails, account=ACCOUNT, now=SENT)


def sent(house: ToldForum, *outcomes: Outcome) -> list[str]:
    """Whom a run writes to."""
    postman = Postman(*outcomes)
    now = house.clock + dt.timedelta(minutes=30)
    Run(
        AccountOutbox(house.store, ACCOUNT), postman, "office@yunling.example", ALL_DAY, lambda _s: False,
        now=lambda: now,
    ).go()  # fmt: skip
    return sorted(postman.went)


def lines(house: ToldForum) -> tuple[MessageLine, ...]:
    with house.store.read() as db:
        return reading.messages(db, forum_id=house.forum)


def whys(house: ToldForum) -> list[str]:
    return sorted(str(line.answer) for line in lines(house) if line.state is W)


def tell_siri(house: ToldForum) -> None:
    house.tell(of(house, "Siri"))


def test_a_cancellation_that_was_undone_meanwhile_stays_in_the_house(house: ToldForum) -> None:
    tell_siri(house)
    house.leave("Siri")
    queued(house, of(house, "Siri", change=Change.CANCEL))
    house.store.undo()

    assert (sent(house), whys(house), of(house, "Siri")) == ([], [Outdated.STANDS], ())


def test_a_time_that_was_put_back_is_told_to_nobody(house: ToldForum) -> None:
    tell_siri(house)
    house.move("15:00", "17:00")
    queued(house, of(house, "Siri"))
    house.move("14:00", "16:00")

    assert (sent(house), whys(house), of(house, "Siri")) == ([], [Outdated.CHANGED], ())


def test_a_session_that_moved_once_more_is_due_as_it_now_stands(house: ToldForum) -> None:
    tell_siri(house)
    house.move("15:00", "17:00")
    queued(house, of(house, "Siri"))
    house.move("16:00", "18:00")
    listed = [mail.change for row in house.sums().rows for mail in row.mails]
    gone = sent(house)

    assert (listed, gone, whys(house)) == ([Change.UPDATE], [], [Outdated.CHANGED])
    assert [mail.change for mail in of(house, "Siri")] == [Change.UPDATE]


def test_a_corrected_address_takes_back_what_waits_for_the_wrong_one(house: ToldForum) -> None:
    queued(house, of(house, "Siri"))
    house.write_to("Siri", "siri@right.example")

    assert (sent(house), whys(house)) == ([], [Outdated.ADDRESS] * 2)
    assert {mail.mailbox for mail in of(house, "Siri")} == {"siri@right.example"}


def declined(house: ToldForum) -> None:
    people.set_status(house.store, participants=[house.people["Siri"]], status=InvitationStatus.DECLINED)


def rung_up(house: ToldForum) -> None:
    with house.store.step(StepKind.OTHER) as db:
        db.get_one(Participant, house.people["Siri"]).contact_by = Channel.PHONE


def taken_off(house: ToldForum) -> None:
    house.take_off("Siri")


def without_address(house: ToldForum) -> None:
    house.write_to("Siri", "siri@")


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (declined, Outdated.NOT_COMING),
        (rung_up, Outdated.BY_HAND),
        (taken_off, Outdated.GONE),
        (without_address, Outdated.NO_ADDRESS),
    ],
)
def test_nobody_is_written_to_who_may_not_be_any_more(
    house: ToldForum, happens: Callable[[ToldForum], None], why: Outdated
) -> None:
    programmes(house, "Siri", "Hung")
    happens(house)

    assert (sent(house), whys(house)) == (["hung"], [why])


def test_a_programme_tells_all_sessions_as_they_stand_or_nothing(house: ToldForum) -> None:
    programmes(house, "Siri", "Perera", "Hung")
    house.move("15:00", "17:00")
    house.leave("Perera")

    assert (sent(house), whys(house)) == (["hung"], [Outdated.CHANGED, Outdated.LEFT])


def test_a_programme_that_lacks_a_session_is_made_anew(house: ToldForum) -> None:
    house.leave("Siri")
    programmes(house, "Siri")
    house.store.undo()

    assert (sent(house), whys(house)) == ([], [Outdated.ADDED])


def test_a_plan_that_changes_while_a_run_goes_is_heard_before_the_next_mail(house: ToldForum) -> None:
    programmes(house, "Siri", "Perera")
    box = AccountOutbox(house.store, ACCOUNT)
    box.look_over(house.clock)
    first = box.begin_next(house.clock)
    house.move("15:00", "17:00")
    rest = [one.to_mailbox for one in iter(lambda: box.begin_next(house.clock), None)]

    assert first is not None
    assert (rest, whys(house)) == ([], [Outdated.CHANGED])


def test_a_round_reads_the_plan_once(house: ToldForum, monkeypatch: pytest.MonkeyPatch) -> None:
    programmes(house, "Siri", "Perera", "Hung")
    read: list[ForumId] = []
    load = reading.load

    def counted(db: Session, *, forum_id: ForumId) -> TellingPlan:
        read.append(forum_id)
        return load(db, forum_id=forum_id)

    monkeypatch.setattr(reading, "load", counted)

    assert (sent(house), read) == (["hung", "perera", "siri"], [house.forum])


def test_words_alone_ask_for_person_and_address_but_not_for_the_plan(house: ToldForum) -> None:
    plan = house.plan()
    mails = list(Assembler(plan, SENT).plain(MailKind.SAVE_THE_DATE, plan.readers))
    outbox.queue(house.store, forum_id=house.forum, kind=MailKind.SAVE_THE_DATE, mails=mails, account=ACCOUNT)
    house.move("15:00", "17:00")
    house.write_to("Hung", "hung@new.example")

    assert (sent(house), whys(house)) == (["perera", "siri"], [Outdated.ADDRESS])


def test_who_has_answered_is_reminded_no_more(house: ToldForum) -> None:
    plan = house.plan()
    mails = list(Assembler(plan, SENT).plain(MailKind.REMINDER, plan.readers))
    outbox.queue(house.store, forum_id=house.forum, kind=MailKind.REMINDER, mails=mails, account=ACCOUNT)
    people.set_status(house.store, participants=[house.people["Siri"]], status=InvitationStatus.ACCEPTED)

    assert (sent(house), whys(house)) == (["hung", "perera"], [Outdated.ANSWERED])


def in_doubt(house: ToldForum, mails: tuple[Due, ...]) -> MessageLine:
    queued(house, mails)
    sent(house, Outcome.UNKNOWN)
    (line,) = (line for line in lines(house) if line.state is OutboxState.UNKNOWN)
    return line


def test_a_mail_in_doubt_does_not_go_again_behind_a_later_one(house: ToldForum) -> None:
    first = tuple(mail for mail in of(house, "Siri") if mail.session_id == str(house.talk))
    doubt = in_doubt(house, first)
    house.move("15:00", "17:00")
    house.clock += dt.timedelta(hours=1)
    queued(house, tuple(mail for mail in of(house, "Siri") if mail.change is Change.UPDATE))
    later = sent(house)
    house.move("14:00", "16:00")
    state = outbox.resolve(house.store, message_id=UUID(doubt.id), arrived=False)

    assert (later, state, sent(house), whys(house)) == (["siri"], W, [], [Outdated.NEWER])


def test_a_mail_in_doubt_that_is_true_goes_again(house: ToldForum) -> None:
    first = tuple(mail for mail in of(house, "Siri") if mail.session_id == str(house.talk))
    doubt = in_doubt(house, first)

    assert outbox.resolve(house.store, message_id=UUID(doubt.id), arrived=False) is Q
    assert sent(house) == ["siri"]


def test_a_refused_mail_is_not_tried_again_with_an_old_time_and_a_true_one_has_all_tries(house: ToldForum) -> None:
    queued(house, of(house, "Siri"))
    sent(house, Outcome.REFUSED, Outcome.REFUSED)
    house.move("15:00", "17:00")
    waiting = outbox.try_again(house.store, messages=[UUID(line.id) for line in lines(house)])

    assert (waiting, whys(house)) == (1, [Outdated.CHANGED])
    assert [line.attempts for line in lines(house) if line.state is Q] == [0]
    assert sent(house) == ["siri"]


def test_a_cancellation_at_the_old_address_goes_after_the_new_invitation_all_the_same(house: ToldForum) -> None:
    house.tell(of(house, "Hung"))
    house.write_to("Hung", "hung@new.example")
    queued(house, of(house, "Hung"))
    first = sent(house, Outcome.RETRY)
    house.clock += dt.timedelta(hours=1)

    assert (first, sent(house), whys(house)) == (["hung"], ["hung"], [])


def test_what_was_handed_over_is_not_touched(house: ToldForum) -> None:
    made = house.written(of(house, "Siri"))
    kind = MailKind.CHANGE
    outbox.queue(house.store, forum_id=house.forum, kind=kind, mails=made, account=ACCOUNT, handed_over=True, now=SENT)
    house.take_off("Siri")

    assert (sent(house), whys(house)) == ([], [])


def test_pressed_twice_nothing_waits_twice(house: ToldForum) -> None:
    house.tell(of(house, "Hung"))
    house.write_to("Hung", "hung@new.example")
    mails = house.mails()
    queued(house, mails)
    with pytest.raises(NotPossible, match="wait in the outbox already"):
        queued(house, mails)

    assert len([line for line in lines(house) if line.state is Q]) == len(mails)


def test_a_forum_without_an_address_sends_nothing_but_hands_over(house: ToldForum) -> None:
    made = house.written(of(house, "Siri"))
    with house.store.step(StepKind.EDIT_FORUM) as db:
        db.get_one(Forum, house.forum).mailbox = ""
    kind = MailKind.CHANGE
    with pytest.raises(NotPossible, match="no address that mail can come from"):
        outbox.queue(house.store, forum_id=house.forum, kind=kind, mails=made, account=ACCOUNT)
    none = lines(house)
    outbox.queue(house.store, forum_id=house.forum, kind=kind, mails=made, account="", handed_over=True)

    assert (none, len(lines(house))) == ((), 2)
