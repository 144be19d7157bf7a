"""The way of an invitation: places, what follows, the gate before approval, second looks; odd names and dates."""

import datetime as dt

import pytest

from forumplanner.domain.contacts import About
from forumplanner.domain.guest_doubts import date_doubt, name_doubt
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ConsularGuestId, ParticipantId, new_id
from forumplanner.domain.invitation_chain import CHAIN, doubt, is_settled, may_issue, next_steps, phone_only, place
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.missions import mission, sample_missions
from forumplanner.domain.names import PersonName

S = InvitationStatus


def test_every_status_has_its_place_on_the_bar() -> None:
    assert [place(status) for status in (None, S.NOT_INVITED, *CHAIN)] == [0, 0, 1, 2, 3, 4, 5, 6]
    assert (place(S.DECLINED), place(S.SUBSTITUTE_NAMED)) == (5, 5)
    assert [is_settled(status) for status in (S.RECEIVED, S.DECLINED, S.ATTENDED)] == [False, True, True]


@pytest.mark.parametrize(
    ("status", "after"),
    [
        (None, (S.TO_APPROVE,)),
        (S.TO_APPROVE, (S.APPROVED,)),
        (S.SENT, (S.RECEIVED, S.ACCEPTED, S.DECLINED, S.SUBSTITUTE_NAMED)),
        (S.RECEIVED, (S.ACCEPTED, S.DECLINED, S.SUBSTITUTE_NAMED)),
        (S.ACCEPTED, (S.ATTENDED,)),
        (S.DECLINED, (S.ACCEPTED,)),
        (S.ATTENDED, ()),
    ],
)
def test_what_usually_follows(status: S | None, after: tuple[S, ...]) -> None:
    assert next_steps(status) == after


def test_nothing_may_be_issued_before_the_approval_is_recorded() -> None:
    asked = "The approval of the foreign affairs office is not recorded yet. Log it, or give a reason that is kept."

    assert may_issue([None, S.TO_APPROVE]) == asked
    assert may_issue([S.TO_APPROVE, S.SENT]) == asked
    assert may_issue([S.TO_APPROVE], "zh-Hans") == "尚未记录外办批复。请先登记批复，或写明理由（理由会留存）。"
    assert may_issue([S.TO_APPROVE, S.APPROVED, S.SENT]) is None


@pytest.mark.parametrize(
    ("before", "after", "approved", "said"),
    [
        (S.TO_APPROVE, S.APPROVED, False, None),
        (S.APPROVED, S.SENT, True, None),
        (S.SENT, S.ACCEPTED, True, None),
        (S.SENT, S.SENT, True, "It was “Sent” already. The new line is added to the history."),
        (
            S.TO_APPROVE,
            S.SENT,
            False,
            "The approval of the foreign affairs office is not recorded yet; “Sent” is logged all the same.",
        ),
        (S.ACCEPTED, S.SENT, True, "This goes back from “Accepted” to “Sent”."),
        (S.SENT, S.ATTENDED, True, "Nobody has recorded that the invitation was accepted."),
        (S.APPROVED, S.ACCEPTED, True, "Nobody has recorded that the invitation was sent."),
    ],
)
def test_an_unusual_step_gets_a_second_look(before: S, after: S, approved: bool, said: str | None) -> None:
    assert doubt(before, after, approved=approved) == said


def test_guests_and_consuls_are_only_rung_up_unless_they_chose_otherwise() -> None:
    assert {category for category in Category if phone_only(category)} == {Category.GUEST, Category.CONSULAR}
    assert not phone_only(Category.GUEST, Channel.EMAIL)
    assert phone_only(Category.DELEGATE, Channel.OFFICE)


def test_a_note_is_about_exactly_one() -> None:
    key = ConsularGuestId(new_id())

    assert (About.guest(key).column, About.guest(key).key) == ("consular_guest_id", key)
    with pytest.raises(ValueError, match="exactly one"):
        About()
    with pytest.raises(ValueError, match="exactly one"):
        About(consular_guest_id=key, participant_id=ParticipantId(new_id()))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (PersonName(zh="索克·达拉", latin="Sok Dara"), None),
        (PersonName(latin="U"), "“U” is one letter. Kept; write the whole name when you know it."),
        (
            PersonName(latin="Na " * 40),
            "The name has 119 letters. Kept; give a short form for cards, or check what was pasted.",
        ),
    ],
)
def test_an_odd_name_is_kept_and_said(name: PersonName, said: str | None) -> None:
    assert name_doubt(name) == said


@pytest.mark.parametrize(
    ("provisional", "exequatur", "said"),
    [
        (None, None, None),
        (None, dt.date(2026, 11, 16), None),
        (
            None,
            dt.date(2027, 3, 1),
            "2027-03-01 is after the forum’s last day, 2026-11-16. Kept; please check the year.",
        ),
        (
            dt.date(2025, 2, 1),
            dt.date(2025, 1, 1),
            "The exequatur is dated before the provisional admission. Kept; please check both.",
        ),
    ],
)
def test_an_odd_date_is_kept_and_said(provisional: dt.date | None, exequatur: dt.date | None, said: str | None) -> None:
    last = dt.date(2026, 11, 16)

    assert date_doubt(provisional_on=provisional, exequatur_on=exequatur, acting_since=None, last_day=last) == said


def test_posts_are_named_as_such_posts_are_named() -> None:
    assert mission("LA").name == {
        "zh-Hans": "老挝驻昆明总领事馆",
        "en": "Consulate-General of the Lao PDR in Kunming",
    }
    assert [post.country for post in sample_missions()] == ["TH", "MM", "LA", "MY", "VN", "KH", "BD"]
    assert {post.list_order for post in sample_missions()} == {None}
