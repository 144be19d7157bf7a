"""Trying the account: the line alone, or one mail to oneself; what came of it stands in a card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui import mail_account
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner, Look
from forumplanner.gui.widgets.labels import repolish
from forumplanner.i18n import gettext as _


class Trying(Attentive, QWidget):
    """`tried()`: something came of it."""

    tried = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("accountTrying")
        self._frame = frame
        self._busy = False
        self.test = Button(lambda: _("Test the connection"), name="accountTest", small=True)
        self.myself = Button(
            lambda: _("Send one to myself"), name="accountMyself", kind="primary", small=True, icon="send"
        )
        self.result = Banner("", name="accountResult", look="info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.test)
        row.addWidget(self.myself)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.result)
        self.result.hide()
        self.test.clicked.connect(self._test)
        self.myself.clicked.connect(self._send)

    def show_account(self) -> None:
        """Let the buttons be pressed, or say what is missing before they can."""
        lacks = mail_account.missing(self._frame.mailing.mail)
        for button in (self.test, self.myself):
            if lacks:
                button.disable(lacks)
            elif not self._busy:
                button.enable()

    def forget(self) -> None:
        """The account is another one: what came of an earlier trial says nothing of it."""
        self.result.hide()

    def sentence(self) -> str:
        """What came of it, "" for nothing yet."""
        return "" if self.result.isHidden() else f"{self.result.title.text()} {self.result.text.text()}".strip()

    def _test(self) -> None:
        mailing = self._frame.mailing
        mail, line = mailing.mail, mailing.line
        self._begin(lambda: _("Asking {host}…", host=mail.host))
        self._frame.tasks.start(
            lambda _progress: mail_account.try_line(line(mail)),
            done=lambda _none: self._end(
                "ok",
                lambda: _("The server answers and takes the login."),
                lambda: _("Its certificate is trusted. Nothing was sent. Now send one to yourself."),
            ),
            failed=self._fail,
        )

    def _send(self) -> None:
        mail = self._frame.mailing.mail
        self._begin(lambda: _("Sending to {mailbox}…", mailbox=mail.mailbox))
        self._frame.mailing.send_to_myself(
            done=lambda: self._end(
                "ok",
                lambda: _("The server took it."),
                lambda: _("Look into {mailbox}: if it lies there, mail can be sent from here.", mailbox=mail.mailbox),
            ),
            failed=self._fail,
        )

    def _fail(self, error: PlannerError) -> None:
        self._end("danger", lambda: _("That did not work"), str(error))

    def _begin(self, words: Text) -> None:
        self._busy = True
        for button in (self.test, self.myself):
            button.setEnabled(False)
        self._tell("info", words, "")

    def _end(self, look: Look, title: Text, text: Text) -> None:
        self._busy = False
        self._tell(look, title, text)
        self.show_account()
        self.tried.emit()

    def _tell(self, look: Look, title: Text, text: Text) -> None:
        icons = {"ok": "circle-check", "danger": "circle-alert", "info": "info"}
        self.result.setProperty("card", look)
        self.result.picture.set_icon(icons[look], look)
        self.result.tell(title, text)
        repolish(self.result)
        self.result.show()
