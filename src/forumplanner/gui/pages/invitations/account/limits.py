"""Fields of the limits: so many a minute and a day, between two times on the forum's clock."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.gui.pages.invitations.account.server import FieldGrid
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.settings import Mail

_DAY = 24 * 60


class LimitFields(FieldGrid):
    """What the account may send; an end before the beginning is not taken."""

    def __init__(self) -> None:
        super().__init__("accountLimits")
        self.per_day = Number(name="accountPerDay", label=lambda: _("Mails a day"), least=1, most=10_000, step=50)
        self.per_minute = Number(name="accountPerMinute", label=lambda: _("Mails a minute"), least=1, most=600, step=5)
        self.opens = ClockField(name="accountOpens", label=lambda: _("From"))
        self.closes = ClockField(name="accountCloses", label=lambda: _("To"))
        for field in (self.per_day, self.per_minute):
            field.setFixedWidth(96)
        hours = QWidget()
        hours.setObjectName("accountHours")
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for clock in (self.opens, self.closes):
            clock.setFixedWidth(72)
        row.addWidget(self.opens)
        row.addWidget(Label("–", role="note", name="accountHoursDash"))
        row.addWidget(self.closes)
        row.addStretch(1)
        self.line(lambda: _("At most a day"), self.per_day)
        self.line(lambda: _("At most a minute"), self.per_minute)
        self.line(lambda: _("Between"), hours)
        self.per_day.valueChanged.connect(lambda value: self.tell(per_day=value))
        self.per_minute.valueChanged.connect(lambda value: self.tell(per_minute=value))
        self.opens.changed.connect(self._set_hours)
        self.closes.changed.connect(self._set_hours)

    def show_mail(self, mail: Mail) -> None:
        """Show these."""
        self.mail = mail
        self.per_day.set_value(mail.per_day)
        self.per_minute.set_value(mail.per_minute)
        self.opens.set_value(mail.opens)
        self.closes.set_value(mail.closes)

    def _set_hours(self) -> None:
        opens, closes = self.opens.value(), self.closes.value()
        if opens is not None and closes is not None and opens < closes <= _DAY:
            self.closes.set_wrong("")
            self.tell(opens=opens, closes=closes)
        else:
            self.closes.set_wrong(_("Mail goes from an earlier to a later time of the same day."))
