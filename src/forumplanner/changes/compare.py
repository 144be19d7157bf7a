"""Compares two programmes by the ids of their sessions, items and people, and groups what differs by session."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from forumplanner.changes.noting import change
from forumplanner.changes.people import PeopleChanges
from forumplanner.changes.places import Places, SessionPlace, joined, listed, rooms_of, when
from forumplanner.changes.sessions import is_the_same, item_changes, session_changes
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.changes import Change, ChangeGroup, ChangeKind, Comparison
from forumplanner.snapshots.paper import Lines

_KINDS = {kind: place for place, kind in enumerate(ChangeKind)}


def compare(old: AgendaPaper, new: AgendaPaper, *, minor: Collection[str] = ()) -> Comparison:
    """Everything that differs between two programmes of one forum, in the texts of the newer one's languages.

    What was added or cancelled is told once, not again for what is in it; an item that keeps its distance from its
    session's start is not told as moved. `minor`: ids of changes that are counted but not told.
    """
    if old.languages != new.languages:
        old = replace(old, languages=new.languages)
    before, after = Places.of(old), Places.of(new)
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for session, one in _all(before, after):
        found[session].append(replace(one, minor=True) if one.id in minor else one)
    groups = [_group(key, changes, before, after) for key, changes in found.items()]
    return Comparison(new.languages, tuple(sorted(groups, key=_place)))


def _all(before: Places, after: Places) -> Iterator[tuple[str, Change]]:
    """Every change with the id of its session; "" for the forum itself."""
    tags = after.paper.languages
    people = PeopleChanges(tags)
    for one in _forum(before.paper, after.paper):
        yield "", one
    for key, was in before.sessions.items():
        if key not in after.sessions:
            cancelled = tuple(in_language(tag, "Cancelled") for tag in tags)
            yield key, change(ChangeKind.CANCELLED, key, was.title, _slot(was, tags), cancelled, at=was.session.start)
    for key, now in after.sessions.items():
        earlier = before.sessions.get(key)
        if earlier is not None:
            for one in session_changes(earlier, now, people, tags):
                yield key, one
        else:
            none = tuple("" for _tag in tags)
            yield key, change(ChangeKind.ADDED, key, now.title, none, _slot(now, tags), at=now.session.start)
    for session, one in _items(before, after, people):
        yield session, one


def _items(before: Places, after: Places, people: PeopleChanges) -> Iterator[tuple[str, Change]]:
    tags = after.paper.languages
    none = tuple("" for _tag in tags)
    for key, was in before.items.items():
        home = was.home.session.id
        if key not in after.items and home in after.sessions:
            gone = tuple(in_language(tag, "Cancelled") for tag in tags)
            slot = when(tags, was.home.day, was.item.start, None, with_day=False)
            titled = tuple(f"{time} {text}" for time, text in zip(slot, was.title, strict=True))
            yield home, change(ChangeKind.CANCELLED, key, was.title, titled, gone, at=was.item.start)
    for key, now in after.items.items():
        home = now.home.session.id
        earlier = before.items.get(key)
        if earlier is not None:
            if not is_the_same(earlier, now):
                for one in item_changes(earlier, now, people, tags):
                    yield home, one
        elif home in before.sessions:
            slot = when(tags, now.home.day, now.item.start, now.item.end, with_day=False)
            names = [tuple(name or person.shown for name in person.names) for person in now.people]
            told = joined(tags, slot, listed(names, tags))
            yield home, change(ChangeKind.ADDED, key, now.title, none, told, at=now.item.start)


def _slot(place: SessionPlace, tags: Lines) -> Lines:
    """When and where a session is."""
    session = place.session
    times = when(tags, place.day, session.start, session.end, with_day=True)
    rooms = rooms_of(session, tags) if session.rooms else tuple("" for _tag in tags)
    return joined(tags, times, rooms)


def _forum(old: AgendaPaper, new: AgendaPaper) -> Iterator[Change]:
    """What the cover and the pages of parallel forums say about the forum itself."""
    tags = new.languages
    facts: dict[str, tuple[str, Lines, Lines]] = {
        "titles": ("Title", listed(old.titles, tags), listed(new.titles, tags)),
        "theme": ("Theme", old.theme, new.theme),
        "dates": ("Dates", old.dates, new.dates),
        "city": ("City", old.city, new.city),
        "venue": ("Venue", old.venue, new.venue),
        "live": ("Live stream", (old.live_url,) * len(tags), (new.live_url,) * len(tags)),
        "replay": ("Replay", (old.replay_url,) * len(tags), (new.replay_url,) * len(tags)),
        "organisers": ("Organisers", _organisers(old, tags), _organisers(new, tags)),
    }
    for key, (message, was, now) in facts.items():
        if was != now:
            yield change(ChangeKind.OTHER, key, tuple(in_language(tag, message) for tag in tags), was, now)
    tracks = {track.id: track for track in old.tracks}
    for track in new.tracks:
        before = tracks.get(track.id, track)
        for name, was, now in (
            ("title", before.title, track.title),
            ("conveners", listed(before.conveners, tags), listed(track.conveners, tags)),
        ):
            if was != now:
                what = tuple(in_language(tag, "Forum {letter}", letter=track.code) for tag in tags)
                kind = ChangeKind.TITLE if name == "title" else ChangeKind.OTHER
                yield change(kind, f"{track.id}/{name}", what, was, now)


def _organisers(paper: AgendaPaper, tags: Lines) -> Lines:
    return listed([name for group in paper.organisers for name in group.names], tags)


def _group(key: str, changes: list[Change], before: Places, after: Places) -> ChangeGroup:
    home = after.sessions.get(key) or before.sessions.get(key)
    ordered = tuple(sorted(changes, key=lambda one: (one.at, _KINDS[one.kind])))
    if home is None:
        title = tuple(in_language(tag, "The forum") for tag in after.paper.languages)
        return ChangeGroup("", title, None, None, "", ordered)
    return ChangeGroup(key, home.title, home.day, home.session.start, home.track, ordered)


def _place(group: ChangeGroup) -> tuple[bool, bool, int, int, str, str]:
    """The forum first, then by day, time and parallel forum; what has no day comes last."""
    day = group.day.toordinal() if group.day else 0
    start = group.start if group.start is not None else 10_000
    return bool(group.session), group.day is None, day, start, group.track, group.session
