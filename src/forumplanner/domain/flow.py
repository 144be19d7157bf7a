"""When the rows of an agenda begin and end, where some have their own start and others flow from the one before."""

import datetime as dt
from collections.abc import Iterable

Stretch = tuple[dt.datetime | None, dt.datetime | None]
"""Start and end as far as they are known."""


def flow(
    rows: Iterable[tuple[dt.datetime | None, int | None]],
    *,
    start: dt.datetime | None = None,
    end: dt.datetime | None = None,
) -> list[Stretch]:
    """Start and end of each row of (own start, minutes), in order.

    A row without a start begins where the one before ends, the first at `start`. A row without minutes ends where the
    next one has its own start, the last at `end`. What can't be known is None; nothing is invented.
    """
    given = list(rows)
    stretches: list[Stretch] = []
    cursor = start
    for index, (own, minutes) in enumerate(given):
        begins = own or cursor
        if minutes is None:
            following = given[index + 1][0] if index + 1 < len(given) else end
            ends = None if begins and following and following < begins else following
        else:
            ends = begins + dt.timedelta(minutes=minutes) if begins else None
        stretches.append((begins, ends))
        cursor = ends
    return stretches
