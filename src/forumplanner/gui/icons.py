"""Icons in the scheme's colours, drawn from the line pictures in resources/icons (Lucide, ISC and MIT)."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forumplanner import paths
from forumplanner.gui import theme

SIZE = 16
STROKE = 1.75


def icon(name: str, colour: str = "text2", *, size: int = SIZE, on: str = "accent_text") -> QIcon:
    """Icon `name` in the colour of a token, with pictures for disabled and, in `on`'s colour, for checked."""
    scheme = theme.tokens()
    return _icon(name, getattr(scheme, colour), scheme.disabled, getattr(scheme, on), size)


def pixmap(name: str, colour: str = "text2", *, size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """A picture of icon `name`, `size` device-independent pixels square."""
    return _draw(name, getattr(theme.tokens(), colour), size, ratio)


@cache
def _icon(name: str, rest: str, disabled: str, on: str, size: int) -> QIcon:
    made = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, rest),
        (QIcon.Mode.Normal, QIcon.State.On, on),
        (QIcon.Mode.Disabled, QIcon.State.Off, disabled),
        (QIcon.Mode.Disabled, QIcon.State.On, disabled),
    ):
        for ratio in (1.0, 2.0):
            made.addPixmap(_draw(name, colour, size, ratio), mode, state)
    return made


@cache
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    text = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
