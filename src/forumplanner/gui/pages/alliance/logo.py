"""An institution's logo in the inspector: shown small on white, chosen from a file, taken away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from forumplanner.actions import photos
from forumplanner.domain.ids import InstitutionId
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.buttons import Button
from forumplanner.i18n import gettext as _
from forumplanner.queries import photos as query
from forumplanner.snapshots.organisers import InstitutionCard

HEIGHT = 40
_MOST_WIDE = 150


class LogoRow(QWidget):
    """`told` after each verb."""

    told = Signal()

    def __init__(self, frame: Frame, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._frame = frame
        self._card: InstitutionCard | None = None
        self.picture = QLabel()
        self.picture.setObjectName(f"{name}Picture")
        self.picture.setFixedHeight(HEIGHT)
        self.choose = Button(lambda: _("Choose a logo…"), name=f"{name}Choose", icon="image", small=True)
        self.away = Button(lambda: _("Take away"), name=f"{name}Away", kind="ghost", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.choose)
        row.addWidget(self.away)
        row.addStretch(1)
        self.choose.clicked.connect(self._choose)
        self.away.clicked.connect(self._take_away)

    def show_card(self, card: InstitutionCard) -> None:
        """Show the logo of an institution, or only the way to one."""
        before, self._card = self._card, card
        if before is None or before.logo != card.logo:
            self.picture.setPixmap(self._pixmap(card.logo))
        self.picture.setVisible(bool(card.logo))
        self.away.setVisible(bool(card.logo))

    def _pixmap(self, key: str) -> QPixmap:
        made = QPixmap()
        if key:
            with self._frame.store.read() as db:
                found = query.photo(db, key)
            if found is not None:
                made.loadFromData(found.data)
        if made.isNull():
            return made
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(_MOST_WIDE * ratio), round(HEIGHT * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = made.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _choose(self) -> None:
        key = self._key()
        path = self._frame.dialogs.open_file(
            _("Choose a logo"), filters=_("Pictures ({patterns})", patterns="*.png *.jpg *.jpeg *.webp")
        )
        if path is not None:
            doing.done(self._frame, lambda: photos.set_logo(self._frame.store, key, path), say=_("Logo kept"))
            self.told.emit()

    def _take_away(self) -> None:
        key = self._key()
        doing.done(self._frame, lambda: photos.remove_logo(self._frame.store, key), say=_("Logo taken away"))
        self.told.emit()

    def _key(self) -> InstitutionId:
        key = doing.institution_id(self._card.id if self._card else "")
        assert key is not None  # noqa: S101 - the row is shown for an institution only
        return key
