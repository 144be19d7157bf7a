"""The window: puts top bar, rail, pages and status bar together and lets them hear each other."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from forumplanner import i18n, settings
from forumplanner.gui import theme
from forumplanner.gui.dialogs import Dialogs, SystemDialogs
from forumplanner.gui.frame import look
from forumplanner.gui.frame.band import Band
from forumplanner.gui.frame.commands import Commands, MenuBar
from forumplanner.gui.frame.files import FileDesk
from forumplanner.gui.frame.gotobox import GoToBox
from forumplanner.gui.frame.menu import commands_of
from forumplanner.gui.frame.opening import Doors, Opening
from forumplanner.gui.frame.rail import Rail
from forumplanner.gui.frame.shell import Shell, local_now
from forumplanner.gui.frame.showing import Showing
from forumplanner.gui.frame.stack import PageStack
from forumplanner.gui.frame.statusbar import StatusBar
from forumplanner.gui.frame.topbar import TopBar
from forumplanner.gui.pages.registry import page_specs
from forumplanner.gui.pages.welcome import WelcomePage
from forumplanner.gui.widgets.toast import Toast
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # what the first paint does not wait for
    from forumplanner.gui.frame.goto import Palette

FOLD_BELOW = 1410
"""Width of the window in pixels under which the rail folds."""
LEAST = (1024, 640)


class PlannerWindow(QMainWindow):
    """`painted`: once, when the first frame is on the screen; slow things start then."""

    painted = Signal()

    def __init__(self, doors: Doors, chosen: settings.Settings, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(_("Forum Planner"))
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.settings = chosen
        self.shell = Shell(dialogs or SystemDialogs(self), doors.forums, self)
        self.opening = Opening(doors, self.shell)
        self.files = FileDesk(self)
        specs = page_specs()
        self.stack = PageStack(specs)
        self.welcome = WelcomePage()
        self.stack.set_first(self.welcome)
        self.rail = Rail([spec for spec in specs if spec.number])
        self.commands = Commands(commands_of(self, specs), self)
        self.goto_box = GoToBox()
        self.top = TopBar(MenuBar(self.commands), self.goto_box)
        self.status = StatusBar()
        self.band = Band()
        self._lay_out()
        self._toast = Toast(self)
        self.showing = Showing(self)
        self._connect()
        self._was_painted = False
        self.showing.closed()
        self.resize(chosen.place.width, chosen.place.height)

    def set_language(self, tag: str) -> None:
        """Speak another language, at once and from now on."""
        look.speak(tag)
        self._keep(replace(self.settings, look=replace(self.settings.look, language=i18n.interface_language())))
        self.top.show_choices(language=i18n.interface_language(), scheme=theme.current())
        self.stack.read_again()
        self.shell.undoing.look()

    def other_language(self) -> None:
        """Chinese after English and the other way round."""
        self.set_language("en" if i18n.interface_language() == "zh-Hans" else "zh-Hans")

    def other_scheme(self) -> None:
        """Dark after light and the other way round."""
        name: theme.SchemeName = "light" if theme.current() == "dark" else "dark"
        look.wear(name)
        self._keep(replace(self.settings, look=replace(self.settings.look, scheme=name)))
        self.top.show_choices(language=i18n.interface_language(), scheme=name)

    def go(self, key: str, target: str = "") -> None:
        """Show a page of the open file; "welcome" closes it."""
        if self.shell.shown_card() is not None or (self.shell.is_open() and key == "importing"):
            self.stack.show_page(key, self.shell, target)
        elif key == "welcome":
            self.files.close()

    @cached_property
    def palette_box(self) -> "Palette":
        """The go-to box, made when it is first called."""
        from forumplanner.gui.frame.goto import Palette  # noqa: PLC0415 - nothing of it is in the first paint

        return Palette(self)

    def call_palette(self) -> None:
        """Ctrl+K."""
        self.palette_box.call()

    def keep_settings(self, changed: settings.Settings) -> None:
        """Other settings from now on."""
        self._keep(changed)
        self.welcome.show_recent(changed.files.recent, local_now())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail in narrow windows."""
        super().resizeEvent(event)
        folded = self.width() < FOLD_BELOW
        if folded != self.rail.is_folded():
            self.rail.fold(folded=folded)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first frame."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the window's own words again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.showing.file()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.welcome.show_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Not here after all."""
        super().dragLeaveEvent(event)
        self.welcome.show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open or import the first file."""
        self.welcome.show_over(over=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.take(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Everything is saved; remember where the user was."""
        place = replace(self.settings.place, maximized=self.isMaximized())
        if not self.isMaximized():
            place = replace(place, width=self.width(), height=self.height())
        self._keep(replace(self.settings, place=place))
        self.files.close()
        self.shell.tasks.wait()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setObjectName("frame")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.band)
        pages.addWidget(self.stack, 1)
        middle.addLayout(pages, 1)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        shell, top = self.shell, self.top
        shell.opened.connect(self.showing.opened)
        shell.closed.connect(self.showing.closed)
        shell.named.connect(self.showing.file)
        shell.failed.connect(self.showing.failure)
        shell.waiting.connect(self.welcome.show_waiting)
        shell.went.connect(self.go)
        shell.said.connect(self.say)
        shell.badged.connect(self.rail.badge)
        shell.changed.connect(self.showing.change)
        shell.undoing.offered.connect(self.showing.steps)
        top.undo.connect(shell.undoing.undo)
        top.redo.connect(shell.undoing.redo)
        top.language.connect(self.set_language)
        top.scheme.connect(self.other_scheme)
        self.rail.went.connect(self.go)
        self.rail.forum_picked.connect(shell.choose_forum)
        self.stack.shown.connect(self.rail.light)
        self.stack.facts.connect(self.status.facts.set_text)
        self.goto_box.clicked.connect(self.call_palette)
        self.files.connect_welcome(self.welcome)

    def say(self, sentence: str, undo: bool = False) -> None:
        """A toast; `undo` offers to take the newest step back."""
        self._toast.say(sentence, undo=(lambda: self.shell.undoing.turn(back=True)) if undo else None)

    def toast_sentence(self) -> str:
        """What the toast says now, "" for nothing."""
        return self._toast.sentence()

    def _keep(self, changed: settings.Settings) -> None:
        self.settings = changed
        settings.save(changed)
