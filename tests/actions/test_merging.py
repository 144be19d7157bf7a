"""Merging two records of one person: what goes over, what is said, and that undo leaves the file as it was."""

import datetime as dt
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_badge,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_session,
    text,
)
from forumplanner.actions.calendar import prepare
from forumplanner.actions.found import NoLongerThere, NotPossible
from forumplanner.actions.merging import keep_apart, merge
from forumplanner.domain.guest_kinds import (
    AgreementKind,
    AllianceOffice,
    AppointmentKind,
    LetterKind,
    MaterialKind,
    MaterialState,
)
from forumplanner.domain.ids import ForumId, PersonId
from forumplanner.domain.kinds import BadgeState, Category, Direction, InvitationStatus, Role, StepKind
from forumplanner.domain.merging import Side, all_forms, merged_name
from forumplanner.domain.names import PersonName
from forumplanner.records import (
    NOT_JOURNALLED,
    Agreement,
    AgreementParty,
    Appearance,
    Appointment,
    Badge,
    Base,
    ConsularGuest,
    ConsularPost,
    ContactNote,
    Delegation,
    DistinctPair,
    Journey,
    Letter,
    Material,
    OfficeTerm,
    OrderOverride,
    Participant,
    Person,
    PersonAlias,
    Post,
)
from forumplanner.store import Store
from planner_file import Filling

File = dict[str, dict[str, dict[str, Any]]]


def rows_of(store: Store) -> File:
    """Every journalled row of the file by table and key, without the version, which only grows."""
    with store.read() as db:
        return {
            name: {
                str(row["id"]): {column: value for column, value in row.items() if column != "version"}
                for row in db.execute(select(table)).mappings()
            }
            for name, table in Base.metadata.tables.items()
            if name not in NOT_JOURNALLED
        }


def ids(*people: Person) -> tuple[PersonId, ...]:
    return tuple(PersonId(person.id) for person in people)


def all_of(store: Store, kind: type[Any]) -> list[Any]:
    with store.read() as db:
        return list(db.scalars(select(kind)))


def english(remarks: Any) -> list[str]:
    return [remark["en"] for remark in remarks]


def everything_twice(db: Db) -> tuple[PersonId, ...]:
    """Two records of one person, both in one forum, the second also in another, with all that can hang on them."""
    forum, later = make_forum(db), make_forum(db)
    home, other = make_institution(db), make_institution(db, "另一医院", "Other Hospital")
    one = make_person(db, "陈国强", "Chen Guoqiang", phone="1380000", code="P1", emails=("a@one.example",))
    two = make_person(db, "陳國強", "Guoqiang Chen", country="", notes="halal", code="P9", emails=("b@two.example",))
    third = make_person(db, "陈国强")
    for person in (one, two):
        make_post(db, person, title=text("教授", "Professor"), institution=home)
    second = make_post(db, two, title=text("院长", "Dean"), institution=other, position=1)
    delegation = make_delegation(db, forum, country="LA")
    mine = make_participant(db, forum, one, code="A1")
    theirs = make_participant(
        db, forum, two, Category.SPEAKER, code="A2", post_id=second.id, delegation_id=delegation.id,
        role_in_delegation="head", status=InvitationStatus.ACCEPTED,
    )  # fmt: skip
    elsewhere = make_participant(db, later, two, code="B7")
    delegation.liaison_id = theirs.id
    guest = make_participant(db, forum, third, stands_for_id=theirs.id)
    opening = make_session(db, forum, "开幕式", "Opening")
    part = make_part(db, opening)
    item = make_item(db, part, "致辞", "Address")
    make_appearance(db, part, mine, Role.CHAIR)
    make_appearance(db, item, mine, Role.SPEAKER, provisional=True)
    make_appearance(db, item, theirs, Role.SPEAKER, minutes=12)
    make_appearance(db, item, theirs, Role.PRESENTER)
    make_badge(db, forum, mine, number="YL-1")
    make_badge(db, forum, theirs, number="YL-2")
    db.flush()
    hang_on(db, forum.id, mine.id, theirs.id, elsewhere.id)
    registers(db, one.id, two.id)
    db.add(DistinctPair(id=uuid.uuid4(), first_id=min(two.id, third.id), second_id=max(two.id, third.id)))
    assert guest.stands_for_id
    return ids(one, two)


def hang_on(db: Db, forum: uuid.UUID, mine: uuid.UUID, theirs: uuid.UUID, elsewhere: uuid.UUID) -> None:
    """Journeys, a seat of a consular post, notes, letters, materials and places fixed by hand."""
    day = dt.date(2026, 10, 5)
    post = ConsularPost(id=uuid.uuid4(), country="LA")
    db.add(post)
    for owner, seniority in ((mine, None), (theirs, 2)):
        guest = ConsularGuest(
            id=uuid.uuid4(), forum_id=forum, consular_post_id=post.id, participant_id=owner, seniority=seniority
        )
        db.add(guest)
        db.add(ContactNote(id=uuid.uuid4(), forum_id=forum, consular_guest_id=guest.id, day=day))
        db.add(ContactNote(id=uuid.uuid4(), forum_id=forum, participant_id=owner, day=day, text="comes"))
        db.add(Letter(id=uuid.uuid4(), forum_id=forum, kind=LetterKind.PROTOCOL_REQUEST, participant_id=owner))
        db.add(OrderOverride(id=uuid.uuid4(), forum_id=forum, listing="guests", participant_id=owner, place=3))
    for owner, carrier in ((mine, "MU 1"), (theirs, "MU 1"), (theirs, "MU 2"), (elsewhere, "MU 3")):
        db.add(Journey(id=uuid.uuid4(), participant_id=owner, direction=Direction.ARRIVAL, carrier=carrier))
    for owner, state in ((mine, MaterialState.ASKED), (theirs, MaterialState.RECEIVED)):
        db.add(Material(id=uuid.uuid4(), participant_id=owner, kind=MaterialKind.TITLE, state=state, day=day))
    db.add(Material(id=uuid.uuid4(), participant_id=theirs, kind=MaterialKind.SLIDES, state=MaterialState.ASKED))


def registers(db: Db, one: uuid.UUID, two: uuid.UUID) -> None:
    """Terms of office, an appointment and signatures; one term and one signature stand twice."""
    agreement = Agreement(id=uuid.uuid4(), kind=AgreementKind.MEMORANDUM)
    db.add(agreement)
    for person in (one, two):
        db.add(OfficeTerm(id=uuid.uuid4(), office=AllianceOffice.CHAIRMAN, person_id=person))
        db.add(AgreementParty(id=uuid.uuid4(), agreement_id=agreement.id, person_id=person))
    db.add(OfficeTerm(id=uuid.uuid4(), office=AllianceOffice.COUNCIL_MEMBER, person_id=two))
    db.add(Appointment(id=uuid.uuid4(), kind=AppointmentKind.CERTIFICATE, person_id=two))


def test_everything_goes_over_to_the_one_who_stays(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)

    merged = merge(store, keep=keep, drop=drop)

    assert english(merged.remarks) == [
        "“Opening”: has several roles there now (Chair, Speaker, Presenter); all of them stay.",
        "Category: Delegate stays; Speaker was given up.",
        "“Address”: stood there twice as Speaker, now once.",
        "Badge YL-2 is void now: one person has one valid badge.",
        "The place 3 fixed by hand was given up; the other one stays.",
    ]
    [person] = [one for one in all_of(store, Person) if one.id == keep]
    assert (person.country, person.phone, person.notes) == ("CN", "1380000", "halal")
    assert person.emails == ("a@one.example", "b@two.example")
    assert [one for one in all_of(store, Person) if one.id == drop] == []
    assert sorted(post.title.get("en") for post in all_of(store, Post)) == ["Dean", "Professor"]
    participants = [one for one in all_of(store, Participant) if one.person_id == keep]
    assert sorted(one.code for one in participants) == ["A1", "B7"]
    [here] = [one for one in participants if one.code == "A1"]
    assert (here.category, here.status, here.role_in_delegation) == (
        Category.DELEGATE,
        InvitationStatus.ACCEPTED,
        "head",
    )
    assert {one.stands_for_id for one in all_of(store, Participant)} == {None, here.id}
    assert {one.liaison_id for one in all_of(store, Delegation)} == {here.id}


def test_what_hangs_on_the_participant_goes_over_once(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)

    merge(store, keep=keep, drop=drop)

    appearances = all_of(store, Appearance)
    assert sorted(one.role for one in appearances) == [Role.CHAIR, Role.PRESENTER, Role.SPEAKER]
    [speaking] = [one for one in appearances if one.role is Role.SPEAKER]
    assert (speaking.provisional, speaking.minutes) == (False, 12)
    assert sorted((one.number, one.state) for one in all_of(store, Badge)) == [
        ("YL-1", BadgeState.VALID),
        ("YL-2", BadgeState.VOID),
    ]
    assert sorted(one.carrier for one in all_of(store, Journey)) == ["MU 1", "MU 2", "MU 3"]
    assert [one.seniority for one in all_of(store, ConsularGuest)] == [2]
    assert len(all_of(store, ContactNote)) == 4
    assert len({one.participant_id for one in all_of(store, Letter)}) == 1
    assert sorted((one.kind, one.state) for one in all_of(store, Material)) == [
        (MaterialKind.SLIDES, MaterialState.ASKED),
        (MaterialKind.TITLE, MaterialState.RECEIVED),
    ]
    assert len(all_of(store, OrderOverride)) == 1
    assert sorted(one.office for one in all_of(store, OfficeTerm)) == ["chairman", "council_member"]
    assert {one.person_id for one in all_of(store, AgreementParty)} == {keep}
    assert [one.person_id for one in all_of(store, Appointment)] == [keep]


def test_files_still_know_the_name_and_codes_that_went(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)

    merge(store, keep=keep, drop=drop)

    aliases = all_of(store, PersonAlias)
    assert sorted((one.code, one.name.zh, one.name.latin) for one in aliases) == [
        ("A2", "陳國強", "Guoqiang Chen"),
        ("P9", "陳國強", "Guoqiang Chen"),
    ]
    assert {(one.person_id, one.was_id) for one in aliases} == {(keep, drop)}


def test_undo_takes_the_merge_apart_row_by_row(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)
    before = rows_of(store)

    merge(store, keep=keep, drop=drop)
    after = rows_of(store)
    store.undo()

    assert rows_of(store) == before
    assert store.verify() == []
    store.redo()
    assert rows_of(store) == after


def test_an_older_merge_is_taken_apart_where_nobody_touched_it(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)
    before = rows_of(store)
    merge(store, keep=keep, drop=drop)
    step = store.history()[0]
    with filling() as db:
        make_forum(db, slug="later")

    store.undo_step(step.id)

    now = rows_of(store)
    now["forum"] = {key: row for key, row in now["forum"].items() if row["slug"] != "later"}
    assert now == before
    assert step.kind is StepKind.MERGE_PEOPLE


def test_choices_take_a_field_from_the_record_that_goes(store: Store, filling: Filling) -> None:
    with filling() as db:
        keep, drop = everything_twice(db)
        forum = db.execute(select(Participant.forum_id).where(Participant.code == "A1")).scalar_one()

    chosen = {"name.zh": Side.DROP, "notes": Side.KEEP, "emails": Side.DROP, f"{forum}:category": Side.DROP}
    merge(store, keep=keep, drop=drop, choices=chosen)

    [person] = [one for one in all_of(store, Person) if one.id == keep]
    assert (person.name.zh, person.name.latin) == ("陳國強", "Chen Guoqiang")
    assert (person.notes, person.emails) == ("", ("b@two.example",))
    assert Category.SPEAKER in {one.category for one in all_of(store, Participant) if one.person_id == keep}
    assert {one.name.zh for one in all_of(store, PersonAlias)} == {"陳國強", "陈国强"}


@pytest.mark.parametrize(
    ("side", "phone", "noted"),
    [(Side.KEEP, "138 0000 0001", "Tel. 13900000002"), (Side.DROP, "13900000002", "Tel. 138 0000 0001")],
)
def test_the_phone_that_gives_way_is_noted(store: Store, filling: Filling, side: Side, phone: str, noted: str) -> None:
    with filling() as db:
        one, two = ids(make_person(db, "王伟", phone="138 0000 0001"), make_person(db, "王伟", phone="13900000002"))

    merge(store, keep=one, drop=two, choices={"phone": side})

    [person] = all_of(store, Person)
    assert (person.phone, person.notes) == (phone, noted)


def test_the_same_phone_in_two_spellings_is_not_noted(store: Store, filling: Filling) -> None:
    with filling() as db:
        one, two = ids(make_person(db, "王伟", phone="138 0000 0001"), make_person(db, "王伟", phone="+8613800000001"))

    merge(store, keep=one, drop=two)

    assert [person.notes for person in all_of(store, Person)] == [""]


def test_a_chain_of_merges_leads_to_the_one_who_stays(store: Store, filling: Filling) -> None:
    with filling() as db:
        first, second, third = ids(*(make_person(db, zh, code=zh) for zh in ("甲一", "甲二", "甲三")))

    merge(store, keep=second, drop=third)
    merge(store, keep=first, drop=second)

    assert {(one.person_id, one.code) for one in all_of(store, PersonAlias)} == {(first, "甲二"), (first, "甲三")}


def test_nobody_is_merged_with_themselves(store: Store, filling: Filling) -> None:
    with filling() as db:
        (one,) = ids(make_person(db, "陈国强"))

    with pytest.raises(NotPossible, match="one and the same record"):
        merge(store, keep=one, drop=one)
    with pytest.raises(NotPossible, match="one and the same record"):
        keep_apart(store, one, one)
    with pytest.raises(NoLongerThere):
        merge(store, keep=one, drop=PersonId(uuid.uuid4()))


def test_two_people_are_declared_to_be_two_once(store: Store, filling: Filling) -> None:
    with filling() as db:
        one, two = ids(make_person(db, "王伟"), make_person(db, "王伟"))

    keep_apart(store, one, two)
    keep_apart(store, two, one)

    [pair] = all_of(store, DistinctPair)
    assert (pair.first_id, pair.second_id) == (min(one, two), max(one, two))
    assert [step.kind for step in store.history()] == [StepKind.KEEP_APART, StepKind.OTHER]


def test_a_merge_after_all_forgets_that_they_were_two(store: Store, filling: Filling) -> None:
    with filling() as db:
        one, two, three = ids(*(make_person(db, "王伟") for _ in range(3)))
    keep_apart(store, one, two)
    keep_apart(store, two, three)

    merge(store, keep=one, drop=two)

    assert [{pair.first_id, pair.second_id} for pair in all_of(store, DistinctPair)] == [{one, three}]


@pytest.mark.parametrize("latin", ["X", "Adisorn" * 17 + "A"])
def test_names_of_one_letter_and_of_120_are_merged(store: Store, filling: Filling, latin: str) -> None:
    with filling() as db:
        one, two = ids(make_person(db, name=PersonName(latin=latin)), make_person(db, name=PersonName(latin=latin)))

    merge(store, keep=one, drop=two)

    assert [person.name.latin for person in all_of(store, Person)] == [latin]


forms = st.builds(
    PersonName, zh=st.sampled_from(["", "陈国强", "陳國強"]), latin=st.sampled_from(["", "Chen", "Chen Guoqiang"])
)


@given(keep=forms, drop=forms)
def test_no_form_of_either_name_is_lost(keep: PersonName, drop: PersonName) -> None:
    name = merged_name(keep, drop, {})

    assert bool(name.zh) is bool(keep.zh or drop.zh)
    assert all_forms(name) <= all_forms(keep) | all_forms(drop)
    assert not keep.latin or name.latin == keep.latin


def test_a_session_keeps_its_uid_in_the_calendar_of_the_one_who_stays(store: Store, filling: Filling) -> None:
    with filling() as db:
        forum = make_forum(db, mailbox="office@forum.example")
        one, two = make_person(db, "陈国强"), make_person(db, "陈国强")
        mine, theirs = make_participant(db, forum, one), make_participant(db, forum, two)
        for title, who in (("Opening", mine), ("Closing", theirs)):
            session = make_session(db, forum, en=title, start="09:00", end="10:00")
            make_appearance(db, make_item(db, make_part(db, session)), who)
    before = {entry.uid for person in prepare(store, forum_id=ForumId(forum.id)).people for entry in person.entries}

    merge(store, keep=PersonId(one.id), drop=PersonId(two.id))

    [calendar] = prepare(store, forum_id=ForumId(forum.id)).people
    assert {entry.uid for entry in calendar.entries} == before
    assert {entry.sequence for entry in calendar.entries} == {0}
