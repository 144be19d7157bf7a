"""Reads the alliance: members on a day, its ledger and its years, in five statements however many there are."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import STANDINGS, Entry, Fault, Roll, faults, roll, years
from forumplanner.domain.sorting import latin_key
from forumplanner.queries import institutions, ledger, paper
from forumplanner.queries.columns import KEY, TEXTS
from forumplanner.queries.institutions import plain_pair
from forumplanner.records import Institution, Item, LedgerEntry
from forumplanner.snapshots.alliance import Alliance, Difference, EntryLine, MemberLine, YearSum
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.wordings import NO_TEXT, Pair

Cards = Mapping[str, InstitutionCard]
Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry that is in the file, with its texts."""

    entry: Entry
    occasion: Pair
    resolution: Pair
    item_id: str
    item: Pair


def load(db: Db, *, forum_id: uuid.UUID, on: dt.date | None = None) -> Alliance:
    """The alliance as it stood at the end of `on`; None after the last entry. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    kept = _kept(db, tags)
    told, known = ledger.standings(db), {row.entry.institution for row in kept.values()}
    entries = [*(row.entry for row in kept.values()), *ledger.of_standings(told, known)]
    cards = institutions.cards(db, tags)
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
        entries=tuple(_entry(entry, kept.get(entry.id), cards, occasions, wrong.get(entry.id)) for entry in ordered),
        differing=_differing(told, known, roll(entries), cards),
        institutions=tuple(cards[key] for key in {entry.institution: None for entry in entries} if key in cards),
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
    entry: Entry, row: _Kept | None, cards: Cards, occasions: Mapping[str, Pair], fault: Fault | None
) -> EntryLine:
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
        occasion=row.occasion if row else occasions.get(entry.institution, NO_TEXT),
        resolution=row.resolution if row else NO_TEXT,
        item_id=row.item_id if row else "",
        item=row.item if row else NO_TEXT,
        fault=fault,
        kept=row is not None,
    )


def _kept(db: Db, tags: Tags) -> dict[str, _Kept]:
    """The entries that are in the file, by key, in plain columns since there can be hundreds."""
    rows = db.execute(
        select(
            type_coerce(LedgerEntry.id, KEY),
            type_coerce(LedgerEntry.institution_id, KEY),
            LedgerEntry.change,
            LedgerEntry.unnamed,
            LedgerEntry.standing,
            LedgerEntry.day,
            LedgerEntry.year,
            LedgerEntry.position,
            type_coerce(LedgerEntry.occasion, TEXTS),
            type_coerce(LedgerEntry.resolution, TEXTS),
            type_coerce(LedgerEntry.item_id, KEY),
            type_coerce(Item.title, TEXTS),
        )
        .outerjoin(Item, Item.id == LedgerEntry.item_id)
        .order_by(LedgerEntry.position, LedgerEntry.id)
    )
    return {
        key: _Kept(
            Entry(key, change, place, unnamed, standing, day, year, position),
            plain_pair(occasion, tags),
            plain_pair(resolution, tags),
            item,
            plain_pair(title, tags),
        )
        for key, place, change, unnamed, standing, day, year, position, occasion, resolution, item, title in rows
    }


def _differing(told: ledger.Standings, known: Iterable[str], end: Roll, cards: Cards) -> tuple[Difference, ...]:
    """Institutions of which directory and ledger say different things, by Latin name."""
    found = [
        Difference(key, cards[key].name, told.get(key, (None, None))[0], end.standings.get(key))
        for key in known
        if key in cards and told.get(key, (None, None))[0] is not end.standings.get(key)
    ]
    return tuple(sorted(found, key=lambda one: (latin_key(one.name.best(-1)), one.institution_id)))
