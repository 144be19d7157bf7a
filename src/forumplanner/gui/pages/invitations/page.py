"""The page Invitations: changes that people must be told, who must know, who was told what; outbox and answers."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from forumplanner.gui import texting
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.fetching import Fetching
from forumplanner.gui.pages.invitations.inspector import TABS, MailInspector
from forumplanner.gui.pages.invitations.tools import CHANGES, ROUND, VIEWS
from forumplanner.gui.pages.invitations.views import InvitationViews
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:
    from forumplanner.store import Changed


class InvitationsPage(Page):
    """Reads one desk for all views and panels; selection is kept by id."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="invitationsPage")
        self.desk: Desk | None = None
        self.round = Button(lambda: _("New round…"), name="mailRound", icon="users", key="Ctrl+N")
        self.drafts = Button(lambda: _("Save as drafts (.eml)"), name="mailDrafts", icon="folder-down")
        self.send = Button(
            lambda: _("Review and send"), name="mailReview", kind="primary", icon="send", key="Ctrl+Return"
        )
        self.head = PageHead(
            lambda: _("Invitations & calendar"), self.round, self.drafts, self.send, name="mailHeadRow"
        )
        self.views = InvitationViews(frame)
        self.inspector = MailInspector(frame)
        self.side = WithInspector(self.views, self.inspector)
        self.column.addWidget(self.head)
        self.column.addWidget(self.side, 1)
        self.fetching = Fetching(frame, self)
        self._wire()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - one desk for all, read as a whole
        """Read again, in a thread; what is shown stays until then."""
        self.fetching.load()

    def facts(self) -> str:
        """Which mailbox mail comes from."""
        mailbox = self.desk.plan.plan.mailbox if self.desk else ""
        return _("From {mailbox}", mailbox=mailbox) if mailbox else ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.views.tools.search if self.views.tools.view() == CHANGES else None

    def first_focus(self) -> QWidget | None:
        """The view that is shown."""
        return self.views.content.currentWidget()

    def show_target(self, target: str) -> None:
        """A view ("changes", "knowing", "told"), "round" for a new one, or a panel ("outbox", "replies", "account")."""
        if target in VIEWS:
            self.views.tools.show_view(target)
        elif target in {ROUND, "new"}:
            self.show_view(ROUND)
        elif target in TABS:
            self.side.set_open(open_=True)
            self.inspector.choose(target)

    def show_view(self, view: str) -> None:
        """A view, or the form of a round, which needs the whole width."""
        self.side.set_open(open_=view != ROUND and not self.side.is_drawer())
        self.views.show_view(view)
        self.status.emit()

    def take(self, desk: Desk) -> None:
        """Show what was read."""
        self.desk = desk
        self.head.set_facts(lambda: said_facts(desk))
        self.views.show_desk(desk)
        self.inspector.show_desk(desk)
        self.status.emit()

    def _wire(self) -> None:
        self.fetching.read.connect(self.take)
        self.round.clicked.connect(lambda _checked: self.show_view(ROUND))
        self.views.tools.viewed.connect(self.show_view)
        self.views.tools.details.clicked.connect(self.side.toggle)
        for key, act in (("F4", self.side.toggle), ("Ctrl+N", lambda: self.show_view(ROUND))):
            QShortcut(QKeySequence(key), self).activated.connect(act)


def said_facts(desk: Desk) -> str:
    """How many people there are, and how many of them were told something."""
    told = len({one.participant_id for one in desk.plan.told})
    people = len(desk.plan.readers)
    everybody = ngettext("{n} person", "{n} people", people)
    return f"{everybody} · " + _("{n} told", n=texting.number(told))
