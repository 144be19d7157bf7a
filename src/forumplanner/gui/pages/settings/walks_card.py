"""The card of walks: minutes on foot between each two buildings that have rooms."""

from itertools import combinations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.check_settings import CheckSettings

Pair = tuple[str, str, int, bool]
"""Two buildings, minutes between them, whether those are their own."""
_MOST = 15
"""Pairs shown at most; a venue of more buildings than six is walked by the usual minutes."""


class WalksCard(SettingsCard):
    """`changed(building, other, minutes)`; minutes -1 for the usual ones. Hidden while there is one building."""

    changed = Signal(str, str, int)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Walks between buildings"),
            lambda: _("Either way; where nothing is entered, the usual minutes hold"),
            name="settingsWalks",
            icon="map-pin",
        )
        self.rows: Rows[Pair] = Rows(self._row, name="settingsWalkRows", gap=6)
        self.column.addWidget(self.rows)

    def show_settings(self, settings: CheckSettings) -> None:
        """Each pair of buildings with its minutes."""
        own = {frozenset((walk.building, walk.other)): walk.minutes for walk in settings.walks}
        pairs = [
            (one, other, own.get(frozenset((one, other)), settings.rules.walk), frozenset((one, other)) in own)
            for one, other in combinations(sorted(settings.buildings), 2)
        ]
        self.rows.show_values(pairs[:_MOST])
        self.setVisible(bool(pairs))

    def _row(self, pair: Pair) -> QWidget:
        one, other, minutes, own = pair
        line = QWidget()
        line.setObjectName(f"walk_{one}_{other}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Elide(f"{one} – {other}", name=f"walk_{one}_{other}_words"), 1)
        number = Number(
            name=f"walk_{one}_{other}_minutes", label=f"{one} – {other}", most=180, unit=lambda: _(" min"), step=1
        )
        number.setFixedWidth(96)
        number.set_value(minutes)
        number.valueChanged.connect(lambda value: self.changed.emit(one, other, value))
        if own:
            usual = Button(lambda: _("As usual"), name=f"walk_{one}_{other}_usual", kind="text", small=True)
            usual.clicked.connect(lambda: self.changed.emit(one, other, -1))
            row.addWidget(usual)
        else:
            row.addWidget(Label(lambda: _("as usual"), role="note", name=f"walk_{one}_{other}_note"))
        row.addWidget(number)
        return line
