"""Reads the alliance: members on a day, its ledger and its years, in five statements however many there are."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import STANDINGS, Entry, Fault, Roll, faults, roll, years
from forumplanner.domain.sorting import latin_key
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import institutions, ledger, paper
from forumplanner.queries.wordings import pair
from forumplanner.records import Institution, Item, LedgerEntry
from forumplanner.snapshots.alliance import Alliance, EntryLine, MemberLine, YearSum
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.wordings import NO_TEXT, Pair

Cards = Mapping[str, InstitutionCard]
Tags = tuple[str, ...]


def load(db: Db, *, forum_id: uuid.UUID, on: dt.date | None = None) -> Alliance:
    """The alliance as it stood at the end of `on`; None after the last entry. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    records = db.execute(
        select(LedgerEntry, Item.title)
        .outerjoin(Item, Item.id == LedgerEntry.item_id)
        .order_by(LedgerEntry.position, LedgerEntry.id)
    ).all()
    kept: dict[str, tuple[LedgerEntry, LocalizedText | None]] = {str(row.id): (row, title) for row, title in records}
    known = {row.institution_id for row, _title in records}
    entries = [*(ledger.of_record(row) for row, _title in records), *ledger.of_standings(db, known)]
    cards = {card.id: card for card in institutions.cards(db, tags).values()}
    occasions = _occasions(db, tags)
    wrong, now = faults(entries), roll(entries, on)
    ordered = sorted(entries, key=lambda entry: (entry.since, entry.position, *_in_list(entry, cards), entry.id))
    return Alliance(
        languages=tags,
        on=on,
        members=now.members,
        founding=now.founding,
        later=now.later,
        observers=now.observers,
        lines=_members(now, ordered, cards),
        entries=tuple(
            _entry(entry, kept.get(entry.id), cards, occasions, wrong.get(entry.id), tags) for entry in ordered
        ),
        years=tuple(YearSum(line.year, line.admitted, line.left, line.members) for line in years(entries)),
    )


def _in_list(entry: Entry, cards: Cards) -> tuple[int, str]:
    """Among entries of one day: by standing, then by Latin name."""
    card = cards.get(entry.institution)
    return STANDINGS.index(entry.standing or Standing.MEMBER), latin_key(card.name.best(-1)) if card else ""


def _members(now: Roll, entries: Sequence[Entry], cards: Cards) -> tuple[MemberLine, ...]:
    """By standing, the named ones in the order of admission, then those that are only counted."""
    places = {entry.id: place for place, entry in enumerate(entries)}
    lines = [_member(cards[key], standing, now.since[key]) for key, standing in now.standings.items() if key in cards]
    ordered = sorted(lines, key=lambda line: (STANDINGS.index(line.standing), places[line.entry_id]))
    counted = [
        MemberLine(id=f"unnamed/{standing}", standing=standing, number=number, entry_id=_last(entries, standing))
        for standing, number in now.unnamed.items()
    ]
    return tuple(sorted([*ordered, *counted], key=lambda line: STANDINGS.index(line.standing)))


def _member(card: InstitutionCard, standing: Standing, entry: Entry) -> MemberLine:
    return MemberLine(
        id=card.id,
        standing=standing,
        name=card.name,
        institution_id=card.id,
        country=card.country,
        kind=card.kind,
        day=entry.day,
        year=entry.in_year,
        entry_id=entry.id,
        short_name=card.short_name,
    )


def _last(entries: Sequence[Entry], standing: Standing) -> str:
    """The newest entry that counts institutions of that standing without naming them."""
    fitting = [
        entry
        for entry in entries
        if not entry.institution and entry.standing is standing and entry.change is AllianceChange.ADMITTED
    ]
    return fitting[-1].id if fitting else ""


def _occasions(db: Db, tags: Tags) -> dict[str, Pair]:
    """What the directory says of the occasion on which an institution got its standing."""
    rows = db.execute(select(Institution.id, Institution.standing_occasion).where(Institution.standing_occasion != ""))
    empty = tuple("" for _tag in tags[1:])
    return {str(key): Pair((text, *empty), tuple(False for _tag in tags)) for key, text in rows}


def _entry(
    entry: Entry,
    record: tuple[LedgerEntry, LocalizedText | None] | None,
    cards: Cards,
    occasions: Mapping[str, Pair],
    fault: Fault | None,
    tags: Tags,
) -> EntryLine:
    row, title = record or (None, None)
    card = cards.get(entry.institution)
    return EntryLine(
        id=entry.id,
        change=entry.change,
        institution_id=entry.institution,
        name=card.name if card else NO_TEXT,
        unnamed=entry.unnamed,
        standing=entry.standing,
        day=entry.day,
        year=entry.year,
        occasion=pair(row.occasion, tags) if row else occasions.get(entry.institution, NO_TEXT),
        resolution=pair(row.resolution, tags) if row else NO_TEXT,
        item_id=str(row.item_id) if row and row.item_id else "",
        item=pair(title, tags),
        fault=fault,
        kept=row is not None,
    )
