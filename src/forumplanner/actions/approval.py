"""Verbs of approvals: one is recorded with the forum as it stands or as the paper says, corrected, removed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.approval import Listed
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.ids import ApprovalId, ForumId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.protocol import ProtocolRules, Regime, Subject
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.queries import approval as reading
from forumplanner.records import Approval, Forum
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """What an approval says about itself: who gave it, its number, its day, what it demands.

    `numbers`: approved figures by code of `domain.statistics.Measure`; only those that the paper names.
    """

    authority: LocalizedText = EMPTY
    reference: str = ""
    approved_on: dt.date | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    conditions: str = ""
    notes: str = ""


def record_approval(
    store: Store,
    *,
    forum_id: ForumId,
    paper: Paper,
    kind: ApprovalKind = ApprovalKind.FORUM,
    with_list: bool = True,
) -> ApprovalId:
    """Keep an approval with name, dates, venue and, if wished, the list of participants as they stand now.

    Numbers are those of the paper alone: what it doesn't say is not taken from the list. Raises `NotPossible` where
    neither authority nor number nor day is given, or a number is below 0.
    """
    _check(paper)
    key = ApprovalId(new_id())
    with store.step(StepKind.RECORD_APPROVAL, reference=_called(paper)) as db:
        forum = found(db, Forum, forum_id)
        row = Approval(id=key, forum_id=forum_id, kind=kind, position=_next(db, forum_id))
        _write(row, paper)
        _freeze(db, row, forum, with_list=with_list)
        db.add(row)
    return key


def edit_approval(store: Store, *, approval_id: ApprovalId, paper: Paper) -> None:
    """Correct what an approval says about itself; the forum as it was approved stays. Raises `NotPossible`."""
    _check(paper)
    with store.step(StepKind.EDIT_APPROVAL, reference=_called(paper)) as db:
        _write(found(db, Approval, approval_id), paper)


def freeze_again(store: Store, *, approval_id: ApprovalId, with_list: bool = True) -> None:
    """Say that the forum was approved as it stands now: after a change that the authority approved too."""
    with store.read() as db:
        reference = found(db, Approval, approval_id).reference
    with store.step(StepKind.EDIT_APPROVAL, reference=reference or "–") as db:
        row = found(db, Approval, approval_id)
        _freeze(db, row, found(db, Forum, row.forum_id), with_list=with_list)


def set_list(store: Store, *, approval_id: ApprovalId, people: Sequence[Listed]) -> None:
    """Keep another list with an approval, such as that of the paper itself."""
    with store.step(StepKind.EDIT_APPROVAL, reference="–") as db:
        found(db, Approval, approval_id).listed = [one.to_keep() for one in people]


def remove_approval(store: Store, *, approval_id: ApprovalId) -> None:
    """Take an approval out of the file."""
    with store.read() as db:
        reference = found(db, Approval, approval_id).reference
    with store.step(StepKind.REMOVE_APPROVAL, reference=reference or "–") as db:
        db.delete(found(db, Approval, approval_id))


def set_regime(
    store: Store,
    *,
    forum_id: ForumId,
    regime: Regime | None = None,
    subject: Subject | None = None,
    sensitive: bool | None = None,
    file_days: int | None = None,
) -> None:
    """Choose whose rules apply; None leaves a choice as it is, `file_days` 0 goes back to the preset's date.

    Raises `NotPossible` for fewer days than none.
    """
    if file_days is not None and file_days < 0:
        raise NotPossible(_("Days before the forum can't be fewer than none. Nothing was changed."))
    chosen = {
        "regime": regime,
        "subject": subject,
        "sensitive": None if sensitive is None else ("yes" if sensitive else ""),
        "file_days": None if file_days is None else (str(file_days) if file_days else ""),
    }
    changed = {name: value for name, value in chosen.items() if value is not None}
    with store.step(StepKind.SET_REGIME) as db:
        forum = found(db, Forum, forum_id)
        rules = ProtocolRules.of(forum.protocol)
        forum.protocol = replace(rules, **changed).to_keep()  # type: ignore[arg-type]  # names and kinds agree above


def _check(paper: Paper) -> None:
    if not (paper.authority or paper.reference.strip() or paper.approved_on):
        raise NotPossible(_("An approval needs an authority, a number or a day. Nothing was recorded; enter one."))
    if any(number < 0 for number in paper.numbers.values()):
        raise NotPossible(_("A number of people can't be below 0. Nothing was recorded; correct it."))


def _called(paper: Paper) -> str:
    return paper.reference.strip() or paper.authority.best("zh-Hans") or (paper.approved_on or "–").__str__()


def _write(row: Approval, paper: Paper) -> None:
    row.authority, row.reference, row.approved_on = paper.authority, paper.reference.strip(), paper.approved_on
    row.numbers = dict(paper.numbers) or None
    row.conditions, row.notes = paper.conditions.strip(), paper.notes.strip()


def _freeze(db: Db, row: Approval, forum: Forum, *, with_list: bool) -> None:
    now = reading.standing(db, forum)
    row.title = forum.titles[0] if forum.titles else EMPTY
    row.starts_on, row.ends_on, row.venue = forum.starts_on, forum.ends_on, forum.venue
    row.listed = [one.to_keep() for one in now.listed or ()] if with_list else None


def _next(db: Db, forum_id: ForumId) -> int:
    last = db.scalar(select(func.max(Approval.position)).where(Approval.forum_id == forum_id))
    return 0 if last is None else last + 1
