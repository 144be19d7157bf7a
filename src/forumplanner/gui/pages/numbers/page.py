"""The page Numbers: this forum on a basis that is chosen, or all forums of the file over the years."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.domain.stated_basis import basis
from forumplanner.domain.statistics import Counted, Measure
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.numbers.all_view import AllView
from forumplanner.gui.pages.numbers.forum_view import ForumView
from forumplanner.gui.widgets.buttons import Button, Tabs
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.queries import all_forums, statistics, statistics_rows
from forumplanner.snapshots.statistics import ForumNumbers, ShownRow

if TYPE_CHECKING:
    from forumplanner.store import Changed


class NumbersPage(Page):
    """Everything is counted from the file at each change; the choices stay while the page lives."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="numbersPage")
        self._numbers: ForumNumbers | None = None
        self.approval = Button(lambda: _("Approval"), name="numbersApproval", icon="stamp")
        self.brief = Button(lambda: _("Press brief"), name="numbersBrief", kind="primary", icon="printer")
        self.head = PageHead(lambda: _("Numbers"), self.approval, self.brief, name="numbersHead")
        self.tabs = Tabs(
            (("forum", lambda: _("This forum")), ("all", lambda: _("All forums"))),
            name="numbersTabs",
            label=lambda: _("What is counted"),
        )
        self.forum = ForumView(self._rows)
        self.all = AllView(self._rows)
        self.empty = self._empty()
        self.views = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - any change may change a number
        """Count again what is shown."""
        with self.frame.store.read() as db:
            self._numbers = statistics.load(db, forum_id=self.frame.forum_id)
        self._show()

    def facts(self) -> str:
        """The basis of what is shown."""
        if self.views.currentWidget() is not self.forum:
            return ""
        return basis(self.forum.counts(), interface_language())

    def first_focus(self) -> QWidget | None:
        """What scrolls."""
        return self.forum.area

    def show_target(self, target: str) -> None:
        """Open "all", or the rows of a measure ("countries")."""
        self.tabs.choose("all" if target == "all" else "forum")
        if target in set(Measure):
            self.forum.open_rows(target)

    def retranslate(self) -> None:
        """The facts too."""
        super().retranslate()
        self._show()

    def _rows(self, counted: Counted) -> tuple[ShownRow, ...]:
        with self.frame.store.read() as db:
            return statistics_rows.load(db, forum_id=self.frame.forum_id, rows=counted.rows)

    def _show(self) -> None:
        numbers = self._numbers
        if numbers is None:
            return
        if self.tabs.choice() == "all":
            self._show_all()
            self.views.setCurrentWidget(self.all)
        elif self._has_nothing(numbers):
            self.views.setCurrentWidget(self.empty)
        else:
            self.forum.show_numbers(numbers)
            self.views.setCurrentWidget(self.forum)
        self.status.emit()

    def _show_all(self) -> None:
        since, until = self.all.period()
        with self.frame.store.read() as db:
            languages = self.frame.card.languages
            found = all_forums.load(db, basis=self.all.basis(), since=since, until=until, languages=languages)
        self.all.show_forums(found)

    @staticmethod
    def _has_nothing(numbers: ForumNumbers) -> bool:
        facts = numbers.facts
        registers = any(one.rows for one in facts.fixed)
        return not (facts.attendees or facts.parties or facts.envoys or facts.reported or registers)

    def _empty(self) -> EmptyState:
        self.to_people = Button(lambda: _("To the people"), name="numbersToPeople", kind="primary", icon="users")
        self.to_import = Button(lambda: _("Import a table"), name="numbersToImport", icon="file-input")
        return EmptyState(
            lambda: _("Nothing to count yet"),
            lambda: _("The numbers follow the list of people. Put somebody on it, or import a table (Ctrl+I)."),
            name="numbersEmpty",
            icon="chart-column",
            choices=(self.to_people, self.to_import),
        )

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        tabs = QWidget()
        tabs.setObjectName("numbersTabRow")
        row = QHBoxLayout(tabs)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.tabs)
        self.column.addWidget(tabs)
        self.views.setObjectName("numbersViews")
        for view in (self.forum, self.all, self.empty):
            self.views.addWidget(view)
        holder = QVBoxLayout()
        holder.addWidget(self.views)
        self.column.addLayout(holder, 1)

    def _connect(self) -> None:
        self.tabs.picked.connect(lambda _key: self._show())
        self.all.asked.connect(self._show)
        self.approval.clicked.connect(lambda: self.frame.go("approval"))
        self.brief.clicked.connect(lambda: self.frame.go("documents", "press_brief"))
        self.to_people.clicked.connect(lambda: self.frame.go("people"))
        self.to_import.clicked.connect(lambda: self.frame.go("importing"))
        self.forum.bar.changed.connect(self.status)
        for view in (self.forum, self.all):
            view.copied.connect(self._copy)
            view.said.connect(self.frame.toast)
        self.forum.went.connect(self.frame.go)
        self.all.forum.connect(self.frame.choose_forum)
        for key, side in (("F4", self._toggle),):
            QShortcut(QKeySequence(key), self).activated.connect(side)

    def _toggle(self) -> None:
        view = self.all if self.tabs.choice() == "all" else self.forum
        view.side.toggle()

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.toast(_("Copied."))
