"""People join a forum: from the directory with the post they used last, or from one line said on the phone."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.newcomers import enter_newcomer
from forumplanner.actions.whole import next_position
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, new_id
from forumplanner.domain.kinds import Category, StepKind
from forumplanner.domain.newcomers import Newcomer
from forumplanner.domain.quick_lines import QuickPerson
from forumplanner.i18n import gettext as _
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


def add_by_line(store: Store, *, forum_id: ForumId, person: QuickPerson) -> ParticipantId:
    """Add somebody as one line said it, in one step; an institution of that name is used, else made.

    Words that no field took become the person's note. Raises `NotPossible` for a line without a name.
    """
    if not person:
        raise NotPossible(_("A person needs a name in at least one script."))
    newcomer = Newcomer(person.name, person.institution, person.title)
    with store.step(StepKind.ADD_PERSON, **named(person.name)) as db:
        category = person.category or Category.DELEGATE
        made = enter_newcomer(db, forum_id=forum_id, newcomer=newcomer, category=category)
        db.flush()
        row = found(db, Person, found(db, Participant, made).person_id)
        row.phone, row.emails, row.country = person.phone, person.emails, person.country
        row.notes = " ".join(person.rest)
    return made


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
