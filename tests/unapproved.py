"""A forum before anything was approved: what its consular guests' invitations ever were is forgotten."""

from sqlalchemy import select

from forumplanner.domain.kinds import StepKind
from forumplanner.records import Approval, ConsularGuest, ContactNote, Letter
from forumplanner.store import Store


def forget_approvals(store: Store) -> None:
    """Take out notes, letters and approvals; nobody is invited yet."""
    with store.step(StepKind.OTHER) as db:
        for kind in (ContactNote, Letter, Approval):
            for row in db.scalars(select(kind)):
                db.delete(row)
        for guest in db.scalars(select(ConsularGuest)):
            guest.status = None
