"""Reads a planning workbook into an ImportPlan: leniently, and with a line for whatever is not taken as it stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from forumplanner.domain.text import DEFAULT_LANGUAGES, EN, ZH
from forumplanner.exchange.workbook.cells import as_text
from forumplanner.exchange.workbook.columns import Sheet
from forumplanner.exchange.workbook.context import Context, posts_by_person
from forumplanner.exchange.workbook.directory import FORUM
from forumplanner.exchange.workbook.reading.changes import plan_row
from forumplanner.exchange.workbook.reading.draft import Draft
from forumplanner.exchange.workbook.reading.file import Grid, open_workbook
from forumplanner.exchange.workbook.reading.forum import choose_forum, forum_basics, slug_of
from forumplanner.exchange.workbook.reading.headers import draft_rows, read_alone, sheet_meant
from forumplanner.exchange.workbook.reading.linking import link_rows
from forumplanner.exchange.workbook.reading.references import References
from forumplanner.exchange.workbook.sheets import REFERRED_FIRST, SHEETS
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Count, ImportPlan, PlannedRow, RowAction, Subject, Texts
from forumplanner.snapshots.workbook import KnownForum, Record


def forum_slug(source: Path | bytes, *, name: str = "") -> str:
    """The forum that a workbook says it is about, "" where it says none.

    Raises `FileRefused` and `WorkbookRefused` as `read` does.
    """
    draft = Draft.over(KnownForum(), DEFAULT_LANGUAGES, {})
    forum = [g for g in open_workbook(source, name=_name(source, name)) if (s := sheet_meant(g.name)) and s is FORUM]
    draft_rows(draft, tuple(forum))
    rows = draft.rows.get(Subject.FORUM, [])
    return slug_of(as_text(next((v for s, v in rows[0].cells.items() if s.column.key == "code"), ""))) if rows else ""


def read(
    source: Path | bytes,
    known: KnownForum | None = None,
    *,
    answers: Mapping[str, str] | None = None,
    name: str = "",
) -> ImportPlan:
    """What the workbook would do to `known`; nothing is changed.

    `known`: from `queries.workbook.known`; without it all is new. `answers`: choices by id of a question of an earlier
    reading. `name`: what to call bytes in sentences. Raises `FileRefused` where the file can't be read, and
    `WorkbookRefused` where it is no workbook, unsafe, or about a forum that `known` leaves out.
    """
    called = _name(source, name)
    grids = open_workbook(source, name=called)
    known = known or KnownForum()
    draft = Draft.over(known, _languages(grids, known), answers or {})
    draft.known_posts = posts_by_person(known.table("post"))
    draft_rows(draft, grids)
    new = choose_forum(draft, called)
    slug = forum_basics(draft, called, new=new)
    for row in (row for subject, rows in draft.rows.items() if subject is not Subject.FORUM for row in rows):
        read_alone(draft, row)
    link_rows(draft, References.of(known))
    planned = _plan_rows(draft)
    return _plan(draft, called, slug, planned, new=new)


def _name(source: Path | bytes, name: str) -> str:
    return name or (source.name if isinstance(source, Path) else "workbook.xlsx")


def _languages(grids: tuple[Grid, ...], known: KnownForum) -> tuple[str, ...]:
    """The forum's languages: as the workbook says, else as is known, else the usual pair."""
    draft = Draft.over(known, DEFAULT_LANGUAGES, {})
    draft_rows(draft, tuple(grid for grid in grids if sheet_meant(grid.name) is FORUM))
    for row in draft.rows.get(Subject.FORUM, [])[:1]:
        read_alone(draft, row)
        spot = row.spot("languages")
        if spot in row.read and isinstance(tags := row.read[spot].value, tuple) and tags:
            return tags
    tags = known.table("forum").get(known.forum_id, {}).get("languages")
    return tags if isinstance(tags, tuple) and tags else DEFAULT_LANGUAGES


def _plan_rows(draft: Draft) -> list[PlannedRow]:
    """Every row that can go in, in the order of the workbook."""
    codes = {key: str(r.get("code") or _first_name(r)) for table in draft.tables.values() for key, r in table.items()}
    codes |= {row.key: row.code for rows in draft.rows.values() for row in rows if row.main in row.keys and row.code}
    context = Context(draft.tables, draft.zone, codes, draft.known_posts)
    ready = [row for subject in REFERRED_FIRST for row in draft.working_rows(subject)]
    planned = [plan_row(draft, context, row) for row in ready]
    place = {sheet.subject: at for at, sheet in enumerate(SHEETS)}
    return sorted(planned, key=lambda row: (place[row.sheet], row.row))


def _first_name(record: Record) -> str:
    return next((str(v) for path, v in record.items() if path.startswith(("name.", "name[", "title["))), "")


def _plan(draft: Draft, called: str, slug: str, rows: list[PlannedRow], *, new: bool) -> ImportPlan:
    counts = tuple(_count(draft, sheet, rows) for sheet in SHEETS if draft.rows.get(sheet.subject))
    forum = draft.table("forum").get(draft.forum_id, {})
    title = {tag: str(forum.get(f"titles[0][{tag}]") or slug) for tag in (ZH, EN)}
    plan = ImportPlan(
        source=called,
        forum_id=draft.forum_id,
        forum_slug=slug,
        forum_title=title,
        new_forum=new,
        rows=tuple(rows),
        repairs=tuple(draft.repairs),
        questions=tuple(draft.questions),
        rejects=tuple(draft.rejects),
        remarks=tuple(draft.remarks),
        counts=counts,
    )
    return replace(plan, summary=summary(plan))


def _count(draft: Draft, sheet: Sheet, rows: list[PlannedRow]) -> Count:
    actions = Counter(row.action for row in rows if row.sheet is sheet.subject)
    rejected = sum(1 for reject in draft.rejects if reject.sheet is sheet.subject and not reject.column)
    added, changed, same = (actions[action] for action in (RowAction.ADD, RowAction.CHANGE, RowAction.SAME))
    return Count(sheet.subject, sheet.title, added, changed, same, rejected)


def summary(plan: ImportPlan) -> Texts:
    """What the plan comes to, in one or two sentences."""
    if plan.nothing_to_do and not plan.open_questions() and not plan.rejects:
        return localized("This file says the same as last time. There was nothing to update.")
    return localized(
        "Rows: {rows}. New: {added}, changed: {changed}, as known: {same}. "
        "Cells repaired: {repairs}, questions: {questions}, left out: {rejects}.",
        rows=sum(c.added + c.changed + c.same + c.rejected for c in plan.counts),
        added=sum(c.added for c in plan.counts),
        changed=sum(c.changed for c in plan.counts),
        same=sum(c.same for c in plan.counts),
        repairs=len(plan.repairs),
        questions=len(plan.open_questions()),
        rejects=len(plan.rejects),
    )
