"""People: added on the spot, renamed with their sort keys, changed in bulk, taken off without losing a slot."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

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
    make_session,
    text,
)
from forumplanner.actions import people
from forumplanner.actions.found import NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, InstitutionId, ParticipantId, PersonId, PostId
from forumplanner.domain.kinds import BadgeState, Category, InvitationStatus, Mode
from forumplanner.domain.names import PersonName
from forumplanner.i18n import localized
from forumplanner.queries import people as read
from forumplanner.queries import programme
from forumplanner.records import Badge, Delegation
from forumplanner.snapshots.people import PersonCard, PersonLine
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Planner:
    """A forum with one speaker who has an item, a badge and an office in a delegation."""

    store: Store
    forum_id: ForumId
    participant_id: ParticipantId
    person_id: PersonId
    post_id: PostId
    institution_id: InstitutionId

    def card(self) -> PersonCard:
        with self.store.read() as db:
            card = read.card(db, participant_id=self.participant_id)
        assert card is not None
        return card

    def lines(self) -> tuple[PersonLine, ...]:
        with self.store.read() as db:
            return read.load(db, forum_id=self.forum_id).lines

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def planner(store: Store, filling: Filling) -> Planner:
    with filling() as db:
        forum = make_forum(db)
        donghu = make_institution(db, "东湖医学院", "Donghu Medical College")
        name = PersonName(zh="沈怀瑾", latin="Shen Huaijin", zh_confirmed=True, latin_confirmed=True)
        person = make_person(db, name=name, title=text("院长", "Dean"), institution=donghu)
        db.flush()
        post = person.posts[0]
        participant = make_participant(db, forum, person, Category.SPEAKER)
        make_appearance(db, make_item(db, make_part(db, make_session(db, forum)), "报告", "Talk"), participant)
        make_badge(db, forum, participant)
        make_delegation(db, forum, liaison_id=participant.id, interpreter_id=participant.id)
    return Planner(
        store,
        ForumId(forum.id),
        ParticipantId(participant.id),
        PersonId(person.id),
        PostId(post.id),
        InstitutionId(donghu.id),
    )


def test_a_person_is_added_with_post_and_can_be_found_at_once(planner: Planner) -> None:
    made = people.add_person(
        planner.store,
        forum_id=planner.forum_id,
        name=PersonName(zh="阮 松海", latin=" Nguyễn  Song Hải "),
        category=Category.GUEST,
        country="VN",
        institution_id=planner.institution_id,
        title={"zh-Hans": "副院长", "en": "Vice-Dean"},
    )

    line = next(line for line in planner.lines() if line.participant_id == str(made))

    assert (line.name.zh, line.name.latin, line.country, line.category) == (
        "阮松海",
        "Nguyễn Song Hải",
        "VN",
        Category.GUEST,
    )
    assert (line.sort_pinyin, line.sort_latin) == ("ruan song hai", "nguyen song hai")
    assert (line.post, line.institution) == (("副院长", "Vice-Dean"), ("东湖医学院", "Donghu Medical College"))
    assert (planner.said(), planner.said("zh-Hans")[-3:]) == ("Added Nguyễn Song Hải", "阮松海")


def test_a_person_without_any_name_is_refused(planner: Planner) -> None:
    with pytest.raises(NotPossible, match="at least one script"):
        people.add_person(planner.store, forum_id=planner.forum_id, name=PersonName(zh="  "))
    with pytest.raises(NotPossible, match="at least one script"):
        people.rename_person(planner.store, person_id=planner.person_id, name=PersonName())


def test_renaming_takes_back_the_mark_of_the_changed_form_and_moves_the_person_in_the_list(planner: Planner) -> None:
    name = PersonName(zh="沈怀瑾", latin="Sim Huai-jin", zh_confirmed=True, latin_confirmed=True)

    people.rename_person(planner.store, person_id=planner.person_id, name=name)

    card = planner.card()
    assert (card.name.zh_confirmed, card.name.latin_confirmed) == (True, False)
    assert planner.lines()[0].sort_latin == "sim huai jin"


def test_a_form_is_confirmed_and_the_mark_taken_back(planner: Planner) -> None:
    people.confirm_name(planner.store, person_id=planner.person_id, form="native")
    assert planner.card().name.native_confirmed

    people.confirm_name(planner.store, person_id=planner.person_id, form="native", confirmed=False)
    assert not planner.card().name.native_confirmed


def test_contact_country_and_notes_are_written(planner: Planner) -> None:
    people.set_country(planner.store, person_id=planner.person_id, country="SG")
    people.set_phone(planner.store, person_id=planner.person_id, phone=" 138 0000 0000 ")
    people.set_emails(planner.store, person_id=planner.person_id, emails=("a@x.example ", " "))
    people.set_notes(planner.store, person_id=planner.person_id, notes="素食")

    card = planner.card()

    assert (card.country, card.phone, card.emails, card.notes) == ("SG", "138 0000 0000", ("a@x.example",), "素食")


def test_posts_are_added_renamed_placed_and_chosen(planner: Planner) -> None:
    second = people.add_post(planner.store, person_id=planner.person_id, title={"zh-Hans": "秘书长"})
    people.set_post_institution(planner.store, post_id=second, institution_id=planner.institution_id)
    people.rename_post(planner.store, post_id=planner.post_id, tag="en", text="President")
    people.confirm_post(planner.store, post_id=planner.post_id, tag="zh-Hans")
    people.use_post(planner.store, participant_id=planner.participant_id, post_id=second)

    first, other = planner.card().posts

    assert (first.title.texts, first.title.review, first.used) == (("院长", "President"), (False, False), False)
    assert (other.title.side(0), other.institution.side(1), other.used) == ("秘书长", "Donghu Medical College", True)


def test_many_people_change_in_one_step(planner: Planner) -> None:
    made = [
        people.add_person(planner.store, forum_id=planner.forum_id, name=PersonName(latin=f"Guest {n}"))
        for n in range(3)
    ]
    people.set_category(planner.store, participants=made, category=Category.OBSERVER)
    people.set_status(planner.store, participants=made, status=InvitationStatus.SENT)
    people.set_mode(planner.store, participants=made, mode=Mode.ONLINE)

    changed = [line for line in planner.lines() if line.name.latin.startswith("Guest")]

    assert {(line.category, line.status, line.mode) for line in changed} == {
        (Category.OBSERVER, InvitationStatus.SENT, Mode.ONLINE)
    }
    assert planner.said() == "Changed 3 participants"
    planner.store.undo()
    assert {line.mode for line in planner.lines()} == {None}


def test_who_is_taken_off_the_list_leaves_the_slot_to_be_announced_and_a_void_badge(planner: Planner) -> None:
    before = (planner.lines(), planner.card())

    people.remove_participant(planner.store, participant_id=planner.participant_id)

    with planner.store.read() as db:
        slot = programme.load(db, forum_id=planner.forum_id).sessions[0].parts[0].items[0].people[0]
        badge = db.execute(select(Badge.state, Badge.participant_id)).one()
        offices = db.execute(select(Delegation.liaison_id, Delegation.interpreter_id)).one()
    assert planner.lines() == ()
    assert slot.label.texts == tuple(localized("To be announced").values())
    assert tuple(badge) == (BadgeState.VOID, None)
    assert tuple(offices) == (None, None)
    assert planner.said() == "Took Shen Huaijin off the list of participants"

    planner.store.undo()
    assert (planner.lines(), planner.card()) == before
