"""What is amiss with the thing shown: the reason in words, and what can be done about it as buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card, Look
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label, Picture
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.findings import Finding, FindingKind

MOST = 3
"""Cards shown at once, the first one open; the rest is counted."""
_AROUND = 26
"""Border and padding beside the words of a button, pixels."""

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
        self.rows: Rows[tuple[Finding, str, bool]] = Rows(self._card, name="programmeFindingRows", gap=8)
        self.more = Button("", name="programmeFindingsMore", kind="link", small=True)
        self.more.clicked.connect(lambda _checked: self.shown.emit(None))
        column.addWidget(self.rows)
        column.addWidget(self.more)

    def show_found(self, found: tuple[Finding, ...]) -> None:
        """Errors before warnings; notes are left to their page."""
        grave = [one for one in found if one.severity in {Severity.ERROR, Severity.WARNING}]
        grave.sort(key=lambda one: (one.severity is not Severity.ERROR, one.kind in _SAID_ELSEWHERE))
        self.rows.show_values([(one, i18n.interface_language(), place == 0) for place, one in enumerate(grave[:MOST])])
        rest = len(grave) - MOST
        self.more.set_text(lambda: ngettext("{n} more finding", "{n} more findings", max(rest, 1)))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(grave))

    def forget(self) -> None:
        """Make the cards anew: the language changed."""
        self.rows.forget()

    def _card(self, value: tuple[Finding, str, bool]) -> QWidget:
        found, tag, opened = value
        card = FoundCard(found, tag)
        card.shown.connect(self.shown)
        card.applied.connect(self.applied)
        card.accepted.connect(self.accepted)
        card.set_open(opened)
        return card


class FoundCard(Card):
    """One finding; folded it says what is amiss, open also why and what can be done."""

    shown = Signal(object)
    applied = Signal(object)
    accepted = Signal(object, str)

    def __init__(self, found: Finding, tag: str) -> None:
        look: Look = "danger" if found.severity is Severity.ERROR else "warn"
        super().__init__(name="programmeFinding", look=look, margin=12, gap=4)
        self._found = found
        self.fold = Button("", name="programmeFindingFold", kind="icon", icon="chevron-down", tip=lambda: _("Details"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("triangle-alert", look))
        head.addWidget(Label(found.title[tag], role="strong", name="programmeFindingTitle", wrap=True), 1)
        head.addWidget(self.fold)
        self.column.addLayout(head)
        self.body = QWidget()
        self.body.setObjectName("programmeFindingBody")
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(Label(found.message[tag], role="small", name="programmeFindingText", wrap=True))
        for way in found.ways:
            button = WayButton(way.words[tag], way.effect[tag])
            button.clicked.connect(lambda _checked=False, way=way: self.applied.emit(way))
            inner.addWidget(button)
            inner.addWidget(Label(way.effect[tag], role="note", name="programmeWayEffect", wrap=True))
        self._add_foot(inner)
        self.column.addWidget(self.body)
        self.fold.clicked.connect(lambda: self.set_open(not self.body.isVisibleTo(self)))

    def set_open(self, open_: bool) -> None:
        """Show or fold reason and ways out."""
        self.body.setVisible(open_)
        self.fold.set_icon("chevron-up" if open_ else "chevron-down")

    def _add_foot(self, column: QVBoxLayout) -> None:
        """Accept it with a reason, which is asked for in place; or see it on its page."""
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
        reason.returnPressed.connect(lambda: self.accepted.emit(self._found, reason.text()))
        show.clicked.connect(lambda: self.shown.emit(self._found))
        for button in (accept, show):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(reason)


class WayButton(Button):
    """A way out; a long one gives way with "…", whole in its tooltip."""

    def __init__(self, words: str, effect: str) -> None:
        self._whole = words
        super().__init__(words, name="programmeWay", small=True)
        self.setToolTip(f"{words}\n{effect}")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def whole(self) -> str:
        """Its words before they gave way."""
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the whole words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Down to a few letters."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the words."""
        super().resizeEvent(event)
        room = self.width() - _AROUND + 2
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
