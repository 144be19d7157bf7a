"""ClockField: a time of day to the minute that may be unknown and may lie past midnight ("24:30")."""

import re

from PySide6.QtCore import Signal

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Field
from forumplanner.i18n import gettext as _

_WRITTEN = re.compile(r"(\d{1,2})\D?(\d{2})")
LAST = 36 * 60
"""Noon of the next day: nothing of a conference day lies later."""


def written(minutes: int | None) -> str:
    """Minutes as "09:28"; past midnight "24:30", so that the day stays clear; "" for nothing."""
    return "" if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


def read(text: str) -> int | None:
    """Minutes since midnight of "9:28", "09：28", "0928" or "9"; None where it is no time. "24:30" is 1470."""
    plain = text.strip()
    if plain.isdecimal() and len(plain) <= 2:
        plain += ":00"
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2])
    return minutes if int(match[2]) < 60 and minutes <= LAST else None


class ClockField(Field):
    """`changed()` when another time, or none, was written and the field left; `value()` gives it."""

    changed = Signal()

    def __init__(self, *, name: str, label: Text, hint: Text = "") -> None:
        super().__init__(name=name, label=label, hint=hint)
        self._value: int | None = None
        self.editingFinished.connect(self._take)

    def value(self) -> int | None:
        """Minutes since midnight of the conference day."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show another time, without a signal; a field that is being typed in keeps its letters."""
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(written(value))
            self.set_wrong("")

    def _take(self) -> None:
        text = self.text().strip()
        wanted = read(text)
        if text and wanted is None:
            self.set_wrong(_("Write a time like 09:28; after midnight 24:30."))
            return
        self.set_wrong("")
        self.setModified(False)
        if wanted != self._value:
            self._value = wanted
            self.changed.emit()
        self.setText(written(wanted))
