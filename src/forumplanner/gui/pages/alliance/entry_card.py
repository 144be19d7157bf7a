"""The card of a new entry in the ledger: who came, got another standing or left, named or only counted, and when."""

from dataclasses import dataclass

from forumplanner.actions.alliance import Circumstances
from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.gui.pages.alliance.choosing import Chooser
from forumplanner.gui.pages.alliance.typed_fields import WhenField
from forumplanner.gui.pages.alliance.words import choices
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.fields import Combo, Field, Number
from forumplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What was typed about an entry; `number` over 0: institutions without a name."""

    change: AllianceChange
    standing: Standing
    key: str
    name: str
    number: int
    at: Circumstances


class EntryCard(AddingCard):
    """Whom: an institution, or a number of them."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self.change = Combo(choices(AllianceChange), name="entryNewChange", label=lambda: _("What"))
        self.whom = Chooser(
            name="entryNewWhom",
            label=lambda: _("Institution"),
            hint=lambda: _("Name or initials"),
            new=lambda text: _("New institution “{name}”", name=text),
        )
        self.number = Number(name="entryNewNumber", label=lambda: _("Or without names"), most=9999)
        self.when = WhenField(name="entryNewWhen", label=lambda: _("Day or year"))
        self.standing = Combo(choices(Standing), name="entryNewStanding", label=lambda: _("As"))
        self.zh = Field(name="entryNewZh", label=lambda: _("Occasion"), hint=lambda: _("Chinese"))
        self.en = Field(name="entryNewEn", label=lambda: _("Occasion"), hint=lambda: _("English"))
        super().__init__(
            lambda: _("New entry in the ledger"),
            [
                (lambda: _("Institution"), self.whom),
                (lambda: _("Or without names"), self.number),
                (lambda: _("What"), self.change),
                (lambda: _("As"), self.standing),
                (lambda: _("Day or year"), self.when),
                (lambda: _("Occasion"), self.zh),
                ("", self.en),
            ],
            name="entryNew",
            add=lambda: _("Enter it"),
        )
        self.standing.choose(str(Standing.MEMBER))
        self.change.picked.connect(lambda _key: self._show_standing())

    def prepare(self, change: AllianceChange, key: str, words: str) -> None:
        """Fill in the next entry of a member."""
        self.change.choose(str(change))
        self.whom.choose(key, words)
        self.number.set_value(0)
        self._show_standing()

    def entry(self) -> NewEntry:
        """What was typed."""
        occasion = dict(zip(self._tags, (self.zh.text(), self.en.text()), strict=False))
        at = Circumstances(self.when.value(), self.when.year(), occasion)
        return NewEntry(
            AllianceChange(self.change.key() or AllianceChange.ADMITTED),
            Standing(self.standing.key() or Standing.MEMBER),
            self.whom.key,
            self.whom.typed,
            0 if self.whom.key or self.whom.typed else self.number.value(),
            at,
        )

    def empty_out(self) -> None:
        """Ready for the next institution of the same day."""
        self.whom.clear_choice()
        self.number.set_value(0)
        self.change.choose(str(AllianceChange.ADMITTED))
        self._show_standing()

    def _show_standing(self) -> None:
        self.show_row(self.standing, shown=self.change.key() != str(AllianceChange.LEFT))
