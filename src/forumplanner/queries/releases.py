"""Reads the releases of a forum: their list, two of them to compare, and whether the programme is still the newest."""

import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session as Db

from forumplanner.i18n import gettext as _
from forumplanner.queries import agenda, editions, paper
from forumplanner.queries.paper import NoSuchRelease
from forumplanner.records import Forum, Release
from forumplanner.snapshots.releases import Issue, Issues, ReleaseLine

NOW = ""
"""Stands for the programme as it is, where a release can be named."""


def listed(session: Db, *, forum_id: uuid.UUID) -> tuple[ReleaseLine, ...]:
    """All releases, newest first; two statements."""
    forum = paper.forum_of(session, forum_id)
    return tuple(
        ReleaseLine(
            id=str(release.id),
            name=release.name,
            kind=release.kind,
            issued_at=release.issued_at,
            issued_by=release.issued_by,
            replaces=release.replaces,
            step=release.step or 0,
            note=release.note.lines(forum.languages),
            kept=bool(release.content),
        )
        for release in reversed(editions.in_order(session, forum.id))
    )


def named(session: Db, *, forum_id: uuid.UUID, name: str) -> uuid.UUID:
    """The key of the release of that name, letter case aside; raises `NoSuchRelease` with the names there are."""
    releases = editions.in_order(session, paper.forum_of(session, forum_id).id)
    for release in releases:
        if release.name.casefold() == name.casefold():
            return release.id
    known = ", ".join(release.name for release in releases) or "–"
    raise NoSuchRelease(_("There is no release “{name}”; choose one of: {known}.", name=name, known=known))


def pair(session: Db, *, forum_id: uuid.UUID, old: str, new: str = NOW) -> Issues:
    """Two releases by their names, or one and the programme as it is; what was called minor from `old` to `new`.

    Raises `NoSuchRelease`, also where a release's content was not kept.
    """
    forum = paper.forum_of(session, forum_id)
    releases = editions.in_order(session, forum.id)
    return Issues(
        _issue(session, forum, releases, old),
        _issue(session, forum, releases, new),
        _minor(session, releases, old, new),
    )


def _issue(session: Db, forum: Forum, releases: Sequence[Release], name: str) -> Issue:
    if name == NOW:
        shown = agenda.load(session, forum_id=forum.id)
        return Issue(NOW, shown.edition.issued, shown)
    key = named(session, forum_id=forum.id, name=name)
    release = next(one for one in releases if one.id == key)
    content = editions.content_of(session, release)
    return Issue(release.name, editions.printed(release.issued_at, forum), content.programme)


def _minor(session: Db, releases: Sequence[Release], old: str, new: str) -> tuple[str, ...]:
    """What the releases after `old`, up to `new`, were told to be minor."""
    names = [release.name.casefold() for release in releases]
    first = names.index(old.casefold()) + 1 if old != NOW else len(names)
    last = names.index(new.casefold()) + 1 if new != NOW else len(names)
    kept = [release for release in releases[first:last] if release.content]
    return tuple(dict.fromkeys(key for release in kept for key in editions.content_of(session, release).minor))


def is_still_newest(session: Db, forum: Forum) -> bool:
    """Whether the programme is still what the newest release froze."""
    return bool(agenda.edition(session, forum).name)


def since_newest(session: Db, *, forum_id: uuid.UUID) -> Issues | None:
    """The newest release whose content is kept and the programme as it stands; None where they are the same."""
    forum = paper.forum_of(session, forum_id)
    newest = editions.newest(session, forum_id)
    if newest is None or not newest.content:
        return None
    shown = agenda.load(session, forum_id=forum_id)
    if shown.edition.name:
        return None
    old = _issue(session, forum, [newest], newest.name)
    return Issues(old, Issue(NOW, shown.edition.issued, shown))
