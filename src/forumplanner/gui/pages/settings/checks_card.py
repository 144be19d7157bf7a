"""The card of checks: how much each kind of finding matters in this forum."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from forumplanner.checks import DEFAULT_SEVERITIES, heading
from forumplanner.domain.kinds import Severity
from forumplanner.gui import leading, reading
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import FindingKind

USUAL = "usual"


class ChecksCard(SettingsCard):
    """`changed(kind, severity)`; "usual" goes back to what the program thinks."""

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Checks of this forum"),
            lambda: _("How much each kind of finding matters; what is off is not looked for"),
            name="settingsChecks",
            icon="shield-check",
        )
        self.combos: dict[FindingKind, Combo] = {}
        for kind, severity in DEFAULT_SEVERITIES.items():
            self._add(kind, severity)

    def show_severities(self, chosen: Mapping[str, Severity]) -> None:
        """What the forum decided; all others are as usual."""
        for kind, combo in self.combos.items():
            combo.choose(str(chosen.get(str(kind), USUAL)))

    def _add(self, kind: FindingKind, usual: Severity) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Picture(leading.icon(kind), "text2"))
        words = _words(kind)
        label = Label(words, name=f"check_{kind}Label")
        line.addWidget(label, 1)
        combo = Combo(
            [(USUAL, _usual(usual)), *((str(s), _word(s)) for s in Severity)],
            name=f"check_{kind}",
            label=words,
            small=True,
            letters=16,
        )
        combo.picked.connect(lambda key: self.changed.emit(str(kind), key))
        self.combos[kind] = combo
        line.addWidget(combo)
        self.column.addLayout(line)


def _words(kind: FindingKind) -> Text:
    return lambda: heading(kind)[interface_language()]


def _word(severity: Severity) -> Text:
    return lambda: reading.word(severity)


def _usual(severity: Severity) -> Text:
    return lambda: _("{severity} (usual)", severity=reading.word(severity))
