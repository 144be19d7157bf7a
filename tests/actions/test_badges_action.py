from collections.abc import Iterator
from pathlib import Path

import pytest

import factories as make
from forumplanner.actions import badges
from forumplanner.actions.found import NotPossible
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import BadgeState, Category, StepKind
from forumplanner.domain.tokens import is_token
from forumplanner.queries import badges as query
from forumplanner.snapshots.badges import BadgeBatch
from forumplanner.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "badges.forumplanner", actor="Lin")
    yield opened
    opened.close()


def forum_with(store: Store, *people: tuple[str, Category]) -> tuple[ForumId, dict[str, ParticipantId]]:
    with store.step(StepKind.OTHER, count=len(people)) as db:
        forum = make.make_forum(db)
        ids = {
            latin: ParticipantId(make.make_participant(db, forum, make.make_person(db, latin=latin), category).id)
            for latin, category in people
        }
        return ForumId(forum.id), ids


def batch(store: Store, forum_id: ForumId) -> BadgeBatch:
    with store.read() as db:
        return query.load(db, forum_id=forum_id)


def test_everybody_gets_a_token_and_a_number_in_one_step(store: Store) -> None:
    forum_id, _ = forum_with(
        store, ("Wei Zhang", Category.DELEGATE), ("An Nguyen", Category.DELEGATE), ("Sok Chanthavy", Category.GUEST)
    )
    before = store.head()[0]

    made = badges.issue_badges(store, forum_id=forum_id)

    cards = batch(store, forum_id).badges
    assert len(made) == 3
    assert store.head()[0] == before + 1
    assert [(card.number, card.latin) for card in cards] == [
        ("YL26-0001", "Sok Chanthavy"),
        ("YL26-0002", "An Nguyen"),
        ("YL26-0003", "Wei Zhang"),
    ]
    assert all(is_token(card.token) for card in cards)
    assert len({card.token for card in cards}) == 3


def test_who_has_a_valid_badge_gets_no_second_one(store: Store) -> None:
    forum_id, ids = forum_with(store, ("An Nguyen", Category.DELEGATE), ("Wei Zhang", Category.DELEGATE))
    badges.issue_badges(store, forum_id=forum_id, participant_ids=[ids["Wei Zhang"]])
    step = store.head()

    assert badges.issue_badges(store, forum_id=forum_id, participant_ids=[ids["Wei Zhang"]]) == ()
    assert store.head() == step
    assert len(badges.issue_badges(store, forum_id=forum_id)) == 1


def test_a_lost_badge_is_replaced_under_a_new_number(store: Store) -> None:
    forum_id, _ = forum_with(store, ("An Nguyen", Category.DELEGATE))
    (lost,) = badges.issue_badges(store, forum_id=forum_id)

    badges.withdraw_badge(store, badge_id=lost, state=BadgeState.LOST)
    badges.issue_badges(store, forum_id=forum_id)

    assert [card.number for card in batch(store, forum_id).badges] == ["YL26-0002"]


def test_blanks_have_numbers_of_their_own(store: Store) -> None:
    forum_id, _ = forum_with(store)

    badges.issue_blanks(store, forum_id=forum_id, count=2, category=Category.PRESS)
    badges.issue_blanks(store, forum_id=forum_id, count=1)

    assert [(card.number, card.category, card.is_blank) for card in batch(store, forum_id).badges] == [
        ("YL26-W001", Category.PRESS, True),
        ("YL26-W002", Category.PRESS, True),
        ("YL26-W003", Category.DELEGATE, True),
    ]


@pytest.mark.parametrize("count", [0, -1, 501])
def test_a_slip_of_the_finger_makes_no_blanks(store: Store, count: int) -> None:
    forum_id, _ = forum_with(store)

    with pytest.raises(NotPossible):
        badges.issue_blanks(store, forum_id=forum_id, count=count)


def test_undo_takes_all_badges_of_a_step_back(store: Store) -> None:
    forum_id, _ = forum_with(store, ("An Nguyen", Category.DELEGATE), ("Wei Zhang", Category.DELEGATE))
    badges.issue_badges(store, forum_id=forum_id)

    store.undo()

    assert batch(store, forum_id).badges == ()
