"""Commands: what the menus, the keys and the go-to box can do, each declared once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive, Text, spoken
from forumplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `menu`: which menu it stands in ("file", "edit", "view", "forum", "help"), "" for none.

    `keys`: shortcuts, the first is shown. `in_file`: only while a file is open. `rule`: a line above it in the menu.
    `lends_keys`: while a file is open its keys belong to the page ("new" means a new person on the page of people).
    """

    key: str
    text: Text
    run: Callable[[], object]
    menu: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_file: bool = True
    rule: bool = False
    lends_keys: bool = False


def menu_titles() -> dict[str, Text]:
    """The menus of the bar in their order; the letters in brackets are the Chinese window's access keys."""
    return {
        "file": lambda: _("&File"),
        "edit": lambda: _("&Edit"),
        "view": lambda: _("&View"),
        "help": lambda: _("&Help"),
    }


class Commands(QObject):
    """All commands as actions of the window."""

    def __init__(self, commands: Sequence[Command], window: QWidget) -> None:
        super().__init__(window)
        self.commands = tuple(commands)
        self._actions = {command.key: self._make(command, window) for command in commands}

    def action(self, key: str) -> QAction:
        """The action of a command."""
        return self._actions[key]

    def set_open(self, *, is_open: bool) -> None:
        """Switch off what needs a file while none is open."""
        for command in self.commands:
            action = self._actions[command.key]
            action.setEnabled(is_open or not command.in_file)
            if command.lends_keys:
                action.setShortcuts([] if is_open else [QKeySequence(key) for key in command.keys])

    def available(self) -> list[Command]:
        """What could be done now."""
        return [command for command in self.commands if self._actions[command.key].isEnabled()]

    def retranslate(self) -> None:
        """Say all texts again."""
        for command in self.commands:
            self._actions[command.key].setText(_plain(command.text))

    @staticmethod
    def _make(command: Command, window: QWidget) -> QAction:
        action = QAction(_plain(command.text), window)
        action.setObjectName(f"action_{command.key}")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: command.run())
        window.addAction(action)
        return action


class MenuBar(Attentive, QMenuBar):
    """The menus, as a widget in the top bar (macOS puts it where it belongs)."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("menuBar")
        self._commands = commands
        for key, title in menu_titles().items():
            shown = [command for command in commands.commands if command.menu == key]
            if shown:
                self._add(key, title, shown)
        self._fit()

    def retranslate(self) -> None:
        """Say titles and entries again."""
        super().retranslate()
        self._commands.retranslate()
        self._fit()

    def _fit(self) -> None:
        """Take the width of the titles: without one all of them vanish into the arrow at the end."""
        metrics = QFontMetrics(fonts.font())
        titles = [action.text().replace("&", "") for action in self.actions()]
        self.setFixedWidth(sum(metrics.horizontalAdvance(title) + 20 for title in titles) + 8)

    def _add(self, key: str, title: Text, commands: Sequence[Command]) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"menu_{key}")
        menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # its corners are round
        self.say(menu.setTitle, title)
        for command in commands:
            if command.rule:
                menu.addSeparator()
            menu.addAction(self._commands.action(command.key))
        self.addMenu(menu)


def _plain(text: Text) -> str:
    """Words of a command for a menu, where a single "&" would mark a letter."""
    return spoken(text).replace("&", "&&")
