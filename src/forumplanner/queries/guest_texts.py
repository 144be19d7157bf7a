"""Texts of the guest side in both languages: consular posts, delegations, the alliance's registers, own words.

A text stands here where a paper or a page shows it in the forum's languages: names, seats, districts and addresses of
the posts that send a guest, titles of consular guests, names and hotels of delegations, and what the registers say.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import captions, own_words
from forumplanner.domain.labels import label
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.queries.wordings import pair
from forumplanner.records import (
    Agreement,
    Appointment,
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    LedgerEntry,
    OfficeTerm,
)
from forumplanner.snapshots.completeness import TextKind, TextRef
from forumplanner.snapshots.wordings import NO_TEXT, Pair

_REGISTERS = ((Agreement, "agreements"), (Appointment, "appointments"))


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text as it was read."""

    ref: TextRef
    kind: TextKind
    text: LocalizedText
    belongs: Pair = NO_TEXT
    page: str = ""
    target: str = ""


def load(db: Db, forum: Forum) -> Iterator[ReadText]:
    """All of them, in the order of their kinds; six statements, whatever the size of the forum."""
    yield from _delegations(db, forum)
    yield from _consular(db, forum)
    yield from _registers(db, forum)
    yield from _ledger(db, forum)
    yield from _offices(db, forum.languages)
    yield from _own(forum)


def _delegations(db: Db, forum: Forum) -> Iterator[ReadText]:
    rows = db.execute(
        select(Delegation.id, Delegation.name, Delegation.hotel)
        .where(Delegation.forum_id == forum.id)
        .order_by(Delegation.position, Delegation.id)
    )
    for row in rows:
        key = str(row.id)
        yield ReadText(TextRef("delegation", key, "name"), TextKind.DELEGATION, row.name, NO_TEXT, "delegations", key)
        belongs = pair(row.name, forum.languages)
        ref = TextRef("delegation", key, "hotel")
        yield ReadText(ref, TextKind.DELEGATION, row.hotel, belongs, "delegations", key)


def _consular(db: Db, forum: Forum) -> Iterator[ReadText]:
    """Posts that send a guest to the forum, each once and on the way to its first guest; then the guests' titles."""
    rows = db.execute(
        select(
            ConsularGuest.id,
            ConsularGuest.title,
            ConsularPost.id.label("post"),
            ConsularPost.name,
            ConsularPost.city,
            ConsularPost.district,
            ConsularPost.address,
        )
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum.id)
        .order_by(ConsularGuest.position, ConsularGuest.id)
    ).all()
    known: set[uuid.UUID] = set()
    for row in rows:
        if row.post in known:
            continue
        known.add(row.post)
        for column in ("name", "city", "district", "address"):
            ref = TextRef("consular_post", str(row.post), column)
            belongs = NO_TEXT if column == "name" else pair(row.name, forum.languages)
            yield ReadText(ref, TextKind.CONSULAR_POST, getattr(row, column), belongs, "guests", str(row.id))
    for row in rows:
        ref = TextRef("consular_guest", str(row.id), "title")
        belongs = pair(row.name, forum.languages)
        yield ReadText(ref, TextKind.CONSULAR_GUEST, row.title, belongs, "guests", str(row.id))


def _registers(db: Db, forum: Forum) -> Iterator[ReadText]:
    """Agreements and appointments of this forum, and those that belong to none."""
    for record, tab in _REGISTERS:
        rows = db.execute(
            select(record.id, record.title, record.resolution)
            .where((record.forum_id == forum.id) | record.forum_id.is_(None))
            .order_by(record.position, record.id)
        )
        for row in rows:
            target = f"{tab}:{row.id}"
            ref = TextRef(record.__tablename__, str(row.id), "title")
            yield ReadText(ref, TextKind.ALLIANCE, row.title, NO_TEXT, "alliance", target)
            ref, belongs = TextRef(record.__tablename__, str(row.id), "resolution"), pair(row.title, forum.languages)
            yield ReadText(ref, TextKind.ALLIANCE, row.resolution, belongs, "alliance", target)


def _ledger(db: Db, forum: Forum) -> Iterator[ReadText]:
    """Lines of the ledger that came about at this forum, and those that belong to none."""
    rows = db.execute(
        select(
            LedgerEntry.id,
            LedgerEntry.institution_id,
            LedgerEntry.occasion,
            LedgerEntry.resolution,
            Institution.name,
        )
        .outerjoin(Institution, Institution.id == LedgerEntry.institution_id)
        .where((LedgerEntry.forum_id == forum.id) | LedgerEntry.forum_id.is_(None))
        .order_by(LedgerEntry.position, LedgerEntry.id)
    )
    for row in rows:
        target = f"members:{row.institution_id}" if row.institution_id else "members"
        belongs = pair(row.name, forum.languages)
        for column in ("occasion", "resolution"):
            ref = TextRef("ledger_entry", str(row.id), column)
            yield ReadText(ref, TextKind.ALLIANCE, getattr(row, column), belongs, "alliance", target)


def _offices(db: Db, tags: tuple[str, ...]) -> Iterator[ReadText]:
    """Every forum shows all terms of office: an office is the alliance's."""
    rows = db.execute(
        select(OfficeTerm.id, OfficeTerm.office, OfficeTerm.resolution).order_by(OfficeTerm.position, OfficeTerm.id)
    )
    for row in rows:
        ref, belongs = (
            TextRef("office_term", str(row.id), "resolution"),
            Pair(tuple(label(row.office, tag) for tag in tags)),
        )
        yield ReadText(ref, TextKind.ALLIANCE, row.resolution, belongs, "alliance", f"offices:{row.id}")


def _own(forum: Forum) -> Iterator[ReadText]:
    """What the forum says in words of its own, with the program's on the side where it has none."""
    rules = ProtocolRules.of(forum.protocol)
    for code in own_words.CODES:
        text = own_words.own_text(forum.words, code, forum.languages, rules) if forum.words else EMPTY
        letter = own_words.is_letter(code)
        page, target = ("letters", code) if letter else _place(code)
        kind = TextKind.LETTER if letter else TextKind.WORDS
        ref = TextRef("forum", str(forum.id), "words", code=code)
        belongs = pair(LocalizedText.of(own_words.called(code)), forum.languages)
        yield ReadText(ref, kind, text, belongs, page, target)


def _place(code: str) -> tuple[str, str]:
    return ("delegations", "") if code == captions.CODE else ("alliance", "organisers")
