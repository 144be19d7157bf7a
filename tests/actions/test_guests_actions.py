"""Consular guests: posts added, guests named and described, the log and its steps, substitutes, all undone."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from consular_stand import TODAY, Consulates, newcomer
from factories import make_appearance, make_item, make_part, make_participant, make_person, make_session
from forumplanner.actions import chasing, contacts, guests, missions, people, substitutes
from forumplanner.actions.found import NotPossible
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel, MaterialKind, MaterialState, ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ContactNoteId, ParticipantId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.missions import mission
from forumplanner.domain.names import PersonName
from forumplanner.domain.newcomers import Newcomer
from forumplanner.domain.substitution import Carry
from forumplanner.queries import contacts as log_of
from forumplanner.records import Appearance, ConsularPost, ContactNote, Forum, Material, Participant
from forumplanner.store import Store
from planner_file import Filling

S = InvitationStatus


@pytest.fixture
def here(store: Store, filling: Filling) -> Consulates:
    return Consulates.of(store, filling)


def test_posts_of_the_directory_and_new_ones_become_rows_without_a_person(here: Consulates) -> None:
    made = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai, mission("VN"), here.lao])

    lines = here.load().consular

    assert {line.id for line in lines} == {str(key) for key in made}
    assert {(line.post.side(1), line.status, line.participant_id) for line in lines} == {
        ("Consulate-General of Thailand in Kunming", S.TO_APPROVE, ""),
        ("Consulate-General of Viet Nam in Kunming", S.TO_APPROVE, ""),
        ("Consulate-General of the Lao PDR in Kunming", S.TO_APPROVE, ""),
    }
    assert here.said() == "Added 3 consular posts to the guests"
    with pytest.raises(NotPossible, match="have a guest on the list already"):
        missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])


def test_a_guest_is_named_later_and_takes_category_country_and_status(here: Consulates) -> None:
    (guest,) = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])
    here.log(guest, 25, S.APPROVED, reference="(2026) 118")

    participant = guests.name_guest(here.store, guest_id=guest, comer=newcomer("Tessi Bunya", "泰西·奔雅"))

    card = here.card(guest)
    with here.store.read() as db:
        row = db.get_one(Participant, participant)
        assert (row.category, row.status) == (Category.CONSULAR, S.APPROVED)
    assert (card.line.name.latin, card.line.country, card.line.status) == ("Tessi Bunya", "TH", S.APPROVED)
    assert here.said() == "Consulate-General of Thailand in Kunming sends Tessi Bunya"
    assert here.said("zh-Hans") == "泰国驻昆明总领事馆派泰西·奔雅出席"


def test_somebody_on_the_list_can_not_be_named_twice(here: Consulates) -> None:
    first, second = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai, here.lao])
    person = guests.name_guest(here.store, guest_id=first, comer=newcomer("Tessi Bunya"))
    before = here.load()

    with pytest.raises(guests.AlreadyGuest, match="Tessi Bunya is on the list already, from Consulate-General of Thai"):
        guests.name_guest(here.store, guest_id=second, comer=guests.Comer(person))
    with pytest.raises(NotPossible, match="needs a name"):
        guests.name_guest(here.store, guest_id=second, comer=guests.Comer(newcomer=Newcomer(PersonName())))

    assert here.load() == before


def test_a_record_keeps_odd_dates_and_the_title_as_the_post_writes_it(here: Consulates) -> None:
    guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.lao, comer=newcomer("M"))
    late = dt.date(2027, 1, 1)
    guests.edit_guest(here.store, guest_id=guest, role=ConsularRole.HEAD, exequatur_on=late, plate="云A·00001领")
    guests.write_title(here.store, guest_id=guest, tag="en", text="Consul General a.i.")
    guests.write_title(here.store, guest_id=guest, tag="zh-Hans", text="代总领事")

    record = here.card(guest).record

    assert record is not None
    assert (record.exequatur_on, record.plate, record.title.texts) == (
        late,
        "云A·00001领",
        ("代总领事", "Consul General a.i."),
    )
    assert here.card(guest).last_day == dt.date(2026, 11, 14)


def test_the_log_of_an_invitation_reads_as_five_dated_lines(here: Consulates) -> None:
    (guest,) = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])
    here.log(guest, 18, S.TO_APPROVE, text="Request filed")
    here.log(guest, 25, S.APPROVED, reference="(2026) no. 118")
    here.log(guest, 28, S.SENT, channel=Channel.LETTER)
    here.log(guest, 30, S.RECEIVED, channel=Channel.PHONE, contact="Ms Lorane", minute=870)
    here.log(guest, 8, S.ACCEPTED, month=10, text="1 companion")

    card = here.card(guest)

    assert [(note.day.isoformat(), note.status) for note in card.notes] == [
        ("2026-09-18", S.TO_APPROVE),
        ("2026-09-25", S.APPROVED),
        ("2026-09-28", S.SENT),
        ("2026-09-30", S.RECEIVED),
        ("2026-10-08", S.ACCEPTED),
    ]
    assert (card.line.status, card.approved, {note.author for note in card.notes}) == (S.ACCEPTED, True, {"Lin"})
    assert here.said() == "The invitation of Consulate-General of Thailand in Kunming is now “Accepted”"


def test_a_day_to_come_is_refused_with_a_way_on(here: Consulates) -> None:
    (guest,) = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])
    steps = len(here.store.history(None))

    with pytest.raises(contacts.NoteInFuture, match=r"2026-10-09 is still to come.*under “Next call”"):
        here.log(guest, 9, month=10)

    assert len(here.store.history(None)) == steps


def test_a_wrong_line_is_corrected_or_taken_out_and_the_status_follows(here: Consulates) -> None:
    (guest,) = missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])
    here.log(guest, 25, S.APPROVED)
    here.log(guest, 28, S.DECLINED, text="heard it wrongly")
    wrong = ContactNoteId(_note_id(here, guest, -1))

    contacts.rewrite(here.store, note_id=wrong, noted=contacts.Noted(dt.date(2026, 9, 28), status=S.SENT), today=TODAY)
    assert (here.line(guest).status, here.card(guest).notes[-1].text) == (S.SENT, "")
    contacts.remove(here.store, note_id=wrong)
    assert here.line(guest).status is S.APPROVED
    assert here.said() == "Took a line out of the log of Consulate-General of Thailand in Kunming"
    here.store.undo()
    here.store.undo()
    assert (here.line(guest).status, here.card(guest).notes[-1].text) == (S.DECLINED, "heard it wrongly")


def test_a_step_about_a_post_is_taken_by_all_its_guests_who_still_come(here: Consulates) -> None:
    first = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai)
    second = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai)
    here.log(second, 20, S.DECLINED)

    contacts.log(
        here.store,
        forum_id=here.forum_id,
        about=About.post(here.thai),
        day=dt.date(2026, 9, 25),
        status=S.APPROVED,
        today=TODAY,
    )

    assert (here.line(first).status, here.line(second).status) == (S.APPROVED, S.DECLINED)
    assert len(here.card(first).notes) == 1


def test_replies_set_in_bulk_leave_a_dated_line_each(here: Consulates) -> None:
    guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("Tessi Bunya"))
    person = ParticipantId(_participant(here, guest))
    other = people.add_person(here.store, forum_id=here.forum_id, name=PersonName(latin="Bo"))

    people.set_status(here.store, participants=[person, other], status=S.SENT)
    people.set_status(here.store, participants=[person, other], status=S.SENT)

    with here.store.read() as db:
        rows = log_of.all_notes(db, forum_id=here.forum_id)
    assert sorted((note.subject_id, note.status) for note in rows) == sorted(
        [(str(person), S.SENT), (str(other), S.SENT)]
    )
    assert here.line(guest).status is S.SENT
    people.set_status(here.store, participants=[person], status=None)
    assert here.line(guest).status is None
    here.store.undo()
    here.store.undo()
    with here.store.read() as db:
        assert log_of.all_notes(db, forum_id=here.forum_id) == ()


def test_a_person_taken_off_the_forum_takes_log_materials_and_substitution_along(here: Consulates) -> None:
    gone = people.add_person(here.store, forum_id=here.forum_id, name=PersonName(latin="Bo"))
    people.set_status(here.store, participants=[gone], status=S.SENT)
    chasing.set_material(here.store, participants=[gone], kind=MaterialKind.PHOTO, state=MaterialState.ASKED)
    instead = substitutes.replace_participant(here.store, participant_id=gone, comer=newcomer("Shen Huaijin"))
    with here.store.read() as db:
        before = log_of.all_notes(db, forum_id=here.forum_id)

    people.remove_participant(here.store, participant_id=gone)

    with here.store.read() as db:
        assert [note.subject_id for note in log_of.all_notes(db, forum_id=here.forum_id)] == [str(instead)]
        assert db.execute(select(Material)).all() == []
        assert db.get_one(Participant, instead).stands_for_id is None
    here.store.undo()
    with here.store.read() as db:
        assert log_of.all_notes(db, forum_id=here.forum_id) == before


def test_a_guest_taken_off_leaves_the_person_and_no_log(here: Consulates) -> None:
    guest = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("Tessi Bunya"))
    here.log(guest, 25, S.APPROVED)
    before = here.load()

    guests.remove_guest(here.store, guest_id=guest)

    with here.store.read() as db:
        assert db.execute(select(ContactNote)).all() == []
        assert len(db.execute(select(Participant)).all()) == 1
    assert here.load().consular == ()
    here.store.undo()
    assert here.load() == before


def test_a_post_in_use_stays_in_the_directory(here: Consulates) -> None:
    missions.add_posts(here.store, forum_id=here.forum_id, posts=[here.thai])
    missions.edit_post(here.store, post_id=here.lao, contact="Ms Lorane", phone="+999 1", list_order=4)
    missions.write_post(here.store, post_id=here.lao, column="name", tag="en", text="Lao Consulate-General")

    with pytest.raises(missions.PostInUse, match="has guests, letters or a log"):
        missions.remove_post(here.store, post_id=here.thai)
    with here.store.read() as db:
        post = db.get_one(ConsularPost, here.lao)
        assert (post.contact, post.phone, post.list_order, post.name.get("en")) == (
            "Ms Lorane",
            "+999 1",
            4,
            "Lao Consulate-General",
        )
    missions.remove_post(here.store, post_id=here.lao)
    assert [line.country for line in here.load().missions] == ["TH"]


def test_a_substitute_comes_at_the_own_rank_with_what_was_ticked(here: Consulates, filling: Filling) -> None:
    head = guests.add_guest(
        here.store,
        forum_id=here.forum_id,
        post_id=here.lao,
        comer=newcomer("Khamla Vong"),
        role=ConsularRole.HEAD,
        consular_class=ConsularClass.CONSUL_GENERAL,
        plate="云A·00009领",
        companions=2,
    )
    absentee = _participant(here, head)
    with filling() as db:
        item = make_item(db, make_part(db, make_session(db, _forum(db))), "致辞", "Address")
        make_appearance(db, item, db.get_one(Participant, absentee))
    before = here.load(), here.card(head)

    substitute = substitutes.replace_guest(
        here.store,
        guest_id=head,
        comer=newcomer("Manivanh Soupha"),
        rank=substitutes.OwnRank(consular_class=ConsularClass.CONSUL, title={"en": "Consul"}),
        noted=contacts.Noted(dt.date(2026, 10, 7), channel=Channel.PHONE),
    )

    line, away, record = here.line(substitute), here.line(head), here.card(substitute).record
    assert record is not None
    assert (line.consular_class, line.role, line.stands_for.latin) == (
        ConsularClass.CONSUL,
        ConsularRole.OFFICER,
        "Khamla Vong",
    )
    assert (record.plate, record.companions, here.card(head).record.plate) == ("云A·00009领", 0, "")  # type: ignore[union-attr]  # a consular card has a record
    assert (away.status, away.place, line.status, line.place) == (S.SUBSTITUTE_NAMED, 0, S.ACCEPTED, 1)
    assert (here.card(head).instead.latin, here.card(head).instead_id) == ("Manivanh Soupha", str(substitute))
    with here.store.read() as db:
        assert str(db.execute(select(Appearance.participant_id)).scalar_one()) == line.participant_id
    assert here.said() == "Manivanh Soupha comes instead of Khamla Vong"
    here.store.undo()
    assert (here.load(), here.card(head)) == before


def test_a_substitute_who_is_on_the_list_keeps_the_own_row(here: Consulates) -> None:
    head = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.lao, comer=newcomer("Khamla Vong"))
    known = guests.add_guest(
        here.store,
        forum_id=here.forum_id,
        post_id=here.lao,
        comer=newcomer("Manivanh Soupha"),
        consular_class=ConsularClass.CONSUL,
    )
    other = guests.add_guest(here.store, forum_id=here.forum_id, post_id=here.thai, comer=newcomer("Tessi Bunya"))
    comer = guests.Comer(ParticipantId(_participant(here, known)))
    rank = substitutes.OwnRank(consular_class=ConsularClass.VICE_CONSUL)

    assert substitutes.replace_guest(here.store, guest_id=head, comer=comer, rank=rank) == known
    assert (here.line(known).consular_class, len(here.load().consular)) == (ConsularClass.CONSUL, 3)
    with pytest.raises(substitutes.NotASubstitute, match="comes in another’s place already"):
        substitutes.replace_guest(here.store, guest_id=other, comer=comer, rank=rank)
    with pytest.raises(substitutes.NotASubstitute, match="who is to be replaced"):
        substitutes.replace_guest(here.store, guest_id=known, comer=comer, rank=rank)


def test_a_guest_of_honour_is_replaced_and_comes_after_all(here: Consulates, filling: Filling) -> None:
    (governor,) = guests.add_honour(
        here.store,
        forum_id=here.forum_id,
        comers=[newcomer("Lu Qiming", "陆启明")],
        group=ProtocolGroup.DOMESTIC_LEADER,
        level=ProtocolLevel.VICE_MINISTER,
    )
    with filling() as db:
        item = make_item(db, make_part(db, make_session(db, _forum(db))), "致辞", "Address")
        make_appearance(db, item, db.get_one(Participant, governor))

    deputy = substitutes.replace_participant(
        here.store,
        participant_id=governor,
        comer=newcomer("Shen Huaijin", "沈怀瑾"),
        rank=substitutes.OwnRank(level=ProtocolLevel.BUREAU),
        carry={Carry.PROGRAMME, Carry.LIST},
    )

    line = here.line(deputy)
    assert (line.group, line.level, line.stands_for.zh) == (
        ProtocolGroup.DOMESTIC_LEADER,
        ProtocolLevel.BUREAU,
        "陆启明",
    )
    assert (here.line(governor).status, here.card(deputy).addresses) == (S.SUBSTITUTE_NAMED, 1)
    substitutes.comes_after_all(here.store, participant_id=governor)
    assert (here.line(governor).status, here.card(governor).addresses) == (S.ACCEPTED, 1)
    assert (here.line(deputy).status, here.card(deputy).addresses) == (S.DECLINED, 0)
    with pytest.raises(substitutes.NotASubstitute, match="Nobody comes in this place"):
        substitutes.comes_after_all(here.store, participant_id=governor)


def test_cells_of_the_chase_matrix_are_ticked_for_many_at_once(here: Consulates, filling: Filling) -> None:
    with filling() as db:
        forum = _forum(db)
        rows = [make_participant(db, forum, make_person(db, latin=f"Guest {n}")) for n in range(3)]
    ids = [ParticipantId(row.id) for row in rows]

    chasing.set_material(here.store, participants=ids, kind=MaterialKind.PHOTO, state=MaterialState.ASKED, day=TODAY)
    chasing.set_material(here.store, participants=ids[:1], kind=MaterialKind.PHOTO, state=None)

    assert here.said() == "Ticked “Photo” in the chase list (1)"
    with here.store.read() as db:
        assert {row.participant_id for row in db.execute(select(Material)).scalars()} == set(ids[1:])
    here.store.undo()
    here.store.undo()
    with here.store.read() as db:
        assert db.execute(select(Material)).all() == []


def _forum(db: Db) -> Forum:
    return db.execute(select(Forum)).scalar_one()


def _participant(here: Consulates, guest: object) -> UUID:
    return UUID(here.line(guest).participant_id)


def _note_id(here: Consulates, guest: object, place: int) -> UUID:
    return UUID(here.card(guest).notes[place].id)
