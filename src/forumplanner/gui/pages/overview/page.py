"""The page Overview: reads the numbers and the findings, and sends every press to the rows behind it."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner.domain.kinds import Severity
from forumplanner.gui import texting
from forumplanner.gui.checking import Checking
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.overview.attention import AttentionCard
from forumplanner.gui.pages.overview.counts import CategoryCard, CountryCard, ReplyCard
from forumplanner.gui.pages.overview.sums import RecentCard, StartCard, SumCard, TextCard
from forumplanner.gui.pages.overview.timeline import Timeline
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.labels import Label, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import overview as query
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.overview import Overview

if TYPE_CHECKING:
    from forumplanner.store import Changed, Step


class OverviewPage(Page):
    """Everything shown is counted from the file at each change; nothing is kept here."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="overviewPage")
        self._overview: Overview | None = None
        self._steps: list[Step] = []
        self._findings: tuple[Finding, ...] = ()
        self._checking = Checking(frame, self)
        self._checking.ready.connect(self._take_findings)
        self.findings = Button(lambda: _("All findings"), name="overviewFindings", icon="list-tree", key="F8")
        self.papers = Button(lambda: _("Print papers"), name="overviewPapers", kind="primary", icon="printer")
        self.head = PageHead(lambda: _("Overview"), self.findings, self.papers, name="overviewHead")
        self.days = Label("", role="figure", name="overviewDays")
        self.until = Label("", role="muted", name="overviewUntil")
        self.timeline = Timeline()
        self.attention = AttentionCard()
        self.sums = SumCard()
        self.recent = RecentCard()
        self.start = StartCard()
        self.texts = TextCard()
        self.categories, self.countries, self.replies = CategoryCard(), CountryCard(), ReplyCard()
        self._lay_out()
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - any change may change a number
        """Count again."""
        with self.frame.store.read() as db:
            self._overview = query.load(db, forum_id=self.frame.forum_id, today=self.today())
        self._steps = self.frame.store.history(8)
        self._show()
        self._checking.ask()

    def today(self) -> dt.date:
        """Today where this computer stands; tests give another day."""
        return dt.datetime.now(tz=dt.UTC).astimezone().date()

    def facts(self) -> str:
        """How much is open."""
        number = sum(finding.severity in {Severity.ERROR, Severity.WARNING} for finding in self._findings)
        return ngettext("{n} open finding", "{n} open findings", number)

    def first_focus(self) -> QWidget | None:
        """The way to all findings."""
        return self.findings

    def retranslate(self) -> None:
        """Lines are made anew with their words."""
        super().retranslate()
        self._show()

    def recolour(self) -> None:
        """Squares and bars take the scheme's colours."""
        super().recolour()
        self._show()

    def _show(self) -> None:
        overview = self._overview
        if overview is None:
            return
        self.head.set_facts(lambda: _day_words(self.today()))
        self._show_days(overview)
        self.timeline.show_milestones(overview.milestones, overview.languages)
        for card in (self.categories, self.countries, self.replies):
            card.setVisible(overview.people > 0)
            card.show_numbers(overview)
        self.sums.show_numbers(overview)
        self.start.show_numbers(overview)
        self.texts.show_numbers(overview)
        self.recent.show_steps(self._steps)
        self.attention.show_findings(self._findings)
        self.status.emit()

    def _show_days(self, overview: Overview) -> None:
        start, end, today = overview.starts_on, overview.ends_on or overview.starts_on, self.today()
        if start is None or end is None:
            figure, words = _("No dates"), _("The forum has no dates yet.")
        elif today < start:
            days = (start - today).days
            figure = ngettext("{n} day", "{n} days", days)
            words = _("to the first day, {day}", day=texting.day(start))
        elif today <= end:
            figure = _("Day {n}", n=(today - start).days + 1)
            words = ngettext("of {n} day", "of {n} days", (end - start).days + 1)
        else:
            figure = ngettext("{n} day", "{n} days", (today - end).days)
            words = _("since the last day, {day}", day=texting.day(end))
        self.days.setText(figure)
        self.until.setText(words)

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        body = QWidget()
        body.setObjectName("overviewBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(16)
        column.addLayout(self._hero())
        column.addWidget(self.start)
        grid = QGridLayout()
        grid.setSpacing(16)
        for place, share in enumerate((17, 10)):
            grid.setColumnStretch(place, share)
        grid.addWidget(self.attention, 0, 0)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.texts)
        right.addWidget(self.recent, 1)
        right.addWidget(self.sums)
        grid.addLayout(right, 0, 1)
        column.addLayout(grid)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        for card in (self.categories, self.countries, self.replies):
            lower.addWidget(card, 1)
        column.addLayout(lower)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("overviewScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        self.column.addWidget(scroll, 1)

    def _hero(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.days)
        words.addWidget(self.until)
        row.addLayout(words)
        line = Rule(standing=True)
        line.setFixedHeight(50)
        row.addWidget(line)
        row.addWidget(self.timeline, 1)
        return row

    def _connect(self) -> None:
        self.findings.clicked.connect(lambda: self.frame.go("findings"))
        QShortcut(QKeySequence("F8"), self).activated.connect(self.findings.click)
        self.papers.clicked.connect(lambda: self.frame.go("documents"))
        self.attention.went.connect(self.frame.go)
        self.texts.went.connect(lambda target: self.frame.go("programme", target))
        self.sums.copied.connect(self._copy)
        self.start.asked.connect(self.frame.go)
        for card in (self.categories, self.countries, self.replies, self.sums):
            card.went.connect(lambda target: self.frame.go("people", target))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.toast(_("Copied."))

    def _take_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.attention.show_findings(findings)
        self.status.emit()


def _day_words(day: dt.date) -> str:
    words = (texting.day(day), texting.weekday(day))
    return " ".join(words) if interface_language() == "zh-Hans" else ", ".join(reversed(words))
