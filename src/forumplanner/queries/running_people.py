"""Reads who stands on the stage in each item and part of a forum, and how a host names them."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import Row, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import Words, country_name
from forumplanner.domain.courtesy import courtesy_zh, office_en
from forumplanner.domain.guest_kinds import ProtocolGroup
from forumplanner.domain.kinds import Category, InvitationStatus, Mode, Role
from forumplanner.domain.labels import label
from forumplanner.domain.name_rules import NameStyle, styled
from forumplanner.domain.names import PersonName
from forumplanner.domain.spoken import Spoken
from forumplanner.domain.text import EMPTY, EN, ZH, LocalizedText
from forumplanner.queries import paper
from forumplanner.queries.columns import NAME
from forumplanner.queries.paper import HeldPost
from forumplanner.records import Appearance, Forum, Institution, Item, Part, Participant, Person, Session
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.running_order import RunningPerson

_SAME_COUNTRY = {"CN": frozenset({"CN", "HK", "MO", "TW"})}
"""Where a country's own guests come from; elsewhere only from the country itself."""

_SHORT_TITLE = 6
"""A Chinese title of so many characters may stand behind the name in a word of thanks."""


_GROUPS: Final[dict[ProtocolGroup | None, str]] = {
    ProtocolGroup.ALLIANCE_LEADER: "alliance",
    ProtocolGroup.HOST: "host",
    ProtocolGroup.FOREIGN_GUEST: "abroad",
}
"""Guests of honour who are greeted in a group of their own; others by where they come from."""

_NAMELESS = PersonName()
_NO_POST = HeldPost()


@dataclass(frozen=True, slots=True)
class OnStage:
    """One appearance with what is known of the person; `home`: the host's country. `own`: the forum's own words."""

    id: uuid.UUID
    role: Role
    home: str
    name: PersonName = _NAMELESS
    words: LocalizedText = EMPTY
    held: HeldPost = _NO_POST
    country: str = ""
    category: Category | None = None
    mode: Mode | None = None
    provisional: bool = False
    act: str = ""
    person: str = ""
    institution: bool = False
    status: InvitationStatus | None = None
    honoured: ProtocolGroup | None = None
    own: Words | None = field(default=None, compare=False)
    style: NameStyle = NameStyle.CAPITALS

    @property
    def abroad(self) -> bool:
        """Whether they come from another country than the host's."""
        where = self.country or self.held.country
        return bool(where) and where not in _SAME_COUNTRY.get(self.home, frozenset({self.home}))

    def forms(self) -> tuple[str, ...]:
        """Every way in which a script may write the name."""
        name = self.name
        return name.zh, name.latin, name.latin_with_capitals(), name.native

    def courtesy(self) -> str:
        """What stands behind the Chinese name."""
        name = self.name
        title = self.held.title.get(ZH)
        return courtesy_zh(title, name.courtesy_en, own=name.courtesy_zh, abroad=self.abroad) if self.person else ""

    def spoken(self, tag: str) -> Spoken:
        """As a host names them in that language."""
        chinese = paper.is_chinese(tag)
        office = "" if not self.person else self._office_zh(tag) if chinese else self._office_en(tag)
        return Spoken(
            name=self._said(tag, chinese=chinese),
            office=office,
            courtesy=self.courtesy() if chinese else "",
            thanked=self._thanked(tag, chinese=chinese),
            role=self.role,
            group=self.group,
            act=self.act,
            mode=self.mode,
        )

    def shown(self, tags: Lines) -> RunningPerson:
        """As papers and pages show them."""
        named = bool(self.person)
        none = tuple("" for _tag in tags)
        return RunningPerson(
            names=paper.name_lines(self.name, tags, self.style) if named else self.words.lines(tags),
            shown=self.name.shown(*tags) if named else self.words.best(*tags),
            posts=paper.post_lines(self.held, tags, home=self.home, country=self.country, words=self.own)
            if named
            else none,
            spoken=tuple(self._whole(tag) for tag in tags),
            courtesy=self.courtesy(),
            role=self.role,
            role_label=tuple(label(self.role, tag) for tag in tags),
            pronunciation=self.name.pronunciation,
            abroad=self.abroad,
            mode=self.mode,
            provisional=self.provisional,
            placeholder=not named and not self.institution,
            institution=self.institution,
            act=self.act,
        )

    def _whole(self, tag: str) -> str:
        one = self.spoken(tag)
        return f"{one.name}{one.courtesy}"

    def _said(self, tag: str, *, chinese: bool) -> str:
        if not self.person:
            return self.words.best(tag)
        return self.name.shown(ZH) if chinese else self._formal() or self.name.shown(EN)

    def _formal(self) -> str:
        return styled(self.name, self.style).formal_en()

    def _office_zh(self, tag: str) -> str:
        return paper.post_lines(self.held, (tag,), home=self.home, country=self.country, words=self.own)[0]

    def _office_en(self, tag: str) -> str:
        where = self.held.country or self.country
        country = country_name(where, tag, self.own) if self.abroad else ""
        return office_en(self.held.title.get(tag), self.held.institution.get(tag), country)

    def _thanked(self, tag: str, *, chinese: bool) -> str:
        name = self.name
        if not self.person:
            return ""
        if not chinese:
            return name.address_en or self._formal()
        if name.address_zh:
            return name.address_zh
        title = self.held.title.get(tag)
        short = 0 < len(title) <= _SHORT_TITLE and title.isalpha()
        behind = self.courtesy() or (title if short else "")
        return f"{name.zh}{behind}" if name.zh and behind else ""

    @property
    def group(self) -> str:
        """With whom a host greets them: a key of the templates `group.home`, `group.consular` ..."""
        if self.category is Category.CONSULAR:
            return "consular"
        return _GROUPS.get(self.honoured) or ("abroad" if self.abroad else "home")


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody by item or part, the names of all people in the file, with which scripts are compared, all posts."""

    people: dict[uuid.UUID | None, list[OnStage]]
    known: tuple[str, ...]
    posts: paper.Posts

    def of(self, place: uuid.UUID) -> list[OnStage]:
        """Who appears in an item or part, in order."""
        return self.people.get(place, [])


def people_of(db: Db, forum: Forum) -> Stage:
    """Who appears where; four statements. Interpreters stand in no script."""
    posts = paper.posts(db, forum.id)
    who = (
        select(Appearance, Participant, Person, Institution.name)
        .outerjoin(Participant, Participant.id == Appearance.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .outerjoin(Institution, Institution.id == Appearance.institution_id)
        .where(Session.forum_id == forum.id, Appearance.role != Role.INTERPRETER)
        .order_by(Appearance.position, Appearance.id)
    )
    in_items = who.join(Item, Item.id == Appearance.item_id).join(Part, Part.id == Item.part_id)
    in_parts = who.join(Part, Part.id == Appearance.part_id)
    people: defaultdict[uuid.UUID | None, list[OnStage]] = defaultdict(list)
    for statement in (in_items, in_parts):
        for row in db.execute(statement.join(Session, Session.id == Part.session_id)):
            people[row[0].item_id or row[0].part_id].append(_on_stage(forum, posts, row))
    return Stage(people, _names(db), posts)


def _on_stage(forum: Forum, posts: paper.Posts, row: Row[*tuple[Any, ...]]) -> OnStage:
    seen, participant, person, institution = row
    one = OnStage(
        id=seen.id,
        role=seen.role,
        home=forum.country,
        words=institution or seen.label,
        mode=seen.mode,
        provisional=seen.provisional,
        act=str(seen.act_id) if seen.act_id else "",
        institution=bool(institution),
        own=forum.words,
        style=paper.name_style(forum),
    )
    if person is None:
        return one
    return replace(
        one,
        name=person.name,
        held=posts.used(person.id, seen.post_id, participant.post_id),
        country=person.country,
        category=participant.category,
        mode=seen.mode or participant.mode,
        person=str(person.id),
        status=participant.status,
        honoured=participant.protocol_group,
    )


def _names(db: Db) -> tuple[str, ...]:
    """Chinese and Latin names of everybody in the file."""
    rows = db.scalars(select(type_coerce(Person.name, NAME)))
    return tuple(dict.fromkeys(form for name in rows for form in (name.zh, name.latin) if form))
