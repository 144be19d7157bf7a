"""Copy next: the words for one person after the other in the clipboard, to be pasted into a chat; Space goes on."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.files import PlannerError
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Plain
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reach, Reader

_SIZE = (440, 460)


class CopyNext(Attentive, Plain):
    """A small window that stays above the chat. `handed(count)`: one more was handed over."""

    handed = Signal(int)

    def __init__(
        self, frame: Frame, mails: Sequence[Written], readers: Sequence[Reader], *, kind: MailKind, over: QWidget
    ) -> None:
        super().__init__(over.window(), Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("copyNext")
        self.setProperty("place", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.say(self.setWindowTitle, lambda: _("Copy next"))
        self._frame, self._mails, self._kind = frame, tuple(mails), kind
        self._added = added(self._mails, readers)
        self._groups = {reader.participant_id: group_of(frame, reader) for reader in readers}
        self._at = self._count = 0
        self._round: UUID | None = None
        self.place = Label("", role="muted", name="copyPlace")
        self.bar = QProgressBar()
        self.bar.setObjectName("copyBar")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.name = Label("", role="lead", name="copyName", wrap=True)
        self.group = Elide("", role="muted", name="copyGroup")
        self.state = Label("", role="ok", name="copyState", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("copyText")
        self.text.setProperty("grows", True)
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.done = Button(
            lambda: _("Handed over, next"), name="copyDone", kind="primary", icon="check", tip=_space, key="Space"
        )
        self.skip = Button(lambda: _("Skip"), name="copySkip", tip=lambda: _("Nothing is noted for this person"))
        self.again = Button(lambda: _("Copy again"), name="copyAgain", kind="ghost", icon="copy")
        for button in (self.skip, self.again):  # Space stays with the button that notes
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.done.clicked.connect(self.hand_over)
        self.skip.clicked.connect(self._next)
        self.again.clicked.connect(self._copy)
        self.resize(*_SIZE)
        self._show()

    def hand_over(self) -> None:
        """Keep that this one was handed over, and copy the next."""
        from forumplanner.actions import invited, outbox  # noqa: PLC0415 - loads the database's library

        if self._at >= len(self._mails):
            self.close()
            return
        now = dt.datetime.now(dt.UTC)
        try:
            self._round = outbox.queue(
                self._frame.store,
                forum_id=self._frame.forum_id,
                kind=self._kind,
                mails=self._mails[self._at : self._at + 1],
                account="",
                handed_over=True,
                round_id=self._round,
                now=now,
            )
            invited.note_arrived(self._frame.store)
        except PlannerError as refusal:
            self._frame.toast(str(refusal))
            return
        self._count += 1
        self.handed.emit(self._count)
        self._next()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Enter: handed over; Right: skip; Esc: leave the others for another time."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():  # held down, it would note what nobody has pasted
                self.hand_over()
        elif event.key() == Qt.Key.Key_Right:
            self._next()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Place and state are words."""
        super().retranslate()
        if hasattr(self, "_mails") and hasattr(self, "again"):
            self._say()

    def _next(self) -> None:
        self._at += 1
        self._show()

    def _copy(self) -> None:
        if self._at < len(self._mails):
            QApplication.clipboard().setText(self._mails[self._at].words.strip())

    def _show(self) -> None:
        self._copy()
        if self._at < len(self._mails):
            mail = self._mails[self._at]
            self.name.setText(mail.to_name)
            group = self._groups.get(mail.participant_id, "") or mail.to_mailbox
            self.group.set_text(group)
            self.group.setVisible(bool(group))
            self.text.setPlainText(mail.words.strip())
        over = self._at >= len(self._mails)
        self.skip.setEnabled(not over)
        self.again.setEnabled(not over)
        self.text.setVisible(not over)
        self.bar.setRange(0, max(len(self._mails), 1))
        self.bar.setValue(min(self._at, len(self._mails)))
        self.done.setFocus()
        self._say()

    def _say(self) -> None:
        of = len(self._mails)
        if self._at >= of:
            self.place.setText("")
            self.name.setText(_("Everybody has been through your hands"))
            self.group.hide()
            self.state.setText(_("{n} of {of} are noted as handed over.", n=self._count, of=of))
            self.done.set_text(lambda: _("Close"))
            return
        self.place.setText(" · ".join((_("{n} of {of}", n=self._at + 1, of=of), *_said(self._added))))
        self.state.setText(_("Copied. Paste it into the chat, come back and press Space."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for widget in (self.place, self.bar, self.name, self.group, self.state):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.done)
        column.addLayout(row)


def _space() -> str:
    return _("Note it and copy the next")


def added(mails: Sequence[Written], readers: Sequence[Reader]) -> Counter[bool]:
    """How many people are here whom no mail would reach: True counts those in chats, False those without a mailbox."""
    reach = {reader.participant_id: reader.reach for reader in readers}
    people = {mail.participant_id for mail in mails if not mail.to_mailbox}
    return Counter(reach.get(person) is Reach.CHAT for person in people)


def _said(added: Counter[bool]) -> Iterator[str]:
    if added[False]:
        yield ngettext(
            "with {n} who has no address that works", "with {n} who have no address that works", added[False]
        )
    if added[True]:
        yield ngettext("with {n} who is reached in a chat", "with {n} who are reached in a chat", added[True])


def group_of(frame: Frame, reader: Reader) -> str:
    """In whose group somebody is, for the reader of the window."""
    return reading.line(reader.delegation, frame.card.languages)


def paste(
    frame: Frame,
    mails: Sequence[Written],
    readers: Sequence[Reader],
    *,
    kind: MailKind,
    over: QWidget,
    done: Callable[[int], object] | None = None,
) -> CopyNext:
    """Open the window on the first person."""
    window = CopyNext(frame, mails, readers, kind=kind, over=over)
    if done is not None:
        window.handed.connect(done)
    window.show()
    return window
