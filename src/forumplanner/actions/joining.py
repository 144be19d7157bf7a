"""People of the directory join a forum: with the post they used last, and the category they had there."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found, named
from forumplanner.actions.whole import next_position
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, new_id
from forumplanner.domain.kinds import Category, StepKind
from forumplanner.records import Forum, Participant, Person
from forumplanner.store import Store


def join_forum(store: Store, *, forum_id: ForumId, people: Sequence[PersonId]) -> tuple[ParticipantId, ...]:
    """Let people of the directory take part in a forum, in one step; who takes part already stays as they are.

    Returns their participants in the order given. Raises `found.NoLongerThere`.
    """
    with store.read() as db:
        first = named(found(db, Person, people[0]).name)
    alone = len(people) == 1
    kind, values = (StepKind.ADD_PERSON, first) if alone else (StepKind.EDIT_PARTICIPANTS, {"count": len(people)})
    with store.step(kind, **values) as db:
        return tuple(_join(db, forum_id, person) for person in people)


def _join(db: Db, forum_id: ForumId, person_id: PersonId) -> ParticipantId:
    here = select(Participant).where(Participant.forum_id == forum_id, Participant.person_id == person_id)
    known = db.execute(here).scalar_one_or_none()
    if known is not None:
        return ParticipantId(known.id)
    found(db, Person, person_id)
    last = _last(db, person_id)
    made = ParticipantId(new_id())
    db.add(
        Participant(
            id=made,
            forum_id=forum_id,
            person_id=person_id,
            category=last.category if last else Category.DELEGATE,
            post_id=last.post_id if last else None,
            position=next_position(db, Participant.position, Participant.forum_id == forum_id),
        )
    )
    db.flush()
    return made


def _last(db: Db, person_id: PersonId) -> Participant | None:
    """What the person was in the latest forum."""
    wanted = (
        select(Participant)
        .join(Forum, Forum.id == Participant.forum_id)
        .where(Participant.person_id == person_id)
        .order_by(Forum.starts_on.desc(), Participant.id)
        .limit(1)
    )
    return db.execute(wanted).scalar_one_or_none()
