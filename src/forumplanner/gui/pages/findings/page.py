"""The page Findings: facets, search, the list, the inspector; Enter and double click lead to the place."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Severity
from forumplanner.domain.times import zone
from forumplanner.gui import leading, reading
from forumplanner.gui.checking import Checking
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.findings.content import FindingsContent
from forumplanner.gui.pages.findings.deciding import Deciding
from forumplanner.gui.pages.findings.facets import Facets
from forumplanner.gui.pages.findings.inspector import FindingInspector
from forumplanner.gui.pages.findings.list import FindingList
from forumplanner.gui.pages.findings.rows import FindingFilter, FindingModel, chosen, rows_of
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.findings import Finding, FindingKind

if TYPE_CHECKING:
    from forumplanner.store import Changed


class FindingsPage(Page):
    """The current finding is kept by its id across refresh, filters and language."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="findingsPage")
        self._findings: tuple[Finding, ...] = ()
        self._filter = FindingFilter()
        self._key = ""
        self._row = 0
        self._at: dt.datetime | None = None
        self._checking = Checking(frame, self)
        self._checking.ready.connect(self._take)
        self.next = Button(
            lambda: f"{_('Next')}  F8", name="findingsNext", icon="arrow-down", tip=lambda: _("Next finding"), key="F8"
        )
        self.copy_button = Button(lambda: _("Copy list"), name="findingsCopy", icon="copy")
        self.head = PageHead(lambda: _("Findings"), self.next, self.copy_button, name="findingsHead")
        self.facets = Facets()
        self.search = SearchField(name="findingsSearch", label=lambda: _("Search findings"), hint=lambda: _("Search"))
        self.open = Button(lambda: _("Show"), name="findingsOpen", kind="primary", icon="arrow-right")
        self.checked = Label("", role="note", name="findingsChecked")
        self.model = FindingModel(self)
        self.list = FindingList(self.model, lambda finding: finding.ways)
        self.content = FindingsContent(self.list)
        self.inspector = FindingInspector()
        self._deciding = Deciding(
            frame,
            self.inspector,
            current=self.current,
            ways=self._checking.ways_of,
            settled=lambda: setattr(self, "_key", ""),  # the next one, not the accepted one at the end
        )
        self._lay_out()
        self._connect()

    def now(self) -> dt.datetime:
        """This computer's clock; tests give another time."""
        return dt.datetime.now(tz=dt.UTC).astimezone()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - any change may mend or make a finding
        """Check again; the old findings stay until then."""
        self._show()
        self._checking.ask()

    def facts(self) -> str:
        """How many are open, how many were accepted."""
        return _said(len(self._findings), len(self._findings), len(self._checking.accepted))

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.search

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.list

    def show_target(self, target: str) -> None:
        """Take "kind:…", "severity:…", "accepted", or the id of a finding."""
        if target == "accepted":
            self.set_filter(FindingFilter(accepted=True))
            return
        code, _colon, value = target.partition(":")
        if code == "kind" and value in set(FindingKind):
            self.set_filter(FindingFilter(kind=FindingKind(value)))
        elif code == "severity" and value in set(Severity):
            self.set_filter(FindingFilter(severity=Severity(value)))
        else:
            self._key = target
            self.set_filter(FindingFilter())

    def set_filter(self, wanted: FindingFilter) -> None:
        """Show other findings."""
        self._filter = wanted
        self._show()

    def current(self) -> Finding | None:
        """The finding that is selected."""
        index = self.list.currentIndex()
        return self.model.row(index.row()).finding if index.isValid() else None

    def step(self, *, back: bool = False) -> None:
        """F8, Shift+F8: the next finding, round the end."""
        number = self.model.rowCount()
        here = self.list.currentIndex().row()
        for by in range(1, number + 1):
            place = (here - by if back else here + by) % number
            if self.model.row(place).finding is not None:
                self.list.setCurrentIndex(self.model.index(place))
                return

    def go(self) -> None:
        """Enter: to the place where it can be mended."""
        finding = self.current()
        if finding is not None:
            self.frame.go(*leading.place(finding))

    def _way(self) -> str:
        finding = self.current()
        return leading.way(leading.place(finding)[0]) if finding else _("Show")

    def retranslate(self) -> None:
        """Say everything again; the rows ask for their words when they are drawn."""
        super().retranslate()
        self._show()

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._at = self.now()
        self._show()
        self.status.emit()

    def _show(self) -> None:
        accepted = self._checking.accepted
        only = self._filter.accepted
        shown = [] if only else chosen(self._findings, self._filter)
        settled = chosen(accepted, self._filter)
        self.model.show_rows(rows_of(shown, settled))
        self.facets.show_numbers(self._findings, accepted, self._filter)
        some = bool(shown or settled)
        self.content.show_state(some=some, filtered=bool(self._findings) or only)
        total = len(self._findings)
        at = self._at
        self.checked.say(self.checked.setText, lambda: _("Checked at {time}", time=f"{at:%H:%M}") if at else "")
        self.head.set_facts(lambda: _said(len(shown), total, len(accepted)))
        place = self.model.place_of(self._key)
        if place < 0 and some:
            place = self.model.nearest(self._row)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
            self.list.scrollTo(self.model.index(place))
        self._show_details()

    def _show_details(self) -> None:
        finding = self.current()
        ways = self._checking.ways_of(finding) if finding else ()
        self.inspector.show_finding(finding, ways, zone(self.frame.card.zone))
        (self.open.enable if finding else lambda: self.open.disable(lambda: _("No finding is selected.")))()

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.facets)
        column = QVBoxLayout()
        column.setSpacing(0)
        tools = Toolbar(name="findingsTools")
        tools.add(self.search)
        tools.stretch()
        tools.add(self.checked, self.open)
        column.addWidget(tools)
        column.addWidget(self.content, 1)
        body = QWidget()
        body.setObjectName("findingsBody")
        column.setContentsMargins(0, 0, 0, 0)
        body.setLayout(column)
        self.parts = WithInspector(body, self.inspector)
        row.addWidget(self.parts, 1)
        self.column.addLayout(row, 1)

    def _connect(self) -> None:
        self.next.clicked.connect(lambda _checked: self.step())
        self.copy_button.clicked.connect(self.copy)
        self.open.clicked.connect(self.go)
        self.search.query.connect(
            lambda query: self.set_filter(FindingFilter(self._filter.severity, self._filter.kind, query))
        )
        self.search.leave.connect(self.list.setFocus)
        self.content.cleared.connect(self.search.clear)
        self.content.cleared.connect(lambda: self.set_filter(FindingFilter()))
        self.facets.picked.connect(lambda wanted: self.set_filter(replace(wanted, query=self._filter.query)))
        self.list.opened.connect(self.go)
        self.list.applied.connect(self._deciding.apply)
        self.inspector.applied.connect(self._deciding.apply)
        self.inspector.gone.connect(self.go)
        self.inspector.accepted.connect(self._deciding.accept)
        self.inspector.reopened.connect(self._deciding.reopen)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.parts.toggle)
        self.list.selectionModel().currentChanged.connect(self._note)
        for key, back in (("F8", False), ("Shift+F8", True)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda back=back: self.step(back=back))

    def copy(self) -> None:
        """The findings shown, as lines of text."""
        tag = i18n.interface_language()
        lines = [
            f"{reading.word(f.severity)} · {f.title[tag]}: {f.message[tag]}"
            for f in chosen(self._findings, self._filter)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.frame.toast(ngettext("Copied {n} finding.", "Copied {n} findings.", len(lines)))

    def _note(self, now: QModelIndex | QPersistentModelIndex) -> None:
        if now.isValid():
            self._key, self._row = self.model.row(now.row()).key, now.row()
            self.open.set_text(self._way)
            self._show_details()


def _said(shown: int, total: int, accepted: int) -> str:
    words = ngettext("{n} finding", "{n} findings", total)
    if accepted:
        words = _("{findings} · {n} accepted", findings=words, n=accepted)
    return words if shown == total else _("{findings} · {n} shown", findings=words, n=shown)
