"""A plan in tabs: what only a person can decide, the changes, what was repaired, what is left out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.pages.importing.questions import Questions, said
from forumplanner.gui.pages.importing.tables import Numbered, Sheets, change_table, reject_table, repair_table
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Tabs
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.import_plan import ImportPlan, RowAction


class PlanView(Attentive, QWidget):
    """`answered(id, code)`: a question was answered."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("planView")
        self._sheets = Sheets()
        self._plan: ImportPlan | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self.goes = Label("", role="strong", name="importGoes", wrap=True)
        self.goes.setContentsMargins(24, 10, 24, 0)
        column.addWidget(self.goes)
        self.remarks = Label("", role="small", name="importRemarks", wrap=True)
        self.remarks.setContentsMargins(24, 4, 24, 8)
        column.addWidget(self.remarks)
        self.questions = Questions()
        self.questions.answered.connect(self.answered)
        self._changes, changes = change_table(self._sheets)
        self._repairs, repairs = repair_table(self._sheets)
        self._rejects, rejects = reject_table(self._sheets)
        self._places = QStackedWidget()
        self._places.setObjectName("planPlaces")
        self._tables = {"questions": self.questions, "changes": changes, "repairs": repairs, "rejects": rejects}
        for place in self._tables.values():
            self._places.addWidget(place)
        column.addWidget(self._places, 1)

    def show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        """Another plan; `anew` for another file or language, else the same file with other answers."""
        self._plan = plan
        self._sheets.read(plan)
        self._changes.set_rows(_numbered(row for row in plan.rows if row.action is not RowAction.SAME))
        self._repairs.set_rows(_numbered(plan.repairs))
        self._rejects.set_rows(_numbered(plan.rejects))
        if anew:
            self.questions.rebuild(plan)
            self.tabs.choose("questions" if plan.questions else "changes")
        else:
            self.questions.show_plan(plan)
        self._tell(plan)

    def retranslate(self) -> None:
        """The tabs count."""
        super().retranslate()
        if getattr(self, "_plan", None) is not None and self._plan is not None:
            self._tell(self._plan)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("importTabs")
        bar.setProperty("place", "tools")
        bar.setFixedHeight(46)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 0, 16, 0)
        self.tabs = Tabs(
            (
                ("questions", lambda: _("Your decision")),
                ("changes", lambda: _("Changes")),
                ("repairs", lambda: _("Repaired")),
                ("rejects", lambda: _("Left out")),
            ),
            name="planTabs",
            label=lambda: _("Parts of the plan"),
        )
        self.tabs.picked.connect(self._show)
        self.search = SearchField(
            name="importSearch", label=lambda: _("Find in the changes"), hint=lambda: _("Find…"), width=160
        )
        self.search.query.connect(self._find)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.search)
        return bar

    def _find(self, text: str) -> None:
        self._changes.set_filter(text)

    def _show(self, key: str) -> None:
        self._places.setCurrentWidget(self._tables[key])
        self.search.setVisible(key == "changes")

    def _tell(self, plan: ImportPlan) -> None:
        left, changes = len(plan.open_questions()), sum(row.action is not RowAction.SAME for row in plan.rows)
        self.tabs.tab("questions").set_text(lambda: _("Your decision {n}", n=left))
        self.tabs.tab("changes").set_text(lambda: _("Changes {n}", n=changes))
        self.tabs.tab("repairs").set_text(lambda: _("Repaired {n}", n=len(plan.repairs)))
        self.tabs.tab("rejects").set_text(lambda: _("Left out {n}", n=len(plan.rejects)))
        self.goes.setText(where(plan))
        words = [said(plan.summary), *(said(remark) for remark in plan.remarks)]
        self.remarks.setText("\n".join(filter(None, words)))
        self.remarks.setVisible(bool(self.remarks.text()))


def waiting(plan: ImportPlan) -> int:
    """Rows that are left out only until a question about them is answered."""
    taken = {(row.sheet, row.row) for row in plan.rows}
    return len({(question.sheet, question.row) for question in plan.open_questions()} - taken)


def where(plan: ImportPlan) -> str:
    """Into which forum a plan goes, by name."""
    title = said(plan.forum_title) or next(filter(None, plan.forum_title.values()), plan.forum_slug)
    return _("Makes a new forum: {title}", title=title) if plan.new_forum else _("Goes into: {title}", title=title)


def _numbered(rows: Iterable[object]) -> list[Numbered]:
    return list(enumerate(rows))
