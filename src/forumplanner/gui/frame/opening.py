"""Opening, making, restoring and checking planner files in a thread, through the doors that `app` gives."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.frame.kept import Kept, Restored
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.frame.shell import ReadForums, Shell
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.forums import ForumCard

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Store
    from forumplanner.store.verify import Problem


@dataclass(frozen=True, slots=True)
class Doors:
    """How files are opened and made; `app` passes the real ones. All run in a thread."""

    open: "Callable[[Path], Store]"
    create: "Callable[[Path, NewForum], Store]"
    sample: "Callable[[], Store]"
    forums: ReadForums
    backups: Callable[[tuple[Path, ...]], list[Kept]]
    restore: Callable[[Kept], Restored]
    warm: Callable[[], None]
    sample_path: Path


class Opening(QObject):
    """What comes out goes to the shell. `listed`: the backups that were asked for."""

    listed = Signal(object)

    def __init__(self, doors: Doors, shell: Shell) -> None:
        super().__init__(shell)
        self.doors = doors
        self._shell = shell

    def open_path(self, path: Path) -> None:
        """Open a planner file; one that is open already stays as it is."""
        if not self._is_open(path):
            self._open(lambda: self.doors.open(path), _("Opening “{name}”…", name=path.name))

    def open_sample(self) -> None:
        """Open the sample forum, made anew where there is none."""
        if not self._is_open(self.doors.sample_path):
            self._open(self.doors.sample, _("Making the sample forum…"))

    def create(self, path: Path, forum: NewForum) -> None:
        """Make a planner file with one forum and open it; then its table is imported, if it has one."""
        self._open(lambda: self.doors.create(path, forum), _("Making “{name}”…", name=path.name), forum.table)

    def is_sample(self, path: Path) -> bool:
        """True for the file of the sample forum."""
        return path == self.doors.sample_path

    def list_backups(self, recent: tuple[Path, ...]) -> None:
        """Look for the backups of these files."""
        shell = self._shell
        shell.tasks.start(lambda _p: self.doors.backups(recent), done=self.listed.emit, failed=shell.fail)

    def restore(self, kept: Kept) -> None:
        """Put a backup in its file's place and open that."""
        shell = self._shell

        def done(restored: Restored) -> None:
            self.open_path(restored.path)
            if restored.former is not None:
                shell.toast(_("The former file is kept as “{name}”.", name=restored.former.name))

        shell.tasks.start(lambda _p: self.doors.restore(kept), done=done, failed=shell.fail)

    def check(self) -> None:
        """Look through the whole file and say what is wrong with it."""
        shell, store = self._shell, self._shell.store

        def done(problems: "list[Problem]") -> None:
            if problems:
                shell.failed.emit(_("The file is damaged"), str(problems[0]))
            else:
                shell.toast(_("This file is sound: every page, every reference and the whole history were checked."))

        shell.tasks.start(lambda _p: store.verify(), done=done, failed=shell.fail)

    def _open(self, door: "Callable[[], Store]", words: str, table: Path | None = None) -> None:
        shell = self._shell
        shell.waiting.emit(words)

        def done(taken: "tuple[Store, tuple[ForumCard, ...]]") -> None:
            store, cards = taken
            shell.use(store, cards, sample=self.is_sample(store.path))
            if table is not None:
                shell.go("importing", str(table))

        shell.tasks.start(lambda _p: shell.take(door), done=done, failed=shell.fail)

    def _is_open(self, path: Path) -> bool:
        return self._shell.is_open() and self._shell.store.path.absolute() == path.absolute()
