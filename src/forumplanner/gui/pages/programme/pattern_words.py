"""A planned day in a few lines of words: when, what, and what fits into each half."""

from collections.abc import Iterator

from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.patterns import PlannedPart, PlannedSession
from forumplanner.domain.times import clock
from forumplanner.gui import reading
from forumplanner.i18n import interface_language, ngettext

Line = tuple[str, str, str]
"""Times, words, and the role of their label."""


def day_lines(planned: tuple[PlannedSession, ...]) -> Iterator[Line]:
    """The day in words; all parallel forums are one row with their halves below it."""
    forums = [session for session in planned if session.kind is SessionKind.PARALLEL]
    for session in planned:
        if session.kind is not SessionKind.PARALLEL:
            yield _span(session.start, session.end), _session_words(session), _role(session)
    if forums:
        words = ngettext("{n} parallel forum", "{n} parallel forums", len(forums))
        yield _span(forums[0].start, forums[0].end), words, "strong"
        for part in forums[0].parts:
            yield _span(part.start, part.end), _part_words(part), "small"


def _role(session: PlannedSession) -> str:
    return "muted" if session.kind in {SessionKind.BREAK, SessionKind.MEAL} else "strong"


def _session_words(session: PlannedSession) -> str:
    title = session.title.best(interface_language())
    number = sum(len(part.items) for part in session.parts)
    return f"{title} × {number}" if session.kind is SessionKind.KEYNOTES else title


def _part_words(part: PlannedPart) -> str:
    words = [ngettext("{n} talk fits", "{n} talks fit", part.talks)]
    for item in part.items:
        name = reading.word(item.kind)
        words.append(
            f"{name} {clock(item.start)}"
            if item.start is not None and item.kind is ItemKind.TEA
            else f"{name} {item.minutes}′"
        )
    title = part.title.best(interface_language())
    return f"{title}{_colon() if title else ''}{reading.listed(words)}"


def _colon() -> str:
    return "：" if interface_language() == "zh-Hans" else ": "


def _span(start: int, end: int) -> str:
    return f"{clock(start)}–{clock(end)}"
