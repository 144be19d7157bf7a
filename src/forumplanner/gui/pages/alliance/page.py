"""The page Organisers & alliance: five registers under tabs, one head with the facts and the way to a new entry."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.alliance.agreements import AgreementsRegister
from forumplanner.gui.pages.alliance.appointments import AppointmentsRegister
from forumplanner.gui.pages.alliance.members import MembersRegister
from forumplanner.gui.pages.alliance.offers import Offers
from forumplanner.gui.pages.alliance.offices import OfficesRegister
from forumplanner.gui.pages.alliance.organisers import OrganisersRegister
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.widgets.buttons import Button, Tabs
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.i18n import gettext as _
from forumplanner.queries import register_choices

if TYPE_CHECKING:
    from forumplanner.store import Changed

_MAKERS: dict[str, Callable[[Frame], Register[Any]]] = {
    "organisers": OrganisersRegister,
    "members": MembersRegister,
    "offices": OfficesRegister,
    "agreements": AgreementsRegister,
    "appointments": AppointmentsRegister,
}
_OFFERING = frozenset({"institution", "person", "post", "item", "session"})


class AlliancePage(Page):
    """A register is built when its tab is first shown; one that isn't shown only goes stale."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="alliancePage")
        self._registers: dict[str, Register[Any]] = {}
        self._stale: set[str] = set(_MAKERS)
        self._offers: Offers | None = None
        self._offering = False
        self._languages = frame.card.languages
        self._make_widgets()
        self._connect()
        self._open_tab()

    @property
    def register(self) -> Register[Any]:
        """The register that is shown."""
        return self._register(self.tabs.choice())

    def refresh(self, changed: "Changed | None") -> None:
        """Read the register that is shown; the others when they are."""
        if changed is None:
            self._stale = set(_MAKERS)
            self._offers = None
            self._fit_languages()
        else:
            self._stale |= {key for key, one in self._registers.items() if one.touched_by(changed)}
            if any(table in _OFFERING for table, _key in changed.touched):
                self._load_offers()
        self._load()

    def touches(self, changed: "Changed") -> bool:
        """What a register shows or offers."""
        offered = any(table in _OFFERING for table, _key in changed.touched)
        return offered or any(one.touched_by(changed) for one in self._registers.values())

    def facts(self) -> str:
        """The facts of the register that is shown."""
        return self.register.facts()

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.register.search

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.register.table

    def show_target(self, target: str) -> None:
        """A tab ("members"), with an id behind a colon ("agreements:…"), or "new" ("offices:new")."""
        key, _colon, wanted = target.partition(":")
        if key not in _MAKERS:
            return
        self.tabs.choose(key)
        if wanted == "new":
            self.register.start_new()
        elif wanted:
            self.register.want(wanted)
            self.register.table.set_current(wanted)

    def _make_widgets(self) -> None:
        self.new = Button("", name="allianceNew", kind="primary", icon="plus", key="Ctrl+N")
        self.head = PageHead(lambda: _("Organisers & alliance"), self.new, name="allianceHead")
        self.tabs = Tabs(
            [
                ("organisers", lambda: _("Organisers")),
                ("members", lambda: _("Members")),
                ("offices", lambda: _("Offices")),
                ("agreements", lambda: _("Agreements")),
                ("appointments", lambda: _("Appointments")),
            ],
            name="allianceTabs",
            label=lambda: _("Registers"),
        )
        self.tools = QStackedWidget()
        self.tools.setObjectName("allianceTools")
        self.say_button = Button(
            "", name="allianceSentence", kind="icon", icon="type", tip=lambda: _("Copy as a sentence in both languages")
        )
        self.copy_button = Button(
            "", name="allianceCopy", kind="icon", icon="copy", tip=lambda: _("Copy as a table"), key="Ctrl+C"
        )
        self.details = Button(
            "", name="allianceDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.bar = Toolbar(name="allianceBar")
        self.bar.add(self.tabs)
        self.bar.stretch()
        self.bar.add(self.tools, self.say_button, self.copy_button, self.details)
        self.content = QStackedWidget()
        self.content.setObjectName("allianceContent")
        for widget in (self.head, self.bar):
            self.column.addWidget(widget)
        self.column.addWidget(self.content, 1)

    def _connect(self) -> None:
        self.tabs.picked.connect(lambda _key: self._show_tab())
        ask = self._ask
        self.new.clicked.connect(ask(lambda one: one.start_new()))
        self.copy_button.clicked.connect(ask(lambda one: one.copy(as_table=True)))
        self.say_button.clicked.connect(ask(lambda one: one.copy_sentence()))
        self.details.clicked.connect(ask(lambda one: one.side.toggle()))
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", ask(lambda one: one.start_new())),
            ("F2", ask(lambda one: one.open_current())),
            ("F4", ask(lambda one: one.side.toggle())),
            ("Alt+Up", ask(lambda one: one.move_current(-1))),
            ("Alt+Down", ask(lambda one: one.move_current(1))),
            ("Ctrl+C", ask(lambda one: one.copy(as_table=True))),
            ("Ctrl+Shift+C", ask(lambda one: one.copy(as_table=False))),
            ("Ctrl+Tab", lambda: self._step(1)),
            ("Ctrl+Shift+Tab", lambda: self._step(-1)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _fit_languages(self) -> None:
        """A forum with another pair of languages needs other fields."""
        if self._languages == self.frame.card.languages:
            return
        self._languages = self.frame.card.languages
        for register in self._registers.values():
            self.content.removeWidget(register)
            register.hide()
            register.deleteLater()
        while (tools := self.tools.widget(0)) is not None:
            self.tools.removeWidget(tools)
            tools.deleteLater()
        self._registers = {}
        self._open_tab()

    def _ask(self, act: Callable[[Register[Any]], object]) -> Callable[[], None]:
        """Do something with whichever register is shown then."""

        def ask() -> None:
            act(self.register)

        return ask

    def _register(self, key: str) -> Register[Any]:
        if key not in self._registers:
            made = self._registers[key] = _MAKERS[key](self.frame)
            self.content.addWidget(made)
            self.tools.addWidget(_in_a_row(made.tools(), name=f"{key}Tools"))
            made.told.connect(self._after_reading)
            if self._offers is not None:
                made.set_offers(self._offers)
        return self._registers[key]

    def _show_tab(self) -> None:
        self._open_tab()
        self._load()
        self.register.table.setFocus()

    def _open_tab(self) -> None:
        register = self.register
        self.content.setCurrentWidget(register)
        self.tools.setCurrentIndex(self.content.indexOf(register))
        self.new.set_text(register.new_words)
        self._tell()

    def _load(self) -> None:
        key = self.tabs.choice()
        if key in self._stale:
            self._stale.discard(key)
            self._register(key).load(None)

    def _load_offers(self) -> None:
        store, forum_id = self.frame.store, self.frame.forum_id
        self._offering = True

        def work(_progress: object) -> Offers:
            with store.read() as db:
                return Offers.of(register_choices.load(db, forum_id=forum_id))

        self.frame.tasks.start(work, done=self._take_offers, failed=lambda error: self.frame.toast(str(error)))

    def _take_offers(self, offers: Offers) -> None:
        self._offers, self._offering = offers, False
        for register in self._registers.values():
            register.set_offers(offers)

    def _step(self, by: int) -> None:
        keys = list(_MAKERS)
        self.tabs.choose(keys[(keys.index(self.tabs.choice()) + by) % len(keys)])

    def _after_reading(self) -> None:
        """What fields offer is read behind the first list, which nobody should wait for."""
        self._tell()
        if self._offers is None and not self._offering:
            self._offering = True
            QTimer.singleShot(0, self, self._load_offers)

    def _tell(self) -> None:
        self.head.set_facts(self.facts)
        self.status.emit()


def _in_a_row(widgets: list[QWidget], *, name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return made
