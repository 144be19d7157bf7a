"""What the bar, the rail, the status bar and the pages show when the shell tells of something."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from forumplanner import i18n
from forumplanner.gui import theme
from forumplanner.gui.frame.issue_state import IssueState
from forumplanner.gui.frame.shell import local_now
from forumplanner.gui.undo import step_words
from forumplanner.i18n import gettext as _
from forumplanner.settings import Mail

if TYPE_CHECKING:  # the window itself holds one of these
    from forumplanner.gui.window import PlannerWindow
    from forumplanner.store import Changed, Step, Store

FIRST = "overview"
"""The page shown where none is remembered."""


class Showing(QObject):
    """Each method answers one signal of the shell."""

    def __init__(self, window: "PlannerWindow") -> None:
        super().__init__(window)
        self._window = window
        self._issue = IssueState(window)

    def opened(self) -> None:
        """A file, or another forum of it, is open."""
        window = self._window
        self.file()
        window.top.show_saved(local_now())
        if window.shell.shown_card() is None:
            window.stack.leave()
            return
        key = window.stack.key() or window.settings.place.page
        window.files.remember()
        window.go(key if window.stack.is_in_rail(key) else FIRST)
        window.stack.read_again()

    def closed(self) -> None:
        """No file is open."""
        window = self._window
        window.stack.leave()
        window.rail.clear_badges()
        self.file()
        window.top.show_saved(None)
        window.top.show_steps("", "")
        window.top.show_choices(language=i18n.interface_language(), scheme=theme.current())
        self.recent()

    def recent(self) -> None:
        """The files opened last, on the welcome page."""
        self._window.welcome.show_recent(self._window.settings.files.recent, local_now())

    def file(self) -> None:
        """Names of forum and file, in the interface's language."""
        window, shell = self._window, self._window.shell
        card, is_open = shell.shown_card(), shell.is_open()
        if is_open and window.opening.is_sample(shell.store.path):
            window.band.show_sample()
        else:
            window.band.show_warning(_to_know(shell.store) if is_open else "")
        window.status.show_file(card, shell.store.path.name if is_open else "")
        self._issue.ask()
        window.rail.setVisible(card is not None)
        window.rail.forum.show_forums(shell.cards, card.id if card else "")
        window.commands.set_open(is_open=card is not None)
        title = card.name(i18n.interface_language()) if card else ""
        window.setWindowTitle(f"{title} - {_('Forum Planner')}" if title else _("Forum Planner"))

    def change(self, changed: "Changed") -> None:
        """A step is on the disk."""
        self._window.top.show_saved(local_now())
        self._window.stack.hear(changed)
        self._issue.hear(changed)

    def prefer(self, what: str, value: str) -> None:
        """Another language or scheme, at once; another name, from the next opening of a file: undo goes by names."""
        window = self._window
        if what == "language":
            window.set_language(value)
        elif what == "scheme" and value != theme.current():
            window.other_scheme()
        elif what == "name":
            window.keep_settings(replace(window.settings, user=replace(window.settings.user, name=value)))
        elif what == "programme":
            shape: Literal["board", "list"] = "list" if value == "list" else "board"
            window.keep_settings(replace(window.settings, place=replace(window.settings.place, programme=shape)))

    def mail(self, mail: Mail) -> None:
        """Another account that mail goes through, from now on."""
        self._window.keep_settings(replace(self._window.settings, mail=mail))

    def steps(self, undo: "Step | None", redo: "Step | None") -> None:
        """What could be taken back or done again."""
        self._window.top.show_steps(step_words(undo) if undo else "", step_words(redo) if redo else "")

    def failure(self, title: str, sentence: str) -> None:
        """Something did not work: a card while no file is open, else a toast."""
        if self._window.shell.is_open():
            self._window.say(sentence)
        else:
            self._window.welcome.show_failure(title, sentence)


def _to_know(store: "Store") -> str:
    """What the store says of the file it opened."""
    known = (store.opened_older, store.doubted, store.backup_failed)
    return " ".join(filter(None, (str(said) for said in known if said is not None)))
