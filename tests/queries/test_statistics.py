"""A forum's facts come out of its records: each number has its rows, the statements stay as few."""

import datetime as dt
import uuid

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_session,
    make_track,
    new_database,
    text,
)
from forumplanner.domain.counting import count
from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AppointmentKind
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import InvitationStatus, ItemKind, Mode, Role, SessionKind, Standing
from forumplanner.domain.statistics import USUAL, Basis, Counting, Counts, Measure, Row, RowKind
from forumplanner.files import PlannerError
from forumplanner.queries import all_forums, statistics, statistics_rows
from forumplanner.records import (
    Act,
    Agreement,
    Appearance,
    Appointment,
    ConsularGuest,
    ConsularPost,
    Forum,
    LedgerEntry,
)


def counted(db: Db, forum: Forum, basis: Basis = USUAL) -> Counts:
    db.flush()
    found = statistics.load(db, forum_id=ForumId(forum.id))
    assert found is not None
    return count(found.facts, basis)


def numbers(counts: Counts, *measures: Measure) -> list[int]:
    return [counts.number(measure) for measure in measures]


def test_people_their_ways_countries_and_institutions() -> None:
    db = new_database()
    forum = make_forum(db)
    school, abroad = make_institution(db), make_institution(db, "泰国医科大学", "Thai Medical School", country="TH")
    host = make_participant(db, forum, make_person(db, "陈", institution=school), mode=Mode.ON_SITE)
    guest = make_person(db, "桑亚", country="TH", institution=abroad, title=text("中国科学院院士", "Academician"))
    online = make_participant(db, forum, guest, mode=Mode.ONLINE, status=InvitationStatus.ATTENDED)
    make_participant(db, forum, make_person(db, "某", country=""))
    item = make_item(db, make_part(db, make_session(db, forum)), "报告", kind=ItemKind.KEYNOTE)
    for participant, mode in ((host, Mode.ONLINE), (online, None)):
        db.add(Appearance(id=new_id(), item_id=item.id, participant_id=participant.id, role=Role.SPEAKER, mode=mode))

    counts = counted(db, forum)

    measures = (Measure.PEOPLE, Measure.ON_SITE, Measure.ONLINE, Measure.BOTH_WAYS, Measure.WAY_UNKNOWN)
    assert numbers(counts, *measures) == [3, 1, 1, 1, 1]
    assert [country.code for country in counts.countries] == ["TH", "CN"]
    assert numbers(counts, Measure.FOREIGN_INSTITUTIONS, Measure.DOMESTIC_INSTITUTIONS, Measure.SPEAKERS) == [1, 1, 2]
    assert counts.of(Measure.ACADEMICIANS).rows == (Row(RowKind.PARTICIPANT, str(online.id)),)
    assert numbers(counts, Measure.KEYNOTES, Measure.NO_COUNTRY) == [1, 1]
    assert counted(db, forum, Basis(Counting.ATTENDED)).number(Measure.PEOPLE) == 1


def test_the_post_used_here_decides_the_institution() -> None:
    db = new_database()
    forum = make_forum(db)
    first, second = make_institution(db), make_institution(db, "另一所", "Another")
    person = make_person(db, "陈", institution=first)
    other = make_post(db, person, title=text("主任"), institution=second, position=1)
    make_participant(db, forum, person, post_id=other.id)

    assert counted(db, forum).of(Measure.INSTITUTIONS).rows == (Row(RowKind.INSTITUTION, str(second.id)),)


def test_delegations_and_consular_posts_stand_for_their_countries() -> None:
    db = new_database()
    forum = make_forum(db)
    make_delegation(db, forum, country="NP", unnamed=6)
    post = ConsularPost(id=new_id(), country="VN")
    known = make_participant(db, forum, make_person(db, "领事", country=""))
    db.add_all([post, ConsularGuest(id=new_id(), forum_id=forum.id, consular_post_id=post.id)])
    db.add(ConsularGuest(id=new_id(), forum_id=forum.id, consular_post_id=post.id, participant_id=known.id))

    counts = counted(db, forum)

    assert [country.code for country in counts.countries] == ["NP", "VN"]
    assert [len(country.rows) for country in counts.countries] == [1, 2]
    assert numbers(counts, Measure.UNNAMED, Measure.CONSULAR_GUESTS, Measure.NO_COUNTRY) == [6, 1, 0]


def test_registers_come_before_ceremonies_and_nothing_counts_twice() -> None:
    db = new_database()
    forum = make_forum(db)
    item = make_item(db, make_part(db, make_session(db, forum)), "签约", kind=ItemKind.SIGNING)
    entered, open_ = Act(id=new_id(), item_id=item.id), Act(id=new_id(), item_id=item.id, position=1)
    db.add_all([entered, open_])
    kind = AgreementKind.MEMORANDUM
    db.add(Agreement(id=new_id(), forum_id=forum.id, kind=kind, item_id=item.id, act_id=entered.id))
    db.add(Appointment(id=new_id(), forum_id=forum.id, kind=AppointmentKind.APPOINTMENT))
    db.add(Appointment(id=new_id(), forum_id=forum.id, kind=AppointmentKind.AWARD))

    counts = counted(db, forum)

    assert [row.kind for row in counts.of(Measure.AGREEMENTS).rows] == [RowKind.AGREEMENT, RowKind.ACT]
    assert numbers(counts, Measure.APPOINTMENTS, Measure.AWARDS) == [1, 1]


def test_founders_without_names_count_as_many_as_the_ledger_says() -> None:
    db = new_database()
    forum, joining = make_forum(db), make_institution(db)
    fields = {"forum_id": forum.id, "change": AllianceChange.ADMITTED}
    db.add(LedgerEntry(id=new_id(), unnamed=39, standing=Standing.FOUNDING_MEMBER, **fields))
    db.add(LedgerEntry(id=new_id(), institution_id=joining.id, standing=Standing.MEMBER, **fields))
    item = make_item(db, make_part(db, make_session(db, forum)), "吸纳", kind=ItemKind.ADMISSION)
    for institution in (joining, make_institution(db, "另一所", "Another")):
        db.add(Appearance(id=new_id(), item_id=item.id, institution_id=institution.id, role=Role.RECIPIENT))

    assert numbers(counted(db, forum), Measure.FOUNDING_MEMBERS, Measure.ADMISSIONS) == [39, 2]


def test_parallel_forums_and_sessions_without_one() -> None:
    db = new_database()
    forum = make_forum(db)
    track = make_track(db, forum)
    make_session(db, forum, kind=SessionKind.PARALLEL, track_id=track.id)
    alone = make_session(db, forum, kind=SessionKind.PARALLEL)

    rows = counted(db, forum).of(Measure.PARALLEL_FORUMS).rows

    assert rows == (Row(RowKind.TRACK, str(track.id)), Row(RowKind.SESSION, str(alone.id)))


def test_a_forum_that_is_gone_is_nothing() -> None:
    assert statistics.load(new_database(), forum_id=ForumId(uuid.uuid4())) is None
    with pytest.raises(PlannerError):
        statistics_rows.load(new_database(), forum_id=ForumId(uuid.uuid4()), rows=())


def test_rows_are_shown_with_name_place_and_where_they_lead() -> None:
    db = new_database()
    forum, school = make_forum(db), make_institution(db)
    person = make_participant(db, forum, make_person(db, "陈", "Chen", institution=school))
    delegation = make_delegation(db, forum, country="NP", unnamed=6)
    db.flush()
    rows = (
        Row(RowKind.COUNTRY, "NP"),
        Row(RowKind.DELEGATION, str(delegation.id), 6),
        Row(RowKind.PARTICIPANT, str(person.id)),
        Row(RowKind.INSTITUTION, str(school.id)),
        Row(RowKind.ITEM, str(uuid.uuid4())),
    )

    shown = statistics_rows.load(db, forum_id=ForumId(forum.id), rows=rows)

    assert [(one.name.texts, one.beside.texts, one.page) for one in shown] == [
        (("尼泊尔", "Nepal"), (), "people"),
        (("尼泊尔", "Nepal"), ("6 个未具名", "6 without names"), "delegations"),
        (("陈", "Chen"), ("云岭医科大学", "Yunling Medical University"), "people"),
        (("云岭医科大学", "Yunling Medical University"), (), ""),
    ]


def test_a_period_of_forums_counts_everybody_once_and_marks_what_is_only_reported() -> None:
    db = new_database()
    person = make_person(db, "陈", country="TH")
    for year in (2019, 2024):
        forum = make_forum(db, starts_on=dt.date(year, 7, 1), ends_on=dt.date(year, 7, 2))
        make_participant(db, forum, person)
    make_forum(db, starts_on=dt.date(2022, 5, 1), reported={"attendees": "400"})
    make_forum(db, starts_on=None, ends_on=None)
    for day in (dt.date(2019, 7, 2), dt.date(2030, 1, 1), None):
        db.add(Agreement(id=new_id(), kind=AgreementKind.MEMORANDUM, signed_on=day))
    db.flush()

    found = all_forums.load(db, basis=USUAL, since=2019, until=2024)

    measures = (Measure.EVENTS, Measure.PEOPLE, Measure.COUNTRIES, Measure.AGREEMENTS)
    assert [found.number(measure) for measure in measures] == [3, 1, 1, 1]
    assert [line.reported for line in found.forums] == [False, True, False]
    assert found.forums[1].told == ((Measure.PEOPLE, "400"),)
    assert [(one.year, one.events, one.agreements) for one in found.years] == [
        (2019, 1, 1),
        (2020, 0, 0),
        (2021, 0, 0),
        (2022, 1, 0),
        (2023, 0, 0),
        (2024, 1, 0),
    ]
    assert found.undated == 2
    assert all_forums.load(db, basis=USUAL).number(Measure.AGREEMENTS) == 3


def test_a_thousand_people_cost_as_many_statements_as_one() -> None:
    def statements(number: int) -> int:
        db = new_database()
        forum = make_forum(db, starts_on=DAY)
        for place in range(number):
            make_participant(db, forum, make_person(db, f"人{place}", title=text("教授")))
        db.commit()
        forum_id = ForumId(forum.id)
        sent: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args: sent.append(args[2]))
        statistics.load(db, forum_id=forum_id)
        return len(sent)

    assert statements(1000) == statements(1)
