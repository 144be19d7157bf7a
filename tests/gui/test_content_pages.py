"""The content pages in the real window over the sample: links between them, names for readers, no clipped words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QPushButton, QWidget

from forumplanner.gui.pages.history import HistoryPage
from forumplanner.gui.pages.people import PeoplePage
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.inspector.found import WayButton
from forumplanner.gui.widgets.labels import Elide
from gui_desk import Desk

OWN_DRAWING = {"bar", "line", "facet"}
"""Kinds of buttons that paint and shorten their words themselves."""


def seen(page: QWidget) -> Iterator[QWidget]:
    return (widget for widget in page.findChildren(QWidget) if widget.isVisible())


def nameless(page: QWidget) -> list[str]:
    """What Tab reaches and a screen reader couldn't name."""
    found = []
    for widget in seen(page):
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not (widget.accessibleName() or text):
            inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractScrollArea)
            found += [] if inner else [f"{type(widget).__name__} {widget.objectName()}"]
    return found


def clipped(page: QWidget) -> list[str]:
    """Words that have less room than they need and can't elide."""
    found = []
    for widget in seen(page):
        if isinstance(widget, QLabel) and not isinstance(widget, Elide) and not widget.wordWrap():
            short = widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() + 1
            found += [widget.text()] if widget.text() and short else []
        elif isinstance(widget, WayButton):
            found += [] if widget.toolTip().startswith(widget.whole()) else [widget.whole()]
        elif isinstance(widget, QPushButton) and widget.property("kind") not in OWN_DRAWING:
            found += [widget.text()] if widget.text() and widget.sizeHint().width() > widget.width() + 2 else []
    return found


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_every_page_names_what_it_holds_and_clips_nothing(desk: Desk, language: str, size: tuple[int, int]) -> None:
    desk.open_sample("overview")
    desk.window.set_language(language)
    desk.window.resize(*size)

    for key in ("overview", "history", "programme", "people", "delegations", "findings"):
        desk.window.go(key)
        desk.settle()
        page = desk.window.stack.page()
        assert page is not None
        if isinstance(page, ProgrammePage):
            page.side.set_open(open_=True)
            page.next_finding()
            desk.settle()
        if isinstance(page, HistoryPage):
            page.steps.open(1)
            desk.settle()
        assert (key, nameless(page), clipped(page)) == (key, [], [])


def test_a_number_leads_to_its_people_and_a_person_to_the_programme(desk: Desk) -> None:
    desk.open_sample("overview")
    desk.settle()
    desk.find(QPushButton, "category_speaker").click()
    desk.settle()
    people = desk.window.stack.page()
    assert isinstance(people, PeoplePage)
    assert {str(row.category) for row in people.model.shown()} == {"speaker"}

    shown = [row.participant_id for row in people.model.shown()]
    people.table.set_current(next(key for key in shown if appears(people, key)))
    people.inspector.doing.rows.widgets()[0].findChildren(QPushButton)[0].click()
    desk.settle()

    programme = desk.window.stack.page()
    assert isinstance(programme, ProgrammePage)
    assert programme.list.current_row() is not None


def appears(people: PeoplePage, participant_id: str) -> bool:
    people.table.set_current(participant_id)
    card = people.inspector.card()
    return card is not None and bool(card.appearances)


def test_control_n_means_new_on_this_page_and_undo_takes_it_back(desk: Desk) -> None:
    desk.open_sample("programme")
    desk.settle()
    page = desk.window.stack.page()
    assert isinstance(page, ProgrammePage)
    before = len(page.model.rows())

    QTest.keySequence(page.list, QKeySequence("Ctrl+N"))
    desk.until(lambda: page.list.findChild(QLineEdit, "programmeCell"))
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert len(page.model.rows()) == before + 1

    page.list.setFocus()
    QTest.keySequence(page.list, QKeySequence("Ctrl+Z"))
    desk.until(lambda: len(page.model.rows()) == before)
