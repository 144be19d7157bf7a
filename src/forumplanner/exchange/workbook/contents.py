"""The rows and cells of a forum's workbook: what stands where, in an order and with codes that follow from the data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from forumplanner.exchange.workbook.columns import Column, Kind, Sheet, Spot, spot_of
from forumplanner.exchange.workbook.context import Context, journey_speaks, posts_by_person
from forumplanner.exchange.workbook.sheets import BY_SUBJECT, REFERRED_FIRST
from forumplanner.snapshots.import_plan import Subject
from forumplanner.snapshots.workbook import KnownForum, Record

Cells = dict[Spot, str | int]
"""One row: what stands in each of its cells."""

_CIRCULAR: Final = frozenset({"parent", "liaison", "interpreter"})
"""References to rows that may come later; they do not decide the order."""

_PARENTS: Final = {
    Subject.PARTS: ("session_id",),
    Subject.ITEMS: ("part_id",),
    Subject.APPEARANCES: ("part_id", "item_id"),
}


@dataclass(frozen=True, slots=True)
class Contents:
    """A forum as rows of cells by sheet, and the languages that its columns come in."""

    languages: tuple[str, ...]
    rows: Mapping[Subject, tuple[Cells, ...]]


def contents(known: KnownForum) -> Contents:
    """Everything that the workbook says about a forum. Two files that say the same give the same cells."""
    forum = known.table("forum").get(known.forum_id, {})
    context = Context(known.tables, str(forum.get("zone", "Asia/Shanghai")), {}, posts_by_person(known.table("post")))
    journeys = _journeys(known, context.zone)
    ranks: dict[str, int] = {}
    keys: dict[Subject, list[str]] = {}
    for subject in REFERRED_FIRST:
        sheet = BY_SUBJECT[subject]
        order = {key: _order(known, sheet, key, ranks, context, journeys) for key in _keys(known, subject)}
        codes = _codes(known, sheet, sorted(order, key=lambda key: (*order[key], _own_code(known, sheet, key), key)))
        keys[subject] = sorted(order, key=lambda key: (*order[key], codes[key]))
        ranks |= {key: place for place, key in enumerate(keys[subject])}
        context.codes.update(codes)
    rows = {s: tuple(_cells(known, BY_SUBJECT[s], key, context, journeys) for key in keys[s]) for s in REFERRED_FIRST}
    languages = forum.get("languages")
    return Contents(languages if isinstance(languages, tuple) else (), rows)


def _keys(known: KnownForum, subject: Subject) -> set[str]:
    """The records that have a row on a sheet. Of the directory: what this forum uses, and what no other one does."""
    if subject is Subject.FORUM:
        return {known.forum_id} & set(known.table("forum"))
    keys = set(known.table(BY_SUBJECT[subject].table))
    return keys - (known.elsewhere - _used(known)) if subject is Subject.INSTITUTIONS else keys


def _used(known: KnownForum) -> set[str]:
    """The institutions that this forum speaks of, with those above them."""
    people = {record.get("person_id") for record in known.table("participant").values()}
    posts = [post for post in known.table("post").values() if post.get("person_id") in people]
    tables = (known.table(name).values() for name in ("organiser", "delegation", "appearance"))
    used = {str(r.get("institution_id")) for records in (*tables, posts) for r in records}
    used |= {str(track.get("convener_id")) for track in known.table("track").values()}
    while above := {str(known.table("institution").get(key, {}).get("parent_id")) for key in used} - used - {"None"}:
        used |= above
    return used


def _journeys(known: KnownForum, zone: str) -> dict[str, list[Record]]:
    """The journeys of each participant that say anything, in their order."""
    found: dict[str, list[Record]] = {}
    for _, journey in sorted(known.table("journey").items(), key=lambda e: (_position(e[1]), _start(e[1]), e[0])):
        if journey_speaks(journey, zone):
            found.setdefault(str(journey["participant_id"]), []).append(journey)
    return found


def _position(record: Record) -> int:
    position = record.get("position")
    return position if isinstance(position, int) else 0


def _start(record: Record) -> str:
    return str(record.get("at", ""))


def _slots(
    known: KnownForum, sheet: Sheet, key: str, context: Context, journeys: dict[str, list[Record]]
) -> Iterator[tuple[str, int, str, Record]]:
    """The records of a row: slot, number, table, record."""
    main = known.table(sheet.table)[key]
    yield sheet.table, 1, sheet.table, main
    if sheet.subject is Subject.CONSULAR:
        yield "consular_post", 1, "consular_post", known.table("consular_post")[str(main["consular_post_id"])]
    if sheet.subject is Subject.PEOPLE:
        person = str(main["person_id"])
        yield "person", 1, "person", known.table("person")[person]
        for number, post in enumerate(context.posts.get(person, ()), start=1):
            yield "post", number, "post", known.table("post")[post]
        for direction in ("arrival", "departure"):
            ours = [journey for journey in journeys.get(key, ()) if journey["direction"] == direction]
            for number, journey in enumerate(ours, start=1):
                yield direction, number, "journey", journey


def _cells(known: KnownForum, sheet: Sheet, key: str, context: Context, journeys: dict[str, list[Record]]) -> Cells:
    """One row as it is written."""
    cells: Cells = {Spot(sheet.column("code")): context.codes.get(key, "")}
    for slot, number, table, record in _slots(known, sheet, key, context, journeys):
        for path, value in record.items():
            spot = _spot(sheet, slot, path, number)
            if spot and value is not False and spot.column.key != "code" and spot.column.kind is not Kind.POST:
                cells[spot] = context.show(spot.column, value, table, record)
    return {**_post_used(known, sheet, key, context), **{spot: cell for spot, cell in cells.items() if cell != ""}}


def _post_used(known: KnownForum, sheet: Sheet, key: str, context: Context) -> Cells:
    column = next((column for column in sheet.columns if column.kind is Kind.POST), None)
    if column is None:
        return {}
    record = known.table(sheet.table)[key]
    number = context.post_number(record, record.get("post_id"))
    return {} if number == "" else {Spot(column): number}


def _spot(sheet: Sheet, slot: str, path: str, number: int) -> Spot | None:
    for column in _columns(sheet).get((slot, re.split(r"[\[.]", path)[0]), ()):
        if spot := spot_of(column, path, number):
            return spot
    return None


@cache
def _columns(sheet: Sheet) -> dict[tuple[str, str], list[Column]]:
    """Columns by the record and attribute that they fill."""
    found: dict[tuple[str, str], list[Column]] = {}
    for column in sheet.columns:
        found.setdefault((column.record, re.split(r"[\[.]", column.path)[0]), []).append(column)
    return found


def _order(
    known: KnownForum,
    sheet: Sheet,
    key: str,
    ranks: dict[str, int],
    context: Context,
    journeys: dict[str, list[Record]],
) -> tuple[object, ...]:
    """What a row is sorted by: its parent's place, day and time, its own place, then all that it says."""
    record = known.table(sheet.table)[key]
    parents = tuple(ranks.get(str(record.get(attribute)), -1) for attribute in _PARENTS.get(sheet.subject, ()))
    when = tuple(
        str(record.get(attribute, "")) for attribute in ("day", "starts_at") if sheet.subject is Subject.SESSIONS
    )
    cells = _cells(known, sheet, key, context, journeys)
    said = sorted((spot.key, str(cell)) for spot, cell in cells.items() if spot.column.key not in {"code", *_CIRCULAR})
    return (*parents, *when, _position(record), said)


def _codes(known: KnownForum, sheet: Sheet, keys: list[str]) -> dict[str, str]:
    """The code of every row: its own where no earlier row has it, else a made-up one."""
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        code = _own_code(known, sheet, key)
        if code and code not in taken:
            codes[key] = code
            taken.add(code)
    fresh = (code for code in _made_up(sheet) if code not in taken)
    return codes | {key: next(fresh) for key in keys if key not in codes}


def _own_code(known: KnownForum, sheet: Sheet, key: str) -> str:
    record = known.table(sheet.table)[key]
    code = record.get("slug") if sheet.subject is Subject.FORUM else record.get("code")
    if sheet.subject is Subject.PEOPLE:
        code = code or known.table("person")[str(record["person_id"])].get("code")
    return str(code or "")


def _made_up(sheet: Sheet) -> Iterator[str]:
    """Codes for rows without one: P001, P002 ...; parallel forums are A, B ... Z, T27 ..., as papers print them."""
    width = 4 if sheet.subject in {Subject.PEOPLE, Subject.APPEARANCES} else 3
    number = 0
    while True:
        number += 1
        if sheet.subject is Subject.TRACKS:
            yield chr(ord("A") + number - 1) if number <= 26 else f"T{number}"
        else:
            yield f"{sheet.prefix}{number:0{width}d}"
