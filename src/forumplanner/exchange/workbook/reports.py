"""An import plan put into words for the command line, and into JSON for a report."""

from collections.abc import Iterator
from typing import Any

import msgspec

from forumplanner.exchange.workbook.sheets import BY_SUBJECT
from forumplanner.i18n import in_language, nearest
from forumplanner.snapshots.import_plan import ImportPlan, PlannedRow, RowAction, Subject, Texts


def dry_run(plan: ImportPlan, tag: str) -> str:
    """What the plan would do, line by line, for a reader of `tag`; it ends without a line break."""
    return "\n".join(_lines(plan, nearest(tag)))


def report(plan: ImportPlan) -> bytes:
    """The plan as UTF-8 JSON: rows with old and new, repairs, questions, what is left out and why, counts by sheet."""
    content: dict[str, Any] = msgspec.to_builtins(plan)
    content["rows"] = [{name: value for name, value in row.items() if name != "writes"} for row in content["rows"]]
    content["nothing_to_do"] = plan.nothing_to_do
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _lines(plan: ImportPlan, tag: str) -> Iterator[str]:
    yield f"{plan.source} -> {plan.forum_slug}"
    yield (plan.summary or {}).get(tag, "")
    yield from (line for row in plan.rows if row.action is not RowAction.SAME for line in _row(row, tag))
    for repair in plan.repairs:
        place = _place(repair.sheet, repair.row, repair.column, tag)
        yield f"* {place}: {repair.old} -> {repair.new} ({repair.why[tag]})"
    for question in plan.questions:
        yield f"? {_place(question.sheet, question.row, '', tag)}: {question.message[tag]} {question.effect[tag]}"
    for reject in plan.rejects:
        yield f"! {_place(reject.sheet, reject.row, reject.column, tag)}: {reject.why[tag]}"
    yield from (f"- {remark[tag]}" for remark in plan.remarks)


def _row(row: PlannedRow, tag: str) -> Iterator[str]:
    """One line a row; a changed one has a line for each field."""
    sign = "+" if row.action is RowAction.ADD else "~"
    yield f"{sign} {_place(row.sheet, row.row, '', tag)}: {row.label}"
    if row.action is RowAction.CHANGE:
        yield from (f"    {_words(field.header, tag)}: {field.old or '-'} -> {field.new}" for field in row.fields)


def _place(sheet: Subject, row: int, column: str, tag: str) -> str:
    place = in_language(tag, "{sheet}, row {row}", sheet=BY_SUBJECT[sheet].title[tag], row=row)
    return f"{place}, {column}" if column else place


def _words(texts: Texts, tag: str) -> str:
    return texts.get(tag, "")
