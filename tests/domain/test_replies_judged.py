"""Which answers are taken: only those of the person invited, about what was sent, and newer than the last."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.replies import PASSED_OVER, Answer, Invited, Participation, Verdict, judge

EARLY, LATE = dt.datetime(2026, 10, 12, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 12, 2, tzinfo=dt.UTC)
RECEIVED = EARLY + dt.timedelta(days=1)
INVITED = Invited("p", "s", frozenset({"siri@menam.example", "siri@old.example"}), sequence=2)
YES = Answer(
    "REPLY", "u", 2, EARLY, (("siri@menam.example", Participation.ACCEPTED),), from_mailbox="siri@menam.example"
)


def verdict(answer: Answer, invited: Invited = INVITED, received_at: dt.datetime = RECEIVED) -> Verdict:
    return judge(answer, {"u": invited}, received_at=received_at)


def test_the_answer_of_the_person_invited_is_taken() -> None:
    assert verdict(YES) is Verdict.TAKEN
    assert verdict(replace(YES, from_mailbox="siri@old.example", sequence=0)) is Verdict.TAKEN
    assert verdict(replace(YES, from_mailbox="")) is Verdict.TAKEN


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"method": "REQUEST"}, Verdict.NO_REPLY),
        ({"method": "COUNTER"}, Verdict.OTHER_TIME),
        ({"uid": "v"}, Verdict.UNKNOWN_UID),
        ({"attendees": ()}, Verdict.SEVERAL_PEOPLE),
        ({"attendees": (*YES.attendees, ("b@c.example", Participation.ACCEPTED))}, Verdict.SEVERAL_PEOPLE),
        ({"attendees": (("b@c.example", Participation.ACCEPTED),)}, Verdict.ANOTHER_PERSON),
        ({"from_mailbox": "forger@c.example"}, Verdict.ANOTHER_SENDER),
        ({"attendees": (("siri@menam.example", Participation.DELEGATED),)}, Verdict.DELEGATED),
        ({"attendees": (("siri@menam.example", None),)}, Verdict.NO_ANSWER),
        ({"attendees": (("siri@menam.example", Participation.NEEDS_ACTION),)}, Verdict.NO_ANSWER),
        ({"sequence": 3}, Verdict.TOO_NEW),
        ({"stamped_at": None}, Verdict.NO_TIME),
    ],
)
def test_all_others_are_shown_to_a_person(changed: dict[str, object], expected: Verdict) -> None:
    assert verdict(replace(YES, **changed)) is expected  # type: ignore[arg-type]  # fields by name
    assert expected not in PASSED_OVER


def test_an_address_that_was_replaced_does_not_speak_for_the_person() -> None:
    replaced = replace(INVITED, mailboxes=frozenset({"siri@new.example"}), former=frozenset({"siri@menam.example"}))

    assert verdict(YES, replaced) is Verdict.ANOTHER_SENDER
    assert verdict(replace(YES, from_mailbox=""), replaced) is Verdict.ANOTHER_SENDER
    assert verdict(replace(YES, from_mailbox="siri@new.example"), replaced) is Verdict.TAKEN


@pytest.mark.parametrize(
    ("sequence", "stamped_at", "expected"),
    [
        (2, EARLY, Verdict.REPEATED),
        (2, LATE, Verdict.OLDER),
        (3, EARLY - dt.timedelta(days=9), Verdict.OLDER),
        (1, LATE, Verdict.TAKEN),
    ],
)
def test_the_newest_counts_by_revision_then_by_time(sequence: int, stamped_at: dt.datetime, expected: Verdict) -> None:
    other = replace(YES, sequence=sequence, stamped_at=stamped_at)

    assert verdict(YES, replace(INVITED, sequence=3).after(other, RECEIVED)) is expected


@given(st.permutations([(s, EARLY + dt.timedelta(hours=h)) for s in range(3) for h in range(3)]))
def test_in_whatever_order_answers_arrive_the_same_one_counts(order: list[tuple[int, dt.datetime]]) -> None:
    invited = INVITED
    for sequence, stamped_at in order:
        answer = replace(YES, sequence=sequence, stamped_at=stamped_at)
        if verdict(answer, invited) is Verdict.TAKEN:
            invited = invited.after(answer, RECEIVED)

    assert invited.answered == (*max(order), max(order)[1])


def test_a_time_that_is_yet_to_come_is_none() -> None:
    hour, day = dt.timedelta(hours=1), dt.timedelta(days=1)

    assert verdict(replace(YES, stamped_at=RECEIVED + day + hour)) is Verdict.NO_TIME
    assert verdict(replace(YES, stamped_at=RECEIVED + day)) is Verdict.TAKEN


def test_an_answer_from_a_clock_that_is_fast_gives_way_to_the_next_and_is_not_taken_twice() -> None:
    hour = dt.timedelta(hours=1)
    fast = replace(YES, stamped_at=RECEIVED + 20 * hour)
    invited = INVITED.after(fast, RECEIVED)
    later = replace(YES, stamped_at=RECEIVED + hour)

    assert verdict(later, invited, RECEIVED + 2 * hour) is Verdict.TAKEN
    invited = invited.after(later, RECEIVED + 2 * hour)
    assert verdict(fast, invited, RECEIVED + 30 * hour) is Verdict.REPEATED


def test_what_somebody_noted_later_outweighs_a_mail() -> None:
    noted = replace(INVITED, by_hand=LATE)

    assert verdict(YES, noted) is Verdict.OLDER
    assert verdict(replace(YES, stamped_at=LATE), noted) is Verdict.TAKEN
