"""The sentence of a period of years, in Chinese and in English from the same numbers."""

from collections.abc import Callable, Mapping
from typing import Final

from forumplanner.domain.press_line import listed
from forumplanner.domain.rounding import digits
from forumplanner.domain.statistics import Measure
from forumplanner.i18n import count_in_language, in_language

_PARTS: Final = (
    (Measure.EVENTS, "{number} event", "{number} events"),
    (Measure.AGREEMENTS, "{number} agreement signed", "{number} agreements signed"),
    (Measure.APPOINTMENTS, "{number} appointment made", "{number} appointments made"),
    (Measure.AWARDS, "{number} award given", "{number} awards given"),
    (Measure.FOUNDING_MEMBERS, "{number} founding member", "{number} founding members"),
    (Measure.ADMISSIONS, "{number} institution admitted", "{number} institutions admitted"),
    (Measure.PEOPLE, "{number} person", "{number} people"),
    (Measure.INSTITUTIONS, "{number} institution", "{number} institutions"),
    (Measure.COUNTRIES, "{number} country", "{number} countries"),
)


def sentence(
    number: Callable[[Measure], int], tag: str, *, since: int | None, until: int | None, reported: int = 0
) -> str:
    """Such as "2016 to 2025: 60 events and 32 agreements signed." `reported`: events known by reports only."""
    told = []
    for measure, one, many in _PARTS:
        if many_of := number(measure):
            words = count_in_language(tag, one, many, many_of, number=digits(many_of, tag))
            if measure is Measure.EVENTS and reported:
                words = in_language(tag, "{events} ({number} known by reports only)", events=words, number=reported)
            told.append(words)
    if not told:
        return ""
    return in_language(tag, "{years}: {list}.", years=_years(since, until, tag), list=listed(told, tag))


def unentered(numbers: Mapping[Measure, int], tag: str) -> str:
    """What programmes show and no register holds: "Planned in programmes, not in the registers yet: 1 agreement"."""
    told = [_planned(tag, measure, numbers[measure]) for measure in _PLANNED if numbers.get(measure)]
    if not told:
        return ""
    return in_language(
        tag, "Planned in programmes, not in the registers and not counted: {list}.", list=listed(told, tag)
    )


def _planned(tag: str, measure: Measure, number: int) -> str:
    return count_in_language(tag, *_PLANNED[measure], number, number=digits(number, tag))


_PLANNED: Final[Mapping[Measure, tuple[str, str]]] = {
    Measure.AGREEMENTS: ("{number} agreement", "{number} agreements"),
    Measure.APPOINTMENTS: ("{number} appointment", "{number} appointments"),
    Measure.AWARDS: ("{number} award", "{number} awards"),
    Measure.ADMISSIONS: ("{number} admission", "{number} admissions"),
}


def _years(since: int | None, until: int | None, tag: str) -> str:
    if since is None or until is None:
        if since is not None:
            return in_language(tag, "Since {year}", year=since)
        return in_language(tag, "Until {year}", year=until) if until is not None else in_language(tag, "In all years")
    if since == until:
        return in_language(tag, "In {year}", year=since)
    return in_language(tag, "{since} to {until}", since=since, until=until)
