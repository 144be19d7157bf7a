"""The lists of who must know: by mail, in chats, on the phone; and who was told by word of mouth already."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.invitations.knowing import columns, copying
from forumplanner.gui.pages.invitations.knowing.chats import ChatPane
from forumplanner.gui.pages.invitations.knowing.fetching import Known
from forumplanner.gui.pages.invitations.knowing.people import Row, groups_of
from forumplanner.gui.pages.invitations.knowing.phones import PhonePane
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.gui.widgets.whole_rows import WholeRows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.knowing import SaidTo
from forumplanner.snapshots.must_know import Way

MAIL, CHAT, PHONE, SAID = "mail", "chat", "phone", "said"
_WORDS: dict[str, tuple[Callable[[], str], Callable[[str], str]]] = {
    MAIL: (lambda: _("Mail"), lambda n: _("Mail {n}", n=n)),
    CHAT: (lambda: _("Chats"), lambda n: _("Chats {n}", n=n)),
    PHONE: (lambda: _("Phone list"), lambda n: _("Phone list {n}", n=n)),
    SAID: (lambda: _("Told by hand"), lambda n: _("Told by hand {n}", n=n)),
}


class KnowingLists(Attentive, QWidget):
    """One list at a time. `taken_back(message)`: the current one was not told after all."""

    taken_back = Signal(str)

    def __init__(self, zone: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("knowingLists")
        self._known: Known | None = None
        self.ways = Segmented(
            [(key, words[0]) for key, words in _WORDS.items()], name="knowingWays", label=lambda: _("How they are told")
        )
        self.mails = Button(lambda: _("Show the mails"), name="knowingMails", icon="mail")
        self.back = Button(lambda: _("Not told after all"), name="knowingBack", icon="undo-2", key="Del")
        self.copy = Button(
            "", name="knowingCopy", kind="icon", icon="copy", tip=lambda: _("Copy as text"), key="Ctrl+Shift+C"
        )
        self.people: FastTableModel[Row] = FastTableModel(
            columns.by_mail(), identity=lambda row: row.key, search=lambda row: haystack(row.name()), parent=self
        )
        self.by_mail = FastTable(self.people, name="knowingByMail", label=lambda: _("People who get a mail"))
        self.chats, self.phones = ChatPane(), PhonePane()
        self.said: FastTableModel[SaidTo] = FastTableModel(
            columns.said(zone, self._titles, self._name), identity=lambda one: one.message_id, parent=self
        )
        self.told = FastTable(self.said, name="knowingSaid", label=lambda: _("Who was told by word of mouth"))
        self.none = EmptyState("", "", name="knowingNobody", icon="circle-check")
        self._lay_out()
        self.ways.picked.connect(lambda _key: self._show())
        self.back.clicked.connect(lambda _checked: self.take_back())

    def pane(self) -> str:
        """Which list is shown: "mail", "chat", "phone" or "said"."""
        return self.ways.choice()

    def choose(self, pane: str) -> None:
        """Show that list."""
        self.ways.choose(pane)
        self._show()

    def show_rows(self, known: Known, rows: Sequence[Row]) -> None:
        """Show these people, each where they are told."""
        self._known = known
        parted = {way: [row for row in rows if row.concerned.way is way] for way in Way}
        self.people.set_rows(parted[Way.MAIL])
        self.chats.show_groups(
            groups_of(parted[Way.CHAT], rows, (_("Everybody concerned"), _("People without a delegation")))
        )
        self.phones.show_rows(parted[Way.PHONE])
        self.said.set_rows(known.facts.said)
        for model, table in ((self.people, self.by_mail), (self.said, self.told)):
            current = table.current_id()
            if model.rowCount() and (current is None or model.place_of(current) < 0):
                table.set_current(model.id_at(0))
        numbers = {way.value: len(there) for way, there in parted.items()} | {SAID: self.said.rowCount()}
        for key, (_alone, counted) in _WORDS.items():
            self.ways.button(key).set_text(counted(texting.number(numbers[key])))
        self._show()

    def to_copy(self, *, as_table: bool) -> tuple[str, int]:
        """What the list says, and how many rows that is."""
        if self.pane() == PHONE:
            rows = self.phones.model.shown()
            return (copying.calls_as_table if as_table else copying.calls_as_text)(rows), len(rows)
        rows = self.people.shown()
        return (copying.mail_as_table if as_table else copying.mail_as_text)(rows), len(rows)

    def tell(self) -> None:
        """Whoever is chosen was told."""
        if self.pane() == PHONE:
            self.phones.tell()
        elif self.pane() == CHAT:
            self.chats.tell()

    def take_back(self) -> None:
        """Whoever is current was not told after all."""
        key = self.told.current_id()
        if self.pane() == SAID and isinstance(key, str) and self.said.place_of(key) >= 0:
            self.taken_back.emit(key)

    def _show(self) -> None:
        pane = self.pane()
        shown: dict[str, FastTable] = {
            MAIL: self.by_mail, CHAT: self.chats.table, PHONE: self.phones.table, SAID: self.told,
        }  # fmt: skip
        empty = not shown[pane].model().rowCount()
        if empty:
            self.none.tell(*self._nobody(pane))
        self.content.setCurrentWidget(self.none if empty else self._panes[pane])
        self.mails.setVisible(pane == MAIL and not empty)
        self.back.setVisible(pane == SAID and not empty)
        self.copy.setVisible(pane in {MAIL, PHONE} and not empty)

    def _nobody(self, pane: str) -> tuple[str, str]:
        known = self._known
        if pane == SAID:
            return _("Nobody was told by word of mouth yet"), _("Whoever is told by phone or in a chat stands here.")
        if known is not None and known.must.people:
            return _("Nobody stands in this list"), _("Look at the other lists, or choose another change.")
        if known is not None and known.facts.since is None and not known.desk.plan.told:
            return _("Nobody holds a programme yet"), _("Once one is released or sent, changes to it stand here.")
        return _("Everybody knows the programme as it stands"), ""

    def _name(self, one: SaidTo) -> str:
        """As the window's reader calls them; of somebody who is gone the name that was kept."""
        reader = self._known.desk.reader(one.participant_id) if self._known is not None else None
        return reader.name.shown(i18n.interface_language()) if reader is not None else one.name

    def _titles(self, sessions: Sequence[str]) -> str:
        if self._known is None:
            return ""
        facts, languages = self._known.facts, self._known.desk.plan.languages
        slots = [*(facts.since.slots if facts.since else ()), *facts.now]
        titles = {slot.session_id: reading.line(slot.title, languages) for slot in slots}
        stay = self._known.desk.plan.forum_id  # programmes tell of it beside each session
        return reading.listed(titles.get(key, "–") for key in sessions if key != stay)

    def _lay_out(self) -> None:
        bar = Toolbar(name="knowingTools")
        bar.add(self.ways)
        bar.stretch()
        bar.add(self.mails, self.back, self.copy)
        self._panes: dict[str, QWidget] = {
            MAIL: WholeRows(self.by_mail), CHAT: self.chats, PHONE: self.phones, SAID: WholeRows(self.told),
        }  # fmt: skip
        self.content = QStackedWidget()
        self.content.setObjectName("knowingContent")
        for widget in (*self._panes.values(), self.none):
            self.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.content, 1)
