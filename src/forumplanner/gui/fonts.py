"""The window's typefaces: which families in which order for each language, and when our own files are loaded."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from forumplanner import i18n, paths

LATIN = "Noto Sans"
HAN = "Noto Sans SC"
OTHERS = (
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Myanmar",
    "Noto Sans Khmer",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Nastaliq Urdu",
    "Noto Serif Tibetan",
)
BODY_PX = 13
_FIRST = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansSC-Regular", "NotoSansSC-Bold")


def families(tag: str) -> list[str]:
    """Families in the order for `tag`: Han first in Chinese, else English gets full-width quotes and a wide "·"."""
    first = (HAN, LATIN) if i18n.nearest(tag) == "zh-Hans" else (LATIN, HAN)
    return [*first, *OTHERS]


def font(tag: str = "", *, px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font for text in language `tag` (the interface's by default), `px` pixels high."""
    made = QFont()
    made.setFamilies(families(tag or i18n.interface_language()))
    made.setPixelSize(px)
    made.setWeight(weight)
    return made


def use(application: QApplication) -> None:
    """Give the application the font of the interface's language."""
    application.setFont(font())


@cache
def load_first() -> None:
    """Load the two faces that the first paint needs: Latin and Han (memory-mapped, a few milliseconds)."""
    for name in _FIRST:
        _load(f"{name}.ttf")


@cache
def load_rest() -> None:
    """Load the faces of the other scripts; called when the window already stands."""
    load_first()
    for file in sorted(paths.resource("fonts").glob("Noto*.ttf")):
        if file.stem not in _FIRST and not file.stem.startswith("NotoSerifSC"):
            _load(file.name)


def _load(name: str) -> None:
    file = paths.resource("fonts", name)
    if file.is_file():
        QFontDatabase.addApplicationFont(str(file))
