"""Verbs of protocol and numbers: precedence, stats."""

import argparse
from typing import Any

from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain import stated_basis
from forumplanner.domain.counting import count
from forumplanner.domain.ids import ForumId
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.precedence import Ranked, why_before
from forumplanner.domain.press_line import sentence
from forumplanner.domain.ranks import Proof
from forumplanner.domain.statistics import Basis, Counting, Measure
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import LANGUAGES, interface_language
from forumplanner.i18n import gettext as _
from forumplanner.queries import delegations, orders, statistics
from forumplanner.snapshots.delegations import DelegationLine, Delegations


def precedence(given: argparse.Namespace) -> int:
    """A list of protocol in order, each place with its reason."""
    with opened(given.file) as store:
        forum = chosen_forum(store, given.forum)
        with store.read() as db:
            if given.list == "delegations":
                return _delegations(delegations.load(db, forum_id=ForumId(forum.key)), as_json=given.json)
            ordered = (orders.consular if given.list == "consular" else orders.guests)(db, forum_id=forum.key)
    if given.json:
        output.print_json([_as_json(ordered, at) for at in range(len(ordered))])
    else:
        _say(ordered)
    return 0


def _say(ordered: tuple[Ranked, ...]) -> None:
    tag = interface_language()
    for before, one in zip((None, *ordered), ordered, strict=False):
        name, post = one.rank.name.best(tag), one.rank.post_name.best(tag)
        who = f"{name} ({post})" if name and post else name or post
        output.say(f"{one.place:>3}  {who}: {one.basis_in(tag)}{_mark(one)}")
        if before:
            output.say(f"       {why_before(before, one, tag)}")
    if any(one.proof is Proof.UNPROVEN for one in ordered):
        output.say_error(_("Some places aren't proven. Please confirm the order with the foreign affairs office."))


def _mark(one: Ranked) -> str:
    if one.proof is Proof.UNPROVEN:
        return " " + _("[not proven]")
    return " " + _("[by hand]") if one.proof is Proof.BY_HAND else ""


def _as_json(ordered: tuple[Ranked, ...], at: int) -> dict[str, Any]:
    one = ordered[at]
    why = {tag: why_before(ordered[at - 1], one, tag) for tag in LANGUAGES} if at else {}
    return {
        "place": one.place,
        "id": one.key,
        "name": _texts(one.rank.name),
        "post": _texts(one.rank.post_name),
        "proof": str(one.proof),
        "basis": {tag: one.basis_in(tag) for tag in LANGUAGES},
        "why_after_the_one_before": why,
    }


def _texts(text: LocalizedText) -> dict[str, str]:
    return {tag: text.get(tag) for tag in text}


def _delegations(listed: Delegations, *, as_json: bool) -> int:
    """The delegations in their order with the caption that belongs under the list."""
    if as_json:
        lines = [_delegation(line, place, listed.languages) for place, line in enumerate(listed.lines, start=1)]
        caption = dict(zip(listed.languages, listed.caption, strict=False))
        output.print_json({"order": str(listed.order), "caption": caption, "delegations": lines})
        return 0
    at = listed.languages.index(interface_language()) if interface_language() in listed.languages else 0
    for place, line in enumerate(listed.lines, start=1):
        output.say(f"{place:>3}  {line.title()[at]} ({line.people})")
    output.say(listed.caption[at] if listed.caption else "")
    return 0


def _delegation(line: DelegationLine, place: int, languages: tuple[str, ...]) -> dict[str, Any]:
    name = dict(zip(languages, line.title(), strict=False))
    return {"place": place, "id": line.id, "name": name, "country": line.country, "people": line.people}


def stats(given: argparse.Namespace) -> int:
    """Headline numbers with their basis, and the sentence for the press in both languages."""
    with opened(given.file) as store:
        forum = chosen_forum(store, given.forum)
        with store.read() as db:
            numbers = statistics.load(db, forum_id=ForumId(forum.key))
    if numbers is None:
        return 1
    counting = Counting(given.counting)
    counts = count(numbers.facts, Basis(counting, host=not given.without_host, rounding=int(given.rounding)))
    known = {measure: counts.number(measure) for measure in Measure if counts.number(measure)}
    if given.json:
        output.print_json(
            {
                "counting": str(counting),
                "basis": {tag: stated_basis.basis(counts, tag) for tag in LANGUAGES},
                "numbers": {str(measure): number for measure, number in known.items()},
                "countries": [country.code for country in counts.countries],
                "sentence": {tag: sentence(counts, tag) for tag in LANGUAGES},
            }
        )
        return 0
    tag = interface_language()
    for measure, number in known.items():
        output.say(f"{number:>6}  {measure_name(measure, tag)}")
    output.say(sentence(counts, tag))
    output.say(stated_basis.basis(counts, tag))
    return 0
