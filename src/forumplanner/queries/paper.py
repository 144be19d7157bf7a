"""What queries of several papers share: the forum, people's names and posts as papers write them."""

import uuid
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import Words, country_name
from forumplanner.domain.labels import label
from forumplanner.domain.name_rules import NameStyle, styled
from forumplanner.domain.names import PersonName
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.files import PlannerError
from forumplanner.i18n import LANGUAGES, in_language, nearest
from forumplanner.i18n import gettext as _
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Institution, Participant, Post
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
    """All posts of a forum's participants by their key, and the first one of each person.

    `titled`: consular guests with a title as their consular post writes it; `classed`: those of whom only the consular
    class is known. Both by person.
    """

    held: dict[uuid.UUID, HeldPost] = field(default_factory=dict)
    first: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    titled: dict[uuid.UUID, HeldPost] = field(default_factory=dict)
    classed: dict[uuid.UUID, HeldPost] = field(default_factory=dict)

    def used(self, person_id: uuid.UUID, *chosen: uuid.UUID | None) -> HeldPost:
        """The first of the chosen posts that is one, else what a consular post writes, else the person's first.

        Where there is none of these, the consular class; an empty one for anybody else.
        """
        for key in chosen:
            if key in self.held:
                return self.held[key]
        if person_id in self.titled:
            return self.titled[person_id]
        key = self.first.get(person_id)
        return self.held[key] if key else self.classed.get(person_id, HeldPost())


def posts(session: Db, forum_id: uuid.UUID) -> Posts:
    """All posts of a forum's participants, and what consular posts write of theirs; one statement."""
    rows = session.execute(
        select(
            Participant.person_id,
            Post.id,
            Post.title,
            Institution.name,
            Institution.country,
            ConsularGuest.title.label("written"),
            ConsularGuest.consular_class,
            ConsularGuest.diplomatic_rank,
            ConsularPost.name.label("mission"),
            ConsularPost.country.label("sender"),
        )
        .outerjoin(Post, Post.person_id == Participant.person_id)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .outerjoin(ConsularGuest, ConsularGuest.participant_id == Participant.id)
        .outerjoin(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(Participant.forum_id == forum_id, Post.id.is_not(None) | ConsularGuest.id.is_not(None))
        .order_by(Post.position, Post.id, ConsularGuest.position, ConsularGuest.id)
    )
    found = Posts()
    for row in rows:
        if row.id:
            found.held[row.id] = HeldPost(row.title, row.name, row.country or "")
            found.first.setdefault(row.person_id, row.id)
        if row.written:
            found.titled.setdefault(row.person_id, HeldPost(row.written, row.mission, row.sender))
        elif rank := row.diplomatic_rank or row.consular_class:
            title = LocalizedText.of({tag: label(rank, tag) for tag in LANGUAGES})
            found.classed.setdefault(row.person_id, HeldPost(title, row.mission, row.sender))
    return found


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
