"""Settings in the window: at the foot of the rail, by Ctrl+, and from the menu; what is wished for happens at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from forumplanner import i18n, settings
from forumplanner.gui import theme
from gui_desk import Desk


def test_the_foot_of_the_rail_and_a_key_lead_to_the_settings(desk: Desk) -> None:
    desk.open_sample("overview")
    desk.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert desk.window.stack.key() == "settings"
    assert desk.find(QPushButton, "nav_settings").isChecked()


def test_colours_language_and_name_are_kept_on_this_computer(desk: Desk) -> None:
    desk.open_sample("overview")
    desk.window.go("settings")
    desk.settle()

    desk.window.shell.prefer("scheme", "dark")
    desk.window.shell.prefer("language", "zh-Hans")
    desk.window.shell.prefer("name", "周敏")
    desk.settle()

    assert (theme.current(), i18n.interface_language()) == ("dark", "zh-Hans")
    assert settings.load().user.name == "周敏"
    assert desk.find(QPushButton, "settingsScheme_dark").isChecked()
    assert desk.find(QPushButton, "settingsLanguage_zh-Hans").isChecked()
