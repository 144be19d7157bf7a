"""The panel Outbox: the card of the run, counts of states that open their rows, the mails themselves."""

from collections import Counter
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.mail_templates import kind_words
from forumplanner.gui import mail_words
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.outbox import copying, deciding
from forumplanner.gui.pages.invitations.outbox.card import RunCard
from forumplanner.gui.pages.invitations.outbox.counts import StateCounts
from forumplanner.gui.pages.invitations.outbox.list import OutboxList
from forumplanner.gui.pages.invitations.outbox.opened import OpenedMail
from forumplanner.gui.pages.invitations.outbox.rows import OutboxModel, Row
from forumplanner.gui.pages.invitations.outbox.trouble import TROUBLED, TroubleCard
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, SearchField
from forumplanner.gui.widgets.labels import Label, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import outbox, telling
from forumplanner.snapshots.batches import Letter
from forumplanner.snapshots.telling import MessageLine

_ALL = "all"


class OutboxPanel(Attentive, QWidget):
    """Mails of one round, or of all, each with its state. `foot`: what else stands below the list."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("outboxPanel")
        self.frame = frame
        self._lines: tuple[MessageLine, ...] = ()
        self._names: dict[str, tuple[str, str]] = {}
        self._newest = ""
        self.card, self.trouble = RunCard(frame), TroubleCard()
        self.rounds = Combo(name="outboxRound", label=lambda: _("Which batch"), small=True, letters=14)
        self.counts = StateCounts()
        self.model = OutboxModel(frame.mailing, self)
        self.search = SearchField(
            name="outboxSearch",
            label=lambda: _("Find a mail"),
            hint=lambda: _("Name or address"),
            small=True,
            width=150,
        )
        self.copy = Button(
            "", name="outboxCopy", kind="icon", icon="copy", small=True, tip=lambda: _("Copy this list as a table")
        )
        self.all_again = Button(lambda: _("Try all again"), name="outboxAllAgain", kind="text", small=True)
        self.all_back = Button(
            lambda: _("None of these handed over after all"),
            name="outboxAllBack",
            kind="text",
            small=True,
            icon="undo-2",
        )
        self.list = OutboxList(self.model)
        self.empty = Label("", role="note", name="outboxEmpty", wrap=True)
        self.opened = OpenedMail(frame.mailing)
        self.overview = QWidget()
        self.overview.setObjectName("outboxOverview")
        self.foot = QVBoxLayout()
        self._lay_out()
        self._wire()
        self._show()

    def show_desk(self, desk: Desk) -> None:
        """Show what the page read."""
        self._names = {
            one.participant_id: (one.name.shown("zh-Hans"), one.name.shown("en")) for one in desk.plan.readers
        }
        self.show_lines(desk.messages)

    def show_lines(self, lines: tuple[MessageLine, ...]) -> None:
        """Show these mails, the newest round first."""
        self._lines = lines
        self._show()

    def retranslate(self) -> None:
        """Names and states in the interface's language."""
        super().retranslate()
        self._show()

    def open_mail(self, key: str) -> None:
        """Show one mail in full."""
        row = next((row for row in self.model.rows() if row.line.id == key), None)
        if row is None:
            return
        self.opened.show_mail(row)
        self._turn(to_mail=True)
        store = self.frame.store

        def work(_progress: object) -> Letter | None:
            with store.read() as db:
                return outbox.letter(db, message_id=UUID(key))

        def done(letter: Letter | None) -> None:
            if letter is not None and self.opened.key() == key:
                self.opened.show_mail(row, letter)

        self.frame.tasks.start(work, done=done, failed=lambda error: self.frame.toast(str(error)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.card)
        column.addWidget(self.trouble)
        column.addWidget(self.rounds)
        column.addWidget(self.counts)
        column.addWidget(Rule())
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self.all_again)
        tools.addWidget(self.copy)
        column.addLayout(tools)
        column.addWidget(self.all_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.overview, 1)
        whole.addWidget(self.opened, 1)

    def _wire(self) -> None:
        self.frame.mailing.changed.connect(self._read)
        self.rounds.picked.connect(lambda _key: self._show())
        self.counts.picked.connect(self._filter)
        self.trouble.see.clicked.connect(self._see_to_trouble)
        self.search.query.connect(self.model.set_query)
        self.search.leave.connect(self.list.setFocus)
        self.copy.clicked.connect(self._copy)
        self.list.copied.connect(self._copy)
        self.list.opened.connect(self.open_mail)
        self.opened.left.connect(lambda: self._turn(to_mail=False))
        for signal, decide in (
            (self.opened.arrived, deciding.arrived),
            (self.opened.again, deciding.again),
            (self.opened.retried, deciding.retried),
            (self.opened.taken_out, deciding.taken_out),
            (self.opened.taken_back, deciding.taken_back),
        ):
            signal.connect(lambda decide=decide: decide(self.frame, [self.opened.key()]))
        for button, decide in ((self.all_again, deciding.retried), (self.all_back, deciding.taken_back)):
            button.clicked.connect(lambda _checked, decide=decide: decide(self.frame, self._keys()))

    def _keys(self) -> list[str]:
        """The mails that are shown."""
        return [row.line.id for row in self.model.shown()]

    def _turn(self, *, to_mail: bool) -> None:
        if not to_mail:
            self.opened.forget()
        self.overview.setVisible(not to_mail)
        self.opened.setVisible(to_mail)
        (self.opened.back if to_mail else self.list).setFocus()

    def _read(self) -> None:
        """Mails came further: read them again, in a thread."""
        if not self.isVisible():
            return
        store, forum_id = self.frame.store, self.frame.forum_id

        def work(_progress: object) -> tuple[MessageLine, ...]:
            with store.read() as db:
                return telling.messages(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=self.show_lines, failed=lambda _error: None)

    def _filter(self, state: OutboxState | None) -> None:
        self.model.set_states({state} if state is not None else set())
        self._say_empty()

    def _see_to_trouble(self) -> None:
        """The mails that need a person, of all batches."""
        self.rounds.choose(_ALL)
        self._show()
        self.search.clear()
        self.counts.choose(None)
        self.model.set_states(TROUBLED)
        self._say_empty()
        self.list.setFocus()

    def _show(self) -> None:
        order = list(dict.fromkeys(line.round_id for line in self._lines))
        self._name_rounds(order)
        if order and order[0] != self._newest:  # a round was added: that is the one to look at
            self._newest = order[0]
            self.rounds.choose(order[0])
        chosen = self.rounds.key()
        lines = [line for line in self._lines if chosen in {_ALL, "", line.round_id}]
        self.counts.show_counts(Counter(line.state for line in lines))
        self.trouble.show_counts(Counter(line.state for line in self._lines))
        self.model.set_rows(Row(line, self._name(line)) for line in lines)
        self._say_empty()
        shown = next((row for row in self.model.rows() if row.line.id == self.opened.key()), None)
        if shown is not None:
            self.opened.show_mail(shown)
        elif not self.opened.isHidden():
            self._turn(to_mail=False)

    def _name_rounds(self, order: list[str]) -> None:
        kinds = {line.round_id: line for line in reversed(self._lines)}
        names = [(key, self._round(kinds[key], len(order) - place)) for place, key in enumerate(order)]
        everything = ngettext("All {n} batch", "All {n} batches", len(order))
        self.rounds.set_choices([*names, (_ALL, everything)])
        self.rounds.setVisible(len(order) > 1)

    def _round(self, line: MessageLine, number: int) -> str:
        kind = kind_words(line.kind, i18n.interface_language())
        when = mail_words.clock(self.frame.mailing, line.queued_at)
        return _("Batch {n} · {kind} · {when}", n=number, kind=kind, when=when)

    def _name(self, line: MessageLine) -> str:
        zh, en = self._names.get(line.participant_id, ("", ""))
        return (zh if i18n.interface_language() == "zh-Hans" else en) or line.to_name or line.to_mailbox

    def _say_empty(self) -> None:
        none, some = not self._lines, bool(self.model.shown())
        self.empty.setText(
            _("Nothing was sent from here yet. What you send stands here, each mail with its state.")
            if none
            else _("No mail of this kind.")
        )
        self.empty.setVisible(not some)
        self.list.setVisible(some)
        for widget in (self.counts, self.search, self.copy):
            widget.setVisible(not none)
        self.all_again.setVisible(some and self.model.states == {OutboxState.REFUSED})
        self.all_back.setVisible(some and self.model.states == {OutboxState.HANDED_OVER})

    def _copy(self) -> None:
        rows = self.model.shown()
        QApplication.clipboard().setText(copying.as_table(rows, self.frame.mailing))
        self.frame.toast(ngettext("{n} mail copied as a table.", "{n} mails copied as a table.", len(rows)))
