"""Adding a person on the spot: the few fields that matter, with a word of warning where a namesake exists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from forumplanner.domain.kinds import Category
from forumplanner.domain.names import HAN, PersonName
from forumplanner.gui.pages.people.facts import choices
from forumplanner.gui.pages.people.twin import TwinLine
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What was typed about somebody new."""

    name: PersonName
    category: Category
    country: str
    institution_id: str
    title: Mapping[str, str]


class NewPersonCard(AddingCard):
    """`made(NewPerson)` on Ctrl+Enter or the button; Esc leaves, and what was typed stays for the next time."""

    made = Signal(object)

    def __init__(self) -> None:
        self.zh = Field(name="newPersonZh", label=lambda: _("Chinese name"))
        self.latin = Field(name="newPersonLatin", label=lambda: _("Passport name"))
        self.category = Combo(choices(Category), name="newPersonCategory", label=lambda: _("Category"))
        self.country = Picker(name="newPersonCountry", label=lambda: _("Country"), hint=lambda: _("Country"))
        self.place = Picker(name="newPersonPlace", label=lambda: _("Institution"), hint=lambda: _("Institution"))
        self.title_zh = Field(name="newPersonTitleZh", label=lambda: _("Title in Chinese"))
        self.title_en = Field(name="newPersonTitleEn", label=lambda: _("Title in English"))
        self.twin = Label("", role="warn", name="newPersonTwin", wrap=True)
        self.elsewhere = TwinLine(name="newPersonElsewhere", elsewhere_only=True)
        super().__init__(
            lambda: _("New person"),
            [
                (lambda: _("Chinese name"), self.zh),
                (lambda: _("Passport name"), self.latin),
                (lambda: _("Category"), self.category),
                (lambda: _("Country"), self.country),
                (lambda: _("Institution"), self.place),
                (lambda: _("Title in Chinese"), self.title_zh),
                (lambda: _("Title in English"), self.title_en),
            ],
            name="newPerson",
            add=lambda: _("Add person"),
            notes=(self.twin, self.elsewhere),
        )
        self._country, self._place = "", ""
        self._known: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self.wanted.connect(self._make)
        self.zh.textChanged.connect(self._look_for_twin)
        self.latin.textChanged.connect(self._look_for_twin)
        self.country.picked.connect(self._take_country)
        self.place.picked.connect(self._take_place)
        self.category.choose(str(Category.DELEGATE))

    def offer(self, countries: Sequence[Pick], places: Sequence[Pick], known: Mapping[str, str]) -> None:
        """What can be chosen; `known`: names already in the list with a line about their bearer."""
        self.country.set_choices(countries)
        self.place.set_choices(places)
        self._countries = {pick.id: pick.words for pick in countries}
        self._places = {pick.id: pick.words for pick in places}
        self._known = {name.casefold(): line for name, line in known.items()}

    def start(self, text: str = "") -> None:
        """Begin with what was typed elsewhere."""
        if text:
            (self.zh if HAN.search(text) else self.latin).setText(text)
        (self.latin if self.latin.text() else self.zh).setFocus()
        self._look_for_twin()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.zh, self.latin, self.title_zh, self.title_en):
            field.clear()
        for picker in (self.country, self.place):
            picker.show_chosen("")
        self._country, self._place = "", ""

    def _take_country(self, code: str) -> None:
        self._country = code
        self.country.show_chosen(self._countries.get(code, code))

    def _take_place(self, key: str) -> None:
        self._place = key
        self.place.show_chosen(self._places.get(key, ""))

    def _look_for_twin(self) -> None:
        typed = (self.zh.text().strip().casefold(), self.latin.text().strip().casefold())
        line = next((self._known[name] for name in typed if name and name in self._known), "")
        self.twin.setText(_("Already in the list: {who}", who=line) if line else "")
        self.twin.setVisible(bool(line))
        self.elsewhere.think_of(PersonName(zh=self.zh.text(), latin=self.latin.text()))

    def _make(self) -> None:
        name = PersonName(zh=self.zh.text(), latin=self.latin.text())
        if not name.tidied().shown():
            self.zh.set_wrong(_("A person needs a name in at least one script."))
            self.zh.setFocus()
            return
        self.zh.set_wrong("")
        title = {"zh-Hans": self.title_zh.text(), "en": self.title_en.text()}
        category = Category(self.category.key() or Category.DELEGATE)
        self.made.emit(NewPerson(name, category, self._country, self._place, title if any(title.values()) else {}))
