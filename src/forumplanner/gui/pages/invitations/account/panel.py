"""The panel Account: address, server, authorisation code, limits and hours; a mail to oneself proves that it works."""

from dataclasses import replace
from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forumplanner.domain.mail_servers import Servers, Service, guess, servers_of, service_at
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.files import PlannerError
from forumplanner.gui import mail_account
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.account import words
from forumplanner.gui.pages.invitations.account.limits import LimitFields
from forumplanner.gui.pages.invitations.account.oauth import SignInCard
from forumplanner.gui.pages.invitations.account.server import AnswerFields, ServerFields
from forumplanner.gui.pages.invitations.account.trying import Trying
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.settings import Mail


class AccountPanel(Attentive, QWidget):
    """`extras`: where further ways to log in are put."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("accountPanel")
        self.frame = frame
        self._forum_mailbox = ""
        self.mailbox = Field(name="accountMailbox", label=lambda: _("Mail comes from"), hint="office@example.org")
        self.use_forums = Button("", name="accountUseForums", kind="text", small=True)
        self.service = Combo(words.SERVICES, name="accountService", label=lambda: _("Mail service"), letters=10)
        self.code = Field(name="accountCode", label=lambda: _("Authorisation code"))
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.forget = Button(lambda: _("Forget it"), name="accountForget", kind="text", small=True)
        self.server, self.answers, self.limits = ServerFields(), AnswerFields(), LimitFields()
        self.trying = Trying(frame)
        self.proof = Pill("", name="accountProof")
        self.extras = QVBoxLayout()
        self.extras.addWidget(SignInCard(frame))
        self._lay_out()
        self._wire()
        self._show()

    def show_desk(self, desk: Desk) -> None:
        """The forum's own mailbox is the address to begin with."""
        self._forum_mailbox = desk.plan.plan.mailbox
        self._show()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        super().retranslate()
        self._show()

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        who = Section(lambda: _("Sender"), self.proof, name="accountWho", first=True)
        self._address = Labelled(lambda: _("Mail comes from"), self.mailbox)
        who.column.addWidget(self._address)
        who.column.addWidget(self.use_forums)
        who.column.addWidget(Labelled(lambda: _("Mail service"), self.service))
        self._code = Labelled(lambda: _("Authorisation code"), self._with_forget())
        who.column.addWidget(self._code)
        who.column.addWidget(self.trying)
        hand = Section(lambda: _("Server"), name="accountHand")
        hand.column.addWidget(self.server)
        much = Section(lambda: _("How much, and when"), name="accountMuch")
        much.column.addWidget(self.limits)
        self._hours = Label(lambda: _("By the clock of the forum. Nothing goes at night."), role="note", wrap=True)
        much.column.addWidget(self._hours)
        back = Section(lambda: _("Answers"), name="accountBack")
        back.column.addWidget(self.answers)
        for section in (who, hand, much, back):
            self.column.addWidget(section)
        self.column.addLayout(self.extras)
        self.column.addStretch(1)

    def _with_forget(self) -> QWidget:
        line = QWidget()
        line.setObjectName("accountCodeLine")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.code, 1)
        row.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _wire(self) -> None:
        self.mailbox.editingFinished.connect(self._set_mailbox)
        self.use_forums.clicked.connect(self._use_forums)
        self.service.picked.connect(lambda key: self._use(servers_of(Service(key), self.mailbox.text())))
        self.code.editingFinished.connect(self._keep_code)
        self.forget.clicked.connect(self._forget_code)
        for fields in (self.server, self.answers, self.limits):
            fields.changed.connect(self._keep)
        self.frame.mailing.kept.connect(self._hear)
        self.trying.tried.connect(self._show)

    def _hear(self, _mail: Mail) -> None:
        self._show()

    def _keep(self, mail: Mail) -> None:
        if mail.proof != self.frame.mailing.mail.proof:
            self.trying.forget()
        self.frame.mailing.keep(mail)

    def _set_mailbox(self) -> None:
        """Another address: its servers are guessed, unless they were entered by hand."""
        read = read_mailbox(self.mailbox.text())
        mail = self.frame.mailing.mail
        if not self.mailbox.text().strip() or not isinstance(read, Mailbox):
            self.mailbox.set_wrong("" if isinstance(read, Mailbox) else words.fault(read))
            return
        self.mailbox.set_wrong("")
        self.mailbox.setModified(False)
        guessed = not mail.host or mail.host == guess(mail.mailbox).host
        changed = replace(mail, mailbox=read.address)
        if read.address == mail.mailbox:
            return
        if guessed:
            self._use(guess(read.address), changed)
        else:
            self._keep(changed)

    def _use_forums(self) -> None:
        """The forum's own address is the one to send from."""
        self.mailbox.setText(self._forum_mailbox)
        self._set_mailbox()

    def _use(self, servers: Servers, mail: Mail | None = None) -> None:
        self._keep(
            replace(
                mail or self.frame.mailing.mail,
                host=servers.host,
                port=servers.port,
                security=cast("Literal['tls', 'starttls', 'none']", servers.security),
                logs_in=True,
                imap_host=servers.imap_host,
                imap_port=servers.imap_port,
            )
        )

    def _keep_code(self) -> None:
        """The code goes into the system's key store, in a thread: some systems ask their user first."""
        code, account = self.code.text().strip(), self.frame.mailing.account
        if not code or not account:
            return
        self.code.clear()
        self.trying.forget()

        def done(kept: bool) -> None:
            self._show()
            self._code.note.setText(_said_kept() if kept else _said_for_now())

        self.frame.tasks.start(lambda _p: mail_account.keep_password(account, code), done=done, failed=self._refuse)

    def _forget_code(self) -> None:
        account = self.frame.mailing.account
        self.frame.tasks.start(
            lambda _p: mail_account.forget_password(account), done=lambda _none: self._show(), failed=self._refuse
        )

    def _refuse(self, error: PlannerError) -> None:
        self.frame.toast(str(error))

    def _show(self) -> None:
        mail = self.frame.mailing.mail
        if not (self.mailbox.hasFocus() and self.mailbox.isModified()):
            self.mailbox.setText(mail.mailbox)
        self.service.choose(service_at(mail.host))
        for fields in (self.server, self.answers, self.limits):
            fields.show_mail(mail)
        self._show_address(mail)
        self._show_code(mail)
        self.trying.show_account()
        self.proof.setText(_proof(mail))
        self.proof.set_tone("ok" if mail.is_proven else "warn")

    def _show_address(self, mail: Mail) -> None:
        offered = self._forum_mailbox if not mail.mailbox else ""
        self.use_forums.set_text(lambda: _("Use {mailbox}", mailbox=self._forum_mailbox))
        self.use_forums.setVisible(bool(offered))
        self._warn_of_other(mail)

    def _warn_of_other(self, mail: Mail) -> None:
        """Servers take mail that comes from the address of the login; answers go to the forum's mailbox."""
        other = mail.mailbox and self._forum_mailbox and mail.mailbox != self._forum_mailbox
        self._address.note.setText(
            _(
                "Invitations name {mailbox}, the forum’s own address; answers go there. Many servers only send for the "
                "address of the login.",
                mailbox=self._forum_mailbox,
            )
            if other
            else ""
        )
        self._address.note.setVisible(bool(other))

    def _show_code(self, mail: Mail) -> None:
        by_code = mail.logs_in and not mail.sign_in
        known = bool(mail.account) and by_code and mail_account.has_password(mail.account)
        self.code.setEnabled(bool(mail.account) and by_code)
        self.code.setPlaceholderText("••••••••" if known else "")
        self.forget.setVisible(known)
        note = _("It is known.") if known else words.code_note(servers_of(service_at(mail.host), mail.mailbox))
        self._code.note.setText(note if by_code else "")
        self._code.note.setVisible(by_code)


def _proof(mail: Mail) -> str:
    if not mail.account:
        return _("Not set up")
    return _("Tried") if mail.is_proven else _("Not tried")


def _said_kept() -> str:
    return _("Kept in this system's key store, never in the planner file.")


def _said_for_now() -> str:
    return _("This system has no key store: the code is forgotten when the program ends, and has to be entered again.")
