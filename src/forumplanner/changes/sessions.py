"""What changed about a session that stands in both programmes: time, room, title, chairs, and what else it says."""

from collections.abc import Iterator

from forumplanner.changes.noting import change
from forumplanner.changes.people import PeopleChanges
from forumplanner.changes.places import ItemPlace, SessionPlace, joined, listed, rooms_of, when
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPart
from forumplanner.snapshots.changes import Change, ChangeKind
from forumplanner.snapshots.paper import Lines


def session_changes(was: SessionPlace, now: SessionPlace, people: PeopleChanges, tags: Lines) -> Iterator[Change]:
    """Changes of the session itself; its items are compared one by one."""
    old, new = was.session, now.session
    key, title, at = new.id, now.title, new.start
    if (was.day, old.start, old.end) != (now.day, new.start, new.end):
        other = was.day != now.day
        before = when(tags, was.day, old.start, old.end, with_day=other)
        after = when(tags, now.day, new.start, new.end, with_day=other)
        told = after if other else _by(tags, old.start, new.start, after)
        yield change(ChangeKind.TIME, key, title, before, told, at=at)
    if [room.id or room.name for room in old.rooms] != [room.id or room.name for room in new.rooms]:
        yield change(ChangeKind.ROOM, key, title, rooms_of(old, tags), rooms_of(new, tags), at=at)
    elif old.rooms != new.rooms:
        yield change(ChangeKind.OTHER, f"{key}/rooms", title, rooms_of(old, tags), rooms_of(new, tags), at=at)
    if old.title != new.title:
        yield change(ChangeKind.TITLE, key, title, was.title, now.title, at=at)
    for name, before, after in (
        ("summary", old.summary, new.summary),
        ("kind", old.kind_label, new.kind_label),
        ("access", old.access_label, new.access_label),
        ("url", _alike(old.url, tags), _alike(new.url, tags)),
        ("track", _alike(was.track, tags), _alike(now.track, tags)),
    ):
        if before != after:
            yield change(ChangeKind.OTHER, f"{key}/{name}", title, before, after, at=at)
    yield from _parts(was, now, people)


def _parts(was: SessionPlace, now: SessionPlace, people: PeopleChanges) -> Iterator[Change]:
    """Who leads the parts, and who appears in a part as a whole; a part that went takes its chairs along."""
    if _led_alike(was, now):
        return
    before = {part.id: part for part in was.session.parts}
    after = {part.id: part for part in now.session.parts}
    nobody = AgendaPart((), None, None, (), (), ())
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, nobody), after.get(key, nobody)
        what = _called(new if key in after else old, now.title)
        at = new.start if new.start is not None else now.session.start
        yield from people.among(old.chairs, new.chairs, subject=key, what=what, at=at, kind=ChangeKind.CHAIR)
        yield from people.among(old.people, new.people, subject=key, what=what, at=at, kind=ChangeKind.PERSON)


def _led_alike(was: SessionPlace, now: SessionPlace) -> bool:
    pairs = ([(part.id, part.chairs, part.people) for part in one.session.parts] for one in (was, now))
    return next(pairs) == next(pairs)


def _called(part: AgendaPart, title: Lines) -> Lines:
    """The session's title, with the part's where it has one."""
    labels = part.label or title
    return tuple(f"{text} {half}" if half and half != text else text for text, half in zip(title, labels, strict=True))


def is_the_same(was: ItemPlace, now: ItemPlace) -> bool:
    """Whether nothing at all changed about an item: the usual case, told from the others without setting any text."""
    old, new = was.home, now.home
    return (
        old.session.id == new.session.id
        and (old.day == new.day or old.session.start == new.session.start)
        and was.item == now.item
    )


def item_changes(was: ItemPlace, now: ItemPlace, people: PeopleChanges, tags: Lines) -> Iterator[Change]:
    """Changes of an item that stands in both; one that only went along with its session is not told."""
    old, new = was.item, now.item
    at = new.start if new.start is not None else now.home.session.start
    if was.home.session.id != now.home.session.id:
        yield change(ChangeKind.TIME, new.id, now.title, _there(was, tags), _there(now, tags), at=at)
    elif (old.start, old.end) != (new.start, new.end) and not _went_along(was, now):
        other, shorter = was.home.day != now.home.day, old.start == new.start
        ends = (old.end, new.end) if other or shorter else (None, None)
        before = when(tags, was.home.day, old.start, ends[0], with_day=other)
        after = when(tags, now.home.day, new.start, ends[1], with_day=other)
        told = after if other else _by(tags, old.start, new.start, after)
        yield change(ChangeKind.TIME, new.id, now.title, before, told, at=at)
    if old.title != new.title:
        yield change(ChangeKind.TITLE, new.id, now.title, was.title, now.title, at=at)
    yield from people.among(was.people, now.people, subject=new.id, what=now.title, at=at, kind=ChangeKind.PERSON)
    for name, before, after in (
        ("abstract", old.abstract, new.abstract),
        ("kind", old.kind_label, new.kind_label),
        ("held_in", old.held_in, new.held_in),
        ("url", _alike(old.url, tags), _alike(new.url, tags)),
        ("acts", _acts(was, tags), _acts(now, tags)),
    ):
        if before != after:
            yield change(ChangeKind.OTHER, f"{new.id}/{name}", now.title, before, after, at=at)


def _went_along(was: ItemPlace, now: ItemPlace) -> bool:
    """Whether the item still stands at the same distance from its session's start, which was told already."""
    before, after = was.home.session.start, now.home.session.start
    if before is None or after is None:
        return (was.item.start, now.item.start) != (None, None) and (was.home.day is None) != (now.home.day is None)
    if (was.home.day, before) == (now.home.day, after):
        return False

    def own(place: ItemPlace, start: int) -> tuple[int | None, ...]:
        return tuple(None if minute is None else minute - start for minute in (place.item.start, place.item.end))

    return own(was, before) == own(now, after)


def _there(place: ItemPlace, tags: Lines) -> Lines:
    """An item's place: its session and when it begins there."""
    times = when(tags, place.home.day, place.item.start, None, with_day=True)
    return tuple(f"{title} {time}" for title, time in zip(place.home.title, times, strict=True))


def _acts(place: ItemPlace, tags: Lines) -> Lines:
    return listed([joined(tags, act.title, act.parties) for act in place.item.acts], tags)


def _by(tags: Lines, old: int | None, new: int | None, lines: Lines) -> Lines:
    """The new time, and by how much it is earlier or later where that is under two hours."""
    by = new - old if old is not None and new is not None else 0
    if not 0 < abs(by) < 120:
        return lines
    message = "{time}, {n} minutes earlier" if by < 0 else "{time}, {n} minutes later"
    return tuple(in_language(tag, message, time=text, n=abs(by)) for tag, text in zip(tags, lines, strict=True))


def _alike(text: str, tags: Lines) -> Lines:
    return tuple(text for _tag in tags)
