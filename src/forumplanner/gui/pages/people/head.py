"""The head of the inspector: a person's face, name and facts; a photo is chosen, dropped, pasted or taken away."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import Category
from forumplanner.gui import reading, theme
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.face import Face
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonCard

CHOOSE, PASTE, AWAY = "choose", "paste", "away"
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


class PersonHead(Attentive, QWidget):
    """`photo(what)`: `CHOOSE`, `PASTE` or `AWAY`; `dropped(path)`: a picture was let go of here."""

    photo = Signal(str)
    dropped = Signal(Path)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("personHead")
        self.setAcceptDrops(True)
        self._has_photo = False
        self._category = Category.DELEGATE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        self.initials = Face(frame)
        row.addWidget(self.initials)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Elide("", role="lead", name="personHeadName")
        self.facts = Elide("", role="small", name="personHeadFacts")
        self.square = QLabel()
        self.square.setObjectName("personSquare")
        self.square.setFixedSize(8, 8)
        words.addStretch(1)
        words.addWidget(self.name)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.square)
        line.addWidget(self.facts, 1)
        words.addLayout(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.menu = MenuButton("", self._choices, name="personPhoto", kind="icon", icon="image")
        self.menu.set_tip(lambda: _("Photo: choose, paste, or drop a picture here"))
        self.menu.picked.connect(self.photo)
        row.addWidget(self.menu)

    def show_card(self, card: PersonCard) -> None:
        """Show somebody."""
        self._has_photo = bool(card.photo)
        name = card.name.shown(i18n.interface_language())
        self.name.set_text(name or _("Without a name"))
        facts = (reading.word(card.category), reading.country(card.country))
        self.facts.set_text(" · ".join(filter(None, facts)))
        self._category = card.category
        self.recolour()
        self.initials.show_person(card.photo, name)

    def recolour(self) -> None:
        """The category's colour in the scheme that is worn."""
        super().recolour()
        made = QPixmap(8, 8)
        made.fill(theme.category_colour(self._category))
        self.square.setPixmap(made)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A picture may be let go of here."""
        if _picture(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which."""
        path = _picture(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _choices(self) -> list[tuple[str, str]]:
        always = [(CHOOSE, _("Choose a photo…")), (PASTE, _("Paste a photo"))]
        return [*always, (AWAY, _("Take the photo away"))] if self._has_photo else always


def _picture(data: QMimeData) -> Path | None:
    """The one picture file that is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _PICTURES else None
