"""The sample's alliance: a ledger that holds together, and registers that the programme can still add to."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner import sample
from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.statistics import USUAL, Measure
from forumplanner.domain.terms import TermState
from forumplanner.queries import agreements, all_forums, alliance, appointments, offices, proposals
from forumplanner.records import Forum
from forumplanner.sample.alliance import FOUNDED, FOURTH, SECOND, THIRD
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    with Store.create(tmp_path_factory.mktemp("sample") / "sample.forumplanner", actor="Lin") as store:
        sample.write(store)
        with store.read() as reading:
            assert reading.scalars(select(Forum.id)).one() == FORUM
            yield reading


def test_twenty_seven_members_of_whom_fourteen_founded_it(db: Db) -> None:
    shown = alliance.load(db, forum_id=FORUM)

    assert (shown.members, shown.founding, shown.later, shown.observers) == (27, 14, 13, 1)
    assert [alliance.load(db, forum_id=FORUM, on=day).members for day in (FOUNDED, SECOND, THIRD, FOURTH)] == [
        14,
        18,
        22,
        27,
    ]


def test_ledger_and_directory_say_the_same_without_contradiction(db: Db) -> None:
    shown = alliance.load(db, forum_id=FORUM)

    assert shown.differing == ()
    assert [entry for entry in shown.entries if entry.fault or not entry.kept] == []
    assert [entry for entry in shown.entries if not all(entry.occasion.texts)] == []


def test_each_office_for_one_is_held_by_one(db: Db) -> None:
    shown = offices.load(db, forum_id=FORUM, on=FOURTH)

    assert [line for line in shown.lines if line.clashes] == []
    chairs = [line for line in shown.lines if line.office is AllianceOffice.CHAIR_INSTITUTION]
    assert [line.state for line in chairs] == [TermState.HELD, TermState.ENDED]


def test_registers_hold_some_and_the_programme_offers_the_rest(db: Db) -> None:
    signed, given = agreements.load(db, forum_id=FORUM), appointments.load(db, forum_id=FORUM)
    offered = proposals.load(db, forum_id=FORUM).lines

    assert [len(line.parties) for line in signed.lines] == [2, 2]
    assert (given.gaps, given.twins, given.bare) == ((), (), 0)
    assert sorted(str(line.register) for line in offered) == ["agreements", *["appointments"] * 4, *["ledger"] * 3]
    assert [bool(line.item_id and line.item) for line in signed.lines] == [line.here for line in signed.lines]
    assert [bool(line.item_id and line.item) for line in given.lines] == [line.here for line in given.lines]


def test_numbers_of_all_forums_are_those_of_the_registers(db: Db) -> None:
    found, shown = all_forums.load(db, basis=USUAL), alliance.load(db, forum_id=FORUM)

    assert found.number(Measure.FOUNDING_MEMBERS) == shown.founding
    assert found.number(Measure.ADMISSIONS) == shown.later
    assert found.number(Measure.AGREEMENTS) == len(agreements.load(db, forum_id=FORUM).lines)
    assert (found.first_year, found.last_year) == (found.years[0].year, found.years[-1].year) == (2019, 2027)
    assert found.unentered[Measure.AGREEMENTS] == 1
