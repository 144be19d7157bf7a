"""Every colour, size and font family of the window, as values that no other module spells out again."""

from dataclasses import dataclass
from typing import Final

from forumplanner.domain.kinds import Category


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one scheme, named by what they are for; each is `#RRGGBB` or `#AARRGGBB`."""

    window: str
    surface: str
    sunken: str
    raised: str
    hover: str
    pressed: str
    sel: str
    sel_line: str
    line: str
    line_strong: str
    field: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_text: str
    accent_tint: str
    on_accent: str
    danger: str
    danger_tint: str
    danger_line: str
    warn: str
    warn_tint: str
    warn_line: str
    ok: str
    ok_tint: str
    ok_line: str
    info: str
    info_tint: str
    info_line: str
    amber: str
    hit: str
    scroll: str
    shadow: str
    desk: str
    paper: str
    tip: str
    tip_text: str
    toast_link: str
    scrim: str


LIGHT: Final = Scheme(
    window="#F3F5F8",
    surface="#FFFFFF",
    sunken="#F7F8FA",
    raised="#FFFFFF",
    hover="#EDF0F5",
    pressed="#E2E7EF",
    sel="#E4ECFB",
    sel_line="#B9CCF3",
    line="#E4E8EE",
    line_strong="#CBD2DC",
    field="#858FA2",
    text="#171D2A",
    text2="#465064",
    text3="#5D677B",
    disabled="#818A9B",
    accent="#2450B8",
    accent_hover="#1B4199",
    accent_press="#153480",
    accent_text="#1F48A8",
    accent_tint="#E9EFFC",
    on_accent="#FFFFFF",
    danger="#B3261E",
    danger_tint="#FDEDEB",
    danger_line="#E9A8A2",
    warn="#855200",
    warn_tint="#FFF4DE",
    warn_line="#E5C07B",
    ok="#1C6B3C",
    ok_tint="#E7F4EB",
    ok_line="#A5D3B5",
    info="#1B5E86",
    info_tint="#E7F2F8",
    info_line="#A6CCE0",
    amber="#D9A441",
    hit="#FDEBC8",
    scroll="#C3CAD5",
    shadow="#220F172A",
    desk="#E7EAF0",
    paper="#FFFFFF",
    tip="#1F2633",
    tip_text="#F5F7FA",
    toast_link="#A3BDFF",
    scrim="#52171D2A",
)

DARK: Final = Scheme(
    window="#14171C",
    surface="#1B1F26",
    sunken="#171A20",
    raised="#242932",
    hover="#262C36",
    pressed="#303743",
    sel="#22355C",
    sel_line="#3C5A9A",
    line="#2B313B",
    line_strong="#3F4857",
    field="#717C8F",
    text="#E9ECF2",
    text2="#B7BFCC",
    text3="#98A2B2",
    disabled="#737D8E",
    accent="#3C69DB",
    accent_hover="#426EDE",
    accent_press="#3159C0",
    accent_text="#A3BDFF",
    accent_tint="#1F2C4B",
    on_accent="#FFFFFF",
    danger="#FF9E93",
    danger_tint="#3C2120",
    danger_line="#7E3B36",
    warn="#F0C069",
    warn_tint="#362A13",
    warn_line="#71582A",
    ok="#82D6A2",
    ok_tint="#183023",
    ok_line="#2F6446",
    info="#8FC9F0",
    info_tint="#172D3C",
    info_line="#2F5C78",
    amber="#C08E3A",
    hit="#5A4417",
    scroll="#4A5362",
    shadow="#66000000",
    desk="#0F1216",
    paper="#FFFFFF",
    tip="#E9ECF2",
    tip_text="#171D2A",
    toast_link="#1F48A8",
    scrim="#99000000",
)

SCHEMES: Final = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Swatch:
    """A category's colour: the badge's band under white words, and the small square in each scheme."""

    solid: str
    dark: str


CATEGORY: Final = {
    Category.GUEST: Swatch("#B3132B", "#FF9AA6"),
    Category.CONSULAR: Swatch("#1F3A68", "#A9BFE8"),
    Category.SPEAKER: Swatch("#6A3FA0", "#CDB0F5"),
    Category.DELEGATE: Swatch("#1F69AB", "#8CC4F5"),
    Category.OBSERVER: Swatch("#5C6470", "#B4BBC6"),
    Category.PRESS: Swatch("#A85500", "#F3B06A"),
    Category.STAFF: Swatch("#2E7D32", "#8BD28F"),
    Category.VOLUNTEER: Swatch("#00757F", "#6FD3DB"),
    Category.INTERPRETER: Swatch("#A02C6D", "#F3A2CC"),
    Category.SECURITY: Swatch("#2B2F36", "#D6DAE1"),
    Category.CREW: Swatch("#6B4423", "#D8B48F"),
}


@dataclass(frozen=True, slots=True)
class Track:
    """How sessions of one strand are drawn: the bar at the left, the fill and the words on it."""

    bar: str
    tint: str
    text: str


TRACKS: Final = {
    "light": {
        "plenary": Track("#2450B8", "#E8EEFC", "#1D3F92"),
        "a": Track("#0E7C74", "#E2F3F1", "#0B5A54"),
        "b": Track("#7A4BB5", "#F1EAFA", "#573186"),
        "c": Track("#A9690A", "#FBF1DF", "#73470A"),
        "d": Track("#B23A67", "#FBE9F0", "#862449"),
        "closed": Track("#566175", "#EDF0F4", "#3A4354"),
        "break": Track("#9AA4B4", "#F2F4F7", "#565F70"),
    },
    "dark": {
        "plenary": Track("#3C69DB", "#1E2B4C", "#B5C9FF"),
        "a": Track("#2AA197", "#13312F", "#86DDD4"),
        "b": Track("#9C6FD6", "#2D2141", "#D5BBF8"),
        "c": Track("#CC8A24", "#33270F", "#F0C885"),
        "d": Track("#D25C88", "#3B1E2A", "#FBAFC9"),
        "closed": Track("#7C879B", "#262C36", "#C3CAD6"),
        "break": Track("#6B7686", "#20252D", "#9FA9B8"),
    },
}

TONES: Final = ("danger", "warn", "ok", "info")
"""Words for what something means; each names a text colour, a tint and an edge."""

PALETTE_ROLES: Final = {
    "Window": "window",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "Button": "raised",
    "ButtonText": "text",
    "BrightText": "danger",
    "ToolTipBase": "tip",
    "ToolTipText": "tip_text",
    "PlaceholderText": "text3",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Light": "raised",
    "Midlight": "hover",
    "Mid": "line_strong",
    "Dark": "line",
    "Shadow": "window",
    "Link": "accent_text",
    "LinkVisited": "accent_text",
    "Accent": "accent",
}
"""QPalette roles; needed beside the sheet, since `setColorScheme` does nothing on some platforms."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
