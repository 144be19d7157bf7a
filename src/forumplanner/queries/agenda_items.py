"""Reads the parts of a forum's sessions with their items and the people in them, times flowing where they do."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.flow import Stretch, flow
from forumplanner.domain.kinds import BREAK_ITEMS, CHAIRING_ROLES, ItemKind, Mode, Role
from forumplanner.domain.labels import label
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import minutes_of
from forumplanner.i18n import in_language
from forumplanner.queries import agenda_acts, paper
from forumplanner.records import Appearance, Forum, Institution, Item, Part, Participant, Person, Session
from forumplanner.snapshots.agenda import AgendaItem, AgendaPart, AgendaPerson
from forumplanner.snapshots.paper import Lines

_People = agenda_acts.PeopleByPlace


@dataclass(frozen=True, slots=True)
class PartsOfSessions:
    """All parts of a forum, read at once."""

    tags: Lines
    parts: dict[uuid.UUID, list[Part]]
    items: dict[uuid.UUID, list[Item]]
    people: _People
    acts: agenda_acts.Acts

    def of(self, record: Session, day: dt.date | None) -> tuple[AgendaPart, ...]:
        """The parts of a session on its day: the first starts and the last ends with the session if they don't say."""
        parts = self.parts.get(record.id, [])
        labels = _labels(parts, [self._is_break(part) for part in parts], self.tags)
        starts = [part.starts_at for part in parts]
        ends = [part.ends_at for part in parts]
        if parts:
            starts[0] = starts[0] or record.starts_at
            ends[-1] = ends[-1] or record.ends_at
        clock = _Clock(day, record.zone)
        return tuple(
            self._part(part, name, clock, span)
            for part, name, span in zip(parts, labels, zip(starts, ends, strict=True), strict=True)
        )

    def _is_break(self, part: Part) -> bool:
        items = self.items.get(part.id, [])
        return bool(items) and all(item.kind in BREAK_ITEMS for item in items)

    def _part(self, part: Part, name: Lines, clock: "_Clock", span: Stretch) -> AgendaPart:
        people = self.people.get(part.id, [])
        items = self.items.get(part.id, [])
        return AgendaPart(
            label=name,
            start=clock.minute(span[0]),
            end=clock.minute(span[1]),
            chairs=tuple(person for person in people if person.role in CHAIRING_ROLES),
            people=tuple(person for person in people if person.role not in CHAIRING_ROLES),
            items=tuple(
                self._item(item, clock.minute(starts), clock.minute(ends))
                for item, (starts, ends) in zip(items, _stretches(items, span), strict=True)
            ),
            id=str(part.id),
        )

    def _item(self, item: Item, start: int | None, end: int | None) -> AgendaItem:
        people = tuple(self.people.get(item.id, []))
        acts = agenda_acts.acts_of(self.acts.get(item.id, []), self.people, self.tags)
        return AgendaItem(
            kind=item.kind,
            kind_label=tuple(label(item.kind, tag) for tag in self.tags),
            title=item.title.lines(self.tags),
            abstract=item.abstract.lines(self.tags),
            start=start,
            end=end if start is not None else None,
            mode=_shared_mode(item.kind, (*people, *(person for act in acts for person in act.people))),
            is_break=item.kind in BREAK_ITEMS,
            people=people,
            url=item.url,
            held_in=agenda_acts.held_in(item, self.tags),
            acts=acts,
            id=str(item.id),
        )


@dataclass(frozen=True, slots=True)
class _Clock:
    """Reads instants as minutes of one conference day."""

    day: dt.date | None
    zone: str

    def minute(self, at: dt.datetime | None) -> int | None:
        return minutes_of(at, self.day, self.zone) if at and self.day else None


def _stretches(items: Sequence[Item], span: Stretch) -> list[Stretch]:
    """When each item begins and ends; where only their order is known, none of them takes the part's times."""
    told = len(items) == 1 or any(item.starts_at or item.minutes is not None for item in items)
    start, end = span if told else (None, None)
    return flow([(item.starts_at, item.minutes) for item in items], start=start, end=end)


def _labels(parts: Sequence[Part], are_breaks: Sequence[bool], tags: Lines) -> list[Lines]:
    """Each part's title; two parts without one are halves, more are counted; a lone part needs no name."""
    working = [n for n, is_break in enumerate(are_breaks) if not is_break]
    names = []
    for n, part in enumerate(parts):
        if part.title:
            names.append(part.title.lines(tags))
        elif n not in working or len(working) == 1:
            names.append(tuple("" for _tag in tags))
        else:
            names.append(tuple(_part_name(working.index(n), len(working), tag) for tag in tags))
    return names


def _part_name(place: int, of: int, tag: str) -> str:
    if of == 2:
        return in_language(tag, "Second half") if place else in_language(tag, "First half")
    return in_language(tag, "Part {n}", n=place + 1)


def _shared_mode(kind: ItemKind, people: Iterable[AgendaPerson]) -> Mode | None:
    """The mode that all who appear share; a video address is a video even if nobody said so."""
    modes = {person.mode for person in people}
    if modes <= {None}:
        return Mode.VIDEO if kind is ItemKind.VIDEO_ADDRESS else None
    return modes.pop() if len(modes) == 1 else None


def load(session: Db, forum: Forum) -> PartsOfSessions:
    """Parts, items, acts and people of all sessions of a forum; six statements."""
    parts: defaultdict[uuid.UUID, list[Part]] = defaultdict(list)
    items: defaultdict[uuid.UUID, list[Item]] = defaultdict(list)
    for part in session.scalars(
        select(Part).join(Session).where(Session.forum_id == forum.id).order_by(Part.position, Part.id)
    ):
        parts[part.session_id].append(part)
    for item in session.scalars(
        select(Item).join(Part).join(Session).where(Session.forum_id == forum.id).order_by(Item.position, Item.id)
    ):
        items[item.part_id].append(item)
    return PartsOfSessions(forum.languages, parts, items, _people(session, forum), agenda_acts.load(session, forum))


def _people(session: Db, forum: Forum) -> _People:
    """Everybody who appears, by the act, item or part, in order; interpreters are not printed."""
    posts, style = paper.posts(session, forum.id), paper.name_style(forum)
    who = (
        select(
            Appearance, Participant.post_id, Participant.mode, Person.id, Person.name, Person.country, Institution.name
        )
        .outerjoin(Participant, Participant.id == Appearance.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .outerjoin(Institution, Institution.id == Appearance.institution_id)
        .where(Session.forum_id == forum.id, Appearance.role != Role.INTERPRETER)
        .order_by(Appearance.position, Appearance.id)
    )
    in_items = who.join(Item, Item.id == Appearance.item_id).join(Part, Part.id == Item.part_id)
    in_parts = who.join(Part, Part.id == Appearance.part_id)
    people: _People = defaultdict(list)
    for statement in (in_items, in_parts):
        for seen, post_id, mode, person_id, name, country, institution in session.execute(
            statement.join(Session, Session.id == Part.session_id)
        ):
            at = people[seen.act_id or seen.item_id or seen.part_id]
            if seen.participant_id is None:
                at.append(_no_person(seen, institution, forum.languages))
                continue
            post = posts.used(person_id, seen.post_id, post_id)
            at.append(
                AgendaPerson(
                    names=paper.name_lines(name, forum.languages, style),
                    shown=name.shown(*forum.languages),
                    posts=paper.post_lines(
                        post, forum.languages, home=forum.country, country=country, words=forum.words
                    ),
                    role=seen.role,
                    role_label=tuple(label(seen.role, tag) for tag in forum.languages),
                    mode=seen.mode or mode,
                    provisional=seen.provisional,
                    minutes=seen.minutes,
                    institution=post.institution.lines(forum.languages),
                    id=str(seen.id),
                    who=str(seen.participant_id),
                )
            )
    return people


def _no_person(seen: Appearance, institution: LocalizedText, tags: Lines) -> AgendaPerson:
    """An organisation, or only words; words without an organisation are a placeholder."""
    words = institution or seen.label
    return AgendaPerson(
        names=words.lines(tags),
        shown=words.best(*tags),
        posts=seen.label.lines(tags) if institution else tuple("" for _tag in tags),
        role=seen.role,
        role_label=tuple(label(seen.role, tag) for tag in tags),
        mode=seen.mode,
        provisional=seen.provisional,
        placeholder=not institution,
        minutes=seen.minutes,
        organisation=bool(institution),
        id=str(seen.id),
        who=str(seen.institution_id or ""),
    )
