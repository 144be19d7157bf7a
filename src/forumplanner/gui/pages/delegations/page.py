"""The page Delegations: tools, the tree, the bar with the caption, and one delegation in full beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from forumplanner.domain.contacts import About
from forumplanner.gui import texting
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import menu
from forumplanner.gui.pages.delegations.acting import Acting
from forumplanner.gui.pages.delegations.adding import NewDelegation
from forumplanner.gui.pages.delegations.asking import Asking
from forumplanner.gui.pages.delegations.editing import Editing, delegation_id
from forumplanner.gui.pages.delegations.furniture import Furnished
from forumplanner.gui.pages.delegations.inspector import CONTACTS
from forumplanner.gui.pages.delegations.member_editing import MemberEditing
from forumplanner.gui.pages.delegations.ordering import Ordering
from forumplanner.gui.pages.delegations.rows import Finder, RowKind, View, arrival_days, build
from forumplanner.gui.pages.delegations.tree import owner
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import contacts
from forumplanner.queries import delegations as query
from forumplanner.snapshots.delegations import DelegationDetail, DelegationLine, Delegations

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset(
    {"delegation", "participant", "person", "post", "institution", "journey", "forum", "contact_note", "order_override"}
)


class DelegationsPage(Furnished):
    """The current row, ticks, folds and conditions are kept by key across refresh and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._delegations = Delegations("", (), "UTC")
        self._finder = Finder(self._delegations)
        self._view = View()
        self._wanted = ""
        shown = lambda: self._delegations  # noqa: E731 - what is shown now
        self.editing = Editing(frame, self.inspector, shown)
        self.membership = MemberEditing(frame, self.inspector, shown)
        self.asking = Asking(frame, self.inspector, shown)
        self.ordering = Ordering(frame, self.membership, shown)
        self.tools.sorted_by.connect(self.ordering.sort)
        self.tree.moved.connect(self.ordering.move)
        self.caption.written.connect(self.ordering.write_caption)
        self.acting = Acting(
            self,
            self.membership,
            {
                "open": self._open,
                "request": lambda _key: self.copy_request(),
                "call": lambda _key: self.log_call(),
                "up": lambda key: self.ordering.move(key, -1),
                "down": lambda key: self.ordering.move(key, 1),
            },
        )
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - everything is read again
        """Read the delegations again, in a thread; the old rows stay until then."""
        store, forum_id = self.frame.store, self.frame.forum_id

        def work(_progress: object) -> Delegations:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=self._show, failed=lambda error: self.frame.toast(str(error)))

    def touches(self, changed: "Changed") -> bool:
        """Delegations, their people and what is noted about them."""
        return any(table in _TABLES for table, _key in changed.touched)

    def facts(self) -> str:
        """How many members of delegations arrive on which day."""
        days = arrival_days(self._delegations)[:3]
        parts = [_("{n} on {day}", n=texting.number(number), day=texting.short_day(day)) for day, number in days]
        return _("Delegation members: {days}", days=" · ".join(parts)) if parts else ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.tools.search

    def first_focus(self) -> QWidget | None:
        """The tree."""
        return self.tree

    def show_target(self, target: str) -> None:
        """What is asked for: "new", "incomplete", "no_liaison", or the id of a delegation or participant."""
        if target == "new":
            self.start_new()
        elif target in {"incomplete", "no_liaison"}:
            self.set_view(
                replace(self._view.everything(), incomplete=target == "incomplete", no_liaison=target == "no_liaison")
            )
        else:
            self._wanted = target
            self._go_to_wanted()

    def set_view(self, view: View) -> None:
        """Show other rows."""
        self._view = view
        self.tools.show_view(view)
        self._build()

    def start_new(self) -> None:
        """Open the card for a new delegation."""
        self.adding.offer(*self.editing.offers())
        self.adding.show()
        self.side.set_open(open_=True)
        self.adding.start()

    def current(self) -> DelegationLine | None:
        """The delegation of the current row."""
        return self._delegations.line(owner(self.tree.current_row()))

    def copy_request(self) -> None:
        """Ctrl+Shift+C: the text that asks the current delegation for what is missing."""
        line = self.current()
        if line is None:
            self.frame.toast(_("Choose a delegation first."))
        else:
            self.asking.copy(line)

    def log_call(self) -> None:
        """Ctrl+L: note a call with the current delegation."""
        if self.current() is not None:
            self.side.set_open(open_=True)
            self.inspector.open_tab(CONTACTS)
            self.inspector.contacts.form.text.setFocus()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda _checked: self.start_new())
        self.cleared.connect(lambda: self.set_view(self._view.everything()))
        self.ask.clicked.connect(lambda _checked: self.copy_request())
        self.tools.asked.connect(self.set_view)
        self.tools.fold.clicked.connect(lambda _checked: self._fold_all())
        self.tools.details.clicked.connect(lambda _checked: self.side.toggle())
        self.tools.search.leave.connect(self.tree.setFocus)
        self.tree.picked.connect(lambda _key: self._show_line())
        self.tree.flipped.connect(self._flip)
        self.tree.opened.connect(self._open)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(
            lambda at: menu.call(self.tree, self.tree.viewport().mapToGlobal(at), self.acting.run)
        )
        self.model.ticked.connect(self._show_ticks)
        self.adding.made.connect(self._add)
        self.adding.left.connect(self.adding.hide)
        self.adding.left.connect(self.tree.setFocus)
        self.inspector.members.opened.connect(lambda key: self.frame.go("people", key))
        missing = self.inspector.details.missing
        missing.requested.connect(self.copy_request)
        missing.called.connect(self.log_call)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", self.start_new),
            ("F4", self.side.toggle),
            ("Ctrl+L", self.log_call),
            ("Ctrl+C", self.acting.copy_table),
            ("Ctrl+Shift+C", self.copy_request),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _show(self, delegations: Delegations) -> None:
        first = not self._delegations.lines
        self._delegations, self._finder = delegations, Finder(delegations)
        self.tools.show_delegations(delegations)
        self.caption.show_delegations(delegations)
        self._build()
        if self._wanted:
            self._go_to_wanted()
        elif first and not self.tree.current_key():
            rows = self.model.rows()
            self.tree.select(next((row.key for row in rows if row.kind is RowKind.DELEGATION), ""))
        self._show_line()
        self.frame.badge("delegations", *delegations.alarm())
        self.status.emit()

    def _build(self) -> None:
        rows = build(self._delegations, self._view, self._finder)
        self.model.show_rows(self._delegations, rows, tuple(fold(self._view.words).split()))
        total = len(self._delegations.lines)
        self.content.setCurrentWidget(self.tree if rows else (self.nothing if total else self.empty))
        self.nothing.tell_query(self._view.words.strip(), self._view.number())
        self.caption.setVisible(bool(total))
        self._show_ticks()
        self.head.set_facts(lambda: said_facts(self._delegations))

    def _show_ticks(self) -> None:
        self.bulk.show_ticks(len(self.model.ticks()), here=self.current() is not None)

    def _show_line(self) -> None:
        line = self.current()
        if line is None:
            self.inspector.show_line(None, self._delegations, DelegationDetail(""))
            return
        with self.frame.store.read() as db:
            detail = query.detail(db, delegation_id=delegation_id(line.id))
            about = About.delegation(delegation_id(line.id))
            notes = contacts.notes_of(db, forum_id=self.frame.forum_id, about=[about])
        self.inspector.show_line(line, self._delegations, detail, notes)

    def _go_to_wanted(self) -> None:
        """Unfold down to the delegation or member that was asked for."""
        for line in self._delegations.lines:
            inside = {member.participant_id for member in line.members}
            if self._wanted == line.id or self._wanted in inside:
                view = self._view.everything()
                unfolded = view.unfolded | ({f"delegation:{line.id}"} if self._wanted in inside else set())
                self.set_view(replace(view, folded=view.folded - {f"country:{line.country}"}, unfolded=unfolded))
                kind = "member" if self._wanted in inside else "delegation"
                self.tree.select(f"{kind}:{self._wanted}")
                self._wanted = ""
                return

    def _open(self, key: str) -> None:
        """Enter: a member's person; anything else folds."""
        kind, _colon, identity = key.partition(":")
        if kind == "member":
            self.frame.go("people", identity)
        elif kind in {"country", "delegation"}:
            self._flip(key)

    def _flip(self, key: str) -> None:
        """Fold or unfold a row."""
        self.set_view(self._view.flipped(key))
        self.tree.reveal(key)

    def _fold_all(self) -> None:
        every = frozenset(f"country:{line.country}" for line in self._delegations.lines)
        folded = frozenset() if self._view.folded >= every else every
        self.set_view(replace(self._view, folded=folded, unfolded=frozenset()))

    def _add(self, new: NewDelegation) -> None:
        made = self.editing.add(new)
        if made:
            self.adding.clear()
            self.adding.hide()
            self._wanted = made
            self.set_view(self._view.everything())
            self.tree.setFocus()


def said_facts(delegations: Delegations) -> str:
    """How many delegations, countries and people there are."""
    lines = delegations.lines
    if not lines:
        return ""
    countries = len({line.country for line in lines if line.country})
    people = sum(line.people for line in lines)
    parts = (
        ngettext("{n} delegation", "{n} delegations", len(lines)),
        ngettext("{n} country", "{n} countries", countries),
        ngettext("{n} person", "{n} people", people).replace(str(people), texting.number(people)),
    )
    return " · ".join(parts)
