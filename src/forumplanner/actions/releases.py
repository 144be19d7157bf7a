"""Issuing a release: the programme as it stands is frozen under a name, in one step that can be taken back."""

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.ids import ForumId, ReleaseId, new_id
from forumplanner.domain.kinds import ReleaseKind, StepKind
from forumplanner.domain.releases import LONGEST
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.queries import agenda, editions
from forumplanner.records import Asset, Forum, Release
from forumplanner.records.journal import JournalStep
from forumplanner.snapshots.paper import Edition
from forumplanner.snapshots.releases import Frozen
from forumplanner.store import Store


def issue_release(
    store: Store,
    *,
    forum_id: ForumId,
    name: str,
    kind: ReleaseKind,
    note: LocalizedText = EMPTY,
    minor: Collection[str] = (),
) -> ReleaseId:
    """Issue the programme as `name`; it replaces the newest release. One step, in the file whole or not at all.

    `minor`: ids of changes since the newest release that are typing mistakes put right; they stay off change notices.
    Raises `NotPossible` for a name that is empty, too long or taken, `NoLongerThere` for an unknown forum.
    """
    name = name.strip()
    if not name or len(name) > LONGEST or any(sign in name for sign in '/\\:*?"<>|\n\t'):
        raise NotPossible(
            _(
                "“{name}” can't be a release's name: 1 to {most} characters, no signs such as / : * ?.",
                name=name,
                most=LONGEST,
            )
        )
    with store.read() as db:
        _require_free(db, forum_id, name)
    with store.step(StepKind.ISSUE_RELEASE, name=name, release=kind.value) as db:
        forum = found(db, Forum, forum_id)
        before = editions.newest(db, forum_id)
        release = Release(
            id=new_id(),
            forum_id=forum_id,
            name=name,
            kind=kind,
            issued_at=dt.datetime.now(dt.UTC),
            issued_by=store.actor,
            replaces=before.name if before else "",
            step=db.scalar(select(func.max(JournalStep.id))),
            content=_kept(db, forum, sorted(minor)),
            note=note,
        )
        db.add(release)
        return ReleaseId(release.id)


def _require_free(db: Db, forum_id: ForumId, name: str) -> None:
    taken = db.scalars(select(Release.name).where(Release.forum_id == forum_id))
    if name.casefold() in {one.casefold() for one in taken}:
        raise NotPossible(_("There is a release “{name}” already; choose another name.", name=name))


def _kept(db: Db, forum: Forum, minor: list[str]) -> str:
    """Keep the programme under the hash of its bytes."""
    programme = replace(agenda.load(db, forum_id=forum.id), edition=Edition())
    data = editions.freeze(Frozen(programme, tuple(minor)))
    key = hashlib.sha256(data).hexdigest()
    if db.get(Asset, key) is None:
        db.add(Asset(id=key, media_type=editions.MEDIA_TYPE, data=data))
    return key
