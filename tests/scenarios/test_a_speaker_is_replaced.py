"""The evening before, by keys: a keynote goes online, another speaker is replaced in all places, all is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.inspector.replacing import ReplaceCard
from forumplanner.queries import people, programme
from forumplanner.snapshots.programme import AppearanceLine, ItemLine
from gui.conftest import desk, dressed
from gui_desk import Desk

__all__ = ["desk", "dressed"]

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def page_of(desk: Desk) -> ProgrammePage:
    page = desk.window.stack.page()
    assert isinstance(page, ProgrammePage)
    return page


def keynote(desk: Desk) -> ItemLine:
    """The first talk of the keynote session, as the file has it now."""
    shell = desk.window.shell
    with shell.store.read() as db:
        found = programme.load(db, forum_id=shell.forum_id)
    session = next(one for one in found.sessions if str(one.kind) == "keynotes")
    return session.parts[0].items[0]


def speaker(desk: Desk) -> AppearanceLine:
    return keynote(desk).people[0]


def open_keynote(desk: Desk) -> ProgrammePage:
    """From the go-to box's own link to the item's details."""
    desk.open_sample("programme")
    page = page_of(desk)
    desk.settle()
    page.side.set_open(open_=True)
    page.show_target(keynote(desk).id)
    desk.settle()
    page.inspector.turn_to(f"item:{keynote(desk).id}")
    desk.settle()
    desk.window.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.window)
    return page


def take_back(desk: Desk, page: ProgrammePage) -> None:
    """Ctrl+Z on a button of the details, since in a text field it means the letters."""
    desk.window.activateWindow()  # without a window manager nobody does when a list of names closes
    page.inspector.people.rows()[0].fold.setFocus()
    desk.until(lambda: desk.focused().objectName() == "appearanceFold")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()


def test_a_keynote_goes_online_and_back(desk: Desk) -> None:
    page = open_keynote(desk)
    before = speaker(desk)
    row = page.inspector.people.rows()[0]
    row.mode.setCurrentIndex(row.mode.findData("online"))
    row.mode.activated.emit(row.mode.currentIndex())
    desk.settle()
    assert str(speaker(desk).mode) == "online"

    take_back(desk, page)
    assert speaker(desk) == before


def test_a_speaker_is_replaced_by_somebody_new_and_comes_back(desk: Desk) -> None:
    page = open_keynote(desk)
    before = speaker(desk)
    inspector = page.inspector
    inspector.people.rows()[0].who.setFocus()
    inspector.replace_somebody()
    card = inspector.people.findChild(ReplaceCard)
    assert isinstance(card, ReplaceCard)
    assert QApplication.focusWidget() is card.who

    desk.type("王小明，云岭医科大学")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()

    after = speaker(desk)
    assert (after.name.zh, after.role, after.mode, after.provisional) == ("王小明", before.role, before.mode, True)
    shell = desk.window.shell
    with shell.store.read() as db:
        assert before.participant_id in {line.participant_id for line in people.load(db, forum_id=shell.forum_id).lines}

    assert inspector.people.rows()[0].fold is inspector.people.focusWidget()
    take_back(desk, page)
    assert speaker(desk) == before
