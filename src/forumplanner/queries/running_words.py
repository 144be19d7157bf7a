"""What the host says at each item of a session by the templates, and which names own words still say wrongly."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from forumplanner.domain.flow import Stretch
from forumplanner.domain.kinds import ItemKind
from forumplanner.domain.scripts import compose, stale_names
from forumplanner.domain.spoken import Occasion, Spoken
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import clock as as_clock
from forumplanner.queries.running_people import OnStage
from forumplanner.records import Act, Forum, Item
from forumplanner.snapshots.paper import Lines

_SPEECHES = frozenset(
    {
        ItemKind.ADDRESS,
        ItemKind.WELCOME,
        ItemKind.VIDEO_ADDRESS,
        ItemKind.KEYNOTE,
        ItemKind.REPORT,
        ItemKind.DECLARATION,
    }
)
"""After these the host thanks whoever spoke last."""


class Clock(Protocol):
    """Reads instants as minutes of a conference day."""

    def minute(self, at: dt.datetime | None) -> int | None:
        """Minutes since midnight, None where nothing is known."""


@dataclass(frozen=True, slots=True)
class Scripted:
    """An item with when it is, who is in it, and its acts."""

    item: Item
    span: Stretch
    people: Sequence[OnStage]
    acts: Sequence[Act]


def scripted(
    forum: Forum,
    steps: Sequence[Scripted],
    *,
    session: LocalizedText,
    hosts: Sequence[OnStage],
    guests: Sequence[OnStage],
    known: Iterable[str],
    closes: bool,
    clock: Clock,
) -> list[tuple[Lines, tuple[str, ...]]]:
    """Per item the template's words in the forum's languages, and stale names in its own words.

    `guests`: who is introduced, in the order in which the host names them.
    """
    told = []
    for place, step in enumerate(steps):
        words = tuple(
            compose(_occasion(forum, steps, place, tag, session, guests, closes=closes, clock=clock), tag)
            for tag in forum.languages
        )
        told.append((words, _stale(steps, place, hosts, guests, known) if step.item.script else ()))
    return told


def _occasion(
    forum: Forum,
    steps: Sequence[Scripted],
    place: int,
    tag: str,
    session: LocalizedText,
    guests: Sequence[OnStage],
    *,
    closes: bool,
    clock: Clock,
) -> Occasion:
    step = steps[place]
    end = clock.minute(step.span[1])
    return Occasion(
        kind=step.item.kind,
        title=step.item.title.get(tag),
        people=tuple(one.spoken(tag) for one in step.people),
        acts=tuple((str(act.id), act.title.best(tag)) for act in step.acts),
        guests=tuple(one.spoken(tag) for one in guests) if step.item.kind is ItemKind.INTRODUCTION else (),
        thanked=_thanked(steps, place, tag),
        after=steps[place - 1].item.kind if place else None,
        session=session.best(tag),
        forum=forum.titles[0].get(tag) if forum.titles else "",
        start=clock.minute(step.span[0]),
        resume=as_clock(end) if end is not None else "",
        last=place == len(steps) - 1,
        closes=closes,
    )


def _thanked(steps: Sequence[Scripted], place: int, tag: str) -> Spoken | None:
    """Whoever spoke last in the item before."""
    if place == 0 or steps[place - 1].item.kind not in _SPEECHES:
        return None
    before = [one for one in steps[place - 1].people if one.person]
    return before[-1].spoken(tag) if before else None


def _stale(
    steps: Sequence[Scripted],
    place: int,
    hosts: Sequence[OnStage],
    guests: Sequence[OnStage],
    known: Iterable[str],
) -> tuple[str, ...]:
    """Names in an item's own words of people who belong neither to it nor to its neighbours.

    The introduction and the last item may name everybody of the session, and the guests.
    """
    step = steps[place]
    wide = step.item.kind is ItemKind.INTRODUCTION or place == len(steps) - 1
    near = steps if wide else steps[max(0, place - 1) : place + 2]
    others = (*hosts, *guests) if wide else hosts
    own = {form for one in (*others, *(p for s in near for p in s.people)) for form in one.forms()}
    text = "\n".join(step.item.script.get(tag) for tag in step.item.script)
    return stale_names(text, own=own, known=known)
