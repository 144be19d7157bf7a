"""The frame: it folds, it speaks two languages at once, every word has room, and it goes when asked."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from forumplanner import app, i18n, settings
from forumplanner.actions.forums import create_forum
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import theme
from forumplanner.gui.dialogs import AnsweredDialogs
from forumplanner.gui.frame import panes
from forumplanner.gui.frame.rail import FOLDED, WIDTH
from forumplanner.gui.widgets.buttons import Button
from forumplanner.store import Store
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless, tab_order

SIZES = [(1440, 900), (1366, 768), (1280, 720)]
PAGES = [
    "welcome",
    "setup",
    "documents",
    "importing",
    "overview",
    "programme",
    "people",
    "invitations",
    "findings",
    "settings",
]


def show(desk: Desk, page: str) -> None:
    if page == "setup":
        desk.window.files.new()
    elif page != "welcome":
        desk.open_sample("documents")
        if page != "documents":
            desk.window.go(page)
    desk.bot.wait(50)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_word_has_room_and_every_control_a_name(desk: Desk, page: str, language: str) -> None:
    show(desk, page)
    desk.window.set_language(language)
    found: dict[str, list[str]] = {}
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        found[f"{width}x{height}"] = cut_words(desk.window) + low_words(desk.window) + nameless(desk.window)

    assert found == {f"{width}x{height}": [] for width, height in SIZES}


@pytest.mark.parametrize(("width", "rail"), [(1440, WIDTH), (1410, WIDTH), (1366, FOLDED), (1280, FOLDED)])
def test_the_rail_folds_in_narrow_windows(desk: Desk, width: int, rail: int) -> None:
    desk.open_sample()

    desk.window.resize(width, 768)
    desk.bot.wait(20)

    assert desk.window.rail.width() == rail
    assert desk.window.width() == width


def test_the_window_needs_no_more_than_a_small_screen(desk: Desk) -> None:
    desk.open_sample()
    desk.window.resize(1280, 720)
    desk.bot.wait(50)
    least = desk.find(QWidget, "frame").minimumSizeHint()

    assert (least.width() <= 1280, least.height() <= 720) == (True, True)


def test_changing_the_language_keeps_what_is_being_typed(desk: Desk) -> None:
    desk.window.files.new()
    field = desk.window.welcome.setup.first()
    desk.type("Qinglan")

    desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    words = desk.find(QLineEdit, "setup_title_zh").accessibleName()

    assert (i18n.interface_language(), field.text(), words) == ("zh-Hans", "Qinglan", "中文名称")
    assert settings.load().look.language == "zh-Hans"


def test_changing_the_scheme_redraws_icons_and_is_remembered(desk: Desk) -> None:
    before = desk.window.grab(desk.window.top.rect().translated(QPoint(0, 0))).toImage()

    desk.window.other_scheme()
    after = desk.window.grab(desk.window.top.rect()).toImage()

    assert (theme.current(), settings.load().look.scheme) == ("dark", "dark")
    assert before.pixelColor(5, 5) != after.pixelColor(5, 5)
    desk.window.other_scheme()


def test_tab_goes_from_bar_to_rail_to_page(desk: Desk) -> None:
    desk.open_sample()
    order = tab_order(desk.window)
    marks = [
        order.index(name)
        for name in ("gotoBox", "undoButton", "forumButton", "nav_documents", "savePdf", "paper_agenda")
    ]

    assert marks == sorted(marks)


def test_f6_goes_round_the_areas(desk: Desk) -> None:
    desk.open_sample()
    desk.window.activateWindow()
    visited = []
    for _ in range(5):
        panes.go_round(desk.window, by=1)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(panes.area_of(focused))

    assert set(visited) == {"topBar", "rail", "pageHead", "toolbar", "content"}


def test_commands_that_need_a_file_wait_for_one(desk: Desk) -> None:
    commands = desk.window.commands
    closed = {key: commands.action(key).isEnabled() for key in ("open", "undo", "print")}

    desk.open_sample()
    opened = {key: commands.action(key).isEnabled() for key in ("open", "undo", "print")}

    assert closed == {"open": True, "undo": False, "print": False}
    assert opened == {"open": True, "undo": True, "print": True}


def test_undo_takes_the_newest_step_back_and_says_which(desk: Desk) -> None:
    desk.open_sample()
    store = desk.window.shell.store
    desk.until(lambda: "Made the sample forum" in desk.find(Button, "undoButton").toolTip())

    desk.window.shell.undoing.undo()
    desk.until(desk.window.toast_sentence)

    assert desk.window.toast_sentence().startswith("Taken back: Made the sample forum")
    assert store.can_redo().kind is StepKind.MAKE_SAMPLE  # type: ignore[union-attr]  # there is one


def test_undo_goes_to_a_focused_text_field_first(desk: Desk) -> None:
    desk.open_sample()
    desk.window.call_palette()
    field = desk.find(QLineEdit, "paletteField")
    desk.window.activateWindow()
    field.setFocus()
    desk.type("abc")

    desk.window.shell.undoing.undo()

    assert field.text() == ""
    assert desk.window.toast_sentence() == ""


def test_the_palette_finds_people_by_initials_and_goes_there(desk: Desk) -> None:
    desk.open_sample()
    desk.window.call_palette()
    desk.until(lambda: any(thing.kind == "person" for thing in desk.window.palette_box.things()))

    desk.type("documents")
    desk.press(Qt.Key.Key_Return)

    assert (desk.window.palette_box.isVisible(), desk.window.stack.key()) == (False, "documents")


def test_closing_a_file_leads_back_to_the_welcome_page(desk: Desk) -> None:
    desk.open_sample()

    desk.window.files.close()

    assert (desk.window.stack.key(), desk.window.rail.isVisible(), desk.window.shell.is_open()) == ("", False, False)


def test_a_file_that_is_none_is_refused_in_a_card(desk: Desk, tmp_path: object) -> None:
    path = settings.settings_file().parent / "notes.forumplanner"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not a database")

    desk.window.files.open_path(path)
    desk.until(desk.window.welcome.error.isVisible)

    assert "is not a Forum Planner file" in desk.window.welcome.error.text.text()


def test_the_sample_says_that_it_is_one(desk: Desk) -> None:
    desk.open_sample()
    said = desk.window.band.sentence()

    desk.window.files.close()

    assert said.startswith("This is a sample: change anything.")
    assert desk.window.band.isVisible() is False


def test_an_older_copy_says_so_above_the_pages(desk: Desk, tmp_path: Path) -> None:
    path, copy = tmp_path / "lake.forumplanner", tmp_path / "copy.forumplanner"
    with Store.create(path, actor="Lin") as store:
        create_forum(store, title=LocalizedText.of(en="Lake"))
    shutil.copy(path, copy)
    with Store.open(path, actor="Lin") as store:
        create_forum(store, title=LocalizedText.of(en="Hill"))

    desk.window.files.open_path(copy)
    desk.until(desk.window.shell.is_open)
    older = desk.window.shell.store.opened_older

    assert older is not None
    assert desk.window.band.sentence() == str(older)


def test_the_window_closes_while_threads_still_work(dressed: QApplication, qtbot: QtBot) -> None:
    window = app.make_window(settings.load(), AnsweredDialogs())
    window.show()
    app.start_work(window)
    window.opening.open_sample()
    qtbot.waitUntil(lambda: window.stack.key() != "", timeout=20_000)
    window.go("documents")

    window.close()
    window.deleteLater()
    qtbot.wait(50)

    assert isValid(window) is False


def test_a_file_over_the_window_lights_the_place_to_drop_it(desk: Desk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "scan.jpg"))])
    inside = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    QApplication.sendEvent(desk.window, inside)
    lit = desk.window.welcome._drop.property("card")
    QApplication.sendEvent(desk.window, QDragLeaveEvent())

    assert (inside.isAccepted(), lit, desk.window.welcome._drop.property("card")) == (True, "over", "drop")


def test_the_findings_keep_the_overview_lit(desk: Desk) -> None:
    desk.open_sample("overview")

    desk.window.go("findings")

    assert desk.find(Button, "nav_overview").isChecked()
    assert desk.window.stack.key() == "findings"


@pytest.mark.parametrize("folded", [False, True])
def test_a_page_of_the_rail_says_its_number(desk: Desk, folded: bool) -> None:
    desk.open_sample("overview")
    row = desk.find(Button, "nav_programme")
    desk.window.rail.fold(folded=folded)

    desk.window.rail.badge("programme", 2, "danger")

    assert row.accessibleName() == "Programme · 2 must be dealt with"
    assert row.toolTip() == "Programme · 2 must be dealt with  Ctrl+2"
    desk.window.set_language("zh-Hans")
    assert row.accessibleName() == "日程 · 必须处理 2 项"


def test_a_file_is_found_sound(desk: Desk) -> None:
    desk.open_sample("overview")

    desk.window.commands.action("check").trigger()
    desk.until(desk.window.toast_sentence)

    assert desk.window.toast_sentence().startswith("This file is sound")
