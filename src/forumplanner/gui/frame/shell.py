"""The shell: what pages talk to. It holds the open file, threads and dialogs, and tells the window what to show."""

import datetime as dt
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumplanner import settings
from forumplanner.domain.ids import ForumId
from forumplanner.files import PlannerError
from forumplanner.gui import reading
from forumplanner.gui.bridge import Bridge
from forumplanner.gui.dialogs import Dialogs
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.tasks import Tasks
from forumplanner.gui.undo import Undoing
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.forums import ForumCard

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.gui.mail_run import MailRun
    from forumplanner.store import Changed, Store


ReadForums = Callable[["Store"], tuple[ForumCard, ...]]
"""Reads the forums of a file, in a thread."""


class Shell(QObject):
    """Implements `Frame`. `opened`, `closed`: the file; `named`: its forum has another name; `failed`: title, why."""

    opened = Signal()
    closed = Signal()
    named = Signal()
    failed = Signal(str, str)
    waiting = Signal(str)
    went = Signal(str, str)
    said = Signal(str, bool)
    badged = Signal(str, int, str)
    preferred = Signal(str, str)
    changed = Signal(object)

    def __init__(self, dialogs: Dialogs, read_forums: ReadForums, parent: QObject) -> None:
        super().__init__(parent)
        self.dialogs: Dialogs = dialogs
        self.tasks = Tasks(self)
        self.undoing = Undoing(self.tasks, self)
        self.undoing.told.connect(lambda sentence: self.said.emit(sentence, False))
        self.mailing = Mailing(settings.load().mail, self.tasks, self)
        self.cards: tuple[ForumCard, ...] = ()
        self._store: Store | None = None
        self._bridge: Bridge | None = None
        self._forum_id = self._wanted = ""
        self._read_forums = read_forums
        self._one_file = Lock()

    @property
    def store(self) -> "Store":
        """The open file."""
        if self._store is None:
            raise PlannerError(_("No file is open. Open one first."))
        return self._store

    @property
    def forum_id(self) -> ForumId:
        """The forum that is shown."""
        return ForumId(UUID(self._forum_id))

    def is_open(self) -> bool:
        """True while a file is open."""
        return self._store is not None

    @property
    def card(self) -> ForumCard:
        """The forum that is shown, as the switcher names it."""
        return self.shown_card() or ForumCard(id="", languages=())

    def shown_card(self) -> ForumCard | None:
        """The same, None while no forum is shown."""
        return next((card for card in self.cards if card.id == self._forum_id), None)

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say what was done."""
        self.said.emit(sentence, undo)

    def go(self, page: str, target: str = "") -> None:
        """Show a page."""
        self.went.emit(page, target)

    def prefer(self, what: str, value: str) -> None:
        """What this computer's user wants."""
        self.preferred.emit(what, value)

    def badge(self, page: str, number: int, tone: str = "") -> None:
        """The number beside a page in the rail."""
        self.badged.emit(page, number, tone)

    def choose_forum(self, forum_id: str) -> None:
        """Show another forum of the file: at once, or as soon as one that was just made is known."""
        self._wanted = forum_id
        self._show_wanted()

    def close(self) -> None:
        """Let go of the file; everything is saved already, and no page hears of work that still runs."""
        if self._store is not None:
            self.tasks.call_off()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None
        store, self._store = self._store, None
        sending = self.mailing.use(None)
        self.cards, self._forum_id, self._wanted = (), "", ""
        self.undoing.use(None)
        if store is not None:
            self.closed.emit()
            if sending is not None:
                self.toast(_("Sending is paused. When the file is opened next, you are asked whether to go on."))
            self.tasks.start(lambda _p: self._let_go(store, sending), done=lambda _none: None, failed=self.fail)

    def take(self, door: "Callable[[], Store]") -> "tuple[Store, tuple[ForumCard, ...]]":
        """Open a file and read its forums, after the one before has been let go of; called in a thread."""
        with self._one_file:
            store = door()
        try:
            return store, self._read_forums(store)
        except BaseException:
            store.close()
            raise

    def use(self, store: "Store", cards: tuple[ForumCard, ...], *, sample: bool = False) -> None:
        """Show a file that was opened, in place of the one before; `sample`: it is the sample's."""
        self.close()
        self._store, self.cards = store, cards
        self._turn_to(cards[0].id if cards else "")
        self._bridge = Bridge(store, self)
        self._bridge.changed.connect(self._hear)
        self.undoing.use(store)
        self.mailing.use(store, sample=sample)
        self.waiting.emit("")
        self.opened.emit()
        self.mailing.look()

    def fail(self, error: PlannerError) -> None:
        """Say what did not work."""
        self.waiting.emit("")
        self.failed.emit(_("That did not work"), str(error))

    def _let_go(self, store: "Store", sending: "MailRun | None") -> None:
        with self._one_file:
            if sending is not None:
                sending.finish()  # the mail under way is settled before the file is closed
            store.close()

    def _hear(self, changed: "Changed") -> None:
        """Tell the pages; where forums changed, only after it is known which there are."""
        self.undoing.look()
        if any(table in {"forum", "release"} for table, _key in changed.touched):
            store = self.store
            self.tasks.start(
                lambda _p: self._read_forums(store), done=lambda cards: self._sort_out(cards, changed), failed=self.fail
            )
        else:
            self.changed.emit(changed)

    def _show_wanted(self) -> bool:
        """Turn to the forum that was asked for, if it is there and not shown; True where that was done."""
        if self._wanted not in {card.id for card in self.cards}:
            return False
        wanted, self._wanted = self._wanted, ""
        turned = wanted != self._forum_id
        if turned:
            self._turn_to(wanted)
            self.opened.emit()
        return turned

    def _turn_to(self, forum_id: str) -> None:
        """Show that forum; the window names countries as it does, and mail keeps its hours."""
        self._forum_id = forum_id
        reading.name_countries(self.card.country_words())
        self.mailing.zone = self.card.zone

    def _sort_out(self, cards: tuple[ForumCard, ...], changed: "Changed") -> None:
        self.cards = cards
        if self._show_wanted():
            return
        if self.shown_card() is not None:
            self._turn_to(self._forum_id)
            self.named.emit()
            self.changed.emit(changed)
        else:
            self._turn_to(cards[0].id if cards else "")
            self.opened.emit()


def local_now() -> dt.datetime:
    """This computer's clock, with its zone."""
    return dt.datetime.now().astimezone()
