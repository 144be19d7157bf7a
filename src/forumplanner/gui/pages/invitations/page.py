"""The page Invitations: changes that people must be told, who must know, who was told what; outbox and answers."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from forumplanner.actions.mail_texts import set_mail_text
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.sending import lacks_sender
from forumplanner.gui import doing, texting
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.invitations import copying
from forumplanner.gui.pages.invitations.acting import Acting
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.fetching import Fetching, Reading
from forumplanner.gui.pages.invitations.inspector import ACCOUNT, TABS, MailInspector
from forumplanner.gui.pages.invitations.review import Outlook
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, REVIEW, ROUND, TOLD, VIEWS
from forumplanner.gui.pages.invitations.views import InvitationViews
from forumplanner.gui.pages.invitations.wiring import wire
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes_to_tell import ChangeToTell, ToTell

if TYPE_CHECKING:
    from forumplanner.store import Changed


class InvitationsPage(Page):
    """Reads one desk for all views and panels; selection is kept by id."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="invitationsPage")
        self.desk: Desk | None = None
        self.sums = ToTell()
        self._review_wanted = False
        self.round = Button(lambda: _("New round…"), name="mailRound", icon="users", key="Ctrl+N")
        self.drafts = Button(lambda: _("Save as drafts (.eml)"), name="mailDrafts", icon="folder-down")
        self.send = Button(self._said_send, name="mailReview", kind="primary", icon="send", key="Ctrl+Return")
        self.head = PageHead(lambda: _("Invitations"), self.round, self.drafts, self.send, name="mailHeadRow")
        self.views = InvitationViews(frame)
        self.inspector = MailInspector(frame)
        self.side = WithInspector(self.views, self.inspector)
        self.column.addWidget(self.head)
        self.column.addWidget(self.side, 1)
        self.fetching = Fetching(frame, self)
        self.acting = Acting(frame, self)
        wire(self)

    def refresh(self, changed: "Changed | None") -> None:
        """Read again, in a thread; what is shown stays until then. A step without rows only moved mails."""
        self.fetching.load(plan_too=changed is None or bool(changed.touched))

    def leave(self) -> None:
        """The file is being closed: hear no more of mails."""
        self.frame.mailing.changed.disconnect(self.hear_mail)

    def hear_mail(self) -> None:
        """Mails have other states."""
        if self.isVisible():
            self.fetching.load(plan_too=False)

    def facts(self) -> str:
        """Which mailbox mail comes from, and how the line to its server is protected."""
        mailbox = self.desk.plan.plan.mailbox if self.desk else ""
        if not mailbox:
            return ""
        mail = self.frame.mailing.mail
        if not mail.mailbox:
            return _("No mail account yet")
        said = _("From {mailbox}", mailbox=mailbox)
        return f"{said} · {_('TLS verified')}" if mail.is_proven and mail.security != "none" else said

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.views.tools.search if self.views.shown() == CHANGES else None

    def first_focus(self) -> QWidget | None:
        """The view that is shown."""
        return self.views.focus_widget()

    def show_target(self, target: str) -> None:
        """A view ("changes", "knowing", "told"), "round" or "review", or a panel ("outbox", "replies", "account")."""
        if target in VIEWS:
            self.views.tools.show_view(target)
        elif target in {ROUND, "new"}:
            self.show_view(ROUND)
        elif target == REVIEW:
            self.review()
        elif target in TABS:
            self.show_panel(target)
        elif self.inspector.replies.knows(target):
            self.show_panel("replies")
            self.inspector.replies.show_target(target)

    def show_panel(self, panel: str) -> None:
        """A panel of the inspector."""
        self.side.set_open(open_=True)
        self.inspector.choose(panel)

    def show_view(self, view: str) -> None:
        """A view, the review, or the form of a round, which needs the whole width."""
        if ROUND in {view, self.views.shown()}:
            self.side.set_open(open_=view != ROUND and not self.side.is_drawer())
        self.views.show_view(view)
        self.send.setVisible(view not in {REVIEW, ROUND})  # what is shown has a primary button of its own
        for button in (self.round, self.drafts):
            button.setVisible(view != ROUND)
        self.views.focus_widget().setFocus()
        self.status.emit()

    def go_back(self) -> None:
        """From a form to the view that was shown before."""
        self.views.tools.show_view(self.views.tools.view())

    def take(self, reading: Reading) -> None:
        """Show what was read."""
        desk, sums = reading.desk, reading.sums
        self.desk = desk
        self.head.set_facts(lambda: said_facts(desk, sums))
        self.views.take(reading)
        self.inspector.show_desk(desk)
        if self.views.shown() == REVIEW or self._review_wanted:
            self.review()
        self.status.emit()

    def count(self) -> None:
        """How many mails the buttons would send."""
        number = len(self.views.changes.to_send())
        self.sums = self.views.changes.sums
        self.frame.badge("invitations", self.sums.people())
        self.send.retranslate()
        for button in (self.send, self.drafts):
            if number:
                button.enable()
            else:
                button.disable(nothing_to_tell())

    def review(self) -> None:
        """Show what would be sent, before anything is made."""
        mails = self.views.changes.to_send()
        self._review_wanted = self.desk is None
        if self.desk is None:
            return
        if not mails:
            self.go_back()
            self.frame.toast(nothing_to_tell())
            return
        if not self.views.changes.preview.finish():
            self.frame.toast(_("A text names a field that mails don’t have. Put it right first; nothing was sent."))
            return
        mailing = self.frame.mailing
        sent = mailing.tally.standing.sent_today
        nobody = lacks_sender(self.desk.plan.plan.mailbox)
        account, why = ("", nobody) if nobody else (mailing.account, mailing.why_not())
        outlook = Outlook(account, mailing.limits, sent, mailing.now(), why, mailing.is_sample())
        self.views.review.show_mails(mails, self.desk, self.sums, outlook)
        if self.views.shown() != REVIEW:
            self.show_view(REVIEW)

    def send_now(self) -> None:
        """What was reviewed, into the outbox and on its way."""
        self.acting.send(self.views.review.mails, done=self.go_back)

    def send_to_myself(self) -> None:
        """The first mail of the review, to the account's own mailbox."""
        if self.desk is not None:
            self.acting.send_to_myself(self.views.review.mails[0], self.desk.plan)

    def save_drafts(self) -> None:
        """The ticked changes as drafts for the mail program."""
        mails = self.views.changes.to_send()
        if mails:
            self.acting.save_drafts(mails, done=lambda _number: self.fetching.load(plan_too=False))

    def judge(self, row: ChangeToTell, tell: bool) -> None:
        """Tell or don't tell an update."""
        speak = self.views.changes.model.speak
        title = speak.title(row) if speak else ""
        self.acting.judge(row, title, tell=tell, refused=self.fetching.load)

    def reword(self, kind: MailKind, part: str, tag: str, text: str) -> None:
        """Keep a text for this forum; "" goes back to the program's own."""
        frame = self.frame
        kept = doing.done(
            frame, lambda: set_mail_text(frame.store, forum_id=frame.forum_id, kind=kind, part=part, tag=tag, text=text)
        )
        if kept:
            frame.toast(_("The text is kept for this forum"), undo=True)

    def set_up_account(self) -> None:
        """The account, beside whatever is shown."""
        self.show_panel(ACCOUNT)

    def copy(self, *, as_table: bool) -> None:
        """What the view shows, into the clipboard."""
        if self.views.shown() in {KNOWING, TOLD}:
            view = self.views.knowing if self.views.shown() == KNOWING else self.views.told
            view.copy(as_table=as_table)
            return
        changes = self.views.changes
        rows, speak = changes.model.shown(), changes.model.speak
        if self.views.shown() != CHANGES or speak is None or not rows:
            return
        told = (copying.as_table if as_table else copying.as_text)(rows, speak, changes.model.ticks())
        QGuiApplication.clipboard().setText(told)
        self.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", len(rows)))

    def _said_send(self) -> str:
        number = len(self.views.changes.to_send()) if hasattr(self, "views") else 0
        return _("Review and send {n}", n=texting.number(number)) if number else _("Review and send")


def nothing_to_tell() -> str:
    """Why no change can be sent now."""
    return _("There is nothing to tell: tick a change, or start a new round.")


def said_facts(desk: Desk, sums: ToTell) -> str:
    """How many people there are, and how many of them were told something."""
    number = len(desk.plan.readers)
    everybody = ngettext("{number} person", "{number} people", number, number=texting.number(number))
    return f"{everybody} · " + _("{n} told", n=texting.number(number - len(sums.untold)))
