"""Reads the letters of a forum: drafts filled from what the file knows, the register, and whether they may go."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import letter_numbers as numbering
from forumplanner.domain import letter_style as style
from forumplanner.domain import letters as writing
from forumplanner.domain import times
from forumplanner.domain.colours import accent_colour
from forumplanner.domain.guest_kinds import ApprovalKind, LetterKind
from forumplanner.domain.ids import ForumId
from forumplanner.domain.invitation_chain import comes, is_approved, place
from forumplanner.domain.kinds import InvitationStatus, OrganiserRole
from forumplanner.domain.letter_templates import code_of
from forumplanner.domain.text import EMPTY, ZH, LocalizedText
from forumplanner.queries import agenda, contacts, letter_fields, orders, paper
from forumplanner.queries.letter_fields import Addressed
from forumplanner.records import (
    Approval,
    ConsularGuest,
    ConsularPost,
    Forum,
    Institution,
    Letter,
    Organiser,
    Participant,
    Person,
)
from forumplanner.snapshots.contacts import Subject
from forumplanner.snapshots.letters import Letters, LetterSheet, LetterTexts, Sample


def load(
    db: Db,
    *,
    forum_id: uuid.UUID,
    now: dt.datetime | None = None,
    numbers: Mapping[str, str] | None = None,
    dated: dt.date | None = None,
) -> Letters:
    """Every letter of a forum; the number of statements does not grow with the guests.

    `now` (aware) replaces this computer's clock. `numbers`: by the guest's id ("" for letters about nobody), and
    `dated`: what drafts are filled with that are about to be issued. Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    read = _Read.of(db, forum, numbers or {}, dated)
    short = forum.short_title or next(iter(forum.titles), EMPTY)
    return Letters(
        slug=forum.slug,
        languages=forum.languages,
        short_title=short.lines(forum.languages),
        host=next(iter(read.hosts), EMPTY).lines(forum.languages),
        contact=" · ".join(filter(None, (forum.phone, forum.mailbox))),
        accent=accent_colour(forum.accent),
        edition=agenda.edition(db, forum),
        today=(now or dt.datetime.now(dt.UTC)).astimezone(times.zone(forum.zone)).date(),
        drafts=tuple(read.invitation(one) for one in read.guests if comes(one.guest.status)),
        request=read.other(LetterKind.APPROVAL_REQUEST),
        sheet=read.other(LetterKind.PROTOCOL_REQUEST),
        issued=read.issued,
    )


def texts(db: Db, *, forum_id: uuid.UUID) -> LetterTexts:
    """The forum's own texts, and the values of each guest for a look at what they say. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    read = _Read.of(db, forum, {}, None)
    tags = forum.languages
    own = {code: tuple(said.get(tag, "") for tag in tags) for code, said in (forum.words or {}).items()}
    samples = []
    for one in read.guests:
        values = tuple({**read.shared[tag], **letter_fields.of_guest(forum, one, tag)} for tag in tags)
        name = tuple(" · ".join(filter(None, (said["post"], said["guest"]))) for said in values)
        samples.append(Sample(str(one.guest.id), name, values, named=one.name is not None))
    if not samples:
        plain = tuple(dict(read.shared[tag]) for tag in tags)
        samples.append(Sample("", tuple("" for _tag in tags), plain, named=False))
    return LetterTexts(tags, {code: said for code, said in own.items() if code.startswith("letter.")}, tuple(samples))


def proposed_number(db: Db, *, forum_id: uuid.UUID, kind: LetterKind, year: int) -> str:
    """The number that the next letter of a kind gets: the forum's own prefix, or the usual one, and no gap."""
    forum = paper.forum_of(db, forum_id)
    own = (forum.words or {}).get(prefix_code(kind), {})
    prefix = next(filter(None, (own.get(tag, "") for tag in (ZH, *own))), numbering.PREFIXES[kind])
    return numbering.next_number(prefix, year, [row.number for row in register(db, forum_id)])


def prefix_code(kind: LetterKind) -> str:
    """Under which code a forum keeps what opens the numbers of a kind of letter."""
    return f"letter.{kind.value}.prefix"


def register(db: Db, forum_id: uuid.UUID) -> list[Letter]:
    """The letters of a forum in the order in which they were issued."""
    rows = db.scalars(select(Letter).where(Letter.forum_id == forum_id))
    return sorted(rows, key=lambda row: (row.position, row.dated or dt.date.min, row.id))


@dataclass(frozen=True, slots=True)
class _Read:
    """What every letter of a forum is filled from."""

    forum: Forum
    hosts: tuple[LocalizedText, ...]
    guests: tuple[Addressed, ...]
    approved: frozenset[uuid.UUID]
    shared: Mapping[str, Mapping[str, str]]
    posts: Mapping[uuid.UUID, ConsularPost]
    numbers: Mapping[str, str]
    dated: dt.date | None
    issued: tuple[LetterSheet, ...]

    @classmethod
    def of(cls, db: Db, forum: Forum, numbers: Mapping[str, str], dated: dt.date | None) -> "_Read":
        """Read it."""
        hosts = _hosts(db, forum.id)
        guests = _guests(db, forum.id)
        approved = _approved(db, forum.id, guests)
        places = {one.key: one.place for one in orders.consular(db, forum_id=forum.id)}
        coming = sorted((one for one in guests if comes(one.guest.status)), key=lambda one: places[str(one.guest.id)])
        shared = letter_fields.shared(db, forum, hosts, coming)
        posts = {post.id: post for post in db.scalars(select(ConsularPost))}
        made = cls(forum, hosts, guests, approved, shared, posts, numbers, dated, ())
        return replace(made, issued=tuple(made._as_issued(row) for row in register(db, forum.id)))

    def invitation(self, one: Addressed) -> LetterSheet:
        """The invitation to one guest's post as it would be written now."""
        own = {tag: letter_fields.of_guest(self.forum, one, tag) for tag in self.forum.languages}
        code = code_of(LetterKind.CONSULAR_INVITATION, named=one.name is not None)
        draft = LetterSheet(
            id="",
            kind=LetterKind.CONSULAR_INVITATION,
            guest_id=str(one.guest.id),
            post_id=str(one.post.id),
            code=one.guest.code,
            to=tuple(own[tag]["post"] for tag in self.forum.languages),
            about=tuple(own[tag]["guest"] for tag in self.forum.languages),
            texts=(),
            approved=one.guest.id in self.approved,
            plain_courtesy=one.name is not None and not (one.name.courtesy_en or one.name.courtesy_zh),
            kept=self._kept(one),
            sent=place(one.guest.status) >= place(InvitationStatus.SENT),
        )
        return self._filled(draft, code, own)

    def other(self, kind: LetterKind) -> LetterSheet:
        """A letter to the foreign affairs office as it would be written now."""
        to = tuple(self.shared[tag].get("office", "") for tag in self.forum.languages)
        draft = LetterSheet(id="", kind=kind, guest_id="", post_id="", code="", to=to, about=(), texts=())
        return self._filled(draft, code_of(kind, named=False), {})

    def _filled(self, draft: LetterSheet, code: str, own: Mapping[str, Mapping[str, str]]) -> LetterSheet:
        number = self.numbers.get(draft.guest_id, "")
        filled = [
            writing.fill(
                writing.template(code, tag, self.forum.words),
                {
                    **self.shared[tag],
                    **own.get(tag, {}),
                    "number": number,
                    "date": style.letter_day(self.dated, tag) if self.dated else "",
                },
            )
            for tag in self.forum.languages
        ]
        return replace(
            draft,
            texts=tuple(one.text for one in filled),
            missing=tuple(one.missing for one in filled),
            unknown=tuple(one.unknown for one in filled),
        )

    def _as_issued(self, row: Letter) -> LetterSheet:
        tags = self.forum.languages
        guest = next((one for one in self.guests if one.guest.id == row.consular_guest_id), None)
        post = guest.post if guest else self.posts.get(row.consular_post_id) if row.consular_post_id else None
        office = tuple(self.shared[tag].get("office", "") for tag in tags)
        nobody = tuple("" for _tag in tags)
        about = tuple(letter_fields.of_guest(self.forum, guest, tag)["guest"] for tag in tags) if guest else nobody
        return LetterSheet(
            id=str(row.id),
            kind=row.kind,
            guest_id=str(row.consular_guest_id or ""),
            post_id=str(post.id) if post else "",
            code=guest.guest.code if guest else "",
            to=tuple(letter_fields.post_name(self.forum, post, tag) for tag in tags) if post else office,
            about=about,
            texts=row.text.lines(tags),
            number=row.number,
            dated=row.dated,
            approved=row.consular_guest_id in self.approved,
            despite=row.despite,
            issued_by=row.issued_by,
            kept=self._kept(guest),
        )

    def _kept(self, one: Addressed | None) -> tuple[str, ...]:
        """What a line never ends in: a name, a courtesy before its name, the secretariat's phone."""
        names = (one.name.zh, one.name.latin, " ".join(one.name.formal_en().split()[:2])) if one and one.name else ()
        return tuple(filter(None, (*names, self.forum.phone)))


def _hosts(db: Db, forum_id: uuid.UUID) -> tuple[LocalizedText, ...]:
    """Names of the institutions that host the forum, the highest first."""
    rows = db.execute(
        select(Institution.name)
        .join(Organiser, Organiser.institution_id == Institution.id)
        .where(Organiser.forum_id == forum_id, Organiser.track_id.is_(None), Organiser.role == OrganiserRole.HOST)
        .order_by(Organiser.position, Organiser.id)
    )
    return tuple(name for (name,) in rows)


def _guests(db: Db, forum_id: uuid.UUID) -> tuple[Addressed, ...]:
    """Each consular guest with the post and the person, in the order of the foreign affairs office's list."""
    rows = db.execute(
        select(ConsularGuest, ConsularPost, Person)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .outerjoin(Participant, Participant.id == ConsularGuest.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .where(ConsularGuest.forum_id == forum_id)
    ).all()
    found = [Addressed(guest, post, person.name if person is not None else None) for guest, post, person in rows]
    return tuple(sorted(found, key=_list_place))


def _list_place(one: Addressed) -> tuple[int, int, str]:
    order = one.post.list_order
    return (10_000 if order is None else order, one.guest.position, str(one.guest.id))


def office_approved(db: Db, forum_id: uuid.UUID) -> bool:
    """Whether one recorded approval allows to invite all consular posts of a forum."""
    recorded = select(Approval.id).where(
        Approval.forum_id == forum_id,
        Approval.kind == ApprovalKind.CONSULAR_GUESTS,
        Approval.approved_on.is_not(None),
    )
    return db.scalars(recorded.limit(1)).first() is not None


def _approved(db: Db, forum_id: uuid.UUID, guests: Sequence[Addressed]) -> frozenset[uuid.UUID]:
    """Guests whose post may be invited: a step says so, or one approval says it for all."""
    if office_approved(db, forum_id):
        return frozenset(one.guest.id for one in guests)
    was = {
        (note.subject, note.subject_id)
        for note in contacts.all_notes(db, forum_id=ForumId(forum_id))
        if is_approved([note.status])
    }
    return frozenset(
        one.guest.id for one in guests if is_approved([one.guest.status]) or not was.isdisjoint(_subjects(one))
    )


def _subjects(one: Addressed) -> set[tuple[Subject, str]]:
    """Under whom a step about this guest may stand in the log."""
    return {
        (Subject.GUEST, str(one.guest.id)),
        (Subject.POST, str(one.post.id)),
        (Subject.PARTICIPANT, str(one.guest.participant_id)),
    }
