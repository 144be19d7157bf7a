"""The strip at the window's foot: mail on its way with Pause, or one line that says what waits; hidden else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from forumplanner.gui import mail_words, texting
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # its neighbours load TLS
    from forumplanner.invitations.run import Ended

HEIGHT = 32
_DONE_MS = 15_000
"""How long it says that everything was sent."""
_BAR = 180


class MailStrip(Attentive, QFrame):
    """`went(page, target)`: the rows behind it are wanted. What was closed stays hidden until something else is so."""

    went = Signal(str, str)

    def __init__(self, mailing: Mailing) -> None:
        super().__init__()
        self.setObjectName("mailStrip")
        self.setProperty("place", "foot")
        self.setFixedHeight(HEIGHT)
        self._mailing = mailing
        self._closed = ""
        self._picture = Picture("send", "accent_text", size=14)
        self._words = Elide("", role="strong", name="mailStripWords")
        self.bar = QProgressBar()
        self.bar.setObjectName("mailStripBar")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self._figures = Label("", role="small", name="mailStripFigures")
        self._pace = Elide("", role="small", name="mailStripPace")
        self.go_on = Button(lambda: _("Go on"), name="mailStripGo", small=True, icon="play")
        self.pause = Button(lambda: _("Pause"), name="mailStripPause", small=True, icon="pause")
        self.look = Button(lambda: _("Outbox"), name="mailStripShow", kind="text", small=True)
        self.close_it = Button("", name="mailStripClose", kind="icon", small=True, icon="x", tip=lambda: _("Close"))
        self._lay_out()
        self.go_on.clicked.connect(mailing.start)
        self.pause.clicked.connect(mailing.pause)
        self.look.clicked.connect(lambda: self.went.emit("invitations", "outbox"))
        self.close_it.clicked.connect(self._close)
        self._over = QTimer(self)
        self._over.setInterval(_DONE_MS)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._fade)
        mailing.ended.connect(self._end)
        mailing.turned.connect(self._say)
        mailing.progressed.connect(self._hear)
        self._say()

    def sentence(self) -> str:
        """What it says now, "" while hidden."""
        return self._words.whole() if self.isVisible() else ""

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        super().retranslate()
        self._say()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        row.addWidget(self.bar)
        row.addWidget(self._figures)
        row.addWidget(self._pace, 1)
        for button in (self.go_on, self.pause, self.look, self.close_it):
            row.addWidget(button)

    def _hear(self, _done: int, _of: int) -> None:
        self._say()

    def _say(self) -> None:
        mailing = self._mailing
        running = mailing.is_running()
        words = mail_words.head(mailing) if running else self._idle()
        done, of = mailing.tally.progress()
        self._words.set_role("strong" if running else "")
        self._words.set_text(words)
        self._picture.set_icon("send" if running else "mail", "accent_text" if running else "warn")
        self._figures.setText(f"{texting.number(done)} / {texting.number(of)}")
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self._pace.set_text(mail_words.pace(mailing) if running else "")
        for widget in (self.bar, self._figures, self.pause):
            widget.setVisible(running)
        self.pause.setEnabled(not mailing.is_stopping())
        can_go_on = not running and mailing.waiting() > 0 and not mailing.why_not()
        self.go_on.setVisible(can_go_on and not mailing.beside)  # one button for one thing
        self.close_it.setVisible(not running)
        if running:
            self._closed = ""
            self._over.stop()
        self.setVisible(running or (bool(words) and words != self._closed))

    def _idle(self) -> str:
        """What to say while nothing goes: how the run ended, else what waits, unless today was called a day."""
        mailing = self._mailing
        if mailing.last is not None:
            return mail_words.end(mailing, mailing.last)
        if mailing.is_stopped_today():
            return ""
        return mail_words.waits(mailing)

    def _end(self, ended: "Ended") -> None:
        if ended.stop == "done":
            self._over.start()

    def _fade(self) -> None:
        """All that could be sent was sent: nobody has to close this."""
        if not self._mailing.waiting():
            self._close()

    def _close(self) -> None:
        self._closed = self._words.whole()
        self.hide()
