"""The answers in a few lines, for the foot of the outbox: bar, numbers, how many need a look."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.pages.invitations.replies.counts import portions, sums
from forumplanner.gui.pages.invitations.replies.standing import Standing
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.bars import StackBar
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Picture, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class AnswersBrief(Attentive, QWidget):
    """Hidden until somebody was told something; `fetch` and `open` are buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answersBrief")
        self._standing = Standing()
        self.fetch = Button(lambda: _("Fetch"), name="briefFetch", kind="link", small=True)
        self.open = Button(lambda: _("Open"), name="briefOpen", kind="link", small=True)
        self.bar = StackBar(name="briefBar")
        self.sums = Label("", role="small", name="briefSums", wrap=True)
        self.look = Label("", name="briefLook")
        self._picture = Picture("mail", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addLayout(_line(Label(lambda: _("Replies"), role="strong", name="briefTitle"), self.fetch))
        column.addWidget(self.bar)
        column.addWidget(self.sums)
        column.addLayout(_line(self._picture, self.look, self.open))
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Show other numbers."""
        self._standing = standing
        self.setVisible(bool(standing.rows or standing.looks))
        self._say()

    def retranslate(self) -> None:
        """Say the numbers in another language."""
        super().retranslate()
        self._say()

    def _say(self) -> None:
        number = len(self._standing.looks)
        self.bar.show_portions(portions(self._standing), sums(self._standing))
        self.sums.setText(sums(self._standing))
        self.look.setText(ngettext("{n} reply needs a look", "{n} replies need a look", number) if number else "")
        self._picture.setVisible(number > 0)


def _line(*widgets: QWidget) -> QHBoxLayout:
    """Side by side, the last at the right end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets[:-1]:
        row.addWidget(widget)
    row.addStretch(1)
    row.addWidget(widgets[-1])
    return row
