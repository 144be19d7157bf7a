"""The questions that a workbook raises: one person or two, two people in one cell; with their cards and answers."""

import re
from dataclasses import replace
from typing import Final

from forumplanner.exchange.workbook.cells import Read, as_text, read_cell, write_cell
from forumplanner.exchange.workbook.columns import Kind, Spot
from forumplanner.exchange.workbook.directory import PEOPLE
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Choice, Compared, Question, QuestionKind, Subject, Texts, Value
from forumplanner.snapshots.workbook import Record

LATER: Final = "later"
_SHOWN: Final = ("name_zh", "name_latin", "name_native", "country", "emails", "phone")
_BETWEEN_NAMES: Final = re.compile(
    r"\s*[、;；\n]\s*|\s+(?:and|和|及)\s+|(?<=[\u3400-\u9fff])\s*[/／,，]\s*(?=[\u3400-\u9fff])"
)
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff·]{2,12}")


def ask_same_person(
    draft: Draft, row: DraftRow, record: Record, other: Record, token: str, other_row: DraftRow | None, *, waits: bool
) -> str:
    """Ask whether a row and a look-alike are one person; gives back the answer, "" for none yet."""
    name = _name(record)
    if other_row:
        message = localized("Rows {a} and {b}: {name}. One person?", a=other_row.number, b=row.number, name=name)
    else:
        message = localized("Row {a}: {name} may be on record already. One person?", a=row.number, name=name)
    effect = _left_out() if waits else localized("Until you answer, they stay two people.")
    return _ask(draft, row, token, message, effect, record, other, other_row)


def _left_out() -> Texts:
    return localized("Until you answer, the row is left out.")


def ask_who_has_code(draft: Draft, row: DraftRow, record: Record, other: Record, token: str) -> str:
    """Ask whether a code whose person has another name by now still means that person."""
    message = localized(
        "The code {code} was {other} so far; row {a} says {name}. One person?",
        code=row.code,
        other=_name(other),
        a=row.number,
        name=_name(record),
    )
    effect = _left_out()
    return _ask(draft, row, f"code-{token}", message, effect, record, other, None)


def _ask(
    draft: Draft,
    row: DraftRow,
    token: str,
    message: Texts,
    effect: Texts,
    record: Record,
    other: Record,
    other_row: DraftRow | None,
) -> str:
    kind = QuestionKind.SAME_PERSON
    identity = f"{row.sheet.subject}-{row.number}-{kind}-{token}"
    question = Question(
        id=identity,
        kind=kind,
        sheet=row.sheet.subject,
        row=row.number,
        message=message,
        effect=effect,
        left_title=localized("Row {n}", n=row.number),
        right_title=localized("Row {n}", n=other_row.number) if other_row else localized("On record"),
        compared=_compared(record, other),
        choices=(
            Choice("one", localized("One person")),
            Choice("two", localized("Two people")),
            Choice(LATER, localized("Later")),
        ),
        answer=draft.answers.get(identity, ""),
    )
    draft.questions.append(question)
    return question.answer


def _compared(left: Record, right: Record) -> tuple[Compared, ...]:
    lines = []
    for key in _SHOWN:
        column = PEOPLE.column(key)
        ours, theirs = (_shown(key, record.get(column.path)) for record in (left, right))
        if ours or theirs:
            header = {"zh-Hans": column.zh, "en": column.en}
            lines.append(Compared(header, ours, theirs, differs=bool(ours and theirs and ours != theirs)))
    return tuple(lines)


def _shown(key: str, value: Value) -> str:
    return "" if value in (None, "") else str(write_cell(PEOPLE.column(key), value))


def _name(record: Record) -> str:
    forms = [str(record[form]) for form in ("name.zh", "name.latin", "name.native") if record.get(form)]
    return " ".join(forms)


def split_names(text: str) -> tuple[str, ...]:
    """The names of several people in one cell: "张三、李四", "Li Wei; Wang Min"; one name, or none, gives one."""
    parts = tuple(part for part in _BETWEEN_NAMES.split(text) if part)
    plausible = all(_HAN_NAME.fullmatch(part) or len(part.split()) > 1 for part in parts)
    return parts if len(parts) > 1 and plausible else (text,)


def divide_rows(draft: Draft) -> None:
    """Ask about every row that names several people in one cell; divide, keep or leave out, as answered."""
    rows: list[DraftRow] = []
    for row in draft.rows.get(Subject.PEOPLE, []):
        rows += _divided(draft, row)
    draft.rows[Subject.PEOPLE] = rows


def _divided(draft: Draft, row: DraftRow) -> list[DraftRow]:
    names = {
        spot: parts
        for spot in row.read
        if spot.column.kind in {Kind.NAME_ZH, Kind.NAME} and len(parts := split_names(as_text(row.cells[spot]))) > 1
    }
    if not names:
        return [row]
    answer = _ask_who_is_in(draft, row, next(iter(names.values())))
    if answer == "two":
        return [_one_of(row, names, place) for place in range(max(map(len, names.values())))]
    row.left_out = answer != "one"
    return [row]


def _ask_who_is_in(draft: Draft, row: DraftRow, parts: tuple[str, ...]) -> str:
    identity = f"{row.sheet.subject}-{row.number}-{QuestionKind.TWO_IN_ONE_CELL}"
    first, rest = parts[0], "; ".join(parts[1:])
    question = Question(
        id=identity,
        kind=QuestionKind.TWO_IN_ONE_CELL,
        sheet=row.sheet.subject,
        row=row.number,
        message=localized(
            "Row {a} names {n} people in one cell: {names}.", a=row.number, n=len(parts), names="; ".join(parts)
        ),
        effect=_left_out(),
        left_title=localized("First person"),
        right_title=localized("Further people"),
        compared=(Compared({"zh-Hans": "姓名", "en": "name"}, first, rest, differs=True),),
        choices=(
            Choice("one", localized("One name as it stands")),
            Choice("two", localized("{n} people", n=len(parts))),
            Choice(LATER, localized("Later")),
        ),
        answer=draft.answers.get(identity, ""),
    )
    draft.questions.append(question)
    return question.answer


def _one_of(row: DraftRow, names: dict[Spot, tuple[str, ...]], place: int) -> DraftRow:
    """The row of one of several people: a name where each form has as many, the code for the first only."""
    read = {spot: value for spot, value in row.read.items() if place == 0 or spot.column.key != "code"}
    count = max(map(len, names.values()))
    for spot in [spot for spot in read if spot.column.kind in {Kind.NAME_ZH, Kind.NAME}]:
        parts = names.get(spot, ())
        if len(parts) == count:
            result = read_cell(spot.column, parts[place], around=None)
            read[spot] = result if isinstance(result, Read) else read[spot]
        else:
            del read[spot]
    return replace(row, read=read, keys={}, fresh=set(), also=[])
