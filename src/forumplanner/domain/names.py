"""PersonName: a person's name in each form that papers need, with no forced split into first and last."""

import re
import unicodedata
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Self

_DOTS = re.compile(r"\s*[·•・‧∙⋅]\s*")
_HAN_HYPHEN = re.compile(r"(?<=[\u3400-\u9fff])\s*[-－‐–]\s*(?=[\u3400-\u9fff])")
HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


class NameOrder(StrEnum):
    """Which part of a Latin name comes first when it is written."""

    AS_WRITTEN = "as_written"
    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


@dataclass(frozen=True, slots=True)
class PersonName:
    """Every form is optional, since real lists lack some for weeks; a form that a paper needs and lacks is a finding.

    zh: Chinese name or Chinese rendering, kept without spaces. latin: as in the passport, in its written order.
    native: in the person's own script, `native_language` its BCP 47 tag. family, given: parts of `latin`, optional
    (mononyms exist). address_zh, address_en: short forms ("Prof. Chen", "Dr. Sanya"). courtesy_en: "Prof. Dr.".
    rule: code of the name rules that this person follows, "" for those of the country.
    """

    zh: str = ""
    latin: str = ""
    native: str = ""
    native_language: str = ""
    family: str = ""
    given: str = ""
    courtesy_zh: str = ""
    courtesy_en: str = ""
    suffix_en: str = ""
    address_zh: str = ""
    address_en: str = ""
    pronunciation: str = ""
    order: NameOrder = NameOrder.AS_WRITTEN
    latin_first: bool = False
    rule: str = ""
    zh_confirmed: bool = False
    latin_confirmed: bool = False
    native_confirmed: bool = False

    def to_json(self) -> dict[str, Any]:
        """The fields that differ from their default, for the database and the journal."""
        changed = {name: value for name, value in asdict(self).items() if value != _DEFAULTS[name]}
        return {name: str(value) if isinstance(value, StrEnum) else value for name, value in changed.items()}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The reverse of `to_json`; unknown fields are of a newer program and are refused by the file's version."""
        order = NameOrder(values.get("order", NameOrder.AS_WRITTEN))
        return cls(**{**values, "order": order})

    def tidied(self) -> Self:
        """The same name with every form as it is kept: see `tidy_zh`, `tidy_latin`."""
        return replace(
            self,
            zh=tidy_zh(self.zh),
            latin=tidy_latin(self.latin),
            native=tidy_latin(self.native),
            family=tidy_latin(self.family),
            given=tidy_latin(self.given),
        )

    def shown(self, *languages: str) -> str:
        """The form to show to a reader of the first of `languages` that has one; never empty where there is a name."""
        for tag in languages:
            if text := (self.zh if tag.startswith("zh") else self.latin):
                return text
        return self.zh or self.latin or self.native

    def latin_with_capitals(self) -> str:
        """The Latin name with its family part in capitals, in the person's order: "CHEN Guoqiang"."""
        if not self.family:
            return self.latin
        capitals = self.family.upper()
        if self.order is NameOrder.AS_WRITTEN or not self.given:
            return re.sub(rf"(?<!\w){re.escape(self.family)}(?!\w)", lambda _: capitals, self.latin, count=1)
        first, last = (capitals, self.given) if self.order is NameOrder.FAMILY_FIRST else (self.given, capitals)
        return f"{first} {last}"

    def formal_en(self) -> str:
        """Courtesy title, Latin name, suffix: "Prof. Dr. SHEN Yanqiu, JP"."""
        name = " ".join(filter(None, (self.courtesy_en, self.latin_with_capitals())))
        return f"{name}, {self.suffix_en}" if self.suffix_en and name else name


_DEFAULTS = asdict(PersonName())


def tidy_zh(text: str) -> str:
    """A Chinese name as it is kept: no spaces between Han characters, one middle dot U+00B7 between foreign parts."""
    name = _HAN_HYPHEN.sub("·", _DOTS.sub("·", unicodedata.normalize("NFC", text).strip()))
    return re.sub(r"(?<=[^\x00-\x7f])[\s\u3000]+(?=[^\x00-\x7f])", "", name)


def tidy_latin(text: str) -> str:
    """A name in another script as it is kept: NFC, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
