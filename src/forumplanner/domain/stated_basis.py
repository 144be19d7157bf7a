"""The basis of numbers in words: who is counted, which countries, what was rounded, and what is in no number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.press_line import regions
from forumplanner.domain.rounding import digits, floored
from forumplanner.domain.statistics import Counting, Counts, Measure, Presence
from forumplanner.i18n import count_in_language, in_language, nearest


@dataclass(frozen=True, slots=True)
class Note:
    """One part of the basis; `measure`: the number whose rows it speaks of."""

    words: str
    measure: Measure | None = None


def basis(counts: Counts, tag: str) -> str:
    """All parts in one line: "Counted: those who came, without staff, ...; 12 countries including China"."""
    parts = [note.words for note in notes(counts, tag)]
    return in_language(tag, "Counted: {basis}.", basis=("；" if nearest(tag) == "zh-Hans" else "; ").join(parts))


def notes(counts: Counts, tag: str) -> tuple[Note, ...]:
    """The parts, the ones that everybody needs first."""
    found = [Note(_who(counts, tag), Measure.PEOPLE)]
    if not counts.number(Measure.PEOPLE):
        found.append(Note(in_language(tag, "nobody counts by that yet"), Measure.PEOPLE))
    if counts.number(Measure.COUNTRIES) or counts.host_here:
        found.append(Note(_countries(counts, tag), Measure.COUNTRIES))
    if places := regions(counts, tag):
        words = in_language(tag, "{places} named beside the countries, not among them", places=places)
        found.append(Note(words, Measure.REGION_PEOPLE))
    people = counts.number(Measure.PEOPLE)
    if floored(people, counts.basis.rounding)[1]:
        words = count_in_language(
            tag, "exactly {number} person", "exactly {number} people", people, **_said(people, tag)
        )
        found.append(Note(words, Measure.PEOPLE))
    for measure, (one, many) in _LEFT_OUT.items():
        if number := counts.number(measure):
            found.append(Note(count_in_language(tag, one, many, number, **_said(number, tag)), measure))
    return tuple(found)


def _said(number: int, tag: str) -> dict[str, object]:
    return {"number": digits(number, tag)}


_WHO: Final[dict[Counting, Callable[[str], str]]] = {
    Counting.LISTED: lambda tag: in_language(tag, "all on the list but who declined or is stood in for"),
    Counting.INVITED: lambda tag: in_language(tag, "those invited but the declined"),
    Counting.CONFIRMED: lambda tag: in_language(tag, "those who confirmed"),
    Counting.ATTENDED: lambda tag: in_language(tag, "those who came"),
}
_WAY: Final[dict[Presence, Callable[[str], str]]] = {
    Presence.ON_SITE: lambda tag: in_language(tag, "on site only"),
    Presence.ONLINE: lambda tag: in_language(tag, "online only"),
}


def _who(counts: Counts, tag: str) -> str:
    comma = "，" if nearest(tag) == "zh-Hans" else ", "
    parts = [_WHO[counts.basis.counting](tag)]
    if way := _WAY.get(counts.basis.presence):
        parts.append(way(tag))
    if counts.basis.workers:
        parts.append(in_language(tag, "with staff, volunteers, interpreters, security and crew"))
    else:
        parts.append(in_language(tag, "without staff, volunteers, interpreters, security and crew"))
    return comma.join(parts)


def _countries(counts: Counts, tag: str) -> str:
    number, host = counts.number(Measure.COUNTRIES), counts.country(counts.host, tag)
    values = {**_said(number, tag), "host": host}
    if not counts.basis.host:
        return count_in_language(
            tag, "{number} country besides {host}", "{number} countries besides {host}", number, **values
        )
    if counts.host_here:
        return count_in_language(
            tag, "{number} country including {host}", "{number} countries including {host}", number, **values
        )
    return count_in_language(
        tag, "{number} country, nobody from {host}", "{number} countries, nobody from {host}", number, **values
    )


_LEFT_OUT: Final = {
    Measure.NO_COUNTRY: (
        "{number} person without a country, in no number of countries",
        "{number} people without a country, in no number of countries",
    ),
    Measure.UNNAMED: (
        "{number} announced by delegations and consulates without a name, not counted",
        "{number} announced by delegations and consulates without names, not counted",
    ),
    Measure.INSTITUTIONS_WITHOUT_COUNTRY: (
        "{number} institution without a country, neither foreign nor domestic",
        "{number} institutions without a country, neither foreign nor domestic",
    ),
    Measure.BOTH_WAYS: (
        "{number} person on site and online, counted once, on site",
        "{number} people on site and online, counted once, on site",
    ),
}
