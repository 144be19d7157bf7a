"""The page Approval: the rules and their dates, each approval, and how the forum departs from it."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.actions import approval as verbs
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.ids import ApprovalId
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.approval.form import ApprovalForm
from forumplanner.gui.pages.approval.line_card import LineCard
from forumplanner.gui.pages.approval.report import approved_list, report
from forumplanner.gui.pages.approval.rules_card import RulesCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import approval as query
from forumplanner.queries.paper import NoSuchForum
from forumplanner.snapshots.approval import ApprovalLine, Approvals

if TYPE_CHECKING:
    from forumplanner.store import Changed


class ApprovalPage(Page):
    """Everything is compared with the file at each change."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="approvalPage")
        self._found: Approvals | None = None
        self.record = Button(lambda: _("Record an approval"), name="approvalRecord", kind="primary", icon="stamp")
        self.numbers = Button(lambda: _("Numbers"), name="approvalNumbers", icon="chart-column")
        self.head = PageHead(lambda: _("Approval"), self.numbers, self.record, name="approvalHead")
        self.rules = RulesCard()
        self.form = ApprovalForm()
        self.nothing = EmptyState(
            lambda: _("No approval is recorded yet"),
            lambda: _("Record it when the paper is there: name, dates, venue and list are kept as they stand."),
            name="approvalNothing",
            icon="stamp",
        )
        self.area = PageScroll(name="approval")
        self._lines = QWidget()
        self._fill_area()
        self.side = WithInspector(self.area, self.form)
        self.side.set_open(open_=False)
        self.column.addWidget(self.head)
        self.column.addWidget(self.side, 1)
        self._connect()

    def today(self) -> dt.date:
        """Today where this computer stands; tests give another day."""
        return dt.datetime.now(tz=dt.UTC).astimezone().date()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - any change may depart from the approval
        """Compare again."""
        try:
            with self.frame.store.read() as db:
                self._found = query.load(db, forum_id=self.frame.forum_id)
        except NoSuchForum:
            return
        self._show()

    def facts(self) -> str:
        """How many departures from the newest approval."""
        newest = self._found.newest if self._found else None
        if newest is None:
            return _("No approval is recorded yet")
        number = len(newest.deviations)
        return ngettext("{n} deviation", "{n} deviations", number) if number else _("As approved")

    def first_focus(self) -> QWidget | None:
        """What scrolls."""
        return self.area

    def show_target(self, target: str) -> None:
        """Open the form for "new"; anything else is on the page anyhow."""
        if target == "new":
            self.start()

    def retranslate(self) -> None:
        """Cards are made anew with their words."""
        super().retranslate()
        self._show()

    def start(self, line: ApprovalLine | None = None) -> None:
        """Open the form: for a new approval, or to correct one."""
        self.form.fill(line)
        self.side.set_open(open_=True)
        self.form.reference.setFocus()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self.rules.show_rules(found, self.today())
        self.head.set_facts(self.facts)
        old, self._lines = self._lines, QWidget()
        self._lines.setObjectName("approvalLines")
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in found.lines:
            column.addWidget(self._card(line, found))
        self.area.column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        self.nothing.setVisible(not found.lines)
        self.status.emit()

    def _card(self, line: ApprovalLine, found: Approvals) -> LineCard:
        card = LineCard(line, found.now, found.words)
        card.went.connect(self.frame.go)
        card.edited.connect(lambda _id: self.start(line))
        card.copied.connect(lambda _id: self._copy(report(found, line)))
        card.listed.connect(lambda _id: self._copy(approved_list(line)))
        card.frozen.connect(self._freeze)
        card.removed.connect(self._remove)
        return card

    def _fill_area(self) -> None:
        for widget in (self.rules, self._lines, self.nothing):
            self.area.column.addWidget(widget)
        self.area.column.addStretch(1)

    def _connect(self) -> None:
        self.record.clicked.connect(lambda _on=False: self.start())
        self.numbers.clicked.connect(lambda: self.frame.go("numbers"))
        self.rules.chosen.connect(self._choose)
        self.form.saved.connect(self._save)
        self.form.left.connect(lambda: self.side.set_open(open_=False))
        QShortcut(QKeySequence("Ctrl+Return"), self.form).activated.connect(self.form.save.click)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.side.toggle)

    def _choose(self, values: dict[str, object]) -> None:
        store, forum_id = self.frame.store, self.frame.forum_id
        done(self.frame, lambda: verbs.set_regime(store, forum_id=forum_id, **values))  # type: ignore[arg-type]  # the card names them

    def _save(self, key: str, kind: str, with_list: bool, paper: verbs.Paper) -> None:
        store, forum_id = self.frame.store, self.frame.forum_id

        def verb() -> bool:
            if key:
                verbs.edit_approval(store, approval_id=_approval_id(key), paper=paper)
            else:
                of = ApprovalKind(kind)
                verbs.record_approval(store, forum_id=forum_id, paper=paper, kind=of, with_list=with_list)
            return True

        if done(self.frame, verb, say=_("The approval is recorded.")):
            self.side.set_open(open_=False)
            self.area.setFocus()

    def _freeze(self, key: str) -> None:
        store, approval_id = self.frame.store, _approval_id(key)
        words = _("Kept as approved: name, dates, venue and list as they stand now.")
        done(self.frame, lambda: verbs.freeze_again(store, approval_id=approval_id), say=words)

    def _remove(self, key: str) -> None:
        store, approval_id = self.frame.store, _approval_id(key)
        done(
            self.frame, lambda: verbs.remove_approval(store, approval_id=approval_id), say=_("The approval is removed.")
        )

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.toast(_("Copied."))


def _approval_id(text: str) -> ApprovalId:
    return ApprovalId(uuid.UUID(text))
