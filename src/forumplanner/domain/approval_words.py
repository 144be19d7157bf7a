"""Approvals in sentences of both languages: what deviates, how a conference counts, what is due when."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from forumplanner.domain.approval import Deviation, DeviationKind, Listed, State
from forumplanner.domain.countries import country_name
from forumplanner.domain.press_line import listed
from forumplanner.domain.protocol import Regime
from forumplanner.domain.regimes import RULES, Classed, Deadline, DeadlineKind, Refused
from forumplanner.domain.statistics import Measure, Words
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import day_range
from forumplanner.i18n import count_in_language, in_language

NAMED: Final = 5
"""So many people are named in a sentence; the rest is counted."""


Saying = Callable[[Deviation, str, Words], str]


def said(deviation: Deviation, tag: str, words: Words | None = None) -> str:
    """One departure in a sentence: "34 people more than approved: 434 on the list, 400 approved.".

    `words`: the forum's own, by which it names countries.
    """
    return _SAID[deviation.kind](deviation, tag, words or {})


def _texts(message: str) -> Saying:
    return lambda deviation, tag, _words: in_language(
        tag, message, was=_text(deviation.was, tag), now=_text(deviation.now, tag)
    )


def _text(text: LocalizedText, tag: str) -> str:
    return text.best(tag) or in_language(tag, "not entered")


def _days(deviation: Deviation, tag: str, _words: Words) -> str:
    first, last, now_first, now_last = deviation.days
    unknown = in_language(tag, "not entered")
    return in_language(
        tag,
        "The dates differ: approved {was}, now {now}.",
        was=day_range(first, last, tag) or unknown,
        now=day_range(now_first, now_last, tag) or unknown,
    )


def _more(one: str, many: str) -> Saying:
    def words(deviation: Deviation, tag: str, _words: Words) -> str:
        was, now = deviation.numbers or (0, 0)
        return count_in_language(tag, one, many, deviation.by, was=was, now=now)

    return words


def _named(one: str, many: str) -> Saying:
    return lambda deviation, tag, words: count_in_language(
        tag, one, many, deviation.by, names=_names(deviation.people, tag, words)
    )


def _names(people: tuple[Listed, ...], tag: str, words: Words) -> str:
    shown = [_with_country(one, tag, words) for one in people[:NAMED]]
    rest = len(people) - NAMED
    if rest > 0:
        shown.append(count_in_language(tag, "{n} more person", "{n} more people", rest))
    return listed(shown, tag)


def _with_country(one: Listed, tag: str, words: Words) -> str:
    name = one.shown(tag) or in_language(tag, "without a name")
    country = country_name(one.country, tag, words) if one.country else ""
    return in_language(tag, "{name} ({country})", name=name, country=country) if country else name


_SAID: Final[dict[DeviationKind, Saying]] = {
    DeviationKind.RENAMED: _texts("The name differs: approved “{was}”, now “{now}”."),
    DeviationKind.VENUE: _texts("The venue differs: approved “{was}”, now “{now}”."),
    DeviationKind.DATES: _days,
    DeviationKind.MORE_PEOPLE: _more(
        "{n} person more than approved: {now} on the list, {was} approved.",
        "{n} people more than approved: {now} on the list, {was} approved.",
    ),
    DeviationKind.MORE_FOREIGN: _more(
        "{n} person from abroad more than approved: {now} on the list, {was} approved.",
        "{n} people from abroad more than approved: {now} on the list, {was} approved.",
    ),
    DeviationKind.MORE_COUNTRIES: _more(
        "{n} country more than approved: {now} now, {was} approved.",
        "{n} countries more than approved: {now} now, {was} approved.",
    ),
    DeviationKind.NEW_PEOPLE: _named(
        "{n} person who is not on the approved list: {names}.", "{n} people who are not on the approved list: {names}."
    ),
    DeviationKind.GONE_PEOPLE: _named(
        "{n} person of the approved list who no longer takes part: {names}.",
        "{n} people of the approved list who no longer take part: {names}.",
    ),
    DeviationKind.OTHER_COUNTRY: _named(
        "{n} person whose country differs from the approved list: {names}.",
        "{n} people whose country differs from the approved list: {names}.",
    ),
}


def remarks(approved: State, tag: str) -> tuple[str, ...]:
    """What an approval doesn't say, or says so that somebody has to look: nothing is guessed in its place."""
    found = []
    if not approved.numbers:
        found.append(in_language(tag, "The approval names no numbers, so no number is compared."))
    elif approved.numbers.get(Measure.PEOPLE) == 0:
        found.append(in_language(tag, "The approval says 0 people in all. Check it against the paper."))
    if approved.listed is None:
        found.append(in_language(tag, "The approval has no list of participants, so nobody is compared."))
    if approved.starts_on is None:
        found.append(in_language(tag, "The approval names no dates, so no dates are compared."))
    return tuple(found)


def classification(classed: Classed, tag: str) -> tuple[str, ...]:
    """Whether it is international, and general or major, with the numbers that make it so."""
    if classed.international is None:
        return (in_language(tag, "Nobody on the list has a country yet, so nothing is classified."),)
    countries = count_in_language(tag, "{n} country", "{n} countries", classed.countries)
    if not classed.international:
        return (in_language(tag, "Not an international conference by these rules: {countries}.", countries=countries),)
    foreign, total = classed.limits
    values = {"foreign": classed.foreign, "most_foreign": foreign, "total": classed.total, "most_total": total}
    word = in_language(tag, "Major") if classed.major else in_language(tag, "General")
    told = [
        in_language(tag, "An international conference: {countries}.", countries=countries),
        in_language(
            tag,
            "{word}: {foreign} from abroad (limit {most_foreign}), {total} in all (limit {most_total}).",
            word=word,
            **values,
        ),
    ]
    if classed.sensitive:
        told.append(
            in_language(tag, "Major whatever the numbers: ministers, the United Nations or sensitive subjects.")
        )
    return tuple(told)


_DUE: Final[dict[DeadlineKind, Callable[[str], str]]] = {
    DeadlineKind.PRE_REPORT: lambda tag: in_language(tag, "Pre-report answered, so that the application can be filed"),
    DeadlineKind.FILE: lambda tag: in_language(tag, "File the application"),
    DeadlineKind.CHANGE: lambda tag: in_language(tag, "Last day to ask for a change of what was approved"),
    DeadlineKind.SUMMARY: lambda tag: in_language(tag, "Summary with the list of those who came"),
}


def due(kind: DeadlineKind, tag: str) -> str:
    """What is due."""
    return _DUE[kind](tag)


def consular(number: int, tag: str) -> str:
    """That inviting consular officers needs an approval of its own."""
    return count_in_language(
        tag,
        "{n} consular guest on the list: in principle none are invited without an approval of its own.",
        "{n} consular guests on the list: in principle none are invited without an approval of its own.",
        number,
    )


def countdown(deadline: Deadline, today: dt.date, tag: str) -> str:
    """How long until then, or how long ago: "in 12 days", "today", "3 days ago"."""
    days = (deadline.day - today).days
    if days == 0:
        return in_language(tag, "today")
    if days > 0:
        return count_in_language(tag, "in {n} day", "in {n} days", days)
    return count_in_language(tag, "{n} day ago", "{n} days ago", -days)


def source(regime: Regime, tag: str) -> str:
    """Whose rules, of which year; that the office has the last word."""
    rules = RULES[regime]
    if regime is Regime.OPEN:
        return in_language(tag, "Nobody has chosen whose rules apply. Ask the foreign affairs office, then choose.")
    if not rules.source:
        return in_language(tag, "No rules of approval apply.")
    year = rules.year or in_language(tag, "year not stated")
    return in_language(
        tag,
        "After {source}, {year}. Confirm with the foreign affairs office.",
        source=rules.source.best(tag),
        year=year,
    )


def no_dates(regime: Regime, tag: str) -> str:
    """Why there are no deadlines for filing."""
    return in_language(tag, "{source} names no date for filing.", source=RULES[regime].source.best(tag))


def refusal(one: Refused, regime: Regime, tag: str) -> str:
    """Why a name may come back."""
    rule = RULES[regime].source.best(tag)
    if one.mark:
        return in_language(tag, "“{word}”: no punctuation in the name ({rule}).", word=one.word, rule=rule)
    return in_language(tag, "“{word}” in the name is not wanted ({rule}).", word=one.word, rule=rule)


def too_long(days: int, most: int, tag: str) -> str:
    """That the event takes more days than the rules allow."""
    return in_language(
        tag, "{days} days; the whole event, arrival and departure included, may take {most}.", days=days, most=most
    )
