"""What is amiss with the thing shown: the reason in words, and what can be done about it as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card, Look
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label, Picture
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.findings import Finding, FindingKind, WayOut

MOST = 2
"""Cards shown at once; the rest is counted."""

_SAID_ELSEWHERE = frozenset(
    {FindingKind.TRANSLATION_STALE, FindingKind.TRANSLATION_MISSING, FindingKind.APPEARANCE_PROVISIONAL}
)
"""What the fields below say as well: it stands last."""


class FoundCards(QWidget):
    """`shown(finding)` when its page is asked for; `applied(way)`; `accepted(finding, reason)`."""

    shown = Signal(object)
    applied = Signal(object)
    accepted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programmeFindings")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.rows: Rows[tuple[Finding, str]] = Rows(self._card, name="programmeFindingRows", gap=8)
        self.more = Button("", name="programmeFindingsMore", kind="link", small=True)
        self.more.clicked.connect(lambda _checked: self.shown.emit(None))
        column.addWidget(self.rows)
        column.addWidget(self.more)

    def show_found(self, found: tuple[Finding, ...]) -> None:
        """Errors before warnings; notes are left to their page."""
        grave = [one for one in found if one.severity in {Severity.ERROR, Severity.WARNING}]
        grave.sort(key=lambda one: (one.severity is not Severity.ERROR, one.kind in _SAID_ELSEWHERE))
        self.rows.show_values([(one, i18n.interface_language()) for one in grave[:MOST]])
        rest = len(grave) - MOST
        self.more.set_text(lambda: ngettext("{n} more finding", "{n} more findings", max(rest, 1)))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(grave))

    def forget(self) -> None:
        """Make the cards anew: the language changed."""
        self.rows.forget()

    def _card(self, value: tuple[Finding, str]) -> QWidget:
        found, tag = value
        look: Look = "danger" if found.severity is Severity.ERROR else "warn"
        card = Card(name="programmeFinding", look=look, margin=12, gap=4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("triangle-alert", look))
        head.addWidget(Label(found.title[tag], role="strong", name="programmeFindingTitle", wrap=True), 1)
        card.column.addLayout(head)
        card.column.addWidget(Label(found.message[tag], role="small", name="programmeFindingText", wrap=True))
        for way in found.ways:
            card.column.addLayout(self._way(way, tag))
        card.column.addWidget(self._foot(found))
        return card

    def _way(self, way: WayOut, tag: str) -> QVBoxLayout:
        """What one press does, and below it what that moves."""
        button = Button(way.words[tag], name="programmeWay", small=True)
        button.setToolTip(way.effect[tag])
        button.clicked.connect(lambda: self.applied.emit(way))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(button)
        column.addWidget(Label(way.effect[tag], role="note", name="programmeWayEffect", wrap=True))
        return column

    def _foot(self, found: Finding) -> QWidget:
        """Accept it with a reason, which is asked for in place; or see it on its page."""
        foot = QWidget()
        foot.setObjectName("programmeFindingFoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        accept = Button(lambda: _("Accept…"), name="programmeFindingAccept", kind="link", small=True)
        show = Button(lambda: _("Show finding"), name="programmeFindingShow", kind="link", small=True)
        reason = Field(
            name="programmeFindingReason", label=lambda: _("Reason"), hint=lambda: _("Why it may stay so, then Enter")
        )
        reason.hide()
        accept.clicked.connect(reason.show)
        accept.clicked.connect(reason.setFocus)
        reason.returnPressed.connect(lambda: self.accepted.emit(found, reason.text()))
        show.clicked.connect(lambda: self.shown.emit(found))
        for button in (accept, show):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(reason)
        return foot
