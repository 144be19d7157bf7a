"""RowHistory: who changed one record, when and what, from before to after; for an inspector's History tab.

Use: `tab = RowHistory(frame)` with the page's frame; `tab.show_record("item", item_id)` reads in a thread ("session",
"item", "participant", "room", any table); `tab.refresh()` after a change and when the tab is shown again. A press on
a step's arrow leads to the page History; `opened(number)` tells of it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.files import PlannerError
from forumplanner.gui import texting
from forumplanner.gui.authors import author
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.history import Change, EntryChange, FieldChange, RecordStep, Standing

MOST = 50
"""Steps shown; older ones stand on the page History."""


class RowHistory(Attentive, QFrame):
    """A column of steps, the newest on top. `opened(number)`: the user wants to see a step on the page History."""

    opened = Signal(int)

    def __init__(self, frame: Frame, *, name: str = "rowHistory") -> None:
        super().__init__()
        self.setObjectName(name)
        self._frame = frame
        self._record = ("", "")
        self._steps: tuple[RecordStep, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.none = Label(lambda: _("Nobody has changed it yet."), role="muted", name="rowHistoryNone", wrap=True)
        self._column.addWidget(self.none)
        self._column.addStretch(1)
        self.opened.connect(lambda number: frame.go("history", str(number)))

    def show_record(self, table: str, key: str) -> None:
        """Show another record; "" for none."""
        if self._record != (table, key):
            self._record = (table, key)
            self._show(())
        self.refresh()

    def refresh(self) -> None:
        """Read again in a thread."""
        table, key = self._record
        if not key:
            self._show(())
            return
        store = self._frame.store

        def work(_progress: object) -> tuple[RecordStep, ...]:
            from forumplanner.queries import history  # noqa: PLC0415 - loads the database's library

            with store.read() as db:
                return history.record(db, table, key)

        self._frame.tasks.start(work, done=lambda steps: self._take((table, key), steps), failed=self._fail)

    def steps(self) -> tuple[RecordStep, ...]:
        """What is shown."""
        return self._steps

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self._show(self._steps)

    def _take(self, record: tuple[str, str], steps: tuple[RecordStep, ...]) -> None:
        if record == self._record:
            self._show(steps)

    def _fail(self, error: PlannerError) -> None:
        self._frame.toast(str(error))

    def _show(self, steps: tuple[RecordStep, ...]) -> None:
        self._steps = steps
        while self._column.count() > 2:  # the sentence for an empty list, and the stretch
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.none.setVisible(not steps)
        for place, step in enumerate(steps[:MOST]):
            self._column.insertWidget(place, self._entry(step))

    def _entry(self, step: RecordStep) -> QWidget:
        box = QWidget()
        box.setObjectName("rowHistoryStep")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(author(step.step.actor), role="strong", name="rowHistoryWho"))
        row.addWidget(Label(_when(step), role="note", name="rowHistoryWhen"))
        row.addStretch(1)
        show = Button(
            name="rowHistoryShow", kind="icon", icon="arrow-right", tip=lambda: _("Show in History"), small=True
        )
        show.clicked.connect(lambda _checked=False, number=step.step.id: self.opened.emit(number))
        row.addWidget(show)
        column.addLayout(row)
        column.addWidget(Label(_said(step), role="small", name="rowHistoryWhat", wrap=True))
        changes = [field for entry in step.entries for field in entry.fields]
        if changes:
            column.addLayout(field_grid(changes))
        return box


def field_grid(changes: list[FieldChange]) -> QGridLayout:
    """Fields with their value before, struck, and after."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    tag = i18n.interface_language()
    top = Qt.AlignmentFlag.AlignTop
    for line, change in enumerate(changes):
        field = Label(change.field[tag], role="note", name="changeField", wrap=True)
        field.setFixedWidth(104)
        before = Label(change.before[tag] or _("empty"), role="note", name="changeBefore", wrap=True)
        font = before.font()
        font.setStrikeOut(bool(change.before[tag]))
        before.setFont(font)
        after = Label(change.after[tag] or _("empty"), role="", name="changeAfter", wrap=True)
        grid.addWidget(field, line, 0, top)
        grid.addWidget(before, line, 1, top)
        grid.addWidget(Label("→", role="note", name="changeArrow"), line, 2, top)
        grid.addWidget(after, line, 3, top)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid


def entry_words(entry: EntryChange) -> str:
    """An entry that came, went or was edited: "Removed: session “Opening”"."""
    called = entry.called[i18n.interface_language()]
    match entry.change:
        case Change.ADDED:
            return _("Added: {what}", what=called)
        case Change.REMOVED:
            return _("Removed: {what}", what=called)
        case _:
            return called[:1].upper() + called[1:]


def _said(step: RecordStep) -> str:
    sentence = step.step.sentence[i18n.interface_language()]
    return _("{step} (taken back)", step=sentence) if step.step.standing is Standing.TAKEN_BACK else sentence


def _when(step: RecordStep) -> str:
    at = step.step.at.astimezone()
    return f"{texting.day_of_year(at.date())} {at:%H:%M}"
