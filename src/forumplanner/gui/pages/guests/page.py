"""The page Guests: both lists in order of protocol, the phone list, the chase matrix; one guest stands beside it."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from forumplanner.domain.guest_kinds import MaterialKind
from forumplanner.domain.invitation_chain import QUIET_DAYS
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.guests import clock, copying, words
from forumplanner.gui.pages.guests.adding import HONOUR, POSTS
from forumplanner.gui.pages.guests.bands import unproven
from forumplanner.gui.pages.guests.calls import key_of as call_key
from forumplanner.gui.pages.guests.chase import chase_table, chase_text
from forumplanner.gui.pages.guests.editing import Editing
from forumplanner.gui.pages.guests.fetching import Fetching
from forumplanner.gui.pages.guests.forms import Forms
from forumplanner.gui.pages.guests.inspector import GuestInspector
from forumplanner.gui.pages.guests.tools import APPROVE, CALLS, CHASE, DUE, LISTS, QUIET
from forumplanner.gui.pages.guests.views import GuestViews
from forumplanner.gui.pages.registry import papers
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.chasing import Chase
from forumplanner.snapshots.contacts import CallLine, Calls, Subject
from forumplanner.snapshots.guests import GuestLine, Guests

if TYPE_CHECKING:
    from forumplanner.store import Changed

_TABLES = frozenset(
    {"consular_guest", "consular_post", "contact_note", "order_override", "participant", "person", "post", "forum"}
)
_CHASED = frozenset({"material", "item", "appearance", "journey", "delegation", "institution"})
REQUEST, LIST = "letters/approval_request", "guest_list"
"""Keys of the papers that the page leads to."""


class GuestsPage(Page):
    """Selection and filters are kept by id across refresh, view and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="guestsPage")
        self.guests = Guests("", ())
        self.calls = Calls(())
        self._wanted = ""
        self.request = Button(lambda: _("FAO request form"), name="guestRequest", icon="file-text")
        self.new = Button(lambda: _("New guest"), name="guestNew", kind="primary", icon="plus", key="Ctrl+N")
        self.head = PageHead(lambda: _("Guests"), self.request, self.new, name="guestHeadRow")
        self.views = GuestViews()
        self.inspector = GuestInspector(frame)
        self.side = WithInspector(self.views, self.inspector)
        self.column.addWidget(self.head)
        self.column.addWidget(self.side, 1)
        self.fetching = Fetching(frame, self)
        self.editing = Editing(frame, self.inspector.card, self)
        self.forms = Forms(self)
        self._connect()
        self._connect_inspector()
        self._make_keys()

    def refresh(self, changed: "Changed | None") -> None:
        """Read again, in a thread; the old rows stay until then."""
        touched = {table for table, _key in changed.touched} if changed else _TABLES | _CHASED
        if touched & _TABLES:
            self.fetching.load()
        if self.views.view() == CHASE:
            self.fetching.chase()

    def touches(self, changed: "Changed") -> bool:
        """Guests, their posts, their log, and what the matrix reads."""
        return any(table in _TABLES or table in _CHASED for table, _key in changed.touched)

    def facts(self) -> str:
        """How many places are not proven."""
        number = unproven(self.guests.consular)
        if not self.guests.consular:
            return ""
        if not number:
            return _("Every place in the order is proven")
        return ngettext("{n} place in the order is not proven", "{n} places in the order are not proven", number)

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.views.tools.search

    def first_focus(self) -> QWidget | None:
        """The view that is shown."""
        return self.views.focus_widget()

    def show_target(self, target: str) -> None:
        """A view ("calls", "chase"), "new", or the id of a guest."""
        if target in {LISTS, CALLS, CHASE}:
            self.views.tools.show_view(target)
        elif target == "new":
            self.forms.new()
        else:
            self.views.tools.show_view(LISTS)
            self._wanted = target
            self.views.list.set_current(target)

    def among(self, line: GuestLine) -> tuple[GuestLine, ...]:
        """The list that a guest stands in."""
        return self.guests.consular if line.consular else self.guests.honour

    def focus_view(self) -> None:
        """Give the keys to the view that is shown."""
        widget = self.views.focus_widget()
        if widget is not None:
            widget.setFocus()

    def copy(self, *, as_table: bool) -> None:
        """What the view shows, into the clipboard."""
        view = self.views.view()
        if view == CHASE:
            told = chase_table(self.views.matrix) if as_table else chase_text(self.views.matrix.shown())
            number = len(self.views.matrix.shown())
        elif view == CALLS:
            lines = self.views.phone.shown()
            told, number = copying.calls_as_text(lines, self.calls.languages), len(lines)
        else:
            shown = self.views.rows.lines()
            told = (copying.as_table if as_table else copying.as_text)(self.guests, shown)
            number = len(shown)
        QGuiApplication.clipboard().setText(told)
        self.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", number))

    def narrow(self) -> None:
        """Show what chips and search ask for."""
        self.views.narrow(self.guests, self.calls, self._today())

    def _connect(self) -> None:
        views = self.views
        self.new.clicked.connect(lambda _checked: self.forms.new())
        self.request.clicked.connect(lambda _checked: self._paper(REQUEST))
        views.asked_new.connect(lambda honour: self.forms.new(HONOUR if honour else POSTS))
        views.asked_import.connect(lambda: self.frame.go("importing"))
        views.tools.viewed.connect(self._show_view)
        views.tools.narrowed.connect(self.narrow)
        views.tools.copy.clicked.connect(lambda: self.copy(as_table=False))
        views.tools.details.clicked.connect(self.side.toggle)
        views.tools.search.leave.connect(self.focus_view)
        views.consular_band.ruled.connect(lambda: self.frame.go("settings", "protocol"))
        views.consular_band.printed.connect(lambda: self._paper(LIST))
        views.list.picked.connect(lambda _key: self._load_card())
        views.list.opened.connect(self._open)
        views.list.moved.connect(self.forms.move)
        views.calls.opened.connect(self._open_call)
        views.calls.picked.connect(lambda _key: self._follow_call())
        views.chase.ticked.connect(self.editing.tick)
        views.chase.derived.connect(self._tell_derived)
        views.chase.opened.connect(lambda key: self.frame.go("people", key))
        self.fetching.read.connect(self._show)
        self.fetching.chased.connect(self._show_chase)
        self.editing.wanted.connect(self._want)

    def _connect_inspector(self) -> None:
        shown, editing = self.inspector, self.editing
        shown.why.asked.connect(self.forms.move)
        shown.why.freed.connect(editing.free)
        shown.status.asked.connect(self.forms.log)
        shown.log.asked.connect(self.forms.log)
        shown.log.corrected.connect(self._correct)
        shown.log.removed.connect(editing.take_out)
        for section in (shown.record, shown.visit):
            section.written.connect(editing.write_record)
        shown.record.titled.connect(editing.write_title)
        shown.record.confirmed.connect(editing.confirm_title)
        shown.post.written.connect(editing.write_post)
        shown.post.named.connect(editing.name_post)
        shown.honour.picked.connect(editing.set_protocol)
        shown.person.went.connect(self._go_to_person)
        shown.deeds.named.connect(self.forms.name)
        shown.deeds.replaced.connect(self.forms.replace)
        shown.deeds.returned.connect(editing.come_back)
        shown.deeds.invited.connect(self.forms.invite)
        shown.deeds.removed.connect(editing.remove)

    def _make_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", self.forms.new),
            ("Ctrl+L", self._log),
            ("Ctrl+R", self.forms.replace),
            ("F4", self.side.toggle),
            ("Ctrl+C", lambda: self.copy(as_table=True)),
            ("Ctrl+Shift+C", lambda: self.copy(as_table=False)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _today(self) -> dt.date:
        return clock.today(self.frame.card.zone)

    def _show(self, guests: Guests, known: Calls) -> None:
        self.guests, self.calls = guests, known
        today = self._today()
        everybody = (*guests.consular, *guests.honour)
        waiting = sum(words.waits(line, today) for line in everybody)
        self.frame.badge("guests", waiting, "warn")
        self.views.tools.count(
            {
                APPROVE: sum(map(words.to_approve, everybody)),
                DUE: len(known.due(today)),
                QUIET: len(known.quiet(QUIET_DAYS)),
            }
        )
        self.head.set_facts(lambda: said_facts(guests))
        self.narrow()
        self._choose()
        self.status.emit()

    def _choose(self) -> None:
        """Keep the guest who was shown, or the one who was just made, else take the first."""
        if self._wanted and self.guests.line(self._wanted) is not None:
            wanted, self._wanted = self._wanted, ""
            self.views.list.set_current(wanted)
        elif self.guests.line(self.views.list.current_id()) is None:
            lines = self.views.rows.lines()
            self.views.list.set_current(lines[0].id if lines else "")
        self._load_card()

    def _show_chase(self, chase: Chase) -> None:
        self.views.matrix.show_chase(chase)
        if self.views.view() == CHASE:
            self.narrow()

    def _show_view(self, view: str) -> None:
        """The matrix needs the whole width; the lists get their inspector back."""
        if view == CHASE:
            self.fetching.chase()
        self.side.set_open(open_=view != CHASE and not self.side.is_drawer())
        self.narrow()
        self.focus_view()

    def _load_card(self) -> None:
        line = self.guests.line(self.views.list.current_id())
        card = self.fetching.card(line) if line is not None else None
        self.inspector.show_card(card, self.among(line) if line is not None else ())

    def _want(self, key: str) -> None:
        self._wanted = key

    def _open(self) -> None:
        self.side.set_open(open_=True)
        self.inspector.tabs.choose("details")
        card = self.inspector.card()
        if card is not None and card.line.consular:
            self.inspector.record.title_field.side("en").setFocus()

    def _call(self) -> CallLine | None:
        key = self.views.calls.current_id()
        return next((line for line in self.views.phone.shown() if call_key(line) == key), None)

    def _log(self) -> None:
        call = self._call() if self.views.view() == CALLS else None
        if call is not None:
            self.forms.log_call(call)
        elif self.views.view() == LISTS:
            self.forms.log()

    def _follow_call(self) -> None:
        """The inspector shows whoever is to be called."""
        call = self._call()
        if call is not None and self.guests.line(call.subject_id) is not None:
            self.views.list.set_current(call.subject_id)

    def _open_call(self, _key: object) -> None:
        call = self._call()
        if call is not None and call.subject in {Subject.GUEST, Subject.PARTICIPANT}:
            if self.guests.line(call.subject_id) is None:
                self.frame.go("people", call.subject_id)
            else:
                self.show_target(call.subject_id)
        elif call is not None and call.subject is Subject.DELEGATION:
            self.frame.go("delegations", call.subject_id)

    def _correct(self, note: str) -> None:
        card = self.inspector.card()
        found = next((line for line in card.notes if line.id == note), None) if card else None
        if found is not None:
            self.forms.log(found)

    def _go_to_person(self) -> None:
        card = self.inspector.card()
        if card is not None:
            self.frame.go("people", card.line.participant_id)

    def _paper(self, key: str) -> None:
        """The page Documents with that paper, where there is one."""
        known = {paper for paper, _title, _note in papers()}
        self.frame.go("documents", key if key.partition("/")[0] in known else "")

    def _tell_derived(self, kind: str) -> None:
        self.frame.toast(derived_words(MaterialKind(kind)))


def said_facts(guests: Guests) -> str:
    """How many guests there are, and how many of them come from posts."""
    total = len(guests.consular) + len(guests.honour)
    from_posts = len(guests.consular)
    facts = ngettext("{n} guest", "{n} guests", total)
    if not from_posts:
        return facts
    return f"{facts} · " + ngettext("{n} from consulates", "{n} from consulates", from_posts)


def derived_words(kind: MaterialKind) -> str:
    """Why a cell can't be ticked, and where it is written."""
    if kind in {MaterialKind.INVITATION, MaterialKind.REPLY}:
        return _("Invitation and reply follow the status. Log a step instead: Ctrl+L on the guest.")
    if kind is MaterialKind.PHOTO:
        return _("The photo stands in the record of the person.")
    if kind in {MaterialKind.FLIGHT, MaterialKind.HOTEL}:
        return _("Flight and hotel stand with the journey and the delegation.")
    return _("Title and abstract stand in the programme.")
