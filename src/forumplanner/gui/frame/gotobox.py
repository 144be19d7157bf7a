"""The box in the top bar that calls the palette."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Key, Picture
from forumplanner.i18n import gettext as _


class GoToBox(Button):
    """Looks like a field in the top bar; pressing it calls the palette."""

    def __init__(self) -> None:
        super().__init__("", name="gotoBox", kind="goto", tip=lambda: _("Go to…"), key="Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(Picture("search", "text2"))
        row.addWidget(Elide(lambda: _("Search people, sessions, papers, commands…"), role="note", name="gotoHint"), 1)
        row.addWidget(Key("Ctrl K"))
        for place in range(row.count()):
            item = row.itemAt(place)
            child = item.widget() if item is not None else None
            if child is not None:
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """400 wide where there is room."""
        return QSize(400, 30)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Down to the glass, a few letters and the key."""
        return QSize(180, 30)
