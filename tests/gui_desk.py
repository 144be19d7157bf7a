"""A window under test, with answers for its dialogs and patience for its threads."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forumplanner import sample
from forumplanner.gui.dialogs import AnsweredDialogs
from forumplanner.gui.window import PlannerWindow
from forumplanner.store import Store

PATIENCE_MS = 20_000
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Desk:
    """A window with its answers, and patience for its threads."""

    window: PlannerWindow
    dialogs: AnsweredDialogs
    bot: QtBot

    def until(self, ready: Callable[[], object]) -> None:
        """Let the window work until `ready()` is true."""
        self.bot.waitUntil(lambda: bool(ready()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until no thread works and what came of it is laid out."""
        for _ in range(3):
            self.window.shell.tasks.wait()
            self.bot.wait(30)

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that object name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def type(self, text: str) -> None:
        """Type into whatever has the focus; what no key stands for comes from an input method."""
        if text.isascii():
            QTest.keyClicks(self.focused(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focused(), event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key, modifiers)

    def focused(self) -> QWidget:
        """What has the focus; the window itself before anything has."""
        focused = QApplication.focusWidget()
        return self.window if focused is None else focused

    def open_sample(self, page: str = "documents") -> None:
        """The sample forum, on one page."""
        kept = replace(self.window.settings, place=replace(self.window.settings.place, page=page))
        self.window.settings = kept
        path = self.window.opening.doors.sample_path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_sample_file(kept.user.name))
        self.window.opening.open_sample()
        self.until(lambda: self.window.stack.key() == page)
        if page == "documents":
            self.until(lambda: self.focused().objectName() == "printPaper")


@cache
def _sample_file(actor: str) -> bytes:
    """The planner file with the sample, made once for all tests of a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.forumplanner"
        with Store.create(path, actor=actor) as store:
            sample.write(store)
            sample.tell(store)
        return path.read_bytes()
