"""The form of a new round: who gets a mail, what it says, what the check found, and Start."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.actions.mail_texts import set_mail_text
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui import doing, mail_account
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.rounds import making
from forumplanner.gui.pages.invitations.rounds.building import build
from forumplanner.gui.pages.invitations.rounds.checking import CheckSection
from forumplanner.gui.pages.invitations.rounds.drawing import Drawn, Facts, Round, calls_as_text
from forumplanner.gui.pages.invitations.rounds.footing import RoundFoot
from forumplanner.gui.pages.invitations.rounds.handing import Way, hand_over
from forumplanner.gui.pages.invitations.rounds.looking import LookPanel
from forumplanner.gui.pages.invitations.rounds.what import WhatSection
from forumplanner.gui.pages.invitations.rounds.who import WhoSection
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.rounds import Whom

if TYPE_CHECKING:  # mail is needed once somebody sends
    from forumplanner.gui.mailing import Mailing

_TYPING_MS = 200


class RoundForm(QWidget):
    """Everything that a round asks, with a live count; nothing is made before Start is pressed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("roundForm")
        self._frame = frame
        self._desk: Desk | None = None
        self._drawn: Drawn | None = None
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
        self.what.card.setChecked(self.round.card)
        self.who.show_plan(desk.plan, facts.known)
        self.who.show_whom(self.round.whom)
        self.who.show_count(drawn.roll.chosen)
        self.check.show_roll(drawn.roll, facts.duties.phones, again=self.round.again)
        self.look.offer([sample for sample, _reader in drawn.samples])
        self._show_look()
        shares = drawn.shares(mailing.limits, sent_today=facts.sent_today, waiting=mailing.waiting())
        today = mailing.limits.day_of(mailing.now())
        self.foot.show_plan(drawn.roll.mails, shares, today, blocked=_blocked(mailing, facts))

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
        self.round = replace(self.round, whom=whom, touched=True)
        self._draw()

    def _write_again(self, on: bool) -> None:
        self.round = replace(self.round, again=on)
        self._draw()

    def _attach(self, on: bool) -> None:
        if on is not self.round.card:
            self.round = replace(self.round, card=on)
            self._show_look()

    def _keep(self, part: str, tag: str, text: str) -> None:
        frame, kind = self._frame, self.round.kind
        kept = doing.done(
            frame, lambda: set_mail_text(frame.store, forum_id=frame.forum_id, kind=kind, part=part, tag=tag, text=text)
        )
        if kept:
            frame.toast(_("The text is kept for this forum"), undo=True)

    def _start(self) -> None:
        """Make the mails and let them go; called off, nothing is queued."""
        if not self._is_ready():
            return
        frame, made = self._frame, self._making(draft=False)
        build(
            frame,
            lambda progress: making.queue(
                frame.store, frame.forum_id, made.kind, made(progress), frame.mailing.account
            ),
            over=self,
            words=lambda: _("Writing the mails"),
            done=self._started,
        )

    def _started(self, count: int) -> None:
        mailing = self._frame.mailing
        mailing.look()
        said = ngettext("{n} mail waits in the outbox.", "{n} mails wait in the outbox.", count)
        if not mailing.start():
            said = f"{said} {mailing.why_not()}".strip()
        self._frame.toast(said)
        self._end()
        self._frame.go("invitations", "outbox")

    def _hand(self, way: Way) -> None:
        if not self._is_ready():
            return
        mails = self._making(draft=True, way=way)
        readers = self._desk.plan.readers if self._desk else ()
        hand_over(
            self._frame,
            mails,
            kind=self.round.kind,
            over=self,
            way=way,
            readers=readers,
            done=lambda _count: self._frame.mailing.look(),
        )

    def _making(self, *, draft: bool, way: Way = Way.DRAFTS) -> making.Making:
        drawn = self._drawn
        if drawn is None:
            raise ValueError("nothing can be made before the round was drawn up")
        by_others = way in {Way.COPY, Way.FOLDERS}  # who passes them on knows how to reach whoever has no address
        roll = drawn.for_others() if by_others else drawn.roll
        return making.Making(
            self._frame.store,
            self._frame.forum_id,
            self.round.kind,
            tuple(reader.participant_id for reader in roll.ready),
            card=self.round.card and way is not Way.COPY,
            draft=draft,
            reaches=drawn.passed_on if by_others else drawn.mailed,
        )

    def _is_ready(self) -> bool:
        """Whether what was typed could be kept."""
        if self._drawn is None:
            return False
        sound = self.what.finish()
        if not sound:
            self._frame.toast(_("A text names a field that mails don’t have. Put it right first; nothing was sent."))
        return sound

    def _copy_calls(self) -> None:
        facts, desk = self.round.facts, self._desk
        if facts is not None and desk is not None:
            QApplication.clipboard().setText(calls_as_text(desk.plan, facts))
            self._frame.toast(_("The phone list is in the clipboard"))

    def _end(self) -> None:
        """Nothing is left over for the next round."""
        self.round = Round(facts=self.round.facts)
        self._leave()

    def _leave(self) -> None:
        self._frame.go("invitations", "changes")

    def _wire(self) -> None:
        self.who.changed.connect(self._narrow)
        self.what.chosen.connect(self._choose)
        self.what.written.connect(self._keep)
        self.what.typed.connect(self._typing.start)
        self.what.carded.connect(self._attach)
        self._typing.timeout.connect(self._show_look)
        self.check.again.connect(self._write_again)
        self.check.calls.connect(self._copy_calls)
        self.look.picked.connect(self._show_look)
        self.foot.started.connect(self._start)
        self.foot.handed.connect(self._hand)
        self.foot.account.connect(lambda: self._frame.go("invitations", "account"))
        self.close_.clicked.connect(self._leave)

    def _lay_out(self) -> None:
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


def _blocked(mailing: "Mailing", facts: Facts) -> str:
    """Why nothing can be sent from here at all; outside the hours, or once the day is full, mails just wait."""
    if not mailing.mail.account:
        return _("No account is set up. Mails can be handed over all the same.")
    if lacks := mail_account.missing(mailing.mail):
        return lacks
    if not mailing.mail.is_proven:
        return _("The account has not sent one mail to you yet. Mails can be handed over all the same.")
    limits, now = mailing.limits, mailing.now()
    only_waits = not limits.is_open(now) or facts.sent_today >= limits.per_day
    return "" if only_waits or mailing.is_running() else mailing.why_not()
