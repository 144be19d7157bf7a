"""The forum's own name or mailbox changed: said in words of its own, and nobody has to be told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import text
from forumplanner.domain.kinds import StepKind
from forumplanner.invitations.due_changes import everything_due
from forumplanner.invitations.previewing import Previewer
from forumplanner.records import Forum
from forumplanner.snapshots.changes_to_tell import Sort
from forumplanner.store import Store
from told_forum import ToldForum


@pytest.fixture
def house(tmp_path: Path) -> Iterator[ToldForum]:
    """A forum whose people were told everything."""
    with Store.create(tmp_path / "told.forumplanner", actor="Lin") as store:
        house = ToldForum(store)
        house.tell()
        yield house


def rename(house: ToldForum, zh: str = "云岭新论坛", en: str = "New Yunling Forum") -> None:
    with house.store.step(StepKind.OTHER) as db:
        db.get_one(Forum, house.forum).short_title = text(zh, en)


def write_from(house: ToldForum, mailbox: str) -> None:
    with house.store.step(StepKind.OTHER) as db:
        db.get_one(Forum, house.forum).mailbox = mailbox


def words(house: ToldForum) -> list[str]:
    """What the mails about it say of the change, in English."""
    plan = house.plan()
    mails = everything_due(plan, minor=frozenset())
    shown = [Previewer(plan).preview(mail) for mail in mails if mail.mailbox]
    return [one.text.partition("· · ·")[0] if one else "" for one in shown]


def test_another_name_is_one_row_of_its_own_that_counts_for_nobody(house: ToldForum) -> None:
    rename(house)
    sums = house.sums()
    (row,) = sums.rows

    assert (row.sorts, row.people, len(row.mails)) == ((Sort.HOUSE,), 3, 5)
    assert (sums.changes(), sums.people(), sums.in_peace) == ((), 0, 3)
    assert house.mails() == ()


def test_its_mails_say_that_and_nothing_else(house: ToldForum) -> None:
    rename(house)
    write_from(house, "hello@yunling.example")

    (said,) = {one[one.index("\n  ", 3) :].partition("\n\n")[0].split("\n  ", 2)[-1] for one in words(house)}
    assert said.splitlines() == [
        "Time and place stay.",
        "  The forum is now called New Yunling Forum.",
        "  The secretariat now writes from hello@yunling.example.",
    ]


def test_another_mailbox_alone_says_so(house: ToldForum) -> None:
    write_from(house, "hello@yunling.example")

    assert all("The secretariat now writes from hello@yunling.example." in one for one in words(house))
    assert not any("is now called" in one or "what it holds" in one for one in words(house))


def test_a_session_that_moved_too_is_told_as_that(house: ToldForum) -> None:
    rename(house)
    house.move("14:20", "16:20")
    moved, other = house.sums().rows

    assert (moved.sorts, moved.people) == ((Sort.TIME, Sort.HOUSE), 2)
    assert (other.sorts, other.people) == ((Sort.HOUSE,), 3)
    assert {mail.session_id for mail in house.mails()} == {str(house.talk)}


def test_once_it_was_told_nothing_is_left(house: ToldForum) -> None:
    rename(house)
    house.tell(house.sums().rows[0].mails)

    assert house.sums().rows == ()


def test_a_name_that_is_taken_back_is_no_change(house: ToldForum) -> None:
    rename(house)
    house.store.undo()

    assert house.sums().rows == ()
