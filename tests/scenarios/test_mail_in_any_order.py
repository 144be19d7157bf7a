"""What people hold stays what the plan says, in whatever order mails arrive, addresses change and clocks are set."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factories import make_participant, make_person
from forumplanner.actions import outbox, people, telling
from forumplanner.actions.merging import merge
from forumplanner.domain.ids import ParticipantId, PersonId
from forumplanner.domain.kinds import Category, InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.telling import Change, Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.rounds import Known, Left, Whom, roll
from forumplanner.records import Forum, OutboxMessage
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.rounds import Duties
from forumplanner.snapshots.telling import Reach
from forumplanner.store import Store
from told_forum import ACCOUNT, SENT, ToldForum

Sent = tuple[str, str, str, int]
"""Mailbox, method, UID, SEQUENCE."""


class House(ToldForum):
    """A forum that can send programmes, let mails arrive in any order, and take in somebody's second record."""

    def programmes(self, *, now: dt.datetime = SENT) -> None:
        """Everybody's programme, sent."""
        everybody = list(self.people.values())
        book, made = telling.prepare_programmes(self.store, forum_id=self.forum, people=everybody, now=now)
        self.arrive(list(Assembler(self.plan(), now).programmes(book, made)))

    def arrive(self, mails: Sequence[Written]) -> None:
        """They are sent one after the other, an hour apart."""
        for mail in mails:
            outbox.queue(
                self.store, forum_id=self.forum, kind=MailKind.CHANGE, mails=[mail], account=ACCOUNT, now=self.clock
            )
            with self.store.step(StepKind.OTHER) as db:
                for row in db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.QUEUED):
                    row.state, row.settled_at = OutboxState.SENT, self.clock
            self.clock += dt.timedelta(hours=1)

    def of(self, name: str, session: str = "") -> list[Due]:
        """What is due to somebody, of one session if one is given."""
        key = str(self.people[name])
        return [one for one in self.mails() if one.participant_id == key and session in {"", one.session_id}]

    def twin(self, name: str, mailbox: str) -> None:
        """A second record of Siri."""
        with self.store.step(StepKind.OTHER) as db:
            person = make_person(db, latin="Siri", country="TH", emails=(mailbox,))
            made = make_participant(db, db.get_one(Forum, self.forum), person, Category.DELEGATE)
            self.people[name], self.persons[name] = ParticipantId(made.id), PersonId(person.id)


def said(mails: Sequence[Written]) -> list[Sent]:
    return [(mail.to_mailbox, mail.method, one["uid"], one["sequence"]) for mail in mails for one in mail.tells]


def brief(mails: Sequence[Due]) -> list[tuple[str, str]]:
    return sorted((str(mail.change), mail.mailbox) for mail in mails)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with Store.create(tmp_path / "told.forumplanner", actor="Lin") as store:
        yield House(store)


def test_a_cancellation_that_arrives_late_is_not_the_last_word_on_the_new_invitation(house: House) -> None:
    house.tell()
    house.write_to("Hung", "an@redriver.example")
    away, here = house.written(house.of("Hung"), house.clock)
    house.arrive([here, away])
    told = [one for one in house.plan().told if one.participant_id == str(house.people["Hung"])]
    after = brief(house.of("Hung"))
    house.take_off("Hung")

    assert ([(one.mailbox, one.over) for one in told], after) == ([("an@redriver.example", False)], [])
    assert brief(house.of("Hung")) == [("cancel", "an@redriver.example")]


def test_a_cancellation_at_the_old_address_that_was_withdrawn_is_due_again(house: House) -> None:
    house.tell()
    house.write_to("Hung", "an@redriver.example")
    away, here = house.written(house.of("Hung"), house.clock)
    house.arrive([here])

    (again,) = house.of("Hung")
    (mail,) = house.written([again], house.clock)
    house.arrive([mail])

    assert said([mail]) == said([away])
    assert house.of("Hung") == []
    assert [(row.title, row.sorts) for row in house.sums().rows] == []


def test_an_entry_that_went_to_two_addresses_is_taken_back_at_the_old_one(house: House) -> None:
    house.tell()
    house.write_to("Hung", "an@redriver.example")
    (cancel, _new) = house.of("Hung")
    same = Due(cancel.participant_id, cancel.session_id, Change.NEW, "an@redriver.example", was=cancel.was)
    house.arrive(house.written([same], house.clock))
    mails = house.of("Hung")
    house.arrive(house.written(mails, house.clock))

    assert brief(mails) == [("cancel", "hung@redriver.example")]
    assert house.of("Hung") == []


def test_an_address_corrected_back_is_known_by_one_uid_at_a_time(house: House) -> None:
    house.tell()
    standing: dict[str, set[str]] = {"hung@redriver.example": {"first"}}
    for mailbox in ("an@redriver.example", "hung@redriver.example", "an@redriver.example"):
        house.write_to("Hung", mailbox)
        mails = house.written(house.of("Hung"), house.clock)
        house.arrive(mails)
        for to, method, uid, _sequence in said(mails):
            standing.setdefault(to, set())
            standing[to] = set() if method == "CANCEL" else {uid}

        assert [to for to, uids in standing.items() if uids] == [mailbox]
        assert house.of("Hung") == []


def test_a_clock_put_back_neither_repeats_nor_lowers_a_sequence(house: House) -> None:
    house.tell()
    heard: list[Sent] = []
    for hour, day in (("14:10", 3), ("14:20", -40), ("14:30", -80), ("14:40", 1)):
        house.move(hour, "16:30")
        mails = house.written(house.of("Siri"), SENT + dt.timedelta(days=day))
        house.arrive(mails)
        heard += said(mails)

        assert house.of("Siri") == []
    assert [sequence for _to, _method, _uid, sequence in heard] == [1, 2, 3, 4]
    assert len({uid for _to, _method, uid, _sequence in heard}) == 1


def test_stamps_rise_though_the_clock_was_put_back(house: House) -> None:
    stamps = []
    for hour, day in (("14:10", 3), ("14:20", -40), ("14:30", 1)):
        house.move(hour, "16:30")
        mails = house.of("Siri", str(house.talk))
        (one,) = telling.prepare(house.store, forum_id=house.forum, mails=mails, now=SENT + dt.timedelta(days=day))
        stamps.append(one.entry.stamped_at)

    assert stamps == [SENT + dt.timedelta(days=3, seconds=later) for later in (0, 1, 2)]


def test_a_new_uid_is_born_after_the_old_one_though_the_clock_was_put_back(house: House) -> None:
    house.tell()
    house.write_to("Hung", "an@redriver.example")
    house.arrive(house.written(house.of("Hung"), SENT - dt.timedelta(days=100)))
    told = [one for one in house.plan().told if one.participant_id == str(house.people["Hung"])]

    assert [(one.mailbox, one.sequence) for one in told] == [("an@redriver.example", 0)]
    assert house.of("Hung") == []


def test_two_exports_after_a_corrected_address_speak_of_one_new_uid(house: House) -> None:
    house.tell()
    house.write_to("Hung", "an@redriver.example")

    first, second = (said(house.written(house.of("Hung"), house.clock)) for _time in range(2))

    assert first == second


def test_a_minor_change_that_comes_back_after_another_was_told_is_told(house: House) -> None:
    house.tell()
    house.move("14:05", "16:00")
    telling.mark_minor(house.store, forum_id=house.forum, session_id=house.talk)
    marked = house.mails()
    house.move("15:00", "17:00")
    house.tell()
    house.move("14:05", "16:00")

    assert marked == ()
    assert brief(house.mails()) == [("update", "perera@mahaweli.example"), ("update", "siri@menam.example")]


def test_a_mark_on_what_was_told_does_not_hold_back_the_way_back(house: House) -> None:
    house.tell()
    telling.mark_minor(house.store, forum_id=house.forum, session_id=house.talk)
    house.move("15:00", "17:00")
    house.tell()
    house.move("14:00", "16:00")

    assert brief(house.mails()) == [("update", "perera@mahaweli.example"), ("update", "siri@menam.example")]


def test_a_minor_change_can_be_undone_and_done_again(house: House) -> None:
    house.tell()
    house.move("14:05", "16:00")
    telling.mark_minor(house.store, forum_id=house.forum, session_id=house.talk)
    house.store.undo()
    undone = brief(house.mails())
    house.store.redo()

    assert (len(undone), house.mails()) == (2, ())


def test_a_stay_moves_to_the_corrected_address_with_its_sessions(house: House) -> None:
    house.programmes()
    house.write_to("Siri", "siri@new.example")
    stay = house.of("Siri", str(house.forum))
    house.arrive(house.written(house.of("Siri"), house.clock))

    assert brief(stay) == [("cancel", "siri@menam.example"), ("new", "siri@new.example")]
    assert house.of("Siri") == []


def test_somebody_taken_off_the_list_loses_their_stay_too(house: House) -> None:
    house.programmes()
    house.take_off("Siri")
    mails = house.of("Siri")
    house.arrive(house.written(mails, house.clock))

    assert brief(mails) == [("cancel", "siri@menam.example")] * 3
    assert {mail.session_id for mail in mails} == {str(house.keynotes), str(house.talk), str(house.forum)}
    assert house.of("Siri") == []


def test_a_stay_follows_the_days_of_its_sessions(house: House) -> None:
    house.programmes()
    house.move("15:00", "17:00")
    assert house.of("Siri", str(house.forum)) == []

    house.move_to_next_day()
    mails = house.of("Siri", str(house.forum))
    (mail,) = house.written(mails, house.clock)
    house.arrive([mail])

    assert brief(mails) == [("update", "siri@menam.example")]
    assert [(one["start"], one["end"], one["sequence"]) for one in mail.tells] == [
        ("2026-11-13T16:00:00+00:00", "2026-11-15T16:00:00+00:00", 1)
    ]
    assert house.of("Siri", str(house.forum)) == []


def test_whoever_was_never_invited_to_their_stay_hears_nothing_of_it(house: House) -> None:
    house.tell()
    house.move_to_next_day()

    assert [one for one in house.mails() if one.session_id == str(house.forum)] == []


def test_the_changes_show_a_stay_like_a_session(house: House) -> None:
    house.programmes()
    house.move_to_next_day()
    rows = {row.session_id: (row.change, row.people) for row in house.sums().rows}

    assert rows == {str(house.talk): (Change.UPDATE, 2), str(house.forum): (Change.UPDATE, 2)}


def test_a_merge_that_was_undone_leaves_each_record_its_own_uid(house: House) -> None:
    house.tell()
    house.twin("Twin", "twin@menam.example")
    merge(house.store, keep=house.persons["Twin"], drop=house.persons["Siri"])
    house.store.undo()
    house.arrive(house.written(house.mails(), house.clock))
    house.move("15:00", "17:00")
    by_person = {one.participant_id: one.uid for one in house.plan().told if one.session_id == str(house.keynotes)}
    siri, twin = (by_person[str(house.people[name])] for name in ("Siri", "Twin"))

    assert siri != twin
    house.take_off("Siri")
    assert brief(house.of("Siri")) == [("cancel", "siri@menam.example")] * 2
    assert house.of("Twin", str(house.keynotes)) == []


def test_two_records_that_were_both_told_keep_one_entry_and_hear_why_the_other_goes(house: House) -> None:
    house.twin("Twin", "siri@menam.example")
    house.tell()
    merge(house.store, keep=house.persons["Twin"], drop=house.persons["Siri"])
    mails = house.written(house.of("Twin"), house.clock)
    rows = [(str(row.change), tuple(map(str, row.sorts)), row.people) for row in house.sums().rows]
    house.arrive(mails)

    assert [(mail.to_mailbox, mail.method) for mail in mails] == [("siri@menam.example", "CANCEL")]
    assert "This entry goes; another invitation takes its place." in mails[0].words
    assert "no longer takes place" not in mails[0].words
    assert rows == [("cancel", ("twice",), 1)]
    assert house.mails() == ()


def test_a_merge_of_what_one_record_was_told_tells_nobody_anything(house: House) -> None:
    house.tell()
    house.twin("Twin", "siri@menam.example")
    telling.prepare_programmes(house.store, forum_id=house.forum, people=[house.people["Twin"]], now=SENT)
    merge(house.store, keep=house.persons["Twin"], drop=house.persons["Siri"])
    merged = house.mails()
    house.store.undo()
    house.store.redo()

    assert (merged, house.mails()) == ((), ())


def test_whoever_declined_hears_nothing_when_they_are_taken_off_the_list(house: House) -> None:
    house.programmes()
    people.set_status(house.store, participants=[house.people["Siri"]], status=InvitationStatus.DECLINED)
    people.remove_participant(house.store, participant_id=house.people["Siri"])
    gone = house.of("Siri")
    people.remove_participant(house.store, participant_id=house.people["Hung"])

    assert gone == []
    assert brief(house.of("Hung")) == [("cancel", "hung@redriver.example")] * 2


@pytest.mark.parametrize("kind", [MailKind.PROGRAMME, MailKind.SESSION])
def test_a_second_round_leaves_out_whoever_is_known_at_an_old_address(house: House, kind: MailKind) -> None:
    house.programmes()
    house.write_to("Siri", "siri@new.example")
    left = roll(kind, house.plan(), Known(), Duties(), Whom(), now=house.clock, again=True).left
    house.arrive(house.written(house.of("Siri"), house.clock))
    after = roll(kind, house.plan(), Known(), Duties(), Whom(), now=house.clock, again=True)

    assert [reader.written for reader in left[Left.ADDRESS]] == ["siri@new.example"]
    assert (Left.ADDRESS in after.left, "siri@new.example" in {reader.mailbox for reader in after.ready}) == (
        False,
        True,
    )


def test_only_whoever_is_reached_by_mail_has_a_mailbox(house: House) -> None:
    boxes = {one.name.shown("en"): (one.reach, one.mailbox, one.written) for one in house.plan().readers}

    assert boxes["Consul"] == (Reach.PHONE, "", "consul@mission.example")
    assert boxes["Siri"] == (Reach.MAIL, "siri@menam.example", "siri@menam.example")
