"""Whatever stands in the cells of a workbook: a plan comes out, it can be applied, and once more it changes nothing."""

import datetime as dt
import io
import uuid
from functools import cache
from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from exchange.filled import bytes_of, page_of, place_of
from factories import new_database
from forumplanner.actions.importing import write_all
from forumplanner.exchange import workbook
from forumplanner.queries import workbook as query

LIKELY = st.sampled_from(
    (
        *("A", "B", "云岭", "沈砚秋", "王伟", "张三、李四", "Li Wei", "1; 2", "=1+1", "0", "yes", "否", "en; zh-Hans"),
        *("2026-11-14", "11月14日", "9:00", "上午九点", "9:00-9:40", "看情况", "Asia/Shanghai", "CN", "越南"),
        *("guest", "嘉宾", "opening", "host", "speaker", "a@b.example"),
    )
)
CELLS = (
    LIKELY
    | st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=8)
    | st.integers(-5, 60_000)
    | st.floats(0, 50_000, allow_nan=False)
    | st.booleans()
    | st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1))
    | st.times()
)


@cache
def headers() -> dict[str, int]:
    """The number of columns of each sheet."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.template()))
    return {page.title.split()[0]: page.max_column for page in book.worksheets[1:-1]}


@st.composite
def filled_anyhow(draw: st.DrawFn) -> bytes:
    """The form with any values in any cells; who has no name has a code, else nothing tells two of them apart."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.template()))
    for name, width in headers().items():
        for row in range(2, draw(st.integers(2, 6))):
            for at, value in draw(st.dictionaries(st.integers(1, width), CELLS, max_size=8)).items():
                write(page_of(book, name).cell(row, at), value)
    people = page_of(book, "people")
    names = [place_of(people, header) for header in ("Chinese name", "Latin name", "native name")]
    for row in range(2, people.max_row + 1):
        if not any(str(people.cell(row, at).value or "").strip() for at in (1, *names)):
            people.cell(row, 1).value = f"N{row}"
    return bytes_of(book)


def write(cell: Any, value: object) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole workbook takes minutes
)
@given(filled_anyhow())
def test_any_cells(source: bytes) -> None:
    db = new_database()
    plan = workbook.read(source)

    write_all(db, list(plan.writes()))
    db.commit()

    assert db.execute(text("PRAGMA foreign_key_check")).all() == []
    forums = list(query.known(db, None).forums.values())
    known = query.known(db, uuid.UUID(forums[0]) if forums else None)
    again = workbook.read(source, known)
    changes = [(row.sheet, row.row, row.fields) for row in again.rows if row.writes]
    assert changes == []
