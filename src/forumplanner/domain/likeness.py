"""Who may stand in the directory twice: people compared in every form, order and script of their names.

Nothing here decides: a pair is a question to the secretary. Namesakes at different institutions with different contacts
are left in peace, and so are pairs that somebody declared to be two people.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from forumplanner.domain.likeness_grades import THRESHOLD, Reason, grade
from forumplanner.domain.likeness_traits import LatinName, Someone, Traits, traits_of

__all__ = ["Likely", "Reason", "Someone", "Twins", "likely_twins", "pairs"]

_STEP: Final = 200
_SHARED: Final = 2
"""A phone or mailbox of more people than this is an office's; it says nothing about who is who."""

_CROWDED: Final = 60
"""A key that more people share tells nothing: no name is that frequent at one place."""

_ANYWHERE: Final = ""
_RARE: Final = 12
"""At most so many people share a part of a name that is looked for at any institution."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two people who may be one, by their ids, the smaller first; `score` from 0.75 to 1; `reasons` for and against."""

    first: str
    second: str
    score: float
    reasons: tuple[Reason, ...]


def pairs(
    people: Sequence[Someone],
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    apart: Collection[Pair] = (),
) -> tuple[Likely, ...]:
    """All pairs that may be one person, the likeliest first; `apart`: pairs of ids that are two, whatever their order.

    `progress(done, of)` is called every 200 people; what it raises goes on. Where `cancelled()` says so, the search
    ends with nothing.
    """
    two = {frozenset(pair) for pair in apart}
    known: list[Traits] = []
    for n, person in enumerate(people):
        if not _goes_on(n, 2 * len(people), progress, cancelled):
            return ()
        known.append(traits_of(person))
    known = _without_offices(known)
    found = []
    for n, (one, others) in enumerate(_candidates(known)):
        if not _goes_on(len(people) + n, 2 * len(people), progress, cancelled):
            return ()
        found += [likely for other in others if (likely := _compared(one, other, two))]
    return tuple(sorted(found, key=lambda likely: (-likely.score, likely.first, likely.second)))


class Twins:
    """Everybody made comparable once, to be asked about one person after the other, as while a name is typed."""

    def __init__(self, people: Iterable[Someone]) -> None:
        self._groups: defaultdict[tuple[str, ...], list[Traits]] = defaultdict(list)
        for one in _without_offices([traits_of(person) for person in people]):
            for key in set(_keys(one)):
                self._groups[key].append(one)

    def of(self, person: Someone) -> tuple[Likely, ...]:
        """Those who may be this person, the likeliest first."""
        mine = traits_of(person)
        others = {one.id: one for key in set(_keys(mine)) for one in self._groups.get(key, ()) if one.id != mine.id}
        found = (_compared(mine, other, set()) for other in others.values())
        return tuple(sorted(filter(None, found), key=lambda likely: (-likely.score, likely.first, likely.second)))


def likely_twins(person: Someone, people: Iterable[Someone]) -> tuple[Likely, ...]:
    """Those of `people` who may be this person, the likeliest first; for one question, `Twins` for many."""
    return Twins(people).of(person)


def _goes_on(
    done: int, of: int, progress: Callable[[int, int], object] | None, cancelled: Callable[[], bool] | None
) -> bool:
    if done % _STEP:
        return True
    if progress:
        progress(done, of)
    return not (cancelled and cancelled())


def _compared(one: Traits, other: Traits, apart: set[frozenset[str]]) -> Likely | None:
    if frozenset((one.id, other.id)) in apart:
        return None
    result = grade(one, other)
    if result.score < THRESHOLD:
        return None
    first, second = sorted((one.id, other.id))
    return Likely(first, second, result.score, result.reasons)


def _without_offices(known: list[Traits]) -> list[Traits]:
    """Without phones and mailboxes that more than two people give: those of their office."""
    phones = Counter(one.phone for one in known)
    mails = Counter(mail for one in known for mail in one.emails)
    return [
        replace(
            one,
            phone=one.phone if phones[one.phone] <= _SHARED else "",
            emails=frozenset(mail for mail in one.emails if mails[mail] <= _SHARED),
        )
        for one in known
    ]


def _candidates(known: list[Traits]) -> Iterator[tuple[Traits, list[Traits]]]:
    """Everybody with those after them who share a key, so that each pair is looked at once."""
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, one in enumerate(known):
        for key in set(_keys(one)):
            groups[key].append(n)
    others: defaultdict[int, set[int]] = defaultdict(set)
    for key, group in groups.items():
        if 1 < len(group) <= (_RARE if key[:2] == ("part", _ANYWHERE) else _CROWDED):
            for first, second in combinations(group, 2):
                others[first].add(second)
    for n, one in enumerate(known):
        yield one, [known[other] for other in others[n]]


def _keys(one: Traits) -> Iterator[tuple[str, ...]]:
    """What two people must share, one of them at least, to be compared at all."""
    yield from (("zh", zh) for zh in one.zh)
    yield from (("turn", turn) for turn in one.sounds)
    yield from (("native", native) for native in one.native)
    if one.phone:
        yield "phone", one.phone
    yield from (("mail", mail) for mail in one.emails)
    for name in one.latin:
        yield from (("turn", turn) for turn in name.turns)
        yield "words", *name.ordered
        yield from _parts_at_home(one, name)


def _parts_at_home(one: Traits, name: LatinName) -> Iterator[tuple[str, ...]]:
    """A word of the name with the first letter of another, for initials and parts left out.

    At each institution, and anywhere for names that few share: lists may hold one institution twice.
    """
    places = {_ANYWHERE, *(one.institutions or one.houses)}
    for word in name.words:
        for other in name.words:
            if len(word) > 1 and other is not word:
                yield from (("part", place, word, other[0]) for place in places)
