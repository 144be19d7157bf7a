"""The card that says how far a piece of longer work is, with a way to call it off before anything is kept."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.tasks import Cancelled, Progress
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

T = TypeVar("T")

_CLEARANCE = 112
"""Pixels below it: the status bar, and the foot of a form that may stand above that."""


class BuildingCard(QFrame):
    """At the bottom centre of a window, above its status bar: words, a bar, and the button that calls the work off.

    `running`: False once the work has ended, however it did.
    """

    def __init__(self, over: QWidget, words: Text) -> None:
        window = over.window()
        super().__init__(window)
        self._over = over
        self.setObjectName("building")
        self.setProperty("card", "plain")
        self.setFixedWidth(420)
        self.running = True
        self._before = QApplication.focusWidget()
        self.words = Label(words, role="strong", name="buildingWords")
        self.note = Label(lambda: _("Nothing is kept before the last one is ready."), role="note", name="buildingNote")
        self.bar = QProgressBar()
        self.bar.setObjectName("buildingBar")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setRange(0, 0)
        self.stop = Button(lambda: _("Call off"), name="buildingStop", kind="", icon="x")
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.words, self.bar, self.note):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _CLEARANCE)
        self.show()
        self.raise_()
        self.stop.setFocus()

    def show_progress(self, done: int, of: int) -> None:
        """So many of so many; at the last one there is nothing left to call off."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        if done >= of:
            self._give_back()
        self.stop.setEnabled(done < of)

    def leave(self) -> None:
        """The work has ended."""
        self.running = False
        self._give_back()
        self.hide()
        self.deleteLater()

    def _give_back(self) -> None:
        """Let the keys go back to where they were: a button that is gone would pass them on to anybody."""
        before = self._before
        if self.stop.hasFocus():
            there = before is not None and isValid(before) and before.isVisible()
            (before if before is not None and there else self._over).setFocus()


def build(
    frame: Frame,
    work: Callable[[Progress], T],
    *,
    over: QWidget,
    words: Text,
    done: Callable[[T], object],
    failed: Callable[[PlannerError], object] | None = None,
) -> BuildingCard:
    """Run `work` in a thread behind a card over the window of `over`; one at a time, so that no press counts twice.

    `done` hears the result even where it was called off too late; where it was in time, a toast says that nothing
    was kept.
    """
    if (busy := under_way(over)) is not None:
        frame.toast(_("Mails are being written already. Nothing else was begun."))
        return busy
    card = BuildingCard(over, words)
    own = Progress(lambda _done, _of: None)  # called off by itself, so that the end is told either way
    card.stop.clicked.connect(own.cancel)

    def run(progress: Progress) -> tuple[T] | None:
        from forumplanner.documents.memory import uncollected  # noqa: PLC0415 - nothing else of papers is needed

        own.tell = progress.tell
        try:
            with uncollected():  # all of it is kept; a search through it would stop the window for a second
                return (work(own),)
        except Cancelled:
            return None

    def end(result: tuple[T] | None) -> None:
        card.leave()
        if result is None:
            frame.toast(_("Called off. Nothing was queued and nothing was kept."))
        else:
            done(result[0])

    def refuse(error: PlannerError) -> None:
        card.leave()
        if failed is not None:
            failed(error)
        else:
            frame.toast(str(error))

    task = frame.tasks.start(run, done=end, failed=refuse)
    task.progressed.connect(card.show_progress)
    return card


def under_way(over: QWidget) -> BuildingCard | None:
    """The card of work that has not ended in that window."""
    return next((card for card in over.window().findChildren(BuildingCard) if card.running), None)
