"""Organisers: listed by rank for a forum and its parallel forums, in order, in the forum's own words."""

from dataclasses import dataclass

import pytest

from factories import make_forum, make_institution, make_track, text
from forumplanner.actions import institutions, organisers
from forumplanner.actions.found import NotPossible
from forumplanner.actions.organisers import ListedAlready
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, InstitutionId, OrganiserId, TrackId
from forumplanner.domain.kinds import InstitutionKind, OrganiserRole
from forumplanner.queries import agenda
from forumplanner.queries import organisers as query
from forumplanner.records import Forum, Institution
from forumplanner.snapshots.organisers import Organisers
from forumplanner.store import Store
from planner_file import Filling

HOST, ORGANIZER = OrganiserRole.HOST, OrganiserRole.ORGANIZER


@dataclass
class House:
    store: Store
    forum_id: ForumId
    track_id: TrackId
    places: dict[str, InstitutionId]

    def shown(self) -> Organisers:
        with self.store.read() as db:
            return query.load(db, forum_id=self.forum_id)

    def listed(self) -> list[tuple[str, str, str]]:
        return [(line.track_code, line.role, line.institution.name.side(1)) for line in self.shown().lines]

    def add(self, name: str, role: OrganiserRole = HOST, track: TrackId | None = None) -> OrganiserId:
        place = self.places[name]
        return organisers.add_organiser(
            self.store, forum_id=self.forum_id, role=role, institution_id=place, track_id=track
        )

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def house(store: Store, filling: Filling) -> House:
    with filling() as db:
        forum = make_forum(db)
        track = make_track(db, forum, "A")
        places = {en: make_institution(db, zh, en).id for zh, en in (("甲大学", "Alpha"), ("乙大学", "Beta"))}
    return House(
        store, ForumId(forum.id), TrackId(track.id), {name: InstitutionId(key) for name, key in places.items()}
    )


def test_ranks_stand_in_the_fields_order_and_parallel_forums_behind(house: House) -> None:
    house.add("Alpha", OrganiserRole.INITIATOR)
    house.add("Beta", OrganiserRole.ACADEMIC_SUPPORT)
    house.add("Beta", ORGANIZER, house.track_id)
    house.add("Alpha")

    assert house.listed() == [
        ("", "host", "Alpha"),
        ("", "academic_support", "Beta"),
        ("", "initiator", "Alpha"),
        ("A", "organizer", "Beta"),
    ]
    assert house.said() == "Added Alpha to the organisers"
    assert house.said("zh-Hans") == "组织单位新增甲大学"


def test_a_name_nobody_has_makes_a_new_institution_in_the_same_step(house: House) -> None:
    steps = len(house.store.history())

    organisers.add_organiser(house.store, forum_id=house.forum_id, role=HOST, name="丙大学")
    organisers.add_organiser(house.store, forum_id=house.forum_id, role=HOST, name="beta")

    assert [line.institution.name.best() for line in house.shown().lines] == ["丙大学", "乙大学"]
    assert len(house.store.history()) == steps + 2
    house.store.undo()
    house.store.undo()
    with house.store.read() as db:
        assert db.query(Institution).count() == 2


def test_an_institution_stands_once_in_a_rank(house: House) -> None:
    first = house.add("Alpha")
    house.add("Alpha", HOST, house.track_id)
    second = house.add("Alpha", ORGANIZER)

    with pytest.raises(ListedAlready) as refused:
        house.add("Alpha")
    with pytest.raises(ListedAlready):
        organisers.set_organiser_role(house.store, organiser_id=second, role=HOST)
    with pytest.raises(ListedAlready):
        organisers.set_organiser_place(house.store, organiser_id=first, track_id=house.track_id)
    with pytest.raises(NotPossible):
        organisers.add_organiser(house.store, forum_id=house.forum_id, role=HOST, name="  ")

    assert str(refused.value) == (
        "Alpha is listed under “Hosted by” already. Choose another rank, or leave it as it stands."
    )
    assert len(house.listed()) == 3


def test_order_within_a_rank_is_moved_and_ends_at_the_edge(house: House) -> None:
    alpha = house.add("Alpha")
    house.add("Beta", ORGANIZER)
    beta = house.add("Beta")

    assert not organisers.move_organiser(house.store, organiser_id=alpha, by=-1)
    assert organisers.move_organiser(house.store, organiser_id=beta, by=-1)
    assert not organisers.move_organiser(house.store, organiser_id=alpha, by=1)

    assert house.listed() == [("", "host", "Beta"), ("", "host", "Alpha"), ("", "organizer", "Beta")]
    organisers.remove_organiser(house.store, organiser_id=beta)
    organisers.set_organiser_role(house.store, organiser_id=alpha, role=OrganiserRole.COHOST)
    assert house.listed() == [("", "cohost", "Alpha"), ("", "organizer", "Beta")]


def test_the_forums_own_words_are_printed_and_taken_back(house: House) -> None:
    house.add("Alpha")
    say = {"store": house.store, "forum_id": house.forum_id, "role": HOST}

    organisers.name_role(**say, tag="en", text=" Presented by ")  # type: ignore[arg-type]  # one set of arguments
    with house.store.read() as db:
        group = agenda.load(db, forum_id=house.forum_id).organisers[0]
    assert group.label == ("主办单位", "Presented by")
    assert house.said() == "Wrote how “Hosted by” is printed"

    organisers.name_role(**say, tag="en", text="Hosted by")  # type: ignore[arg-type]  # one set of arguments
    with house.store.read() as db:
        forum = db.get(Forum, house.forum_id)
        assert forum is not None
        assert forum.words is None


def test_an_institution_is_written_where_it_stands(house: House) -> None:
    alpha, beta = house.places["Alpha"], house.places["Beta"]
    house.add("Alpha")

    institutions.write_institution(house.store, institution_id=alpha, text="short_name", tag="en", words="AU")
    institutions.write_institution(house.store, institution_id=alpha, text="name", tag="en", words="Alpha University")
    institutions.confirm_institution(house.store, institution_id=alpha, text="name", tag="zh-Hans")
    institutions.set_institution_country(house.store, institution_id=alpha, country="TH")
    institutions.set_institution_kind(house.store, institution_id=alpha, kind=InstitutionKind.UNIVERSITY)
    institutions.set_parent(house.store, institution_id=alpha, parent_id=beta)

    card = house.shown().lines[0].institution
    assert (card.name.texts, card.name.review) == (("甲大学", "Alpha University"), (False, False))
    assert (card.short_name.side(1), card.country, card.kind) == ("AU", "TH", InstitutionKind.UNIVERSITY)
    assert card.parent.side(1) == "Beta"
    assert house.said() == "Edited the institution Alpha University"


def test_an_institution_keeps_a_name_and_never_belongs_to_itself(house: House) -> None:
    alpha, beta = house.places["Alpha"], house.places["Beta"]
    only = institutions.add_institution(house.store, name={"en": "Gamma"})
    institutions.set_parent(house.store, institution_id=alpha, parent_id=beta)

    with pytest.raises(NotPossible, match="needs a name"):
        institutions.write_institution(house.store, institution_id=only, text="name", tag="en", words=" ")
    with pytest.raises(NotPossible, match="needs a name"):
        institutions.add_institution(house.store, name={"en": ""})
    with pytest.raises(NotPossible, match="can't belong to itself"):
        institutions.set_parent(house.store, institution_id=beta, parent_id=alpha)
    with house.store.read() as db:
        gamma = db.get(Institution, only)
        assert gamma is not None
        assert gamma.name == text(en="Gamma")
