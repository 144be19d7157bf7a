"""The Steps view: tools, what can be brought back, the list of steps; each action is a step of its own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.history.bringing import BringBack
from forumplanner.gui.pages.history.doing import PastSteps
from forumplanner.gui.pages.history.list import StepList
from forumplanner.gui.pages.history.looks import Group
from forumplanner.gui.pages.history.opened import Opened, OpenStep
from forumplanner.gui.pages.history.rows import HistoryFilter, chosen, rows_of
from forumplanner.gui.pages.history.tools import HistoryTools
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.history import History, RemovedThing, StepLine

NOTHING = History((), (), 0)


class StepsPanel(Attentive, QWidget):
    """`read()`: another state of the history is shown."""

    read = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("historySteps")
        self._frame = frame
        self.history = NOTHING
        self._filter = HistoryFilter()
        self._opened = self._wanted = 0
        self.past = PastSteps(frame, self)
        self.tools = HistoryTools()
        self.bringing = BringBack()
        self.list = StepList(self)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the history again; what is open and selected stays."""
        self.past.read(self._take)

    def show_step(self, number: int) -> None:
        """Open one step, without filters; it is waited for if the history isn't read yet."""
        self._wanted = number
        if any(step.id == number for step in self.history.steps):
            self._wanted = 0
            self.set_filter(HistoryFilter())
            self.open(number)

    def set_filter(self, wanted: HistoryFilter) -> None:
        """Show other steps."""
        self._filter = wanted
        self.tools.show_filter(wanted)
        self._show()

    def open(self, number: int) -> None:
        """Open a step, close the one before; 0 closes."""
        self._opened = number
        self._show(select=number or self.list.current_number())

    def opened(self) -> int:
        """The number of the open step, 0 for none."""
        return self._opened

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self._show()

    def _take(self, history: History) -> None:
        self.history = history
        self.tools.show_history(history)
        if self._wanted:
            self.show_step(self._wanted)
        else:
            self._show()
        self.read.emit()

    def _show(self, select: int = 0) -> None:
        current = select or self.list.current_number()
        removing = frozenset(thing.step for thing in self.history.removed)
        steps = chosen(self.history.steps, self._filter, removing)
        if self._opened not in {step.id for step in steps}:
            self._opened = 0
        self.list.set_opened(self._opened)
        self.list.rows.show_rows(rows_of(steps, self._opened), removing)
        self.list.select(current if current in {step.id for step in steps} else (steps[0].id if steps else 0))
        self.content.setCurrentWidget(self.list if steps else (self.nothing if self.history.steps else self.empty))
        if self._opened:
            self.past.look(self._step(self._opened), self._show_details)
        self._offer()

    def _step(self, number: int) -> StepLine:
        return next(step for step in self.history.steps if step.id == number)

    def _show_details(self, opened: Opened) -> None:
        if opened.step.id != self._opened:
            return
        details = OpenStep(opened)
        number = opened.step.id
        details.undo.connect(lambda: self.past.undo_step(number))
        details.ask_back.connect(lambda: self.past.ask_way_back(number, self._show_way_back))
        details.go_back.connect(lambda: self.past.go_back_before(number))
        details.show_where.connect(lambda: self._frame.go(opened.detail.page, opened.detail.target))
        self.list.show_details(details, number)
        self.list.scrollTo(self.list.rows.index(self.list.rows.place_of(number)))

    def _show_way_back(self, number: int, steps: tuple[StepLine, ...]) -> None:
        details = self.list.details()
        if details is not None and number == self._opened:
            details.show_way_back(steps)

    def _offer(self) -> None:
        """The card for what the selected step removed; with the chip on, for the newest removal that is shown."""
        number = self.list.current_number()
        thing = next((one for one in self.history.removed if one.step == number), None)
        if thing is None and self._filter.group is Group.REMOVED and self.history.removed:
            thing = self.history.removed[0]
        if thing is self.bringing.thing():  # the same reading of the file: it was asked for already
            return
        self.bringing.show_thing(thing)
        if thing is not None:
            self.past.ask_bring_back(thing.step, self.bringing.show_refusal)

    def _move(self, now: QModelIndex | QPersistentModelIndex) -> None:
        """A method, not a closure: while the page is torn down Qt no longer calls it."""
        if now.isValid():
            self._offer()

    def _bring(self, thing: RemovedThing) -> None:
        self.past.bring_back(thing.step)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.bringing)
        self.content = QStackedWidget()
        self.content.setObjectName("historyContent")
        self.empty = EmptyState(
            lambda: _("Nothing was done in this file yet"),
            lambda: _("Every step will stand here, with who did it and when."),
            name="historyEmpty",
            icon="history",
        )
        self.clear = Button(lambda: _("Clear filters"), name="historyClear")
        self.nothing = EmptyState(
            lambda: _("No step like that"),
            lambda: _("There are others without this filter."),
            name="historyNothing",
            icon="search-x",
            choices=(self.clear,),
        )
        for widget in (self.list, self.empty, self.nothing):
            self.content.addWidget(widget)
        column.addWidget(self.content, 1)

    def _connect(self) -> None:
        self.tools.wanted.connect(self.set_filter)
        self.tools.search.leave.connect(self.list.setFocus)
        self.clear.clicked.connect(lambda _checked: self.set_filter(HistoryFilter()))
        self.list.toggled.connect(lambda number: self.open(0 if number == self._opened else number))
        self.list.closed.connect(lambda: self.open(0))
        self.list.selectionModel().currentChanged.connect(self._move)
        self.bringing.pressed.connect(self._bring)

    def fail(self, error: PlannerError) -> None:
        """Say what did not work."""
        self._frame.toast(str(error))
