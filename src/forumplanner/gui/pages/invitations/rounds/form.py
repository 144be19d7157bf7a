"""The form of a new round: who gets a mail, what it says, what the check found, and Start."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.rounds.checking import CheckSection
from forumplanner.gui.pages.invitations.rounds.drawing import Drawn, Facts, Round
from forumplanner.gui.pages.invitations.rounds.footing import RoundFoot
from forumplanner.gui.pages.invitations.rounds.handing import Way
from forumplanner.gui.pages.invitations.rounds.hindrance import hindrance
from forumplanner.gui.pages.invitations.rounds.looking import LookPanel
from forumplanner.gui.pages.invitations.rounds.starting import Starting
from forumplanner.gui.pages.invitations.rounds.what import WhatSection
from forumplanner.gui.pages.invitations.rounds.who import WhoSection
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.invitations.rounds import Whom

_TYPING_MS = 200


class RoundForm(QWidget):
    """Everything that a round asks, with a live count; nothing is made before Start is pressed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("roundForm")
        self._frame = frame
        self._desk: Desk | None = None
        self._drawn: Drawn | None = None
        self._starting = Starting(frame, self)
        self.round = Round()
        self.who, self.what, self.check = WhoSection(), WhatSection(), CheckSection()
        self.look, self.foot = LookPanel(), RoundFoot()
        self.close_ = Button(
            "", name="roundClose", kind="icon", icon="x", tip=lambda: _("Back to the changes"), key="Esc"
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._wire()

    def show_desk(self, desk: Desk) -> None:
        """Take what the page read; more is read once the form is seen."""
        self._desk = desk
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what the round is weighed by."""
        super().showEvent(event)
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter starts, Esc goes back; what was chosen and typed stays."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if not event.isAutoRepeat():  # held down, it would send what nobody has looked at
                self.foot.start.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        desk, frame = self._desk, self._frame
        if desk is not None:
            mailing = frame.mailing
            account, since = mailing.account, mailing.limits.midnight(mailing.now())
            self._frame.tasks.start(
                lambda _progress: Facts.read(frame.store, frame.forum_id, desk, account=account, since=since),
                done=partial(self._take, desk),
                failed=lambda error: frame.toast(str(error)),
            )

    def _take(self, desk: Desk, facts: Facts) -> None:
        if desk is not self._desk:  # another was read meanwhile, and its facts are on the way
            return
        self.round = self.round.told(facts, desk)
        self._draw()

    def _draw(self) -> None:
        """Everything anew, from what is chosen."""
        desk, facts = self._desk, self.round.facts
        if desk is None or facts is None:
            return
        mailing = self._frame.mailing
        self._drawn = drawn = self.round.drawn(desk, now=mailing.now())
        self.what.show_plan(self.round.kind, desk.plan)
        self.what.show_proposal(self.round.instead_of)
        self.what.card.setChecked(self.round.card)
        self.who.show_plan(desk.plan, facts.known)
        self.who.show_whom(self.round.whom)
        self.who.show_count(drawn.roll.chosen)
        self.check.show_roll(drawn.roll, facts.duties.phones, again=self.round.again)
        self.look.offer([sample for sample, _reader in drawn.samples])
        self._show_look()
        shares = drawn.shares(mailing.limits, sent_today=facts.sent_today, waiting=mailing.waiting())
        today = mailing.limits.day_of(mailing.now())
        why = hindrance(mailing, facts, desk.plan.plan.mailbox)
        self.look.allow_trial(on=not why)
        self.foot.show_plan(drawn.roll.mails, shares, today, blocked=why)

    def _show_look(self) -> None:
        if self._drawn is None:
            return
        typed = self.what.typed_words(self.round.kind)
        self.look.show_look(self._drawn.look(self.look.sample(), typed, card=self.round.card))

    def _choose(self, kind: MailKind) -> None:
        if self._desk is not None and self._is_ready():
            self.round = self.round.of_kind(kind, self._desk)
        self._draw()

    def _narrow(self, whom: Whom) -> None:
        narrowed = self.round.narrowed(whom)
        if narrowed.kind is not self.round.kind and not self._is_ready():  # another text would take what is typed
            narrowed = replace(self.round, whom=whom, touched=True)
        self.round = narrowed
        self._draw()

    def _take_back(self) -> None:
        if self._is_ready():
            self.round = self.round.taken_back()
            self._draw()

    def _write_again(self, on: bool) -> None:
        self.round = replace(self.round, again=on, touched=True)
        self._draw()

    def _attach(self, on: bool) -> None:
        if on is not self.round.card:
            self.round = replace(self.round, card=on, touched=True)
            self._draw()

    def _start(self) -> None:
        if self._drawn is not None and self._is_ready():
            self._starting.send(self._drawn, done=self._end)

    def _try_out(self) -> None:
        shown = self.look.shown()
        if self._drawn is not None and shown is not None and self._is_ready():
            self._starting.try_out(self._drawn, shown, self.look.sample())

    def _hand(self, way: Way) -> None:
        if self._drawn is not None and self._is_ready():
            self._starting.hand(self._drawn, way)

    def _is_ready(self) -> bool:
        """Whether what was typed could be kept."""
        sound = self.what.finish()
        if not sound:
            self._frame.toast(_("A text names a field that mails don’t have. Put it right first; nothing was sent."))
        return sound

    def _end(self) -> None:
        """Nothing is left over for the next round."""
        self.round = Round(facts=self.round.facts)
        self._leave()
        self._frame.go("invitations", "outbox")

    def _leave(self) -> None:
        self._frame.go("invitations", "changes")

    def _wire(self) -> None:
        self.who.changed.connect(self._narrow)
        self.what.chosen.connect(self._choose)
        self.what.written.connect(lambda *words: self._starting.keep(self.round.kind, *words))
        self.what.typed.connect(self._typing.start)
        self.what.carded.connect(self._attach)
        self.what.taken_back.connect(self._take_back)
        self._typing.timeout.connect(self._show_look)
        self.check.again.connect(self._write_again)
        self.check.calls.connect(lambda: self._starting.copy_calls(self._drawn, self.round.facts))
        self.look.picked.connect(self._show_look)
        self.look.tried.connect(self._try_out)
        self.foot.started.connect(self._start)
        self.foot.handed.connect(self._hand)
        self.foot.account.connect(lambda: self._frame.go("invitations", "account"))
        self.close_.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        self.setFocusProxy(self.who.untold)
        head = Toolbar(name="roundHead")
        head.add(Label(lambda: _("New round"), role="strong", name="roundTitle"))
        head.stretch()
        head.add(self.close_)
        scroll = PageScroll(name="round")
        scroll.column.addWidget(self.who)
        scroll.column.addWidget(self.what, 1)
        scroll.column.addWidget(self.check)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(scroll, 3)
        row.addWidget(self.look, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(row, 1)
        column.addWidget(self.foot)
