"""The view of changes: what came to differ since people were told, and the mail that tells them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.domain.telling import Change, Due
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.empty import Nobody, NobodyTold, NoHits, everybody_knows
from forumplanner.gui.pages.invitations.notices import Notices
from forumplanner.gui.pages.invitations.preview import MailPreview
from forumplanner.gui.pages.invitations.summary import Summary
from forumplanner.gui.pages.invitations.table import HEAD, ROW, ChangeModel, ChangeTable
from forumplanner.gui.pages.invitations.words import RowWords
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.snapshots.changes_to_tell import ChangeToTell, Sort, ToTell
from forumplanner.snapshots.telling import TellingPlan

_LEAST_ROWS = 3


class ChangesView(QWidget):
    """`counted()` when other mails are to be sent; `judged(row, tell)` when a change is minor, or is not."""

    counted = Signal()
    judged = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("changesView")
        self.sums = ToTell()
        self._keys: Mapping[str, str] = {}
        self._held: dict[str, tuple[Due, ...]] = {}
        self._plan: TellingPlan | None = None
        self._asked: tuple[Due, ...] = ()
        self._quiet = False
        self.summary, self.notices = Summary(), Notices()
        self.model = ChangeModel(self._haystack)
        self.table = ChangeTable(self.model)
        self.preview = MailPreview()
        self.none = NoHits()
        self.clear = everybody_knows()
        self.untold = NobodyTold()
        self.empty = Nobody()
        self.content = QStackedWidget()
        self.content.setObjectName("changesContent")
        self._lay_out()
        self.model.ticked.connect(self._tick)
        self.table.picked.connect(lambda _key: self._show_mail())
        self.table.turned.connect(self.preview.turn)
        self.table.opened.connect(lambda _key: self.preview.setFocus())
        self.preview.opened.connect(self._make_room)

    def take(self, desk: Desk, sums: ToTell, keys: Mapping[str, str]) -> None:
        """Show what is due; `keys`: what people are found by. The current row is kept by what it says."""
        self.sums, self._keys = sums, keys
        self._plan = desk.plan
        self.model.speak = RowWords(desk.plan)
        self._held = {row.id: row.mails for row in sums.rows if self._held.get(row.id) == row.mails}
        self._quiet = True
        self.model.set_rows(sums.rows)
        self.model.set_ticks([row.id for row in sums.rows], on=False)
        self.model.set_ticks([row.id for row in sums.rows if self._is_on(row)])
        self._quiet = False
        self.untold.show_mailbox(desk.plan.plan.mailbox)
        self._fit()
        self._choose(self.lists if self.model.rowCount() else self.none if sums.rows else self._nothing(desk.plan))
        self._preselect()
        self._count()

    def to_send(self) -> tuple[Due, ...]:
        """The mails of all ticked rows."""
        return tuple(mail for row in self.chosen() for mail in row.mails)

    def chosen(self) -> tuple[ChangeToTell, ...]:
        """The ticked rows."""
        ticks = self.model.ticks()
        return tuple(row for row in self.sums.rows if row.id in ticks)

    def current(self) -> ChangeToTell | None:
        """The row whose mails are shown."""
        return next((row for row in self.sums.rows if row.id == self.table.current_id()), None)

    def narrow(self, query: str) -> None:
        """Show only what has these words."""
        self.model.set_filter(query)
        if self.sums.rows:
            self._choose(self.lists if self.model.rowCount() else self.none)
            self._preselect()

    def _nothing(self, plan: TellingPlan) -> QWidget:
        if plan.told:
            return self.clear
        return self.untold if plan.readers else self.empty

    def _haystack(self, row: ChangeToTell) -> str:
        speak = self.model.speak
        titles = "" if row.sorts[0] in {Sort.ADDRESS, Sort.HOUSE} else row.title
        own = haystack(titles, speak.under(row) if speak else "", rare=False)
        return "\n".join((own, *(self._keys.get(mail.participant_id, "") for mail in row.mails)))

    def _tick(self) -> None:
        """An update that is unticked is minor for everybody; anything else only waits for the next time.

        That the forum has another name or mailbox goes out only where somebody asks for it.
        """
        if self._quiet:
            return
        ticks = self.model.ticks()
        for row in self.sums.rows:
            on = row.id in ticks
            if on == self._is_on(row):
                continue
            if row.of_house:
                self._asked = row.mails if on else ()
            elif row.change is Change.UPDATE:
                self.judged.emit(row, on)
            elif on:
                self._held.pop(row.id, None)
            else:
                self._held[row.id] = row.mails
        self.table.viewport().update()
        self._count()

    def _count(self) -> None:
        """The figures count what is ticked."""
        self.sums = replace(self.sums, ticked=frozenset(row.id for row in self.chosen()))
        if self._plan is not None:
            untold = set(self.sums.untold)
            self.summary.show_sums(self.sums, self._plan.zone)
            self.notices.show_sums(self.sums, [one.reach for one in self._plan.readers if one.participant_id in untold])
        self.counted.emit()

    def _is_on(self, row: ChangeToTell) -> bool:
        """Whether a row goes along at the next sending, as it was decided so far."""
        return self._asked == row.mails if row.of_house else not row.minor and row.id not in self._held

    def _show_mail(self) -> None:
        row = self.current()
        if row is not None and self._plan is not None and self.model.speak is not None:
            self.preview.show_mails(row.mails, self._plan, self.model.speak)

    def _preselect(self) -> None:
        """The first row is current where none of those shown is."""
        shown = [row.id for row in self.model.shown()]
        if shown and self.table.current_id() not in shown:
            self.table.set_current(shown[0])
        elif shown:
            self._show_mail()

    def _make_room(self, on: bool) -> None:
        """The words and the mail need the height of the list and the sums; what was current is so again."""
        for widget in (self.summary, self.table):
            widget.setVisible(not on)
        if not on:
            self.table.setFocus()

    def _choose(self, shown: QWidget) -> None:
        self.content.setCurrentWidget(shown)

    def _fit(self) -> None:
        """The list is no higher than its rows; the mail below gets what is left."""
        rows = len(self.sums.rows)
        self.table.setMinimumHeight(HEAD + ROW * min(rows, _LEAST_ROWS) + 2)
        self.table.setMaximumHeight(HEAD + ROW * max(rows, 1) + 2)

    def _lay_out(self) -> None:
        self.lists = QWidget()
        self.lists.setObjectName("changeLists")
        inner = QVBoxLayout(self.lists)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 3)
        inner.addWidget(self.preview, 2)
        for shown in (self.lists, self.none, self.clear, self.untold, self.empty):
            self.content.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.notices)
        column.addWidget(self.content, 1)
