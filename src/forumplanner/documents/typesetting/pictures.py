"""Pictures for paper: cut to what is seen on white, as many pixels as print shows, stored the smaller of two ways."""

import hashlib
import io
import warnings
import zlib
from functools import lru_cache
from typing import Any, NamedTuple

from PIL import Image, ImageChops
from reportlab.pdfbase import pdfdoc

from forumplanner.documents.typesetting.canvas import Canvas

DOTS = 600
"""Dots per inch of a printed logo: its edges look as sharp as type."""

_WHITE_FROM = 245
"""Grey values from here on count as paper: JPEG leaves specks of them around a drawing."""

_QUALITY = 90
_MAX_PIXELS = 64_000_000


class Picture(NamedTuple):
    """A picture as PDF holds it: pixels, colour space and filter of its data, and a name that tells its content.

    `aspect`: width as a multiple of height of what is seen, before pixels were made fewer.
    """

    name: str
    width: int
    height: int
    colours: str
    filter: str
    data: bytes
    aspect: float


@lru_cache(maxsize=32)  # as many as a forum has; each holds the picture as it was kept
def picture_of(data: bytes, width: float, height: float) -> Picture | None:
    """A kept picture (JPEG, PNG ...) on white, for a box of at most `width` x `height` mm.

    None for bytes that are no picture, one that is damaged, and one of which white paper shows nothing.
    """
    seen = _cut(_on_white(data))
    if seen is None:
        return None
    aspect = seen.width / seen.height
    seen.thumbnail((_dots(width), _dots(height)), Image.Resampling.LANCZOS)
    plain = seen.convert("L") if _is_grey(seen) else seen
    exact = zlib.compress(plain.tobytes(), 9)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    lossy = out.getvalue()
    kind, stream = ("FlateDecode", exact) if len(exact) <= len(lossy) else ("DCTDecode", lossy)
    colours = "DeviceGray" if plain.mode == "L" else "DeviceRGB"
    name = hashlib.sha256(f"{plain.size} {colours} {kind} ".encode() + stream).hexdigest()[:32]
    return Picture(name, plain.width, plain.height, colours, kind, stream, aspect)


def draw_picture(canvas: Canvas, picture: Picture, left: float, bottom: float, width: float, height: float) -> None:
    """Draw a picture into a box in points; its data stand in the document once, however often it is drawn."""
    if not canvas.hasForm(picture.name):
        stored: Any = pdfdoc.PDFImageXObject(picture.name)
        stored.width, stored.height = picture.width, picture.height
        stored.bitsPerComponent, stored.colorSpace = 8, picture.colours
        stored.streamContent, stored._filters = picture.data, (picture.filter,)  # noqa: SLF001 - it has no setter
        canvas.keep(stored)
    canvas.write(f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm")
    canvas.doForm(picture.name)
    canvas.write("Q")


def _dots(millimetres: float) -> int:
    return max(1, round(millimetres / 25.4 * DOTS))


def _on_white(data: bytes) -> Image.Image | None:
    """The pixels in RGB, clear ones white; None where they can't be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data))
            if opened.width * opened.height > _MAX_PIXELS:
                return None
            clear = opened.convert("RGBA")
    except Exception:  # noqa: BLE001 - whatever a damaged file makes the library raise has one meaning
        return None
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")


def _cut(picture: Image.Image | None) -> Image.Image | None:
    """Without the white around it, so that logos stand on one edge and equally high; None for a white one."""
    if picture is None:
        return None
    ink = picture.convert("L").point([255 if value < _WHITE_FROM else 0 for value in range(256)])
    box = ink.getbbox()
    return picture.crop(box) if box else None


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(red, blue))
    return all(difference.getextrema() == (0, 0) for difference in apart)
