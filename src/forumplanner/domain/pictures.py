"""A picture from outside made fit to be kept: turned upright, freed of metadata, made smaller, as JPEG or PNG."""

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE: Final = 1200
"""Pixels of the longer side that are kept: 35 x 49 mm at 600 dots per inch."""

SMALLEST_PHOTO: Final = 100
SMALLEST_LOGO: Final = 32
"""Pixels of the shorter side below which a print would show squares."""

MAX_FILE: Final = 40_000_000
MAX_PIXELS: Final = 64_000_000
"""Of the picture as it comes, told by its header before anything is decoded."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY: Final = 85


class PictureRefused(PlannerError):
    """A file is no picture that can be used; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be kept: its bytes, their media type, width and height in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def photo_of(data: bytes, *, name: str) -> Picture:
    """A portrait as JPEG, at most 1,200 pixels long. `name`: the file, for the sentence. Raises `PictureRefused`."""
    return _prepared(data, name, smallest=SMALLEST_PHOTO, clear=False)


def logo_of(data: bytes, *, name: str) -> Picture:
    """A logo; one with transparent parts stays PNG, so that it has no white box. Raises `PictureRefused`."""
    return _prepared(data, name, smallest=SMALLEST_LOGO, clear=True)


def _prepared(data: bytes, name: str, *, smallest: int, clear: bool) -> Picture:
    if not data:
        raise PictureRefused(_("“{name}” is empty (0 bytes). Send or copy the picture once more.", name=name))
    opened = _opened(data, name)
    _check_size(opened, name, smallest)
    upright = _decoded(opened, name)
    transparent = clear and "A" in upright.getbands()
    flat = upright if transparent else _on_white(upright)
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = flat.copy()
    bare.info.clear()  # EXIF, place and camera, comments, colour profile: nothing of it is kept
    out = io.BytesIO()
    if transparent:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(out.getvalue(), "image/png" if transparent else "image/jpeg", bare.width, bare.height)


def _opened(data: bytes, name: str) -> "Image":
    """The picture with only its header read."""
    from PIL import Image  # noqa: PLC0415 - takes 60 ms, the window's first paint does without

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name) from error
    except Exception as error:  # whatever a damaged or foreign file makes the library raise has one meaning
        raise PictureRefused(
            _(
                "“{name}” is no picture that can be read. Save it as JPEG or PNG and choose it again; "
                "a phone’s HEIC file and a PDF or Word file have to be saved as a picture first.",
                name=name,
            )
        ) from error


def _check_size(opened: "Image", name: str, smallest: int) -> None:
    if opened.width * opened.height > MAX_PIXELS:
        raise _too_large(name, opened)
    if min(opened.size) < smallest:
        raise PictureRefused(
            _(
                "“{name}” has only {width} × {height} pixels, too few to print. "
                "Ask for the original picture, at least {smallest} pixels on its shorter side.",
                name=name,
                width=opened.width,
                height=opened.height,
                smallest=smallest,
            )
        )


def _too_large(name: str, opened: "Image | None" = None) -> PictureRefused:
    if opened is None:
        return PictureRefused(
            _(
                "“{name}” has far too many pixels to be a photo. Make it smaller, to 4,000 × 3,000 pixels or so.",
                name=name,
            )
        )
    return PictureRefused(
        _(
            "“{name}” has {width} × {height} pixels, more than any photo needs. "
            "Make it smaller, to 4,000 × 3,000 pixels or so, and choose it again.",
            name=name,
            width=opened.width,
            height=opened.height,
        )
    )


def _decoded(opened: "Image", name: str) -> "Image":
    """The pixels, upright as the camera was held, in RGB or RGBA."""
    from PIL import ImageOps  # noqa: PLC0415 - as above

    try:
        if opened.format == "JPEG":
            opened.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
        opened.load()
        if opened.mode in {"RGB", "RGBA", "L", "CMYK"}:  # what follows makes copies; those of 60 million pixels hurt
            opened.thumbnail((2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
        turned = _in_usual_colours(ImageOps.exif_transpose(opened))
        clear = "A" in turned.getbands() or "transparency" in turned.info
        return turned.convert("RGBA" if clear else "RGB")
    except Exception as error:  # a file that ends too early raises one of many
        raise PictureRefused(
            _("“{name}” is damaged: the picture ends before it is complete. Send or copy it once more.", name=name)
        ) from error


def _in_usual_colours(picture: "Image") -> "Image":
    """The picture in sRGB, which every printer and screen assumes: phones and print shops use other colour spaces."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # a profile that nobody can read says nothing about the colours
    return turned or picture


def _on_white(picture: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415 - as above

    if "A" not in picture.getbands():
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
