"""The window: shows its outline at once, is furnished after the first paint, answers the menus and Qt's events."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from forumplanner import i18n, settings
from forumplanner.gui import theme
from forumplanner.gui.frame import outline
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # what stands in the window: the first paint does not wait for it
    from forumplanner.gui.dialogs import Dialogs
    from forumplanner.gui.frame.band import Band
    from forumplanner.gui.frame.commands import Commands
    from forumplanner.gui.frame.files import FileDesk
    from forumplanner.gui.frame.goto import Palette
    from forumplanner.gui.frame.gotobox import GoToBox
    from forumplanner.gui.frame.mail_strip import MailStrip
    from forumplanner.gui.frame.opening import Doors, Opening
    from forumplanner.gui.frame.rail import Rail
    from forumplanner.gui.frame.shell import Shell
    from forumplanner.gui.frame.showing import Showing
    from forumplanner.gui.frame.stack import PageStack
    from forumplanner.gui.frame.statusbar import StatusBar
    from forumplanner.gui.frame.topbar import TopBar
    from forumplanner.gui.pages.welcome import WelcomePage
    from forumplanner.gui.widgets.toast import Toast

LEAST = (1024, 640)


class PlannerWindow(QMainWindow):
    """`painted`: once, when the first frame is on the screen; slow things start then.

    All that stands in the window is there after `furnish`.
    """

    painted = Signal()

    shell: "Shell"
    opening: "Opening"
    files: "FileDesk"
    stack: "PageStack"
    welcome: "WelcomePage"
    rail: "Rail"
    commands: "Commands"
    goto_box: "GoToBox"
    top: "TopBar"
    status: "StatusBar"
    band: "Band"
    mail_strip: "MailStrip"
    toast: "Toast"
    showing: "Showing"

    def __init__(self, chosen: settings.Settings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(_("Forum Planner"))
        self.setMinimumSize(*LEAST)
        self.settings = chosen
        self._was_painted = False
        self._is_furnished = False
        self.resize(chosen.place.width, chosen.place.height)

    def furnish(self, doors: "Doors", dialogs: "Dialogs | None" = None) -> None:
        """Make everything that stands in the window, and show it if the window is shown."""
        from forumplanner.gui.frame.furniture import furnish  # noqa: PLC0415 - loads every widget and page

        furnish(self, doors, dialogs)
        self._is_furnished = True
        self.rail.fit(self.width())
        self.setAcceptDrops(True)

    def set_language(self, tag: str) -> None:
        """Speak another language, at once and from now on."""
        from forumplanner.gui.frame import look  # noqa: PLC0415 - loads the base of the widgets

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
        from forumplanner.gui.frame import look  # noqa: PLC0415 - as above

        name: theme.SchemeName = "light" if theme.current() == "dark" else "dark"
        look.wear(name)
        self._keep(replace(self.settings, look=replace(self.settings.look, scheme=name)))
        self.top.show_choices(language=i18n.interface_language(), scheme=name)

    def go(self, key: str, target: str = "") -> None:
        """Show a page of the open file; "welcome" closes it."""
        if key == "importing" and target and self.shell.is_open() and self.opening.is_sample(self.shell.store.path):
            self.files.take(Path(target))
        elif self.shell.shown_card() is not None or (self.shell.is_open() and key == "importing"):
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
        self.showing.recent()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail in narrow windows."""
        super().resizeEvent(event)
        if self._is_furnished:
            self.rail.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the outline until the window is furnished; tell of the first frame."""
        super().paintEvent(event)
        if not self._is_furnished:
            outline.paint(self)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._tell_painted)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the window's own words again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._is_furnished:
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
        if self._is_furnished:
            self.files.close()
            self.shell.tasks.wait()
        super().closeEvent(event)

    def say(self, sentence: str, undo: bool = False) -> None:
        """A toast; `undo` offers to take the newest step back."""
        self.toast.say(sentence, undo=(lambda: self.shell.undoing.turn(back=True)) if undo else None)

    def toast_sentence(self) -> str:
        """What the toast says now, "" for nothing."""
        return self.toast.sentence()

    def _keep(self, changed: settings.Settings) -> None:
        self.settings = changed
        settings.save(changed)

    def _tell_painted(self) -> None:
        """A window that was closed meanwhile starts nothing."""
        if self.isVisible():
            self.painted.emit()
