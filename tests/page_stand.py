"""A frame for one page under test: a real file, real threads, and a note of what the page asked of the window."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forumplanner import settings
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId
from forumplanner.gui.bridge import Bridge
from forumplanner.gui.dialogs import AnsweredDialogs
from forumplanner.gui.frame import look
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.page import Page
from forumplanner.gui.tasks import Tasks
from forumplanner.queries import forums
from forumplanner.snapshots.forums import ForumCard
from forumplanner.store import Changed, Store

W = TypeVar("W", bound=QWidget)


class Stand:
    """Implements `gui.page.Frame`; `show` puts a page on the screen and lets it hear the store."""

    def __init__(self, store: Store, forum_id: ForumId, bot: QtBot) -> None:
        self.store, self.forum_id, self.bot = store, forum_id, bot
        self.tasks = Tasks()
        self.dialogs = AnsweredDialogs()
        self.mailing = Mailing(settings.Mail(), self.tasks)
        self.mailing.use(store)
        self.said: list[str] = []
        self.went: list[tuple[str, str]] = []
        self.badges: dict[str, tuple[int, str]] = {}

    @property
    def card(self) -> ForumCard:
        with self.store.read() as db:
            return next(card for card in forums.load(db) if card.id == str(self.forum_id))

    def toast(self, sentence: str, *, undo: bool = False) -> None:  # noqa: ARG002 - the protocol's signature
        self.said.append(sentence)

    def go(self, page: str, target: str = "") -> None:
        self.went.append((page, target))

    def choose_forum(self, forum_id: str) -> None:
        self.forum_id = ForumId(UUID(forum_id))

    def badge(self, page: str, number: int, tone: str = "") -> None:
        self.badges[page] = (number, tone)

    def prefer(self, what: str, value: str) -> None:
        self.said.append(f"{what}: {value}")

    def show(self, page: Page, *, width: int = 1440, height: int = 900) -> None:
        self.bot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.refresh(None)
        bridge = Bridge(self.store, page)
        bridge.changed.connect(lambda changed: self._hear(page, changed))
        self.settle()

    def _hear(self, page: Page, changed: Changed) -> None:
        if page.touches(changed):
            page.refresh(changed)

    def settle(self) -> None:
        """Let threads and events come to rest."""
        for _ in range(4):
            self.tasks.wait()
            QApplication.processEvents()
            # Without a running event loop nobody else deletes what asked for it, and old pages pile up.
            QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))

    def speak(self, page: Page, tag: str) -> None:
        """Switch the interface's language as the window does."""
        look.speak(tag)
        page.refresh(None)
        self.settle()

    def last_step(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)

    def steps(self) -> int:
        return len(self.store.history(None))


def find(page: QWidget, kind: type[W], name: str) -> W:
    """The widget of that object name."""
    found = page.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)
