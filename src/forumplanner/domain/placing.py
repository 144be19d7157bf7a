"""Places fixed by hand inside an order that a rule made."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from forumplanner.domain.ranks import Override

Anything = TypeVar("Anything")


def placed(
    order: Sequence[Anything], fixed: Mapping[str, Override], key: Callable[[Anything], str]
) -> tuple[Anything, ...]:
    """The order with everybody of `fixed` (by key) at the place named, or the nearest one left.

    The others keep their order. Of two that were given one place, the one whom the rule puts first has it.
    """
    places: list[Anything | None] = [None] * len(order)
    for one in sorted((one for one in order if key(one) in fixed), key=lambda one: fixed[key(one)].place):
        wish = min(max(fixed[key(one)].place, 1), len(order)) - 1
        free = [n for n, other in enumerate(places) if other is None]
        places[min(free, key=lambda n: (abs(n - wish), n < wish))] = one
    rest = iter([one for one in order if key(one) not in fixed])
    return tuple(one if one is not None else next(rest) for one in places)
