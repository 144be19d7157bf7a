"""Findable: anything the go-to box can lead to, with the words it is found by; and how those of a file are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumplanner import i18n
from forumplanner.domain.ids import ForumId
from forumplanner.gui.frame.commands import Command
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.search_keys import fold, haystack

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Store

MAX_HITS = 9


@dataclass(frozen=True, slots=True)
class Findable:
    """`kind`: person, session or command. `page` and `target`: where it leads; a command has `key` instead."""

    kind: str
    key: str
    title: str
    detail: str
    keys: str
    page: str = ""
    target: str = ""


def from_commands(commands: Sequence[Command]) -> list[Findable]:
    """Commands by their words."""
    found = []
    for command in commands:
        title = spoken(command.text).replace("&", "").rstrip("…")
        detail = command.keys[0] if command.keys else ""
        found.append(Findable("command", command.key, title, detail, haystack(title)))
    return found


def from_file(store: "Store", forum_id: ForumId) -> list[Findable]:
    """People and sessions of a forum; read in a thread."""
    from forumplanner.queries import people, programme  # noqa: PLC0415 - loads the database's library

    tag = i18n.interface_language()
    with store.read() as db:
        all_people = people.load(db, forum_id=forum_id)
        whole = programme.load(db, forum_id=forum_id)
    found: list[Findable] = []
    for line in all_people.lines:
        other = line.name.latin if tag.startswith("zh") else line.name.zh
        detail = " · ".join(filter(None, [other, next(filter(None, line.institution), "")]))
        found.append(
            Findable(
                "person",
                line.participant_id,
                line.name.shown(tag),
                detail,
                fold(line.keys),
                "people",
                line.participant_id,
            )
        )
    place = 0 if tag.startswith("zh") else 1
    for session in whole.sessions:
        title = session.title.best(place)
        found.append(
            Findable(
                "session",
                session.id,
                title,
                session.title.best(1 - place),
                haystack(*session.title.texts),
                "programme",
                session.id,
            )
        )
    return found


def matching(things: Sequence[Findable], query: str) -> list[Findable]:
    """The best hits: those whose title begins with the query first, then the others; every word must be found."""
    words = fold(query).split()
    if not words:
        return [thing for thing in things if thing.kind == "command"][:MAX_HITS]
    hits = [thing for thing in things if all(word in thing.keys for word in words)]
    rank: Callable[[Findable], bool] = lambda thing: not fold(thing.title).startswith(words[0])  # noqa: E731 - a sort key
    return sorted(hits, key=rank)[:MAX_HITS]
