"""Which answers were given to another time or place than the last one told; they count all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answering_office import AT, SESSION, UID, Office, said
from forumplanner.domain.replies import Participation
from forumplanner.queries import answered
from forumplanner.store import Store

NINE, TEN = "2026-10-24T01:00:00+00:00", "2026-10-24T02:00:00+00:00"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "answered.forumplanner", actor="Zhou") as store:
        yield Office(store)


def outdated(office: Office) -> frozenset[tuple[str, str]]:
    with office.store.read() as db:
        return answered.outdated(db, forum_id=office.forum)


def test_a_yes_to_nine_is_outdated_once_ten_was_told(office: Office) -> None:
    office.update(2, start=NINE, location="Hall 1")
    office.take(said(Participation.ACCEPTED, sequence=2))
    assert outdated(office) == frozenset()

    office.update(3, start=TEN, location="Hall 1")
    assert outdated(office) == {(str(office.guest), SESSION)}
    assert office.answers() == {SESSION: Participation.ACCEPTED}


def test_a_late_yes_to_nine_is_outdated_from_the_start_and_the_next_one_is_not(office: Office) -> None:
    office.update(2, start=NINE, location="Hall 1")
    office.update(3, start=NINE, location="Hall 2")
    office.take(said(Participation.ACCEPTED, sequence=2))
    assert outdated(office) == {(str(office.guest), SESSION)}

    office.take(said(Participation.ACCEPTED, sequence=3))
    assert outdated(office) == frozenset()


def test_another_title_and_a_change_taken_back_make_no_answer_old(office: Office) -> None:
    office.update(2, start=NINE)
    office.take(said(Participation.ACCEPTED, sequence=2))
    office.update(3, start=NINE, summary="Keynotes in the morning")
    office.update(4, start=TEN)
    office.update(5, start=NINE)

    assert outdated(office) == frozenset()


def test_an_answer_without_a_revision_is_one_to_the_first_that_was_told(office: Office) -> None:
    office.update(2, start=NINE)
    office.take(said(Participation.ACCEPTED, sequence=0))

    assert outdated(office) == {(str(office.guest), SESSION)}
    assert office.lines()[0].received_at > AT


def replaced(office: Office) -> frozenset[str]:
    with office.store.read() as db:
        return answered.replaced(db, forum_id=office.forum)


def test_of_two_uids_in_one_calendar_the_older_is_replaced(office: Office) -> None:
    assert replaced(office) == frozenset()
    office.renew("renewed@y.example")

    assert replaced(office) == {UID}


def test_a_uid_that_still_stands_in_its_own_calendar_is_not_replaced_by_what_stands_in_another(office: Office) -> None:
    office.stand(UID, office.twin)  # came over by a merge that was undone since
    office.stand("twin@y.example", office.twin)

    assert replaced(office) == frozenset()
