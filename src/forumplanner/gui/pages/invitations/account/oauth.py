"""Signing in to the mail service in the browser instead of by a code: the client, the button, how it stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui import mail_sign_in
from forumplanner.gui.page import Frame
from forumplanner.gui.tasks import Progress, Task
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.settings import Mail

if TYPE_CHECKING:  # loads TLS, which nothing needs before somebody signs in
    from forumplanner.invitations.oauth import Tokens


class SignInCard(Attentive, QWidget):
    """Tests put a browser into `browse`."""

    _ready = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("accountSignIn")
        self.frame = frame
        self.browse: Callable[[str], object] = lambda address: QDesktopServices.openUrl(QUrl(address))
        self._task: Task | None = None
        self.state = Pill("", name="accountSignedIn")
        self.way = Combo(
            (("", lambda: _("By a code")), ("microsoft", "Microsoft"), ("google", "Google")),
            name="accountSignInWay",
            label=lambda: _("How programs log in"),
            letters=12,
        )
        self.client = Field(name="accountClientId", label=lambda: _("Client ID"))
        self.secret = Field(name="accountClientSecret", label=lambda: _("Client secret, if there is one"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.sign_in = Button(
            lambda: _("Sign in with the browser"), name="accountSignInButton", kind="primary", small=True
        )
        self.stop = Button(lambda: _("Stop waiting"), name="accountSignInStop", small=True)
        self.sign_out = Button(lambda: _("Sign out"), name="accountSignOut", kind="text", small=True)
        self.note = Label("", role="note", name="accountSignInNote", wrap=True)
        self._lay_out()
        self._wire()
        self._show()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        super().retranslate()
        self._show()

    def _lay_out(self) -> None:
        section = Section(lambda: _("Sign-in"), self.state, name="accountSignInSection")
        self._fields = (
            Labelled(lambda: _("Client ID"), self.client),
            Labelled(lambda: _("Client secret, if there is one"), self.secret),
        )
        section.column.addWidget(Labelled(lambda: _("How programs log in"), self.way))
        for field in self._fields:
            section.column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.sign_in, self.stop, self.sign_out):
            row.addWidget(button)
        row.addStretch(1)
        section.column.addLayout(row)
        section.column.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(section)

    def _wire(self) -> None:
        self.way.picked.connect(lambda key: self._keep(sign_in=cast("Literal['', 'microsoft', 'google']", key)))
        self.client.editingFinished.connect(lambda: self._keep(client_id=self.client.text().strip()))
        self.sign_in.clicked.connect(self._sign_in)
        self._ready.connect(self._open)
        self.stop.clicked.connect(self._stop)
        self.sign_out.clicked.connect(self._sign_out)
        self.frame.mailing.kept.connect(lambda _mail: self._show())

    def _keep(self, **values: str) -> None:
        mail = replace(self.frame.mailing.mail, **values)  # type: ignore[arg-type]  # the names are the settings'
        if mail != self.frame.mailing.mail:
            self.note.setText("")
            self.frame.mailing.keep(mail)

    def _sign_in(self) -> None:
        """Open the browser, then wait for it in a thread; the tokens go into the system's key store there."""
        mail, secret = self.frame.mailing.mail, self.secret.text().strip()
        self.secret.clear()

        def work(progress: Progress) -> bool:
            from forumplanner.invitations.oauth import SERVICES, SignIn  # noqa: PLC0415 - loads TLS

            if secret:
                mail_sign_in.keep_secret(mail, secret)
            attempt = SignIn(SERVICES[mail.sign_in], mail_sign_in.client(mail), mail.mailbox)
            self._ready.emit(attempt.address)
            tokens: Tokens = attempt.wait(lambda: progress.cancelled)
            return mail_sign_in.keep(mail, tokens)

        self._task = self.frame.tasks.start(work, done=self._signed_in, failed=self._failed)
        self.note.setText(_("Sign in in the browser; this page waits for five minutes."))
        self._show()

    def _open(self, address: str) -> None:
        self.browse(address)

    def _signed_in(self, kept: bool) -> None:
        self._task = None
        note = _("Signed in. Now send one to yourself.")
        if not kept:
            note = _("Signed in until the program ends: this system has no key store.")
        self.note.setText(note)
        self._retold()

    def _failed(self, error: PlannerError) -> None:
        self._task = None
        self.note.setText(str(error))
        self._show()

    def _stop(self) -> None:
        """Nobody waits for the browser any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self.note.setText("")
        self._show()

    def _sign_out(self) -> None:
        mail = self.frame.mailing.mail

        def done(_none: None) -> None:
            self.note.setText("")
            self._retold()

        self.frame.tasks.start(lambda _p: mail_sign_in.forget(mail), done=done, failed=self._failed)

    def _retold(self) -> None:
        """What the other parts of the account say depends on whether somebody is signed in."""
        self.frame.mailing.kept.emit(self.frame.mailing.mail)

    def _show(self) -> None:
        mail = self.frame.mailing.mail
        self.way.choose(mail.sign_in)
        if not self.client.hasFocus():
            self.client.setText(mail.client_id)
        signed_in, waiting = mail_sign_in.is_signed_in(mail), self._task is not None
        for field in self._fields:
            field.setVisible(bool(mail.sign_in) and not signed_in)
        self.sign_in.setVisible(bool(mail.sign_in) and not signed_in and not waiting)
        self.stop.setVisible(waiting)
        self.sign_out.setVisible(bool(mail.sign_in) and signed_in)
        self.state.setVisible(bool(mail.sign_in))
        self.state.setText(_("Signed in") if signed_in else _("Not signed in"))
        self.state.set_tone("ok" if signed_in else "warn")
        self._allow(mail)
        self.note.setVisible(bool(self.note.text()))

    def _allow(self, mail: Mail) -> None:
        if not mail.account or not mail.client_id:
            self.sign_in.disable(
                _("Enter the address, its server and the client ID that your IT registered with the service.")
            )
        else:
            self.sign_in.enable()
