"""Which signal of the page's parts leads where, and which keys do what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from forumplanner.gui.pages.invitations.inspector import OUTBOX
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, REVIEW, ROUND

if TYPE_CHECKING:
    from forumplanner.gui.pages.invitations.page import InvitationsPage


def wire(page: "InvitationsPage") -> None:
    """Connect everything once."""
    views, changes = page.views, page.views.changes
    page.fetching.read.connect(page.take)
    page.frame.mailing.changed.connect(page.hear_mail)
    page.frame.mailing.turned.connect(page.status)
    page.round.clicked.connect(lambda _checked: page.show_view(ROUND))
    page.send.clicked.connect(lambda _checked: page.review())
    page.drafts.clicked.connect(lambda _checked: page.save_drafts())
    views.tools.viewed.connect(page.show_view)
    views.tools.narrowed.connect(lambda: changes.narrow(views.tools.search.text()))
    views.tools.search.leave.connect(lambda: views.focus_widget().setFocus())
    views.tools.copy.clicked.connect(lambda _checked: page.copy(as_table=False))
    views.tools.details.clicked.connect(page.side.toggle)
    views.review.sent.connect(page.send_now)
    views.review.tried.connect(page.send_to_myself)
    views.review.left.connect(page.go_back)
    views.review.asked_account.connect(page.set_up_account)
    views.review.asked_drafts.connect(page.save_drafts)
    views.review.asked_others.connect(lambda: page.views.tools.show_view(KNOWING))
    page.inspector.replies.accept_drops(page)
    _wire_changes(page)
    _make_keys(page)


def _wire_changes(page: "InvitationsPage") -> None:
    changes = page.views.changes
    changes.counted.connect(page.count)
    changes.judged.connect(page.judge)
    changes.preview.reworded.connect(page.reword)
    changes.notices.round.clicked.connect(lambda _checked: page.show_view(ROUND))
    changes.notices.by_hand.clicked.connect(lambda _checked: page.views.tools.show_view(KNOWING))
    changes.notices.waiting.clicked.connect(lambda _checked: page.show_panel(OUTBOX))
    changes.none.button.clicked.connect(lambda _checked: page.views.tools.search.clear())
    changes.untold.round.clicked.connect(lambda _checked: page.show_view(ROUND))
    changes.untold.account.clicked.connect(lambda _checked: page.set_up_account())
    changes.empty.people.clicked.connect(lambda _checked: page.frame.go("people"))
    changes.untold.mailbox.clicked.connect(lambda _checked: page.frame.go("settings"))


def _make_keys(page: "InvitationsPage") -> None:
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+N", lambda: page.show_view(ROUND)),
        ("F4", page.side.toggle),
        ("Ctrl+C", lambda: page.copy(as_table=True)),
        ("Ctrl+Shift+C", lambda: page.copy(as_table=False)),
    )
    for key, act in keys:
        QShortcut(QKeySequence(key), page).activated.connect(act)
    views = page.views
    for widget in (page.head, views.tools.bar, views.changes, views.review):  # forms and panels have one of their own
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)  # held down, it would send what nobody has looked at
            shortcut.activated.connect(lambda: _review(page))


def _review(page: "InvitationsPage") -> None:
    """From the changes to the review, from there on its way; other views have the key for themselves."""
    if page.views.shown() == CHANGES:
        page.review()
    elif page.views.shown() == REVIEW:
        page.views.review.send.click()
