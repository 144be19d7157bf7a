"""The shell: what pages talk to. It holds the open file, threads and dialogs, and tells the window what to show."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumplanner.domain.ids import ForumId
from forumplanner.files import PlannerError
from forumplanner.gui.bridge import Bridge
from forumplanner.gui.dialogs import Dialogs
from forumplanner.gui.frame.kept import Kept, Restored
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.tasks import Progress, Tasks
from forumplanner.gui.undo import Undoing
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.forums import ForumCard

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed, Store
    from forumplanner.store.verify import Problem


@dataclass(frozen=True, slots=True)
class Doors:
    """How files are opened and made; `app` passes the real ones. All run in a thread."""

    open: "Callable[[Path], Store]"
    create: "Callable[[Path, NewForum], Store]"
    sample: "Callable[[], Store]"
    forums: "Callable[[Store], tuple[ForumCard, ...]]"
    backups: Callable[[tuple[Path, ...]], list[Kept]]
    restore: Callable[[Kept], Restored]
    warm: Callable[[], None]
    sample_path: Path


class Shell(QObject):
    """Implements `Frame`. `opened`, `closed`: the file; `failed(title, sentence)`: something did not work."""

    opened = Signal()
    closed = Signal()
    failed = Signal(str, str)
    waiting = Signal(str)
    went = Signal(str, str)
    said = Signal(str, bool)
    badged = Signal(str, int, str)
    changed = Signal(object)
    listed = Signal(object)

    def __init__(self, doors: Doors, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self.doors = doors
        self.dialogs: Dialogs = dialogs
        self.tasks = Tasks(self)
        self.undoing = Undoing(self.tasks, self)
        self.undoing.told.connect(lambda sentence: self.said.emit(sentence, False))
        self.cards: tuple[ForumCard, ...] = ()
        self._store: Store | None = None
        self._bridge: Bridge | None = None
        self._forum_id = ""
        self._next_table: Path | None = None

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

    def badge(self, page: str, number: int, tone: str = "") -> None:
        """The number beside a page in the rail."""
        self.badged.emit(page, number, tone)

    def open_path(self, path: Path) -> None:
        """Open a planner file; one that is open already stays as it is."""
        if not self._is_at(path):
            self._open(lambda: self.doors.open(path), _("Opening “{name}”…", name=path.name))

    def open_sample(self) -> None:
        """Open the sample forum, made anew where there is none."""
        if not self._is_at(self.doors.sample_path):
            self._open(self.doors.sample, _("Making the sample forum…"))

    def create(self, path: Path, forum: NewForum) -> None:
        """Make a planner file with one forum and open it; then its table is imported, if it has one."""
        self._next_table = forum.table
        self._open(lambda: self.doors.create(path, forum), _("Making “{name}”…", name=path.name))

    def is_sample(self, path: Path) -> bool:
        """True for the file of the sample forum."""
        return path == self.doors.sample_path

    def list_backups(self, recent: tuple[Path, ...]) -> None:
        """Look for the backups of these files; `listed` tells them."""
        self.tasks.start(lambda _p: self.doors.backups(recent), done=self.listed.emit, failed=self._fail)

    def restore(self, kept: Kept) -> None:
        """Put a backup in its file's place and open that."""

        def done(restored: Restored) -> None:
            self.open_path(restored.path)
            if restored.former is not None:
                self.toast(_("The former file is kept as “{name}”.", name=restored.former.name))

        self.tasks.start(lambda _p: self.doors.restore(kept), done=done, failed=self._fail)

    def check(self) -> None:
        """Look through the whole file and say what is wrong with it."""
        store = self.store

        def done(problems: "list[Problem]") -> None:
            if problems:
                self.failed.emit(_("The file is damaged"), str(problems[0]))
            else:
                self.toast(_("This file is sound: every page, every reference and the whole history were checked."))

        self.tasks.start(lambda _p: store.verify(), done=done, failed=self._fail)

    def choose_forum(self, forum_id: str) -> None:
        """Show another forum of the file."""
        if forum_id != self._forum_id:
            self._forum_id = forum_id
            self.opened.emit()

    def read_forums(self) -> None:
        """Read the forums again: one was made or renamed."""
        store = self.store
        self.tasks.start(lambda _p: self.doors.forums(store), done=self._take_forums, failed=self._fail)

    def close(self) -> None:
        """Let go of the file; everything is saved already, and no page hears of work that still runs."""
        if self._store is not None:
            self.tasks.call_off()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None
        store, self._store = self._store, None
        self.cards, self._forum_id = (), ""
        self.undoing.use(None)
        if store is not None:
            self.closed.emit()
            self.tasks.start(lambda _p: store.close(), done=lambda _none: None, failed=self._fail)

    def _open(self, door: "Callable[[], Store]", words: str) -> None:
        self.waiting.emit(words)

        def work(_progress: Progress) -> "tuple[Store, tuple[ForumCard, ...]]":
            store = door()
            return store, self.doors.forums(store)

        self.tasks.start(work, done=lambda pair: self._take(*pair), failed=self._fail)

    def _is_at(self, path: Path) -> bool:
        return self._store is not None and self._store.path.absolute() == path.absolute()

    def _take(self, store: "Store", cards: tuple[ForumCard, ...]) -> None:
        self.close()
        self._store, self.cards = store, cards
        self._forum_id = cards[0].id if cards else ""
        self._bridge = Bridge(store, self)
        self._bridge.changed.connect(self._hear)
        self.undoing.use(store)
        self.waiting.emit("")
        self.opened.emit()
        table, self._next_table = self._next_table, None
        if table is not None:
            self.go("importing", str(table))

    def _take_forums(self, cards: tuple[ForumCard, ...]) -> None:
        self.cards = cards
        if not any(card.id == self._forum_id for card in cards):
            self._forum_id = cards[0].id if cards else ""
        self.opened.emit()

    def _hear(self, changed: "Changed") -> None:
        self.undoing.look()
        if any(table in {"forum", "release"} for table, _key in changed.touched):
            self.read_forums()
        self.changed.emit(changed)

    def _fail(self, error: PlannerError) -> None:
        self.waiting.emit("")
        self.failed.emit(_("That did not work"), str(error))


def local_now() -> dt.datetime:
    """This computer's clock, with its zone."""
    return dt.datetime.now().astimezone()
