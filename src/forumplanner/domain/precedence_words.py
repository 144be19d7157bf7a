"""The single sentences of an order of protocol: what two guests have in common, what decides, what is not known."""

import datetime as dt
from typing import Final

from forumplanner.domain.kinds import Category, ConsularRole
from forumplanner.domain.labels import label
from forumplanner.domain.precedence_steps import Ground, presumed
from forumplanner.domain.ranks import Rank
from forumplanner.i18n import in_language, nearest

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_BOTH: Final = {
    ConsularRole.HEAD: "both are heads of post",
    ConsularRole.ACTING: "both are acting heads of post",
    ConsularRole.OFFICER: "neither is a head of post",
}
_TIERS: Final = {
    (ConsularRole.HEAD, ConsularRole.ACTING): "a head of post before an acting head (VCCR art. 16(4))",
    (ConsularRole.HEAD, ConsularRole.OFFICER): "a head of post before an officer who is none (VCCR art. 16(6))",
    (ConsularRole.ACTING, ConsularRole.OFFICER): "an acting head of post before its officers (VCCR art. 15, 16(6))",
}
_DECIDING: Final[dict[Ground, str]] = {
    Ground.GROUP: "{one} before {two}, by custom",
    Ground.LEVEL: "{one} before {two}",
    Ground.CLASS: "{one} before {two} (VCCR art. 9(1), 16(1))",
    Ground.HONORARY: "a career head before an honorary head of the same class (VCCR art. 16(5))",
    Ground.ADMITTED: "{one} before {two} (VCCR art. 16(1))",
    Ground.PRESENTED: "commission presented {one} before {two} (VCCR art. 16(3))",
    Ground.ACTING_SINCE: "acting since {one} before {two} (VCCR art. 16(4))",
    Ground.POST: "officers of one rank follow the order of their heads of post",
    Ground.SENIORITY: "no. {one} before no. {two} of the post’s officers, as the sending state notified (VCCR art. 21)",
    Ground.DIPLOMATIC: "{one} before {two} (VCDR art. 14(1), 17)",
    Ground.CREDENTIALS: "took up functions {one} before {two} (VCDR art. 16(1))",
    Ground.LIST: "no. {one} before no. {two} in the foreign affairs office’s list",
}
_ASKED: Final[dict[Ground, str]] = {
    Ground.GROUP: "group of guests",
    Ground.LEVEL: "level of office",
    Ground.TIER: "whether head of post, acting head or officer",
    Ground.CLASS: "consular class",
    Ground.ADMITTED: "day of exequatur or provisional admission",
    Ground.PRESENTED: "day on which the commission was presented",
    Ground.ACTING_SINCE: "day of taking over as acting head",
    Ground.POST: "place of the own head of post",
    Ground.SENIORITY: "order among the post’s officers",
    Ground.DIPLOMATIC: "diplomatic rank",
    Ground.CREDENTIALS: "day of taking up functions",
    Ground.LIST: "number in the foreign affairs office’s list",
}


_BRIEF: Final[dict[Ground, str]] = {
    Ground.GROUP: "group",
    Ground.LEVEL: "level",
    Ground.TIER: "function",
    Ground.CLASS: "class",
    Ground.ADMITTED: "date",
    Ground.PRESENTED: "day of the commission",
    Ground.ACTING_SINCE: "date",
    Ground.POST: "place of the head of post",
    Ground.SENIORITY: "order in the post",
    Ground.DIPLOMATIC: "rank",
    Ground.CREDENTIALS: "date",
    Ground.LIST: "number in the office’s list",
}


def asked_briefly(ground: Ground, tag: str) -> str:
    """What a question asks for, in a word or two; "" where nothing is asked any more."""
    return in_language(tag, _BRIEF[ground]) if ground in _BRIEF else ""


def instead_briefly(ground: Ground, first: Rank, second: Rank, tag: str, *, own: bool) -> str:
    """What stands in for the rule between two, in a few words; `own`: whoever is looked at lacks the answer."""
    one, two = first.list_order, second.list_order
    listed = one is not None and two is not None and one < two
    if listed and first.post != second.post and ground is not Ground.ALPHABET:
        return in_language(tag, "by the office’s list")
    if ground is Ground.ALPHABET and "" < first.country_en.casefold() < second.country_en.casefold():
        return in_language(tag, "by the English alphabet")
    return in_language(tag, "placed behind for now" if own else "placed so for now")


def shown_day(day: dt.date | None, tag: str) -> str:
    """A day as notes on an order write it: 2023-04-11 in Chinese, 11 Apr 2023 in English; "" for none."""
    if day is None:
        return ""
    return day.isoformat() if nearest(tag) == "zh-Hans" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def admission(rank: Rank, tag: str) -> str:
    """The day that ranks a head, and what happened on it; provisional admission where that came first."""
    day = shown_day(rank.admitted_on, tag)
    if rank.ranks_by_provisional:
        return in_language(tag, "Provisionally admitted {day}", day=day)
    return in_language(tag, "Exequatur {day}", day=day)


def alike(ground: Ground, rank: Rank, tag: str) -> str:
    """What two guests have in common by one question, said of either; "" where it goes without saying."""
    role, own = presumed(rank)
    day = {
        Ground.ADMITTED: rank.admitted_on,
        Ground.PRESENTED: rank.presented_on,
        Ground.ACTING_SINCE: rank.acting_since,
        Ground.CREDENTIALS: rank.presented_on or rank.acting_since,
    }.get(ground)
    if day:
        return in_language(tag, "the same day for both: {day}", day=shown_day(day, tag))
    if ground is Ground.TIER:
        return in_language(tag, "both are members of embassies" if rank.is_embassy else _BOTH[role])
    same = {Ground.CLASS: own, Ground.DIPLOMATIC: rank.diplomatic_rank, Ground.LEVEL: rank.level}.get(ground)
    if same:
        return in_language(tag, "the same rank for both: {rank}", rank=label(same, tag))
    return in_language(tag, "both are of the same post") if ground is Ground.POST else ""


def deciding(ground: Ground, first: Rank, second: Rank, tag: str) -> str:
    """What puts the first before the second, with its article."""
    if ground is Ground.TIER:
        return _tiers(first, second, tag)
    if ground is Ground.LIST and first.post == second.post and first.is_embassy and second.is_embassy:
        ground = Ground.DIPLOMATIC
    template = _DECIDING[ground]
    if ground is Ground.ADMITTED and (first.ranks_by_provisional or second.ranks_by_provisional):
        template = "{one} before {two}; the day of provisional admission counts (VCCR art. 16(1), 16(2))"
    if ground is Ground.CLASS and presumed(first)[0] is ConsularRole.OFFICER:
        template = "{one} before {two}, each at own rank"
    return in_language(tag, template).format(one=_answer(ground, first, tag), two=_answer(ground, second, tag))


def _tiers(first: Rank, second: Rank, tag: str) -> str:
    if first.is_embassy:
        return in_language(tag, "at a national event members of embassies stand before consular posts, by custom")
    return in_language(tag, _TIERS[presumed(first)[0], presumed(second)[0]])


def _answer(ground: Ground, rank: Rank, tag: str) -> str:
    """What one guest answers to a question."""
    if ground is Ground.GROUP:
        return label(Category.CONSULAR, tag) if rank.post else label(rank.group, tag) if rank.group else ""
    if ground is Ground.ADMITTED:
        return admission(rank, tag)
    ranks = {Ground.LEVEL: rank.level, Ground.CLASS: presumed(rank)[1], Ground.DIPLOMATIC: rank.diplomatic_rank}
    if own := ranks.get(ground):
        return label(own, tag)
    days = {
        Ground.PRESENTED: rank.presented_on,
        Ground.ACTING_SINCE: rank.acting_since,
        Ground.CREDENTIALS: rank.presented_on or rank.acting_since,
    }
    numbers = {Ground.SENIORITY: rank.seniority, Ground.LIST: rank.list_order}
    return shown_day(days.get(ground), tag) or str(numbers.get(ground, ""))


def lacking(ground: Ground, name: str, tag: str) -> str:
    """What is not known of somebody."""
    return in_language(tag, "not known of {name}: {what}", name=name, what=in_language(tag, _ASKED[ground]))


def instead(ground: Ground, first: Rank, second: Rank, tag: str, *, behind: bool) -> str:
    """What stands in for the rule where it can't decide, and who has to confirm it.

    `behind`: what the rule needs is known of the first, but not of the second.
    """
    used = _stand_in(ground, first, second, tag, behind=behind)
    if first.post or second.post:
        return in_language(tag, "{used}; order unproven, confirm with the foreign affairs office", used=used)
    return in_language(tag, "{used}; order unproven, confirm with their offices", used=used)


def _stand_in(ground: Ground, first: Rank, second: Rank, tag: str, *, behind: bool) -> str:
    one, two = first.list_order, second.list_order
    listed = one is not None and two is not None and one < two
    alphabet = "" < first.country_en.casefold() < second.country_en.casefold()
    if listed and first.post != second.post and ground is not Ground.ALPHABET:
        return deciding(Ground.LIST, first, second, tag)
    if behind and not listed:
        return in_language(tag, "whoever lacks it stands behind")
    if alphabet and (ground is Ground.ALPHABET or not listed):
        return in_language(tag, "the English alphabet: {one}, {two}", one=first.country_en, two=second.country_en)
    if listed:
        return in_language(tag, "the order in which they were entered")
    return in_language(tag, "a place for the time being")
