"""Name rules by culture, as named presets: which part comes first, how a person is addressed, sorted, capitalised.

The presets follow the usual practice of conferences in the region; a person may follow another one (`PersonName.rule`),
and whatever a record says of itself (parts, order, form of address) goes before its rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.domain.text import EN, ZH


class CallBy(StrEnum):
    """Which part of a name stands behind the title in a form of address."""

    FAMILY = "family"
    FIRST = "first"
    LAST = "last"
    BEFORE_FATHER = "before_father"
    NOT_INITIALS = "not_initials"
    FULL = "full"


class SortBy(StrEnum):
    """What Latin names are listed by."""

    FAMILY = "family"
    LAST = "last"
    WRITTEN = "written"
    NOT_INITIALS = "not_initials"


class NameStyle(StrEnum):
    """How a paper writes the family part of a Latin name: CHEN Guoqiang or Chen Guoqiang."""

    CAPITALS = "capitals"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class NameRule:
    """One preset. `countries`: where it is the usual one (ISO 3166-1 alpha-2). `order`: how names are written there.

    `has_family`: whether a part of the name is a family name, which papers may set in capitals. `prefixes`: words in
    front that lists leave aside (lower case). `words`: what the preset is called; `watch`: what to mind; by language.
    """

    code: str
    countries: tuple[str, ...]
    order: NameOrder
    call_by: CallBy
    sort_by: SortBy
    words: Mapping[str, str]
    watch: Mapping[str, str]
    has_family: bool = True
    prefixes: frozenset[str] = frozenset()
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class NameParts:
    """A Latin name as its rule reads it, titles aside; `family` is "" where there is none, or none is known."""

    family: str
    given: str
    called: str


_FIRST, _LAST, _AS_WRITTEN = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST, NameOrder.AS_WRITTEN
_MUHAMMAD: Final = frozenset({"md", "md.", "mohd", "mohd.", "muhammad", "mohammad", "mohammed", "mst", "mst.", "most."})


def _words(zh: str, en: str) -> dict[str, str]:
    return {ZH: zh, EN: en}


RULES: Final[tuple[NameRule, ...]] = (
    NameRule(
        "chinese",
        ("CN",),
        _FIRST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("中国", "China"),
        _words(
            "姓在前，称“姓＋职衔”（Prof. Chen）。注意复姓；拼音 ü 在护照上写作 YU。",
            "Family name first; address by family name (Prof. Chen). Mind compound surnames; ü is YU in passports.",
        ),
    ),
    NameRule(
        "chinese_own",
        ("HK", "MO", "TW", "SG"),
        _FIRST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("港澳台及海外华人", "Hong Kong, Macao, Taiwan, overseas Chinese"),
        _words(
            "姓在前；外文拼写各有习惯，不按普通话拼音推测，请向本人核对。",
            "Family name first. Spelling is the person's own, never guessed from pinyin; ask for it.",
        ),
    ),
    NameRule(
        "vietnamese",
        ("VN",),
        _FIRST,
        CallBy.LAST,
        SortBy.LAST,
        _words("越南", "Viet Nam"),
        _words(
            "姓—垫名—名；称“职衔＋名”（Prof. Hùng），不称姓。四成人姓阮，声调符号不可丢。",
            "Family, middle, given. Address by the given name, which stands last (Prof. Hùng), never by the family "
            "name: four in ten are Nguyễn. Keep the diacritics.",
        ),
    ),
    NameRule(
        "thai",
        ("TH", "LA"),
        _LAST,
        CallBy.FIRST,
        SortBy.WRITTEN,
        _words("泰国、老挝", "Thailand, Lao PDR"),
        _words(
            "名在前，称“职衔＋名”（Dr. Sanya）。姓名较长；学衔 Asst./Assoc. Prof. 与爵衔 M.L./M.R. 写在头衔栏。",
            "Given name first; address by it (Dr. Sanya). Names are long; Asst./Assoc. Prof. and M.L./M.R. are titles.",
        ),
    ),
    NameRule(
        "burmese",
        ("MM",),
        _AS_WRITTEN,
        CallBy.FULL,
        SortBy.WRITTEN,
        _words("缅甸", "Myanmar"),
        _words(
            "没有姓，称全名，按首音节排序。U、Daw、Ko、Ma 是称呼，不是名字；Oo 是名字的一部分。",
            "No family name: address by the full name, sort by its first syllable. U, Daw, Ko, Ma are forms of "
            "address, not names; Oo is part of a name.",
        ),
        has_family=False,
    ),
    NameRule(
        "khmer",
        ("KH",),
        _FIRST,
        CallBy.FULL,
        SortBy.FAMILY,
        _words("柬埔寨", "Cambodia"),
        _words(
            "姓在前，称全名；外文名单里姓名常被颠倒，请核对。",
            "Family name first; address by the full name. Latin lists often turn it round: check the order.",
        ),
    ),
    NameRule(
        "malay",
        ("MY", "BN"),
        _AS_WRITTEN,
        CallBy.BEFORE_FATHER,
        SortBy.WRITTEN,
        _words("马来西亚（马来人）", "Malaysia (Malay)"),
        _words(
            "本名＋bin/binti＋父名，没有姓；称本名。Dato’、Datuk、Tan Sri 与 Prof. 可以叠用，不可省。"
            "华裔、泰米尔人另选规则。",
            "Given name, bin or binti, father's name: no family name, address by the given name. Dato’, Datuk, Tan Sri "
            "and Prof. stack and none is dropped. Malaysian Chinese and Tamils follow other rules.",
        ),
        has_family=False,
        stacked=True,
    ),
    NameRule(
        "indonesian",
        ("ID", "TL"),
        _AS_WRITTEN,
        CallBy.FIRST,
        SortBy.WRITTEN,
        _words("印度尼西亚", "Indonesia"),
        _words(
            "常为单名，没有姓；称第一个名字。护照上单名会重复写两遍。",
            "Often a single name and no family name; address by the first. A passport repeats a single name.",
        ),
        has_family=False,
    ),
    NameRule(
        "bangladeshi",
        ("BD",),
        _AS_WRITTEN,
        CallBy.LAST,
        SortBy.WRITTEN,
        _words("孟加拉国", "Bangladesh"),
        _words(
            "没有固定的姓；Md.、Mst. 是前缀，称常用名（多在最后）。正式场合写全名。",
            "No fixed family name; Md. and Mst. are prefixes. Address by the calling name, often the last; write the "
            "name in full.",
        ),
        has_family=False,
        prefixes=_MUHAMMAD,
    ),
    NameRule(
        "pakistani",
        ("PK", "AF"),
        _AS_WRITTEN,
        CallBy.FULL,
        SortBy.WRITTEN,
        _words("巴基斯坦、阿富汗", "Pakistan, Afghanistan"),
        _words(
            "没有固定顺序，Muhammad 常作前缀，末尾可能是父名或夫名；称全名。Prof. Dr. 连用。",
            "No fixed order; Muhammad is often a prefix, the last part may be a father's or husband's name: address by "
            "the full name. Prof. Dr. are used together.",
        ),
        has_family=False,
        prefixes=_MUHAMMAD,
        stacked=True,
    ),
    NameRule(
        "indian",
        ("IN",),
        _LAST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("印度", "India"),
        _words(
            "各地不同：多数名在前、姓在后；首字母缩写请向本人问清全称。",
            "Varies by region: mostly given name first, family name last. Ask what initials stand for.",
        ),
    ),
    NameRule(
        "tamil",
        (),
        _AS_WRITTEN,
        CallBy.NOT_INITIALS,
        SortBy.NOT_INITIALS,
        _words("泰米尔人", "Tamil"),
        _words(
            "父名缩写＋本名，没有姓；称本名（Dr. Sivakumar）。",
            "Initials of the father, then the own name; no family name. Address by the own name (Dr. Sivakumar).",
        ),
        has_family=False,
    ),
    NameRule(
        "sri_lankan",
        ("LK",),
        _LAST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("斯里兰卡", "Sri Lanka"),
        _words(
            "常写作首字母缩写＋姓；缩写请向本人问清全称。",
            "Often initials and the last name; ask what the initials stand for.",
        ),
    ),
    NameRule(
        "nepali",
        ("NP",),
        _LAST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("尼泊尔", "Nepal"),
        _words(
            "名（中间常有 Bahadur、Prasad）在前，姓在后；称姓。",
            "Given name, often with Bahadur or Prasad in the middle, then family name; address by family name.",
        ),
    ),
    NameRule(
        "two_given",
        ("BT", "MV"),
        _AS_WRITTEN,
        CallBy.FIRST,
        SortBy.WRITTEN,
        _words("不丹、马尔代夫", "Bhutan, Maldives"),
        _words(
            "两个名字或本名＋父名，一般没有姓；称第一个。",
            "Two given names, or the own and the father's: rarely a family name. Address by the first.",
        ),
        has_family=False,
    ),
    NameRule(
        "russian",
        ("RU", "BY", "KZ", "KG", "TJ", "TM", "UZ"),
        _LAST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("俄罗斯、中亚", "Russia, Central Asia"),
        _words(
            "名—父称—姓，俄文名单姓在前；称“职衔＋姓”。中文译名按俄文音译。",
            "Given name, patronymic, family name (Russian lists put the family name first); address by family name. "
            "The Chinese form follows the Russian sound.",
        ),
    ),
    NameRule(
        "usual",
        (),
        _LAST,
        CallBy.FAMILY,
        SortBy.FAMILY,
        _words("其他国家", "Other countries"),
        _words("名在前，姓在后；称“职衔＋姓”。", "Given name first, family name last; address by family name."),
    ),
)
"""All presets; the last one serves every country that no other names."""

_BY_CODE: Final = {rule.code: rule for rule in RULES}
_BY_COUNTRY: Final = {country: rule for rule in RULES for country in rule.countries}


def rule_for(name: PersonName, country: str) -> NameRule:
    """The rule that a person follows: their own, else that of the country, else the usual one.

    A code of a newer program counts as none. Without a country a Chinese name without a middle dot is Chinese.
    """
    own = _BY_CODE.get(name.rule) or _BY_COUNTRY.get(country)
    if own:
        return own
    chinese = not country and 0 < len(name.zh) <= 4 and "·" not in name.zh and not name.native
    return _BY_CODE["chinese" if chinese else "usual"]


def rule_of(code: str) -> NameRule | None:
    """The preset of that code."""
    return _BY_CODE.get(code)


def styled(name: PersonName, style: NameStyle) -> PersonName:
    """The name so that every paper writes it in that style; capitals are how a name writes itself anyway."""
    if style is NameStyle.CAPITALS or not name.family:
        return name
    return replace(name, latin=_in_order(name), family="", given="", order=NameOrder.AS_WRITTEN)


def _in_order(name: PersonName) -> str:
    if name.order is NameOrder.AS_WRITTEN or not name.given:
        return name.latin
    first, last = (name.family, name.given) if name.order is NameOrder.FAMILY_FIRST else (name.given, name.family)
    return f"{first} {last}"
