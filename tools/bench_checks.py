"""What `bench.py` measures of the checks: python tools/bench_checks.py says milliseconds as JSON."""

import datetime as dt
import json
import time
from collections.abc import Callable

from forumplanner.checks import run
from forumplanner.checks.live import LiveChecks
from forumplanner.domain.kinds import Direction, ItemKind, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.snapshots import checks as shape

ROOMS, ITEMS = 30, 5


def checks() -> None:
    """All checks over 1,000 sessions, and one move of a session among 300: says the milliseconds."""
    large, board = _forum(1000), _forum(300)
    spent = {"run": _best(lambda: run(large), 7)}
    live = LiveChecks(board)
    session = board.sessions[150]
    start, end = session.start or dt.datetime.now(tz=dt.UTC), session.end or dt.datetime.now(tz=dt.UTC)
    later = dt.timedelta(minutes=35)
    live.moved(session.id, start=start, end=end)  # indexes the forum, as the board does when it opens
    spent["move"] = _best(lambda: live.moved(session.id, start=start + later, end=end + later, rooms=("r3",)), 50)
    print(json.dumps({what: seconds * 1000 for what, seconds in spent.items()}))


def _best(do: Callable[[], object], rounds: int) -> float:
    best = 9.0
    for _round in range(rounds):
        began = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - began)
    return best


def _forum(sessions: int) -> shape.CheckedForum:
    """A programme of that many sessions in 30 rooms, five talks and a chair each, with one clash in a hundred."""
    arrival = (shape.CheckedJourney(Direction.ARRIVAL, dt.datetime(2026, 11, 13, tzinfo=dt.UTC)),)
    codes = [f"c{n}" for n in range(sessions)] + [f"p{n}" for n in range(sessions * ITEMS)]
    return shape.CheckedForum(
        "f",
        titles=(_text("论坛", "Forum"),),
        mailbox="office@forum.example",
        sessions=tuple(map(_session, range(sessions))),
        rooms=tuple(
            shape.CheckedRoom(f"r{n}", _text(f"会议室{n}", f"Room {n}"), 200, _text(f"{n % 3}号楼", f"House {n % 3}"))
            for n in range(ROOMS)
        ),
        people=tuple(
            shape.CheckedPerson(code, PersonName(latin=code), "CN", journeys=arrival if code.endswith("7") else ())
            for code in codes
        ),
    )


def _session(n: int) -> shape.CheckedSession:
    day, place = divmod(n // ROOMS, 4)
    start = dt.datetime(2026, 11, 14 + day % 14, (0, 2, 6, 8)[place], tzinfo=dt.UTC)
    talks = tuple(
        shape.CheckedItem(
            f"i{n}-{k}",
            ItemKind.REPORT,
            _text(
                f"高原社区慢性病管理的第{k + 1}种做法",
                f"Care of chronic disease in the highlands, practice {k + 1}",
            ),
            minutes=18,
            appearances=(shape.CheckedAppearance(f"a{n}-{k}", Role.SPEAKER, f"p{n * ITEMS + k}"),),
        )
        for k in range(ITEMS)
    )
    chair = shape.CheckedAppearance(f"c{n}", Role.CHAIR, f"c{n - n % 100 // 99}")
    return shape.CheckedSession(
        f"s{n}",
        _text(f"场次{n}", f"Session {n}"),
        SessionKind.PARALLEL,
        start,
        start + dt.timedelta(minutes=90),
        (start + dt.timedelta(hours=8)).date(),
        rooms=(f"r{n % ROOMS}",),
        parts=(shape.CheckedPart(f"pt{n}", items=talks, appearances=(chair,)),),
        expected=100,
    )


def _text(zh: str, en: str) -> LocalizedText:
    return LocalizedText.of({"zh-Hans": zh, "en": en})


if __name__ == "__main__":
    checks()
