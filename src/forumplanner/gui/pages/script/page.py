"""The page Host script: one session's items with the words in both languages, the cues, and what needs a look."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from forumplanner import i18n
from forumplanner.domain.addresses import KINDS
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.script.card import ItemCard
from forumplanner.gui.pages.script.cards import CardList
from forumplanner.gui.pages.script.clear_text import clear_text
from forumplanner.gui.pages.script.editing import ScriptEditing
from forumplanner.gui.widgets.buttons import Button, Chip
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.fields import Combo, SearchField
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import running_order as query
from forumplanner.snapshots.running_order import RunningOrder, RunningSession

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed

_TABLES = frozenset(
    {
        "forum",
        "session",
        "session_room",
        "part",
        "item",
        "appearance",
        "act",
        "cue",
        "person",
        "post",
        "participant",
        "institution",
        "consular_guest",
        "consular_post",
        "order_override",
    }
)

_ADDRESSES = "addresses"


class ScriptPage(Page):
    """Cards are kept by item, so that nobody is interrupted while typing."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="scriptPage")
        self._order: RunningOrder | None = None
        self._shown = ""
        self._wanted = ""
        self._running = self._again = False
        self.editing = ScriptEditing(frame, self)
        self._make_widgets()
        self._lay_out()
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - the whole order is read either way
        """Read the running orders again, in a thread; the old cards stay until then."""
        if self._running:
            self._again = True
            return
        self._running = True
        store, forum_id = self.frame.store, self.frame.forum_id

        def work(_progress: object) -> RunningOrder:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=self._take, failed=self._fail)

    def touches(self, changed: "Changed") -> bool:
        """The programme, its ceremonies, and the names of who appears in it."""
        return any(table in _TABLES for table, _key in changed.touched)

    def facts(self) -> str:
        """How many items, and how many of them need a look."""
        session = self.session()
        if session is None:
            return ""
        needing = self.view.needing()
        words = ngettext("{n} item", "{n} items", len(session.items))
        look = ngettext("{n} needs a look", "{n} need a look", needing)
        return f"{words} · {look}" if needing else words

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.search

    def first_focus(self) -> QWidget | None:
        """The first words, or the choice of a session."""
        return self.view.first() or self.sessions

    def show_target(self, target: str) -> None:
        """Show the session of that id, or the one with that item; "addresses" puts those of the ceremony in order."""
        self._wanted = target
        if self._order is not None:
            self._show_wanted()

    def session(self) -> RunningSession | None:
        """The session that is shown."""
        return self._order.session(self._shown) if self._order is not None else None

    def card(self, item_id: str) -> ItemCard:
        """The card of one item."""
        return self.view.cards[item_id]

    def retranslate(self) -> None:
        """The facts and the sessions' names are words too."""
        super().retranslate()
        if hasattr(self, "sessions") and self._order is not None:
            self._offer_sessions()
            self._tell()

    def _make_widgets(self) -> None:
        self.fill = Button(
            lambda: _("Fill the empty ones"),
            name="scriptFill",
            icon="sparkles",
            tip=lambda: _("Writes the template’s words into every item that has none of its own; your words stay."),
        )
        self.paper = Button(lambda: _("Print running order"), name="scriptPaper", kind="primary", icon="printer")
        self.cards_paper = Button(lambda: _("Print hand cards"), name="scriptCards", icon="printer")
        self.head = PageHead(lambda: _("Host script"), self.fill, self.cards_paper, self.paper, name="scriptHead")
        self.sessions = Combo((), name="scriptSessions", label=lambda: _("Session"), letters=22)
        self.only = Chip(lambda: _("Needs a look"), name="scriptOnly")
        self.sort = Button(
            lambda: _("Order of addresses"),
            name="scriptSort",
            kind="ghost",
            icon="list-ordered",
            tip=lambda: _(
                "Puts the addresses into the order of the rules of protocol; everything else stays in place."
            ),
        )
        self.copy = Button("", name="scriptCopy", kind="icon", icon="copy", tip=lambda: _("Copy all words as text"))
        self.search = SearchField(
            name="scriptSearch", label=lambda: _("Search words and names"), hint=lambda: _("Search")
        )
        self.empty = EmptyState(
            lambda: _("No session with items yet"),
            lambda: _("Add the opening ceremony and its items on the page Programme."),
            name="scriptEmpty",
            icon="list-tree",
        )
        self.nothing = EmptyState(
            lambda: _("Nothing here needs a look"),
            lambda: _("Take the filter off to see all items."),
            name="scriptNothing",
            icon="circle-check",
        )

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        tools = Toolbar(name="scriptTools")
        tools.add(self.sessions, self.only, self.sort)
        tools.stretch()
        tools.add(self.search, self.copy)
        self.column.addWidget(tools)
        self.view = CardList(self.editing.follow)
        self._places = QStackedWidget()
        self._places.setObjectName("scriptPlaces")
        for place in (self.view, self.empty, self.nothing):
            self._places.addWidget(place)
        self.column.addWidget(self._places, 1)

    def _connect(self) -> None:
        self.sessions.picked.connect(self._choose)
        self.only.toggled.connect(lambda _on: self._sift())
        self.search.query.connect(lambda _text: self._sift())
        self.search.leave.connect(self._leave_search)
        self.fill.clicked.connect(lambda: self.editing.fill(self._shown))
        self.copy.clicked.connect(self._copy)
        self.sort.clicked.connect(lambda: self.editing.sort_addresses(self._shown))
        self.paper.clicked.connect(lambda: self.frame.go("documents", f"running_order/{self._shown}"))
        self.cards_paper.clicked.connect(lambda: self.frame.go("documents", f"mc_cards/{self._shown}"))
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.view.step(by))

    def _take(self, order: RunningOrder) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.refresh(None)
            return
        self._order = order
        self._offer_sessions()
        self._show_wanted()

    def _fail(self, error: Exception) -> None:
        self._running = self._again = False
        self.frame.toast(str(error))

    def _offer_sessions(self) -> None:
        order = self._order
        if order is None:
            return
        ceremonial = [s for s in order.sessions if s.ceremonial]
        rest = [s for s in order.sessions if not s.ceremonial]
        self.sessions.set_choices([(s.id, _title(s, order.languages)) for s in (*ceremonial, *rest)])

    def _show_wanted(self) -> None:
        """The session that was asked for, else the one that was shown, else the first ceremony."""
        order = self._order
        if order is None:
            return
        wanted, self._wanted = self._wanted, ""
        asked, wanted = wanted == _ADDRESSES, "" if wanted == _ADDRESSES else wanted
        holding = next((s.id for s in order.sessions if any(item.id == wanted for item in s.items)), wanted)
        known = {session.id for session in order.sessions}
        ceremonies = order.ceremonies()
        first = ceremonies[0].id if ceremonies else ""
        self._shown = next((key for key in (holding, self._shown) if key in known), first)
        self.sessions.choose(self._shown)
        self._show()
        self.view.show_card(wanted)
        if asked:
            self.editing.sort_addresses(self._shown)

    def _choose(self, session_id: str) -> None:
        self._shown = session_id
        self._show()

    def _show(self) -> None:
        session = self.session()
        languages = self._order.languages if self._order is not None else ()
        self.view.show_items(session.items if session is not None else (), languages)
        self._sift()
        self._tell()

    def _sift(self) -> None:
        """Hide what is not asked for."""
        shown = self.view.sift(self.search.text(), needing=self.only.isChecked())
        place = self.view if shown else self.nothing if self.view.cards else self.empty
        self._places.setCurrentWidget(place)

    def _copy(self) -> None:
        session = self.session()
        if session is not None:
            QGuiApplication.clipboard().setText(clear_text(session))
            self.frame.toast(_("Copied the words of {n} items", n=len(session.items)))

    def _leave_search(self) -> None:
        (self.first_focus() or self).setFocus()

    def _tell(self) -> None:
        session = self.session()
        lacking = sum(not all(item.own) for item in session.items) if session is not None else 0
        if lacking:
            self.fill.enable()
        else:
            self.fill.disable(lambda: _("Every item has words of its own"))
        for button in (self.paper, self.cards_paper, self.sort):
            button.setVisible(session is not None)
        if session is not None and sum(item.kind in KINDS for item in session.items) > 1:
            self.sort.enable()
        else:
            self.sort.disable(lambda: _("This session has fewer than two addresses"))
        self.head.set_facts(self.facts)
        self.status.emit()


def _title(session: RunningSession, languages: tuple[str, ...]) -> Callable[[], str]:
    """A session's title for the reader of the interface."""
    return lambda: session.heading(i18n.interface_language(), languages)
