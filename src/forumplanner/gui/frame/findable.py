"""Findable: anything the go-to box can lead to, with the words it is found by; and how those of a file are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumplanner import i18n
from forumplanner.domain.ids import ForumId
from forumplanner.gui import reading, texting
from forumplanner.gui.frame.commands import Command
from forumplanner.gui.pages.registry import papers
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.search_keys import fold, haystack
from forumplanner.snapshots.history import RemovedThing
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.people import PersonLine
from forumplanner.snapshots.programme import Programme, SessionLine

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Store

MAX_HITS = 9
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Findable:
    """`kind`: person, delegation, session, removed, paper or command.

    `page` and `target`: where it leads; a command has `key` instead.
    """

    kind: str
    key: str
    title: str
    detail: str
    keys: str
    page: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind: how many there are, and the best of them."""

    kind: str
    number: int
    shown: tuple[Findable, ...]


def from_commands(commands: Sequence[Command]) -> list[Findable]:
    """Commands by their words."""
    found = []
    for command in commands:
        title = spoken(command.text).replace("&", "").rstrip("…")
        detail = command.keys[0] if command.keys else ""
        found.append(Findable("command", command.key, title, detail, haystack(title, rare=False)))
    return found


def from_papers() -> list[Findable]:
    """Papers, by name and by what they are."""
    return [
        Findable("paper", key, title, detail, haystack(title, detail, rare=False), "documents", key)
        for key, title, detail in papers()
    ]


def from_file(store: "Store", forum_id: ForumId) -> list[Findable]:
    """People, delegations and sessions of a forum, and what was removed; read in a thread."""
    # They load the database's library.
    from forumplanner.queries import delegations, history, people, programme  # noqa: PLC0415 - as said above

    with store.read() as db:
        all_people = people.load(db, forum_id=forum_id)
        whole = programme.load(db, forum_id=forum_id)
        removed = history.load(db, limit=1).removed
        groups = delegations.named(db, forum_id=forum_id)
    found = [_person(line, all_people.languages) for line in all_people.lines]
    found += [_delegation(key, lines, country, all_people.languages) for key, lines, country in groups]
    return [*found, *(_session(line, whole) for line in whole.sessions), *map(_gone, removed)]


def _person(line: PersonLine, languages: tuple[str, ...]) -> Findable:
    """Beside the name the same name in the other script, and the institution in the reader's language."""
    tag = i18n.interface_language()
    other = line.name.latin if tag.startswith("zh") else line.name.zh
    detail = " · ".join(filter(None, [other, reading.line(line.institution, languages)]))
    key = line.participant_id
    return Findable("person", key, line.name.shown(tag), detail, fold(line.keys), "people", key)


def _delegation(key: str, name: Lines, country: str, languages: tuple[str, ...]) -> Findable:
    """A delegation by its name or institution; beside it the country."""
    where = reading.country(country)
    title = reading.line(name, languages) or where
    keys = haystack(*name, where, country, rare=False)
    return Findable("delegation", key, title, where if where != title else "", keys, "delegations", key)


def _session(line: SessionLine, programme: Programme) -> Findable:
    """Beside the title when and where it is."""
    when = [texting.short_day(line.day)] if line.day else []
    when += [f"{line.start // 60 % 24:02d}:{line.start % 60:02d}"] if line.start is not None else []
    rooms = [reading.words(room.name, programme.languages) for room in programme.rooms if room.id in line.room_ids[:1]]
    detail = " · ".join(filter(None, [" ".join(when), *rooms]))
    title, keys = reading.words(line.title, programme.languages), haystack(*line.title.texts, rare=False)
    return Findable("session", line.id, title, detail, keys, "programme", line.id)


def _gone(thing: RemovedThing) -> Findable:
    """What was removed and by whom; it leads to the step in the history, which offers to bring it back."""
    detail = f"{thing.actor} · {texting.short_day(thing.at.astimezone().date())}"
    title, keys = thing.called[i18n.interface_language()], haystack(*thing.called.values(), rare=False)
    return Findable("removed", str(thing.step), title, detail, keys, "history", str(thing.step))


def matching(things: Sequence[Findable], query: str) -> tuple[Group, ...]:
    """The hits by kind, best kind first; in each, titles that begin with the query first. Every word must be found.

    With nothing typed, all commands that fit. Each kind has a fair share of the room, and what others leave.
    """
    words = fold(query).split()
    if words:
        found = [thing for thing in things if all(_has(thing, word) for word in words)]
        found.sort(key=lambda thing: not fold(thing.title).startswith(words[0]))
    else:
        found = [thing for thing in things if thing.kind == "command"]
    kinds = list(dict.fromkeys(thing.kind for thing in found))
    by_kind = {kind: [thing for thing in found if thing.kind == kind] for kind in kinds}
    fair = MAX_HITS // max(len(kinds), 1)
    left = MAX_HITS - sum(min(len(hits), fair) for hits in by_kind.values())
    groups = []
    for kind, hits in by_kind.items():
        more = max(0, min(left, len(hits) - fair))
        left -= more
        groups.append(Group(kind, len(hits), tuple(hits[: fair + more])))
    return tuple(groups)


def _has(thing: Findable, word: str) -> bool:
    """One or two letters must begin a name, or its initials: "hj" alone stands inside too many."""
    if len(word) > _SHORT or thing.kind != "person":
        return word in thing.keys
    names = thing.keys.partition("\t")[0]
    return f"\n{word}" in names or f" {word}" in names or (not word.isascii() and word in names)
