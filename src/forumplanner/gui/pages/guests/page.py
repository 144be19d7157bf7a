"""The page Guests: both lists in order of protocol, the phone list, the chase matrix; one guest stands beside it."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from forumplanner.domain.guest_kinds import MaterialKind
from forumplanner.domain.invitation_chain import QUIET_DAYS
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.guests import clock, copying, words
from forumplanner.gui.pages.guests.adding import POSTS
from forumplanner.gui.pages.guests.bands import unproven
from forumplanner.gui.pages.guests.calls import key_of as call_key
from forumplanner.gui.pages.guests.chase import chase_table, chase_text
from forumplanner.gui.pages.guests.editing import Editing
from forumplanner.gui.pages.guests.fetching import Fetching
from forumplanner.gui.pages.guests.field_editing import FieldEditing
from forumplanner.gui.pages.guests.forms import Forms
from forumplanner.gui.pages.guests.inspector import GuestInspector
from forumplanner.gui.pages.guests.tools import APPROVE, CALLS, CHASE, DUE, LISTS, QUIET
from forumplanner.gui.pages.guests.views import GuestViews
from forumplanner.gui.pages.guests.wiring import wire
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


class GuestsPage(Page):
    """Selection and filters are kept by id across refresh, view and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="guestsPage")
        self.guests = Guests("", ())
        self.calls = Calls(())
        self._wanted = ""
        self.request = Button(lambda: _("FAO request form"), name="guestRequest", icon="file-text")
        self.new = Button(lambda: _("New guest"), name="guestNew", kind="primary", icon="plus", key="Ctrl+N")
        self.posts = Button(lambda: _("Add consulates…"), name="guestPosts", icon="landmark")
        self.call = Button(lambda: _("Log a call or a step…"), name="guestCall", icon="phone", key="Ctrl+L")
        self.call.hide()
        buttons = (self.call, self.request, self.posts, self.new)
        self.head = PageHead(lambda: _("Guests"), *buttons, name="guestHeadRow")
        self.views = GuestViews()
        self.inspector = GuestInspector(frame)
        self.side = WithInspector(self.views, self.inspector)
        self.column.addWidget(self.head)
        self.column.addWidget(self.side, 1)
        self.fetching = Fetching(frame, self)
        self.editing = Editing(frame, self.inspector.card, self)
        self.fields = FieldEditing(frame, self.editing.card, self)
        self.forms = Forms(self)
        wire(self)

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
        """How many places of the two lists are not proven, while the lists are shown."""
        everybody = (*self.guests.consular, *self.guests.honour)
        if not everybody or self.views.view() != LISTS:
            return ""
        number = unproven(everybody)
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
        """A view ("calls", "chase"), "new" or "posts" for the form, or the id of a guest."""
        if target in {LISTS, CALLS, CHASE}:
            self.views.tools.show_view(target)
        elif target in {"new", POSTS}:
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
            told, number = copying.calls_as_text(lines, self.calls.languages, self.guests.year), len(lines)
        else:
            shown = self.views.rows.lines()
            told = (copying.as_table if as_table else copying.as_text)(self.guests, shown)
            number = len(shown)
        QGuiApplication.clipboard().setText(told)
        self.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", number))

    def narrow(self) -> None:
        """Show what chips and search ask for."""
        self.views.narrow(self.guests, self.calls, self._today())

    def _today(self) -> dt.date:
        return clock.today(self.frame.card.zone)

    def take(self, guests: Guests, known: Calls) -> None:
        """Show what was read, count what waits, keep the guest who is shown."""
        self.guests, self.calls = guests, known
        today = self._today()
        everybody = (*guests.consular, *guests.honour)
        waiting = known.waiting(today, QUIET_DAYS) | {line.id for line in everybody if words.to_approve(line)}
        self.frame.badge("guests", len(waiting), "warn")
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
        before = wanted = self.views.list.current_id()
        if self._wanted and self.guests.line(self._wanted) is not None:
            wanted, self._wanted = self._wanted, ""
        elif self.guests.line(before) is None:
            wanted = next((line.id for line in self.views.rows.lines()), "")
        self.views.list.set_current(wanted)
        if wanted == before:  # another one is shown as soon as the list tells of it
            self.load_card()
        self.follow_call()

    def show_chase(self, chase: Chase) -> None:
        """Show the matrix that was read."""
        self.views.matrix.show_chase(chase)
        if self.views.view() == CHASE:
            self.narrow()

    def show_view(self, view: str) -> None:
        """The matrix needs the whole width; the lists get their inspector back."""
        if view == CHASE:
            self.fetching.chase()
        self.side.set_open(open_=view != CHASE and not self.side.is_drawer())
        self.call.setVisible(view == CALLS)
        self.request.setVisible(view != CALLS)
        self.narrow()
        if view == CALLS:
            self.follow_call()
        elif view == LISTS:
            self.load_card()
        self.status.emit()
        self.focus_view()

    def load_card(self) -> None:
        """Show the current guest in full."""
        line = self.guests.line(self.views.list.current_id())
        card = self.fetching.card(line) if line is not None else None
        self.inspector.show_card(card, self.among(line) if line is not None else ())

    def want(self, key: str) -> None:
        """Show that guest as soon as the lists were read again."""
        self._wanted = key

    def open(self) -> None:
        """Enter: the details, ready for the title."""
        self.side.set_open(open_=True)
        self.inspector.tabs.choose("details")
        card = self.inspector.card()
        if card is not None and card.line.consular:
            self.inspector.record.title_field.side("en").setFocus()

    def _call(self) -> CallLine | None:
        key = self.views.calls.current_id()
        return next((line for line in self.views.phone.shown() if call_key(line) == key), None)

    def log(self) -> None:
        """Ctrl+L: about whoever is to be called, else about the guest who is shown."""
        call = self._call() if self.views.view() == CALLS else None
        if call is not None:
            self.forms.log_call(call)
        elif self.views.view() == LISTS:
            self.forms.log()

    def follow_call(self) -> None:
        """The inspector shows whoever is to be called; nobody where that is no guest."""
        call = self._call() if self.views.view() == CALLS else None
        if call is None:
            return
        if self.guests.line(call.subject_id) is None:
            self.inspector.show_card(None, ())
        elif self.views.list.current_id() == call.subject_id:
            self.load_card()
        else:
            self.views.list.set_current(call.subject_id)

    def open_call(self) -> None:
        """From the phone list to the guest, the person or the delegation."""
        call = self._call()
        if call is not None and call.subject in {Subject.GUEST, Subject.PARTICIPANT}:
            if self.guests.line(call.subject_id) is None:
                self.frame.go("people", call.subject_id)
            else:
                self.show_target(call.subject_id)
        elif call is not None and call.subject is Subject.DELEGATION:
            self.frame.go("delegations", call.subject_id)

    def correct(self, note: str) -> None:
        """Open an older line of the log."""
        card = self.inspector.card()
        found = next((line for line in card.notes if line.id == note), None) if card else None
        if found is not None:
            self.forms.log(found)

    def go_to_person(self) -> None:
        """The person of the guest who is shown, on the page People."""
        card = self.inspector.card()
        if card is not None:
            self.frame.go("people", card.line.participant_id)

    def tell_derived(self, kind: str) -> None:
        """Say why a cell can’t be ticked."""
        self.frame.toast(derived_words(MaterialKind(kind)))


def said_facts(guests: Guests) -> str:
    """How many guests may come, and how many of them from posts."""
    from_posts = sum(bool(line.place) for line in guests.consular)
    total = from_posts + sum(bool(line.place) for line in guests.honour)
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
