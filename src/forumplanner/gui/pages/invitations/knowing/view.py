"""The view Who must know: what has changed above, and below whom it concerns and what to say to them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.knowing import columns
from forumplanner.gui.pages.invitations.knowing.band import KnowingBand
from forumplanner.gui.pages.invitations.knowing.columns import ALL, Line
from forumplanner.gui.pages.invitations.knowing.fetching import Fetching, Known
from forumplanner.gui.pages.invitations.knowing.keeping import Keeping
from forumplanner.gui.pages.invitations.knowing.lists import CHAT, MAIL, KnowingLists
from forumplanner.gui.pages.invitations.knowing.people import rows_of
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.gui.widgets.whole_rows import around
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.snapshots.must_know import Concerned, MustKnow, News, Way

_LEAST, _MOST = 4, 6
"""So many changes are shown at once, by the height that there is; more of them scroll."""
_BELOW, _EACH = 380, 45
"""Pixels that the lists below need, and how many more let one more change be shown."""

_CHANGE, _PADDING = 250, 26
"""Pixels that what was and is keeps beside a long title, and those around a title in its cell."""


class KnowingView(QWidget):
    """Reads what it needs besides the desk in a thread of its own, and only while it is shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("knowingView")
        self.frame = frame
        self.known: Known | None = None
        self._desk: Desk | None = None
        self._stale, self._since = False, ""
        self.fetching, self.keeping = Fetching(frame, self), Keeping(frame, self)
        self.band = KnowingBand()
        self.lines: FastTableModel[Line] = FastTableModel(
            columns.changes(), identity=lambda line: line.key, parent=self
        )
        self.changes = FastTable(self.lines, name="knowingChanges", label=lambda: _("What has changed"))
        self.lists = KnowingLists(lambda: frame.card.zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.changes)
        column.addWidget(self.lists, 1)
        self.changes.hide()
        self.setFocusProxy(self.lists.ways.button(MAIL))
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Low windows show fewer changes at once."""
        super().resizeEvent(event)
        self._fit()

    def copy(self, *, as_table: bool) -> None:
        """What is shown, into the clipboard; the chat's text as it stands."""
        if self.lists.pane() == CHAT:
            self.lists.chats.copy_text()
            return
        text, number = self.lists.to_copy(as_table=as_table)
        QGuiApplication.clipboard().setText(text)
        self.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", number))

    def show_known(self, known: Known) -> None:
        """Show what was worked out; the change that is chosen stays chosen where it still is one."""
        self.known = known
        moved = {one.participant_id for one in known.desk.due if one.fresh and one.mailbox}
        self.band.show_known(known.must, known.facts, len(moved))
        self.lines.set_rows(_lines(known.must, Spoken(known.desk.plan)))
        self.changes.setVisible(self.lines.rowCount() > 0)
        self._fit()
        current = self.changes.current_id()
        if self.lines.rowCount() and (current is None or self.lines.place_of(current) < 0):
            self.changes.set_current(ALL)
        self.setFocusProxy(self.changes if self.lines.rowCount() else self.lists.ways.button(MAIL))
        self._narrow()

    def _fit(self) -> None:
        room = min(max((self.height() - _BELOW) // _EACH, _LEAST), _MOST)
        self.changes.setFixedHeight(around(self.changes) + 30 * min(max(self.lines.rowCount(), 1), room))
        self._fit_title()

    def _fit_title(self) -> None:
        """As wide as the longest title where what was and is keeps room enough."""
        heavy = QFont(self.changes.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(heavy)
        longest = max((measure.horizontalAdvance(line.title()) for line in self.lines.rows()), default=0) + _PADDING
        others = sum(column.width for column in self.lines.columns if column.key not in {"title", "change"})
        room = self.changes.viewport().width() - others - _CHANGE
        self.changes.setColumnWidth(0, max(self.lines.columns[0].width, min(longest, room)))

    def _load(self) -> None:
        if self._desk is not None and self._stale:
            self._stale = False
            self.fetching.load(self._desk, self._since)

    def _hold(self, since: str) -> None:
        """Another issue is what people hold."""
        self._since, self._stale = since, True
        self._load()

    def _narrow(self) -> None:
        """Fill the lists with those whom the chosen change concerns."""
        if self.known is not None:
            calls = {call.participant_id: call for call in self.known.facts.calls}
            spoken = Spoken(self.known.desk.plan)
            self.lists.show_rows(self.known, rows_of(self._chosen(self.known.must), spoken, calls))

    def _chosen(self, must: MustKnow) -> Sequence[Concerned]:
        key = self.changes.current_id()
        news = next((line.news for line in self.lines.rows() if line.key == key), None)
        if news is None:
            return must.people
        return [replace(one, news=(news,)) for one in must.people if news in one.news]

    def _wire(self) -> None:
        lists = self.lists
        self.fetching.read.connect(self.show_known)
        self.band.since.connect(self._hold)
        self.changes.picked.connect(lambda _key: self._narrow())
        lists.by_mail.opened.connect(lambda key: self.frame.go("people", str(key)))
        lists.chats.copied.connect(self._copied)
        lists.chats.written.connect(self.keeping.written)
        lists.phones.called.connect(self.keeping.called)
        lists.phones.table.opened.connect(lambda key: self.frame.go("people", str(key)))
        lists.taken_back.connect(lambda key: self.keeping.take_back([key]))
        lists.mails.clicked.connect(lambda _checked: self.frame.go("invitations", "changes"))
        lists.copy.clicked.connect(lambda _checked: self.copy(as_table=False))
        for key, act in (("Ctrl+L", lists.tell), ("Del", lists.take_back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.frame.toast(_("Copied. Paste it into the chat, then say that it was written."))


def _lines(must: MustKnow, spoken: Spoken) -> list[Line]:
    """All changes together, then each."""
    ways = {one.participant_id: one.way for one in must.people}

    def line(key: str, people: Iterable[str], news: News | None) -> Line:
        counts = Counter(ways[person] for person in people)
        return Line(key, news, counts[Way.MAIL], counts[Way.CHAT], counts[Way.PHONE], spoken)

    each = [line(f"{one.news.session_id} {hash(one.news)}", one.people, one.news) for one in must.reasons]
    return [line(ALL, ways, None), *each] if each else []
