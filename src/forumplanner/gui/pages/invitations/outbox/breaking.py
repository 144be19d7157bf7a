"""Words that break where they must: an address of any length is never wider than its panel, and copies as it is."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

_BREAK: Final = "\u200b"
"""Takes no room; a line may end there."""
_LONG: Final = re.compile(r"[!-~\u00a1-\u024f]{25,}")
"""Longer than any word of a sentence: addresses, links. The narrowest panel holds 24 letters in a line."""
_JOINTS: Final = re.compile(r"(?<=[-.@_/])")
"""Where an address is cut first."""


class Breaking(Label):
    """Wraps at words, and inside a longer one. `text()` is without the places where it may break."""

    def __init__(self, *, role: str = "", name: str = "") -> None:
        self._whole = ""
        super().__init__("", role=role, name=name, wrap=True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self)
        copy.setObjectName("copyWords")
        copy.triggered.connect(self.copy)
        self.say(copy.setText, lambda: _("Copy"))
        self.addAction(copy)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        self._whole = text
        self.setAccessibleName(text)
        super().setText(_LONG.sub(_broken, text))

    def text(self) -> str:
        """The words as they were given."""
        return self._whole

    def copy(self) -> None:
        """What is selected, else everything, into the clipboard."""
        QApplication.clipboard().setText(self.selectedText().replace(_BREAK, "") or self._whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+C copies no places where a line may end."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _broken(found: re.Match[str]) -> str:
    """At its joints, and anywhere in a piece that is too long itself."""
    return _BREAK.join(_LONG.sub(lambda piece: _BREAK.join(piece[0]), piece) for piece in _JOINTS.split(found[0]))
