"""Which people the list shows: a value that chips change and that links from other pages name in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.snapshots.people import PersonLine

NOBODY_ASKED = "none"
"""The reply of people for whom none is recorded, in a link."""

Test = Callable[[PersonLine], bool]

WAITING = frozenset({InvitationStatus.SENT, InvitationStatus.RECEIVED})
"""Invited, and not answered yet."""


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What a row must have; an empty set or "" asks for nothing. `replies` may hold None: nothing recorded."""

    categories: frozenset[Category] = frozenset()
    replies: frozenset[InvitationStatus | None] = frozenset()
    modes: frozenset[Mode] = frozenset()
    country: str | None = None
    incomplete: bool = False

    @classmethod
    def of_link(cls, target: str) -> Self | None:
        """The filter that a link asks for ("category:guest", "reply:waiting", "country:TH"); None for an id."""
        kind, found, value = target.partition(":")
        made: dict[str, Callable[[], Self]] = {
            "category": lambda: cls(categories=frozenset({Category(value)})),
            "reply": lambda: cls(replies=_replies(value)),
            "mode": lambda: cls(modes=frozenset({Mode(value)})),
            "country": lambda: cls(country=value),
            "incomplete": lambda: cls(incomplete=True),
            "all": cls,
        }
        return made[kind]() if kind in made and (found or kind in {"incomplete", "all"}) else None

    def number(self) -> int:
        """How many conditions it makes."""
        return sum(map(bool, (self.categories, self.replies, self.modes, self.country is not None, self.incomplete)))

    def keep(self) -> Test | None:
        """A quick test for a row; None where everything is kept."""
        tests = self._tests()
        if not tests:
            return None
        if len(tests) == 1:
            return tests[0]
        return lambda row: all(test(row) for test in tests)

    def _tests(self) -> list[Test]:
        tests: list[Test] = []
        if categories := self.categories:
            tests.append(lambda row: row.here and row.category in categories)
        if replies := self.replies:
            tests.append(lambda row: row.here and row.status in replies)
        if modes := self.modes:
            tests.append(lambda row: row.mode in modes)
        if self.country is not None:
            country = self.country
            tests.append(lambda row: row.country == country)
        if self.incomplete:
            tests.append(lambda row: bool(row.gaps))
        return tests

    def with_category(self, category: Category, *, on: bool) -> Self:
        """With or without a category."""
        return replace(self, categories=self.categories | {category} if on else self.categories - {category})

    def with_reply(self, reply: InvitationStatus | None, *, on: bool) -> Self:
        """With or without a reply."""
        return replace(self, replies=self.replies | {reply} if on else self.replies - {reply})

    def with_mode(self, mode: Mode, *, on: bool) -> Self:
        """With or without a way of taking part."""
        return replace(self, modes=self.modes | {mode} if on else self.modes - {mode})


def starts(query: str) -> Test | None:
    """One or two letters must begin a word, a name or its initials: "s" alone stands inside too many."""
    short = [word for word in fold(query).split() if len(word) < 3]
    if not short:
        return None
    marks = [(f"\n{word}", f" {word}") for word in short]

    def keeps(row: PersonLine) -> bool:
        names = row.keys.partition("\t")[0]
        return all(first in names or inner in names for first, inner in marks)

    return keeps


def both(one: Test | None, other: Test | None) -> Test | None:
    """Both tests, as far as there are two."""
    if one is None or other is None:
        return one or other
    return lambda row: one(row) and other(row)


def _replies(value: str) -> frozenset[InvitationStatus | None]:
    if value == "waiting":
        return WAITING
    return frozenset({None if value == NOBODY_ASKED else InvitationStatus(value)})
