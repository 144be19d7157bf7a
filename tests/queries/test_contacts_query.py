"""Who is to be called; guests in their order; the chase matrix; the same statements for one and many."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session as Db

from consular_stand import TODAY, Consulates, newcomer
from factories import (
    make_appearance,
    make_delegation,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    text,
)
from forumplanner.actions import chasing as tick
from forumplanner.actions import contacts, guests
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.domain.ids import DelegationId, ParticipantId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, Direction, InvitationStatus, ItemKind, Mode
from forumplanner.queries import calls, chasing
from forumplanner.queries import guests as read
from forumplanner.records import Forum, Journey
from forumplanner.snapshots.chasing import KINDS
from forumplanner.snapshots.contacts import Calls, Subject
from forumplanner.store import Store
from planner_file import Filling, filling_of

S = InvitationStatus


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "test.forumplanner", actor="Lin")
    yield made
    made.close()


@pytest.fixture
def filling(store: Store) -> Filling:
    return partial(filling_of, store)


@pytest.fixture
def here(store: Store, filling: Filling) -> Consulates:
    return Consulates.of(store, filling)


def _calls(here: Consulates, today: dt.date = TODAY) -> Calls:
    with here.store.read() as db:
        return calls.load(db, forum_id=here.forum_id, today=today)


def test_who_is_to_be_called_stands_by_the_next_call_with_the_last_line(here: Consulates, filling: Filling) -> None:
    late = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("Tessi Bunya"))
    soon = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.lao)
    with filling() as db:
        forum = db.execute(select(Forum)).scalar_one()
        delegation = make_delegation(db, forum, name=text("老挝代表团", "Lao delegation"), contact="Ms Wang")
    here.log(late, 28, S.SENT, next_on=dt.date(2026, 10, 9), next_action="ask for the plate")
    here.log(soon, 29, next_on=dt.date(2026, 10, 2), next_action="who will come?")
    about = About.delegation(DelegationId(delegation.id))
    contacts.log(
        here.store,
        forum_id=here.forum_id,
        about=about,
        day=dt.date(2026, 9, 30),
        text="comes without spouse",
        next_on=TODAY,
        today=TODAY,
    )

    found = _calls(here)

    assert [(line.subject, line.name.latin or line.called.side(1), line.next_action) for line in found.lines] == [
        (Subject.GUEST, "Consulate-General of the Lao PDR in Kunming", "who will come?"),
        (Subject.DELEGATION, "Lao delegation", ""),
        (Subject.GUEST, "Tessi Bunya", "ask for the plate"),
    ]
    assert [line.subject_id for line in found.due(TODAY)] == [str(soon), str(delegation.id)]
    assert [line.last.text for line in found.lines if line.last] == ["", "comes without spouse", ""]


def test_the_newest_note_decides_the_next_call(here: Consulates) -> None:
    guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai)
    here.log(guest, 28, S.SENT, next_on=dt.date(2026, 10, 2))
    here.log(guest, 30, S.RECEIVED, minute=600)
    here.log(guest, 30, text="earlier", minute=540, next_on=dt.date(2026, 10, 1))

    (line,) = _calls(here).lines

    assert (line.next_on, line.quiet, line.last and line.last.status) == (None, 8, S.RECEIVED)
    assert (len(_calls(here).quiet(8)), len(_calls(here).quiet(9))) == (1, 0)


def test_notes_about_a_named_guest_and_the_person_are_one_log(here: Consulates) -> None:
    guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("Tessi Bunya"))
    person = ParticipantId(UUID(here.line(guest).participant_id))
    here.log(guest, 28, S.SENT, next_on=dt.date(2026, 10, 2))
    about = About.participant(person)
    contacts.log(
        here.store, forum_id=here.forum_id, about=about, day=dt.date(2026, 9, 30), status=S.ACCEPTED, today=TODAY
    )

    assert _calls(here).lines == ()
    assert [note.status for note in here.card(guest).notes] == [S.SENT, S.ACCEPTED]
    assert here.line(guest).status is S.ACCEPTED


def test_guests_stand_in_the_order_of_protocol_and_absentees_at_the_end(here: Consulates) -> None:
    plan = (
        (here.thai, "Late Head", ConsularRole.HEAD, ConsularClass.CONSUL_GENERAL, dt.date(2025, 1, 20)),
        (here.lao, "First Head", ConsularRole.HEAD, ConsularClass.CONSUL_GENERAL, dt.date(2023, 4, 11)),
        (here.lao, "Officer", ConsularRole.OFFICER, ConsularClass.CONSUL, None),
        (here.thai, "Away", ConsularRole.OFFICER, ConsularClass.CONSUL, None),
    )
    made = {
        name: guests.add_guest(
            here.store,
            forum_id=here.forum_id,
            post_id=post,
            comer=newcomer(name),
            role=role,
            consular_class=rank,
            exequatur_on=day,
        )
        for post, name, role, rank, day in plan
    }
    here.log(made["Away"], 30, S.DECLINED)

    lines = here.load().consular

    assert [(line.place, line.name.latin) for line in lines] == [
        (1, "First Head"),
        (2, "Late Head"),
        (3, "Officer"),
        (0, "Away"),
    ]
    assert [line.ranked.basis_in("en") if line.ranked else "" for line in lines] == [
        "Exequatur 11 Apr 2023",
        "Exequatur 20 Jan 2025",
        "Consul",
        "",
    ]


def test_the_matrix_derives_what_other_records_say(here: Consulates, filling: Filling) -> None:
    with filling() as db:
        forum = db.execute(select(Forum)).scalar_one()
        away = make_institution(
            db, "河内医科大学", "Hanoi Medical University", country="VN", city=text("河内", "Hanoi")
        )
        speaker = make_participant(
            db,
            forum,
            make_person(db, latin="An", country="VN", institution=away, photo="ab" * 32),
            Category.SPEAKER,
            status=S.ACCEPTED,
        )
        online = make_participant(
            db, forum, make_person(db, latin="Bo", country="LK"), Category.SPEAKER, mode=Mode.ONLINE, status=S.SENT
        )
        make_participant(db, forum, make_person(db, latin="Nobody's"), Category.DELEGATE)
        make_participant(db, forum, make_person(db, latin="Declined"), Category.GUEST, status=S.DECLINED)
        part = make_part(db, make_session(db, forum))
        talk = make_item(db, part, "题目", "Title", kind=ItemKind.KEYNOTE, abstract=text("摘要"))
        make_appearance(db, talk, speaker)
        make_appearance(db, make_item(db, part, kind=ItemKind.REPORT), online)
        db.add(Journey(id=uuid4(), participant_id=speaker.id, direction=Direction.ARRIVAL, carrier="XX 1"))
    tick.set_material(
        here.store,
        participants=[ParticipantId(online.id)],
        kind=MaterialKind.BIOGRAPHY,
        state=MaterialState.ASKED,
        day=TODAY,
    )

    with here.store.read() as db:
        matrix = chasing.load(db, forum_id=here.forum_id)

    first, second = matrix.lines
    done = {MaterialState.RECEIVED: "x", MaterialState.ASKED: "?", MaterialState.NOT_NEEDED: "-"}
    assert " ".join(kind.value[:3] for kind in KINDS) == "inv rep tit abs bio pho sli pas fli hot die"
    assert "".join(done.get(cell.state, ".") for cell in first.cells) == "xxxx.x..x.."
    assert "".join(done.get(cell.state, ".") for cell in second.cells) == "x?..?..----"
    assert (second.cell(MaterialKind.BIOGRAPHY).day, first.name.latin, second.name.latin) == (TODAY, "An", "Bo")
    assert first.missing == (
        MaterialKind.BIOGRAPHY,
        MaterialKind.SLIDES,
        MaterialKind.PASSPORT,
        MaterialKind.HOTEL,
        MaterialKind.DIET,
    )


def test_the_same_statements_serve_one_guest_and_many(here: Consulates, filling: Filling) -> None:
    queries: tuple[Callable[[Db], object], ...] = (
        lambda db: read.load(db, forum_id=here.forum_id, today=TODAY),
        lambda db: calls.load(db, forum_id=here.forum_id, today=TODAY),
        lambda db: chasing.load(db, forum_id=here.forum_id),
    )
    guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("A"))
    with filling() as db:
        forum = db.execute(select(Forum)).scalar_one()
        make_participant(db, forum, make_person(db, latin="G"), Category.GUEST)
    few = [_statements(here, query) for query in queries]
    for number in range(5):
        guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.lao, comer=newcomer(f"B{number}"))
        here.log(guest, 28, S.SENT, next_on=TODAY)
    with filling() as db:
        for number in range(5):
            make_participant(db, forum, make_person(db, latin=f"H{number}"), Category.GUEST)

    assert [_statements(here, query) for query in queries] == few


def _statements(here: Consulates, query: Callable[[Db], object]) -> int:
    with here.store.read() as db, _counting(db) as counted:
        query(db)
    return len(counted)


@contextmanager
def _counting(db: Db) -> Iterator[list[str]]:
    counted: list[str] = []
    connection = db.connection()
    event.listen(connection, "before_cursor_execute", lambda *given: counted.append(given[2]))
    yield counted
