"""What queries of several papers share: the forum, people's names and posts as papers write them."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import Words, country_name
from forumplanner.domain.name_rules import NameStyle, styled
from forumplanner.domain.names import PersonName
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import in_language, nearest
from forumplanner.records import Forum, Institution, Participant, Post
from forumplanner.snapshots.paper import Lines


class NoSuchForum(PlannerError):
    """The planner file holds no forum of that key."""


class NoSuchRelease(PlannerError):
    """The forum has no release of that key."""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as papers need it: its title, and name and country of the institution."""

    title: LocalizedText = EMPTY
    institution: LocalizedText = EMPTY
    country: str = ""


def forum_of(session: Db, forum_id: uuid.UUID) -> Forum:
    """The forum of that key; raises `NoSuchForum`."""
    forum = session.get(Forum, forum_id)
    if forum is None:
        raise NoSuchForum(_("This planner file holds no such forum; it may have been removed. Choose another forum."))
    return forum


@dataclass(frozen=True, slots=True)
class Posts:
    """All posts of a forum's participants by their key, and the first one of each person."""

    held: dict[uuid.UUID, HeldPost]
    first: dict[uuid.UUID, uuid.UUID]

    def used(self, person_id: uuid.UUID, *chosen: uuid.UUID | None) -> HeldPost:
        """The first of the chosen posts that is one, else the person's first, else an empty one."""
        for key in (*chosen, self.first.get(person_id)):
            if key in self.held:
                return self.held[key]
        return HeldPost()


def posts(session: Db, forum_id: uuid.UUID) -> Posts:
    """All posts of a forum's participants; one statement."""
    rows = session.execute(
        select(Post.id, Post.person_id, Post.title, Institution.name, Institution.country)
        .join(Participant, Participant.person_id == Post.person_id)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    )
    found = Posts({}, {})
    for key, person, title, institution, country in rows:
        found.held[key] = HeldPost(title, institution, country or "")
        found.first.setdefault(person, key)
    return found


def conveners(names: list[tuple[uuid.UUID | None, Lines]]) -> dict[uuid.UUID | None, tuple[Lines, ...]]:
    """Names of institutions by the parallel forum they organise."""
    groups: defaultdict[uuid.UUID | None, list[Lines]] = defaultdict(list)
    for track, name in names:
        groups[track].append(name)
    return {track: tuple(group) for track, group in groups.items()}


def is_chinese(tag: str) -> bool:
    """Whether lines in that language are written in the Chinese way."""
    return nearest(tag) == "zh-Hans"


def name_style(forum: Forum) -> NameStyle:
    """How this forum's papers write family names in Latin letters."""
    return ProtocolRules.of(forum.protocol).names


def name_lines(name: PersonName, tags: Lines, style: NameStyle = NameStyle.CAPITALS) -> Lines:
    """The form of a name that each language uses; "" where the person has no such form."""
    return tuple(_name_in(styled(name, style), tag) for tag in tags)


def _name_in(name: PersonName, tag: str) -> str:
    if is_chinese(tag):
        return name.zh
    if name.native and name.native_language.partition("-")[0] == tag.partition("-")[0]:
        return name.native
    return name.formal_en()


def post_lines(post: HeldPost, tags: Lines, *, home: str, country: str = "", words: Words | None = None) -> Lines:
    """Post and institution as an agenda writes them, with the country where it is not `home`.

    老挝平原卫生大学副教授 / Associate Professor, Plain University of Health, Lao PDR. `country` is the person's own,
    for posts without an institution. `words`: the forum's own, for the name of the country.
    """
    return tuple(_post_in(post, tag, home, post.country or country, words) for tag in tags)


def _post_in(post: HeldPost, tag: str, home: str, country: str, words: Words | None) -> str:
    title, institution = post.title.get(tag), post.institution.get(tag)
    abroad = country_name(country, tag, words) if country and country != home else ""
    if is_chinese(tag):
        text = institution + title
        return text if abroad in text else abroad + text
    text = ", ".join(filter(None, (title, institution)))
    return text if abroad in text else ", ".join(filter(None, (text, abroad)))


def parallel_words(count: int, tag: str) -> str:
    """Several parallel forums on one line: "Parallel forums (4)"."""
    return in_language(tag, "Parallel forums ({n})", n=count)
