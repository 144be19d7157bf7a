"""Documents: the preview shows the bytes that are saved, options set the paper anew, calendars go to a folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from factories import make_forum, make_item, make_part, make_session
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.pages.documents import DocumentsPage
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.store import Store
from gui_desk import Desk
from planner_file import filling_of


@pytest.fixture
def page(desk: Desk) -> DocumentsPage:
    desk.open_sample("documents")
    shown = desk.window.stack.page()
    assert isinstance(shown, DocumentsPage)
    return shown


def paper(page: DocumentsPage) -> bytes:
    made = page.made()
    return made.paper.pdf if made and made.paper else b""


def test_the_preview_is_made_of_the_very_bytes_that_are_saved(desk: Desk, page: DocumentsPage, tmp_path: Path) -> None:
    file = page.preview.desk.file()
    desk.dialogs.answers.append(tmp_path / "agenda.pdf")

    page.save()
    desk.until((tmp_path / "agenda.pdf").is_file)

    assert file is not None
    assert (tmp_path / "agenda.pdf").read_bytes() == file.data == paper(page)
    desk.until(page.outcome.sentence)
    assert page.outcome.sentence() == "Saved “agenda.pdf”"


def test_pages_in_sight_are_drawn_in_true_colours(desk: Desk, page: DocumentsPage) -> None:
    desk.until(page.preview.desk.picture_ready)
    desk.bot.wait(100)
    desk.until(page.preview.desk.picture_ready)
    picture = page.preview.desk.viewport().grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, 60)

    file = page.preview.desk.file()
    assert file is not None
    true = file.picture(0, 1.0).pixelColor(300, 20)
    assert (middle.red(), middle.green(), middle.blue()) == (true.red(), true.green(), true.blue())


def test_another_option_sets_the_paper_anew_and_keeps_the_old_one_meanwhile(desk: Desk, page: DocumentsPage) -> None:
    before, pages = paper(page), page.preview.desk.pages()

    desk.find(QCheckBox, "option_cover").click()
    meanwhile = page.preview.desk.pages()
    desk.until(lambda: page.preview.desk.pages() == pages - 1)

    assert meanwhile == pages
    assert paper(page) != before


def test_each_paper_remembers_its_own_options(desk: Desk, page: DocumentsPage) -> None:
    desk.find(Combo, "option_languages").picked.emit("en")
    page.choose("badges")
    badges = dict(page.options.values())
    page.choose("agenda")

    assert badges["languages"] == ""
    assert page.options.values()["languages"] == "en"
    desk.until(lambda: desk.find(Combo, "option_languages").key() == "en")


def test_badges_are_shown_by_their_groups(desk: Desk, page: DocumentsPage) -> None:
    page.choose("badges")
    desk.until(lambda: (made := page.made()) is not None and made.file_name.endswith("badges.pdf"))
    everybody = page.made()

    page.options.set_value("who", "crew")
    page.options.changed.emit()
    desk.until(lambda: (made := page.made()) is not None and made is not everybody)
    crew = page.made()

    assert everybody is not None
    assert crew is not None
    assert 0 < crew.count < everybody.count


def test_page_keys_turn_pages_and_zoom(desk: Desk, page: DocumentsPage) -> None:
    view = page.preview.desk
    desk.bot.wait(50)
    whole = view.zoom()

    view.setFocus()
    desk.press(Qt.Key.Key_PageDown)
    second = view.page()
    desk.press(Qt.Key.Key_End)
    last = view.page()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert (second, last, view.page()) == (2, view.pages(), 1)
    assert view.zoom() > whole


def test_calendars_are_written_into_a_folder(desk: Desk, page: DocumentsPage, tmp_path: Path) -> None:
    page.choose("calendars")
    desk.dialogs.answers.append(tmp_path)

    page.export()
    desk.until(page.outcome.sentence)

    files = sorted(tmp_path.glob("*.ics"))
    assert page.outcome.sentence() == f"Saved {len(files)} files"
    assert {file.read_bytes()[:15] for file in files} == {b"BEGIN:VCALENDAR"}
    assert page.save_button.isVisible() is False


def test_the_busiest_participant_shows_what_a_calendar_file_holds(desk: Desk, page: DocumentsPage) -> None:
    page.choose("calendars")
    sheet = page.preview.calendars
    desk.until(lambda: sheet.findChild(QLabel, "calendarWhose"))
    whose, facts = (sheet.findChild(QLabel, name) for name in ("calendarWhose", "calendarFacts"))
    entries = sheet.findChildren(QLabel, "calendarSummary")

    assert isinstance(whose, QLabel)
    assert isinstance(facts, QLabel)
    assert whose.text() == f"What 沈砚 gets: {len(entries)} entries"
    assert (
        facts.text().splitlines()[0] == "One file for each of 240 participants · one of the whole programme, 17 entries"
    )
    assert not page.options.isVisible()


def test_badges_are_counted_with_their_blanks_and_sheets(desk: Desk, page: DocumentsPage) -> None:
    page.choose("badges")
    desk.until(lambda: "sheets" in page.facts())
    made = page.made()

    assert made is not None
    assert page.facts() == f"Badges · {made.count - made.blanks} badges + {made.blanks} blanks · {made.sheets} sheets"
    assert (made.count - made.blanks, made.blanks, made.sheets) == (240, 12, 63)


def test_pages_of_two_shapes_stand_in_the_middle(desk: Desk, page: DocumentsPage) -> None:
    view = page.preview.desk
    desk.until(lambda: view.pages() > 1)
    room = view.viewport().width()

    assert len({box.width() for box in view._boxes}) == 2
    assert {abs(box.left() + box.right() + 1 - room) <= 1 for box in view._boxes} == {True}


def test_a_folder_that_cannot_be_written_is_said_in_place(desk: Desk, page: DocumentsPage, tmp_path: Path) -> None:
    wall = tmp_path / "file"
    wall.write_text("not a folder")
    desk.dialogs.answers.append(wall / "agenda.pdf")

    page.save()
    desk.until(page.outcome._error.isVisible)

    assert "agenda.pdf" in page.outcome._error.text.text()


def test_remarks_are_listed_in_both_languages(desk: Desk, page: DocumentsPage) -> None:
    english = page.preview.preflight.sentences()

    desk.window.set_language("zh-Hans")

    assert len(english) == len(page.preview.preflight.sentences()) > 0
    assert english != page.preview.preflight.sentences()


def test_a_change_in_the_forum_sets_the_paper_anew(desk: Desk, page: DocumentsPage) -> None:
    before = page.made()

    desk.window.shell.undoing.turn(back=True)
    desk.until(lambda: page.made() is not before or desk.window.stack.key() == "")

    assert desk.window.shell.shown_card() is None


def test_a_page_is_measured_in_points() -> None:
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    data += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

    file = PdfFile.of(data)
    picture = file.picture(0, 2.0)

    assert (file.sizes, picture.width(), picture.height()) == (((200.0, 100.0),), 400, 200)


def test_one_language_is_proposed_while_most_of_the_other_is_missing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lake.forumplanner"
    with Store.create(path, actor="Lin") as store, filling_of(store) as db:
        forum = make_forum(db)
        part = make_part(db, make_session(db, forum, "开幕式", ""))
        make_item(db, part, "致辞", "")
    desk.window.settings = replace(desk.window.settings, place=replace(desk.window.settings.place, page="documents"))

    desk.window.files.open_path(path)
    desk.until(lambda: desk.window.stack.key() == "documents")
    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)
    desk.until(lambda: page.options.values()["languages"] == "zh-Hans" and page.made() is not None)
    page.options.set_value("languages", "")
    page.options.changed.emit()
    desk.settle()

    assert page.options.values()["languages"] == ""


def test_a_forum_without_people_has_no_badges_to_number(desk: Desk, tmp_path: Path) -> None:
    desk.window.opening.create(tmp_path / "lake.forumplanner", NewForum(title_en="Lake Forum"))
    desk.until(desk.window.shell.shown_card)
    desk.window.go("documents", "badges")
    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)

    desk.until(lambda: (made := page.made()) is not None and made.paper is None)
    desk.settle()

    assert page.preview.unnumbered.title.text() == "Nobody to make a badge for"
    assert desk.find(Button, "giveNumbers").isVisible() is False
    assert page.print_button.isEnabled() is False
