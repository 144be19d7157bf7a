"""The card of what needs attention: the gravest findings one by one, many of a kind as one line, each with its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.checks import heading
from forumplanner.domain.kinds import Severity
from forumplanner.gui import leading, reading, texting
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Rule, repolish
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding, FindingKind

_LINES = 7
"""Lines that have room on the first screen; the rest stands on the page of findings."""

_LINE = 18
"""Pixels of a line of the reason."""

_BESIDE = 4 + 16 + 12 + 12 + 4
"""Pixels of a row that icon, gaps and margins take."""

LabelT = TypeVar("LabelT", bound=Label)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the card. `target`: page and what to select; `number` 0 for a single finding."""

    kind: FindingKind
    severity: Severity
    title: str
    text: str
    action: str
    page: str
    target: str


def lines_of(findings: Sequence[Finding], severity: Severity) -> list[Line]:
    """Findings of one severity: alone where it is the only one of its kind, else all of the kind together."""
    tag = i18n.interface_language()
    groups: dict[FindingKind, list[Finding]] = {}
    for finding in findings:
        if finding.severity is severity:
            groups.setdefault(finding.kind, []).append(finding)
    return [_line(group, severity, tag) for group in groups.values()]


def _line(group: list[Finding], severity: Severity, tag: str) -> Line:
    first = group[0]
    if len(group) == 1:
        page, target = leading.place(first)
        return Line(first.kind, severity, first.title[tag], first.message[tag], leading.way(page), page, target)
    title = f"{heading(first.kind)[tag]} · {texting.number(len(group))}"
    text = " · ".join(dict.fromkeys(finding.title[tag] for finding in group[:4]))
    action = _("Show {n}", n=texting.number(len(group)))
    return Line(first.kind, severity, title, text, action, "findings", f"kind:{first.kind}")


class AttentionCard(Card):
    """`went(page, target)` when a line was pressed."""

    went = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(name="overviewAttention", margin=12, gap=2)
        self._groups = [_Group(Severity.ERROR), _Group(Severity.WARNING), _Group(Severity.NOTE)]
        self._rules = [Rule(), Rule()]
        for place, group in enumerate(self._groups):
            if place:
                self.column.addWidget(self._rules[place - 1])
            self.column.addWidget(group)
            group.went.connect(self.went)
        self.calm = Label(lambda: _("Nothing needs your attention."), role="muted", name="overviewCalm")
        self.column.addWidget(self.calm)
        self.column.addStretch(1)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found."""
        left = _LINES
        for place, group in enumerate(self._groups):
            left -= group.show_findings(findings, left)
            if place:
                above = any(not other.isHidden() for other in self._groups[:place])
                self._rules[place - 1].setVisible(above and not group.isHidden())
        self.calm.setVisible(all(group.isHidden() for group in self._groups))


class _Group(QWidget):
    """Findings of one severity under their word and number."""

    went = Signal(str, str)

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self.setObjectName(f"attention_{severity}")
        self._severity = severity
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 2)
        head.setSpacing(8)
        head.addWidget(Label(lambda: reading.word(severity), role="label", name=f"attentionWord_{severity}"))
        self.number = Label("", role="note", name=f"attentionNumber_{severity}")
        head.addWidget(self.number)
        head.addStretch(1)
        self.rest = Button("", name=f"attentionRest_{severity}", kind="link", small=True)
        self.rest.clicked.connect(lambda: self.went.emit("findings", f"severity:{severity}"))
        head.addWidget(self.rest)
        column.addLayout(head)
        self.rows: Rows[Line] = Rows(self._row, name=f"attentionRows_{severity}", gap=0)
        column.addWidget(self.rows)

    def show_findings(self, findings: Sequence[Finding], room: int) -> int:
        """Show at most `room` lines; gives how many were taken."""
        lines = lines_of(findings, self._severity)
        number = sum(finding.severity is self._severity for finding in findings)
        self.number.setText(texting.number(number))
        self.rows.show_values(lines[: max(room, 1)])
        self.rest.set_text(lambda: _("Show {n}", n=texting.number(number)))
        self.rest.setVisible(len(lines) > max(room, 1))
        self.setVisible(bool(lines))
        return min(len(lines), room)

    def _row(self, line: Line) -> QWidget:
        made = AttentionRow(line)
        made.clicked.connect(lambda: self.went.emit(line.page, line.target))
        return made


class AttentionRow(QPushButton):
    """Icon, a strong line over quiet ones, and what a press does; a note is one line alone.

    What must be fixed gives its whole reason, on two lines if need be; what should be, as much as one line holds.
    """

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.setObjectName(f"attentionRow_{line.kind}")
        self.setProperty("kind", "line")
        self.setProperty("lines", "1" if line.severity is Severity.NOTE else "2")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{line.title}. {line.text}")
        self.setToolTip(line.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(12)
        row.addWidget(Picture(leading.icon(line.kind), leading.tone(line.severity)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(_deaf(Elide(line.title, role="strong", name="attentionStrong")))
        self._reason: Label | None = None
        if line.severity is Severity.WARNING:
            words.addWidget(_deaf(Elide(line.text, role="small", name="attentionSmall")))
        elif line.severity is Severity.ERROR:
            self._reason = _deaf(Label(line.text, role="small", name="attentionSmall", wrap=True))
            self._reason.setMinimumHeight(_LINE)
            self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            words.addWidget(self._reason)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._action = _deaf(Label(line.action, role="link", name="attentionAction"))
        row.addWidget(self._action)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take a third line where the reason doesn't fit one."""
        super().resizeEvent(event)
        if self._reason is None:
            return
        room = self.width() - _BESIDE - self._action.sizeHint().width()
        long = self._reason.fontMetrics().horizontalAdvance(self._reason.text()) > room
        self._reason.setFixedHeight(_LINE * (2 if long else 1))
        if self.property("lines") != (lines := "3" if long else "2"):
            self.setProperty("lines", lines)
            repolish(self)


def _deaf(label: LabelT) -> LabelT:
    """Words on a button leave the pointer to it."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
