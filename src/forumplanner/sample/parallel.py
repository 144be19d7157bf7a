"""The parallel forums of the sample: their rooms, halves, chairs, talks, discussions and the tea break in between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

from forumplanner.domain.kinds import Mode, SessionKind
from forumplanner.domain.text import LocalizedText
from forumplanner.records import Item, Part, Room, Session, Track
from forumplanner.sample import draft as drafts
from forumplanner.sample.attendees import Attendee
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.programme import Place, add_appearance, add_item, add_room_use
from forumplanner.sample.tables import ZONE, at, bilingual, day, key, table

START = 13 * 60 + 30
TALK, TEA = 15, 20
DAY = 1
HALVES = ("上半场|First half", "下半场|Second half")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Timetable:
    """When the halves begin and end, in minutes since midnight; the same in all rooms, so that tea is shared."""

    talks: tuple[int, ...]
    rooms: int
    discussion: int

    @classmethod
    def of(cls, talks: int, rooms: int) -> "Timetable":
        """Spread `talks` over two halves in each of `rooms`, as evenly as it goes, first halves first."""
        halves = rooms * 2
        shares = tuple(talks // halves + (n < talks % halves) for n in range(halves))
        return cls(shares, rooms, 20 if max(shares) <= 5 else 10)

    def count(self, room: int, half: int) -> int:
        """How many talks a half holds."""
        return self.talks[half * self.rooms + room]

    def edges(self, half: int) -> tuple[int, int]:
        """Start and end of a half without the tea after it."""
        first = START + self.talks[0] * TALK + self.discussion
        if half == 0:
            return START, first
        start = first + TEA
        return start, start + self.talks[self.rooms] * TALK + self.discussion

    @property
    def end(self) -> int:
        """When the last forum ends."""
        return self.edges(1)[1]


def special_talks(rooms: int) -> int:
    """How many talks of the first `rooms` forums have a title and a speaker of their own in the tables."""
    return sum(len(half) for track in table("programme")["tracks"][:rooms] for half in track["talks"])


def chairs_needed(rooms: int) -> int:
    """How many chairs must come from the crowd."""
    return 2 * max(0, rooms - len(table("programme")["tracks"]))


def add_forums(draft: Draft, timetable: Timetable, crowd: list[Attendee], *, provisional: int) -> None:
    """All parallel forums. `crowd`: speakers for the generated talks, then chairs; `provisional`: how many in all."""
    titles = _titles(Random("titles"))
    people = iter(crowd)
    tracks = [track_row(n) for n in range(timetable.rooms)]
    special = sum(bool(t.get("provisional")) for row in tracks for half in row["talks"] for t in half)
    generated = [
        _talk(next(titles), next(people), provisional=n < provisional - special, number=n)
        for n in range(sum(timetable.talks) - sum(len(h) for row in tracks for h in row["talks"]))
    ]
    pool = iter(generated)
    chairs = [attendee.code for attendee in people]
    for number, row in enumerate(tracks):
        if not row["chairs"]:
            row = {**row, "chairs": [chairs.pop(0), chairs.pop(0)]}  # noqa: PLW2901 - the row with its chairs
        _add_forum(draft, timetable, row, number, pool)


def track_row(number: int) -> dict[str, Any]:
    """A parallel forum of the table, or one made after its pattern."""
    rows: list[dict[str, Any]] = table("programme")["tracks"]
    if number < len(rows):
        return rows[number]
    topics = table("talks")["topics"]
    zh, _, en = topics[number % len(topics)][number // len(topics) % 8].partition("|")
    return {
        "code": track_code(number),
        "zh": f"{zh}专题",
        "en": f"{en}: special forum",
        "convener": "cmer",
        "room": f"P{number + 1:02d}",
        "chairs": [],
        "talks": [[], []],
    }


def track_code(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    return ("" if number < 26 else chr(64 + number // 26)) + chr(65 + number % 26)


def _titles(random: Random) -> Iterator[tuple[int, str, str]]:
    """Forum number modulo 4, Chinese and English title; none comes twice."""
    tables = table("talks")
    by_topic = []
    for number, topics in enumerate(tables["topics"]):
        combinations = list(product(topics, tables["settings"], tables["angles"]))
        random.shuffle(combinations)
        by_topic.append([(number, *_title(*parts)) for parts in combinations])
    for round_of_titles in zip(*by_topic, strict=True):
        yield from round_of_titles


def _title(topic: str, setting: str, angle: str) -> tuple[str, str]:
    (topic_zh, topic_en), (zh, en), (angle_zh, angle_en) = (t.split("|") for t in (topic, setting, angle))
    return f"{zh}{topic_zh}：{angle_zh}", f"{topic_en} {en}: {angle_en}"


def _talk(title: tuple[int, str, str], speaker: Attendee, *, provisional: bool, number: int) -> dict[str, Any]:
    mode = {"mode": "online"} if speaker.mode is Mode.ONLINE else {}
    languages = ["zh-Hans"] if speaker.country == "CN" else ["en"]
    return {
        "zh": title[1],
        "en": title[2],
        "who": speaker.code,
        "provisional": provisional,
        "languages": languages,
        "reworded": number == 0,
        **mode,
    }


def _add_forum(draft: Draft, timetable: Timetable, row: Row, number: int, pool: Iterator[dict[str, Any]]) -> None:
    code, title = row["code"], bilingual(row["zh"], row["en"])
    draft.add(
        Track(
            id=key("track", code),
            forum_id=FORUM,
            code=code,
            title=title,
            convener_id=drafts.institution(row["convener"]),
            contact="parallel@qlmu.example",
            position=number,
        )
    )
    draft.add(
        Session(
            id=key("session", f"PF-{code}"),
            forum_id=FORUM,
            code=f"PF-{code}",
            track_id=key("track", code),
            kind=SessionKind.PARALLEL,
            title=title,
            day=day(DAY),
            starts_at=at(DAY, START),
            ends_at=at(DAY, timetable.end),
            zone=ZONE,
            expected=90 + 7 * (number % 4),
            position=100 + number,
        )
    )
    if number >= len(table("programme")["tracks"]):
        _add_room(draft, row["room"], number)
    add_room_use(draft, f"PF-{code}", row["room"], 0)
    for half in range(2):
        _add_half(draft, timetable, row, (number, half), pool)


def _add_room(draft: Draft, code: str, number: int) -> None:
    building = bilingual("教学楼", "Teaching Building")
    name = bilingual(f"{code}教室", f"Classroom {code}")
    draft.add(
        Room(
            id=key("room", code),
            forum_id=FORUM,
            code=code,
            name=name,
            building=building,
            floor=f"{number % 6 + 1}F",
            capacity=140,
            position=100 + number,
        )
    )


def _add_half(
    draft: Draft, timetable: Timetable, row: Row, which: tuple[int, int], pool: Iterator[dict[str, Any]]
) -> None:
    number, half = which
    code = f"PF-{row['code']}-{half + 1}"
    start, end = timetable.edges(half)
    zh, _, en = HALVES[half].partition("|")
    draft.add(
        Part(
            id=key("part", code),
            session_id=key("session", f"PF-{row['code']}"),
            code=code,
            title=bilingual(zh, en),
            starts_at=at(DAY, start),
            ends_at=at(DAY, end + (TEA if half == 0 else 0)),
            position=half,
        )
    )
    add_appearance(draft, Place(part=code), {"p": row["chairs"][half], "role": "chair"}, 0)
    talks = row["talks"][half]
    talks = [*talks, *(next(pool) for _ in range(timetable.count(number, half) - len(talks)))]
    spoken = sum(talk.get("minutes", TALK) for talk in talks)
    for place, talk in enumerate(talks, start=1):
        item = add_item(draft, code, _row(talk), place, day_number=DAY, starts=start if place == 1 else None)
        if talk.get("reworded"):
            _reword(item)
    closing: list[tuple[Row, int | None]] = [
        ({"kind": "discussion", "zh": "讨论", "en": "Discussion", "minutes": end - start - spoken}, None)
    ]
    if half == 0:
        closing.append(({"kind": "tea", "zh": "茶歇", "en": "Tea break", "minutes": TEA}, end))
    for place, (item_row, starts) in enumerate(closing, start=len(talks) + 1):
        add_item(draft, code, item_row, place, day_number=DAY, starts=starts)


def _row(talk: Row) -> dict[str, Any]:
    """A talk of the table as a row of the agenda."""
    who: dict[str, Any] = {"provisional": talk.get("provisional", False)}
    for field, letter in (("who", "p"), ("institution", "i"), ("label", "l")):
        if field in talk:
            who[letter] = talk[field]
    if "mode" in talk:
        who["mode"] = talk["mode"]
    english = talk.get("languages", ["zh-Hans"]) == ["en"]
    return {
        "kind": "report",
        "zh": talk["zh"],
        "en": talk["en"],
        "minutes": talk.get("minutes", TALK),
        "who": [who],
        "languages": talk.get("languages", ["zh-Hans"]),
        "interpretation": "simultaneous" if english else "none",
        "channel": "2" if english else "",
    }


def _reword(item: Item) -> None:
    """Let somebody have changed the Chinese title after the English one was written."""
    title: LocalizedText = item.title
    item.title = title.edited("zh-Hans", "再谈" + title.get("zh-Hans"))
