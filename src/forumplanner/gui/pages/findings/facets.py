"""The column at the left of the findings: how many of each severity and kind, one of each may be chosen."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from forumplanner.checks import DEFAULT_SEVERITIES, heading
from forumplanner.domain.kinds import Severity
from forumplanner.gui import leading, reading, texting
from forumplanner.gui.pages.findings.rows import FindingFilter
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, FindingKind

Wanted = Callable[[bool], FindingFilter]
"""What is to be shown when a facet was switched on or off."""

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_SEVERITY_ICONS = {Severity.ERROR: "circle-x", Severity.WARNING: "circle-alert", Severity.NOTE: "info"}


class Facets(QFrame):
    """`picked(filter)`: other findings are to be shown; its query is empty."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findingFacets")
        self._severity: Severity | None = None
        self.setProperty("place", "side")
        self.setFixedWidth(228)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 8)
        column.setSpacing(1)
        column.addWidget(Label(lambda: f"  {_('Severity')}", role="label", name="facetsSeverity"))
        self.severities = {"": self._facet("", lambda: _("All"), "layers", "text2", lambda _on: FindingFilter())}
        for severity in _SEVERITIES:
            icon, tone = _SEVERITY_ICONS[severity], leading.tone(severity)
            words = _severity_words(severity)
            self.severities[str(severity)] = self._facet(str(severity), words, icon, tone, self._of(severity))
        self.accepted = self._facet(
            "accepted",
            lambda: _("Accepted findings"),
            "circle-check",
            "ok",
            lambda on: FindingFilter(accepted=on),
        )
        self.kinds: dict[str, Facet] = {}
        for facet in self.severities.values():
            column.addWidget(facet)
        column.addWidget(self.accepted)
        column.addSpacing(12)
        column.addWidget(Label(lambda: f"  {_('Kind')}", role="label", name="facetsKind"))
        for kind in DEFAULT_SEVERITIES:
            facet = self._facet(str(kind), _kind_words(kind), leading.icon(kind), "text2", self._within(kind))
            self.kinds[str(kind)] = facet
            column.addWidget(facet)
        column.addStretch(1)

    def show_numbers(self, findings: Sequence[Finding], accepted: Sequence[Finding], wanted: FindingFilter) -> None:
        """Show how many there are of each; kinds without any are hidden."""
        self._severity = wanted.severity
        by_severity = Counter(str(finding.severity) for finding in findings)
        here = [f for f in findings if wanted.severity is None or f.severity is wanted.severity]
        by_kind = Counter(str(finding.kind) for finding in here)
        for code, facet in self.severities.items():
            on = not wanted.accepted and code == str(wanted.severity or "")
            facet.show_number(by_severity[code] if code else len(findings), on=on)
        self.accepted.show_number(len(accepted), on=wanted.accepted)
        for code, facet in self.kinds.items():
            facet.show_number(by_kind[code], on=code == str(wanted.kind or ""))
            facet.setVisible(by_kind[code] > 0 or code == str(wanted.kind or ""))

    def _facet(self, code: str, words: Text, icon: str, token: str, wanted: Wanted) -> "Facet":
        """A second press on what is chosen takes the choice back."""
        facet = Facet(words, name=f"facet_{code or 'all'}", icon=icon, token=token)
        facet.clicked.connect(lambda on: self.picked.emit(wanted(on)))
        return facet

    @staticmethod
    def _of(severity: Severity) -> Wanted:
        return lambda on: FindingFilter(severity if on else None)

    def _within(self, kind: FindingKind) -> Wanted:
        """A kind within the severity that is chosen."""
        return lambda on: FindingFilter(self._severity, kind if on else None)


class Facet(Button):
    """A row with icon, words and a number at its right end."""

    def __init__(self, words: Text, *, name: str, icon: str, token: str) -> None:
        super().__init__(words, name=name, kind="facet", icon=icon)
        self.setCheckable(True)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.set_icon(icon, token)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        self._number = QLabel()
        self._number.setObjectName(f"{name}Number")
        self._number.setProperty("role", "note")
        self._number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addStretch(1)
        row.addWidget(self._number)

    def show_number(self, number: int, *, on: bool) -> None:
        """Show how many, and whether it is chosen."""
        self._number.setText(texting.number(number))
        self.setAccessibleDescription(texting.number(number))
        self.setChecked(on)


def _severity_words(severity: Severity) -> Text:
    return lambda: reading.word(severity)


def _kind_words(kind: FindingKind) -> Text:
    return lambda: heading(kind)[interface_language()]
