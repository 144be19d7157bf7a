"""The rows of the lists: somebody who must know, with how they are called, reached and looked after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forumplanner import i18n
from forumplanner.domain.kinds import Category
from forumplanner.domain.text import ZH
from forumplanner.gui import reading
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.snapshots.knowing import Call
from forumplanner.snapshots.must_know import Concerned, Way
from forumplanner.snapshots.telling import Reach, Reader
from forumplanner.snapshots.wordings import NO_NAME

EVERYBODY, ALONE = "everybody", "alone"
"""Keys of the texts that belong to no delegation."""

_TITLES = frozenset({"Mr", "Ms", "Mrs", "Miss", "Dr", "Prof", "Professor"})


@dataclass(frozen=True)
class Row:
    """One person of a list."""

    concerned: Concerned
    reader: Reader
    call: Call
    spoken: Spoken

    @property
    def key(self) -> str:
        """What the row is found by."""
        return self.concerned.participant_id

    def name(self) -> str:
        """As the reader of the window calls them."""
        return self.reader.name.shown(i18n.interface_language())

    def group(self) -> str:
        """Their delegation."""
        return reading.line(self.reader.delegation, self.spoken.plan.languages)

    def caller(self) -> str:
        """The liaison officer, who makes the call; "" where nobody was given it."""
        return self.call.by.shown(i18n.interface_language()) if self.call.by != NO_NAME else ""

    def number(self) -> str:
        """The number, and whom to ask for there; a mail address is no number."""
        ask = self.call.contact if "@" not in self.call.contact else ""
        return " · ".join(filter(None, (self.call.phone, ask)))

    def titles(self) -> str:
        """The sessions that it is about."""
        languages = self.spoken.plan.languages
        return reading.listed(dict.fromkeys(reading.line(news.title, languages) for news in self.concerned.news))

    def said(self) -> dict[str, str]:
        """By language: what to say."""
        return self.spoken.call(self.concerned, self.reader)

    def sentence(self) -> str:
        """The same for the reader of the window."""
        return reading.line(tuple(self.said().values()), self.spoken.plan.languages)


@dataclass(frozen=True)
class Group:
    """People who are written to at one go. `delegation_id`: "" where they belong to none."""

    key: str
    name: str
    rows: tuple[Row, ...]
    contact: str = ""
    delegation_id: str = ""

    def through(self) -> str:
        """Who passes it on: as the window's reader calls them where they are on the list, else as it was written."""
        words = self.contact.split()
        bare = " ".join(words[1:] if words and words[0].rstrip(".") in _TITLES else words)
        known = (one.name for one in self.rows[0].spoken.plan.readers)
        found = next((name for name in known if bare and bare in {name.zh, name.latin, name.native}), None)
        return found.shown(i18n.interface_language()) if found else self.contact

    def text(self) -> str:
        """What to paste, in all languages of the forum."""
        spoken, readers = self.rows[0].spoken, {row.key: row.reader for row in self.rows}
        return spoken.group([row.concerned for row in self.rows], readers.get)


def rows_of(people: Sequence[Concerned], spoken: Spoken, calls: Mapping[str, Call]) -> list[Row]:
    """A row for each; whoever left the forum is called as the plan last knew them."""
    readers = {reader.participant_id: reader for reader in spoken.plan.readers}
    names = {one.participant_id: one.name for one in spoken.plan.told}
    found = []
    for one in people:
        key = one.participant_id
        reader = readers.get(key) or _gone(key, names.get(key, ""))
        found.append(Row(one, reader, calls.get(key, Call(key)), spoken))
    return found


def _gone(key: str, name: str) -> Reader:
    return Reader(key, type(NO_NAME)(latin=name), Category.DELEGATE, Reach.MAIL)


def by_caller(rows: Sequence[Row]) -> list[Row]:
    """The phone list: who makes the call, in the order of their names; calls that nobody was given come last."""
    return sorted(rows, key=lambda row: (not row.caller(), row.caller()))


def groups_of(rows: Sequence[Row], everybody: Sequence[Row], words: tuple[str, str]) -> list[Group]:
    """Everybody together, then each delegation with people in its chat, then those of none.

    `words`: what the first and the last are called.
    """
    chats: dict[str, list[Row]] = {}
    for row in rows:
        chats.setdefault(row.reader.delegation_id, []).append(row)
    alone = chats.pop("", [])
    made = [Group(EVERYBODY, words[0], tuple(everybody))] if everybody else []
    made += [
        Group(key, own[0].group(), tuple(own), own[0].call.contact, key)
        for key, own in sorted(chats.items(), key=lambda chat: chat[1][0].group())
    ]
    if alone:
        made.append(Group(ALONE, words[1], tuple(alone)))
    return made


def apart(name: str) -> str:
    """A name within a Chinese sentence: Latin letters keep a space from it."""
    if i18n.interface_language() != ZH or not name:
        return name
    return f"{' ' if name[0].isascii() else ''}{name}{' ' if name[-1].isascii() else ''}"


def in_chat(group: Group) -> list[Row]:
    """Those of a group who hear of it there: a text for everybody also reaches people who get a mail or a call."""
    return [row for row in group.rows if row.concerned.way is Way.CHAT]
