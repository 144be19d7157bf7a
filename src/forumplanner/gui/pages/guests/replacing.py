"""Replaced by …: who comes instead, at which own rank, and what goes over."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from forumplanner.actions.guests import Comer
from forumplanner.actions.substitutes import OwnRank
from forumplanner.domain.guest_kinds import ProtocolLevel
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.substitution import CONSULAR, OTHERS, PRESET, Carry
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.pages.guests.person_field import PersonField
from forumplanner.gui.pages.guests.record import choices
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestCard


@dataclass(frozen=True, slots=True)
class Substitution:
    """Who comes instead, at which rank, with what, and how it became known."""

    comer: Comer
    rank: OwnRank
    carry: frozenset[Carry] = field(default_factory=frozenset)
    text: str = ""


class CarryTick(Attentive, QCheckBox):
    """One thing that may go over."""

    def __init__(self, carry: Carry) -> None:
        super().__init__()
        self.setObjectName(f"carry_{carry}")
        self.say(self.setText, _CARRIES[carry])
        self.setChecked(carry in PRESET)


class ReplaceCard(FormCard):
    """`made(Substitution)`."""

    made = Signal(object)

    def __init__(self) -> None:
        super().__init__(lambda: _("Replaced by…"), lambda: _("Replace"), lambda: _("Leave"), name="replaceGuest")
        self._key = ""
        self.person = PersonField(name="replacePerson", label=lambda: _("Who comes instead"))
        self.rank = Combo(choices(ConsularClass), name="replaceClass", label=lambda: _("Own class"))
        self.role = Combo(choices(ConsularRole), name="replaceRole", label=lambda: _("Function"))
        self.level = Combo(choices(ProtocolLevel), name="replaceLevel", label=lambda: _("Own level"))
        self.title_zh = Field(name="replaceTitleZh", label=lambda: _("Title in Chinese"))
        self.title_en = Field(name="replaceTitleEn", label=lambda: _("Title in English"))
        self.text = Field(name="replaceText", label=lambda: _("How it became known"))
        self.ticks = {carry: CarryTick(carry) for carry in Carry}
        self.rule = Label(
            lambda: _("Order and rostrum: at the own rank, not the absentee’s."),
            role="note",
            name="replaceRule",
            wrap=True,
        )
        self.add(
            (
                ((lambda: _("Who comes instead"), self.person),),
                ((lambda: _("Own class"), self.rank), (lambda: _("Function"), self.role)),
                ((lambda: _("Own level"), self.level),),
                ((lambda: _("Title in Chinese"), self.title_zh), (lambda: _("Title in English"), self.title_en)),
                ((lambda: _("How it became known"), self.text),),
            )
        )
        box = QWidget()
        box.setObjectName("replaceCarries")
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // 2, place % 2)
        self.add((((lambda: _("What goes over"), box),),))
        self.column.insertWidget(2, self.rule)

    def ticks_shown(self) -> list[str]:
        """Codes of what may go over for this guest."""
        return [str(carry) for carry, tick in self.ticks.items() if not tick.isHidden()]

    def start(self, card: GuestCard) -> None:
        """Begin about a guest; about the same one what was typed is still there."""
        self.who.set_text(words.title(card.line))
        consular = card.line.consular
        for field_ in (self.rank, self.role, self.title_zh, self.title_en):
            self.show_field(field_, on=consular)
        self.show_field(self.level, on=not consular)
        offered = CONSULAR if consular else OTHERS
        for carry, tick in self.ticks.items():
            tick.setVisible(carry in offered)
        if self._key != card.line.id:
            self._key = card.line.id
            self.clear()
        self.person.setFocus()

    def clear(self) -> None:
        """Forget what was typed; the ticks are preset again."""
        self.person.clear()
        for field_ in (self.title_zh, self.title_en, self.text):
            field_.clear()
        self.rank.choose("")
        self.level.choose("")
        self.role.choose(str(ConsularRole.OFFICER))
        for carry, tick in self.ticks.items():
            tick.setChecked(carry in PRESET)
        self.refuse("")

    def finish(self) -> None:
        """Tell who comes instead; say what is missing."""
        comer = self.person.comer()
        self.refuse("" if comer else _("Choose a person, or type the name of a new one and press Enter."))
        if comer is None:
            return
        rank = OwnRank(
            consular_class=ConsularClass(self.rank.key()) if self.rank.key() else None,
            role=ConsularRole(self.role.key()) if self.role.key() else None,
            level=ProtocolLevel(self.level.key()) if self.level.key() else None,
            title={"zh-Hans": self.title_zh.text(), "en": self.title_en.text()},
        )
        carry = frozenset(carry for carry, tick in self.ticks.items() if tick.isVisibleTo(self) and tick.isChecked())
        self.made.emit(Substitution(comer, rank, carry, self.text.text()))


_CARRIES: dict[Carry, Text] = {
    Carry.PROGRAMME: lambda: _("Address in the programme"),
    Carry.LIST: lambda: _("Place among the guests"),
    Carry.CAR: lambda: _("Car pass"),
    Carry.LIAISON: lambda: _("Car and liaison"),
    Carry.INTERPRETING: lambda: _("Interpreting"),
    Carry.COMPANIONS: lambda: _("Companions"),
}
