"""DayField: a date typed as people write it, that may stay empty."""

import datetime as dt
import re

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Field
from forumplanner.i18n import gettext as _

_WRITTEN = re.compile(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")


class DayField(Field):
    """Year, month and day with anything between them; what is no date is marked and has no value."""

    def __init__(self, *, name: str, label: Text) -> None:
        super().__init__(name=name, label=label, hint=lambda: _("such as 2027-10-23"))
        self.textChanged.connect(lambda _text: self.set_wrong("" if self.is_sound() else _("This is no date.")))
        self.editingFinished.connect(self._tidy)

    def value(self) -> dt.date | None:
        """The date; None for nothing, and for what is no date."""
        found = _WRITTEN.fullmatch(self.text())
        if found is None:
            return None
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError:
            return None

    def is_sound(self) -> bool:
        """True for a date and for nothing."""
        return not self.text().strip() or self.value() is not None

    def _tidy(self) -> None:
        if (value := self.value()) is not None:
            self.setText(value.isoformat())
