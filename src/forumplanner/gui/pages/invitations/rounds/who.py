"""Who gets a mail of a round: chips that narrow, with how many people they leave."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.invitations.rounds.words import DUTIES
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Chip
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import FilterChip
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.rounds import Known, Whom
from forumplanner.snapshots.rounds import Duty
from forumplanner.snapshots.telling import TellingPlan

_NOTHING = "none"


class WhoSection(Attentive, Section):
    """`changed(Whom)` when a chip was used."""

    changed = Signal(object)

    def __init__(self) -> None:
        self.count = Label("", role="muted", name="roundCount")
        super().__init__(lambda: _("Who"), self.count, name="roundWho", first=True)
        self._whom, self._chosen = Whom(), 0
        self._untold = self._silent = 0
        self._delegations: list[tuple[str, str]] = []
        self.untold = Chip(partial(self._counted, lambda: _("Not written to yet"), "_untold"), name="roundUntold")
        self.silent = Chip(partial(self._counted, lambda: _("No answer yet"), "_silent"), name="roundSilent")
        self.category = FilterChip(lambda: _("Category"), _categories, name="roundCategory")
        self.duty = FilterChip(lambda: _("Part in the programme"), _duties, name="roundDuty")
        self.delegation = FilterChip(lambda: _("Delegation"), lambda: self._delegations, name="roundDelegation")
        self.status = FilterChip(lambda: _("Reply"), _statuses, name="roundStatus")
        for row in ((self.untold, self.silent), (self.duty, self.category, self.delegation, self.status)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for chip in row:
                line.addWidget(chip)
            line.addStretch(1)
            self.column.addLayout(line)
        self._wire()

    def show_whom(self, whom: Whom) -> None:
        """Show what is on."""
        self._whom = whom
        self.untold.setChecked(whom.untold)
        self.silent.setChecked(whom.silent)
        self.category.show_on(frozenset(map(str, whom.categories)), _said(sorted(map(reading.word, whom.categories))))
        self.duty.show_on(
            frozenset(map(str, whom.duties)), _said([DUTIES[duty]() for duty in Duty if duty in whom.duties])
        )
        names = dict(self._delegations)
        self.delegation.show_on(whom.delegations, _said([names[key] for key in whom.delegations if key in names]))
        keys = frozenset(_NOTHING if one is None else str(one) for one in whom.statuses)
        self.status.show_on(keys, _said([words for key, words in _statuses() if key in keys]))
        for chip in (self.untold, self.silent):
            chip.retranslate()
            chip.recolour()

    def show_plan(self, plan: TellingPlan, known: Known) -> None:
        """Learn which delegations there are, and how many people nobody wrote to or who owe an answer."""
        groups = {reader.delegation_id: reader.delegation for reader in plan.readers if reader.delegation_id}
        named = ((key, reading.line(lines, plan.languages) or _("Country not known")) for key, lines in groups.items())
        self._delegations = sorted(named, key=lambda entry: entry[1])
        self._untold = sum(reader.participant_id not in known.told for reader in plan.readers)
        self._silent = sum(known.is_silent(reader) for reader in plan.readers)
        self.show_whom(self._whom)

    def show_count(self, chosen: int) -> None:
        """How many people the chips leave."""
        self._chosen = chosen
        self.count.say(self.count.setText, lambda: ngettext("{n} person chosen", "{n} people chosen", chosen))

    def retranslate(self) -> None:
        """What chips say is made of words."""
        super().retranslate()
        if hasattr(self, "status"):
            self.show_whom(self._whom)

    def _counted(self, words: Callable[[], str], number: str) -> str:
        count: int = getattr(self, number)
        return f"{words()} {texting.number(count)}" if count else words()

    def _wire(self) -> None:
        self.untold.clicked.connect(lambda on: self._tell(replace(self._whom, untold=on)))
        self.silent.clicked.connect(lambda on: self._tell(replace(self._whom, silent=on)))
        self.category.flipped.connect(self._flip_category)
        self.duty.flipped.connect(self._flip_duty)
        self.delegation.flipped.connect(self._flip_delegation)
        self.status.flipped.connect(self._flip_status)
        self.category.cleared.connect(lambda: self._tell(replace(self._whom, categories=frozenset())))
        self.duty.cleared.connect(lambda: self._tell(replace(self._whom, duties=frozenset())))
        self.delegation.cleared.connect(lambda: self._tell(replace(self._whom, delegations=frozenset())))
        self.status.cleared.connect(lambda: self._tell(replace(self._whom, statuses=frozenset())))

    def _flip_category(self, key: str, on: bool) -> None:
        now, one = self._whom.categories, frozenset({Category(key)})
        self._tell(replace(self._whom, categories=now | one if on else now - one))

    def _flip_duty(self, key: str, on: bool) -> None:
        now, one = self._whom.duties, frozenset({Duty(key)})
        self._tell(replace(self._whom, duties=now | one if on else now - one))

    def _flip_delegation(self, key: str, on: bool) -> None:
        now, one = self._whom.delegations, frozenset({key})
        self._tell(replace(self._whom, delegations=now | one if on else now - one))

    def _flip_status(self, key: str, on: bool) -> None:
        one = frozenset({None if key == _NOTHING else InvitationStatus(key)})
        now = self._whom.statuses
        self._tell(replace(self._whom, statuses=now | one if on else now - one))

    def _tell(self, whom: Whom) -> None:
        self.show_whom(whom)
        self.changed.emit(whom)


def _said(words: Sequence[str]) -> str:
    """One word for one, the first and how many more for several."""
    if len(words) < 2:
        return words[0] if words else ""
    return f"{words[0]} +{len(words) - 1}"


def _categories() -> list[tuple[str, str]]:
    return [(str(member), reading.word(member)) for member in Category]


def _duties() -> list[tuple[str, str]]:
    return [(str(duty), words()) for duty, words in DUTIES.items()]


def _statuses() -> list[tuple[str, str]]:
    members = [(str(member), reading.word(member)) for member in InvitationStatus]
    return [*members, (_NOTHING, _("Nothing recorded"))]
