"""The sentence of numbers for the press, in Chinese and in English from the same counts."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from forumplanner.domain.rounding import digits, rounded
from forumplanner.domain.statistics import Counting, Counts, Measure, Presence
from forumplanner.i18n import count_in_language, in_language, nearest


def lies_ahead(starts_on: dt.date | None, today: dt.date) -> bool:
    """Whether what a forum that begins on that day brings is planned only; without a day nothing is known."""
    return starts_on is not None and starts_on > today


def sentence(counts: Counts, tag: str, *, planned: bool = False) -> str:
    """Who took part, from where; what the programme held; what came of it. "" where there is nothing to say.

    `planned`: the forum lies ahead, its outcomes too.

    "Taking part: 1,024 people from 39 institutions in 12 countries, 32 of them online."
    """
    parts = (who(counts, tag), programme(counts, tag), outcomes(counts, tag, planned=planned))
    return ("" if nearest(tag) == "zh-Hans" else " ").join(filter(None, parts))


def who(counts: Counts, tag: str) -> str:
    """The sentence of people, institutions and countries; "" where nobody is counted."""
    if not counts.number(Measure.PEOPLE):
        return ""
    told, origin = _people(counts, tag), _origin(counts, tag)
    if origin:
        told = in_language(tag, "{people} from {origin}", people=told, origin=origin)
    if counts.basis.presence is Presence.ALL:
        told = _with_ways(counts, told, tag)
    return _TOLD[counts.basis.counting](tag, told)


def _with_ways(counts: Counts, told: str, tag: str) -> str:
    """How many of them are online, and how many speak by a video alone."""
    online, video = counts.number(Measure.ONLINE), counts.number(Measure.VIDEO)
    if online and video:
        return in_language(
            tag,
            "{people}, {number} of them online and {video} by video",
            people=told,
            number=digits(online, tag),
            video=digits(video, tag),
        )
    if online:
        return in_language(tag, "{people}, {number} of them online", people=told, number=digits(online, tag))
    if video:
        return in_language(tag, "{people}, {number} of them by video", people=told, number=digits(video, tag))
    return told


_TOLD: Final[dict[Counting, Callable[[str, str], str]]] = {
    Counting.LISTED: lambda tag, told: in_language(tag, "Taking part: {people}.", people=told),
    Counting.INVITED: lambda tag, told: in_language(tag, "Invited: {people}.", people=told),
    Counting.CONFIRMED: lambda tag, told: in_language(tag, "Confirmed: {people}.", people=told),
    Counting.ATTENDED: lambda tag, told: in_language(tag, "Attended by {people}.", people=told),
}

_PEOPLE: Final = {
    Presence.ALL: ("{number} person", "{number} people"),
    Presence.ON_SITE: ("{number} person on site", "{number} people on site"),
    Presence.ONLINE: ("{number} person online", "{number} people online"),
}


def _people(counts: Counts, tag: str) -> str:
    number = counts.number(Measure.PEOPLE)
    one, many = _PEOPLE[counts.basis.presence]
    return count_in_language(tag, one, many, number, number=rounded(number, counts.basis.rounding, tag))


def _origin(counts: Counts, tag: str) -> str:
    """Where they are from: institutions, countries, and parts of China that are no countries."""
    countries, institutions = _countries(counts, tag), _institutions(counts, tag)
    if countries and institutions:
        return in_language(tag, "{institutions} in {countries}", institutions=institutions, countries=countries)
    return countries or institutions


def _countries(counts: Counts, tag: str) -> str:
    number, places = counts.number(Measure.COUNTRIES), regions(counts, tag)
    said = _counted(tag, "{number} country", "{number} countries", number) if number else ""
    if not counts.basis.host and counts.host_here:
        host = counts.country(counts.host, tag)
        others = _counted(tag, "{number} other country", "{number} other countries", number)
        said = in_language(tag, "{host} and {others}", host=host, others=others) if number else host
    if said and places:
        return in_language(tag, "{countries} and {places}", countries=said, places=places)
    return said or places


def regions(counts: Counts, tag: str) -> str:
    """Those of Hong Kong, Macao and Taiwan that somebody is from: 中国香港、中国澳门 / "Hong Kong and Macao, China"."""
    names = [counts.country(code, tag) for code in counts.regions]
    if nearest(tag) == "zh-Hans" or len(names) < 2:
        return "、".join(names)
    return f"{listed([name.removesuffix(', China') for name in names], tag)}, China"


def _institutions(counts: Counts, tag: str) -> str:
    number = counts.number(Measure.INSTITUTIONS)
    foreign, domestic = (
        counts.number(measure) for measure in (Measure.FOREIGN_INSTITUTIONS, Measure.DOMESTIC_INSTITUTIONS)
    )
    if not counts.basis.host and foreign and domestic and foreign + domestic == number:
        return _counted(
            tag,
            "{foreign} foreign and {number} domestic institution",
            "{foreign} foreign and {number} domestic institutions",
            domestic,
            foreign=digits(foreign, tag),
        )
    return _counted(tag, "{number} institution", "{number} institutions", number) if number else ""


_PROGRAMME: Final = (
    (Measure.KEYNOTES, "{number} keynote speech", "{number} keynote speeches"),
    (Measure.REPORTS, "{number} report", "{number} reports"),
    (Measure.PARALLEL_FORUMS, "{number} parallel forum", "{number} parallel forums"),
)
_OUTCOMES: Final = (
    (Measure.FOUNDING_MEMBERS, "{number} founding member", "{number} founding members"),
    (Measure.ADMISSIONS, "{number} institution admitted", "{number} institutions admitted"),
    (Measure.AGREEMENTS, "{number} agreement signed", "{number} agreements signed"),
    (Measure.APPOINTMENTS, "{number} appointment made", "{number} appointments made"),
    (Measure.AWARDS, "{number} award given", "{number} awards given"),
)
_PLANNED: Final = (
    (Measure.FOUNDING_MEMBERS, "{number} founding member", "{number} founding members"),
    (Measure.ADMISSIONS, "{number} admission of an institution", "{number} admissions of institutions"),
    (Measure.AGREEMENTS, "{number} agreement to sign", "{number} agreements to sign"),
    (Measure.APPOINTMENTS, "{number} appointment to make", "{number} appointments to make"),
    (Measure.AWARDS, "{number} award to give", "{number} awards to give"),
)
"""Outcomes of a forum that lies ahead."""


def programme(counts: Counts, tag: str) -> str:
    """What the programme holds; "" where nothing is known."""
    held = _numbers(counts, tag, _PROGRAMME)
    return in_language(tag, "On the programme: {list}.", list=listed(held, tag)) if held else ""


def outcomes(counts: Counts, tag: str, *, planned: bool = False) -> str:
    """What came of it, or, while it lies ahead, what is to come; "" where nothing is known."""
    came = _numbers(counts, tag, _PLANNED if planned else _OUTCOMES)
    if not came:
        return ""
    if planned:
        return in_language(tag, "Planned outcomes: {list}.", list=listed(came, tag))
    return in_language(tag, "Outcome: {list}.", list=listed(came, tag))


def _numbers(counts: Counts, tag: str, measures: Sequence[tuple[Measure, str, str]]) -> list[str]:
    return [
        _counted(tag, one, many, counts.number(measure)) for measure, one, many in measures if counts.number(measure)
    ]


def _counted(tag: str, one: str, many: str, number: int, **values: object) -> str:
    return count_in_language(tag, one, many, number, number=digits(number, tag), **values)


def listed(parts: Sequence[str], tag: str) -> str:
    """Parts of a sentence one after the other: 甲、乙 and "A, B and C"."""
    if nearest(tag) == "zh-Hans":
        return "、".join(parts)
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
