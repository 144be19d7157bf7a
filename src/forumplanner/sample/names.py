"""Invented people's names, composed of parts that go together: own script, passport spelling and Chinese rendering."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from random import Random
from typing import Any

from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.sample.tables import table

_SECOND_LISTS = {"LK": ("LK", "LK", "LK-ta"), "RU": ("RU", "RU-f")}
"""Countries with two lists of names: every third Sri Lankan is a Tamil, every second Russian a woman."""

_Parts = tuple[str, str, str]
"""Passport spelling, own script, Chinese rendering."""


class NameSource:
    """Gives one name after another; the same source asked in the same way gives the same names.

    A name comes twice only after all of its country's combinations have been used.
    """

    def __init__(self, random: Random, *, taken: Iterable[str] = ()) -> None:
        """`taken`: passport spellings that are not to be given."""
        self._random = random
        self._taken = frozenset(taken)
        self._asked: Counter[str] = Counter()
        self._shuffled: dict[str, list[tuple[_Parts, _Parts]]] = {}
        self._chinese: set[str] = set()

    def next(self, country: str) -> PersonName:
        """The next name of a country (ISO 3166-1 alpha-2)."""
        if country == "CN":
            return self._next_chinese()
        number = self._asked[country]
        self._asked[country] += 1
        lists = _SECOND_LISTS.get(country, (country,))
        of = lists[number % len(lists)]
        pairs = self._pairs(of)
        first, last = pairs[self._asked["/" + of] % len(pairs)]
        self._asked["/" + of] += 1
        return _composed(table("names")[of], first, last, number).tidied()

    def _pairs(self, of: str) -> list[tuple[_Parts, _Parts]]:
        if of not in self._shuffled:
            names = table("names")[of]
            pairs = list(product(map(_parts, names["first"]), map(_parts, names["last"])))
            self._random.shuffle(pairs)
            self._shuffled[of] = [pair for pair in pairs if f"{pair[0][0]} {pair[1][0]}" not in self._taken]
        return self._shuffled[of]

    def _next_chinese(self) -> PersonName:
        names = table("names")["CN"]
        while True:
            family_zh, family = self._random.choice(names["last"]).split("|")
            given = [part.split("|") for part in self._random.sample(names["first"], self._random.choice((1, 2, 2, 2)))]
            zh = family_zh + "".join(part[0] for part in given)
            if zh not in self._chinese or self._random.random() < 0.02:
                self._chinese.add(zh)
                return chinese_name(zh, f"{family} {''.join(part[1] for part in given).capitalize()}")


def chinese_name(zh: str, latin: str) -> PersonName:
    """A Chinese name; its passport spelling has the family name first: "Ouyang Ruoshui"."""
    family, given = latin.split(" ", 1)
    return PersonName(
        zh=zh,
        latin=latin,
        family=family,
        given=given,
        order=NameOrder.FAMILY_FIRST,
        zh_confirmed=True,
        latin_confirmed=True,
    )


def _parts(text: str) -> _Parts:
    latin, native, zh = text.split("|")
    return latin, native, zh


def _composed(names: dict[str, Any], first: _Parts, last: _Parts, number: int) -> PersonName:
    """Put two parts together as the country does; `number` decides about mononyms."""
    shape, tag = names["shape"], names["language"]
    if shape == "mononyms" and number % 3 == 0:
        return PersonName(zh=last[2], latin=last[0])
    if shape == "whole":  # Myanmar: no family name, written without spaces
        return PersonName(
            zh=first[2] + last[2], latin=f"{first[0]} {last[0]}", native=first[1] + last[1], native_language=tag
        )
    if shape.startswith("family_first"):
        joint = "" if shape.endswith("joined") else "·"
        return PersonName(
            zh=last[2] + joint + first[2],
            latin=f"{last[0]} {first[0]}",
            native=f"{last[1]} {first[1]}",
            native_language=tag,
            family=last[0],
            given=first[0],
            order=NameOrder.FAMILY_FIRST,
        )
    native = f"{first[1]} {last[1]}".strip()
    split = shape == "given_first"  # elsewhere a "last name" is the name one is called by, not a family name
    return PersonName(
        zh=f"{first[2]}·{last[2]}",
        latin=f"{first[0]} {last[0]}",
        native=native,
        native_language=tag if native else "",
        family=last[0] if split else "",
        given=first[0] if split else "",
        order=NameOrder.GIVEN_FIRST if split else NameOrder.AS_WRITTEN,
    )
