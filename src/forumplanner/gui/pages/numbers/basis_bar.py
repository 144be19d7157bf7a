"""The row of choices over the numbers: who is counted, the host country, on site or online, rounding."""

from PySide6.QtCore import Signal

from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.rounding import STEPS, can_round
from forumplanner.domain.statistics import Basis, Counting, Measure, Presence
from forumplanner.gui import texting
from forumplanner.gui.widgets.buttons import Segmented
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext


class BasisBar(Toolbar):
    """`changed()` when another basis was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(name="numbersBasis")
        self.counting = Segmented(
            (
                (Counting.LISTED, lambda: _("On the list")),
                (Counting.INVITED, lambda: _("Invited")),
                (Counting.CONFIRMED, lambda: _("Have confirmed")),
                (Counting.ATTENDED, lambda: _("Attended")),
            ),
            name="numbersCounting",
            label=lambda: _("Who is counted"),
        )
        self.host = Segmented(
            (("in", lambda: _("With host country")), ("out", lambda: _("Without"))),
            name="numbersHost",
            label=lambda: _("Whether the host country is one of the countries"),
        )
        self.presence = Segmented(
            (
                (Presence.ALL, lambda: _("All")),
                (Presence.ON_SITE, lambda: measure_name(Measure.ON_SITE, interface_language())),
                (Presence.ONLINE, lambda: measure_name(Measure.ONLINE, interface_language())),
            ),
            name="numbersPresence",
            label=lambda: _("Which way of taking part"),
        )
        self.rounding = Segmented(
            (
                ("1", lambda: _("Exact")),
                ("10", lambda: _("Tens")),
                ("100", lambda: _("Hundreds")),
                ("1000", lambda: _("Thousands")),
            ),
            name="numbersRounding",
            label=lambda: _("How the number of people is rounded"),
        )
        parts = (self.counting, self.host, self.presence, self.rounding)
        for place, part in enumerate(parts):
            self.add(part)
            if place < len(parts) - 1:
                self.rule()
            part.picked.connect(lambda _key: self.changed.emit())
        self.stretch()

    def basis(self) -> Basis:
        """What is chosen."""
        return Basis(
            counting=Counting(self.counting.choice()),
            host=self.host.choice() == "in",
            presence=Presence(self.presence.choice()),
            rounding=int(self.rounding.choice()),
        )

    def offer_rounding(self, people: int) -> None:
        """Only roundings that say something; one that is chosen and says nothing any more gives way to the exact."""
        for step in STEPS:
            button = self.rounding.button(str(step))
            if can_round(people, step):
                button.enable()
            else:
                told = ngettext("{n} person", "{n} people", people)
                button.disable(
                    _("There are {people}: “over {n}” would be too much.", people=told, n=texting.number(step))
                )
        if not can_round(people, int(self.rounding.choice())):
            self.rounding.choose("1")
