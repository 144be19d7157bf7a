"""Which signal of the page Guests is answered by what, and its keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from forumplanner.domain.guest_kinds import MaterialState
from forumplanner.gui.pages.guests.adding import HONOUR, POSTS

if TYPE_CHECKING:
    from forumplanner.gui.pages.guests.page import GuestsPage

REQUEST, LIST = "letters/approval_request", "guest_list"
"""Papers that the page leads to."""


def wire(page: "GuestsPage") -> None:
    """Connect everything once."""
    _wire_views(page)
    _wire_inspector(page)
    _make_keys(page)


def _wire_views(page: "GuestsPage") -> None:
    views = page.views
    page.new.clicked.connect(lambda _checked: page.forms.new())
    page.posts.clicked.connect(lambda _checked: page.forms.new(POSTS))
    page.call.clicked.connect(lambda _checked: page.log())
    page.request.clicked.connect(lambda _checked: page.frame.go("documents", REQUEST))
    views.asked_new.connect(lambda honour: page.forms.new(HONOUR if honour else POSTS))
    views.asked_import.connect(lambda: page.frame.go("importing"))
    views.tools.viewed.connect(page.show_view)
    views.tools.narrowed.connect(page.narrow)
    views.tools.copy.clicked.connect(lambda: page.copy(as_table=False))
    views.tools.details.clicked.connect(page.side.toggle)
    views.tools.search.leave.connect(page.focus_view)
    views.consular_band.ruled.connect(lambda: page.frame.go("settings", "protocol"))
    views.consular_band.printed.connect(lambda: page.frame.go("documents", LIST))
    views.list.picked.connect(lambda _key: page.load_card())
    views.list.opened.connect(page.open)
    views.list.moved.connect(page.forms.move)
    views.calls.opened.connect(lambda _key: page.log())
    views.tools.visit.clicked.connect(lambda _checked: page.open_call())
    views.calls.picked.connect(lambda _key: page.follow_call())
    views.chase.ticked.connect(page.editing.tick)
    for state, button in views.tools.marks.items():
        button.clicked.connect(lambda _checked, state=state: views.chase.mark(MaterialState(state)))
    views.chase.derived.connect(page.tell_derived)
    views.chase.opened.connect(lambda key: page.frame.go("people", key))
    page.fetching.read.connect(page.take)
    page.fetching.chased.connect(page.show_chase)
    page.editing.wanted.connect(page.want)


def _wire_inspector(page: "GuestsPage") -> None:
    shown, editing, fields = page.inspector, page.editing, page.fields
    shown.why.asked.connect(page.forms.move)
    shown.why.freed.connect(editing.free)
    shown.status.asked.connect(page.forms.log)
    shown.log.asked.connect(page.forms.log)
    shown.log.corrected.connect(page.correct)
    shown.log.removed.connect(editing.take_out)
    for section in (shown.record, shown.visit):
        section.written.connect(fields.write_record)
    shown.record.titled.connect(fields.write_title)
    shown.record.confirmed.connect(fields.confirm_title)
    shown.post.written.connect(fields.write_post)
    shown.post.named.connect(fields.name_post)
    shown.honour.picked.connect(fields.set_protocol)
    shown.person.went.connect(page.go_to_person)
    shown.deeds.named.connect(page.forms.name)
    shown.deeds.replaced.connect(page.forms.replace)
    shown.deeds.returned.connect(editing.come_back)
    shown.deeds.invited.connect(page.forms.invite)
    shown.deeds.removed.connect(editing.remove)


def _make_keys(page: "GuestsPage") -> None:
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+N", page.forms.new),
        ("Ctrl+L", page.log),
        ("Ctrl+R", page.forms.replace),
        ("F4", page.side.toggle),
        ("Ctrl+C", lambda: page.copy(as_table=True)),
        ("Ctrl+Shift+C", lambda: page.copy(as_table=False)),
    )
    for key, act in keys:
        QShortcut(QKeySequence(key), page).activated.connect(act)
