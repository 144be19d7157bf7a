"""The page Overview: reads the numbers and the findings, and sends every press to the rows behind it."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from forumplanner.gui.widgets.scroll import PageScroll
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
        self.findings = Button(self._all_words, name="overviewFindings", icon="list-tree", key="F8")
        self.findings.set_tip(lambda: _("Everything that the checks found"))
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
        self.area = PageScroll(name="overview")
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
        """How much was found in all, and how much of it must be fixed, which is the number in the rail."""
        words = ngettext("{n} finding", "{n} findings", len(self._findings))
        must = sum(finding.severity is Severity.ERROR for finding in self._findings)
        return _("{findings} · {n} must be fixed", findings=words, n=must) if must else words

    def first_focus(self) -> QWidget | None:
        """What is shown, so that the arrows scroll it and no button looks chosen."""
        return self.area

    def _all_words(self) -> str:
        number = len(self._findings)
        return f"{_('All findings')} · {texting.number(number)}" if number else _("All findings")

    def retranslate(self) -> None:
        """Lines are made anew with their words."""
        super().retranslate()
        self._show()

    def recolour(self) -> None:
        """Squares and bars take the scheme's colours."""
        super().recolour()
        self._show()

    def _show(self) -> None:
        self.area.setAccessibleName(_("Overview"))
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
        column = self.area.column
        column.setContentsMargins(20, 8, 20, 6)
        column.setSpacing(10)
        column.addLayout(self._hero())
        column.addWidget(self.start)
        column.addLayout(self._upper())
        column.addLayout(self._lower())
        column.addStretch(1)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # three cards stand abreast
        self.column.addWidget(self.area, 1)

    def _upper(self) -> QHBoxLayout:
        """What to do beside who comes: the two tallest cards."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.attention, 17)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.categories, 1)
        right.addWidget(self.recent)
        row.addLayout(right, 10)
        return row

    def _lower(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.countries, 1)
        row.addWidget(self.replies, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.sums)
        right.addWidget(self.texts)
        right.addStretch(1)
        row.addLayout(right, 1)
        return row

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
        self.texts.opened.connect(lambda target: self.frame.go("languages", target))
        self.sums.copied.connect(self._copy)
        self.start.asked.connect(self.frame.go)
        self.sums.opened.connect(lambda _target: self.frame.go("numbers"))
        for card in (self.categories, self.countries, self.replies):
            card.opened.connect(lambda target: self.frame.go("people", target))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.toast(_("Copied."))

    def _take_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.findings.set_text(self._all_words)
        self.attention.show_findings(findings)
        self.status.emit()


def _day_words(day: dt.date) -> str:
    words = (texting.day(day), texting.weekday(day))
    return " ".join(words) if interface_language() == "zh-Hans" else ", ".join(reversed(words))
