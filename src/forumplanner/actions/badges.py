"""Issuing badges: a token and a printed number for everybody who has none yet, blanks for walk-ins, taking one back."""

import uuid
from collections.abc import Callable, Collection

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.ids import BadgeId, ForumId, ParticipantId, new_id
from forumplanner.domain.kinds import BadgeState, Category, StepKind
from forumplanner.domain.tokens import new_token
from forumplanner.i18n import gettext as _
from forumplanner.records import Badge, Forum, Participant, Person
from forumplanner.store import Store

MOST_BLANKS = 500
"""More blank badges than this in one go is a slip of the finger."""


def issue_badges(
    store: Store,
    *,
    forum_id: ForumId,
    participant_ids: Collection[ParticipantId] | None = None,
    make_token: Callable[[], str] = new_token,
) -> tuple[BadgeId, ...]:
    """Give a badge to each of these participants, or to everybody, who has no valid one yet; all in one step.

    Numbers go on after the highest one ever used, by category and then by name, and are never used twice. Where
    nobody lacks a badge there is no step. Raises `NoLongerThere` for an unknown forum.
    """
    with store.read() as db:
        lacking = _lacking(db, forum_id, participant_ids)
    if not lacking:
        return ()
    with store.step(StepKind.ISSUE_BADGES, count=len(lacking)) as db:
        number = _counter(db, found(db, Forum, forum_id), "")
        made = [
            Badge(id=new_id(), forum_id=forum_id, token=make_token(), number=number(), participant_id=participant)
            for participant in lacking
        ]
        db.add_all(made)
        return tuple(BadgeId(badge.id) for badge in made)


def issue_blanks(
    store: Store,
    *,
    forum_id: ForumId,
    count: int,
    category: Category = Category.DELEGATE,
    make_token: Callable[[], str] = new_token,
) -> tuple[BadgeId, ...]:
    """Make badges without a name for walk-ins, numbered W001 ...; the desk gives them to people later.

    Raises `NotPossible` for a count under 1 or over `MOST_BLANKS`.
    """
    if not 1 <= count <= MOST_BLANKS:
        raise NotPossible(_("Between 1 and {most} blank badges can be made at once.", most=MOST_BLANKS))
    with store.step(StepKind.ISSUE_BADGES, count=count) as db:
        number = _counter(db, found(db, Forum, forum_id), "W")
        made = [
            Badge(id=new_id(), forum_id=forum_id, token=make_token(), number=number(), category=category)
            for _blank in range(count)
        ]
        db.add_all(made)
        return tuple(BadgeId(badge.id) for badge in made)


def withdraw_badge(store: Store, *, badge_id: BadgeId, state: BadgeState = BadgeState.VOID) -> None:
    """Declare a badge void or lost: it opens no door any more, and its owner can be issued another one."""
    with store.step(StepKind.OTHER, count=1) as db:
        found(db, Badge, badge_id).state = state


def _lacking(db: Db, forum_id: uuid.UUID, chosen: Collection[ParticipantId] | None) -> list[uuid.UUID]:
    """Participants without a valid badge, by category and then by name."""
    holders = select(Badge.participant_id).where(Badge.state == BadgeState.VALID, Badge.participant_id.is_not(None))
    rows = db.execute(
        select(Participant.id, Participant.category, Person.sort_latin, Person.sort_pinyin)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id, Participant.id.not_in(holders))
    ).all()
    order = list(Category)
    wanted = [row for row in rows if chosen is None or row.id in chosen]
    wanted.sort(key=lambda row: (order.index(row.category), row.sort_latin or row.sort_pinyin, row.id))
    return [row.id for row in wanted]


def _counter(db: Db, forum: Forum, letter: str) -> Callable[[], str]:
    """Gives one number after the other, from behind the highest of that letter in use: YL26-0007, YL26-W018."""
    opening = f"{forum.badge_prefix}-{letter}" if forum.badge_prefix else letter
    used = db.scalars(select(Badge.number).where(Badge.forum_id == forum.id))
    tails = [number.removeprefix(opening) for number in used if number.startswith(opening)]
    last = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    digits = 3 if letter else 4

    def number() -> str:
        nonlocal last
        last += 1
        return f"{opening}{last:0{digits}d}"

    return number
