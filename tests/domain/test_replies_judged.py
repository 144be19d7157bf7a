"""Which answers are taken: only those of the person invited, about what was sent, and newer than the last."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.replies import PASSED_OVER, Answer, Invited, Participation, Verdict, judge

EARLY, LATE = dt.datetime(2026, 10, 12, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 12, 2, tzinfo=dt.UTC)
INVITED = Invited("p", "s", frozenset({"siri@menam.example", "siri@old.example"}), sequence=2)
YES = Answer(
    "REPLY", "u", 2, EARLY, (("siri@menam.example", Participation.ACCEPTED),), from_mailbox="siri@menam.example"
)


def verdict(answer: Answer, invited: Invited = INVITED) -> Verdict:
    return judge(answer, {"u": invited})


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


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ((2, EARLY), Verdict.REPEATED),
        ((2, LATE), Verdict.OLDER),
        ((3, EARLY - dt.timedelta(days=9)), Verdict.OLDER),
        ((1, LATE), Verdict.TAKEN),
    ],
)
def test_the_newest_counts_by_revision_then_by_time(answered: tuple[int, dt.datetime], expected: Verdict) -> None:
    assert verdict(YES, replace(INVITED, sequence=3, answered=answered)) is expected


@given(st.permutations([(s, EARLY + dt.timedelta(hours=h)) for s in range(3) for h in range(3)]))
def test_in_whatever_order_answers_arrive_the_same_one_counts(order: list[tuple[int, dt.datetime]]) -> None:
    invited = INVITED
    for sequence, stamped_at in order:
        if verdict(replace(YES, sequence=sequence, stamped_at=stamped_at), invited) is Verdict.TAKEN:
            invited = replace(invited, answered=(sequence, stamped_at))

    assert invited.answered == max(order)
