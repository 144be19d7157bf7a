"""Which issue of the programme a paper shows: a release, or the draft; and what a release froze."""

import datetime as dt
import uuid
import zlib
from collections.abc import Callable

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.times import zone
from forumplanner.i18n import gettext as _
from forumplanner.queries.paper import NoSuchRelease
from forumplanner.records import Asset, Forum, Release
from forumplanner.records.journal import JournalStep
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.paper import Edition
from forumplanner.snapshots.releases import Frozen

MEDIA_TYPE = "application/vnd.forumplanner.programme+json+zlib"

_write = msgspec.json.Encoder(order="deterministic").encode
_read = msgspec.json.Decoder(Frozen).decode


def freeze(frozen: Frozen) -> bytes:
    """The same content always gives the same bytes: canonical JSON, compressed."""
    return zlib.compress(_write(frozen), 9)


def thaw(data: bytes) -> Frozen:
    """What `freeze` was given."""
    return _read(zlib.decompress(data))


def content_of(session: Db, release: Release) -> Frozen:
    """What a release froze. Raises `NoSuchRelease` where its content was not kept."""
    asset = session.get(Asset, release.content) if release.content else None
    if asset is None:
        raise NoSuchRelease(
            _("The content of “{name}” was not kept, so it can be neither printed nor compared.", name=release.name)
        )
    return thaw(asset.data)


def release_of(session: Db, forum: Forum, release_id: uuid.UUID) -> Release:
    """The release of that key; raises `NoSuchRelease`."""
    release = session.get(Release, release_id)
    if release is None or release.forum_id != forum.id:
        raise NoSuchRelease(_("This forum has no such release; print the draft or choose another release."))
    return release


def in_order(session: Db, forum_id: uuid.UUID) -> list[Release]:
    """All releases, oldest first: by the step that each froze; what only stands noted with a date comes before."""
    releases = session.scalars(select(Release).where(Release.forum_id == forum_id))
    return sorted(releases, key=lambda one: (one.step or 0, one.issued_at, one.id))


def newest(session: Db, forum_id: uuid.UUID) -> Release | None:
    """The release that was issued last; one that is noted for a later day is none yet."""
    now = dt.datetime.now(dt.UTC)
    issued = [one for one in in_order(session, forum_id) if one.step is not None or one.issued_at <= now]
    return issued[-1] if issued else None


def of_release(release: Release, forum: Forum) -> Edition:
    """How papers name a release."""
    issued = printed(release.issued_at, forum)
    return Edition(release.name, release.step or 0, issued, release.replaces, release.kind)


def of_now(session: Db, forum: Forum, programme: Callable[[], AgendaPaper]) -> Edition:
    """The newest release where the programme is still what it froze, else the draft at the newest step.

    A release's name never stands over another content. `programme` is asked only where there is a release.
    """
    release = newest(session, forum.id)
    if release is not None and _is_still(session, release, programme):
        return of_release(release, forum)
    step = session.scalars(select(JournalStep).order_by(JournalStep.id.desc()).limit(1)).first()
    after = release.name if release else ""
    return Edition(step=step.id, issued=printed(step.at, forum), after=after) if step else Edition(after=after)


def _is_still(session: Db, release: Release, programme: Callable[[], AgendaPaper]) -> bool:
    asset = session.get(Asset, release.content) if release.content else None
    return asset is not None and thaw(asset.data).programme == programme()


def printed(at: dt.datetime, forum: Forum) -> str:
    """An instant on the forum's clock as papers print it: "2026-11-10 18:20"."""
    return at.astimezone(zone(forum.zone)).strftime("%Y-%m-%d %H:%M")
