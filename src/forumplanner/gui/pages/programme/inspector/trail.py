"""Where the thing shown stands: session, part, item; a click or Alt+Left goes back up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.gui.widgets.buttons import Button
from forumplanner.i18n import gettext as _

Step = tuple[str, str]
"""Key and words of one place on the way."""

_LETTERS = 30
"""Latin letters of titles that fit side by side; a Chinese character counts as two."""


class Trail(QWidget):
    """`chosen(key)` for a place above what is shown; hidden where nothing stands above it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programmeTrail")
        self._steps: list[Step] = []
        self._buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)

    def show_steps(self, steps: list[Step]) -> None:
        """The places above, the outermost first."""
        if steps != self._steps:
            self._steps = list(steps)
            for button in self._buttons:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [self._made(key, words, _LETTERS // len(steps)) for key, words in steps]
            for place, button in enumerate(self._buttons):
                self._row.insertWidget(place, button)
        self.setVisible(bool(steps))

    def buttons(self) -> list[Button]:
        """One per place, the outermost first."""
        return self._buttons

    def _made(self, key: str, words: str, room: int) -> Button:
        made = Button(
            _cut(words, room), name="programmeTrailStep", kind="link", icon="chevron-left", small=True, key="Alt+Left"
        )
        made.set_tip(lambda: _("Back to “{what}”", what=words))
        made.clicked.connect(lambda: self.chosen.emit(key))
        return made


def _cut(words: str, room: int) -> str:
    """As much of a title as has room."""
    taken = 0
    for place, letter in enumerate(words):
        taken += 2 if letter >= "\u2e80" else 1
        if taken > room:
            return f"{words[:place].rstrip()}…"
    return words
