"""What a row cannot stand without: a part needs its session, an organiser its institution, an appearance somebody."""

from typing import Final

from forumplanner.exchange.workbook_columns import Kind
from forumplanner.exchange.workbook_draft import Draft, DraftRow
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Subject, Texts
from forumplanner.snapshots.workbook import Record

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
