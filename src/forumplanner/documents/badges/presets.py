"""Badge sizes as data: where each part of a badge lies (mm from the top left of the trim) and how large it is set (pt).

All sizes share one anatomy: head, name, post and country, colour band with a word, QR code. One left edge for all.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Final, NamedTuple

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _


class NoSuchPreset(PlannerError):
    """A badge size that is not among the presets."""


class Box(NamedTuple):
    """A box in mm from the top left."""

    x: float
    y: float
    width: float
    height: float


class Range(NamedTuple):
    """The largest and the smallest size of a text, in points."""

    most: float
    least: float


@dataclass(frozen=True, slots=True)
class Preset:
    """One size of badge.

    `wide`: the code stands on the white beside the name, and the band holds one line. `country_zh` is 0 where the
    country stands in the line of the post. `rule`: y of the line under the head, 0 for none. `tile`: the white
    square around the code.
    """

    code: str
    width: float
    height: float
    side: float
    logo: Box
    head_zh: float
    head_en: float
    rule: float
    name: Box
    zh_name: Range
    latin_under: Range
    latin_name: Range
    native: float
    zh_line: float
    courtesy: float
    details: Box
    post_zh: float
    post_en: float
    country_zh: float
    country_en: float
    floor_en: float
    band: Box
    word_zh: float
    word_en: float
    number: float
    tile: Box
    qr: float
    wide: bool = False
    has_back: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, mm."""
        return self.width, self.height


_LARGE = Preset(
    code="90x130",
    width=90,
    height=130,
    side=6,
    logo=Box(6, 11, 11, 11),
    head_zh=10.2,
    head_en=7.2,
    rule=25.4,
    name=Box(6, 30, 78, 44),
    zh_name=Range(54, 30),
    latin_under=Range(19, 11),
    latin_name=Range(34, 16),
    native=13,
    zh_line=16,
    courtesy=11.5,
    details=Box(6, 76.4, 78, 21),
    post_zh=9.6,
    post_en=8,
    country_zh=10.5,
    country_en=8.6,
    floor_en=8,
    band=Box(0, 100, 90, 30),
    word_zh=24,
    word_en=11.5,
    number=7.4,
    tile=Box(61.4, 102.7, 24.6, 24.6),
    qr=17.8,
    has_back=True,
)
_A6 = Preset(
    code="A6",
    width=105,
    height=148,
    side=7,
    logo=Box(7, 12.5, 12.5, 12.5),
    head_zh=11.6,
    head_en=8.2,
    rule=29,
    name=Box(7, 34, 91, 50),
    zh_name=Range(62, 34),
    latin_under=Range(22, 12),
    latin_name=Range(39, 18),
    native=14.8,
    zh_line=18,
    courtesy=13,
    details=Box(7, 87, 91, 24),
    post_zh=11,
    post_en=9,
    country_zh=12,
    country_en=9.8,
    floor_en=8,
    band=Box(0, 114, 105, 34),
    word_zh=27,
    word_en=13,
    number=7.4,
    tile=Box(74, 117.5, 27, 27),
    qr=19.6,
    has_back=True,
)
_A7 = Preset(
    code="A7",
    width=74,
    height=105,
    side=5,
    logo=Box(5, 8, 9, 9),
    head_zh=8.6,
    head_en=6.2,
    rule=19.6,
    name=Box(5, 22.6, 64, 36),
    zh_name=Range(46, 26),
    latin_under=Range(16, 10),
    latin_name=Range(28, 13),
    native=11,
    zh_line=13.4,
    courtesy=9.6,
    details=Box(5, 60, 64, 18),
    post_zh=8.6,
    post_en=7.2,
    country_zh=9,
    country_en=7.4,
    floor_en=6.5,
    band=Box(0, 80, 74, 25),
    word_zh=19,
    word_en=9.6,
    number=7.4,
    tile=Box(49, 82, 21, 21),
    qr=15.2,
)
_INCHES = Preset(
    code="101.6x76.2",
    width=101.6,
    height=76.2,
    side=6,
    logo=Box(6, 8, 8.5, 8.5),
    head_zh=9,
    head_en=6.8,
    rule=0,
    name=Box(6, 18, 67, 25.6),
    zh_name=Range(42, 24),
    latin_under=Range(14, 9),
    latin_name=Range(24, 13),
    native=9.4,
    zh_line=11.5,
    courtesy=8.2,
    details=Box(6, 44, 67, 14),
    post_zh=9,
    post_en=7.6,
    country_zh=8.8,
    country_en=7.2,
    floor_en=6.5,
    band=Box(0, 60.2, 101.6, 16),
    word_zh=18,
    word_en=11,
    number=7.4,
    tile=Box(74.7, 33.3, 22, 22),
    qr=15.9,
    wide=True,
)
_CARD = Preset(
    code="CR80",
    width=85.6,
    height=54,
    side=5,
    logo=Box(5, 5, 7, 7),
    head_zh=7.6,
    head_en=5.8,
    rule=0,
    name=Box(5, 13.4, 55, 18.6),
    zh_name=Range(32, 20),
    latin_under=Range(12, 8),
    latin_name=Range(19, 11),
    native=8,
    zh_line=10,
    courtesy=7,
    details=Box(5, 31, 55, 9.4),
    post_zh=7.6,
    post_en=6.6,
    country_zh=0,
    country_en=0,
    floor_en=6,
    band=Box(0, 42, 85.6, 12),
    word_zh=14,
    word_en=9,
    number=7,
    tile=Box(61.7, 20.1, 19.5, 19.5),
    qr=14.1,
    wide=True,
)


def _stretched(base: Preset, code: str, *, width: float, height: float) -> Preset:
    """The same anatomy on another size: boxes follow the trim, type and code the smaller of both factors."""
    across, down = width / base.width, height / base.height
    type_factor = min(across, down)
    values: dict[str, Any] = {}
    for field in fields(base):
        value = getattr(base, field.name)
        if isinstance(value, Box):
            values[field.name] = Box(value.x * across, value.y * down, value.width * across, value.height * down)
        elif isinstance(value, Range):
            values[field.name] = Range(round(value.most * type_factor), round(value.least * type_factor))
    qr = base.qr * type_factor
    side = base.tile.width * type_factor
    tile = Box(width - base.width * across + values["tile"].x, values["tile"].y, side, side)
    values |= {"tile": tile, "logo": values["logo"]._replace(width=values["logo"].height)}
    return replace(
        base, code=code, width=width, height=height, side=base.side * across, rule=base.rule * down, qr=qr, **values
    )


PRESETS: Final[dict[str, Preset]] = {
    preset.code: preset
    for preset in (
        _LARGE,
        _A6,
        _A7,
        _CARD,
        _stretched(_CARD, "90x54", width=90, height=54),
        _INCHES,
        _stretched(_A6, "101.6x152.4", width=101.6, height=152.4),
    )
}
"""Sizes in the order in which they are offered; the first is the commonest in China."""


def preset_of(code: str) -> Preset:
    """The preset of that code; raises `NoSuchPreset`."""
    if code not in PRESETS:
        raise NoSuchPreset(
            _("There is no badge size “{code}”; choose one of {codes}.", code=code, codes=", ".join(PRESETS))
        )
    return PRESETS[code]
