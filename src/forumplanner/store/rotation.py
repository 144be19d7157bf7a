"""Which backups stay: the newest ones, then one a day, one a week and one a month, further and further back."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence

NEWEST, DAILY, WEEKLY, MONTHLY = 8, 14, 8, 12


def to_keep(times: Sequence[dt.datetime]) -> set[dt.datetime]:
    """Those of `times` (aware) whose backups are kept: 8 newest, and the last of 14 days, 8 weeks and 12 months."""
    newest_first = sorted(times, reverse=True)
    periods: tuple[tuple[int, Callable[[dt.datetime], Hashable]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    kept = set(newest_first[:NEWEST])
    for count, period in periods:
        kept.update(_last_of_each(newest_first, count, period))
    return kept


def _last_of_each(
    newest_first: Sequence[dt.datetime], count: int, period: Callable[[dt.datetime], Hashable]
) -> list[dt.datetime]:
    last: dict[Hashable, dt.datetime] = {}
    for at in newest_first:
        last.setdefault(period(at.astimezone(dt.UTC)), at)
    return list(last.values())[:count]
