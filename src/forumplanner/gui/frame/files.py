"""Opening, making, importing, restoring and closing files, from menus, the welcome page and dropped files."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from forumplanner import files, i18n
from forumplanner.gui import texting
from forumplanner.gui.blank import save_blank
from forumplanner.gui.dialogs import PLANNER_FILES
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.frame.shell import local_now
from forumplanner.i18n import gettext as _
from forumplanner.settings import Recent

if TYPE_CHECKING:  # the window itself holds one of these
    from forumplanner.gui.pages.welcome import WelcomePage
    from forumplanner.gui.window import PlannerWindow

SUFFIX = ".forumplanner"
TABLES = (".xlsx", ".xlsm", ".csv", ".tsv")

_ANSWERS = frozenset({".eml", ".ics"})
"""Mails and calendar files: they may answer an invitation of the forum that is shown."""


class FileDesk(QObject):
    """The window's dealings with files."""

    def __init__(self, window: "PlannerWindow") -> None:
        super().__init__(window)
        self._window = window

    def connect_welcome(self, welcome: "WelcomePage") -> None:
        """Listen to the welcome page."""
        welcome.wanted.connect(self._do)
        welcome.chosen.connect(lambda path: self.open_path(Path(path)))
        welcome.forgotten.connect(self._find_lost)
        welcome.made.connect(self._make)
        welcome.restored.connect(self._window.opening.restore)
        self._window.opening.listed.connect(welcome.show_backups)

    def open(self) -> None:
        """Ask for a planner file and open it."""
        chosen = self._window.shell.dialogs.open_file(
            _("Open a planner file"), filters=_planner_filter(), folder=self._folder()
        )
        if chosen is not None:
            self.open_path(chosen)

    def open_path(self, path: Path) -> None:
        """Open a planner file."""
        self._note_folder(path)
        self._window.opening.open_path(path)

    def new(self) -> None:
        """Show the card of a new forum on the welcome page."""
        self.close()
        self._window.welcome.show_setup()

    def ask_import(self) -> None:
        """Ask for a table and show what it would do."""
        chosen = self._window.shell.dialogs.open_file(
            _("Import a table"), filters=_("Tables ({patterns})", patterns="*.xlsx"), folder=self._folder()
        )
        if chosen is not None:
            self.take(chosen)

    def restore(self) -> None:
        """Show the backups of recent files on the welcome page."""
        self.close()
        self._window.opening.list_backups(tuple(Path(one.path) for one in self._window.settings.files.recent))

    def take(self, path: Path) -> None:
        """A file came in (dropped, or from a dialog): open it, or show what it would do.

        A table never goes into the sample: without a file of one's own, a new one is made for it.
        """
        self._note_folder(path)
        kind = path.suffix.casefold()
        shell = self._window.shell
        if kind == SUFFIX:
            self.open_path(path)
        elif kind in _ANSWERS and shell.shown_card() is not None:
            self._window.go("invitations", str(path))
        elif kind not in TABLES:
            sentence = _("“{name}” is neither a planner file nor an Excel table. Nothing was changed.", name=path.name)
            shell.failed.emit(_("That file can't be read"), sentence)
        elif shell.is_open() and not self._window.opening.is_sample(shell.store.path):
            self._window.go("importing", str(path))
        else:
            self._make(NewForum(table=path))

    def close(self) -> None:
        """Close the file and show the welcome page."""
        if self._window.shell.is_open():
            self.remember()
            self._window.shell.close()

    def remember(self) -> None:
        """Put the open file at the head of the recent ones."""
        window = self._window
        card = window.shell.shown_card()
        path = window.shell.store.path
        if card is None or window.opening.is_sample(path):
            return
        dates = texting.span(card.starts_on, card.ends_on)
        recent = Recent(str(path), card.name(i18n.interface_language()), dates, local_now().isoformat("T", "minutes"))
        place = replace(window.settings.place, page=window.stack.key() or window.settings.place.page)
        window.keep_settings(replace(window.settings.with_recent(recent), place=place))

    def _do(self, what: str) -> None:
        acts = {
            "sample": self._window.opening.open_sample,
            "open": self.open,
            "new": self.new,
            "table": self.ask_import,
            "blank": lambda: save_blank(self._window.shell),
            "restore": self.restore,
        }
        acts[what]()

    def _make(self, forum: NewForum) -> None:
        """Ask where to put the file of a new forum, and make it."""
        suggested = self._folder() / files.safe_name(forum.name(), suffix=SUFFIX)
        chosen = self._window.shell.dialogs.save_file(
            _("Where to keep the forum"), suggested=suggested, filters=_planner_filter()
        )
        if chosen is not None:
            path = chosen if chosen.suffix.casefold() == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
            self._note_folder(path)
            self._window.opening.create(path, forum)

    def _find_lost(self, path: str) -> None:
        """A recent file is gone: ask where it is now."""
        chosen = self._window.shell.dialogs.open_file(
            _("Where is “{name}” now?", name=Path(path).name), filters=_planner_filter(), folder=self._folder()
        )
        if chosen is not None:
            self._window.keep_settings(self._window.settings.without_recent(path))
            self.open_path(chosen)

    def _folder(self) -> Path:
        known = self._window.settings.files.folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(known) if known and Path(known).is_dir() else Path(documents or Path.home())

    def _note_folder(self, path: Path) -> None:
        kept = replace(self._window.settings.files, folder=str(path.parent))
        self._window.keep_settings(replace(self._window.settings, files=kept))


def _planner_filter() -> str:
    return _("Forum Planner files ({patterns})", patterns=PLANNER_FILES)
