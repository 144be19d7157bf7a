"""What the page of organisers and the alliance reads: in order, as of a day, for 1 or 300 at the same cost."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_organiser,
    make_part,
    make_person,
    make_session,
    make_track,
    new_database,
    text,
)
from forumplanner.domain.guest_kinds import (
    AgreementKind,
    AllianceChange,
    AllianceOffice,
    AppointmentKind,
)
from forumplanner.domain.kinds import ItemKind, OrganiserRole, Role, Standing
from forumplanner.domain.ledger import Fault
from forumplanner.queries import agreements, alliance, appointments, offices, organisers, proposals, register_choices
from forumplanner.queries.paper import NoSuchForum
from forumplanner.records import Agreement, AgreementParty, Appointment, Forum, LedgerEntry, OfficeTerm

FOUNDED, LATER = dt.date(2018, 10, 20), dt.date(2022, 9, 24)
Loading = Callable[[Db, uuid.UUID], object]
LOADINGS: dict[str, Loading] = {
    "alliance": lambda db, forum_id: alliance.load(db, forum_id=forum_id),
    "organisers": lambda db, forum_id: organisers.load(db, forum_id=forum_id),
    "offices": lambda db, forum_id: offices.load(db, forum_id=forum_id, on=LATER),
    "agreements": lambda db, forum_id: agreements.load(db, forum_id=forum_id),
    "appointments": lambda db, forum_id: appointments.load(db, forum_id=forum_id),
    "proposals": lambda db, forum_id: proposals.load(db, forum_id=forum_id),
    "register_choices": lambda db, forum_id: register_choices.load(db, forum_id=forum_id),
}


def fill(db: Db, forum: Forum, number: int) -> None:
    """One line of everything, so many times."""
    part = make_part(db, make_session(db, forum, start="09:00"))
    for n in range(number):
        place = make_institution(db, f"第{n}大学", f"University {n}")
        person = make_person(db, "李平", "Li Ping", institution=place)
        make_organiser(db, forum, place, position=n)
        signing = make_item(db, part, "签约", "Signing", kind=ItemKind.SIGNING)
        make_appearance(db, signing, institution=place, role=Role.SIGNATORY)
        entry = LedgerEntry(id=uuid.uuid4(), change=AllianceChange.ADMITTED, standing=Standing.MEMBER, day=LATER)
        entry.institution_id = place.id
        agreement = Agreement(id=uuid.uuid4(), kind=AgreementKind.MEMORANDUM, title=text("备忘录", "MoU"))
        party = AgreementParty(id=uuid.uuid4(), agreement_id=agreement.id, institution_id=place.id)
        term = OfficeTerm(id=uuid.uuid4(), office=AllianceOffice.VICE_CHAIRMAN, person_id=person.id)
        given = Appointment(id=uuid.uuid4(), kind=AppointmentKind.PLAQUE, institution_id=place.id)
        db.add_all((entry, agreement, party, term, given))
    db.commit()


def statements(db: Db, loading: Loading, forum_id: uuid.UUID) -> int:
    seen: list[Any] = []
    db.expire_all()
    event.listen(db.get_bind(), "before_cursor_execute", lambda *told: seen.append(told[2]))
    loading(db, forum_id)
    return len(seen)


@pytest.mark.parametrize("name", LOADINGS)
def test_one_line_and_three_hundred_cost_the_same_number_of_statements(name: str) -> None:
    costs = []
    for number in (1, 300):
        db = new_database()
        forum = make_forum(db)
        fill(db, forum, number)
        key = forum.id
        costs.append(statements(db, LOADINGS[name], key))

    assert costs[0] == costs[1] <= 13


@pytest.mark.parametrize("name", LOADINGS)
def test_a_forum_that_is_gone_is_named(name: str) -> None:
    with pytest.raises(NoSuchForum):
        LOADINGS[name](new_database(), uuid.uuid4())


def test_kept_entries_and_standings_of_the_directory_make_one_ledger() -> None:
    db = new_database()
    forum = make_forum(db)
    old = make_institution(
        db, "甲大学", "Alpha", standing=Standing.FOUNDING_MEMBER, standing_since=FOUNDED, standing_occasion="成立大会"
    )
    new = make_institution(db, "乙大学", "Beta", standing=Standing.MEMBER, standing_since=FOUNDED)
    admitted = LedgerEntry(id=uuid.uuid4(), change=AllianceChange.ADMITTED, standing=Standing.MEMBER, day=LATER)
    admitted.institution_id, admitted.occasion = new.id, text("理事会", "Council")
    again = LedgerEntry(id=uuid.uuid4(), change=AllianceChange.ADMITTED, day=LATER, position=1)
    again.institution_id = new.id
    db.add_all((admitted, again))
    db.commit()

    shown = alliance.load(db, forum_id=forum.id)

    assert [(line.name.side(1), line.kept, line.occasion.best(), line.fault) for line in shown.entries] == [
        ("Alpha", False, "成立大会", None),
        ("Beta", True, "理事会", None),
        ("Beta", True, "", Fault.ADMITTED_TWICE),
    ]
    assert [(line.name.side(1), line.year) for line in shown.lines] == [("Alpha", 2018), ("Beta", 2022)]
    assert (shown.members, shown.founding, shown.later) == (2, 1, 1)
    assert alliance.load(db, forum_id=forum.id, on=FOUNDED).members == 1
    assert {card.id for card in shown.institutions} == {str(old.id), str(new.id)}


def test_organisers_stand_list_by_list_in_the_order_of_print() -> None:
    db = new_database()
    forum = make_forum(db, words={"organiser.host": {"en": "Presented by"}})
    track = make_track(db, forum, "A")
    places = [make_institution(db, f"{zh}大学", en) for zh, en in (("甲", "Alpha"), ("乙", "Beta"))]
    make_organiser(db, forum, places[0], OrganiserRole.MEDIA, position=0)
    make_organiser(db, forum, places[1], OrganiserRole.HOST, position=2, track_id=track.id)
    make_organiser(db, forum, places[1], OrganiserRole.HOST, position=1)
    db.commit()

    shown = organisers.load(db, forum_id=forum.id)

    assert [(line.track_code, line.role, line.institution.name.side(1)) for line in shown.lines] == [
        ("", OrganiserRole.HOST, "Beta"),
        ("", OrganiserRole.MEDIA, "Alpha"),
        ("A", OrganiserRole.HOST, "Beta"),
    ]
    assert [words for words in shown.words if any(words.own)] == [shown.words[0]]
    assert (shown.words[0].own, shown.words[0].usual) == (("", "Presented by"), ("主办单位", "Hosted by"))


def test_an_act_without_two_parties_is_not_proposed() -> None:
    db = new_database()
    forum = make_forum(db)
    fill(db, forum, 1)

    assert proposals.load(db, forum_id=forum.id).lines == ()
