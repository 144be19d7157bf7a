"""Rounds: who gets a mail in which order, and why others don't."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.domain.telling import Whose
from forumplanner.invitations.rounds import (
    MOST_REMINDERS,
    QUIET,
    Known,
    Left,
    Roll,
    Whom,
    call_list,
    invitations,
    known,
    roll,
    weight,
)
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarPlan
from forumplanner.snapshots.rounds import Duties, Duty, Liaison
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, TellingPlan
from forumplanner.snapshots.wordings import NameForms

NOW = dt.datetime(2026, 10, 9, 6, tzinfo=dt.UTC)
LONG_AGO = NOW - dt.timedelta(days=30)
FORUM = "forum"


def reader(
    name: str,
    *,
    category: Category = Category.DELEGATE,
    reach: Reach = Reach.MAIL,
    mailbox: str | None = None,
    status: InvitationStatus | None = None,
    delegation: str = "",
) -> Reader:
    address = f"{name}@redriver.example" if mailbox is None else mailbox
    return Reader(
        name,
        NameForms(latin=name),
        category,
        reach,
        mailbox=address if reach is Reach.MAIL else "",
        status=status,
        delegation_id=delegation,
    )


def plan(*readers: Reader, own: Mapping[str, tuple[Attendance, ...]] | None = None) -> TellingPlan:
    everybody = (Attendance("opening"),)
    people = tuple(
        Attendee(one.participant_id, "", one.participant_id, (own or {}).get(one.participant_id, everybody))
        for one in readers
    )
    calendar = CalendarPlan(FORUM, ("Forum",), "office@forum.example", people=people)
    return TellingPlan(FORUM, ("zh-Hans", "en"), "Asia/Shanghai", calendar, readers, (), (), frozenset())


def message(
    person: str,
    kind: MailKind = MailKind.PROGRAMME,
    *,
    state: OutboxState = OutboxState.SENT,
    at: dt.datetime = LONG_AGO,
) -> MessageLine:
    settled = None if state is OutboxState.QUEUED else at
    return MessageLine("id", "round", person, kind, "", person, "", "", state, 1, at, None, settled, None, "")


def drawn(
    made: TellingPlan,
    kind: MailKind = MailKind.PROGRAMME,
    *,
    known_: Known | None = None,
    duties: Duties | None = None,
    whom: Whom | None = None,
    again: bool = False,
    reaches: frozenset[Reach] = frozenset({Reach.MAIL}),
) -> Roll:
    return roll(
        kind, made, known_ or Known(), duties or Duties(), whom or Whom(), now=NOW, again=again, reaches=reaches
    )


def names(readers: tuple[Reader, ...]) -> list[str]:
    return [one.participant_id for one in readers]


def left(made: Roll) -> dict[Left, list[str]]:
    return {why: names(people) for why, people in made.left.items()}


def test_chairs_speakers_and_heads_go_first() -> None:
    people = [reader(name) for name in ("Ana", "Ben", "Chi", "Dao")]
    people += [reader("Press", category=Category.PRESS), reader("Guest", category=Category.SPEAKER)]
    duties = Duties({"Ben": frozenset({Duty.HEAD}), "Chi": frozenset({Duty.CHAIR}), "Dao": frozenset({Duty.SPEAKER})})

    assert names(drawn(plan(*people), duties=duties).ready) == ["Chi", "Dao", "Ben", "Guest", "Ana", "Press"]


def test_everybody_who_was_chosen_is_ready_or_left_out_for_one_reason() -> None:
    people = (
        reader("Ready"),
        reader("Shared1", mailbox="dean@red.example"),
        reader("Shared2", mailbox="Dean@red.example"),
        reader("NoAddress", reach=Reach.NO_ADDRESS),
        reader("BadAddress", reach=Reach.BAD_ADDRESS),
        reader("Consul", reach=Reach.PHONE, category=Category.CONSULAR),
        reader("Chat", reach=Reach.CHAT),
        reader("Declined", status=InvitationStatus.DECLINED),
        reader("Recent"),
        reader("Waiting"),
    )
    told = known(
        [
            message("Recent", at=NOW - dt.timedelta(days=6, hours=23)),
            message("Ready", at=NOW - dt.timedelta(days=7)),
            message("Waiting", state=OutboxState.QUEUED),
        ],
        {},
    )
    made = drawn(plan(*people), known_=told)

    assert (made.chosen, len(made.ready), made.sharing, made.mails) == (10, 3, 2, 3)
    assert left(made) == {
        Left.PHONE: ["Consul"],
        Left.CHAT: ["Chat"],
        Left.NO_ADDRESS: ["NoAddress"],
        Left.BAD_ADDRESS: ["BadAddress"],
        Left.DECLINED: ["Declined"],
        Left.WAITING: ["Waiting"],
        Left.RECENT: ["Recent"],
    }


def test_whoever_had_a_mail_this_week_gets_another_only_on_demand() -> None:
    made = plan(reader("Recent"), reader("Waiting"))
    told = known([message("Recent", at=NOW), message("Waiting", state=OutboxState.QUEUED)], {})

    assert drawn(made, known_=told).ready == ()
    assert names(drawn(made, known_=told, again=True).ready) == ["Recent", "Waiting"]


@pytest.mark.parametrize("state", [OutboxState.REFUSED, OutboxState.WITHDRAWN, OutboxState.DRAFT])
def test_a_mail_that_never_arrived_told_nobody_anything(state: OutboxState) -> None:
    assert known([message("Ana", state=state, at=NOW)], {}) == Known()


def test_a_programme_goes_to_those_who_have_one_and_words_to_all() -> None:
    made = plan(reader("Has"), reader("HasNone"), own={"HasNone": ()})

    assert left(drawn(made)) == {Left.NO_SESSION: ["HasNone"]}
    assert names(drawn(made, MailKind.SAVE_THE_DATE).ready) == ["Has", "HasNone"]


def test_sessions_are_asked_about_one_by_one_of_those_with_a_part() -> None:
    parts = {"Chair": (Attendance("opening"), Attendance("talk", "Chair"), Attendance("panel", "Panellist"))}
    made = plan(reader("Chair"), reader("Listener"), own=parts)
    round_ = drawn(made, MailKind.SESSION)

    assert (names(round_.ready), round_.mails, left(round_)) == (["Chair"], 2, {Left.NO_SESSION: ["Listener"]})
    assert [(due.participant_id, due.session_id) for due in invitations(made, round_.ready)] == [
        ("Chair", "talk"),
        ("Chair", "panel"),
    ]


def test_reminders_go_twice_at_most_and_only_to_those_who_are_silent() -> None:
    accepted = reader("Settled", status=InvitationStatus.ACCEPTED)
    made = plan(*(reader(name) for name in ("New", "Silent", "Once", "Twice", "Replied", "Dated")), accepted)
    asked = [message(name) for name in ("Silent", "Once", "Twice", "Replied", "Settled")]
    asked += [message("Dated", MailKind.SAVE_THE_DATE)]
    reminders = [message(name, MailKind.REMINDER) for name in ("Once", "Twice", "Twice")]
    answers: dict[Whose, Participation] = {("Replied", FORUM): Participation.ACCEPTED}
    told = known([*asked, *reminders], answers)
    round_ = drawn(made, MailKind.REMINDER, known_=told)

    assert names(round_.ready) == ["Silent", "Once"]
    assert left(round_) == {
        Left.NEVER_ASKED: ["New", "Dated"],
        Left.ANSWERED: ["Replied", "Settled"],
        Left.REMINDED: ["Twice"],
    }


def test_after_two_reminders_people_are_called_by_whoever_looks_after_them() -> None:
    people = [reader(name) for name in ("Once", "An", "Bo", "Nobody's")]
    messages = [message(one.participant_id) for one in people]
    messages += [message(name, MailKind.REMINDER) for name in ("Once", "An", "An", "Bo", "Bo", "Nobody's", "Nobody's")]
    duties = Duties(liaisons={"An": Liaison(("周敏", "Zhou Min")), "Bo": Liaison(("何", "He"))})

    assert [(who, names(group)) for who, group in call_list(people, known(messages, {}), duties)] == [
        ("何 / He", ["Bo"]),
        ("周敏 / Zhou Min", ["An"]),
        ("", ["Nobody's"]),
    ]


def test_chips_narrow_together() -> None:
    people = (
        reader("A", category=Category.SPEAKER, delegation="vn", status=InvitationStatus.SENT),
        reader("B", category=Category.SPEAKER, delegation="th"),
        reader("C", delegation="vn"),
    )
    made = plan(*people)
    told = known([message("A")], {})
    duties = Duties({"C": frozenset({Duty.HEAD})})

    def chosen(whom: Whom) -> list[str]:
        return names(drawn(made, known_=told, duties=duties, whom=whom).ready)

    assert chosen(Whom(categories=frozenset({Category.SPEAKER}))) == ["A", "B"]
    assert chosen(Whom(categories=frozenset({Category.SPEAKER}), delegations=frozenset({"vn"}))) == ["A"]
    assert chosen(Whom(statuses=frozenset({None}))) == ["C", "B"]
    assert chosen(Whom(untold=True, delegations=frozenset({"vn"}))) == ["C"]
    assert chosen(Whom(silent=True)) == ["A"]
    assert chosen(Whom(duties=frozenset({Duty.HEAD, Duty.CHAIR}))) == ["C"]


def test_who_is_only_rung_up_gets_no_words_to_paste_either() -> None:
    made = plan(reader("Chat", reach=Reach.CHAT), reader("Consul", reach=Reach.PHONE))

    assert names(drawn(made, reaches=frozenset(Reach)).ready) == ["Chat"]


READERS = st.builds(
    reader,
    st.uuids().map(str),
    category=st.sampled_from(Category),
    reach=st.sampled_from(Reach),
    mailbox=st.sampled_from(["dean@red.example", "Dean@red.example", "an@menam.example"]),
    status=st.none() | st.sampled_from(InvitationStatus),
)
SENT = st.tuples(st.sampled_from(MailKind), st.sampled_from(OutboxState), st.integers(0, 20))


@given(st.lists(st.tuples(READERS, st.lists(SENT, max_size=4)), max_size=12), st.sampled_from(MailKind), st.booleans())
def test_nobody_is_written_to_twice_and_nobody_is_forgotten(
    people: list[tuple[Reader, list[tuple[MailKind, OutboxState, int]]]], kind: MailKind, again: bool
) -> None:
    readers = [one for one, _sent in people]
    sent = [
        message(one.participant_id, what, state=state, at=NOW - dt.timedelta(days=days))
        for one, mails in people
        for what, state, days in mails
    ]
    duties = Duties({one.participant_id: frozenset({Duty.HEAD}) for one in readers[::2]})
    told = known(sent, {})
    made = drawn(plan(*readers), kind, known_=told, duties=duties, again=again)

    everybody = [*names(made.ready), *(key for keys in left(made).values() for key in keys)]
    assert sorted(everybody) == sorted(names(tuple(readers)))
    assert all(one.reach is Reach.MAIL and one.mailbox for one in made.ready)
    assert [weight(one, duties) for one in made.ready] == sorted(weight(one, duties) for one in made.ready)
    if kind is MailKind.REMINDER:
        assert all(told.reminded.get(one.participant_id, 0) < MOST_REMINDERS for one in made.ready)
        assert all(told.is_silent(one) for one in made.ready)
    if not again:
        recent = {key for key, at in told.last.items() if NOW - at < QUIET}
        assert recent.isdisjoint(names(made.ready))
