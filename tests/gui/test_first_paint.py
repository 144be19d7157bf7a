"""The first paint waits for nothing: fresh processes start the window as a user does and tell what they loaded."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forumplanner import app, settings
from forumplanner.actions.forums import create_forum
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import theme
from forumplanner.gui.dialogs import AnsweredDialogs
from forumplanner.gui.frame import outline
from forumplanner.gui.window import PlannerWindow
from forumplanner.store import Store

SLOW = {"sqlalchemy", "reportlab", "icalendar", "openpyxl", "alembic", "pypdfium2", "uharfbuzz", "babel", "pypinyin"}
LATER = ("forumplanner.gui.widgets", "forumplanner.gui.pages", "forumplanner.gui.frame.furniture", "PySide6.QtSvg")

CODE = """
import json, sys
from forumplanner import app

def tell(window, given):
    print(json.dumps(sorted(sys.modules)))
    if "close" in sys.argv:
        window.close()
        return
    begin(window, given)
    print(json.dumps(window.focusWidget().objectName()))
    window.close()

begin, app.begin = app.begin, tell
status = app.main([])
print(json.dumps(status))
"""


def started(home: Path, *arguments: str) -> list[object]:
    """What a fresh process says that goes the window's whole way."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "HOME": str(home), "LANG": "zh_CN.UTF-8"},
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_nothing_slow_is_loaded_at_the_first_paint(tmp_path: Path) -> None:
    modules, focus, status = started(tmp_path)
    assert isinstance(modules, list)

    assert {name.split(".")[0] for name in modules} & SLOW == set()
    assert [name for name in modules if name.startswith(LATER)] == []
    assert "PySide6.QtWidgets" in modules
    assert (focus, status) == ("tile_sample", 0)


def test_a_window_closed_at_its_first_paint_ends_quietly(tmp_path: Path) -> None:
    _modules, status = started(tmp_path, "close")

    assert status == 0


def test_a_window_closed_before_its_first_paint_is_told_starts_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    window = PlannerWindow(settings.load())
    qtbot.addWidget(window)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    window.show()
    window.repaint()

    window.close()
    qtbot.wait(30)

    assert told == []


@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1281, 721), QSize(1024, 640)])
def test_the_outline_is_where_the_widgets_come_to_stand(dressed: QApplication, qtbot: QtBot, size: QSize) -> None:
    window = app.make_window(settings.load(), AnsweredDialogs())
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    found = {}
    for name in outline.places(size):
        widget = window.findChild(QWidget, name)
        assert isinstance(widget, QWidget)
        found[name] = widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))

    assert found == outline.places(size)
    window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_outline_has_the_colours_of_what_follows(
    dressed: QApplication, qtbot: QtBot, scheme: theme.SchemeName
) -> None:
    chosen = settings.load()
    dressed.setStyleSheet("")  # as at the start
    theme.tint(dressed, scheme)
    window = app.bare_window(replace(chosen, look=replace(chosen.look, scheme=scheme)))
    qtbot.addWidget(window)
    bars = [QPoint(1000, 20), QPoint(20, 43), QPoint(20, 874), QPoint(20, 890)]
    page_and_box = [QPoint(20, 60), QPoint(700, 6), QPoint(700, 8)]

    before = window.grab().toImage()
    app.begin(window)
    after = window.grab().toImage()
    theme.apply(dressed, "light")
    window.close()

    for at in (*bars, *page_and_box):
        assert (at, before.pixelColor(at).name()) == (at, after.pixelColor(at).name())
    assert before.pixelColor(1000, 20) != before.pixelColor(20, 60)


def test_a_file_given_at_the_start_is_opened(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lake.forumplanner"
    with Store.create(path, actor="Lin") as store:
        create_forum(store, title=LocalizedText.of(en="Lake"))
    window = app.bare_window(settings.load())
    qtbot.addWidget(window)

    with qtbot.waitSignal(window.painted):
        pass
    app.begin(window, [path])
    qtbot.waitUntil(lambda: window.shell.is_open() and window.stack.key() != "", timeout=20_000)

    assert window.shell.store.path == path
    window.close()
    window.shell.tasks.wait()
