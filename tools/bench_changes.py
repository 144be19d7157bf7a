"""Measures comparing two releases of 1,000 sessions, from their bytes; prints milliseconds as JSON."""

import datetime as dt
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from forumplanner.changes import compare  # noqa: E402 - the source tree must be on the path first
from forumplanner.domain.kinds import Access, ItemKind, Role, SessionKind  # noqa: E402 - as above
from forumplanner.queries.editions import freeze, thaw  # noqa: E402 - as above
from forumplanner.snapshots.agenda import (  # noqa: E402 - as above
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    AgendaPart,
    AgendaPerson,
    AgendaRoom,
    AgendaSession,
)
from forumplanner.snapshots.paper import Edition  # noqa: E402 - as above
from forumplanner.snapshots.releases import Frozen  # noqa: E402 - as above

SESSIONS, TALKS, ROUNDS = 1000, 4, 7
NONE = ("", "")


def main() -> None:
    """The best of several rounds: both releases read from their bytes, then compared."""
    old = programme()
    days = [replace(day, sessions=tuple(map(changed, day.sessions))) for day in old.days]
    releases = [freeze(Frozen(paper)) for paper in (old, replace(old, days=tuple(days)))]
    best = {"read": 1e9, "compare": 1e9, "whole": 1e9}
    for _round in range(ROUNDS):
        started = time.perf_counter()
        before, after = (thaw(data).programme for data in releases)
        read = time.perf_counter()
        found = compare(before, after)
        done = time.perf_counter()
        spent = {"read": read - started, "compare": done - read, "whole": done - started}
        best = {key: min(best[key], spent[key] * 1000) for key in best}
    print(json.dumps({**best, "changes": len(found.changes()), "kB": sum(map(len, releases)) / 2000}))


def programme() -> AgendaPaper:
    """1,000 sessions of four talks on ten days."""
    days = tuple(
        AgendaDay(dt.date(2027, 10, 10 + day), tuple(session(day, n) for n in range(SESSIONS // 10)))
        for day in range(10)
    )
    edition = Edition()
    texts = (("论坛", "Forum"), ("论坛", "Forum"), NONE, NONE)
    return AgendaPaper(
        "k",
        ("zh-Hans", "en"),
        (texts[0],),
        texts[1],
        NONE,
        NONE,
        (),
        NONE,
        NONE,
        NONE,
        "",
        "",
        NONE,
        edition,
        "",
        (),
        days,
    )


def session(day: int, n: int) -> AgendaSession:
    """A session with a chair and four talks."""
    key = f"{day}-{n}"
    items = tuple(talk(f"{key}-{place}", 540 + 20 * place) for place in range(TALKS))
    part = AgendaPart(NONE, 540, 620, (person(f"{key}-c", Role.CHAIR),), (), items, id=f"{key}-p")
    return AgendaSession(
        key,
        SessionKind.PARALLEL,
        ("分论坛", "Parallel forum"),
        (f"第{key}场", f"Session {key}"),
        NONE,
        (AgendaRoom((f"{n}会议室", f"Room {n}"), id=str(n)),),
        540,
        620,
        Access.OPEN,
        NONE,
        is_break=False,
        parts=(part,),
    )


def talk(key: str, start: int) -> AgendaItem:
    """A talk of one speaker."""
    title = (f"关于{key}的报告", f"A report on {key}")
    speaker = (person(f"{key}-s", Role.SPEAKER),)
    kind = ("报告", "Report")
    return AgendaItem(
        ItemKind.REPORT, kind, title, NONE, start, start + 20, None, is_break=False, people=speaker, id=key
    )


def person(key: str, role: Role) -> AgendaPerson:
    """Somebody with a post."""
    post = ("江南医科大学教授", "Professor, Jiangnan Medical University")
    return AgendaPerson(
        (f"林{key}", f"Prof. LIN {key}"), f"林{key}", post, role, ("报告人", "Speaker"), id=key, who=key
    )


def changed(one: AgendaSession) -> AgendaSession:
    """In each tenth session a room and a title."""
    if not one.id.endswith("7"):
        return one
    part = one.parts[0]
    items = (replace(part.items[0], title=("另一个题目", "Another title")), *part.items[1:])
    return replace(one, rooms=(AgendaRoom(("大厅", "Hall"), id="hall"),), parts=(replace(part, items=items),))


if __name__ == "__main__":
    main()
