"""Accepting findings with a reason, and taking that back."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import Acknowledgement, Forum
from forumplanner.snapshots.findings import Finding
from forumplanner.store import Store


class NoReason(NotPossible):
    """A finding is to be accepted without a word why."""


def accept_finding(
    store: Store,
    *,
    forum_id: ForumId,
    finding: Finding,
    reason: str,
    until: dt.date | None = None,
    now: dt.datetime | None = None,
) -> None:
    """Accept a finding 已知悉 in the reason's own words; it returns when its facts change or after the day `until`.

    Kept with the finding's fingerprint, the actor and the moment (`now`, else this computer's clock). Accepting it
    again replaces the reason. Raises `NoReason`.
    """
    words = " ".join(reason.split())
    if not words:
        raise NoReason(_("Write a short reason, so that others know why this stays as it is. Nothing was changed."))
    with store.step(StepKind.ACCEPT_FINDING, **_titled(finding), reason=words) as db:
        found(db, Forum, forum_id)
        row = _kept(db, forum_id, finding)
        if row is None:
            row = Acknowledgement(id=new_id(), forum_id=forum_id, finding=finding.id, kind=str(finding.kind))
        row.facts, row.reason, row.language = finding.fingerprint, words, interface_language()
        row.accepted_by, row.accepted_at = store.actor, now or dt.datetime.now(tz=dt.UTC)
        row.until = until
        db.add(row)


def reopen_finding(store: Store, *, forum_id: ForumId, finding: Finding) -> None:
    """Take back that a finding was accepted; where nobody accepted it, nothing happens."""
    with store.read() as db:
        if _kept(db, forum_id, finding) is None:
            return
    with store.step(StepKind.REOPEN_FINDING, **_titled(finding)) as db:
        if row := _kept(db, forum_id, finding):
            db.delete(row)


def _kept(db: Db, forum_id: ForumId, finding: Finding) -> Acknowledgement | None:
    here = Acknowledgement.forum_id == forum_id, Acknowledgement.finding == finding.id
    return db.execute(select(Acknowledgement).where(*here)).scalar_one_or_none()


def _titled(finding: Finding) -> dict[str, str]:
    return by_language("title", zh=finding.title[ZH], en=finding.title[EN])
