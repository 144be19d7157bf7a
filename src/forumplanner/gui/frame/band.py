"""The thin band above the pages of the sample forum."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.widgets.labels import Elide, Picture
from forumplanner.i18n import gettext as _

HEIGHT = 32


class SampleBand(QFrame):
    """Says that this is a sample; shown only while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sampleBand")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(Picture("sparkles", "info", size=14))
        words = Elide(
            lambda: _("This is a sample: change anything. It never mixes with your work; undo takes everything back."),
            role="info",
            name="sampleWords",
        )
        row.addWidget(words, 1)
        self.hide()
