"""What is noted about one person besides the name, and people of the directory who join a forum."""

import datetime as dt
from dataclasses import dataclass

import pytest

from factories import make_delegation, make_forum, make_institution, make_participant, make_person, make_post, text
from forumplanner.actions import joining, person_details
from forumplanner.domain.guest_kinds import Channel, ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, PostId
from forumplanner.domain.kinds import Category
from forumplanner.queries import people, person_choices
from forumplanner.snapshots.people import PersonCard
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Two:
    """A guest of this forum, and the same person before joining the next one."""

    store: Store
    here: ForumId
    next: ForumId
    person_id: PersonId
    participant_id: ParticipantId
    post_id: PostId
    delegation: str

    def card(self, participant: ParticipantId | None = None) -> PersonCard:
        with self.store.read() as db:
            card = people.card(db, participant_id=participant or self.participant_id)
        assert card is not None
        return card


@pytest.fixture
def two(store: Store, filling: Filling) -> Two:
    with filling() as db:
        here, later = make_forum(db), make_forum(db, starts_on=dt.date(2027, 5, 1), ends_on=dt.date(2027, 5, 2))
        house = make_institution(db, "湄南医学院", "Menam College of Medicine")
        person = make_person(db, "诗丽蓬", "Siriporn Anurak", country="TH")
        dean = make_post(db, person, title=text("院长", "Dean"), institution=house)
        officer = make_participant(db, here, make_person(db, "宋晚晴", "Song Wanqing", phone="138 0000 0000"))
        delegation = make_delegation(db, here, institution_id=house.id, liaison_id=officer.id)
        guest = make_participant(db, here, person, Category.GUEST, post_id=dean.id, delegation_id=delegation.id)
    return Two(
        store,
        ForumId(here.id),
        ForumId(later.id),
        PersonId(person.id),
        ParticipantId(guest.id),
        PostId(dean.id),
        str(delegation.id),
    )


def test_a_post_that_was_over_before_the_forum_is_marked(two: Two) -> None:
    person_details.set_post_dates(two.store, post_id=two.post_id, since=dt.date(2019, 9, 1), until=dt.date(2025, 8, 31))

    (post,) = two.card().posts
    assert (post.since, post.until, post.ended) == (dt.date(2019, 9, 1), dt.date(2025, 8, 31), True)


def test_a_post_cannot_end_before_it_begins(two: Two) -> None:
    with pytest.raises(person_details.EndsBeforeItBegins, match="2025-01-01, before it began on 2026-01-01"):
        person_details.set_post_dates(
            two.store, post_id=two.post_id, since=dt.date(2026, 1, 1), until=dt.date(2025, 1, 1)
        )
    assert two.card().posts[0].since is None


def test_languages_protocol_and_channel_are_noted_in_a_step_each(two: Two) -> None:
    steps = len(two.store.history(None))
    person_details.set_spoken_languages(two.store, person_id=two.person_id, languages=["th", " en ", "", "th"])
    person_details.set_contact_by(two.store, participant_id=two.participant_id, channel=Channel.OFFICE)
    person_details.set_protocol_group(two.store, participant_id=two.participant_id, group=ProtocolGroup.FOREIGN_GUEST)
    person_details.set_protocol_level(two.store, participant_id=two.participant_id, level=ProtocolLevel.BUREAU)

    card = two.card()
    assert card.speaks == ("th", "en")
    assert card.contact_by is Channel.OFFICE
    assert (card.protocol_group, card.protocol_level) == (ProtocolGroup.FOREIGN_GUEST, ProtocolLevel.BUREAU)
    assert len(two.store.history(None)) == steps + 4


def test_the_card_names_the_delegation_and_who_looks_after_it(two: Two) -> None:
    place = two.card().place

    assert place is not None
    assert place.id == two.delegation
    assert place.name.best() == "湄南医学院"
    assert (place.liaison.latin, place.liaison_phone) == ("Song Wanqing", "138 0000 0000")
    with two.store.read() as db:
        choices = person_choices.delegations(db, forum_id=two.here)
    assert [(one.id, one.name.best()) for one in choices] == [(two.delegation, "湄南医学院")]


def test_somebody_of_the_directory_joins_with_the_post_and_category_of_last_time(two: Two) -> None:
    (made,) = joining.join_forum(two.store, forum_id=two.next, people=[two.person_id])
    again = joining.join_forum(two.store, forum_id=two.next, people=[two.person_id])

    card = two.card(made)
    assert again == (made,)
    assert card.category is Category.GUEST
    assert [post.used for post in card.posts] == [True]
    assert card.place is None
