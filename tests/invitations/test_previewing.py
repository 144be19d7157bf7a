"""What the preview shows is what will be sent, and looking at it makes nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.invitations.bilingual import apart, side
from forumplanner.invitations.previewing import Previewer
from forumplanner.queries import identities
from forumplanner.store import Store
from told_forum import ToldForum

BOTH = ("zh-Hans", "en")


@pytest.fixture
def house(tmp_path: Path) -> ToldForum:
    made = ToldForum(Store.create(tmp_path / "told.forumplanner", actor="Lin"))
    made.tell()
    made.move("14:20", "16:20")
    made.leave("Perera")
    made.write_to("Hung", "hung@new.example")
    return made


def test_a_preview_says_what_the_mail_will_say(house: ToldForum) -> None:
    mails = house.mails()
    previewer = Previewer(house.plan())
    shown = [previewer.preview(mail) for mail in mails]
    sent = house.written(mails)

    assert [(one.name, one.mailbox, one.subject, one.text) for one in shown if one] == [
        (one.to_name, one.to_mailbox, one.subject, one.words) for one in sent
    ]


def test_a_preview_counts_the_revisions_that_went_out(house: ToldForum) -> None:
    previewer = Previewer(house.plan())
    numbers = {
        (str(mail.change), mail.fresh): made.number for mail in house.mails() if (made := previewer.preview(mail))
    }

    assert numbers == {("update", False): 1, ("cancel", False): 1, ("new", True): 0}


def test_looking_makes_neither_a_step_nor_an_identity(house: ToldForum) -> None:
    with house.store.read() as db:
        before = identities.load(db, forum_id=house.forum)
    steps = len(house.store.history(None))
    previewer = Previewer(house.plan())
    for mail in house.mails():
        previewer.preview(mail)
    with house.store.read() as db:
        after = identities.load(db, forum_id=house.forum)

    assert (after, len(house.store.history(None))) == (before, steps)


@pytest.mark.parametrize(
    ("text", "tag", "read"),
    [
        ("开幕式 / Opening", "en", "Opening"),
        ("开幕式 / Opening", "zh-Hans", "开幕式"),
        ("ICT", "zh-Hans", "ICT"),
        ("甲 / 乙 / A / B", "en", "甲 / 乙 / A / B"),
    ],
)
def test_one_side_is_read_where_the_sides_can_be_told_apart(text: str, tag: str, read: str) -> None:
    assert side(text, BOTH, tag) == read


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Room 304, Hall, Kunming", "Room 305, Hall, Kunming", ("Room 304", "Room 305")),
        ("昆明 会堂 304会议室", "昆明 会堂 305会议室", ("304会议室", "305会议室")),
        ("Hall", "Hall", ("Hall", "Hall")),
        ("Hall, Kunming", "Dali", ("Hall, Kunming", "Dali")),
    ],
)
def test_places_are_told_without_what_they_share(old: str, new: str, shown: tuple[str, str]) -> None:
    assert apart(old, new) == shown


@given(st.text(), st.text())
def test_shortened_places_differ_where_places_differ(old: str, new: str) -> None:
    first, second = apart(old, new)

    assert (first in old, second in new, first == second) == (True, True, old == new)
