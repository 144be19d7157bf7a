"""A new delegation: country and institution by type-ahead, a name of its own where it needs one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from forumplanner.domain.text import EN, ZH
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class NewDelegation:
    """What was typed about a new delegation."""

    country: str
    institution_id: str
    name: Mapping[str, str]


class NewDelegationCard(AddingCard):
    """`made(NewDelegation)` on Ctrl+Enter or the button; Esc leaves, and what was typed stays for the next time."""

    made = Signal(object)

    def __init__(self) -> None:
        self.country = Picker(name="newDelegationCountry", label=lambda: _("Country"), hint=lambda: _("Country"))
        self.place = Picker(name="newDelegationPlace", label=lambda: _("Institution"), hint=lambda: _("Institution"))
        self.zh = Field(
            name="newDelegationZh", label=lambda: _("Name in Chinese"), hint=lambda: _("as the institution")
        )
        self.en = Field(
            name="newDelegationEn", label=lambda: _("Name in English"), hint=lambda: _("as the institution")
        )
        self.twin = Label("", role="warn", name="newDelegationTwin", wrap=True)
        super().__init__(
            lambda: _("New delegation"),
            [
                (lambda: _("Country"), self.country),
                (lambda: _("Institution"), self.place),
                (lambda: _("Name in Chinese"), self.zh),
                (lambda: _("Name in English"), self.en),
            ],
            name="newDelegation",
            add=lambda: _("Add delegation"),
            notes=(self.twin,),
        )
        self._chosen = {"country": "", "place": ""}
        self._words: dict[str, dict[str, str]] = {"country": {}, "place": {}}
        self._known: Mapping[str, str] = {}
        self.country.picked.connect(lambda key: self._take("country", key))
        self.place.picked.connect(lambda key: self._take("place", key))
        self.wanted.connect(self._make)

    def offer(self, countries: Sequence[Pick], places: Sequence[Pick], known: Mapping[str, str]) -> None:
        """What can be chosen; `known`: institutions that have a delegation already, and what that is called."""
        self.country.set_choices(countries)
        self.place.set_choices(places)
        self._words = {
            "country": {pick.id: pick.words for pick in countries},
            "place": {pick.id: pick.words for pick in places},
        }
        self._known = known

    def clear(self) -> None:
        """Forget what was typed."""
        self._chosen = {"country": "", "place": ""}
        for picker in (self.country, self.place):
            picker.show_chosen("")
            picker.setText("")
        for field in (self.zh, self.en):
            field.clear()
        self.twin.hide()

    def _take(self, which: str, key: str) -> None:
        self._chosen[which] = key
        picker = self.country if which == "country" else self.place
        words = self._words[which].get(key, key)
        picker.show_chosen(words)
        picker.setText(words)
        twin = self._known.get(self._chosen["place"], "")
        self.twin.setText(_("There is a delegation of it already: {name}", name=twin) if twin else "")
        self.twin.setVisible(bool(twin))

    def _make(self) -> None:
        name = {ZH: self.zh.text().strip(), EN: self.en.text().strip()}
        self.made.emit(
            NewDelegation(
                self._chosen["country"], self._chosen["place"], {tag: text for tag, text in name.items() if text}
            )
        )
