"""Names in running text: which stretches of the host's words call somebody, so that they stay whole and stand out."""

from collections.abc import Iterable, Sequence
from typing import Final

from forumplanner.documents.typesetting.characters import keep_together
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.snapshots.running_order import RunningItem, RunningPerson, RunningSession

_LONGEST: Final = 18
"""A name of more characters may be broken at a space, else a narrow column could hardly hold it."""


def kept_names(text: str, names: Iterable[str]) -> str:
    """The text, its names never broken inside."""
    for name in sorted({name for name in names if 1 < len(name) <= _LONGEST}, key=len, reverse=True):
        text = text.replace(name, keep_together(name))
    return text


def names_in(session: RunningSession, tongue: Tongue) -> set[str]:
    """Every name that may be said in a session, as that language says it."""
    return {form for item in session.items for person in item.people for form in forms(person, tongue)}


def forms(person: RunningPerson, tongue: Tongue) -> list[str]:
    """A person's name as that language says it: with courtesy, and bare."""
    return [form for form in (person.spoken[tongue.place], person.names[tongue.place]) if form]


def called(text: str, item: RunningItem, tongue: Tongue) -> list[tuple[int, int]]:
    """Where the words call the people of their item: name, courtesy, and a Chinese post right before them."""
    found: list[tuple[int, int]] = []
    for person in item.people:
        for form in forms(person, tongue):
            found += _spans(text, form, person.posts[tongue.place] if tongue.chinese else "")
    return _merged(found)


def _spans(text: str, form: str, post: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(form)
    while at >= 0:
        start = at - len(post) if post and text[:at].endswith(post) else at
        spans.append((start, at + len(form)))
        at = text.find(form, at + len(form))
    return spans


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches joined, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
