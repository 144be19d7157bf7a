"""Checks of texts: which have no side in a language that papers print, and which side is older than the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import (
    finding,
    item_name,
    listed,
    person_name,
    person_subject,
    plain,
    session_called,
    session_name,
    session_subject,
    words,
)
from forumplanner.domain.kinds import BREAK_ITEMS, BREAK_SESSIONS
from forumplanner.domain.languages import language_name
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checked_guests import CheckedText, TextGroup
from forumplanner.snapshots.checks import CheckedItem, CheckedPerson, CheckedSession
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words

Behind = Callable[[LocalizedText, str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text with a side missing or older, what to call it, and the thing it belongs to."""

    text: LocalizedText
    name: Words
    owner: Subject


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that are mended at one place: those of one session, or all rooms; `called` in sentences.

    `printed`: papers leave a missing side blank.
    """

    id: str
    name: Words
    called: Words
    place: Place
    entries: tuple[Entry, ...]
    printed: bool = True


def translations(facts: Facts) -> Iterator[Finding]:
    """Texts that lack one of the forum's languages, or have a side older than the other.

    One finding for each session (or all rooms, tracks, posts, delegations), language and fault. Breaks are left out:
    papers have fixed words for them.
    """
    for group in _groups(facts):
        for tag in facts.forum.languages:
            for kind, behind in _FAULTS.items():
                if entries := [entry for entry in group.entries if behind(entry.text, tag)]:
                    yield _finding(kind, group, tag, entries)


_FAULTS: Final[dict[FindingKind, Behind]] = {
    FindingKind.TRANSLATION_MISSING: lambda text, tag: not text.get(tag),
    FindingKind.TRANSLATION_STALE: lambda text, tag: text.needs_review(tag),
}


class _Suspects:
    """Picks the few texts worth a look, so that nothing is named for the thousands that are in order."""

    def __init__(self, languages: Iterable[str]) -> None:
        self._wanted = tuple(languages)

    def __call__(self, text: LocalizedText) -> bool:
        """True where a side is missing or two differ in revision; asked of every text, so it makes no lists."""
        sides = text.wordings
        if not sides:
            return False
        revision = 0
        for tag in self._wanted:
            side = sides.get(tag)
            if side is None or (revision and side.revision != revision):
                return True
            revision = side.revision
        return len(sides) > len(self._wanted) and any(side.revision != revision for side in sides.values())


def _finding(kind: FindingKind, group: Group, tag: str, entries: list[Entry]) -> Finding:
    told = {"group": group.name, "language": language_name(tag), "list": listed([entry.name for entry in entries])}
    owners = {entry.owner.id: entry.owner for entry in entries}
    within = {**told, "group": group.called}
    lacking = kind is FindingKind.TRANSLATION_MISSING
    return finding(
        kind,
        tuple(owners.values()),
        key=(group.id, tag),
        title=_missing_title(len(entries), told) if lacking else _stale_title(len(entries), told),
        message=localized("No {language} yet in {group}: {list}.", **within)
        if lacking
        else localized(
            "In {group}, the {newer} was edited after the {language}: {list}.",
            newer=listed([language_name(newer) for newer in _newer(entries, tag)]),
            **within,
        ),
        remedy=_remedy(group, told, lacking=lacking),
        place=group.place,
        facts=[f"{entry.owner.id} {_sides(entry.text)}" for entry in entries],
    )


def _remedy(group: Group, told: dict[str, Words], *, lacking: bool) -> Words:
    if not lacking:
        return localized("Read both sides, then edit or confirm the {language}.", **told)
    if group.printed:
        return localized("Write the {language}; until then papers leave it blank.", **told)
    return localized("Write the {language}.", **told)


def _newer(entries: list[Entry], tag: str) -> list[str]:
    """The languages in which these texts were edited after that one."""
    sides = (entry.text.wordings for entry in entries)
    return sorted({other for one in sides for other, side in one.items() if side.revision > one[tag].revision})


def _sides(text: LocalizedText) -> str:
    return "|".join(f"{tag}={text.get(tag)}" for tag in sorted(text))


def _missing_title(n: int, told: dict[str, Words]) -> Words:
    return count_localized("{n} text without {language}: {group}", "{n} texts without {language}: {group}", n, **told)


def _stale_title(n: int, told: dict[str, Words]) -> Words:
    return count_localized(
        "{n} text to review in {language}: {group}", "{n} texts to review in {language}: {group}", n, **told
    )


def _groups(facts: Facts) -> Iterator[Group]:
    suspect = _Suspects(facts.forum.languages)
    yield from _directories(facts, suspect)
    for timed in facts.sessions:
        if entries := tuple(_session(timed.session, suspect)):
            session = timed.session
            yield Group(
                session.id, session_name(session), session_called(session), Place(Page.PROGRAMME, session.id), entries
            )


def _directories(facts: Facts, suspect: _Suspects) -> Iterator[Group]:
    """The forum's own card, its rooms, its parallel forums, the posts of its people: each mended at one place."""
    forum = facts.forum
    yield _directory(forum.id, localized("the forum"), Place(Page.FORUM, forum.id), tuple(_card(facts, suspect)))
    rooms = [_owned(SubjectKind.ROOM, room.id, room.name) for room in forum.rooms if suspect(room.name)]
    yield _directory("rooms", localized("the rooms"), Place(Page.FORUM, forum.id), tuple(rooms))
    tracks = [_owned(SubjectKind.TRACK, track.id, track.title) for track in forum.tracks if suspect(track.title)]
    yield _directory("tracks", localized("the parallel forums"), Place(Page.PROGRAMME), tuple(tracks))
    posts = [_post(person) for person in forum.people if suspect(person.post)]
    yield _directory("posts", localized("posts of participants"), Place(Page.PEOPLE), tuple(posts))
    yield from _guest_side(facts, suspect)


def _guest_side(facts: Facts, suspect: _Suspects) -> Iterator[Group]:
    """What came with guests, delegations and the alliance, and the forum's own words on papers and in letters."""
    found: dict[TextGroup, list[CheckedText]] = {}
    for one in facts.forum.texts:
        if suspect(one.text):
            found.setdefault(one.group, []).append(one)
    for code, texts in found.items():
        targets = {one.target for one in texts}
        place = Place(_GUEST_PAGES[code], targets.pop() if len(targets) == 1 else "")
        entries = tuple(Entry(one.text, _guest_name(one), _guest_owner(one, facts)) for one in texts)
        name = _guest_words(code)
        yield Group(f"guests.{code}", name, name, place, entries, printed=code is not TextGroup.REGISTERS)


def _guest_name(one: CheckedText) -> Words:
    if one.called and one.column == "hotel":
        return localized("hotel of {delegation}", delegation=words(one.called))
    if one.called and one.group is TextGroup.TITLES:
        return localized("{title} ({post})", title=words(one.text), post=words(one.called))
    return words(one.called or one.text)


def _guest_owner(one: CheckedText, facts: Facts) -> Subject:
    """Whom the text belongs to; what has no kind of its own, such as a post or an agreement, belongs to the forum."""
    if one.group is TextGroup.DELEGATIONS:
        return Subject(SubjectKind.DELEGATION, one.owner, words(one.called or one.text))
    if one.group is TextGroup.TITLES:
        return Subject(SubjectKind.CONSULAR_GUEST, one.owner, words(one.called or one.text))
    return _forum_subject(facts)


def _guest_words(group: TextGroup) -> Words:
    return {
        TextGroup.POSTS: localized("the consular posts"),
        TextGroup.TITLES: localized("titles of consular guests"),
        TextGroup.DELEGATIONS: localized("the delegations"),
        TextGroup.REGISTERS: localized("the registers of the alliance"),
        TextGroup.RANKS: localized("the forum’s own words for organisers"),
        TextGroup.CAPTION: localized("the forum’s own caption"),
        TextGroup.LETTERS: localized("the forum’s own letters"),
    }[group]


_GUEST_PAGES: Final = {
    TextGroup.POSTS: Page.GUESTS,
    TextGroup.TITLES: Page.GUESTS,
    TextGroup.DELEGATIONS: Page.DELEGATIONS,
    TextGroup.REGISTERS: Page.ALLIANCE,
    TextGroup.RANKS: Page.ALLIANCE,
    TextGroup.CAPTION: Page.DELEGATIONS,
    TextGroup.LETTERS: Page.LETTERS,
}


def _directory(identity: str, name: Words, place: Place, entries: tuple[Entry, ...]) -> Group:
    return Group(identity, name, name, place, entries)


def _owned(kind: SubjectKind, identity: str, text: LocalizedText) -> Entry:
    return Entry(text, words(text), Subject(kind, identity, words(text)))


def _post(person: CheckedPerson) -> Entry:
    name = localized("{person} ({post})", person=person_name(person), post=words(person.post))
    return Entry(person.post, name, person_subject(person))


def _card(facts: Facts, suspect: _Suspects) -> Iterator[Entry]:
    forum = facts.forum
    owner = _forum_subject(facts)
    for title in filter(suspect, forum.titles):
        yield Entry(title, localized("title"), owner)
    fields = (
        (forum.theme, localized("theme")),
        (forum.city, localized("city")),
        (forum.venue, localized("venue")),
    )
    yield from (Entry(text, name, owner) for text, name in fields if suspect(text))


def _forum_subject(facts: Facts) -> Subject:
    forum = facts.forum
    return Subject(SubjectKind.FORUM, forum.id, words(forum.titles[0]) if forum.titles else plain(""))


def _session(session: CheckedSession, suspect: _Suspects) -> Iterator[Entry]:
    if suspect(session.title) or suspect(session.summary) or suspect(session.place):
        yield from _own(session, suspect)
    for part in session.parts:
        if suspect(part.title):
            name = localized("part “{part}”", part=words(part.title))
            yield Entry(part.title, name, Subject(SubjectKind.PART, part.id, words(part.title)))
        for item in part.items:
            if suspect(item.title) or suspect(item.abstract):
                yield from _item(item, suspect)


def _own(session: CheckedSession, suspect: _Suspects) -> Iterator[Entry]:
    owner = session_subject(session)
    if session.kind not in BREAK_SESSIONS and suspect(session.title):
        yield Entry(session.title, localized("title of the session"), owner)
    if suspect(session.summary):
        yield Entry(session.summary, localized("summary"), owner)
    if suspect(session.place):
        yield Entry(session.place, localized("place"), owner)


def _item(item: CheckedItem, suspect: _Suspects) -> Iterator[Entry]:
    owner = Subject(SubjectKind.ITEM, item.id, item_name(item))
    if item.kind not in BREAK_ITEMS and suspect(item.title):
        yield Entry(item.title, localized("“{item}”", item=item_name(item)), owner)
    if suspect(item.abstract):
        yield Entry(item.abstract, localized("abstract of “{item}”", item=item_name(item)), owner)
