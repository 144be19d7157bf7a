"""How many said what: one bar of the whole, and a button a state that shows only its people."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.pages.invitations.replies import words
from forumplanner.gui.pages.invitations.replies.standing import Said, Standing
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.bars import Portion, StackBar
from forumplanner.gui.widgets.buttons import Chip
from forumplanner.i18n import gettext as _

ORDER = (Said.YES, Said.NO, Said.MAYBE, Said.SILENT)


def sums(standing: Standing) -> str:
    """The numbers in a line: “861 yes · 41 no · 97 silent”; nobody undecided is not said."""
    counts = standing.counts()
    told = {
        Said.YES: lambda n: _("{n} yes", n=n),
        Said.NO: lambda n: _("{n} no", n=n),
        Said.MAYBE: lambda n: _("{n} maybe", n=n),
        Said.SILENT: lambda n: _("{n} silent", n=n),
    }
    shown = [one for one in ORDER if counts.get(one, 0) or one is not Said.MAYBE]
    return " · ".join(told[one](texting.number(counts.get(one, 0))) for one in shown)


def portions(standing: Standing) -> tuple[Portion, ...]:
    """The stretches of the bar."""
    counts = standing.counts()
    return tuple(Portion(counts.get(said, 0), colour) for said, colour in words.COLOURS.items())


class AnswerCounts(Attentive, QWidget):
    """`picked(Said or None)`: only these people are wanted, or all again."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answerCounts")
        self._standing = Standing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.bar = StackBar(name="answerBar")
        column.addWidget(self.bar)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self._chips = {said: self._chip(said) for said in ORDER}
        for place, chip in enumerate(self._chips.values()):
            grid.addWidget(chip, place // 2, place % 2)
        column.addLayout(grid)

    def show_standing(self, standing: Standing) -> None:
        """Show other numbers."""
        self._standing = standing
        self._say()

    def chip(self, said: Said) -> Chip:
        """The button of a state."""
        return self._chips[said]

    def retranslate(self) -> None:
        """Say the numbers in another language."""
        super().retranslate()
        self._say()

    def _chip(self, said: Said) -> Chip:
        chip = Chip(lambda: self._words(said), name=f"answers_{said}")
        chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(lambda on: self._pick(said, on=on))
        return chip

    def _words(self, said: Said) -> str:
        return f"{words.word(said)} {texting.number(self._standing.counts().get(said, 0))}"

    def _say(self) -> None:
        self.bar.show_portions(portions(self._standing), sums(self._standing))
        for said, chip in self._chips.items():
            chip.set_text(partial(self._words, said))

    def _pick(self, said: Said, *, on: bool) -> None:
        for one, chip in self._chips.items():
            chip.setChecked(on and one is said)
        self.picked.emit(said if on else None)
