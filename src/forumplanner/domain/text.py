"""LocalizedText: one text in several languages, each with a revision that tells which side needs review."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

ZH: Final = "zh-Hans"
EN: Final = "en"
DEFAULT_LANGUAGES: Final = (ZH, EN)
"""The usual ordered pair of a forum, as BCP 47 tags; any pair works."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language and the revision at which somebody last wrote or confirmed it."""

    text: str
    revision: int = 1


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """Text by BCP 47 tag. Frozen: every change makes a new value.

    A side whose revision is behind the newest needs review, since another side was edited after it.
    """

    wordings: Mapping[str, Wording] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Mapping[str, str | None] | None = None, /, **more: str | None) -> Self:
        """Make one from plain texts, all at the same revision: `LocalizedText.of({"zh-Hans": "茶歇", "en": "Tea"})`.

        Empty texts and None are left out; keyword names take `_` for `-` (`zh_Hans="茶歇"`).
        """
        given = {**(texts or {}), **{tag.replace("_", "-"): text for tag, text in more.items()}}
        return cls({tag: Wording(clean) for tag, text in given.items() if (clean := tidy(text or ""))})

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def __iter__(self) -> Iterator[str]:
        return iter(self.wordings)

    def __hash__(self) -> int:
        return hash(tuple(sorted((tag, w.text, w.revision) for tag, w in self.wordings.items())))

    def get(self, tag: str, default: str = "") -> str:
        """The text in exactly that language, or `default`."""
        wording = self.wordings.get(tag)
        return wording.text if wording else default

    def best(self, *tags: str) -> str:
        """The text in the first of `tags` that has one, else in any language, else ""."""
        for tag in (*tags, *self.wordings):
            if text := self.get(tag):
                return text
        return ""

    def lines(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """One text per tag, in that order; "" where there is none. The shape that papers take."""
        return tuple(self.get(tag) for tag in tags)

    def edited(self, tag: str, text: str) -> Self:
        """The same text with one side rewritten. Unchanged text changes nothing.

        The other sides then need review, unless this side was empty or itself due for review: to fill a gap or to
        follow the other side says nothing new.
        """
        clean = tidy(text)
        if clean == self.get(tag):
            return self
        wordings = dict(self.wordings)
        if clean:
            leads = tag in wordings and not self.needs_review(tag) and self._others(tag)
            wordings[tag] = Wording(clean, self._newest() + (1 if leads else 0))
        else:
            del wordings[tag]
        return type(self)(wordings)

    def confirmed(self, tag: str) -> Self:
        """The same text with one side declared right as it stands."""
        if tag not in self.wordings:
            return self
        return type(self)({**self.wordings, tag: Wording(self.get(tag), self._newest())})

    def needs_review(self, tag: str) -> bool:
        """True where another side was edited after this one."""
        wording = self.wordings.get(tag)
        return wording is not None and wording.revision < self._newest()

    def missing(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `tags` in which there is no text."""
        return tuple(tag for tag in tags if not self.get(tag))

    def _newest(self) -> int:
        return max((w.revision for w in self.wordings.values()), default=1)

    def _others(self, tag: str) -> bool:
        return any(other != tag for other in self.wordings)


def tidy(text: str) -> str:
    """Text as it is kept: NFC, no control characters but line breaks, no white space at the ends."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in normal if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"}).strip()


EMPTY: Final = LocalizedText()
