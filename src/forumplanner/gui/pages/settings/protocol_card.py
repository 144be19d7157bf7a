"""The card of protocol: how delegations, consular guests, names of one character and addresses are ordered."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal

from forumplanner.domain.name_rules import NameStyle
from forumplanner.domain.protocol import AddressOrder, DelegationOrder, HostPlace, ProtocolRules, Setting, SingleName
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

Choices = Sequence[tuple[StrEnum, Text]]


class ProtocolCard(SettingsCard):
    """`changed(rule, code)`: a rule of `ProtocolRules` by name, and the code of what was chosen."""

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Protocol"),
            lambda: _("How this forum orders guests, delegations and addresses"),
            name="settingsProtocol",
            icon="list-ordered",
        )
        self.combos: dict[str, Combo] = {}
        self._add("delegations", lambda: _("Delegations"), _delegations())
        self._add("host_place", lambda: _("Host country"), _host_places())
        self._add("setting", lambda: _("Embassies"), _settings())
        self._add("addresses", lambda: _("Addresses"), _addresses())
        self._add("single_name", lambda: _("Strokes"), _single_names())
        self._add("names", lambda: _("Family names"), _name_styles())
        self.column.addWidget(
            Label(
                lambda: _(
                    "Usual practice, no law: confirm the order of consular guests with the foreign affairs office."
                ),
                role="note",
                name="protocolNote",
                wrap=True,
            )
        )

    def show_rules(self, rules: ProtocolRules) -> None:
        """Show these."""
        for name, combo in self.combos.items():
            combo.choose(str(getattr(rules, name)))

    def _add(self, name: str, label: Text, choices: Choices) -> None:
        combo = Combo([(str(code), words) for code, words in choices], name=f"protocol_{name}", label=label, letters=26)
        combo.picked.connect(lambda key: self.changed.emit(name, key))
        self.combos[name] = combo
        self.row(label, combo, name=f"protocol_{name}Row")


def _delegations() -> Choices:
    return (
        (DelegationOrder.COUNTRY, lambda: _("Countries A–Z")),
        (DelegationOrder.PINYIN, lambda: _("Countries by pinyin")),
        (DelegationOrder.PROTOCOL, lambda: _("Rank of heads")),
        (DelegationOrder.CONFIRMED, lambda: _("Day of confirmation")),
        (DelegationOrder.STROKES, lambda: _("Strokes of the head’s family name")),
        (DelegationOrder.HAND, lambda: _("By hand")),
    )


def _host_places() -> Choices:
    return (
        (HostPlace.LAST, lambda: _("Last of the countries")),
        (HostPlace.FIRST, lambda: _("First of the countries")),
        (HostPlace.ALPHABET, lambda: _("At its place in the alphabet")),
    )


def _settings() -> Choices:
    return (
        (Setting.PROVINCIAL, lambda: _("By the foreign affairs office’s list")),
        (Setting.NATIONAL, lambda: _("By rank, before consular posts")),
    )


def _addresses() -> Choices:
    return (
        (AddressOrder.DESCENDING, lambda: _("Highest office first")),
        (AddressOrder.ASCENDING, lambda: _("Highest office last")),
        (AddressOrder.HOST_FIRST, lambda: _("Host first, then highest office")),
    )


def _name_styles() -> Choices:
    return (
        (NameStyle.CAPITALS, lambda: _("In capitals: CHEN Guoqiang")),
        (NameStyle.PLAIN, lambda: _("Plain: Chen Guoqiang")),
    )


def _single_names() -> Choices:
    return (
        (SingleName.SLOT, lambda: _("田富 before 田大利 (empty slot)")),
        (SingleName.NO_SLOT, lambda: _("田大利 before 田富 (no slot)")),
    )
