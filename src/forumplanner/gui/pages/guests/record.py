"""The consular record in the inspector: title as the post writes it, class, role, dates, and what the visit needs."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from forumplanner.domain.guest_doubts import date_doubt
from forumplanner.domain.guest_kinds import DiplomaticRank
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import ConsularRecord, GuestCard


def choices(kind: type[StrEnum], *, empty: Text = "—") -> list[tuple[str, Text]]:
    """The members of a list as a drop-down shows them, with an empty one in front."""
    return [("", empty), *((str(member), lambda member=member: reading.word(member)) for member in kind)]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One field: its column in the record, its label, and how a text of it is read (None: it is no such value)."""

    key: str
    label: Callable[[], str]
    kind: type[StrEnum] | None = None
    read: Callable[[str], Any] | None = None


def _whole(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isdecimal() else None


def _count(text: str) -> int:
    return _whole(text) or 0


_ENTRIES: tuple[_Entry, ...] = (
    _Entry("consular_class", lambda: _("Class"), ConsularClass),
    _Entry("role", lambda: _("Function"), ConsularRole),
    _Entry("exequatur_on", lambda: _("Exequatur"), read=None),
    _Entry("provisional_on", lambda: _("Provisional admission"), read=None),
    _Entry("commission_on", lambda: _("Commission"), read=None),
    _Entry("notified_on", lambda: _("Notified"), read=None),
    _Entry("acting_since", lambda: _("Acting since"), read=None),
    _Entry("seniority", lambda: _("Seniority in the post"), read=_whole),
    _Entry("diplomatic_rank", lambda: _("Diplomatic rank"), DiplomaticRank),
    _Entry("honorary", lambda: _("Career or honorary"), read=bool),
)
_VISIT: tuple[_Entry, ...] = (
    _Entry("companions", lambda: _("Companions"), read=_count),
    _Entry("plate", lambda: _("Plate for the car pass"), read=str.strip),
    _Entry("interpreting", lambda: _("Interpreting"), read=str.strip),
    _Entry("notes", lambda: _("Notes"), read=str.strip),
)


class RecordSection(Section):
    """`written(column, value)` when a field was left with another value; `titled(tag, text)`, `confirmed(tag)`."""

    written = Signal(str, object)
    titled = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, title: Text, entries: Sequence[_Entry], *, name: str, with_title: bool) -> None:
        super().__init__(title, name=name)
        self._record: ConsularRecord | None = None
        self.fields: dict[str, Combo | DayField | Field] = {}
        self.title_field = BilingualField(lambda: _("Title as the post writes it"), name=f"{name}Title")
        self.title_field.setVisible(with_title)
        self.column.addWidget(self.title_field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place, entry in enumerate(entries):
            row, column = divmod(place, 2)
            field = self._field(entry, f"{name}_{entry.key}")
            grid.addWidget(Label(entry.label, role="label", name=f"{name}Label_{entry.key}"), row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
            self.fields[entry.key] = field
        self.column.addLayout(grid)
        self.doubt = Label("", role="warn", name=f"{name}Doubt", wrap=True)
        self.column.addWidget(self.doubt)
        self.doubt.hide()
        self.title_field.edited.connect(self.titled)
        self.title_field.confirmed.connect(self.confirmed)

    def show_card(self, card: GuestCard) -> None:
        """Show a guest's values; what is being typed stays. Hidden for a guest without a record."""
        self._record = card.record
        self.setVisible(card.record is not None)
        if card.record is None:
            return
        self.title_field.set_value(card.record.title)
        for key, field in self.fields.items():
            _show(field, getattr(card.record, key))
        doubt = _doubt(card.record, card.last_day) if "exequatur_on" in self.fields else None
        self.doubt.setText(doubt or "")
        self.doubt.setVisible(bool(doubt))

    def _field(self, entry: _Entry, name: str) -> Combo | DayField | Field:
        if entry.key == "honorary":
            made = Combo(_CAREER, name=name, label=entry.label)
            made.picked.connect(lambda key: self._tell("honorary", key == "honorary"))
            return made
        if entry.kind is not None:
            kind = entry.kind
            combo = Combo(choices(kind), name=name, label=entry.label)
            combo.picked.connect(lambda key: self._tell(entry.key, kind(key) if key else None))
            return combo
        if entry.read is None:
            day = DayField(name=name, label=entry.label)
            day.editingFinished.connect(lambda: self._tell(entry.key, day.value()) if day.is_sound() else None)
            return day
        field, read = Field(name=name, label=entry.label), entry.read
        field.editingFinished.connect(lambda: self._tell(entry.key, read(field.text())))
        return field

    def _tell(self, key: str, value: object) -> None:
        if self._record is not None and getattr(self._record, key) != value:
            field = self.fields[key]
            if isinstance(field, QLineEdit):
                field.setModified(False)
            self.written.emit(key, value)


def rank_section() -> RecordSection:
    """What ranks the guest."""
    return RecordSection(lambda: _("Consular record"), _ENTRIES, name="guestRecord", with_title=True)


def visit_section() -> RecordSection:
    """What the guest needs on the day."""
    return RecordSection(lambda: _("For the visit"), _VISIT, name="guestVisit", with_title=False)


_CAREER: list[tuple[str, Text]] = [("", lambda: _("Career")), ("honorary", lambda: _("Honorary"))]


def _show(field: QWidget, value: object) -> None:
    if isinstance(field, Combo):
        field.choose("honorary" if value is True else "" if value in {None, False} else str(value))
    elif isinstance(field, QLineEdit) and not (field.hasFocus() and field.isModified()):
        field.setText("" if value in {None, 0, ""} else value.isoformat() if isinstance(value, dt.date) else str(value))
        field.setCursorPosition(0)


def _doubt(record: ConsularRecord, last_day: dt.date | None) -> str | None:
    return date_doubt(
        provisional_on=record.provisional_on,
        exequatur_on=record.exequatur_on,
        acting_since=record.acting_since,
        last_day=last_day,
    )
