"""Each person against what they hold: told by mail, told by mouth, or only the released programme in their hands."""

import datetime as dt
from dataclasses import replace

import pytest

from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.telling import Change, Due, Told, Wanted, step
from forumplanner.invitations.due_changes import everything_due
from forumplanner.invitations.held import to_keep
from forumplanner.invitations.who_must_know import way_of, who_must_know
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarEvent, CalendarPlan
from forumplanner.snapshots.knowing import InHands, KnowingFacts, Slot
from forumplanner.snapshots.must_know import Concerned, News, Spot, Way, What
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, TellingPlan
from forumplanner.snapshots.wordings import NameForms

ZONE = "Asia/Shanghai"
OPENING, TALKS = "opening", "talks"


def clock(hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, 14, hour - 8, minute, tzinfo=dt.UTC)


def slot(session: str, start: int, *parts: tuple[str, str], room: str = "203", **fields: object) -> Slot:
    title = ("开幕式", "Opening") if session == OPENING else ("分论坛", "Forum")
    made = Slot(session, title, clock(start), clock(start + 1), ZONE, (f"{room}室", f"Room {room}"), parts=parts)
    return replace(made, for_all=session == OPENING, **fields)  # type: ignore[arg-type]  # fields of a slot


def plan_of(now: tuple[Slot, ...], people: tuple[Reader, ...], told: tuple[Told, ...] = ()) -> TellingPlan:
    """A plan that says what these slots say; everybody has what is for all and what they have a part in."""
    events = tuple(
        CalendarEvent(
            one.session_id, one.start, one.end, one.zone, " / ".join(one.title),
            f"昆明 {one.place[0]} / {one.place[1]}, Kunming",
        )
        for one in now
        if one.start and one.end
    )  # fmt: skip
    attendees, wanted = [], []
    for person in people:
        own = []
        for one in now:
            parts = [code for key, code in one.parts if key == person.participant_id]
            if one.start and (parts or one.for_all):
                own.append(Attendance(one.session_id, "您：演讲\nYou: Speaker" if parts else ""))
                shared = f"{one.session_id} {one.start} {one.place}"
                wanted.append(Wanted(person.participant_id, one.session_id, f"{shared} {parts}", shared))
        attendees.append(Attendee(person.participant_id, "", "", tuple(own)))
    calendar = CalendarPlan("forum", ("论坛", "Forum"), "office@yunling.example", events, tuple(attendees))
    return TellingPlan("forum", ("zh-Hans", "en"), ZONE, calendar, people, tuple(wanted), told, frozenset())


def reader(key: str, reach: Reach = Reach.PHONE, **fields: object) -> Reader:
    made = Reader(key, NameForms(latin=key), Category.GUEST, reach, mailbox=f"{key}@x.example")
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of a reader


def told_of(one: Slot, person: str, *, mailbox: str = "", parts: str = "[]", over: bool = False) -> Told:
    shared = f"{one.session_id} {one.start} {one.place}"
    return Told(
        person, one.session_id, f"{one.session_id}-{person}", 0, f"{shared} {parts}", mailbox, " / ".join(one.title),
        f"昆明 {one.place[0]} / {one.place[1]}, Kunming", one.start, one.end, one.zone, over=over,
    )  # fmt: skip


def news_of(
    now: tuple[Slot, ...], held: tuple[Slot, ...] = (), told: tuple[Told, ...] = (), who: Reader | None = None
) -> list[tuple[str, What]]:
    person = who or reader("guest")
    plan = plan_of(now, (person,), told)
    facts = KnowingFacts(now, InHands("V3.0", "", held) if held else None)
    must = who_must_know(plan, everything_due(plan), facts)
    return [(news.session_id, news.what) for one in must.people for news in one.news]


SPEAKS = ("guest", "item speaker 0 20")


@pytest.mark.parametrize(
    ("now", "held", "said"),
    [
        ((slot(OPENING, 9),), (slot(OPENING, 9),), []),
        ((slot(OPENING, 10),), (slot(OPENING, 9),), [(OPENING, What.MOVED)]),
        ((slot(OPENING, 9, room="301"),), (slot(OPENING, 9),), [(OPENING, What.MOVED)]),
        ((), (slot(OPENING, 9),), [(OPENING, What.CANCELLED)]),
        ((replace(slot(OPENING, 9), start=None, end=None),), (slot(OPENING, 9),), [(OPENING, What.OPEN)]),
        ((slot(TALKS, 10),), (slot(TALKS, 9),), []),
        ((slot(TALKS, 9, SPEAKS),), (slot(TALKS, 9),), [(TALKS, What.NEW)]),
        ((slot(TALKS, 9),), (slot(TALKS, 9, SPEAKS),), [(TALKS, What.LEFT)]),
        ((slot(TALKS, 9, ("guest", "item speaker 20 40")),), (slot(TALKS, 9, SPEAKS),), [(TALKS, What.PART)]),
        ((slot(TALKS, 9, SPEAKS, ("other", "x")),), (slot(TALKS, 9, SPEAKS),), []),
        ((slot(TALKS, 9, SPEAKS, url="new"),), (slot(TALKS, 9, SPEAKS, url="old"),), [(TALKS, What.PART)]),
        ((slot(OPENING, 9), slot(TALKS, 10)), (slot(OPENING, 9),), []),
        ((slot(OPENING, 10),), (), []),
    ],
)
def test_whom_nobody_told_anything_holds_the_release(
    now: tuple[Slot, ...], held: tuple[Slot, ...], said: list[tuple[str, What]]
) -> None:
    assert news_of(now, held) == said


@pytest.mark.parametrize(
    ("now", "last", "said"),
    [
        (slot(OPENING, 10), told_of(slot(OPENING, 10), "guest"), []),
        (slot(OPENING, 11), told_of(slot(OPENING, 10), "guest"), [(OPENING, What.MOVED)]),
        (slot(OPENING, 10), told_of(slot(OPENING, 10), "guest", parts="other title"), []),
        (slot(OPENING, 10, SPEAKS), told_of(slot(OPENING, 10), "guest"), [(OPENING, What.PART)]),
        (slot(OPENING, 10), told_of(slot(OPENING, 10), "guest", over=True), [(OPENING, What.NEW)]),
        (slot(TALKS, 10), told_of(slot(TALKS, 10), "guest", over=True), []),
        (slot(TALKS, 10), told_of(slot(TALKS, 10), "guest"), [(TALKS, What.LEFT)]),
    ],
)
def test_what_was_said_counts_more_than_the_release(now: Slot, last: Told, said: list[tuple[str, What]]) -> None:
    assert news_of((now,), (replace(now, start=clock(9)),), (last,)) == said


def test_another_session_than_the_one_that_was_said_is_still_held_as_released() -> None:
    now = (slot(OPENING, 10), slot(TALKS, 15, SPEAKS))
    held = (slot(OPENING, 9), slot(TALKS, 14, SPEAKS))

    assert news_of(now, held, (told_of(now[0], "guest"),)) == [(TALKS, What.MOVED)]


def test_whoever_does_not_come_hears_nothing() -> None:
    gone = reader("guest", status=InvitationStatus.DECLINED)

    assert news_of((slot(OPENING, 10),), (slot(OPENING, 9),), who=gone) == []


def test_a_change_that_was_called_minor_is_told_to_nobody() -> None:
    now = (slot(OPENING, 10),)
    plan = plan_of(now, (reader("guest"),))
    plan = replace(plan, minor=frozenset({(OPENING, step("", plan.wanted[0].shared))}))

    assert who_must_know(plan, (), KnowingFacts(now, InHands("V3.0", "", (slot(OPENING, 9),)))).people == ()


def test_people_with_an_address_to_whom_nobody_wrote_hold_the_release_too() -> None:
    now, person = (slot(OPENING, 10),), reader("delegate", Reach.MAIL)
    plan = plan_of(now, (person,))
    (one,) = who_must_know(
        plan, everything_due(plan), KnowingFacts(now, InHands("V3.0", "", (slot(OPENING, 9),)))
    ).people

    assert (one.way, one.unwritten, [news.what for news in one.news]) == (Way.MAIL, True, [What.MOVED])


def mailed(now: Slot, mailbox: str = "delegate@x.example") -> TellingPlan:
    return plan_of((now,), (reader("delegate", Reach.MAIL),), (told_of(slot(OPENING, 9), "delegate", mailbox=mailbox),))


def test_a_corrected_address_is_no_news() -> None:
    plan = mailed(slot(OPENING, 9), "old@x.example")
    due = everything_due(plan)

    assert {(mail.change, mail.fresh) for mail in due} == {(Change.CANCEL, False), (Change.NEW, True)}
    assert who_must_know(plan, due, KnowingFacts((slot(OPENING, 9),))).people == ()


@pytest.mark.parametrize(
    ("state", "people"), [(OutboxState.QUEUED, 0), (OutboxState.RETRY, 0), (OutboxState.REFUSED, 1)]
)
def test_what_waits_in_the_outbox_is_as_good_as_told(state: OutboxState, people: int) -> None:
    plan = mailed(slot(OPENING, 10))
    message = MessageLine(
        "m", "r", "delegate", MailKind.CHANGE, "REQUEST", "", "delegate@x.example", "", state, 0, clock(9), None, None,
        None, "", (OPENING,),
    )  # fmt: skip
    must = who_must_know(plan, everything_due(plan), KnowingFacts((slot(OPENING, 10),)), (message,))

    assert len(must.people) == people


def test_a_room_is_told_alike_whether_it_was_mailed_or_handed_out() -> None:
    now, held = (slot(OPENING, 9, room="301"),), (slot(OPENING, 9),)
    people = (reader("delegate", Reach.MAIL), reader("guest"))
    plan = plan_of(now, people, (told_of(held[0], "delegate", mailbox="delegate@x.example"),))
    (reason,) = who_must_know(plan, everything_due(plan), KnowingFacts(now, InHands("V3.0", "", held))).reasons

    assert reason.people == {"delegate", "guest"}
    assert reason.news.was == Spot(clock(9), clock(10), ZONE, ("203室", "Room 203"))


@pytest.mark.parametrize(
    ("reach", "delegation", "way"),
    [
        (Reach.MAIL, "d", Way.MAIL),
        (Reach.PHONE, "d", Way.PHONE),
        (Reach.CHAT, "", Way.CHAT),
        (Reach.NO_ADDRESS, "d", Way.CHAT),
        (Reach.NO_ADDRESS, "", Way.PHONE),
        (Reach.BAD_ADDRESS, "d", Way.CHAT),
        (Reach.BAD_ADDRESS, "", Way.PHONE),
    ],
)
def test_each_is_told_in_one_way(reach: Reach, delegation: str, way: Way) -> None:
    assert way_of(reader("somebody", reach, delegation_id=delegation)) is way


def test_what_is_kept_of_a_call_is_what_a_mail_would_have_said() -> None:
    spot = Spot(clock(9), clock(10), ZONE, ("203室", "Room 203"))
    plan = plan_of((slot(TALKS, 9),), (reader("guest"),))
    moved = News(TALKS, What.MOVED, ("分论坛", "Forum"), spot, spot)
    gone = News(OPENING, What.CANCELLED, ("开幕式", "Opening"), spot, None)
    kept = to_keep(Concerned("guest", Way.PHONE, (moved, gone)), plan)

    assert kept[0] == Due("guest", TALKS, Change.UPDATE, "")
    was = kept[1].was
    assert was is not None
    assert (kept[1].change, was.summary, was.location) == (Change.CANCEL, "开幕式 / Opening", "203室 / Room 203")
