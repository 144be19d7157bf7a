"""Reads everybody for the search for duplicates in five statements, and two records side by side in seven."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import func, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import country_name
from forumplanner.domain.ids import PersonId
from forumplanner.domain.likeness import Someone
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EMPTY
from forumplanner.i18n import nearest
from forumplanner.queries.columns import KEY, TEXTS
from forumplanner.queries.compared_fields import forum_fields, person_fields
from forumplanner.records import (
    Appearance,
    Delegation,
    DistinctPair,
    Forum,
    Institution,
    Participant,
    Person,
    PersonAlias,
    Post,
)
from forumplanner.snapshots.duplicates import ComparedForum, ComparedPerson, Comparison, Directory


def load(db: Db) -> Directory:
    """Everybody in the file with the names they were merged from, and pairs that are two people; five statements."""
    houses = _houses(db)
    held: defaultdict[str, set[str]] = defaultdict(set)
    posts = select(type_coerce(Post.person_id, KEY), type_coerce(Post.institution_id, KEY))
    for person, institution in db.execute(posts.where(Post.institution_id.is_not(None))):
        held[person].update(houses[institution][0])
    was: defaultdict[str, dict[PersonName, None]] = defaultdict(dict)
    for person, name in db.execute(select(type_coerce(PersonAlias.person_id, KEY), PersonAlias.name)):
        was[person][name] = None
    wanted = select(type_coerce(Person.id, KEY), Person.name, Person.country, Person.phone, Person.emails)
    people = [
        Someone(
            id=key,
            names=(name, *was.get(key, ())),
            country=country,
            institutions=frozenset(held.get(key, ())),
            houses=tuple(dict.fromkeys(house for one in sorted(held.get(key, ())) for house in houses[one][1])),
            phone=phone,
            emails=emails,
        )
        for key, name, country, phone, emails in db.execute(wanted.order_by(Person.id))
    ]
    pairs = select(type_coerce(DistinctPair.first_id, KEY), type_coerce(DistinctPair.second_id, KEY))
    return Directory(tuple(people), tuple((first, second) for first, second in db.execute(pairs)))


def _houses(db: Db) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Of each institution its key with those of the houses above it, and its own names in any language."""
    wanted = select(
        type_coerce(Institution.id, KEY),
        type_coerce(Institution.parent_id, KEY),
        type_coerce(Institution.name, TEXTS),
        type_coerce(Institution.short_name, TEXTS),
    )
    above: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for key, parent, name, short in db.execute(wanted):
        above[key] = parent
        names[key] = tuple(text for text, _revision in (*name.values(), *short.values()) if text)
    return {key: (tuple(_line(key, above)), names[key]) for key in names}


def _line(key: str, above: dict[str, str]) -> Iterator[str]:
    """An institution and the houses above it; a circle ends where it began."""
    seen: set[str] = set()
    while key and key in above and key not in seen:
        seen.add(key)
        yield key
        key = above[key]


def compare(db: Db, *, keep: PersonId, drop: PersonId, tag: str) -> Comparison | None:
    """Two records side by side in the language of `tag`; None where one of them is gone. Seven statements."""
    people = {person.id: person for person in db.scalars(select(Person).where(Person.id.in_((keep, drop))))}
    if len(people) < 2:
        return None
    first, second = people[keep], people[drop]
    posts = _posts(db, keep, drop, tag)
    texts = {key: text for held in posts.values() for key, text in held.items()}
    appearances = _appearances(db, keep, drop)
    pair = DistinctPair.first_id.in_((keep, drop)) & DistinctPair.second_id.in_((keep, drop))
    forums = tuple(_forums(db, keep, drop, tag, texts))
    return Comparison(
        keep=_face(first, tuple(posts[str(keep)].values()), appearances[str(keep)]),
        drop=_face(second, tuple(posts[str(drop)].values()), appearances[str(drop)]),
        fields=tuple(person_fields(first, second, tag)),
        forums=forums,
        apart=db.scalars(select(DistinctPair.id).where(pair)).first() is not None,
    )


def _face(person: Person, posts: tuple[str, ...], appearances: int) -> ComparedPerson:
    return ComparedPerson(str(person.id), person.name, person.country, person.photo, posts, appearances)


def _posts(db: Db, keep: PersonId, drop: PersonId, tag: str) -> defaultdict[str, dict[str, str]]:
    """The posts of both as one line each, by person and key."""
    held = (
        select(Post.person_id, Post.id, Post.title, Institution.name)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Post.person_id.in_((keep, drop)))
        .order_by(Post.position, Post.id)
    )
    between = "" if nearest(tag) == "zh-Hans" else ", "
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for person, key, title, institution in db.execute(held):
        words = [title.best(tag), (institution or EMPTY).best(tag)]
        order = reversed(words) if not between else words
        found[str(person)][str(key)] = between.join(filter(None, order))
    return found


def _appearances(db: Db, keep: PersonId, drop: PersonId) -> defaultdict[str, int]:
    counted = (
        select(Participant.person_id, func.count())
        .join(Appearance, Appearance.participant_id == Participant.id)
        .where(Participant.person_id.in_((keep, drop)))
        .group_by(Participant.person_id)
    )
    found: defaultdict[str, int] = defaultdict(int)
    found.update({str(person): number for person, number in db.execute(counted)})
    return found


def _forums(db: Db, keep: PersonId, drop: PersonId, tag: str, texts: dict[str, str]) -> Iterator[ComparedForum]:
    """The forums of both, the latest first."""
    wanted = (
        select(Participant, Forum, Delegation)
        .join(Forum, Forum.id == Participant.forum_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(Participant.person_id.in_((keep, drop)))
        .order_by(Forum.starts_on.desc(), Forum.id)
    )
    rows = db.execute(wanted).all()
    forums = {forum.id: forum for _participant, forum, _delegation in rows}
    sides = {(one.forum_id, one.person_id): one for one, _forum, _delegation in rows}
    for _participant, _forum, delegation in rows:
        if delegation is not None:
            name = delegation.name.best(tag) or country_name(delegation.country, tag) or delegation.code
            texts = {**texts, str(delegation.id): name}
    for key, forum in forums.items():
        ours, theirs = sides.get((key, keep)), sides.get((key, drop))
        fields = tuple(forum_fields(ours, theirs, tag, texts=texts)) if ours and theirs else ()
        title = (forum.short_title or next(iter(forum.titles), EMPTY)).best(tag)
        yield ComparedForum(str(key), title, ours is not None, theirs is not None, fields)
