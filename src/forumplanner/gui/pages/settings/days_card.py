"""The card of national days: what the secretariat adds to the days that the program knows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.countries import country_name
from forumplanner.gui import texting
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.check_settings import CheckSettings, OwnDay


class DaysCard(SettingsCard):
    """`added()`: the fields hold a day; `removed(id)`."""

    added = Signal()
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("National days and holidays"),
            lambda: _("The program knows the days of 20 countries for 2026 to 2029; add what is missing"),
            name="settingsDays",
            icon="calendar-check",
        )
        self.rows: Rows[OwnDay] = Rows(self._row, name="settingsDayRows", gap=4)
        self.column.addWidget(self.rows)
        self.day = DayField(name="newDay", label=lambda: _("Day"))
        self.country = Combo(name="newDayCountry", label=lambda: _("Country"))
        self.chinese = Field(
            name="newDayChinese", label=lambda: _("Name in Chinese"), hint=lambda: _("Name in Chinese")
        )
        self.english = Field(
            name="newDayEnglish", label=lambda: _("Name in English"), hint=lambda: _("Name in English")
        )
        self.add = Button(lambda: _("Add the day"), name="newDayAdd", icon="plus")
        self.add.clicked.connect(self.added)
        for fields in ((self.day, self.country), (self.chinese, self.english)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for field in fields:
                line.addWidget(field, 1)
            self.column.addLayout(line)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)

    def show_settings(self, settings: CheckSettings) -> None:
        """The days added so far, and the countries to choose from."""
        self.rows.show_values(settings.days)
        countries = [(code, lambda code=code: _country(code)) for code in settings.countries]
        self.country.set_choices([("", lambda: _("All countries")), *countries])

    def clear(self) -> None:
        """Ready for the next day."""
        for field in (self.day, self.chinese, self.english):
            field.clear()

    def _row(self, day: OwnDay) -> QWidget:
        line = QWidget()
        line.setObjectName(f"day_{day.id}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tag = interface_language()
        country = _country(day.country) if day.country else _("All countries")
        words = " · ".join((texting.day_of_year(day.day), day.name.best(tag), country))
        row.addWidget(Elide(words, name=f"day_{day.id}Words"), 1)
        remove = Button(
            name=f"day_{day.id}Remove", kind="icon", icon="x", tip=lambda: _("Take the day out"), small=True
        )
        remove.clicked.connect(lambda: self.removed.emit(day.id))
        row.addWidget(remove)
        return line


def _country(code: str) -> str:
    return country_name(code, interface_language())
