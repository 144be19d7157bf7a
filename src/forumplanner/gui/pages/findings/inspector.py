"""The whole of one finding: what is wrong, drawn to scale, its ways out as numbered cards, accepting it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import leading
from forumplanner.gui.pages.findings.delegate import reason
from forumplanner.gui.pages.findings.drawing import Stretches
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card, EmptyState
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Field, Labelled
from forumplanner.gui.widgets.inspector import WIDE, Inspector
from forumplanner.gui.widgets.labels import Key, Label, Picture
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, WayOut


class FindingInspector(Inspector):
    """`applied(number)`: a way out, from 0; `accepted()`, `reopened()`, `gone()`: to the place of the remedy."""

    applied = Signal(int)
    accepted = Signal()
    reopened = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__(name="findingInspector", label=lambda: _("Details of the finding"), width=WIDE)
        self._finding: Finding | None = None
        self._ways: Sequence[WayOut] = ()
        self._zone: dt.tzinfo = dt.UTC
        self.picture = Picture("triangle-alert", "danger")
        self.title = Label("", role="lead", name="findingTitle", wrap=True)
        self.message = Label("", role="muted", name="findingMessage", wrap=True)
        self.remedy = Label("", role="small", name="findingRemedy", wrap=True)
        self.drawing = Stretches()
        self.go = Button(lambda: _("Show"), name="findingGo", icon="arrow-right", small=True)
        self.go.clicked.connect(self.gone)
        self.ways: Rows[tuple[int, WayOut]] = Rows(self._card, name="findingWays", gap=8)
        self._out = Section(lambda: _("Ways out"), name="findingOut")
        self._out.column.addWidget(self.ways)
        self._make_accepting()
        self._lay_out()
        self.show_finding(None, (), dt.UTC)

    def _make_accepting(self) -> None:
        self.reason = Field(
            name="findingReason", label=lambda: _("Reason"), hint=lambda: _("Reason, such as: she leaves at 15:35")
        )
        self.until = DayField(name="findingUntil", label=lambda: _("Until, if it ends"))
        self.accept = Button(lambda: _("Accept"), name="findingAccept", icon="check", key="Ctrl+Return")
        self.accept.clicked.connect(self.accepted)
        self.reason.returnPressed.connect(self.accepted)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.accepted)
        self._accepting = Section(lambda: _("Accept for now"), name="findingAccepting")
        self._accepting.column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Labelled(lambda: _("Until, if it ends"), self.until), 1)
        row.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignBottom)
        self._accepting.column.addLayout(row)
        self.why = Label("", name="findingWhy", wrap=True)
        self.by = Label("", role="note", name="findingBy", wrap=True)
        self.reopen = Button(lambda: _("Reopen"), name="findingReopen", icon="undo-2")
        self.reopen.clicked.connect(self.reopened)
        self._accepted = Section(lambda: _("Accepted findings"), name="findingAccepted")
        for widget in (self.why, self.by, self.reopen):
            self._accepted.column.addWidget(widget)

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("findingDetails")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        for widget in (self.message, self.drawing, self.remedy):
            column.addWidget(widget)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self._out, self._accepting, self._accepted):
            column.addWidget(section)
        self.nothing = EmptyState(
            lambda: _("No finding selected"),
            lambda: _("Choose one in the list."),
            name="findingNobody",
            icon="list-tree",
        )
        self.column.addWidget(self._body)
        self.column.addWidget(self.nothing)
        self.column.addStretch(1)

    def finding(self) -> Finding | None:
        """Which one is shown."""
        return self._finding

    def show_finding(self, finding: Finding | None, ways: Sequence[WayOut], zone: dt.tzinfo) -> None:
        """Show another finding, or the same with other words; what is being typed stays while it is the same."""
        if finding is None or self._finding is None or finding.id != self._finding.id:
            self.reason.clear()
            self.until.clear()
        self._finding, self._ways, self._zone = finding, tuple(ways), zone
        self._body.setVisible(finding is not None)
        self.nothing.setVisible(finding is None)
        if finding is None:
            return
        tag = interface_language()
        self.picture.set_icon(leading.icon(finding.kind), leading.tone(finding.severity))
        self.title.setText(finding.title[tag])
        self.message.setText(finding.message[tag])
        self.remedy.setText(finding.remedy[tag])
        self.go.set_text(leading.way(leading.place(finding)[0]))
        self.drawing.show_finding(finding, zone)
        self.ways.show_values(list(enumerate(self._ways)))
        settled = finding.acknowledged is not None
        self._out.setVisible(bool(self._ways))
        self._accepting.setVisible(not settled)
        self._accepted.setVisible(settled)
        self._say_why(finding)

    def retranslate(self) -> None:
        """Cards with words of their own are made anew."""
        super().retranslate()
        if hasattr(self, "ways"):
            self.ways.forget()
            self.show_finding(self._finding, self._ways, self._zone)

    def _say_why(self, finding: Finding) -> None:
        given = finding.acknowledged
        if given is None:
            return
        self.why.setText(reason(finding))
        when = f"{given.at.astimezone(self._zone):%Y-%m-%d %H:%M}" if given.at else ""
        self.by.setText(" · ".join(filter(None, (given.by, when))))

    def _card(self, numbered: tuple[int, WayOut]) -> QWidget:
        number, way = numbered
        tag = interface_language()
        card = Card(name=f"way_{number}", look="accent" if number == 0 else "plain", margin=12, gap=2)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Key(str(number + 1)), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(way.words[tag], role="strong", name=f"way_{number}Words", wrap=True))
        words.addWidget(Label(way.effect[tag], role="note", name=f"way_{number}Effect", wrap=True))
        row.addLayout(words, 1)
        press = Button(
            lambda: _("Apply"),
            name=f"way_{number}Apply",
            kind="primary" if number == 0 else "",
            small=True,
            key=str(number + 1),
            tip=lambda: _("Apply this way out; Ctrl+Z takes it back"),
        )
        press.clicked.connect(lambda: self.applied.emit(number))
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(row)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return card
