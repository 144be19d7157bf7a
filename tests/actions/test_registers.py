"""Offices, agreements and appointments: entered, numbered, and taken from the programme once."""

import datetime as dt
import uuid
from dataclasses import dataclass

import pytest

from factories import (
    make_appearance,
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
from forumplanner.actions import acts, agreements, appointments, items, offices, taking
from forumplanner.actions.agreements import PartyAlready, Signing
from forumplanner.actions.found import NotPossible
from forumplanner.actions.offices import EndsBeforeItBegins
from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AllianceOffice, AppointmentKind
from forumplanner.domain.ids import ActId, ForumId, InstitutionId, ItemId, PersonId
from forumplanner.domain.kinds import ItemKind, Role, Standing
from forumplanner.domain.terms import TermState
from forumplanner.queries import agreements as agreements_query
from forumplanner.queries import alliance as alliance_query
from forumplanner.queries import appointments as appointments_query
from forumplanner.queries import offices as offices_query
from forumplanner.queries import proposals as proposals_query
from forumplanner.records import Act, Institution
from forumplanner.snapshots.agreements import AgreementLine
from forumplanner.snapshots.appointments import Appointments
from forumplanner.snapshots.offices import OfficeLine
from forumplanner.snapshots.proposals import Proposal
from forumplanner.store import Store
from planner_file import Filling

A, B, C = dt.date(2018, 10, 20), dt.date(2022, 9, 24), dt.date(2026, 9, 1)


@dataclass
class Registers:
    store: Store
    forum_id: ForumId
    places: dict[str, InstitutionId]
    people: dict[str, PersonId]
    items: dict[str, ItemId]
    act_id: ActId

    def offices(self, on: dt.date = C) -> tuple[OfficeLine, ...]:
        with self.store.read() as db:
            return offices_query.load(db, forum_id=self.forum_id, on=on).lines

    def agreements(self) -> tuple[AgreementLine, ...]:
        with self.store.read() as db:
            return agreements_query.load(db, forum_id=self.forum_id).lines

    def appointments(self) -> Appointments:
        with self.store.read() as db:
            return appointments_query.load(db, forum_id=self.forum_id)

    def proposals(self) -> tuple[Proposal, ...]:
        with self.store.read() as db:
            return proposals_query.load(db, forum_id=self.forum_id).lines


@pytest.fixture
def registers(store: Store, filling: Filling) -> Registers:
    """A signing by Alpha (Li) and Beta, an appointment of Li by Beta, an admission of Beta."""
    with filling() as db:
        forum = make_forum(db)
        alpha, beta = make_institution(db, "甲大学", "Alpha"), make_institution(db, "乙大学", "Beta")
        person = make_person(db, "李平", "Li Ping")
        post = make_post(db, person, title=text("校长", "President"), institution=alpha)
        li = make_participant(db, forum, person, post_id=post.id)
        part = make_part(db, make_session(db, forum, start="09:00", end="10:00"))
        kinds = {"signing": ItemKind.SIGNING, "appointment": ItemKind.APPOINTMENT, "admission": ItemKind.ADMISSION}
        made = {
            name: make_item(db, part, name, name, kind=kind, position=n) for n, (name, kind) in enumerate(kinds.items())
        }
        act = Act(id=uuid.uuid4(), item_id=made["signing"].id, title=text("合作备忘录", "MoU on Nursing"))
        db.add(act)
        make_appearance(db, made["signing"], participant=li, role=Role.SIGNATORY, act_id=act.id)
        make_appearance(db, made["signing"], institution=beta, role=Role.SIGNATORY, act_id=act.id, position=1)
        make_appearance(db, made["appointment"], participant=li, role=Role.RECIPIENT)
        make_appearance(db, made["appointment"], institution=beta, role=Role.PRESENTER)
        make_appearance(db, made["admission"], institution=beta, role=Role.RECIPIENT)
        return Registers(
            store,
            ForumId(forum.id),
            {"Alpha": InstitutionId(alpha.id), "Beta": InstitutionId(beta.id)},
            {"Li": PersonId(person.id)},
            {name: ItemId(item.id) for name, item in made.items()},
            ActId(act.id),
        )


def test_two_chairs_at_once_are_kept_and_seen_and_one_can_follow_the_other(registers: Registers) -> None:
    store, chair = registers.store, AllianceOffice.CHAIR_INSTITUTION
    old = offices.give_office(store, office=chair, institution_id=registers.places["Alpha"], since=A)
    new = offices.give_office(store, office=chair, institution_id=registers.places["Beta"], since=B)

    assert [(line.institution.side(1), line.clashes) for line in registers.offices()] == [
        ("Beta", (str(old),)),
        ("Alpha", (str(new),)),
    ]

    assert offices.succeed(store, term_id=new, on=B) == 1

    assert [(line.state, line.until, line.clashes) for line in registers.offices()] == [
        (TermState.HELD, None, ()),
        (TermState.ENDED, B - dt.timedelta(days=1), ()),
    ]
    with store.read() as db:
        held = offices_query.held_on(db, forum_id=registers.forum_id, day=A)
    assert [line.institution.side(1) for line in held] == ["Alpha"]


def test_a_term_does_not_end_before_it_begins_and_needs_a_holder(registers: Registers) -> None:
    li = registers.people["Li"]
    term = offices.give_office(registers.store, office=AllianceOffice.CHAIRMAN, person_id=li, since=B)

    with pytest.raises(EndsBeforeItBegins) as refused:
        offices.set_term(registers.store, term_id=term, since=B, until=A)
    with pytest.raises(NotPossible, match="Choose who holds the office"):
        offices.give_office(registers.store, office=AllianceOffice.CHAIRMAN)

    assert str(refused.value) == (
        "The term would end on Saturday, 20 October 2018, before it begins on Saturday, 24 September 2022."
        " Choose a later end, or leave it open."
    )
    line = registers.offices()[0]
    assert (line.person.latin, line.since, line.until) == ("Li Ping", B, None)


def test_an_agreement_has_each_party_once_in_order(registers: Registers) -> None:
    alpha, beta = registers.places["Alpha"], registers.places["Beta"]
    made = agreements.add_agreement(
        registers.store, forum_id=registers.forum_id, title={"en": "MoU"}, parties=[Signing(alpha)]
    )
    second = agreements.add_party(registers.store, agreement_id=made, institution_id=beta)
    agreements.set_signatory(registers.store, party_id=second, person_id=registers.people["Li"])

    with pytest.raises(PartyAlready, match="Alpha is a party already"):
        agreements.add_party(registers.store, agreement_id=made, institution_id=alpha)
    with pytest.raises(PartyAlready):
        agreements.add_agreement(registers.store, forum_id=None, parties=[Signing(beta), Signing(beta)])
    assert agreements.move_party(registers.store, party_id=second, by=-1)
    assert not agreements.move_party(registers.store, party_id=second, by=-1)

    [line] = registers.agreements()
    assert [(party.institution.side(1), party.person.latin) for party in line.parties] == [
        ("Beta", "Li Ping"),
        ("Alpha", ""),
    ]
    agreements.remove_agreement(registers.store, agreement_id=made)
    assert registers.agreements() == ()
    registers.store.undo()
    assert len(registers.agreements()[0].parties) == 2


def test_appointments_are_numbered_without_gap_or_twin(registers: Registers) -> None:
    store, li = registers.store, registers.people["Li"]
    made = [appointments.add_appointment(store, forum_id=registers.forum_id, person_id=li) for _turn in range(3)]
    assert [line.number for line in registers.appointments().lines] == [
        "证字第2026-0001号",
        "证字第2026-0002号",
        "证字第2026-0003号",
    ]

    appointments.remove_appointment(store, appointment_id=made[1])
    appointments.set_number(store, appointment_id=made[0], number="证字第2026-0003号")
    shown = registers.appointments()
    assert (shown.gaps, shown.twins, [line.twin for line in shown.lines]) == ((), ("证字第2026-0003号",), [True, True])

    appointments.set_number(store, appointment_id=made[0], number="证字第2026-0001号")
    assert registers.appointments().gaps == ("证字第2026-0002号",)
    appointments.set_number(store, appointment_id=made[2], number="")
    assert registers.appointments().bare == 1
    assert appointments.number_all(store) == 1
    assert appointments.number_all(store) == 0
    assert [line.number for line in registers.appointments().lines] == ["证字第2026-0001号", "证字第2026-0002号"]


def test_an_appointment_is_handed_over_for_a_term(registers: Registers) -> None:
    store = registers.store
    made = appointments.add_appointment(
        store, forum_id=registers.forum_id, person_id=registers.people["Li"], title={"en": "Visiting Professor"}
    )

    appointments.set_appointment_term(store, appointment_id=made, since=A, until=B)
    appointments.hand_over(store, appointment_id=made)
    with pytest.raises(EndsBeforeItBegins):
        appointments.set_appointment_term(store, appointment_id=made, since=B, until=A)
    with pytest.raises(NotPossible, match="Choose who receives it"):
        appointments.add_appointment(store, forum_id=registers.forum_id)

    [line] = registers.appointments().lines
    assert (line.since, line.until, line.handed_over, line.title.side(1)) == (A, B, True, "Visiting Professor")


def test_the_programme_proposes_and_is_taken_once(registers: Registers) -> None:
    proposed = registers.proposals()
    assert [line.register for line in proposed] == ["agreements", "appointments", "ledger"]
    steps = len(registers.store.history())

    taken = taking.take_from_programme(
        registers.store, forum_id=registers.forum_id, chosen=[line.id for line in proposed]
    )

    assert (taken, len(registers.store.history())) == (3, steps + 1)
    [signed] = registers.agreements()
    assert (signed.kind, signed.title.side(1), signed.signed_on) == (
        AgreementKind.MEMORANDUM,
        "MoU on Nursing",
        dt.date(2026, 11, 14),
    )
    assert [(party.institution.side(1), party.person.latin) for party in signed.parties] == [
        ("Alpha", "Li Ping"),
        ("Beta", ""),
    ]
    [given] = registers.appointments().lines
    assert (given.kind, given.person.latin, given.presenter, given.number) == (
        AppointmentKind.APPOINTMENT,
        "Li Ping",
        "Beta",
        "证字第2026-0001号",
    )
    with registers.store.read() as db:
        members = alliance_query.load(db, forum_id=registers.forum_id)
    assert [(line.name.side(1), line.standing) for line in members.lines] == [("Beta", Standing.MEMBER)]
    assert members.entries[0].item.side(1) == "admission"

    assert registers.proposals() == ()
    again = [line.id for line in proposed]
    assert taking.take_from_programme(registers.store, forum_id=registers.forum_id, chosen=again) == 0
    registers.store.undo()
    assert len(registers.proposals()) == 3


def test_a_register_keeps_what_was_signed_when_the_ceremony_goes(registers: Registers) -> None:
    proposed = [line.id for line in registers.proposals()]
    taking.take_from_programme(registers.store, forum_id=registers.forum_id, chosen=proposed)

    acts.remove_act(registers.store, act_id=registers.act_id)
    assert [(line.act_id, line.item.side(1)) for line in registers.agreements()] == [("", "signing")]
    for name in registers.items:
        items.remove_item(registers.store, item_id=registers.items[name])

    assert [line.item_id for line in registers.agreements()] == [""]
    assert [line.item_id for line in registers.appointments().lines] == [""]


def test_an_observer_that_is_admitted_gets_another_standing(registers: Registers, filling: Filling) -> None:
    with filling() as db:
        row = db.get(Institution, registers.places["Beta"])
        assert row is not None
        row.standing, row.standing_since = Standing.OBSERVER, A

    proposed = [line.id for line in registers.proposals() if line.register == "ledger"]
    taking.take_from_programme(registers.store, forum_id=registers.forum_id, chosen=proposed)

    with registers.store.read() as db:
        shown = alliance_query.load(db, forum_id=registers.forum_id)
    assert [(line.change, line.standing) for line in shown.entries] == [
        (AllianceChange.ADMITTED, Standing.OBSERVER),
        (AllianceChange.STANDING, Standing.MEMBER),
    ]
    assert (shown.members, shown.observers) == (1, 0)
