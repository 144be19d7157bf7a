"""The tab Details: what is missing, who leads and who looks after it, how its people come, its hotel and its data."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.languages import language_name
from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.gui import reading
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.choosing import AskingPicker, OfficeSection
from forumplanner.gui.pages.delegations.missing import MissingCard
from forumplanner.gui.pages.delegations.rows import groups
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field, Number
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.picker import Picker
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.delegations import (
    DelegationDetail,
    DelegationLine,
    Delegations,
    Escort,
    Trip,
)
from forumplanner.snapshots.wordings import Pair


@dataclass(frozen=True, slots=True)
class _Way:
    """One arrival or departure with how many come by it, and the language in which it is said."""

    trip: Trip
    number: int
    icon: str
    tag: str


class Details(Attentive, QWidget):
    """`written(field, text)` when a field was rewritten and left; `edited(field, tag, text)` for one side of a pair."""

    written = Signal(str, str)
    edited = Signal(str, str, str)
    confirmed = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationDetails")
        self.missing = MissingCard()
        self.head = OfficeSection(
            lambda: _("Head of delegation"),
            name="delegationHead",
            icon="user",
            hint=lambda: _("A member’s name"),
            note="calendar-days",
            vacant=False,
            first=True,
        )
        who = lambda: _("Name or language, initials will do")  # noqa: E731 - a word for a word
        self.liaison = OfficeSection(lambda: _("Liaison officer"), name="delegationLiaison", icon="user", hint=who)
        self.interpreter = OfficeSection(
            lambda: _("Interpreter"), name="delegationInterpreter", icon="languages", hint=who
        )
        self.ways: Rows[_Way] = Rows(_way, name="delegationWays")
        self.travel = Section(lambda: _("Arrival and departure"), name="delegationTravel")
        self.travel.column.addWidget(self.ways)
        self.hotel = PairSlot(lambda: _("Hotel"), name="delegationHotel")
        self.lodging = Section(lambda: _("Lodging"), name="delegationLodging")
        self.lodging.column.addWidget(self.hotel)
        self.data = DataSection()
        self.remove = Button(
            lambda: _("Dissolve the delegation"), name="delegationRemove", kind="danger", icon="trash-2", small=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        sections = (self.missing, self.head, self.liaison, self.interpreter, self.travel, self.lodging, self.data)
        for widget in sections:
            column.addWidget(widget)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.remove.clicked.connect(lambda _checked: self.removed.emit())
        self.hotel.edited.connect(lambda tag, text: self.edited.emit("hotel", tag, text))
        self.data.name.edited.connect(lambda tag, text: self.edited.emit("name", tag, text))
        self.data.name.confirmed.connect(self.confirmed)
        self.data.written.connect(self.written)

    def show_line(self, line: DelegationLine, delegations: Delegations, detail: DelegationDetail) -> None:
        """Show a delegation; what is being typed stays."""
        languages = delegations.languages
        self.missing.show_line(line)
        self._show_head(line, languages, detail)
        for section, escort, none, grave in (
            (self.liaison, line.liaison, _("Nobody looks after it yet"), True),
            (self.interpreter, line.interpreter, _("None"), False),
        ):
            who = _escort_words(escort) if escort else ""
            more = _more_groups(escort) if escort and section is self.liaison else ""
            section.show_holder(who, beside=more, note=escort.phone if escort else "", none=none, grave=grave)
        tag = interface_language()
        ways = [_Way(trip, number, "plane-landing", tag) for trip, number in groups(line)]
        leaving: dict[Trip, int] = {}
        for trip in detail.departures:
            leaving[trip] = leaving.get(trip, 0) + 1
        ways += [_Way(trip, leaving[trip], "plane-takeoff", tag) for trip in sorted(leaving, key=_when)]
        self.ways.show_values(ways)
        self.travel.setVisible(bool(ways))
        self.hotel.show_pair(line.hotel, languages)
        self.data.show_line(line, languages)

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.ways.forget()

    def _show_head(self, line: DelegationLine, languages: tuple[str, ...], detail: DelegationDetail) -> None:
        coming = [head for head in line.heads if head.comes]
        names = [" ".join(filter(None, (cells.name(one.name), reading.line(one.post, languages)))) for one in coming]
        does = reading.listed(reading.words(pair, languages) for pair in detail.head_does[:3])
        declined = reading.listed(cells.name(head.name) for head in line.heads if not head.comes)
        none = _("{name} has declined; choose another head", name=declined) if declined else _("Nobody leads it yet")
        beside = _("two heads") if len(coming) > 1 else ""
        self.head.show_holder(reading.listed(names), beside=beside, note=does, none=none, grave=True)


class PairSlot(QWidget):
    """Holds a bilingual field whose sides are the forum's languages, in the forum's order."""

    edited = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, label: Text, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Slot")
        self._label, self._name = label, name
        self._tags: tuple[str, ...] = ()
        self.field = BilingualField(label, name=name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_pair(self, pair: Pair, tags: tuple[str, ...]) -> None:
        """Show a text; another pair of languages makes another field."""
        if tags != self._tags:
            self._tags = tags
            self.field.hide()
            self._row.removeWidget(self.field)
            self.field.deleteLater()
            self.field = BilingualField(self._label, name=self._name, tags=tags)
            self.field.edited.connect(self.edited)
            self.field.confirmed.connect(self.confirmed)
            self._row.addWidget(self.field)
        self.field.set_value(pair)


class DataSection(Section):
    """Name, country, institution, people without names, contact, confirmation, notes: `written(field, text)`."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Delegation"), name="delegationData")
        self.name = PairSlot(lambda: _("Name"), name="delegationName")
        self.country = Picker(name="delegationCountry", label=lambda: _("Country"), hint=lambda: _("Country"))
        self.place = AskingPicker(name="delegationPlace", label=lambda: _("Institution"), hint=lambda: _("Institution"))
        self.unnamed = Number(name="delegationUnnamed", label=lambda: _("Without names"), most=9999)
        self.contact = Field(name="delegationContact", label=lambda: _("Contact"), hint=lambda: _("Whom to ask"))
        self.language = Combo(_languages(), name="delegationLanguage", label=lambda: _("Writes in"))
        self.confirmed = DayField(name="delegationConfirmed", label=lambda: _("Confirmed on"))
        self.notes = Field(name="delegationNotes", label=lambda: _("Notes"))
        self.column.addWidget(self.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        entries: list[tuple[Text, QWidget]] = [
            (lambda: _("Country"), self.country),
            (lambda: _("Institution"), self.place),
            (lambda: _("Without names"), self.unnamed),
            (lambda: _("Contact"), self.contact),
            (lambda: _("Writes in"), self.language),
            (lambda: _("Confirmed on"), self.confirmed),
            (lambda: _("Notes"), self.notes),
        ]
        for row, (text, widget) in enumerate(entries):
            grid.addWidget(Label(text, role="label", name=f"{widget.objectName()}Label"), row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self._values: Mapping[str, str] = {}
        self._connect()

    def show_line(self, line: DelegationLine, languages: tuple[str, ...]) -> None:
        """Show the values; a field that is being typed in keeps its letters."""
        day = line.confirmed_on.isoformat() if line.confirmed_on else ""
        self._values = {"contact": line.contact, "notes": line.notes, "confirmed": day}
        self.name.show_pair(line.name, languages)
        self.country.show_chosen(reading.country(line.country))
        self.place.show_chosen(reading.line(line.institution, languages))
        self.unnamed.set_value(line.unnamed)
        self.language.choose(line.contact_language)
        for key, field in self._fields().items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(self._values[key])
                field.setCursorPosition(0)

    def _fields(self) -> dict[str, Field]:
        return {"contact": self.contact, "notes": self.notes, "confirmed": self.confirmed}

    def _connect(self) -> None:
        self.country.picked.connect(lambda key: self.written.emit("country", key))
        self.place.picked.connect(lambda key: self.written.emit("institution", key))
        self.unnamed.valueChanged.connect(lambda number: self.written.emit("unnamed", str(number)))
        self.language.picked.connect(lambda key: self.written.emit("language", key))
        for key, field in self._fields().items():
            field.editingFinished.connect(lambda key=key: self._tell(key))

    def _tell(self, key: str) -> None:
        field = self._fields()[key]
        if isinstance(field, DayField) and not field.is_sound():
            return
        text = field.text().strip()
        if text != self._values.get(key, ""):
            field.setModified(False)
            self.written.emit(key, text)


def _languages() -> list[tuple[str, Text]]:
    """The languages that requests are written in, and the choice to leave it to the country."""
    named: list[tuple[str, Text]] = [(tag, _name_of(tag)) for tag in DEFAULT_LANGUAGES]
    return [("", lambda: _("As its country")), *named]


def _name_of(tag: str) -> Text:
    return lambda: language_name(tag)[interface_language()]


def _escort_words(escort: Escort) -> str:
    """Name and what they speak."""
    tag = interface_language()
    spoken = reading.listed(language_name(one)[tag] for one in escort.languages)
    return " · ".join(filter(None, (cells.name(escort.name), spoken)))


def _more_groups(escort: Escort) -> str:
    more = escort.groups - 1
    return ngettext("{n} more group", "{n} more groups", more) if more > 0 else ""


def _when(trip: Trip) -> tuple[bool, object, int]:
    return trip.day is None, trip.day, trip.start if trip.start is not None else -1


def _way(value: _Way) -> QWidget:
    made = QWidget()
    made.setObjectName("delegationWay")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = "  ".join(filter(None, (cells.when(value.trip), value.trip.carrier, value.trip.place)))
    row.addWidget(Picture(value.icon, "text3"))
    row.addWidget(Elide(words, name="delegationWayWords"), 1)
    row.addWidget(Label(str(value.number), role="note", name="delegationWayNumber"))
    return made
