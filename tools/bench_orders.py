"""Measures the order of protocol of 500 guests of every kind; prints milliseconds as JSON."""

import datetime as dt
import json
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from forumplanner.domain.guest_kinds import (  # noqa: E402 - the source tree must be on the path first
    DiplomaticRank,
    PostKind,
    ProtocolGroup,
    ProtocolLevel,
)
from forumplanner.domain.kinds import ConsularClass, ConsularRole  # noqa: E402 - as above
from forumplanner.domain.precedence import Override, Rank, ranked  # noqa: E402 - as above

GUESTS, ROUNDS = 500, 15


def main() -> None:
    """The best of several rounds."""
    chance = random.Random(7)
    guests = [guest(number, chance) for number in range(GUESTS)]
    overrides = {guests[number].key: Override(number + 1, "by hand") for number in range(0, GUESTS, 50)}
    spent = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        ranked(guests, overrides=overrides)
        spent.append((time.perf_counter() - started) * 1000)
    print(json.dumps({"order": min(spent)}))


def guest(number: int, chance: random.Random) -> Rank:
    """Half of them from posts, a tenth of those from embassies; every date is known to two in three."""
    if number % 2:
        level = chance.choice(list(ProtocolLevel))
        return Rank(f"g{number}", group=chance.choice(list(ProtocolGroup)), level=level, list_order=number)
    embassy = number % 20 == 0
    post = number % 80
    return Rank(
        f"c{number}",
        post=f"post {post}",
        kind=PostKind.EMBASSY if embassy else PostKind.CONSULATE_GENERAL,
        role=chance.choice(list(ConsularRole)),
        consular_class=chance.choice(list(ConsularClass)),
        honorary=number % 14 == 0,
        exequatur_on=day(chance),
        commission_on=day(chance),
        acting_since=day(chance),
        seniority=chance.randrange(5),
        diplomatic_rank=chance.choice(list(DiplomaticRank)) if embassy else None,
        list_order=post,
        country_en=f"Country {post}",
    )


def day(chance: random.Random) -> dt.date | None:
    """A day of a year, or none."""
    return dt.date(2025, 1, 1) + dt.timedelta(chance.randrange(365)) if chance.random() < 0.67 else None


if __name__ == "__main__":
    main()
