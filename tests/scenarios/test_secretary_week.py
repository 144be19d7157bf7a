"""A secretary's week at the programme, by keys alone and again by mouse: planned, released, changed, undone, redone."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from forumplanner.domain.history import sentence
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.snapshots.programme import ItemLine, SessionLine
from gui.conftest import desk, dressed
from gui_desk import Desk
from store.tables import Dump, dump

__all__ = ["desk", "dressed"]

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


TALK = "Dietary education in diabetes where resources are scarce: problems and remedies"


class Secretary(ABC):
    """What happens in the week; how the hands do it differs."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.open_sample("programme")
        desk.until(lambda: self.page.model.programme.sessions)
        desk.settle()

    @property
    def page(self) -> ProgrammePage:
        page = self.desk.window.stack.page()
        assert isinstance(page, ProgrammePage)
        return page

    def session(self, title: str) -> SessionLine:
        return next(s for s in self.page.model.programme.sessions if s.title.side(1) == title)

    def item(self, title: str) -> ItemLine:
        sessions = self.page.model.programme.sessions
        return next(i for s in sessions for part in s.parts for i in part.items if i.title.side(1) == title)

    def said(self) -> str:
        step = self.desk.window.shell.store.history(1)[0]
        return sentence(step.kind, step.values, "en")

    def steps(self) -> int:
        """How many steps can be taken back, one after the other."""
        return sum(not step.undone for step in self.desk.window.shell.store.history(None))

    def after(self, act: Callable[[], object]) -> None:
        """Do something that makes a step; wait until it is written and shown."""
        store = self.desk.window.shell.store
        before = store.head()
        act()
        self.desk.until(lambda: store.head() != before)
        self.rest()

    def rest(self) -> None:
        """Until all is quiet. The offscreen platform gives the window nothing back when a list of choices closes."""
        self.desk.settle()
        if not self.desk.window.isActiveWindow():
            self.desk.window.activateWindow()
            self.desk.until(self.desk.window.isActiveWindow)

    def everything(self) -> Dump:
        """All rows of the file but its history, without version numbers."""
        return dump(self.desk.window.shell.store.path)

    @abstractmethod
    def plan_a_day(self) -> None:
        """Four parallel forums in two halves, from a pattern."""

    @abstractmethod
    def delay(self, title: str) -> None:
        """A session ten minutes later."""

    @abstractmethod
    def shift_rest(self, title: str) -> None:
        """A session and what follows five minutes later; lunch is in the way, so a second press goes beyond it."""

    @abstractmethod
    def replace_speaker(self, session: str, talk: str, letters: str) -> None:
        """Somebody else comes instead of the first person of a talk."""

    @abstractmethod
    def accept_clash(self, reason: str) -> None:
        """The gravest finding is accepted."""

    @abstractmethod
    def release(self) -> None:
        """The programme is issued under the name that is proposed."""

    @abstractmethod
    def save_notice(self, path: Path) -> None:
        """What changed from the release before, as a PDF."""

    @abstractmethod
    def undo(self) -> None:
        """One step back."""

    @abstractmethod
    def redo(self) -> None:
        """One step forward."""


class ByKeys(Secretary):
    """Nothing but keys."""

    def go_to(self, words: str) -> None:
        """Ctrl+K, words, Enter."""
        self.desk.press(Qt.Key.Key_K, CTRL)
        self.desk.settle()
        self.desk.type(words)
        self.desk.until(self.desk.window.palette_box.hits.chosen)
        self.desk.press(Qt.Key.Key_Return)
        self.rest()

    def tab_to(self, name: str) -> QWidget:
        """Tab until the widget of that name has the focus."""
        for _ in range(150):
            if self.desk.focused().objectName() == name:
                return self.desk.focused()
            self.desk.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def plan_a_day(self) -> None:
        self.desk.press(Qt.Key.Key_D, CTRL | SHIFT)
        self.desk.until(self.page.desk.pattern.isVisible)
        self.after(lambda: self.desk.press(Qt.Key.Key_Return, CTRL))

    def delay(self, title: str) -> None:
        self.go_to(title)
        self.desk.press(Qt.Key.Key_Down)
        self.after(lambda: self.desk.press(Qt.Key.Key_Down))

    def shift_rest(self, title: str) -> None:
        self.go_to(title)
        self.desk.press(Qt.Key.Key_Down, CTRL | SHIFT)
        self.after(lambda: self.desk.press(Qt.Key.Key_Down, CTRL | SHIFT))

    def replace_speaker(self, session: str, talk: str, letters: str) -> None:
        self.go_to(session)
        self.desk.press(Qt.Key.Key_Return)
        self.desk.settle()
        outline = self.tab_to("programmeOutline")
        wanted = f"item:{self.item(talk).id}"
        for _ in self.page.inspector.outline.entries():
            if self.page.inspector.outline.current_key() == wanted:
                break
            self.desk.press(Qt.Key.Key_Down)
        assert self.desk.focused() is outline
        self.desk.press(Qt.Key.Key_Return)
        self.desk.press(Qt.Key.Key_R, CTRL)
        self.desk.until(lambda: self.desk.focused().objectName() == "replaceWho")
        self.desk.type(letters)
        self.desk.press(Qt.Key.Key_Return)
        self.after(lambda: self.desk.press(Qt.Key.Key_Return, CTRL))

    def accept_clash(self, reason: str) -> None:
        self.go_to("Findings")
        self.tab_to("findingReason")
        self.desk.type(reason)
        self.after(lambda: self.desk.press(Qt.Key.Key_Return, CTRL))

    def release(self) -> None:
        self.desk.press(Qt.Key.Key_R, CTRL | SHIFT)
        self.desk.until(lambda: self.desk.focused().objectName() == "releaseName")
        self.rest()
        self.after(lambda: self.desk.press(Qt.Key.Key_Return))

    def save_notice(self, path: Path) -> None:
        self.tab_to("comparePdf")
        self.desk.dialogs.answers.append(path)
        self.desk.press(Qt.Key.Key_Space)
        self.desk.until(path.is_file)

    def undo(self) -> None:
        self.after(lambda: self.desk.press(Qt.Key.Key_Z, CTRL))

    def redo(self) -> None:
        self.after(lambda: self.desk.press(Qt.Key.Key_Z, CTRL | SHIFT))


class ByMouse(Secretary):
    """Clicks and drags; only words are typed."""

    def click(self, name: str) -> None:
        """Click a button of that name that can be seen."""
        found = [b for b in self.desk.window.findChildren(QAbstractButton, name) if b.isVisible()]
        assert found, name
        QTest.mouseClick(found[0], LEFT)

    def show_page(self, key: str) -> None:
        """By its entry in the rail."""
        self.click(f"nav_{key}")
        self.desk.until(lambda: self.desk.window.stack.key() == key)
        self.desk.settle()

    def choose(self, title: str) -> QPoint:
        """Click a block of the board; gives where."""
        self.show_page("programme")
        self.desk.until(lambda: self.page.board.view.item_of(self.session(title).id))
        view, item = self.page.board.view, self.page.board.view.item_of(self.session(title).id)
        assert item is not None
        view.ensureVisible(item)
        point = view.mapFromScene(QPointF(item.block.x + 50, item.block.y + 14))
        QTest.mouseClick(view.viewport(), LEFT, pos=point)
        return point

    def plan_a_day(self) -> None:
        self.click("programmePattern")
        self.desk.until(self.page.desk.pattern.isVisible)
        self.after(lambda: self.click("patternMake"))

    def delay(self, title: str) -> None:
        start = self.choose(title)
        view = self.page.board.view
        end = start + QPoint(0, round(view.plan().scale.hour / 6))
        QTest.mousePress(view.viewport(), LEFT, pos=start)
        QTest.mouseMove(view.viewport(), start + QPoint(0, 6))
        QTest.mouseMove(view.viewport(), end)
        self.after(lambda: QTest.mouseRelease(view.viewport(), LEFT, pos=end))

    def shift_rest(self, title: str) -> None:
        self.choose(title)
        self.click("programmeShift")
        self.after(lambda: self.click("programmeShift"))

    def replace_speaker(self, session: str, talk: str, letters: str) -> None:
        point = self.choose(session)
        QTest.mouseDClick(self.page.board.view.viewport(), LEFT, pos=point)
        self.desk.settle()
        outline = self.page.inspector.outline
        keys = [entry.key for entry in outline.entries()]
        row = outline.visualRect(outline.model().index(keys.index(f"item:{self.item(talk).id}"), 0))
        QTest.mouseClick(outline.viewport(), LEFT, pos=row.center())
        self.desk.settle()
        self.click("appearanceReplace")
        self.desk.settle()
        (who,) = [field for field in self.desk.window.findChildren(QLineEdit, "replaceWho") if field.isVisible()]
        QTest.mouseClick(who, LEFT)
        QTest.keyClicks(who, letters)
        QTest.keyClick(who, Qt.Key.Key_Return)
        self.desk.settle()
        self.after(lambda: self.click("replaceGo"))

    def accept_clash(self, reason: str) -> None:
        self.show_page("overview")
        self.click("overviewFindings")
        self.desk.until(lambda: self.desk.window.stack.key() == "findings")
        self.desk.settle()
        QTest.keyClicks(self.desk.find(QLineEdit, "findingReason"), reason)
        self.after(lambda: self.click("findingAccept"))

    def release(self) -> None:
        self.show_page("history")
        self.click("historyView_versions")
        self.rest()
        self.click("versionsRelease")
        self.rest()
        self.after(lambda: self.click("releaseGo"))

    def save_notice(self, path: Path) -> None:
        self.desk.dialogs.answers.append(path)
        self.click("comparePdf")
        self.desk.until(path.is_file)

    def undo(self) -> None:
        self.after(lambda: self.click("undoButton"))

    def redo(self) -> None:
        self.after(lambda: self.click("redoButton"))


@pytest.mark.parametrize("hands", [ByKeys, ByMouse])
def test_a_week_is_planned_released_changed_undone_and_redone(
    desk: Desk, hands: type[Secretary], tmp_path: Path
) -> None:
    lin = hands(desk)
    before, steps = lin.everything(), lin.steps()

    lin.plan_a_day()
    assert lin.said() == "Planned Sun 24 Oct from a pattern: 8 sessions"
    lin.release()
    assert lin.said() == "Issued the programme as V2"
    lin.replace_speaker("Environment and health", TALK, "huangjianyu")
    assert lin.said() == f"Replaced Dang Minh Duc by Huang Jianyu in “{TALK}”"
    lin.delay("Opening Ceremony")
    assert lin.said() == "Moved “Opening Ceremony” to Sun 24 Oct 09:10"
    lin.shift_rest("Keynote Session")
    assert lin.said() == "Shifted 2 sessions in Qinglan Hall: 5 minutes later"
    lin.accept_clash("She leaves early")
    assert lin.said().endswith(": She leaves early")
    lin.release()
    assert lin.said() == "Issued the programme as V2.1"
    lin.save_notice(tmp_path / "notice.pdf")

    after, made = lin.everything(), lin.steps() - steps
    for _ in range(made):
        lin.undo()
    assert lin.everything() == before
    for _ in range(made):
        lin.redo()
    assert (made, lin.everything()) == (7, after)
    printed = " ".join(page.extract_text() for page in PdfReader(tmp_path / "notice.pdf").pages)
    for words in ("V2 → V2.1", "HUANG Jianyu", "09:10", "10:35"):
        assert words in printed
