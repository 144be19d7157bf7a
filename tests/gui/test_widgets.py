"""The widget kit: words that change language, fields that keep letters, toasts that wait, a drawer that closes."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forumplanner.gui.frame import look
from forumplanner.gui.widgets.buttons import Button, Chip, Segmented, Tabs
from forumplanner.gui.widgets.cards import Banner, EmptyState, ErrorCard
from forumplanner.gui.widgets.fields import Combo, Field, Number, SearchField, TimeField
from forumplanner.gui.widgets.inspector import Inspector, WithInspector
from forumplanner.gui.widgets.labels import Count, Elide, Label, Pill
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.toast import SECONDS, Toast
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.wordings import Pair


@pytest.fixture
def place(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """A shown window to put widgets into."""
    window = QWidget()
    window.setObjectName("place")
    QVBoxLayout(window)
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    return window


def put(place: QWidget, widget: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(widget)
    if not isinstance(widget, (Count, ErrorCard)):
        widget.show()


def test_words_given_as_functions_change_their_language(place: QWidget) -> None:
    button = Button(lambda: _("Cancel"), name="cancel", tip=lambda: _("Close"), key="Esc")
    fixed = Label("青岚 Qinglan", name="data")
    put(place, button)
    put(place, fixed)

    look.speak("zh-Hans")

    assert (button.text(), button.toolTip(), button.accessibleName(), fixed.text()) == (
        "取消",
        "关闭  Esc",
        "取消",
        "青岚 Qinglan",
    )


def test_the_last_words_given_are_the_ones_said_again(place: QWidget) -> None:
    label = Label(lambda: _("Open"), name="label")
    put(place, label)

    label.say(label.setText, lambda: _("Close"))
    look.speak("zh-Hans")

    assert label.text() == "关闭"


def test_a_disabled_button_says_why_and_forgets_it(place: QWidget) -> None:
    button = Button(lambda: _("Import"), name="import", tip=lambda: _("Import"))
    put(place, button)

    button.disable(lambda: _("Choose a file first"))
    off = (button.isEnabled(), button.toolTip())
    button.enable()

    assert (off, button.isEnabled(), button.toolTip()) == ((False, "Choose a file first"), True, "Import")


def test_one_segment_is_on_and_survives_other_choices(place: QWidget) -> None:
    days = Segmented((("1", "Fri 23"), ("2", "Sat 24")), name="days", label="Day")
    put(place, days)
    heard: list[str] = []
    days.picked.connect(heard.append)

    days.button("2").click()
    days.set_choices((("2", "Sat 24"), ("3", "Sun 25")))

    assert (days.choice(), heard) == ("2", ["2"])


def test_a_tab_has_room_for_its_heavier_weight(place: QWidget) -> None:
    tabs = Tabs((("a", "Details"), ("b", "Roles 4")), name="tabs", label="Parts")
    put(place, tabs)
    place.resize(600, 301)
    before = tabs.tab("b").sizeHint().width()

    tabs.choose("b")

    assert (tabs.choice(), tabs.tab("b").sizeHint().width()) == ("b", before)


def test_a_chip_shows_a_cross_while_it_is_on(place: QWidget) -> None:
    chip = Chip("Online", name="online")
    put(place, chip)
    plain = chip.icon().isNull()

    chip.setChecked(True)

    assert (plain, chip.icon().isNull(), chip.accessibleName()) == (True, False, "Online")


def test_a_label_that_gives_way_keeps_its_whole_words(place: QWidget) -> None:
    label = Elide("Dianchi Medical University, School of Nursing", name="school")
    put(place, label)
    place.resize(120, 100)
    QTest.qWait(10)

    assert label.text().endswith("…")
    assert (label.whole(), label.toolTip(), label.accessibleName()) == (
        ("Dianchi Medical University, School of Nursing",) * 3
    )


def test_a_count_hides_at_nothing_and_stops_at_a_thousand(place: QWidget) -> None:
    count = Count()
    put(place, count)

    count.show_number(1024, tone="danger")
    many = (count.text(), count.isVisible(), count.property("tone"))
    count.show_number(0)

    assert (many, count.isVisible()) == (("999+", True, "danger"), False)


def test_search_clears_on_escape_and_then_lets_go(place: QWidget) -> None:
    field = SearchField(name="search", label="Search", hint="Search")
    put(place, field)
    asked: list[str] = []
    left: list[bool] = []
    field.query.connect(asked.append)
    field.leave.connect(lambda: left.append(True))
    field.setFocus()

    QTest.keyClicks(field, "lgy")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert (asked, left) == (["l", "lg", "lgy", ""], [True])


def test_fields_give_and_take_values_without_a_signal(place: QWidget) -> None:
    time, minutes = TimeField(name="t", label="T"), Number(name="n", label="N")
    heard: list[object] = []
    for field in (time, minutes):
        put(place, field)
    time.timeChanged.connect(heard.append)
    minutes.valueChanged.connect(heard.append)

    time.set_value(dt.time(9, 28))
    minutes.set_value(25)

    assert (time.value(), minutes.value(), heard) == (dt.time(9, 28), 25, [])


def test_minutes_step_by_five(place: QWidget) -> None:
    time = TimeField(name="t", label="T")
    put(place, time)
    time.set_value(dt.time(9, 28))
    time.setCurrentSection(TimeField.Section.MinuteSection)

    time.stepBy(1)

    assert time.value() == dt.time(9, 33)


def test_the_wheel_changes_no_value_it_happens_to_cross(place: QWidget) -> None:
    combo = Combo((("a", "One"), ("b", "Two")), name="combo", label="Combo")
    put(place, combo)
    place.setFocus()
    combo.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(combo, turn)

    assert combo.key() == "a"


def test_a_drop_down_keeps_its_choice_through_language_and_new_choices(place: QWidget) -> None:
    combo = Combo((("open", lambda: _("Open")), ("close", lambda: _("Close"))), name="combo", label="Combo")
    put(place, combo)
    combo.choose("close")

    look.speak("zh-Hans")
    words = combo.currentText()
    combo.set_choices((("close", lambda: _("Close")), ("undo", lambda: _("Undo"))))

    assert (words, combo.key(), combo.count()) == ("关闭", "close", 2)


def test_a_pair_shows_both_languages_and_what_needs_review(place: QWidget) -> None:
    pair = BilingualField("Title", name="title")
    put(place, pair)
    confirmed: list[str] = []
    pair.confirmed.connect(confirmed.append)

    pair.set_value(Pair(("开幕式", "Opening"), (False, True)))
    pair.findChild(Button, "titleConfirm").click()  # type: ignore[union-attr]  # it is there

    assert (pair.side("zh-Hans").text(), pair.side("en").text()) == ("开幕式", "Opening")
    assert pair.side("en").property("review") is True
    assert confirmed == ["en"]


def test_a_pair_tells_an_edited_side_once_and_keeps_letters_being_typed(place: QWidget) -> None:
    pair = BilingualField("Title", name="title")
    put(place, pair)
    pair.set_value(Pair(("开幕式", "Opening"), (False, False)))
    edited: list[tuple[str, str]] = []
    pair.edited.connect(lambda tag, text: edited.append((tag, text)))
    field = pair.side("en")
    place.activateWindow()
    field.setFocus()
    field.selectAll()

    QTest.keyClicks(field, "Opening Ceremony")
    pair.set_value(Pair(("开幕典礼", "Opening"), (False, True)))
    kept = field.text()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (kept, edited) == ("Opening Ceremony", [("en", "Opening Ceremony")])


def test_each_side_of_a_pair_has_its_own_languages_fonts(place: QWidget) -> None:
    pair = BilingualField("Title", name="title")
    put(place, pair)

    assert pair.side("zh-Hans").font().families()[:2] == ["Noto Sans SC", "Noto Sans"]
    assert pair.side("en").font().families()[:2] == ["Noto Sans", "Noto Sans SC"]


def test_a_toast_offers_undo_once(place: QWidget) -> None:
    toast = Toast(place)
    done: list[str] = []

    toast.say("Forum 2 moved to Room B, 16:00", undo=lambda: done.append("undone"))
    shown = (toast.isVisible(), toast.sentence())
    toast.findChild(Button, "toastUndo").click()  # type: ignore[union-attr]  # it is there

    assert (shown, toast.isVisible(), done) == ((True, "Forum 2 moved to Room B, 16:00"), False, ["undone"])


def test_a_toast_goes_after_its_seconds_and_waits_under_the_pointer(place: QWidget) -> None:
    toast = Toast(place)
    toast.say("Saved")

    for _tick in range(SECONDS * 10 - 1):
        toast._tick()
    nearly = toast.isVisible()
    toast._tick()
    gone = toast.isVisible()
    toast.say("Saved")
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    for _tick in range(SECONDS * 20):
        toast._tick()

    assert (nearly, gone, toast.isVisible()) == (True, False, True)


def test_a_second_sentence_takes_the_place_of_the_first(place: QWidget) -> None:
    toast = Toast(place)

    toast.say("One", undo=lambda: None)
    toast.say("Two")

    assert (toast.sentence(), toast.findChild(Button, "toastUndo").isVisible()) == ("Two", False)  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize(("width", "drawer"), [(1239, True), (1240, False)])
def test_the_inspector_is_a_drawer_in_narrow_windows(
    dressed: QApplication, qtbot: QtBot, width: int, drawer: bool
) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    inspector = Inspector(label="Details")
    both = WithInspector(QWidget(), inspector)
    row.addWidget(both)
    qtbot.addWidget(window)
    window.resize(width, 600)
    window.show()
    qtbot.wait(10)
    at_rest = inspector.isVisible()

    both.set_open(open_=True)
    opened = (both.is_drawer(), inspector.geometry().right())
    QTest.keyClick(inspector, Qt.Key.Key_Escape)

    assert at_rest is not drawer
    assert opened == (drawer, width - 1)
    assert inspector.isVisible() is not drawer


def test_an_error_card_reads_title_and_sentence_aloud(place: QWidget) -> None:
    card = ErrorCard(name="error", buttons=(Button("Try again", name="again"),))
    put(place, card)
    hidden = card.isVisible()

    card.show_error("Not saved", "The disk is full. Nothing was changed.")

    assert (hidden, card.isVisible()) == (False, True)
    assert card.accessibleName() == "Not saved. The disk is full. Nothing was changed."


def test_cards_without_a_second_line_leave_no_gap(place: QWidget) -> None:
    banner = Banner("Title", name="banner")
    empty = EmptyState("Nobody here yet", "", name="empty")
    put(place, banner)
    put(place, empty)

    shown = (banner.text.isVisible(), empty.text.isVisible())
    banner.tell("Title", "Text")
    empty.tell("Nobody matches “xqz”", "Try initials.")

    assert (shown, banner.text.isVisible(), empty.text.text()) == ((False, False), True, "Try initials.")


def test_a_wrong_value_is_marked_and_never_blocked(place: QWidget) -> None:
    field = Field(name="mail", label="E-mail")
    put(place, field)

    field.set_wrong("The address has no ending such as .edu.")
    marked = (field.property("wrong"), field.toolTip(), field.isEnabled())
    field.set_wrong("")

    assert (marked, field.property("wrong"), field.toolTip()) == (
        (True, "The address has no ending such as .edu.", True),
        False,
        "",
    )


def test_a_pill_changes_its_tone(place: QWidget) -> None:
    pill = Pill("Accepted", tone="ok")
    put(place, pill)
    before = pill.grab().toImage().pixelColor(3, pill.height() // 2)

    pill.set_tone("danger")

    assert pill.grab().toImage().pixelColor(3, pill.height() // 2) != before
