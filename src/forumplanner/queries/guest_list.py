"""Reads guests in order of precedence, and delegations with their members, for printed lists."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import letter_style as style
from forumplanner.domain.captions import caption
from forumplanner.domain.colours import accent_colour
from forumplanner.domain.countries import country_name
from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.letters import with_lines
from forumplanner.domain.names import PersonName
from forumplanner.domain.precedence import Ranked, why_before
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.statistics import WORKERS
from forumplanner.domain.text import EMPTY, EN
from forumplanner.i18n import in_language
from forumplanner.queries import agenda, letter_fields, letters, orders, paper
from forumplanner.records import ConsularGuest, ConsularPost, Delegation, Forum, Participant, Person
from forumplanner.snapshots.guest_list import GuestList, ListedDelegation, ListedGuest, ListedPerson
from forumplanner.snapshots.letters import Letters, LetterSheet
from forumplanner.snapshots.paper import Lines

_COMING = frozenset({InvitationStatus.ACCEPTED, InvitationStatus.ATTENDED})
_GONE = frozenset({InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED})


def load(db: Db, *, forum_id: uuid.UUID) -> GuestList:
    """The lists of a forum as it stands; the number of statements does not grow with the guests.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    tags = forum.languages
    read = _Read(forum, _people(db, forum_id), _posts_of_guests(db, forum_id), paper.posts(db, forum_id))
    consular = read.listed(orders.consular(db, forum_id=forum_id))
    register = letters.load(db, forum_id=forum_id)
    flags = _flags(forum, [post.country for _guest, post in read.guests.values()])
    rules = ProtocolRules.of(forum.protocol)
    return GuestList(
        slug=forum.slug,
        languages=tags,
        short_title=(forum.short_title or next(iter(forum.titles), EMPTY)).lines(tags),
        accent=accent_colour(forum.accent),
        edition=agenda.edition(db, forum),
        guests=read.listed(orders.guests(db, forum_id=forum_id)),
        consular=consular,
        delegations=_delegations(db, forum, read),
        caption=tuple(caption(rules, tag, forum.words) for tag in tags),
        flags=flags,
        cover=_cover(register, consular, flags),
    )


def sheet_texts(found: GuestList) -> Lines:
    """What the register keeps of the sheet for the foreign affairs office: its words, the order, the flags."""
    return _with_order(found.languages, found.cover.texts, found.consular, found.flags)


def _cover(letters_: Letters, consular: Sequence[ListedGuest], flags: Sequence[Lines]) -> LetterSheet:
    """The words around the sheet; with number and date only while the sheet still says what was issued."""
    draft = letters_.sheet
    issued = letters_.last_issued(draft)
    if issued is None or issued.texts != _with_order(letters_.languages, draft.texts, consular, flags):
        return draft
    return replace(draft, id=issued.id, number=issued.number, dated=issued.dated)


def _with_order(tags: Lines, texts: Lines, consular: Sequence[ListedGuest], flags: Sequence[Lines]) -> Lines:
    """The words of the sheet with the order and the flags as lines."""
    full = []
    for place, (tag, text) in enumerate(zip(tags, texts, strict=True)):
        comma, stop, colon = ("，", "．", "：") if paper.is_chinese(tag) else (", ", ". ", ": ")
        lines = [
            f"{one.place}{stop}{comma.join(filter(None, (one.names[place], one.posts[place])))}"
            f"{f'（{one.basis[place]}）' if paper.is_chinese(tag) else f' ({one.basis[place]})'}"
            for one in consular
        ]
        if flags:
            between = "、" if paper.is_chinese(tag) else ", "
            lines.append(f"{in_language(tag, 'Flag')}{colon}{between.join(flag[place] for flag in flags)}")
        full.append(with_lines(text, lines) if text else "")
    return tuple(full)


@dataclass(frozen=True, slots=True)
class _Known:
    """A participant as lists need it."""

    participant: Participant
    name: PersonName
    country: str


@dataclass(frozen=True, slots=True)
class _Read:
    """Participants and consular guests of a forum by key."""

    forum: Forum
    people: Mapping[uuid.UUID, _Known]
    guests: Mapping[uuid.UUID, tuple[ConsularGuest, ConsularPost]]
    posts: paper.Posts

    def listed(self, ordered: Sequence[Ranked]) -> tuple[ListedGuest, ...]:
        """Guests in their order."""
        return tuple(self._guest(one, after) for one, after in zip_longest(ordered, ordered[1:]))

    def _guest(self, one: Ranked, after: Ranked | None) -> ListedGuest:
        tags = self.forum.languages
        key = uuid.UUID(one.key)
        guest, post = self.guests.get(key, (None, None))
        known = self.people.get(guest.participant_id or key) if guest else self.people.get(key)
        country = post.country if post else known.country if known else ""
        return ListedGuest(
            place=one.place,
            names=self._names(known) if known else tuple("" for _tag in tags),
            posts=self._printed(guest, post, known),
            country=tuple(country_name(country, tag, self.forum.words) if country else "" for tag in tags),
            consular=guest is not None,
            proof=one.proof,
            basis=tuple(one.basis_in(tag) for tag in tags),
            reason=one.override.reason if one.override else "",
            why_next=tuple(why_before(one, after, tag) for tag in tags) if after else (),
            confirmed=(known.participant.status if known else guest.status if guest else None) in _COMING,
        )

    def _names(self, known: _Known) -> Lines:
        return paper.name_lines(known.name, self.forum.languages, paper.name_style(self.forum))

    def _printed(self, guest: ConsularGuest | None, post: ConsularPost | None, known: _Known | None) -> Lines:
        """Office and institution: as badges and agenda print the post, else as the consular record has it."""
        tags = self.forum.languages
        held = self.posts.used(known.participant.person_id, known.participant.post_id) if known else paper.HeldPost()
        if guest is None or post is None or held.title or held.institution:
            return self.person(known).posts if known else tuple("" for _tag in tags)
        return tuple(self._office(guest, post, tag) for tag in tags)

    def _office(self, guest: ConsularGuest, post: ConsularPost, tag: str) -> str:
        rank = guest.diplomatic_rank if post.kind is PostKind.EMBASSY else guest.consular_class
        office = style.office_of(guest.title, rank, tag, role=guest.role)
        name = letter_fields.post_name(self.forum, post, tag)
        return f"{name}{office}" if paper.is_chinese(tag) else ", ".join(filter(None, (office, name)))

    def person(self, known: _Known) -> ListedPerson:
        """A participant's name and post as the programme prints them."""
        tags = self.forum.languages
        held = self.posts.used(known.participant.person_id, known.participant.post_id)
        posts = paper.post_lines(held, tags, home=self.forum.country, country=known.country, words=self.forum.words)
        return ListedPerson(self._names(known), posts)


def _people(db: Db, forum_id: uuid.UUID) -> dict[uuid.UUID, _Known]:
    rows = db.execute(
        select(Participant, Person.name, Person.country)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
    )
    return {one.id: _Known(one, name, country) for one, name, country in rows}


def _posts_of_guests(db: Db, forum_id: uuid.UUID) -> dict[uuid.UUID, tuple[ConsularGuest, ConsularPost]]:
    rows = db.execute(
        select(ConsularGuest, ConsularPost)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum_id)
    )
    return {guest.id: (guest, post) for guest, post in rows if guest.status not in _GONE}


def _delegations(db: Db, forum: Forum, read: _Read) -> tuple[ListedDelegation, ...]:
    """Delegations in the forum's order, without who works there or doesn't come."""
    records = {str(one.id): one for one in db.scalars(select(Delegation).where(Delegation.forum_id == forum.id))}
    members = orders.members(db, forum_id=forum.id)
    return tuple(
        ListedDelegation(
            name=_delegation_name(forum, records[key]),
            members=tuple(
                replace(
                    read.person(known),
                    confirmed=known.participant.status in _COMING or records[key].confirmed_on is not None,
                )
                for known in _attending(members.get(key, ()), read)
            ),
            unnamed=records[key].unnamed,
        )
        for key in orders.delegations(db, forum_id=forum.id)
    )


def _attending(keys: Sequence[str], read: _Read) -> list[_Known]:
    found = [read.people[uuid.UUID(key)] for key in keys]
    return [one for one in found if one.participant.category not in WORKERS and one.participant.status not in _GONE]


def _delegation_name(forum: Forum, delegation: Delegation) -> Lines:
    tags = forum.languages
    named = delegation.name.lines(tags)
    return tuple(
        name or (country_name(delegation.country, tag, forum.words) if delegation.country else delegation.code)
        for name, tag in zip(named, tags, strict=True)
    )


def _flags(forum: Forum, countries: Sequence[str]) -> tuple[Lines, ...]:
    """Countries whose flags are to be prepared: the host's, then the others in the English alphabet, each once."""
    others = {code for code in countries if code and code != forum.country}
    ordered = sorted(others, key=lambda code: country_name(code, EN, forum.words).casefold())
    if not ordered:
        return ()
    return tuple(
        tuple(country_name(code, tag, forum.words) for tag in forum.languages) for code in (forum.country, *ordered)
    )
