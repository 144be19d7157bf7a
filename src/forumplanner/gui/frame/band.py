"""The thin band above the pages: that this is the sample, or what is to know about the file that is open."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.labels import Elide, Picture, repolish
from forumplanner.i18n import gettext as _

HEIGHT = 32


class Band(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("band")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        self._picture = Picture("sparkles", "info", size=14)
        self._words = Elide("", role="small", name="bandWords")
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        self.hide()

    def show_sample(self) -> None:
        """This is the sample."""
        self._say(
            lambda: _("This is a sample: change anything. It never mixes with your work; undo takes everything back."),
            "info",
            "sparkles",
        )

    def show_warning(self, sentence: str) -> None:
        """What is to know about the file; "" for nothing."""
        if sentence:
            self._say(sentence, "warn", "triangle-alert")
        else:
            self.hide()

    def sentence(self) -> str:
        """What it says now, "" while hidden."""
        return self._words.whole() if self.isVisible() else ""

    def _say(self, words: Text, tone: str, icon: str) -> None:
        self._words.say(self._words.set_text, words)
        self._picture.set_icon(icon, tone)
        self.setProperty("tone", tone)
        self._words.set_role(tone)
        repolish(self)
        self.show()
