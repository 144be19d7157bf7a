"""How the mails will read: three of them, with address, subject, text, and what goes along."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout

from forumplanner import i18n
from forumplanner.domain.mail_templates import field_words
from forumplanner.gui.pages.invitations.rounds.words import SAMPLES
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Rule
from forumplanner.i18n import gettext as _
from forumplanner.invitations.looks import Look, Sample


class LookPanel(Attentive, QFrame):
    """`picked()` when another sample was chosen; `tried()`: the mail that is shown shall come to oneself first."""

    picked = Signal()
    tried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roundLook")
        self.setProperty("place", "canvas")
        self._look: Look | None = None
        self.samples = Segmented((), name="roundSamples", label=lambda: _("Whose mail to look at"))
        self.to = Elide("", name="roundLookTo")
        self.subject = Label("", role="strong", name="roundLookSubject", wrap=True)
        self.text = Label("", name="roundLookText", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.files = Elide("", role="small", name="roundLookFiles")
        self.gaps = Label("", role="warn", name="roundLookGaps", wrap=True)
        self.mine = Button(lambda: _("Send one to myself"), name="roundMine", kind="link", icon="send", small=True)
        self._clip = Picture("file-text", "text2", size=14)
        self._lay_out()
        self.mine.clicked.connect(self.tried)
        self.samples.picked.connect(lambda _key: self.picked.emit())

    def sample(self) -> str:
        """Which of the samples is looked at, "" while there is none."""
        return self.samples.choice()

    def offer(self, samples: Sequence[Sample]) -> None:
        """Which samples there are."""
        self.samples.set_choices([(str(one), SAMPLES[one]) for one in samples])
        self.samples.setVisible(bool(samples))

    def show_look(self, look: Look | None) -> None:
        """Show a mail; None where nobody gets one."""
        self._look = look
        if look is not None:
            self.subject.setText(look.subject)
            self.text.setText(look.text.strip())
            self._scroll.verticalScrollBar().setValue(0)
            self.to.set_text(f"{look.to} <{look.mailbox}>" if look.mailbox else look.to)
            self.files.set_text("   ".join(look.files))
        self._card.setVisible(look is not None)
        self._nobody.setVisible(look is None)
        self.files.setVisible(bool(look and look.files))
        self._clip.setVisible(bool(look and look.files))
        self._say()

    def shown(self) -> Look | None:
        """The mail that is shown."""
        return self._look

    def allow_trial(self, *, on: bool) -> None:
        """Whether mail can go out from here at all."""
        self.mine.setVisible(on)

    def retranslate(self) -> None:
        """Gaps are named in words."""
        super().retranslate()
        if hasattr(self, "_nobody"):
            self._say()

    def _say(self) -> None:
        missing = self._look.missing if self._look else ()
        names = ", ".join(field_words(name, i18n.interface_language()) for name in missing)
        self.gaps.setText(_("Not known yet, left as a gap: {names}", names=names) if names else "")
        self.gaps.setVisible(bool(names))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(lambda: _("The mail they get"), role="strong", name="roundLookTitle"))
        head.addStretch(1)
        head.addWidget(self.samples)
        column.addLayout(head)
        self._card = Card(name="roundLookCard")
        grid, top = QGridLayout(), Qt.AlignmentFlag.AlignTop
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(lambda: _("To"), role="muted", name="roundLookToLabel"), 0, 0)
        grid.addWidget(self.to, 0, 1)
        grid.addWidget(Label(lambda: _("Subject line"), role="muted", name="roundLookSubjectLabel"), 1, 0, top)
        grid.addWidget(self.subject, 1, 1)
        grid.setColumnStretch(1, 1)
        self._card.column.addLayout(grid)
        self._card.column.addWidget(Rule())
        self._scroll = QScrollArea()
        self._scroll.setObjectName("roundLookScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.text)
        self.say(self._scroll.setAccessibleName, lambda: _("The mail they get"))
        self._card.column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._clip)
        foot.addWidget(self.files, 1)
        foot.addWidget(self.mine)
        self._card.column.addLayout(foot)
        column.addWidget(self._card, 1)
        column.addWidget(self.gaps)
        self._nobody = Label(
            lambda: _("Nobody gets a mail yet. Choose other people."), role="muted", name="roundNobody"
        )
        column.addWidget(self._nobody)
        column.addStretch(0)
