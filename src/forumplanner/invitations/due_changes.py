"""What people have to be told, as a secretary looks at it: by session what changed, and by person whose address did."""

from collections.abc import Iterable
from dataclasses import replace

from forumplanner.domain.telling import Due, Whose, due
from forumplanner.snapshots.telling import Reach, TellingPlan


def everything_due(plan: TellingPlan, minor: frozenset[Whose] | None = None) -> tuple[Due, ...]:
    """The mails, calls and words that would bring everybody up to date, in the order of the plan.

    Whoever is not reached by mail, or can't be, has "" as `mailbox` in theirs, whatever was written to before: a mail
    is due only where there is a mailbox. `minor`: as in `domain.telling.due`; None for what the plan says.
    """
    by_mail = {one.participant_id: one.mailbox if one.reach is Reach.MAIL else "" for one in plan.readers}
    told = {
        (one.participant_id, one.session_id): one if by_mail.get(one.participant_id, "-") else replace(one, mailbox="")
        for one in plan.told
    }
    return due(plan.wanted, told, by_mail, plan.minor if minor is None else minor)


def by_mail(mails: Iterable[Due]) -> tuple[Due, ...]:
    """Those of them that are mails."""
    return tuple(mail for mail in mails if mail.mailbox)
