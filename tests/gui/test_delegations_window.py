"""Delegations in the real window: reached by keys, asked for what is missing, printed, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from forumplanner.gui.pages.delegations import DelegationsPage
from forumplanner.gui.pages.delegations.rows import RowKind
from forumplanner.gui.pages.documents import DocumentsPage
from gui_desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(desk: Desk) -> DelegationsPage:
    """The sample's page, reached by Ctrl+4, with its rows."""
    desk.open_sample("overview")
    desk.settle()
    desk.press(Qt.Key.Key_4, CTRL)
    desk.until(lambda: desk.window.stack.key() == "delegations")
    page = desk.window.stack.page()
    assert isinstance(page, DelegationsPage)
    desk.until(page.model.rowCount)
    desk.settle()
    return page


def test_an_evening_of_asking_by_keyboard_alone(desk: Desk) -> None:
    page = opened(desk)
    assert page.tree.hasFocus()
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type("thai")
    desk.press(Qt.Key.Key_Return)
    assert [row.kind for row in page.model.rows()] == [RowKind.COUNTRY, RowKind.DELEGATION]

    assert page.tree.select(page.model.row(1).key)
    desk.press(Qt.Key.Key_C, CTRL | SHIFT)
    desk.settle()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Dear Ms. Ploy Wattana,\nfor “Qinglan Forum” we still need from Delegation of Thailand:")
    assert "(1) arrival (day, time, flight or train) of 3 people: " in text

    number = desk.window.shell.store.head()[0]
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.window.shell.store.head()[0] == number + 1
    assert page.current() is not None


def test_the_sheet_of_the_chosen_delegation_is_printed(desk: Desk) -> None:
    page = opened(desk)
    page.papers.click()
    desk.until(lambda: desk.window.stack.key() == "documents")
    documents = desk.window.stack.page()
    assert isinstance(documents, DocumentsPage)
    desk.until(lambda: (made := documents.made()) is not None and made.paper is not None and made.count == 1)

    made = documents.made()
    assert made is not None
    assert made.file_name.endswith("-delegations.pdf")
    assert page.current() is not None
