"""Planning in the whole window by keys alone: a day from a pattern, talks from the clipboard, both taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from forumplanner.gui.pages.programme import ProgrammePage
from gui_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def page_of(desk: Desk) -> ProgrammePage:
    """The page Programme of the sample, once it has read its rows."""
    desk.open_sample("programme")
    page = desk.window.stack.page()
    assert isinstance(page, ProgrammePage)
    desk.until(lambda: page.model.rowCount() > 0)
    desk.settle()
    return page


def test_a_day_from_a_pattern_is_called_filled_in_added_and_taken_back(desk: Desk) -> None:
    page = page_of(desk)
    before = len(page.model.programme.sessions)

    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(page.desk.pattern.isVisible)
    assert desk.focused().objectName() == "patternStart"
    desk.type("08:30")
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: len(page.model.programme.sessions) == before + 8)
    assert desk.window.toast_sentence() == "Sunday, 24 October: added 8 sessions"

    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: len(page.model.programme.sessions) == before)


def test_tab_goes_through_the_numbers_and_esc_gives_the_focus_back(desk: Desk) -> None:
    page = page_of(desk)
    was = desk.focused()
    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(page.desk.pattern.isVisible)

    passed = []
    for _ in range(3):
        desk.press(Qt.Key.Key_Tab)
        passed.append(desk.focused().objectName())
    assert passed == ["patternEnd", "pattern_opening", "pattern_keynotes"]

    desk.press(Qt.Key.Key_Escape)
    assert not page.desk.pattern.isVisible()
    assert desk.focused() is was


def test_no_word_of_the_panel_is_cut_off_on_a_small_screen(desk: Desk) -> None:
    page = page_of(desk)
    desk.window.resize(1280, 720)
    for language in ("zh-Hans", "en"):
        desk.window.set_language(language)
        desk.settle()
        page.desk.open_pattern()
        desk.settle()
        card = page.desk.pattern.card
        assert page.rect().contains(card.geometry())
        narrow = [
            w.objectName()
            for w in card.findChildren(QWidget)
            if w.isVisible() and w.width() < w.minimumSizeHint().width()
        ]
        assert narrow == []
        page.desk.pattern.close_panel()


def test_talks_are_pasted_wherever_the_page_has_the_focus(desk: Desk) -> None:
    page = page_of(desk)
    before = len(page.model.programme.sessions)
    QGuiApplication.clipboard().setText("Title\tSpeaker\nOpen data for rural hospitals\tNobody Known\nTwo\tTBA\n")

    desk.press(Qt.Key.Key_V, CONTROL)
    desk.until(lambda: len(page.model.programme.sessions) == before + 2)

    assert desk.window.toast_sentence() == "Added 2 talks, 1 speaker not found"
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: len(page.model.programme.sessions) == before)
