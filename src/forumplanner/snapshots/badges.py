"""A batch of badges as it is printed: the forum's lines, one card a badge, and what stands on the back."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import Category
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class BadgeCard:
    """One badge. A blank for walk-ins has no name in any form.

    `words`: the category in words. `zh`, `latin`, `native`: forms of the name, "" where missing; `latin` is in the
    person's own order with the family name in capitals if known. `latin_first`: the Latin name is the large one.
    `post`: post and institution. `sort_key`: pinyin or plain Latin, for stacks in alphabetical order.
    """

    id: str
    token: str
    number: str
    category: Category
    words: Lines
    zh: str = ""
    latin: str = ""
    courtesy: str = ""
    suffix: str = ""
    native: str = ""
    native_language: str = ""
    post: Lines = ()
    country: Lines = ()
    latin_first: bool = False
    delegation: str = ""
    sort_key: str = ""

    @property
    def is_blank(self) -> bool:
        """A badge that becomes somebody's at the desk."""
        return not (self.zh or self.latin or self.native)


@dataclass(frozen=True, slots=True)
class BackLine:
    """One line of the day on a badge's back: minutes since midnight, title, place."""

    start: int | None
    title: Lines
    place: Lines
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class BackDay:
    """One conference day on a badge's back."""

    date: dt.date
    lines: tuple[BackLine, ...]


@dataclass(frozen=True, slots=True)
class BadgeBatch:
    """Badges of one forum.

    `place_date`: "Kunming · 14 November 2026". For the back: `phone` is the secretariat's, `country` (ISO 3166-1) where
    the forum is held, which decides the emergency numbers.
    """

    slug: str
    languages: Lines
    forum: Lines
    place_date: Lines
    edition: Edition
    accent: str
    phone: str
    country: str
    days: tuple[BackDay, ...]
    badges: tuple[BadgeCard, ...]
