"""Colours of papers as data: ink and greys, the forum's accent, categories and parallel forums, with their words.

Every pair of text and ground reaches WCAG 2 contrast 4.5:1 (a test computes it). Colour never stands without a word.
"""

from typing import Final

from forumplanner.domain.kinds import Category

INK: Final = "#16191D"
GREY: Final = "#565D66"
HAIR: Final = "#C3C9CF"
TINT: Final = "#F1F4F5"
TINT2: Final = "#E3EAEC"
ACCENT: Final = "#0B4F5C"
ACCENT_TINT: Final = "#E4EEF0"
ON_ACCENT: Final = "#FFFFFF"
ON_ACCENT_SECOND: Final = "#CFE3E6"
SIGNAL: Final = "#B3261E"
SIGNAL_TINT: Final = "#FBEDEC"
AMBER: Final = "#D9A441"
CONSULAR_EDGE: Final = "#D9B44A"

CATEGORY_COLOURS: Final[dict[Category, str]] = {
    Category.GUEST: "#B3132B",
    Category.CONSULAR: "#1F3A68",
    Category.SPEAKER: "#6A3FA0",
    Category.DELEGATE: "#1F69AB",
    Category.OBSERVER: "#5C6470",
    Category.PRESS: "#A85500",
    Category.STAFF: "#2E7D32",
    Category.VOLUNTEER: "#00757F",
    Category.INTERPRETER: "#A02C6D",
    Category.SECURITY: "#2B2F36",
    Category.CREW: "#6B4423",
}
"""White words on these: at least 5:1."""

WORKING_CATEGORIES: Final = frozenset(
    {Category.STAFF, Category.VOLUNTEER, Category.INTERPRETER, Category.SECURITY, Category.CREW}
)
"""Their badges carry a perforated edge, since grey prints show no colour."""

TRACK_COLOURS: Final = ("#0B6E75", "#6A3FA0", "#8F4E0E", "#1F5FA8")
"""Hues of parallel forums A, B, C, D on paper; after four they repeat and the letter tells."""

SMALLEST_CONTRAST: Final = 7.0
"""What a forum's own accent must reach on white; a lighter one is darkened."""


def track_colour(index: int, chosen: str = "") -> str:
    """The colour of the parallel forum at `index` (0-based): the chosen one, else by order."""
    return darkened(chosen, 6.0) if chosen else TRACK_COLOURS[index % len(TRACK_COLOURS)]


def accent_colour(chosen: str = "") -> str:
    """The forum's accent: the chosen one, darkened until white text on it can be read, else ours."""
    return darkened(chosen, SMALLEST_CONTRAST) if chosen else ACCENT


def tint(colour: str, share: float = 0.12) -> str:
    """A light ground of a colour: `share` of it over white."""
    return _hex(tuple(255 - round((255 - c) * share) for c in _rgb(colour)))


def darkened(colour: str, contrast: float) -> str:
    """The colour, darkened as little as needed to reach `contrast` on white."""
    rgb = _rgb(colour)
    while contrast_ratio(_hex(rgb), "#FFFFFF") < contrast:
        rgb = tuple(int(c * 0.95) for c in rgb)
    return _hex(rgb)


def contrast_ratio(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [c / 255 for c in _rgb(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _hex(rgb: tuple[int, ...]) -> str:
    return "#" + "".join(f"{c:02X}" for c in rgb)
