"""Work in threads: results and named failures arrive in the window's thread, cancelled work stays silent."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from forumplanner.files import PlannerError
from forumplanner.gui.bridge import Bridge
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.tasks import Progress, Tasks
from gui_desk import Desk


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait()


class Ear(QObject):
    """Hears and notes in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.at_home: list[bool] = []

    def hear(self, what: object) -> None:
        self.heard.append(what)
        self.at_home.append(QThread.currentThread() is self.thread())


def test_results_come_back_to_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    ear = Ear()
    worker: list[str] = []

    def work(_progress: Progress) -> int:
        worker.append(threading.current_thread().name)
        return 42

    tasks.start(work, done=ear.hear, failed=ear.hear)
    qtbot.waitUntil(lambda: ear.heard == [42])

    assert ear.at_home == [True]
    assert worker != [threading.main_thread().name]


def test_a_named_failure_is_told_as_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    ear = Ear()
    error = PlannerError("The disk is full.")

    def work(_progress: Progress) -> None:
        raise error

    tasks.start(work, done=lambda _none: None, failed=ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))

    assert ear.heard == [error]


def test_a_fault_of_the_program_is_told_and_not_hidden(tasks: Tasks, qtbot: QtBot) -> None:
    ear = Ear()

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError("by nothing")

    with capture_exceptions() as raised:
        tasks.start(work, done=lambda _none: None, failed=ear.hear)
        qtbot.waitUntil(lambda: bool(ear.heard))
        qtbot.wait(10)

    assert [str(error) for error in ear.heard] == ["The program made a mistake here (by nothing). Nothing was changed."]
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_work_that_is_called_off_tells_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    ear, go_on = Ear(), threading.Event()

    def work(progress: Progress) -> str:
        go_on.wait()
        progress.step(1, 2)
        return "done"

    task = tasks.start(work, done=ear.hear, failed=ear.hear)
    task.cancel()
    go_on.set()
    tasks.wait()
    qtbot.wait(10)

    assert ear.heard == []


def test_progress_is_told_step_by_step(tasks: Tasks, qtbot: QtBot) -> None:
    ear, steps, begin = Ear(), [], threading.Event()

    def work(progress: Progress) -> str:
        begin.wait()
        for step in (1, 2, 3):
            progress.step(step, 3)
        return "done"

    task = tasks.start(work, done=ear.hear, failed=ear.hear)
    task.progressed.connect(lambda done, of: steps.append((done, of)))
    begin.set()
    qtbot.waitUntil(lambda: ear.heard == ["done"])

    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_widget_that_is_gone_hears_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    widget, go_on, heard = QWidget(), threading.Event(), []

    def work(_progress: Progress) -> None:
        go_on.wait()

    tasks.start(work, done=lambda _none: heard.append(widget.objectName()), failed=lambda _error: None)
    widget.deleteLater()
    qtbot.wait(10)
    go_on.set()
    tasks.wait()
    qtbot.wait(10)

    assert heard == []


def test_the_window_hears_of_steps_made_in_any_thread(desk: Desk, tmp_path: Path) -> None:
    desk.window.opening.create(tmp_path / "lake.forumplanner", NewForum(title_en="Lake Forum"))
    desk.until(desk.window.shell.shown_card)
    store, ear = desk.window.shell.store, Ear()
    bridge = Bridge(store, desk.window)
    bridge.changed.connect(ear.hear)

    worker = threading.Thread(target=store.undo)
    worker.start()
    worker.join()
    desk.until(lambda: bool(ear.heard))
    bridge.close()
    store.redo()
    desk.bot.wait(10)

    assert (len(ear.heard), ear.at_home) == (1, [True])
