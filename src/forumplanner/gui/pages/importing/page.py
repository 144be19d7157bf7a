"""The page itself: steps at the left, the plan in tabs, what will happen in the foot."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui.blank import save_blank
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.importing.plan_view import PlanView, waiting
from forumplanner.gui.pages.importing.questions import said
from forumplanner.gui.pages.importing.reading import Target, apply_plan, read_plan
from forumplanner.gui.pages.importing.steps import StepsPanel
from forumplanner.gui.tasks import Task
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState, ErrorCard
from forumplanner.gui.widgets.labels import Elide
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.import_plan import ImportPlan

if TYPE_CHECKING:  # actions load the database's library, which the first paint does not wait for
    from forumplanner.actions.importing import Imported
    from forumplanner.store import Changed

FOOT = 56
T = TypeVar("T")


class ImportPage(Page):
    """`show_target(path)` reads a table; nothing is changed before Ctrl+Enter."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="importPage")
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._answers: dict[str, str] = {}
        self._task: Task | None = None
        self._applying = False
        row = QHBoxLayout()
        row.setSpacing(0)
        self.steps = StepsPanel()
        row.addWidget(self.steps)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._cards())
        self._places = QStackedWidget()
        self._places.setObjectName("importPlaces")
        choose = Button(lambda: _("Choose a file…"), name="importChoose", kind="primary", icon="folder-open")
        choose.clicked.connect(self._choose)
        blank = Button(lambda: _("Get the empty workbook…"), name="importBlank", icon="file-down")
        blank.clicked.connect(lambda _checked=False: save_blank(frame))
        self._empty = EmptyState(
            lambda: _("Nothing is read yet"),
            lambda: _("Drop a planning workbook (.xlsx) anywhere in the window, or choose one."),
            name="importEmpty",
            icon="file-spreadsheet",
            choices=(choose, blank),
        )
        self.view = PlanView()
        self.view.answered.connect(self._answer)
        self._places.addWidget(self._empty)
        self._places.addWidget(self.view)
        right.addWidget(self._places, 1)
        right.addWidget(self._foot())
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.apply_button.click)
        self._tell()

    def show_target(self, target: str) -> None:
        """Read the table at that path."""
        self._path, self._plan, self._answers = Path(target), None, {}
        self._read()

    def touches(self, changed: "Changed") -> bool:  # noqa: ARG002 - any step may change what is known already
        """The plan compares with everything that is known."""
        return self._plan is not None

    def refresh(self, changed: "Changed | None") -> None:
        """Compare again with what the file knows now; not with the import's own step."""
        if self._applying:
            return
        if changed is not None and self._path is not None and self._plan is not None:
            self._read()

    def facts(self) -> str:
        """The file that is read."""
        return self._path.name if self._path is not None else ""

    def first_focus(self) -> QWidget:
        """Apply, once there is something to apply."""
        return self.apply_button

    def retranslate(self) -> None:
        """The plan's messages are there in both languages."""
        super().retranslate()
        if self._plan is not None:
            self.view.show_plan(self._plan, anew=True)
        if hasattr(self, "apply_button"):
            self._tell()

    def plan(self) -> ImportPlan | None:
        """What was read."""
        return self._plan

    def apply(self) -> None:
        """Do it, in one step."""
        plan, target = self._plan, self._target()
        if plan is None or plan.nothing_to_do:
            return
        self.apply_button.disable(lambda: _("It is being done"))
        self._applying = True
        self._start(lambda: apply_plan(target, plan), self._done)

    def _cards(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 0, 24, 0)
        retry = Button(lambda: _("Try again"), name="importRetry", small=True)
        other = Button(lambda: _("Choose another file…"), name="importOther", small=True)
        retry.clicked.connect(self._read)
        other.clicked.connect(self._choose)
        self.error = ErrorCard(name="importError", buttons=(retry, other))
        column.addWidget(self.error)
        return column

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("importFoot")
        foot.setProperty("place", "foot")
        foot.setFixedHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        cancel = Button(lambda: _("Cancel"), name="importCancel", kind="ghost")
        cancel.clicked.connect(self._leave)
        self.summary = Elide("", role="small", name="importSummary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.apply_button = Button(lambda: _("Import"), name="importApply", kind="primary", key="Ctrl+Return")
        self.apply_button.clicked.connect(self.apply)
        row.addWidget(cancel)
        row.addWidget(self.summary, 1)
        row.addWidget(self.apply_button)
        return foot

    def _target(self) -> Target:
        known = bool(self.frame.card.id)
        return Target(self.frame.store, self.frame.forum_id if known else None)

    def _choose(self) -> None:
        chosen = self.frame.dialogs.open_file(
            _("Import a table"), filters=_("Tables ({patterns})", patterns="*.xlsx"), folder=None
        )
        if chosen is not None:
            self.frame.go("importing", str(chosen))

    def _read(self) -> None:
        path = self._path
        if path is None:
            return
        target, answers = self._target(), dict(self._answers)
        self.summary.set_text(_("Reading “{name}”…", name=path.name))
        self._start(lambda: read_plan(path, target, answers), self._take)

    def _start(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self.frame.tasks.start(lambda _progress: work(), done=done, failed=self._fail)

    def _answer(self, question: str, code: str) -> None:
        self._answers[question] = code
        self._read()

    def _take(self, plan: ImportPlan) -> None:
        self._task = None
        first, self._plan = self._plan is None, plan
        self.error.hide()
        self._places.setCurrentWidget(self.view)
        self.view.show_plan(plan, anew=first)
        self._tell()
        if first:
            self.apply_button.setFocus()

    def _fail(self, error: PlannerError) -> None:
        self._task, self._applying = None, False
        self.error.show_error(lambda: _("The table was not read"), str(error))
        self._tell()

    def _done(self, imported: "Imported") -> None:
        self._task, self._applying = None, False
        plan, self._plan, self._path = self._plan, None, None
        left = len(plan.open_questions()) if plan else 0
        words = _("Added {added}, changed {changed}.", added=imported.added, changed=imported.changed)
        if left:
            words += " " + ngettext("{n} question is kept for later.", "{n} questions are kept for later.", left)
        self._places.setCurrentWidget(self._empty)
        self._tell()
        self.frame.toast(words, undo=True)
        if imported.forum_id == self.frame.card.id:
            self.frame.go("overview")
        else:
            self.frame.choose_forum(imported.forum_id)

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._plan, self._path = None, None
        self._places.setCurrentWidget(self._empty)
        self.error.hide()
        self._tell()
        self.frame.go("overview" if self.frame.card.id else "welcome")

    def _tell(self) -> None:
        """Steps, foot and button for where things stand."""
        plan, name = self._plan, self._path.name if self._path else ""
        if plan is None:
            self.steps.show_step(1, (name, "", "", ""))
            self.summary.set_text("")
            self.apply_button.set_text(lambda: _("Import"))
            self.apply_button.disable(lambda: _("Choose a file first"))
            self.status.emit()
            return
        left = len(plan.open_questions())
        added, changed = sum(c.added for c in plan.counts), sum(c.changed for c in plan.counts)
        asked = ngettext("{n} question open", "{n} questions open", left) if left else _("Nothing to decide")
        counted = _("{added} new · {changed} changed", added=added, changed=changed)
        self.steps.show_step(2 if left else 3, (name, asked, counted, said(plan.forum_title)))
        if plan.nothing_to_do:
            self.summary.set_text(_("This file says the same as last time. There is nothing to update."))
            self.apply_button.disable(lambda: _("There is nothing to import"))
        else:
            note = ngettext("{n} question stays open", "{n} questions stay open", left) if left else ""
            rows = waiting(plan)
            wait = ngettext("{n} row waits for its answer", "{n} rows wait for their answers", rows) if rows else ""
            out = ngettext("{n} left out", "{n} left out", len(plan.rejects)) if plan.rejects else ""
            self.summary.set_text(" · ".join(filter(None, (counted, out, note, wait))))
            self.apply_button.enable()
        number = added + changed
        self.apply_button.set_text(lambda: ngettext("Import {n} row", "Import {n} rows", number))
        self.status.emit()
