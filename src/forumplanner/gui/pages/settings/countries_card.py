"""The card of country names: what this forum calls a country where that differs from the program's name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.countries import country_name
from forumplanner.domain.text import EN, ZH
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.check_settings import CheckSettings, OwnCountry


class CountriesCard(SettingsCard):
    """`named(code, chinese, english)`; both empty for the program's names again."""

    named = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Names of countries"),
            lambda: _("As papers and badges of this forum print them; the program has the short names of the UN"),
            name="settingsCountries",
            icon="flag",
        )
        self._own: dict[str, OwnCountry] = {}
        self.rows: Rows[OwnCountry] = Rows(self._row, name="countryRows", gap=4)
        self.column.addWidget(self.rows)
        self.country = Combo(name="ownCountry", label=lambda: _("Country"), letters=4)
        self.chinese = Field(
            name="ownCountryChinese", label=lambda: _("Name in Chinese"), hint=lambda: _("Name in Chinese")
        )
        self.english = Field(
            name="ownCountryEnglish", label=lambda: _("Name in English"), hint=lambda: _("Name in English")
        )
        self.keep = Button(lambda: _("Keep this name"), name="ownCountryKeep", icon="check")
        line = QHBoxLayout()
        line.setSpacing(8)
        for field in (self.country, self.chinese, self.english):
            line.addWidget(field, 1)
        self.column.addLayout(line)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self.country.picked.connect(lambda _code: self._fill())
        self.keep.clicked.connect(self._told)

    def show_settings(self, settings: CheckSettings) -> None:
        """The names of the forum's own, and the countries to choose from; what is being typed stays."""
        self._own = {one.code: one for one in settings.names}
        self.rows.show_values(settings.names)
        codes = sorted({*settings.countries, *self._own, settings.host} - {""})
        self.country.set_choices([("", lambda: _("Country")), *((code, _name(code)) for code in codes)])
        if not (self.chinese.hasFocus() or self.english.hasFocus()):
            self._fill()

    def _fill(self) -> None:
        """The names that hold for the chosen country."""
        code = self.country.key()
        own = self._own.get(code)
        self.chinese.setText((own.chinese if own else "") or (country_name(code, ZH) if code else ""))
        self.english.setText((own.english if own else "") or (country_name(code, EN) if code else ""))
        self.keep.setEnabled(bool(code))

    def _told(self) -> None:
        self.named.emit(self.country.key(), self.chinese.text(), self.english.text())

    def _row(self, one: OwnCountry) -> QWidget:
        line = QWidget()
        line.setObjectName(f"country_{one.code}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        usual = country_name(one.code, interface_language())
        words = " · ".join(filter(None, (usual, one.chinese, one.english)))
        row.addWidget(Elide(words, name=f"country_{one.code}Words"), 1)
        usual_again = Button(
            name=f"country_{one.code}Remove",
            kind="icon",
            icon="x",
            tip=lambda: _("Take the program’s name again"),
            small=True,
        )
        usual_again.clicked.connect(lambda: self.named.emit(one.code, "", ""))
        row.addWidget(usual_again)
        return line


def _name(code: str) -> str:
    return country_name(code, interface_language())
