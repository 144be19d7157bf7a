"""The page Settings: cards in two columns; everything applies at once, what belongs to the forum can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner import settings
from forumplanner.actions import check_settings as verbs
from forumplanner.actions import country_names, orders
from forumplanner.domain.kinds import Severity
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import theme
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.pages.settings.checks_card import USUAL, ChecksCard
from forumplanner.gui.pages.settings.countries_card import CountriesCard
from forumplanner.gui.pages.settings.days_card import DaysCard
from forumplanner.gui.pages.settings.look_card import LookCard
from forumplanner.gui.pages.settings.protocol_card import ProtocolCard
from forumplanner.gui.pages.settings.rules_card import RulesCard
from forumplanner.gui.pages.settings.walks_card import WalksCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.queries import check_settings as query
from forumplanner.snapshots.check_settings import CheckSettings
from forumplanner.snapshots.findings import FindingKind

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset({"forum", "check_setting", "walk", "special_day", "room", "participant", "consular_guest"})


class SettingsPage(Page):
    """Reads the forum's settings whenever one of their tables changed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="settingsPage")
        self.head = PageHead(lambda: _("Settings"), name="settingsHead")
        self.head.set_facts(lambda: _("This computer and this forum"))
        self.look, self.rules, self.walks = LookCard(), RulesCard(), WalksCard()
        self.days, self.checks = DaysCard(), ChecksCard()
        self.protocol, self.countries = ProtocolCard(), CountriesCard()
        self._lay_out()
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - few values: all are read again
        """Read the settings in a thread; what is being typed stays."""
        store, forum_id = self.frame.store, self.frame.forum_id
        self.look.show_choices(settings.load().user.name or store.actor)

        def work(_progress: object) -> CheckSettings:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=self._show, failed=lambda error: self.frame.toast(str(error)))

    def touches(self, changed: "Changed") -> bool:
        """Whether any of its tables changed."""
        return any(table in _TABLES for table, _key in changed.touched)

    def facts(self) -> str:
        """What belongs where."""
        return _("Window and name are kept on this computer, everything else in the forum’s file")

    def first_focus(self) -> QWidget | None:
        """The first group."""
        return self._groups[0]

    def show_target(self, target: str) -> None:
        """Bring a card into sight: "protocol", "countries", "rules", "walks", "days", "checks"."""
        card = getattr(self, target, None)
        if isinstance(card, SettingsCard):
            self._area.verticalScrollBar().setValue(card.y())

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        if hasattr(self, "days"):
            self.days.rows.forget()
            self.countries.rows.forget()
            self.walks.rows.forget()

    def recolour(self) -> None:
        """The scheme may have been changed elsewhere."""
        super().recolour()
        if hasattr(self, "look"):
            self.look.scheme.choose(theme.current())

    def _show(self, read: CheckSettings) -> None:
        self.rules.show_rules(read.rules)
        self.walks.show_settings(read)
        self.days.show_settings(read)
        self.protocol.show_rules(read.protocol)
        self.countries.show_settings(read)
        self.checks.show_severities({chosen.kind: chosen.severity for chosen in read.severities})

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._area = QScrollArea()
        self._area.setObjectName("settingsScroll")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards = QWidget()
        cards.setObjectName("settingsCards")
        columns = QHBoxLayout(cards)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(16)
        left = self.look, self.rules, self.protocol, self.countries, self.walks, self.days
        for stack in (left, (self.checks,)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for card in stack:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area.setWidget(cards)
        row.addWidget(self._rail())
        row.addWidget(self._area, 1)
        self.column.addLayout(row, 1)

    def _rail(self) -> QFrame:
        rail = QFrame()
        rail.setObjectName("settingsRail")
        rail.setProperty("place", "side")
        rail.setFixedWidth(212)
        column = QVBoxLayout(rail)
        column.setContentsMargins(8, 14, 8, 12)
        column.setSpacing(2)
        self._groups = [
            self._group(lambda: _("Window and name"), "sun", self.look),
            self._group(lambda: _("Planning rules"), "clock", self.rules),
            self._group(lambda: _("Protocol"), "list-ordered", self.protocol),
            self._group(lambda: _("Names of countries"), "flag", self.countries),
            self._group(lambda: _("Walks between buildings"), "map-pin", self.walks),
            self._group(lambda: _("National days"), "calendar-check", self.days),
            self._group(lambda: _("Checks of this forum"), "shield-check", self.checks),
        ]
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        note = Label(
            lambda: _("Changes apply at once. Those of the forum can be undone."),
            role="note",
            name="settingsNote",
            wrap=True,
        )
        column.addWidget(note)
        return rail

    def _group(self, words: Text, icon: str, card: SettingsCard) -> Button:
        button = Button(words, name=f"group_{card.objectName()}", kind="facet", icon=icon)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(lambda: self._area.ensureWidgetVisible(card, 0, 16))
        return button

    def _connect(self) -> None:
        self.look.preferred.connect(self.frame.prefer)
        self.rules.changed.connect(self._set_rules)
        self.walks.changed.connect(self._set_walk)
        self.checks.changed.connect(self._set_severity)
        self.protocol.changed.connect(self._set_protocol)
        self.countries.named.connect(self._name_country)
        self.days.added.connect(self._add_day)
        self.days.removed.connect(self._remove_day)

    def _do(self, verb: Callable[[], object]) -> bool:
        """Run a verb; where it was refused, show again what holds."""
        before = self.frame.store.head()
        done(self.frame, verb)
        changed = self.frame.store.head() != before
        if not changed:
            self.refresh(None)
        return changed

    def _set_rules(self, numbers: dict[str, int]) -> None:
        self._do(lambda: verbs.set_planning(self.frame.store, forum_id=self.frame.forum_id, **numbers))

    def _set_walk(self, building: str, other: str, minutes: int) -> None:
        chosen = None if minutes < 0 else minutes
        self._do(
            lambda: verbs.set_walk(
                self.frame.store, forum_id=self.frame.forum_id, building=building, other=other, minutes=chosen
            )
        )

    def _set_protocol(self, rule: str, code: str) -> None:
        choice = ProtocolRules.of({rule: code})
        self._do(
            lambda: orders.set_protocol_rules(
                self.frame.store, forum_id=self.frame.forum_id, **{rule: getattr(choice, rule)}
            )
        )

    def _name_country(self, code: str, chinese: str, english: str) -> None:
        texts = {ZH: chinese, EN: english}
        self._do(
            lambda: country_names.name_country(
                self.frame.store, forum_id=self.frame.forum_id, country=code, texts=texts
            )
        )

    def _set_severity(self, kind: str, key: str) -> None:
        severity = None if key == USUAL else Severity(key)
        self._do(
            lambda: verbs.set_severity(
                self.frame.store, forum_id=self.frame.forum_id, kind=FindingKind(kind), severity=severity
            )
        )

    def _add_day(self) -> None:
        card, day = self.days, self.days.day.value()
        if day is None:
            card.day.set_wrong(_("Enter the day first, such as 2027-10-23."))
            card.day.setFocus()
            return
        name = {ZH: card.chinese.text(), EN: card.english.text()}
        if self._do(
            lambda: verbs.add_special_day(
                self.frame.store, forum_id=self.frame.forum_id, day=day, name=name, country=card.country.key()
            )
        ):
            card.clear()

    def _remove_day(self, key: str) -> None:
        self._do(lambda: verbs.remove_special_day(self.frame.store, day_id=UUID(key)))
