"""The furniture: makes top bar, rail, pages and status bar, puts them into the window and lets them hear each other."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.dialogs import Dialogs, SystemDialogs
from forumplanner.gui.frame.band import Band
from forumplanner.gui.frame.commands import Commands, MenuBar
from forumplanner.gui.frame.files import FileDesk
from forumplanner.gui.frame.gotobox import GoToBox
from forumplanner.gui.frame.mail_strip import MailStrip
from forumplanner.gui.frame.menu import commands_of
from forumplanner.gui.frame.opening import Doors, Opening
from forumplanner.gui.frame.rail import Rail
from forumplanner.gui.frame.shell import Shell
from forumplanner.gui.frame.showing import Showing
from forumplanner.gui.frame.stack import PageStack
from forumplanner.gui.frame.statusbar import StatusBar
from forumplanner.gui.frame.topbar import TopBar
from forumplanner.gui.pages.registry import page_specs
from forumplanner.gui.pages.welcome import WelcomePage
from forumplanner.gui.widgets.toast import Toast

if TYPE_CHECKING:  # the window itself calls this
    from forumplanner.gui.window import PlannerWindow


def furnish(window: "PlannerWindow", doors: Doors, dialogs: Dialogs | None) -> None:
    """Make the parts, lay them out, connect them, and show the welcome page in one go: nothing half made is painted."""
    _make(window, doors, dialogs)
    whole = _laid_out(window)
    window.toast = Toast(window)
    window.showing = Showing(window)
    _connect(window)
    window.showing.closed()
    window.setCentralWidget(whole)
    whole.show()


def _make(window: "PlannerWindow", doors: Doors, dialogs: Dialogs | None) -> None:
    window.shell = Shell(dialogs or SystemDialogs(window), doors.forums, window)
    window.opening = Opening(doors, window.shell)
    window.files = FileDesk(window)
    specs = page_specs()
    window.stack = PageStack(specs)
    window.welcome = WelcomePage()
    window.stack.set_first(window.welcome)
    in_rail = [spec for spec in specs if spec.stands_in_rail]
    window.rail = Rail(in_rail, [spec for spec in specs if spec.key == "settings"])
    window.commands = Commands(commands_of(window, specs), window)
    window.goto_box = GoToBox()
    window.top = TopBar(MenuBar(window.commands), window.goto_box)
    window.status = StatusBar()
    window.band = Band()
    window.mail_strip = MailStrip(window.shell.mailing)


def _laid_out(window: "PlannerWindow") -> QWidget:
    whole = QWidget(window)
    whole.setObjectName("frame")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(window.rail)
    pages = QVBoxLayout()
    pages.setSpacing(0)
    pages.addWidget(window.band)
    pages.addWidget(window.stack, 1)
    middle.addLayout(pages, 1)
    column.addWidget(window.top)
    column.addLayout(middle, 1)
    column.addWidget(window.mail_strip)
    column.addWidget(window.status)
    return whole


def _connect(window: "PlannerWindow") -> None:
    shell, top, showing = window.shell, window.top, window.showing
    shell.opened.connect(showing.opened)
    shell.closed.connect(showing.closed)
    shell.named.connect(showing.file)
    shell.failed.connect(showing.failure)
    shell.waiting.connect(window.welcome.show_waiting)
    shell.went.connect(window.go)
    shell.said.connect(window.say)
    shell.badged.connect(window.rail.badge)
    shell.changed.connect(showing.change)
    shell.preferred.connect(showing.prefer)
    shell.undoing.offered.connect(showing.steps)
    shell.mailing.kept.connect(showing.mail)
    shell.mailing.answered.connect(window.stack.read_again)  # no step of the history tells of them
    window.mail_strip.went.connect(window.go)
    top.undo.connect(shell.undoing.undo)
    top.redo.connect(shell.undoing.redo)
    top.language.connect(window.set_language)
    top.scheme.connect(window.other_scheme)
    window.rail.went.connect(window.go)
    window.rail.forum_picked.connect(shell.choose_forum)
    window.stack.shown.connect(window.rail.light)
    window.stack.facts.connect(window.status.facts.set_text)
    window.goto_box.clicked.connect(window.call_palette)
    window.files.connect_welcome(window.welcome)
