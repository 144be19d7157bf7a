"""The welcome page: the sample first for a newcomer, recent files for everybody else, backups that come back."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from forumplanner.domain.kinds import StepKind
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.widgets.buttons import Button
from forumplanner.settings import Recent
from forumplanner.store import Store
from gui_desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def tile_order(desk: Desk) -> list[str]:
    tiles = [tile for tile in desk.window.welcome.tiles.children() if isinstance(tile, Button)]
    return [tile.objectName() for tile in sorted(tiles, key=lambda tile: tile.y())]


def make_file(desk: Desk, path: Path, title: str = "Lake Forum") -> None:
    """A planner file with one forum, opened once and closed."""
    desk.window.opening.create(path, NewForum(title_en=title))
    desk.until(desk.window.shell.shown_card)
    desk.window.files.close()
    desk.until(desk.window.shell.tasks.wait)


def test_a_newcomer_is_offered_the_sample_first(desk: Desk) -> None:
    assert tile_order(desk)[0] == "tile_sample"
    assert desk.focused().objectName() == "tile_sample"
    assert desk.find(QLabel, "recentNone").isVisible()


def test_a_file_that_was_open_is_listed_and_opens_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lake.forumplanner"
    make_file(desk, path)

    assert tile_order(desk)[0] == "tile_open"
    row = desk.find(Button, "recentRow")
    assert row.accessibleName() == "Lake Forum, lake.forumplanner"
    row.click()
    desk.until(desk.window.shell.is_open)
    assert desk.window.shell.store.path == path


def test_a_file_that_is_gone_can_be_looked_for(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lake.forumplanner"
    make_file(desk, path)
    moved = path.rename(tmp_path / "moved.forumplanner")
    desk.window.keep_settings(desk.window.settings)
    desk.dialogs.answers.append(moved)

    desk.find(Button, "recentFind").click()
    desk.until(desk.window.shell.is_open)

    assert desk.window.shell.store.path == moved
    assert desk.dialogs.asked == ["Where is “lake.forumplanner” now?"]


def test_the_sample_is_not_among_recent_files(desk: Desk) -> None:
    desk.open_sample()

    desk.window.files.close()

    assert desk.window.settings.files.recent == ()


def test_a_new_forum_needs_one_title_only(desk: Desk, tmp_path: Path) -> None:
    desk.window.files.new()
    button = desk.find(Button, "setupMake")
    before = (button.isEnabled(), button.toolTip())
    desk.type("青岚论坛")
    desk.dialogs.answers.append(tmp_path / "qinglan")

    desk.press(Qt.Key.Key_Return, CTRL)
    desk.until(desk.window.shell.shown_card)

    assert before == (False, "Type a title first, in one language")
    assert desk.window.shell.card.title.texts == ("青岚论坛", "")
    assert desk.window.shell.store.path == tmp_path / "qinglan.forumplanner"
    assert [step.kind for step in desk.window.shell.store.history()] == [StepKind.CREATE_FORUM]


def test_what_was_typed_stays_after_leaving_the_card(desk: Desk) -> None:
    desk.window.files.new()
    desk.type("Lake")
    desk.press(Qt.Key.Key_Escape)

    desk.window.files.new()

    assert desk.find(QLineEdit, "setup_title_zh").text() == "Lake"


def test_a_backup_comes_back_and_the_former_file_is_kept(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lake.forumplanner"
    make_file(desk, path)
    path.write_bytes(b"damaged")

    desk.window.files.restore()
    desk.until(desk.window.welcome.backups.isVisible)
    desk.until(lambda: desk.window.findChild(Button, "backupRestore") is not None)
    desk.find(Button, "backupRestore").click()
    desk.until(desk.window.shell.is_open)

    assert desk.window.shell.card.title.texts == ("", "Lake Forum")
    assert [file.read_bytes() for file in tmp_path.iterdir() if file.read_bytes() == b"damaged"] == [b"damaged"]


def test_a_dropped_picture_is_refused_in_place(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "scan.jpg"
    picture.write_bytes(b"jpeg")

    desk.window.files.take(picture)

    assert desk.window.welcome.error.isVisible()
    assert desk.window.welcome.error.text.text() == (
        "“scan.jpg” is neither a planner file nor an Excel table. Nothing was changed."
    )


def test_the_last_page_is_shown_again(desk: Desk, tmp_path: Path) -> None:
    make_file(desk, tmp_path / "lake.forumplanner")
    desk.window.settings = replace(desk.window.settings, place=replace(desk.window.settings.place, page="documents"))

    desk.window.files.open_path(tmp_path / "lake.forumplanner")
    desk.until(desk.window.stack.key)

    assert desk.window.stack.key() == "documents"


def test_recent_files_stand_in_the_settings(desk: Desk, tmp_path: Path) -> None:
    make_file(desk, tmp_path / "lake.forumplanner")

    (recent,) = desk.window.settings.files.recent

    assert (recent.path, recent.title) == (str(tmp_path / "lake.forumplanner"), "Lake Forum")
    assert isinstance(recent, Recent)
    assert QApplication.instance() is not None
    with Store.open(tmp_path / "lake.forumplanner", writable=False) as store:
        assert store.head()[0] == 1


def test_days_may_stay_empty_and_are_read_as_people_write_them(desk: Desk, tmp_path: Path) -> None:
    desk.window.files.new()
    desk.find(QLineEdit, "setup_title_en").setText("Lake Forum")
    start, end, make = (
        desk.find(QLineEdit, "setup_start"),
        desk.find(QLineEdit, "setup_end"),
        desk.find(Button, "setupMake"),
    )
    reasons = []
    for first, last in (
        ("", ""),
        ("2027年10月23日", "soon"),
        ("2027.10.23", "2027/10/21"),
        ("2027-10-23", "2027/10/25"),
    ):
        start.setText(first)
        end.setText(last)
        reasons.append("" if make.isEnabled() else make.toolTip())
    desk.dialogs.answers.append(tmp_path / "lake")

    make.click()
    desk.until(desk.window.shell.shown_card)

    assert reasons == ["", "A day is not written as a date", "The last day is before the first", ""]
    card = desk.window.shell.card
    assert (card.starts_on, card.ends_on) == (dt.date(2027, 10, 23), dt.date(2027, 10, 25))
