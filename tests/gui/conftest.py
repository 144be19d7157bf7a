"""A real window, offscreen, over real files; dialogs are answered beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumplanner import app, settings
from forumplanner.gui.dialogs import AnsweredDialogs
from forumplanner.gui.frame import look
from gui_desk import Desk


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def dressed(qapp: QApplication, own_user_folder: Path) -> QApplication:
    """The application in English and light, with our fonts."""
    app.make_application()
    look.speak("en")
    return qapp


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A shown window of 1440 x 900 without a file."""
    dialogs = AnsweredDialogs()
    chosen = settings.load()
    window = app.make_window(replace(chosen, look=replace(chosen.look, language="en")), dialogs)
    qtbot.addWidget(window)
    window.show()
    app.start_work(window)
    qtbot.waitUntil(window.isVisible)
    yield Desk(window, dialogs, qtbot)
    window.shell.tasks.wait()
    window.close()
