"""Finds out which record each row is: sheet after sheet, so that a row may speak of the rows of earlier sheets."""

from collections.abc import Callable
from typing import Final

from forumplanner.exchange.workbook.cells import Read, Unread, as_text
from forumplanner.exchange.workbook.columns import Kind, Spot
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow, fresh_key
from forumplanner.exchange.workbook.reading.identity import Matcher, match_consular_posts, match_posts_and_journeys
from forumplanner.exchange.workbook.reading.people import match_people
from forumplanner.exchange.workbook.reading.questions import divide_rows
from forumplanner.exchange.workbook.reading.references import References
from forumplanner.exchange.workbook.sheets import REFERRED_FIRST
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Subject, Texts, Write
from forumplanner.snapshots.workbook import Record

_LATER: Final = frozenset({(Subject.INSTITUTIONS, "parent"), (Subject.DELEGATIONS, "liaison"),
                           (Subject.DELEGATIONS, "interpreter"), (Subject.CONSULAR, "stands_for"),
                           (Subject.PEOPLE, "stands_for")})  # fmt: skip
"""References to the same or to a later sheet; read when every row has its record."""


def link_rows(draft: Draft, references: References) -> None:
    """Give every row its records, and read the references in its cells; list what speaks of nothing."""
    divide_rows(draft)
    for subject in REFERRED_FIRST[1:]:
        _refuse_second_codes(draft, subject)
        for row in draft.working_rows(subject):
            read_references(draft, references, row, later=False)
        _refuse(draft, subject, says_nothing)
        _link_sheet(draft, subject)
        _refuse(draft, subject, lambda row: lacking(draft, row))
        for row in draft.working_rows(subject):
            references.add_row(subject, row.key, row.code, _names(row))
        if subject is Subject.PARTS:
            _give_parts(draft)
    for subject in dict.fromkeys(subject for subject, _column in sorted(_LATER)):
        for row in draft.working_rows(subject):
            read_references(draft, references, row, later=True)


def _refuse(draft: Draft, subject: Subject, reason: Callable[[DraftRow], Texts | None]) -> None:
    """Leave out the rows of a sheet that there is a reason against."""
    for row in list(draft.working_rows(subject)):
        if why := reason(row):
            draft.reject(row, why)


def _link_sheet(draft: Draft, subject: Subject) -> None:
    rows = list(draft.working_rows(subject))
    if subject is Subject.PEOPLE:
        match_people(draft, [(row, row.record(("person", 1)), _institution(row)) for row in rows])
        match_posts_and_journeys(draft, list(draft.working_rows(subject)))
        return
    if subject is Subject.CONSULAR:
        match_consular_posts(draft, rows)
        rows = list(draft.working_rows(subject))
    if subject in {Subject.ITEMS, Subject.APPEARANCES}:
        for row in rows:
            _place_in_session(draft, row)
    if rows:
        Matcher(draft, rows[0].sheet.table).match([(row, _own_record(row)) for row in rows])


def _own_record(row: DraftRow) -> Record:
    """What the row says of its main record, with the consular post that it was given."""
    record = row.record(row.main)
    post = row.keys.get(("consular_post", 1))
    return {**record, "consular_post_id": post} if post else record


def _names(row: DraftRow) -> Record:
    return row.record(("person", 1)) if row.sheet.subject is Subject.PEOPLE else row.record(row.main)


def _institution(row: DraftRow) -> str:
    """The key of the institution of the first post; words that name no institution count as one of its own."""
    spot = row.spot("institution")
    if spot is None:
        return ""
    return str(row.read[spot].value) if spot in row.read else f"unknown {as_text(row.cells[spot])}"


def _refuse_second_codes(draft: Draft, subject: Subject) -> None:
    first: dict[str, int] = {}
    for row in list(draft.working_rows(subject)):
        if row.code and first.setdefault(row.code, row.number) != row.number:
            draft.reject(row, localized("The code {code} stands in row {n} already.", code=row.code, n=first[row.code]))


def read_references(draft: Draft, references: References, row: DraftRow, *, later: bool) -> None:
    """Read the cells of a row that name rows of other sheets."""
    for spot in row.cells:
        now = ((row.sheet.subject, spot.column.key) in _LATER) is later
        if now and spot.column.kind in {Kind.REFERENCE, Kind.REFERENCES} and spot not in row.read:
            draft.note_cell(row, spot, _reference(references, spot, row.cells[spot]))


def _reference(references: References, spot: Spot, raw: object) -> Read | Unread:
    text = as_text(raw)
    found = _found(references, spot, text)
    if isinstance(found, Read) or spot.column.kind is Kind.REFERENCE:
        return found
    keys: list[str] = []
    for part in (part.strip() for part in text.replace("；", ";").replace("、", ";").replace("\n", ";").split(";")):
        each = _found(references, spot, part) if part else None
        if isinstance(each, Unread):
            return each
        keys += each.value if each and isinstance(each.value, tuple) else ()
    return Read(tuple(dict.fromkeys(keys)), text)


def _found(references: References, spot: Spot, text: str) -> Read | Unread:
    if spot.column.to is None:
        raise ValueError(f"{spot.key} points nowhere")
    key = references.find(spot.column.to, text)
    if isinstance(key, dict):
        return Unread(key)
    return Read((key,) if spot.column.kind is Kind.REFERENCES else key, text)


def _give_parts(draft: Draft) -> None:
    """Every session of the workbook has at least one part: a new one without any gets it here."""
    for row in draft.working_rows(Subject.SESSIONS):
        if not parts_of(draft, row.key):
            key = fresh_key()
            draft.table("part")[key] = {"session_id": row.key, "position": 0}
            row.also.append(Write("part", key, new=True, values={"session_id": row.key, "position": 0}))


def parts_of(draft: Draft, session: str) -> list[str]:
    """The keys of a session's parts, known and in the workbook."""
    known = [key for key, part in draft.table("part").items() if part.get("session_id") == session]
    rows = [row.key for row in draft.working_rows(Subject.PARTS) if row.record(row.main).get("session_id") == session]
    return list(dict.fromkeys(known + [key for key in rows if key]))


def _place_in_session(draft: Draft, row: DraftRow) -> None:
    """An item or appearance that names a session only belongs to that session's one part."""
    spot, part = row.spot("session"), row.spot("part")
    if spot not in row.read or part in row.read or row.spot("item") in row.read:
        return
    parts = parts_of(draft, str(row.read[spot].value))
    if len(parts) == 1:
        column = row.sheet.column("part")
        row.read[Spot(column)] = Read(parts[0], row.read[spot].shown)
    else:
        why = localized("The session has {n} parts; write which one.", n=len(parts))
        draft.note_cell(row, spot, Unread(why))


_NAMES: Final = ("name.zh", "name.latin", "name.native")
_NEED_THE_DAY: Final = frozenset({Kind.CLOCK, Kind.MOMENT})


def says_nothing(row: DraftRow) -> Texts | None:
    """Why a row is left out of which no cell was understood, and none waits for the session's day."""
    if row.read or any(spot.column.kind in _NEED_THE_DAY for spot in row.cells):
        return None
    return localized("Nothing in the row could be read.")


def lacking(draft: Draft, row: DraftRow) -> Texts | None:
    """Why the row cannot stand without a cell that is missing or was not understood; None where it can."""
    own = {**draft.table(row.sheet.table).get(row.keys.get(row.main, ""), {}), **row.record(row.main)}
    match row.sheet.subject:
        case Subject.ORGANISERS if not (own.get("institution_id") and own.get("role")):
            return localized("An organiser needs its institution and its role.")
        case Subject.PARTS if not own.get("session_id"):
            return localized("A part needs its session.")
        case Subject.ITEMS if not own.get("part_id"):
            return localized("An item needs its part, or a session with one part.")
        case Subject.APPEARANCES:
            return _lacking_appearance(row, own)
        case Subject.PEOPLE if not row.code and not _says_who(row):
            return localized("The row names nobody: neither a name nor a post.")
        case _:
            return None


def _says_who(row: DraftRow) -> bool:
    return any(slot[0] == "post" for slot in row.keys) or any(row.record(("person", 1)).get(form) for form in _NAMES)


def _lacking_appearance(row: DraftRow, own: Record) -> Texts | None:
    if not own.get("item_id") and not own.get("part_id"):
        return localized("An appearance needs its item or its part.")
    if own.get("item_id") and own.get("part_id"):
        for spot in [spot for spot in row.read if spot.path == "part_id"]:
            del row.read[spot]
    somebody = own.get("participant_id") or own.get("institution_id")
    if somebody or any(path.startswith("label[") for path in own):
        return None
    return localized("An appearance needs a person, an institution or words.")
