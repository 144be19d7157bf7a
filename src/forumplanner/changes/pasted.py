"""Changes as a text for a chat group: short lines, one language or all, grouped by session."""

from collections.abc import Iterator

from forumplanner.changes.kinds import kind_word
from forumplanner.domain.times import day_short
from forumplanner.i18n import in_language
from forumplanner.snapshots.changes import Change, ChangeGroup, ChangeKind, Comparison
from forumplanner.snapshots.paper import Lines


def text_to_paste(comparison: Comparison, *, old: str, new: str, title: Lines, languages: Lines = ()) -> str:
    """What changed from release `old` to `new` ("" for the programme as it is), in these languages one after the other.

    `title`: the forum's; `languages`: tags out of the comparison's, () for all of them.
    """
    chosen = [tag for tag in comparison.languages if not languages or tag in languages]
    return "\n\n".join("\n".join(_lines(comparison, tag, old, new, title)) for tag in chosen)


def _lines(comparison: Comparison, tag: str, old: str, new: str, title: Lines) -> Iterator[str]:
    place = comparison.languages.index(tag)
    versions = f"{old} → {new or in_language(tag, 'Now')}"
    yield in_language(tag, "【Change notice】{title} {versions}", title=title[place], versions=versions)
    number = 0
    for group in comparison.told():
        yield _head(group, tag, place)
        for change in group.changes:
            number += 1
            yield f"{number}. {_said(change, tag, place, group)}"
    yield in_language(tag, "All else stands.") if number else in_language(tag, "No changes.")


def _head(group: ChangeGroup, tag: str, place: int) -> str:
    day = day_short(group.day, tag) if group.day else ""
    return " ".join(filter(None, ("▪", day, group.title[place])))


def _said(change: Change, tag: str, place: int, group: ChangeGroup) -> str:
    """One change: its kind, what it is about where that isn't the session or said anyway, was → now."""
    kind = kind_word(change.kind, tag)
    what = change.what[place] if change.what != group.title and change.kind is not ChangeKind.TITLE else ""
    head = in_language(tag, "{kind}: {what}", kind=kind, what=what) if what else kind
    was, now = _texts(change, place)
    told = [was] if change.kind is ChangeKind.CANCELLED else [was, now]
    return in_language(tag, "{head}: {told}", head=head, told=" → ".join(filter(None, told)))


def _texts(change: Change, place: int) -> tuple[str, str]:
    """Was and now in one language; where only another language changed, in that."""
    pairs = list(zip(change.was, change.now, strict=True))
    own = pairs[place]
    return own if own[0] != own[1] else next((pair for pair in pairs if pair[0] != pair[1]), own)
