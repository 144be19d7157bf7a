"""What an agenda prints below an item's title: the acts of a ceremony, and in which languages it is held."""

import uuid
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import Interpretation, Role
from forumplanner.domain.languages import base, language_name
from forumplanner.i18n import in_language, nearest
from forumplanner.queries import paper
from forumplanner.records import Act, Forum, Item, Part, Session
from forumplanner.snapshots.agenda import AgendaAct, AgendaPerson
from forumplanner.snapshots.paper import Lines

Acts = dict[uuid.UUID, list[Act]]
PeopleByPlace = dict[uuid.UUID | None, list[AgendaPerson]]
"""Those who appear, by the act, item or part in which they do."""


def load(db: Db, forum: Forum) -> Acts:
    """The acts of a forum's ceremonies by item, in order; one statement."""
    rows = db.scalars(
        select(Act)
        .join(Item, Item.id == Act.item_id)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum.id)
        .order_by(Act.position, Act.id)
    )
    found: defaultdict[uuid.UUID, list[Act]] = defaultdict(list)
    for act in rows:
        found[act.item_id].append(act)
    return dict(found)


def acts_of(acts: Sequence[Act], people: PeopleByPlace, tags: Lines) -> tuple[AgendaAct, ...]:
    """Each act with its parties on one line and the persons in it; `people`: also those of each act, in order."""
    return tuple(_act(act, people.get(act.id, []), tags) for act in acts)


def _act(act: Act, people: Sequence[AgendaPerson], tags: Lines) -> AgendaAct:
    """Institutions stand as parties; where only persons sign, their institutions do, so that the pair is seen."""
    parties = [person for person in people if person.organisation]
    signing = [person for person in people if person.role is Role.SIGNATORY and not person.organisation]
    names = [person.names for person in parties] or [
        person.institution for person in signing if any(person.institution)
    ]
    paired = any(person.role is Role.SIGNATORY for person in people)
    distinct = list(dict.fromkeys(names))
    return AgendaAct(
        title=act.title.lines(tags),
        parties=tuple(_joined([name[n] for name in distinct], tag, paired=paired) for n, tag in enumerate(tags)),
        people=tuple(person for person in people if not person.organisation),
    )


def _joined(names: Sequence[str], tag: str, *, paired: bool) -> str:
    """A与B / A and B for those who sign with each other; else a list."""
    known = [name for name in names if name]
    chinese = paper.is_chinese(tag)
    comma = "、" if chinese else ", "
    if not paired or len(known) < 2:
        return comma.join(known)
    return comma.join(known[:-1]) + ("与" if chinese else " and ") + known[-1]


def held_in(item: Item, tags: Lines) -> Lines:
    """Languages and interpretation with its channel, where they differ from what a reader would expect.

    An item in the forum's own languages without interpretation says nothing.
    """
    foreign = any(base(tag) not in {base(own) for own in tags} for tag in item.languages)
    if item.interpretation is Interpretation.NONE and not foreign:
        return tuple("" for _tag in tags)
    return tuple(" · ".join(filter(None, (_spoken(item, tag), _interpreted(item, tag)))) for tag in tags)


def _spoken(item: Item, tag: str) -> str:
    if not item.languages:
        return ""
    names = [language_name(spoken)[nearest(tag)] for spoken in item.languages]
    return in_language(tag, "In {languages}", languages=("、" if paper.is_chinese(tag) else ", ").join(names))


def _interpreted(item: Item, tag: str) -> str:
    if item.interpretation is Interpretation.NONE:
        return ""
    if item.interpretation is Interpretation.CONSECUTIVE:
        return in_language(tag, "consecutive interpretation")
    if not item.channel:
        return in_language(tag, "simultaneous interpretation")
    return in_language(tag, "simultaneous interpretation, channel {channel}", channel=item.channel)
