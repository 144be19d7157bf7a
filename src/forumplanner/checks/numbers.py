"""Check of numbers: what the Chinese and the English side of one text count, date or number differently."""

from collections.abc import Callable, Iterator
from typing import Final

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import (
    finding,
    item_name,
    part_name,
    plain,
    room_name,
    session_subject,
    words,
)
from forumplanner.domain.languages import base
from forumplanner.domain.numerals import differing
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words

Found = tuple[tuple[str, ...], tuple[str, ...]]
"""Numbers that stand only in the Chinese, only in the English text."""


class _Pair:
    """Compares the two sides of texts; asked of every text, so it makes nothing where they agree."""

    def __init__(self, facts: Facts) -> None:
        sides = {base(tag): tag for tag in reversed(facts.forum.languages)}
        self.known = {"zh", "en"} <= sides.keys()
        self._zh, self._en = sides.get("zh", ""), sides.get("en", "")

    def __call__(self, text: LocalizedText) -> Found | None:
        """What differs between the sides."""
        sides = text.wordings
        if len(sides) < 2:
            return None
        chinese, english = sides.get(self._zh), sides.get(self._en)
        return differing(chinese.text, english.text) if chinese and english else None

    def texts(self, text: LocalizedText) -> tuple[str, str]:
        """The two sides."""
        return text.get(self._zh), text.get(self._en)


def differences(facts: Facts) -> Iterator[Finding]:
    """Titles, summaries and names whose two sides speak of different numbers; needs Chinese and English."""
    pair = _Pair(facts)
    if not pair.known:
        return
    yield from _of_forum(facts, pair)
    for timed in facts.sessions:
        session, place = timed.session, Place(Page.PROGRAMME, timed.session.id)
        for text, called in ((session.title, "title"), (session.summary, "summary"), (session.place, "place")):
            if found := pair(text):
                yield _finding(session_subject(session), _CALLED[called](), place, pair.texts(text), found)
        for part in timed.parts:
            if found := pair(part.part.title):
                named = Subject(SubjectKind.PART, part.part.id, part_name(session, part))
                yield _finding(named, _CALLED["title"](), place, pair.texts(part.part.title), found)
            for row in part.items:
                if found := pair(row.item.title):
                    named = Subject(SubjectKind.ITEM, row.item.id, item_name(row.item), row.start, row.end)
                    at = Place(Page.PROGRAMME, row.item.id)
                    yield _finding(named, _CALLED["title"](), at, pair.texts(row.item.title), found)


_CALLED: Final[dict[str, Callable[[], Words]]] = {
    "title": lambda: localized("title"),
    "summary": lambda: localized("summary"),
    "place": lambda: localized("place"),
    "theme": lambda: localized("theme"),
    "venue": lambda: localized("venue"),
    "name": lambda: localized("name"),
}


def _finding(
    subject: Subject,
    called: Words,
    place: Place,
    texts: tuple[str, str],
    found: tuple[tuple[str, ...], tuple[str, ...]],
) -> Finding:
    told: dict[str, object] = {
        "name": subject.label,
        "called": called,
        "chinese": texts[0],
        "english": texts[1],
        "in_chinese": ", ".join(found[0]),
        "in_english": ", ".join(found[1]),
    }
    return finding(
        FindingKind.NUMBERS_DIFFER,
        [subject],
        key=(subject.id, called["en"]),
        title=localized("Chinese says {in_chinese}, English {in_english}: {name}", **told),
        message=localized("In the {called}, “{chinese}” says {in_chinese}, “{english}” says {in_english}.", **told),
        remedy=localized("Read both sides and correct the wrong one."),
        place=place,
        facts=texts,
    )


def _of_forum(facts: Facts, pair: _Pair) -> Iterator[Finding]:
    forum = facts.forum
    owner = Subject(SubjectKind.FORUM, forum.id, words(forum.titles[0]) if forum.titles else plain(""))
    card = [*((text, "title") for text in forum.titles), (forum.theme, "theme"), (forum.venue, "venue")]
    entries = [(text, owner, called, Place(Page.FORUM, forum.id)) for text, called in card]
    for room in forum.rooms:
        named = Subject(SubjectKind.ROOM, room.id, room_name(room))
        entries.append((room.name, named, "name", Place(Page.FORUM, forum.id)))
    for track in forum.tracks:
        named = Subject(SubjectKind.TRACK, track.id, words(track.title))
        entries.append((track.title, named, "title", Place(Page.PROGRAMME)))
    for text, subject, called, place in entries:
        if found := pair(text):
            yield _finding(subject, _CALLED[called](), place, pair.texts(text), found)
