"""Suggestions for the missing side of a text: what a glossary or the same text elsewhere pairs it with."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Self

from forumplanner import paths
from forumplanner.domain.text import EN, ZH, LocalizedText, tidy

_BETWEEN = re.compile(r"\s*(?:[、；;]|(?<!\w)and(?!\w)|[，,])\s*")
_REMARK = re.compile(r"\s*[/(（].*")


class Glossary:
    """Pairs of texts, found by either side; the first pair of a text wins."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str, str], str] = {}

    @classmethod
    def of(cls, texts: Iterable[LocalizedText]) -> Self:
        """A glossary of those texts that have two sides or more, none of them due for review."""
        made = cls()
        for text in texts:
            made.add({tag: text.get(tag) for tag in text if not text.needs_review(tag)})
        return made

    def add(self, sides: Mapping[str, str]) -> None:
        """Learn one text in several languages."""
        for tag, text in sides.items():
            for other, wording in sides.items():
                if other != tag and text and wording:
                    self._pairs.setdefault((tag, _folded(text), other), wording)

    def suggest(self, text: LocalizedText, tag: str) -> str:
        """What `text` may be called in `tag`; "" where nothing is known.

        A list ("副院长、教授") is put together from its entries where each of them is known.
        """
        for other in text:
            if other == tag or text.needs_review(other):
                continue
            if found := self._find(text.get(other), other, tag):
                return found
        return ""

    def _find(self, text: str, tag: str, wanted: str) -> str:
        whole = self._pairs.get((tag, _folded(text), wanted), "")
        if whole:
            return whole
        entries = [self._pairs.get((tag, _folded(entry), wanted), "") for entry in _BETWEEN.split(text)]
        return ("、" if wanted.startswith("zh") else ", ").join(entries) if len(entries) > 1 and all(entries) else ""


@cache
def terms() -> tuple[LocalizedText, ...]:
    """The field's own terms in Chinese and English, from `resources/glossary`; of alternatives the first.

    >>> terms()[0].lines(("zh-Hans", "en"))
    ('主办单位', 'Host')
    """
    with paths.resource("glossary", "glossary.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(LocalizedText.of({ZH: _first(row["zh"]), EN: _first(row["en"])}) for row in rows)


def _first(alternatives: str) -> str:
    """Without what follows a slash or stands in brackets: "Deputy Director(-General)", "报到/签到"."""
    return _REMARK.sub("", alternatives)


def _folded(text: str) -> str:
    return " ".join(tidy(text).casefold().split())
