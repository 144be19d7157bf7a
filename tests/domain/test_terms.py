"""Terms of office: how one stands on a day, and two at once in an office for one."""

import datetime as dt

from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.terms import Term, TermState, overlaps

CHAIR, VICE = AllianceOffice.CHAIR_INSTITUTION, AllianceOffice.VICE_CHAIRMAN
A, B, C = dt.date(2018, 10, 20), dt.date(2022, 9, 24), dt.date(2026, 9, 1)


def test_both_days_of_a_term_belong_to_it() -> None:
    term = Term("t", CHAIR, A, B)
    day = dt.timedelta(days=1)

    assert [term.state(when) for when in (A - day, A, B, B + day)] == [
        TermState.TO_COME,
        TermState.HELD,
        TermState.HELD,
        TermState.ENDED,
    ]
    assert Term("open", CHAIR).state(A) is TermState.HELD


def test_two_chairs_on_one_day_are_found_on_both_sides() -> None:
    terms = [Term("a", CHAIR, A, B), Term("b", CHAIR, B, None), Term("c", CHAIR, None, A - dt.timedelta(days=1))]

    assert overlaps(terms) == {"a": ("b",), "b": ("a",)}


def test_several_vice_chairmen_are_no_clash() -> None:
    assert overlaps([Term("a", VICE, A, C), Term("b", VICE, A, C)]) == {}
