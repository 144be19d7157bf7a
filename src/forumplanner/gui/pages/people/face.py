"""A person's face: the photo in a circle, else the initials."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QLabel

from forumplanner.gui.page import Frame
from forumplanner.queries import photos as query

_KEPT = 60
"""Faces kept ready, so that going down the list reads no picture twice."""


class Face(QLabel):
    """A circle of 44 px; the style sheet knows it by its name."""

    def __init__(self, frame: Frame, *, name: str = "personInitials", size: int = 44) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(size, size)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame = frame
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()

    def show_person(self, photo: str, called: str) -> None:
        """Show the photo of that content hash; without one the initials of a name, in any script."""
        face = self._face(photo) if photo else QPixmap()
        if face.isNull():
            self.setText(initials(called))
        else:
            self.setPixmap(face)

    def _face(self, key: str) -> QPixmap:
        if key not in self._kept:
            with self._frame.store.read() as db:
                found = query.photo(db, key)
            made = QPixmap()
            if found is not None:
                made.loadFromData(found.data)
            self._kept[key] = made if made.isNull() else self._round(made)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _round(self, photo: QPixmap) -> QPixmap:
        """Cut to a circle: the middle across, a little above the middle down, where faces are."""
        ratio = self.devicePixelRatioF()
        side = round(self.width() * ratio)
        whole = photo.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        made = QPixmap(side, side)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addEllipse(QRectF(0, 0, side, side))
        painter.setClipPath(path)
        painter.drawPixmap(-(whole.width() - side) // 2, -(whole.height() - side) // 3, whole)
        painter.end()
        made.setDevicePixelRatio(ratio)
        return made


def initials(called: str) -> str:
    """One Chinese character, or the first letters of two words; "?" for nobody known."""
    if not called:
        return "?"
    if called[0] >= "㐀":
        return called[0]
    return "".join(part[0] for part in called.split()[:2]).upper()
