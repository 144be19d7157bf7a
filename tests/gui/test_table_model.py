"""The fast table's model: Qt's own tester is content, ids are kept, hits are found in every script."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from forumplanner.gui.widgets.columns import Column, ticks
from forumplanner.gui.widgets.search_keys import fold, haystack, hits, initials
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel


@dataclass(frozen=True)
class Row:
    key: int
    name: str
    chinese: str = ""


ROWS = (
    Row(1, "Nguyễn Sơn Hải", "阮松海"),
    Row(2, "Shen Huaijin", "沈怀瑾"),
    Row(3, "Anna Ødegård", "安娜"),
    Row(4, "Zhao Yiming", "赵一鸣"),
)


def make_model(rows: tuple[Row, ...] = ROWS) -> FastTableModel[Row]:
    model: FastTableModel[Row] = FastTableModel(
        (
            ticks(),
            Column("name", "Name", lambda row: row.name),
            Column("key", "No.", lambda row: str(row.key), sort=lambda row: row.key, right=True),
        ),
        identity=lambda row: row.key,
        search=lambda row: haystack(row.name, row.chinese),
    )
    model.set_rows(rows)
    return model


def keys(model: FastTableModel[Row]) -> list[int]:
    return [row.key for row in model.shown()]


def test_qts_tester_finds_nothing_through_rows_sort_filter_and_ticks(qapp: QApplication) -> None:
    model = make_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.sort(1)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_filter("s")
    model.set_ticks([1, 2])
    model.set_rows(ROWS[:2])
    model.set_filter()
    model.sort(-1)

    assert keys(model) == [1, 2]


def test_rows_sort_by_folded_words_and_by_their_own_key(qapp: QApplication) -> None:
    model = make_model()

    model.sort(1)
    by_name = keys(model)
    model.sort(2, Qt.SortOrder.DescendingOrder)

    assert by_name == [3, 1, 2, 4]
    assert keys(model) == [4, 3, 2, 1]


def test_persistent_indexes_follow_their_rows_through_a_sort(qapp: QApplication) -> None:
    model = make_model()
    held = QPersistentModelIndex(model.index(1, 1))

    model.sort(2, Qt.SortOrder.DescendingOrder)

    assert (held.row(), model.id_at(held.row())) == (2, 2)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nguyen", [1]),
        ("nsh", [1]),
        ("rsh", [1]),
        ("阮", [1]),
        ("shenhuai", [2]),
        ("SHJ", [2]),
        ("odegard", [3]),
        ("z yi", [4]),
        ("", [1, 2, 3, 4]),
        ("xqz", []),
    ],
)
def test_rows_are_found_by_letters_initials_pinyin_and_script(qapp: QApplication, query: str, found: list[int]) -> None:
    model = make_model()

    model.set_filter(query)

    assert keys(model) == found


def test_a_filter_and_a_chip_work_together(qapp: QApplication) -> None:
    model = make_model()

    model.set_filter("s", lambda row: row.key > 1)

    assert keys(model) == [2]


def test_ticks_outlive_filter_and_refresh_but_not_their_rows(qapp: QApplication) -> None:
    model = make_model()
    model.set_ticks([2, 4])

    model.set_filter("shen")
    model.set_rows(ROWS[:3])

    assert model.ticks() == frozenset({2})


def test_the_current_row_is_kept_by_id(dressed: QApplication) -> None:
    model = make_model()
    table = FastTable(model, name="table", label="People")
    heard: list[object] = []
    table.picked.connect(heard.append)
    table.set_current(2)

    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_rows(ROWS[1:])
    model.set_filter("zhao")
    hidden = (table.current_id(), table.currentIndex().isValid())
    model.set_filter("")

    assert hidden == (2, False)
    assert (table.current_id(), model.id_at(table.currentIndex().row())) == (2, 2)
    assert heard == [2]


@given(st.lists(st.text(max_size=12), max_size=12), st.text(max_size=4))
def test_what_is_marked_stands_in_the_words(texts: list[str], query: str) -> None:
    for text in texts:
        ends = [0]
        for start, length in hits(text, query):
            assert ends[-1] <= start < start + length <= len(text)
            ends.append(start + length)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_initials_take_one_letter_a_character_or_word() -> None:
    assert (initials("阮松海"), initials("Nguyễn Sơn Hải"), initials("O'Brien Anna")) == ("rsh", "nsh", "oa")


def test_a_hit_by_initials_marks_the_characters_it_stands_for() -> None:
    assert (hits("沈怀瑾", "hj"), hits("Shen Huaijin", "she"), hits("Shen", "x")) == ([(1, 2)], [(0, 3)], [])
    assert hits("Huang Jianyu", "hj") == [(0, 1), (6, 1)]


def test_a_sentence_is_read_by_the_usual_reading_only() -> None:
    assert ("hj" in haystack("切换浅色", rare=False), hits("切换浅色", "hj", rare=False)) == (False, [])
    assert ("xx" in haystack("解雄"), hits("解雄", "xx")) == (True, [(0, 2)])
