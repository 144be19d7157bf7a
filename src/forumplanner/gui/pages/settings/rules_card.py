"""The card of planning rules: prayer, lunch, walking, arrival and departure, hours of people online."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from forumplanner.domain.planning import PlanningRules
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

_CLOCK_WIDTH = 76


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of the day; `name` is that of its two rules without `_from`, `_to`."""

    name: str
    label: Callable[[], str]


class RulesCard(SettingsCard):
    """`changed(numbers)`: rules by name, in minutes."""

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Planning rules"),
            lambda: _("What the checks of this forum reckon with"),
            name="settingsRules",
            icon="clock",
        )
        self.clocks: dict[str, ClockField] = {}
        self.numbers: dict[str, Number] = {}
        for window in (
            _Window("prayer", lambda: _("Friday prayer")),
            _Window("meal", lambda: _("Lunch")),
            _Window("online", lambda: _("Online speakers")),
        ):
            self._add_window(window)
        self._add_number("walk", lambda: _("Walk"), lambda: _("between two buildings"))
        self._add_number("arrival_buffer", lambda: _("After arrival"), lambda: _("before the first own item"))
        self._add_number("departure_buffer", lambda: _("Before departure"), lambda: _("after the last own item"))

    def show_rules(self, rules: PlanningRules) -> None:
        """Show these; a field that is being typed in keeps its letters."""
        for name, clock in self.clocks.items():
            clock.set_value(getattr(rules, name))
        for name, number in self.numbers.items():
            if not number.hasFocus():
                number.set_value(getattr(rules, name))

    def _add_window(self, window: _Window) -> None:
        first, last = f"{window.name}_from", f"{window.name}_to"
        for name, label in ((first, lambda: _("From")), (last, lambda: _("To"))):
            clock = ClockField(name=f"rule_{name}", label=label)
            clock.setFixedWidth(_CLOCK_WIDTH)
            clock.changed.connect(lambda name=name, clock=clock: self._told(name, clock.value()))
            self.clocks[name] = clock
        dash = Label("–", role="note", name=f"rule_{window.name}Dash")
        note = (lambda: _("by their own clock")) if window.name == "online" else ""
        fields = (self.clocks[first], dash, self.clocks[last])
        self.row(window.label, *fields, name=f"rule_{window.name}", note=note)

    def _add_number(self, name: str, label: Callable[[], str], note: Callable[[], str]) -> None:
        number = Number(name=f"rule_{name}", label=label, most=600, unit=lambda: _(" min"), step=5)
        number.setFixedWidth(96)
        number.valueChanged.connect(lambda value: self._told(name, value))
        self.numbers[name] = number
        self.row(label, number, name=f"rule_{name}", note=note)

    def _told(self, name: str, value: int | None) -> None:
        if value is not None:
            self.changed.emit({name: value})
