"""The card of the run: how far it is, Pause and Stop for today; else why it ended, or what waits and Go on."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy

from forumplanner.gui import mail_words, texting
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.outbox.breaking import Breaking
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, repolish
from forumplanner.i18n import gettext as _


class RunCard(Attentive, Card):
    """Hidden while nothing goes, nothing waits and no run has ended."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(name="outboxCard", look="accent", margin=12, gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._mailing: Mailing = frame.mailing
        self._figures = Label("", role="strong", name="outboxFigures")
        self._title = Elide("", role="strong", name="outboxTitle")
        self.bar = QProgressBar()
        self.bar.setObjectName("outboxBar")
        self.bar.setTextVisible(False)
        self._words = Breaking(role="small", name="outboxWords")
        self.pause = Button(lambda: _("Pause"), name="outboxPause", small=True, icon="pause")
        self.stop = Button(lambda: _("Stop for today"), name="outboxStop", kind="text", small=True)
        self.go_on = Button(lambda: _("Go on"), name="outboxGo", kind="primary", small=True, icon="play")
        self.go_on.set_icon("play", "on_accent")
        self.account = Button(lambda: _("To the account"), name="outboxAccount", small=True)
        self._lay_out()
        self.pause.clicked.connect(self._mailing.pause)
        self.stop.clicked.connect(self._mailing.stop)
        self.go_on.clicked.connect(self._mailing.start)
        self.account.clicked.connect(lambda: frame.go("invitations", "account"))
        self._mailing.turned.connect(self._say)
        self._mailing.progressed.connect(self._hear)
        self._say()

    def sentence(self) -> str:
        """What it says now, "" while hidden."""
        return self._words.text() if not self.isHidden() else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """On the screen, with buttons that the strip need not offer too."""
        super().showEvent(event)
        self._mailing.show_beside(on=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """No longer on the screen."""
        super().hideEvent(event)
        self._mailing.show_beside(on=False)

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        super().retranslate()
        self._say()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._figures)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.pause, self.stop, self.go_on, self.account):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.bar)
        self.column.addWidget(self._words)
        self.column.addLayout(buttons)

    def _hear(self, _done: int, _of: int) -> None:
        self._say()

    def _say(self) -> None:
        if self._mailing.is_running():
            self._say_running()
        else:
            self._say_idle()

    def _say_running(self) -> None:
        mailing = self._mailing
        done, of = mailing.tally.progress()
        self._title.set_text(mail_words.head(mailing))
        self._figures.setText(f"{texting.number(done)} / {texting.number(of)}")
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self._words.setText(mail_words.pace(mailing))
        self.pause.setEnabled(not mailing.is_stopping())
        self.stop.setEnabled(not mailing.is_stopping())
        self._show_parts(running=True, waiting=False, why="")

    def _say_idle(self) -> None:
        """How the run ended; what waits, and what keeps it, where that isn't said by the end."""
        mailing = self._mailing
        waiting = mailing.waiting()
        why = mailing.why_not() if waiting else ""
        ended = mail_words.end(mailing, mailing.last) if mailing.last is not None else ""
        waits = mail_words.waits(mailing) if not ended or not mailing.mail.is_proven else ""
        words = "\n".join(filter(None, (ended, waits)))
        self._words.setText(words)
        self._show_parts(running=False, waiting=bool(waiting), why=why)
        self.setVisible(bool(words))

    def _show_parts(self, *, running: bool, waiting: bool, why: str) -> None:
        for widget in (self._title, self._figures, self.bar, self.pause, self.stop):
            widget.setVisible(running)
        self.go_on.setVisible(waiting and not why)
        self.account.setVisible(bool(why) and not self._mailing.mail.is_proven)
        look = "accent" if running or not why else "plain"
        if self.property("card") != look:
            self.setProperty("card", look)
            repolish(self)
        self.setVisible(running or self.isVisible())
