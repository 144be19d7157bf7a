"""Which forum a workbook goes into: the one row of its forum sheet, its short name, its day and zone."""

import datetime as dt
import re
import unicodedata
from dataclasses import replace

from forumplanner.exchange.workbook.cells import Read, as_text
from forumplanner.exchange.workbook.columns import Spot
from forumplanner.exchange.workbook.directory import FORUM
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow, fresh_key
from forumplanner.exchange.workbook.reading.file import WorkbookRefused
from forumplanner.exchange.workbook.reading.headers import read_alone
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Subject
from forumplanner.snapshots.workbook import Record


def choose_forum(draft: Draft, called: str) -> bool:
    """Keep the one row of the forum sheet that counts; give the draft its forum. True for a new forum."""
    rows = draft.rows.get(Subject.FORUM, [])
    for row in rows[1:]:
        draft.reject(row, localized("A workbook holds one forum; only the first row counts."))
    draft.rows[Subject.FORUM] = rows[:1]
    new = not draft.known.forum_id
    draft.forum_id = draft.known.forum_id or fresh_key()
    if new and not rows and any(draft.rows.values()):
        draft.remarks.append(
            localized("The workbook names no forum; a new one is called after the file {file}.", file=called)
        )
        row = DraftRow(FORUM, 0, {})
        draft.rows[Subject.FORUM] = [row]
    for row in draft.rows[Subject.FORUM]:
        row.keys[row.main] = draft.forum_id
        if new:
            row.fresh.add(draft.forum_id)
    return new


def forum_basics(draft: Draft, called: str, *, new: bool) -> str:
    """Settle the slug; take first day and zone, which other cells are read by."""
    known = draft.known.table("forum").get(draft.known.forum_id, {})
    row = next(iter(draft.rows[Subject.FORUM]), None)
    if row:
        _close_gaps(row, known)
        read_alone(draft, row)
    given = row.record(row.main) if row else {}
    day = given.get("starts_on") or known.get("starts_on")
    draft.around = dt.date.fromisoformat(day) if isinstance(day, str) else None
    draft.zone = str(given.get("zone") or known.get("zone") or draft.zone)
    if row is None or not new:
        return _kept_slug(draft, row, str(known.get("slug", "")))
    slug = slug_of(row.code) or slug_of(called.rsplit(".", 1)[0]) or "forum"
    if slug in draft.known.forums:
        raise WorkbookRefused(
            _("This planner file holds the forum “{slug}” already. Choose it and import once more.", slug=slug)
        )
    spot = Spot(FORUM.column("code"))
    row.cells.setdefault(spot, slug)
    row.read[spot] = Read(slug, slug)
    return slug


def _close_gaps(row: DraftRow, known: Record) -> None:
    """Titles and notes are lists without gaps: what stands beyond the known ones moves up, where it is not known."""
    for column in (column for column in FORUM.columns if column.numbered):
        cells = {spot: value for spot, value in row.cells.items() if spot.column is column}
        prefix = column.path.split("{", maxsplit=1)[0]
        count = len({path[len(prefix) :].split("]")[0] for path in known if path.startswith(prefix)})
        places: dict[int, int] = {}
        for rank, number in enumerate(sorted({spot.number for spot in cells}), start=1):
            moved = [(replace(spot, number=rank).path, value) for spot, value in cells.items() if spot.number == number]
            there = any(known.get(path) == as_text(value) for path, value in moved)
            places[number] = (
                number
                if number <= count
                else rank
                if there
                else max(rank, count + 1, *(place + 1 for place in places.values()))
            )
        for spot in cells:
            del row.cells[spot]
        row.cells |= {replace(spot, number=places[spot.number]): value for spot, value in cells.items()}


def _kept_slug(draft: Draft, row: DraftRow | None, slug: str) -> str:
    """A forum keeps its slug, whatever the workbook that goes into it says."""
    for spot in [spot for spot in row.read if spot.column.key == "code"] if row else []:
        if row and row.read.pop(spot).value != slug:
            other = as_text(row.cells[spot])
            draft.remarks.append(
                localized("The workbook is about “{other}”; it goes into “{slug}”.", other=other, slug=slug)
            )
    return slug


def slug_of(text: str) -> str:
    """Text as a short name without spaces, fit for commands and addresses."""
    return re.sub(r"[^\w.]+", "-", unicodedata.normalize("NFKC", text)).strip("-.")[:80]
