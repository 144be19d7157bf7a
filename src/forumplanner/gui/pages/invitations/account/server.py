"""Fields of the server: name, port, protection, login; and of the mailbox that answers are read from."""

from dataclasses import replace
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from forumplanner.gui.pages.invitations.account.words import SECURITIES
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.fields import Combo, Field, Number
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.settings import Mail

_LABEL = 84


class FieldGrid(Attentive, QWidget):
    """Labels at the left, their fields at the right; `changed(Mail)` when one of them was left with another value."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.mail = Mail()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnMinimumWidth(0, _LABEL)

    def line(self, text: Text, field: QWidget) -> None:
        """A row of the grid."""
        place = self.grid.rowCount()
        label = Label(text, role="label", name=f"{field.objectName()}Label")
        label.setBuddy(field)
        self.grid.addWidget(label, place, 0)
        self.grid.addWidget(field, place, 1)

    def tell(self, **values: object) -> None:
        """Say that values of the account are others now."""
        mail = replace(self.mail, **values)  # type: ignore[arg-type]  # the names are those of the settings' fields
        if mail != self.mail:
            self.mail = mail
            self.changed.emit(mail)


class ServerFields(FieldGrid):
    """Where mail is handed over."""

    def __init__(self) -> None:
        super().__init__("accountServer")
        self.host = Field(name="accountHost", label=lambda: _("Server"), hint="smtp.example.org")
        self.port = Number(name="accountPort", label=lambda: _("Port"), least=1, most=65535)
        self.port.setFixedWidth(88)
        self.security = Combo(SECURITIES, name="accountSecurity", label=lambda: _("Protection"), letters=6)
        self.user = Field(name="accountUser", label=lambda: _("Login"), hint=lambda: _("same as the address"))
        self.open = QCheckBox()
        self.open.setObjectName("accountOpen")
        self.say(self.open.setText, lambda: _("The server needs no login"))
        self.line(lambda: _("Server"), self.host)
        self.line(lambda: _("Protection"), self.security)
        self.line(lambda: _("Port"), self.port)
        self.line(lambda: _("Login"), self.user)
        self.grid.addWidget(self.open, self.grid.rowCount(), 1)
        self.host.editingFinished.connect(lambda: self.tell(host=self.host.text().strip().lower()))
        self.port.valueChanged.connect(lambda value: self.tell(port=value))
        self.security.picked.connect(self._protect)
        self.user.editingFinished.connect(lambda: self.tell(user=self.user.text().strip()))
        self.open.toggled.connect(lambda on: self.tell(logs_in=not on))

    def show_mail(self, mail: Mail) -> None:
        """Show these; a field that is being typed in keeps its letters."""
        self.mail = mail
        for field, text in ((self.host, mail.host), (self.user, mail.user)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
        self.port.set_value(mail.port)
        self.security.choose(mail.security)
        self.open.setChecked(not mail.logs_in)
        self.user.setEnabled(mail.logs_in)

    def _protect(self, key: str) -> None:
        """Another protection usually has another port."""
        usual = {"tls": 465, "starttls": 587, "none": 25}
        port = usual[key] if self.mail.port in usual.values() else self.mail.port
        self.tell(security=cast("Literal['tls', 'starttls', 'none']", key), port=port)


class AnswerFields(FieldGrid):
    """Where answers are read from; empty for nowhere."""

    def __init__(self) -> None:
        super().__init__("accountAnswers")
        self.host = Field(name="accountImapHost", label=lambda: _("Server of answers"), hint="imap.example.org")
        self.port = Number(name="accountImapPort", label=lambda: _("Port of answers"), least=1, most=65535)
        self.port.setFixedWidth(88)
        self.folder = Field(name="accountImapFolder", label=lambda: _("Folder"), hint="INBOX")
        self.line(lambda: _("Server"), self.host)
        self.line(lambda: _("Port"), self.port)
        self.line(lambda: _("Folder"), self.folder)
        self.host.editingFinished.connect(lambda: self.tell(imap_host=self.host.text().strip().lower()))
        self.port.valueChanged.connect(lambda value: self.tell(imap_port=value))
        self.folder.editingFinished.connect(lambda: self.tell(imap_folder=self.folder.text().strip() or "INBOX"))

    def show_mail(self, mail: Mail) -> None:
        """Show these."""
        self.mail = mail
        for field, text in ((self.host, mail.imap_host), (self.folder, mail.imap_folder)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
        self.port.set_value(mail.imap_port)
