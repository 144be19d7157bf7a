"""The order of protocol: guests sorted by rule, places fixed by hand put in, and how sure each place is.

A preset, not a verdict: what is unproven is to be confirmed with the foreign affairs office.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from forumplanner.domain import precedence_reasons as reasons
from forumplanner.domain.kinds import ConsularRole
from forumplanner.domain.placing import placed
from forumplanner.domain.precedence_steps import (
    Decision,
    Doubt,
    Ground,
    Steps,
    alphabetical,
    decision,
    fallback,
    gap,
    presumed,
    steps_of,
)
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.ranks import Override, Proof, Rank
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import LANGUAGES

__all__ = ["Override", "Proof", "Rank", "Ranked", "is_proven", "ranked", "why_before", "why_open", "woven"]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A guest at a place, counted from 1. `override`: why it isn't the place that the rule gives."""

    place: int
    rank: Rank
    proof: Proof
    steps: Steps
    override: Override | None = None

    @property
    def key(self) -> str:
        """The guest's key."""
        return self.rank.key

    @property
    def listed(self) -> bool:
        """Whether the office's list gives the place."""
        return any(step.listed for step in self.steps)

    @property
    def basis(self) -> LocalizedText:
        """What the place stands on, in a few words: "Exequatur 11 Apr 2023" / "领事证书 2023-04-11"."""
        return LocalizedText.of({tag: self.basis_in(tag) for tag in LANGUAGES})

    def basis_in(self, tag: str) -> str:
        """`basis` for a reader of `tag`."""
        return reasons.basis(self.rank, self.steps, self.override, tag)

    def reasons(self, other: "Ranked", tag: str) -> tuple[str, ...]:
        """What the rule asks about the two, question by question down to the one that decides, with articles."""
        first, second = (self, other) if self.place < other.place else (other, self)
        if first.override or second.override:
            return (reasons.by_hand(*((one.rank, one.override) for one in (first, second)), tag=tag),)
        said = (first.rank, first.steps), (second.rank, second.steps)
        return reasons.between(*said, tag, proven=is_proven(first, second))


def why_before(a: Ranked, b: Ranked, tag: str) -> str:
    """Why the one of the two that stands first stands before the other, with the articles, for a reader of `tag`."""
    first, second = (a, b) if a.place < b.place else (b, a)
    return reasons.sentence(first.rank, second.rank, first.reasons(second, tag), tag)


def why_open(mine: Ranked, near: Ranked, name: str, tag: str) -> str:
    """Where the order of two is unproven: what is not known of which of them, and what stands in for it.

    Said of `mine` to somebody who looks at it; `name` is what the reader calls `near`.
    """
    said = (mine.rank, mine.steps), (near.rank, near.steps)
    return reasons.left_open(*said, name, tag, ahead=mine.place < near.place)


def is_proven(a: Ranked, b: Ranked) -> bool:
    """Whether the order between two is proven: both have what the rule needs, and nobody put them there by hand.

    Of an embassy's member the office's list proves a place only where it contradicts nobody's.
    """
    decided = _decided(a, b)
    if a.override or b.override or not decided.proven:
        return False
    return decided.ground is not Ground.LIST or Proof.UNPROVEN not in {one.proof for one in (a, b) if one.listed}


def _decided(a: Ranked, b: Ranked) -> Decision:
    return decision(a.rank, a.steps, b.rank, b.steps, first=a.place < b.place)


def ranked(
    ranks: Iterable[Rank],
    rules: ProtocolRules | None = None,
    overrides: Mapping[str, Override] | None = None,
    away: Iterable[Rank] = (),
) -> tuple[Ranked, ...]:
    """Everybody of `ranks` in the order of protocol; the order in which they are given makes no difference.

    `overrides`: places fixed by hand, by key; the others keep the rule's order around them. `away`: heads of posts who
    don't come; the officers of their posts rank by them. A place is unproven if what is known of this guest doesn't
    decide against some other guest of the list: a lone guest of a class needs no date.
    """
    setting = (rules or ProtocolRules()).setting
    here = list(ranks)
    heads = [one for one in (*here, *away) if one.post and presumed(one)[0] is not ConsularRole.OFFICER]
    leading = _Order((one, steps_of(one, setting, {})) for one in heads)
    posts: dict[str, tuple[int, bool]] = {}
    for place, one in enumerate(leading.everybody()):
        posts.setdefault(one.post, (place, one.key not in leading.unproven))
    _add_headless(posts, heads=leading.everybody(), everybody=here)
    order = _Order((one, steps_of(one, setting, posts)) for one in here)
    fixed = dict(overrides or {})
    return tuple(
        Ranked(place, one, _proof(one, fixed, order.unproven), order.steps[one.key], fixed.get(one.key))
        for place, one in enumerate(placed(order.everybody(), fixed, lambda one: one.key), start=1)
    )


def woven(whole: Sequence[Ranked], part: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """A list in which those of `part` stand among each other as they do there, decisions by hand included.

    Whoever was fixed by hand in `whole` itself stays; the others of `part` take each other's places.
    """
    fixed = {one.key for one in whole if one.override}
    ordered = iter([one for one in part if one.key not in fixed])
    moving = {one.key for one in part} - fixed
    return tuple(replace(next(ordered), place=one.place) if one.key in moving else one for one in whole)


def _proof(one: Rank, fixed: Mapping[str, Override], unproven: Collection[str]) -> Proof:
    if one.key in fixed:
        return Proof.BY_HAND
    return Proof.UNPROVEN if one.key in unproven else Proof.PROVEN


def _add_headless(posts: dict[str, tuple[int, bool]], *, heads: Sequence[Rank], everybody: Sequence[Rank]) -> None:
    """Give posts whose head nobody has entered a place by the office's list, and say that it is unproven."""
    without = {
        one.post: one for one in sorted(everybody, key=fallback, reverse=True) if one.post and one.post not in posts
    }
    if not without:
        return
    leading: dict[str, Rank] = {}
    for one in heads:
        leading.setdefault(one.post, one)
    for place, one in enumerate(_inserted(list(leading.values()), sorted(without.values(), key=fallback))):
        posts[one.post] = (place, posts[one.post][1] if one.post in posts else False)


class _Order:
    """Sorts by the rule's questions, one after the other, and notes whose place they leave open."""

    def __init__(self, ranks: Iterable[tuple[Rank, Steps]]) -> None:
        pairs = list(ranks)
        self.steps: dict[str, Steps] = {one.key: steps for one, steps in pairs}
        self.unproven: set[str] = set()
        self._sorted = self._by(0, [one for one, _steps in pairs])

    def everybody(self) -> list[Rank]:
        """All in order."""
        return self._sorted

    def _by(self, depth: int, group: list[Rank]) -> list[Rank]:
        """A group whose answers were the same so far."""
        if len(group) < 2:
            return group
        if all(len(self.steps[one.key]) == depth for one in group):
            self.unproven.update(one.key for one in group)
            return sorted(group, key=alphabetical)
        known: dict[int, list[Rank]] = {}
        unknown: list[Rank] = []
        for one in group:
            value = self.steps[one.key][depth].value
            (unknown if value is None else known.setdefault(value, [])).append(one)
        self._doubt(depth, group, parted=len(known) + len(unknown) > 1)
        ordered = [one for value in sorted(known) for one in self._by(depth + 1, known[value])]
        whole = _inserted(ordered, sorted(unknown, key=fallback))
        self._doubt_lists(depth, whole)
        return whole

    def _doubt(self, depth: int, group: Sequence[Rank], *, parted: bool) -> None:
        asked = [one for one in group if not self.steps[one.key][depth].listed]
        for one in asked if len(asked) > 1 else ():
            step = self.steps[one.key][depth]
            if step.value is None or step.doubt is Doubt.VALUE or (parted and step.doubt is Doubt.PLACE):
                self.unproven.add(one.key)

    def _doubt_lists(self, depth: int, whole: Sequence[Rank]) -> None:
        """Whoever stands where the office's list says is proven by it, unless somebody's number is missing or other."""
        for n, one in enumerate(whole):
            mine = self.steps[one.key]
            if mine[depth].listed and not all(
                decision(one, mine, other, self.steps[other.key], first=n < m).proven
                for m, other in enumerate(whole)
                if m != n
            ):
                self.unproven.add(one.key)


def _inserted(ordered: Sequence[Rank], more: Sequence[Rank]) -> list[Rank]:
    """`ordered` with `more`, which are sorted among themselves, put where the office's list has them."""
    if not more:
        return list(ordered)
    gaps = [gap(one, ordered) for one in more]
    whole: list[Rank] = []
    taken = 0
    for n in range(len(ordered) + 1):
        while taken < len(more) and gaps[taken] <= n:
            whole.append(more[taken])
            taken += 1
        whole += ordered[n : n + 1]
    return whole
