"""Fields of the content pages: a picker that finds while typing, a clock that knows odd minutes and small hours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forumplanner.gui.widgets.clock import ClockField, read, written
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.search_keys import haystack
from page_stand import press

PICKS = [Pick(name, name, "", haystack(name)) for name in ("沈怀瑾", "宋承岳", "云沈舟", "Samina Rahman")]


@pytest.fixture
def picker(dressed: QApplication, qtbot: QtBot) -> Iterator[Picker]:
    host = QWidget()
    column = QVBoxLayout(host)
    field = Picker(name="picker", label="Who", new=lambda typed: f"New {typed}")
    field.set_choices(PICKS, always=(Pick("nobody", "Nobody"),))
    column.addWidget(field)
    column.addWidget(QLineEdit())
    qtbot.addWidget(host)
    host.show()
    field.setFocus()
    yield field
    host.close()


def test_hits_that_begin_so_come_first_then_what_is_always_there_then_a_new_one(picker: Picker) -> None:
    QTest.keyClicks(picker, "shen")

    assert picker.offered() == ["沈怀瑾", "云沈舟", "Nobody", "New shen"]


def test_enter_takes_the_first_hit_and_the_field_shows_what_is_chosen(picker: Picker, qtbot: QtBot) -> None:
    picker.show_chosen("宋承岳")
    with qtbot.waitSignal(picker.picked) as caught:
        QTest.keyClicks(picker, "sr")
        press(picker, Qt.Key.Key_Return)

    assert caught.args == ["Samina Rahman"]
    assert picker.text() == "宋承岳"


def test_nothing_found_asks_for_a_new_one_with_what_was_typed(picker: Picker, qtbot: QtBot) -> None:
    QTest.keyClicks(picker, "Li Lei")
    assert picker.offered() == ["New Li Lei", "Nobody"]

    with qtbot.waitSignal(picker.asked) as caught:
        press(picker, Qt.Key.Key_Return)

    assert caught.args == ["Li Lei"]


def test_escape_puts_back_what_was_chosen(picker: Picker) -> None:
    picker.show_chosen("宋承岳")
    QTest.keyClicks(picker, "zz")

    press(picker, Qt.Key.Key_Escape)

    assert picker.text() == "宋承岳"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("09:28", 568),
        ("9：28", 568),
        ("0928", 568),
        ("9", 540),
        ("24:30", 1470),
        ("00:00", 0),
        ("9:60", None),
        ("37:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_clock_reads_what_people_write(text: str, minutes: int | None) -> None:
    assert read(text) == minutes


@pytest.mark.parametrize("minutes", [0, 568, 1439, 1440, 1470, 2160])
def test_what_a_clock_writes_it_reads_again(minutes: int) -> None:
    assert read(written(minutes)) == minutes


def test_a_clock_tells_a_new_time_once_and_refuses_what_is_none(dressed: QApplication, qtbot: QtBot) -> None:
    clock = ClockField(name="clock", label="Start")
    qtbot.addWidget(clock)
    clock.set_value(540)
    told: list[int | None] = []
    clock.changed.connect(lambda: told.append(clock.value()))

    for text in ("9:28", "soon", ""):
        clock.setText(text)
        clock.editingFinished.emit()

    assert told == [568, None]
    clock.setText("soon")
    clock.editingFinished.emit()
    assert clock.toolTip() == "Write a time like 09:28; after midnight 24:30."
