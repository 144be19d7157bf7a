"""How an agenda writes a session's title, its place and its times."""

from collections.abc import Sequence

from forumplanner.documents.agenda.sheet import Job
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaRoom, AgendaSession
from forumplanner.snapshots.paper import Lines


def times(start: int | None, end: int | None) -> str:
    """09:00–10:00, or as much of it as is known."""
    return "–".join(clock(minute) for minute in (start, end) if minute is not None)


def session_title(job: Job, session: AgendaSession) -> Lines:
    """A session's title; where it has none at all, what kind of session it is."""
    if not any(session.title):
        return session.kind_label
    if any(text for _place, text in job.printed(session.title)):
        return session.title
    return tuple(next(filter(None, session.title)) for _tag in session.title)


def place_lines(job: Job, rooms: Sequence[AgendaRoom], *, floors: bool = False) -> Lines:
    """The names of rooms, the first one's only where there are more than three: the others relay it.

    `floors` adds them in the last printed language.
    """
    shown = rooms if len(rooms) <= 3 else rooms[:1]
    last = job.tongues[-1].place if floors else -1
    return tuple(
        _joined([_room(room, place, floor=place == last) for room in shown if room.name[place]], tag)
        for place, tag in enumerate(job.paper.languages)
    )


def _room(room: AgendaRoom, place: int, *, floor: bool) -> str:
    return f"{room.name[place]}, {room.floor}" if floor and room.floor else room.name[place]


def _joined(names: list[str], tag: str) -> str:
    return ("、" if tag.startswith("zh") else ", ").join(dict.fromkeys(names))
