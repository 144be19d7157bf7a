"""Reads what a change notice tells: two releases, or one and the programme as it stands."""

import uuid

from sqlalchemy.orm import Session as Db

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.queries import editions, paper, releases
from forumplanner.snapshots.change_notice import ChangeNotice


class NothingToCompare(PlannerError):
    """There is no release yet from which anything could have changed."""


def load(session: Db, *, forum_id: uuid.UUID, old: str = "", new: str = "") -> ChangeNotice:
    """From release `old` to release `new`, "" for the programme as it stands.

    Without any names: to the newest release from the one before, or to what stands now where it has changed since.
    Raises `NothingToCompare`, `paper.NoSuchForum`, `paper.NoSuchRelease`.
    """
    forum = paper.forum_of(session, forum_id)
    if not old:
        old, new = _usual(session, forum_id)
    issues = releases.pair(session, forum_id=forum_id, old=old, new=new)
    return ChangeNotice(
        slug=forum.slug,
        languages=forum.languages,
        short_title=issues.new.programme.short_title,
        phone=forum.phone,
        old=issues.old,
        new=issues.new,
        minor=issues.minor,
    )


def _usual(session: Db, forum_id: uuid.UUID) -> tuple[str, str]:
    kept = [release.name for release in editions.in_order(session, forum_id) if release.content]
    if not kept:
        raise NothingToCompare(
            _("There is no release to compare with yet. Issue one first; the next changes can then be told.")
        )
    forum = paper.forum_of(session, forum_id)
    changed = not releases.is_still_newest(session, forum)
    if changed or len(kept) == 1:
        return kept[-1], releases.NOW
    return kept[-2], kept[-1]
