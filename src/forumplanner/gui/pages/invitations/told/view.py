"""The view Who was told what: sessions with their answers above, below the people of one, by what they answered."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.told import rows
from forumplanner.gui.pages.invitations.told.fetching import Fetching, Standing
from forumplanner.gui.pages.invitations.told.rows import Row
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.gui.widgets.whole_rows import WholeRows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.knowing import Call
from forumplanner.snapshots.told import Stand, ToldPerson, ToldSession

_NO_CALL = Call("")
EVERYBODY, BEHIND = "everybody", "behind"
_CHOICES = (
    (EVERYBODY, lambda: _("All")),
    (str(Stand.ACCEPTED), rows.STANDS[Stand.ACCEPTED][0]),
    (str(Stand.TENTATIVE), rows.STANDS[Stand.TENTATIVE][0]),
    (str(Stand.DECLINED), rows.STANDS[Stand.DECLINED][0]),
    (str(Stand.SILENT), rows.STANDS[Stand.SILENT][0]),
    (str(Stand.UNTOLD), rows.STANDS[Stand.UNTOLD][0]),
    (BEHIND, lambda: _("Out of date")),
)


class ToldView(QWidget):
    """Works out what it shows in a thread, and only while it is shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("toldView")
        self.frame = frame
        self.standing: Standing | None = None
        self._desk: Desk | None = None
        self._stale = False
        self.fetching = Fetching(frame, self)
        self.sessions: FastTableModel[ToldSession] = FastTableModel(
            rows.sessions(self._languages), identity=lambda one: one.session_id, parent=self
        )
        self.table = FastTable(self.sessions, name="toldSessions", label=lambda: _("Sessions and their answers"))
        self.people: FastTableModel[Row] = FastTableModel(
            rows.people(), identity=lambda row: row.key, search=lambda row: haystack(row.name()), parent=self
        )
        self.listed = FastTable(self.people, name="toldPeople", label=lambda: _("People of the session"))
        self.stands = Segmented(_CHOICES, name="toldStands", label=lambda: _("Whose answers are shown"))
        self.copy_list = Button(
            "", name="toldCopy", kind="icon", icon="copy", tip=lambda: _("Copy as text"), key="Ctrl+Shift+C"
        )
        self.empty = EmptyState(
            lambda: _("No session has a time yet"),
            lambda: _("Sessions stand here with what their people answered."),
            name="toldEmpty",
            icon="calendar-days",
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self._wire()

    def show_desk(self, desk: Desk) -> None:
        """Work it out again; while another view is shown, once this one is."""
        self._desk, self._stale = desk, True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Work out what was put off."""
        super().showEvent(event)
        self._load()

    def show_standing(self, standing: Standing) -> None:
        """Show what was worked out; the session that is chosen stays chosen."""
        self.standing = standing
        self.sessions.set_rows(standing.sessions)
        keys = [column.key for column in self.sessions.columns]
        maybe = any(one.count(Stand.TENTATIVE) for one in standing.sessions)
        self.table.setColumnHidden(keys.index(Stand.TENTATIVE), not maybe)
        self.content.setCurrentWidget(self.halves if standing.sessions else self.empty)
        current = self.table.current_id()
        if standing.sessions and (current is None or self.sessions.place_of(current) < 0):
            self.table.set_current(_first(standing.sessions).session_id)
        self._narrow()

    def copy(self, *, as_table: bool) -> None:
        """The people that are shown, with their numbers: a list to phone by."""
        shown = self.people.shown()
        lines = [
            (row.name(), row.group(), rows.STANDS[row.person.stand][0](), row.calendar(), row.call.phone)
            for row in shown
        ]
        if as_table:
            head = (_("Name"), _("Delegation"), _("Answer"), _("What they go by"), _("Phone"))
            text = "\n".join("\t".join(line) for line in (head, *lines))
        else:
            text = "\n".join(" · ".join(filter(None, line)) for line in lines)
        QGuiApplication.clipboard().setText(text)
        self.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", len(shown)))

    def session(self) -> ToldSession | None:
        """The session that is chosen."""
        return next((one for one in self.sessions.rows() if one.session_id == self.table.current_id()), None)

    def _load(self) -> None:
        if self._desk is not None and self._stale:
            self._stale = False
            self.fetching.load(self._desk)

    def _languages(self) -> tuple[str, ...]:
        return self._desk.plan.languages if self._desk else ()

    def _narrow(self) -> None:
        """The people of the chosen session who answered so."""
        session, standing = self.session(), self.standing
        if session is None or standing is None:
            self.people.set_rows(())
            return
        plan, calls = standing.desk.plan, standing.calls
        readers = {reader.participant_id: reader for reader in plan.readers}
        people = {one.participant_id: one for one in session.people}
        kept = [people[key] for key in readers if key in people]
        self._count(kept)
        chosen, order = self.stands.choice(), list(Stand)
        shown = [one for one in kept if _keeps(one, chosen)]
        self.people.set_rows(
            Row(session, one, readers[one.participant_id], calls.get(one.participant_id, _NO_CALL), plan.languages)
            for one in sorted(shown, key=lambda one: (not one.behind, order.index(one.stand)))
        )

    def _count(self, people: Sequence[ToldPerson]) -> None:
        for key, words in _CHOICES:
            self.stands.button(key).set_text(_counted(words, sum(_keeps(one, key) for one in people)))

    def _lay_out(self) -> None:
        bar = Toolbar(name="toldTools")
        bar.add(self.stands)
        bar.stretch()
        bar.add(self.copy_list)
        self.halves = QWidget()
        self.halves.setObjectName("toldHalves")
        column = QVBoxLayout(self.halves)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WholeRows(self.table), 4)
        column.addWidget(bar)
        column.addWidget(WholeRows(self.listed), 5)
        self.content = QStackedWidget()
        self.content.setObjectName("toldContent")
        self.content.addWidget(self.halves)
        self.content.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.content)

    def _wire(self) -> None:
        self.fetching.read.connect(self.show_standing)
        self.table.picked.connect(lambda _key: self._narrow())
        self.stands.picked.connect(lambda _key: self._narrow())
        self.listed.opened.connect(lambda key: self.frame.go("people", str(key)))
        self.copy_list.clicked.connect(lambda _checked: self.copy(as_table=False))


def _counted(words: Callable[[], str], number: int) -> Callable[[], str]:
    return lambda: f"{words()} {texting.number(number)}"


def _keeps(person: ToldPerson, choice: str) -> bool:
    if choice == BEHIND:
        return person.behind
    return choice in {EVERYBODY, person.stand}


def _first(sessions: Sequence[ToldSession]) -> ToldSession:
    """The first that somebody has another time of, else the first."""
    return next((one for one in sessions if one.behind()), sessions[0])
