"""Page and Frame: what a page is to the window, and what a page may ask of the window around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forumplanner.domain.ids import ForumId
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.snapshots.forums import ForumCard

if TYPE_CHECKING:  # these rooms load the database's library, which the first paint does not wait for
    from forumplanner.gui.dialogs import Dialogs
    from forumplanner.gui.mailing import Mailing
    from forumplanner.gui.tasks import Tasks
    from forumplanner.store import Changed, Store


class Frame(Protocol):
    """What the window gives to its pages. Tests pass a small stand-in."""

    @property
    def store(self) -> "Store":
        """The open planner file."""

    @property
    def forum_id(self) -> ForumId:
        """The forum that the window shows."""

    @property
    def card(self) -> ForumCard:
        """Name, dates, languages and zone of that forum."""

    @property
    def tasks(self) -> "Tasks":
        """Work in other threads."""

    @property
    def dialogs(self) -> "Dialogs":
        """The system's dialogs, as a service that tests replace."""

    @property
    def mailing(self) -> "Mailing":
        """The outbox on its way out, and the account it goes through."""

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say what was done; `undo` offers to take the newest step back."""

    def go(self, page: str, target: str = "") -> None:
        """Show a page by its key ("people"; "welcome" closes the file) with `target`, an id or code, selected."""

    def choose_forum(self, forum_id: str) -> None:
        """Show another forum of the file: at once, or as soon as one that was just made is known."""

    def prefer(self, what: str, value: str) -> None:
        """What this computer's user wants.

        "language" (a tag), "scheme" ("light", "dark"), "name" in the history, "programme" ("board", "list").
        """

    def badge(self, page: str, number: int, tone: str = "") -> None:
        """The number beside a page in the rail: danger (must fix), warn (should fix) or "" (news)."""


class Page(Attentive, QWidget):
    """A page of the window. A subclass fills `column` (head, tools, content) in its constructor.

    The window calls `refresh` when the page becomes visible and is stale, and when it is visible and `touches` says
    that a change concerns it. `status` tells the window that `facts()` has other words.
    """

    status = Signal()

    def __init__(self, frame: Frame, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("place", "page")
        self.frame = frame
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def refresh(self, changed: "Changed | None") -> None:
        """Read the snapshot again; None at first and when the language changed. Keep the selection by id."""

    def touches(self, changed: "Changed") -> bool:  # noqa: ARG002 - a page that knows better overrides this
        """Whether what changed concerns what this page shows."""
        return True

    def leave(self) -> None:
        """The file is being closed: start nothing more."""

    def facts(self) -> str:
        """The page's facts for the status bar ("1,024 people · 846 on site")."""
        return ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return None

    def first_focus(self) -> QWidget | None:
        """What takes the focus when the page is shown; None for the page itself."""
        return None

    def show_target(self, target: str) -> None:
        """Select what `Frame.go` was asked for."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page before it is built: its key, its number (Ctrl+1..9; 0 for none), icon, title, and how it is made.

    `within`: the page that the rail shows as on, for a page that is not in the rail itself. `in_rail`: stands there
    without a number.
    """

    key: str
    number: int
    icon: str
    title: Callable[[], str]
    make: Callable[[Frame], Page]
    within: str = ""
    in_rail: bool = False

    @property
    def stands_in_rail(self) -> bool:
        """Whether the rail has a row for it: pages with a number do, and those that ask for one."""
        return self.in_rail or self.number > 0
