"""National days and holidays of the countries that come to such forums, as the resource of that name dates them."""

import datetime as dt
import json
from collections import defaultdict
from functools import cache

from forumplanner import paths
from forumplanner.snapshots.findings import Words

Holidays = dict[dt.date, list[tuple[str, Words]]]
"""By day: country (ISO 3166-1 alpha-2) and name."""

FIRST_YEAR, LAST_YEAR = 2026, 2029
"""The years for which days of other calendars are dated."""

FRIDAY_PRAYER = frozenset("AE AF AZ BD BH BN DJ DZ EG ID IQ IR JO KG KW KZ LB LY MA MV MY OM PK PS QA SA SD SY TJ TM TN TR UZ YE".split())  # fmt: skip  # noqa: E501, SIM905 - a list of codes reads best in one line
"""Countries most of whose people are Muslim: those for whose guests the Friday prayer is kept free."""


@cache
def holidays() -> Holidays:
    """Every day of the table in the years it covers."""
    table = json.loads(paths.resource("days", "national_days.json").read_text(encoding="utf-8"))
    found: Holidays = defaultdict(list)
    for row in table["fixed"]:
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            _add(found, f"{year}-{row['day']}", row)
    for row in table["dated"]:
        for day in row["days"]:
            _add(found, day, row)
    return dict(found)


def _add(found: Holidays, day: str, row: dict[str, str]) -> None:
    words = {"zh-Hans": row["zh"], "en": row["en"]}
    found[dt.date.fromisoformat(day)] += [(country, words) for country in row["countries"]]
