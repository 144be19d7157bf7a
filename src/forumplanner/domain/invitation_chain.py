"""The way of an invitation: its steps in order, what may follow what, when a letter may go, who is only rung up."""

from collections.abc import Iterable
from typing import Final

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.labels import label
from forumplanner.i18n import in_language, interface_language

CHAIN: Final = (
    InvitationStatus.TO_APPROVE,
    InvitationStatus.APPROVED,
    InvitationStatus.SENT,
    InvitationStatus.RECEIVED,
    InvitationStatus.ACCEPTED,
    InvitationStatus.ATTENDED,
)
"""The six steps of an invitation that goes well; the bar of a row has one segment for each."""

ANSWERS: Final = (InvitationStatus.ACCEPTED, InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED)
"""What a post may answer; each ends the wait for it."""

WAITING: Final = frozenset({InvitationStatus.SENT, InvitationStatus.RECEIVED})
"""The letter is out and nobody has answered."""

QUIET_DAYS: Final = 7
"""After so many days without a word it is time to call."""

_PLACE: Final[dict[InvitationStatus | None, int]] = {
    None: 0,
    InvitationStatus.NOT_INVITED: 0,
    **{status: place for place, status in enumerate(CHAIN, start=1)},
    InvitationStatus.DECLINED: 5,
    InvitationStatus.SUBSTITUTE_NAMED: 5,
}

_BY_PHONE: Final = frozenset({Category.GUEST, Category.CONSULAR})


def place(status: InvitationStatus | None) -> int:
    """How many of the six steps are done, 0 to 6; every answer is the fifth."""
    return _PLACE[status]


def is_settled(status: InvitationStatus | None) -> bool:
    """True once the answer is known."""
    return place(status) >= _PLACE[InvitationStatus.ACCEPTED]


def comes(status: InvitationStatus | None) -> bool:
    """False for somebody who declined or sends another: off the lists of those who are expected."""
    return status not in {InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED}


def next_steps(status: InvitationStatus | None) -> tuple[InvitationStatus, ...]:
    """What usually follows, the likeliest first; every other step stays possible."""
    if status in WAITING:
        heard = (InvitationStatus.RECEIVED,) if status is InvitationStatus.SENT else ()
        return (*heard, *ANSWERS)
    if status in {InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED}:
        return (InvitationStatus.ACCEPTED,)
    return CHAIN[place(status) : place(status) + 1]


def is_approved(statuses: Iterable[InvitationStatus | None]) -> bool:
    """Whether the approval of the foreign affairs office is recorded.

    `statuses`: all that an invitation ever was, in any order. A letter that went out with a reason approves nothing.
    """
    return InvitationStatus.APPROVED in frozenset(statuses)


def may_issue(statuses: Iterable[InvitationStatus | None], tag: str = "") -> str | None:
    """None where a letter may be printed or sent, else the sentence that asks for a reason (secretariat rule 2.1).

    `tag`: the reader's language, "" for the interface's. The rule never stops anybody: with a reason, which is kept,
    the letter goes all the same.
    """
    if is_approved(statuses):
        return None
    message = "The approval of the foreign affairs office is not recorded yet. Log it, or give a reason that is kept."
    return in_language(tag or interface_language(), message)


def doubt(
    before: InvitationStatus | None, after: InvitationStatus, *, approved: bool = True, tag: str = ""
) -> str | None:
    """Why a step deserves a second look, None for a usual one; the step may be logged all the same.

    `approved`: whether the approval is recorded. `tag`: the reader's language, "" for the interface's.
    """
    tag = tag or interface_language()
    then, now = (label(status, tag) if status else "" for status in (before, after))
    if before is after:
        return in_language(tag, "It was “{now}” already. The new line is added to the history.", now=now)
    if after not in {InvitationStatus.NOT_INVITED, *CHAIN[:2]} and not approved:
        message = "The approval of the foreign affairs office is not recorded yet; “{now}” is logged all the same."
        return in_language(tag, message, now=now)
    if place(after) < place(before):
        return in_language(tag, "This goes back from “{then}” to “{now}”.", then=then, now=now)
    if after is InvitationStatus.ATTENDED and before is not InvitationStatus.ACCEPTED:
        return in_language(tag, "Nobody has recorded that the invitation was accepted.")
    if after in ANSWERS and place(before) < _PLACE[InvitationStatus.SENT]:
        return in_language(tag, "Nobody has recorded that the invitation was sent.")
    return None


def reached_by(category: Category, chosen: Channel | None = None) -> Channel:
    """How to get in touch: as chosen for this person, else guests and consuls by phone only, all others by mail."""
    return chosen or (Channel.PHONE if category in _BY_PHONE else Channel.EMAIL)


def phone_only(category: Category, chosen: Channel | None = None) -> bool:
    """True where no mail may go out to somebody, only a call or a visit."""
    return reached_by(category, chosen) in {Channel.PHONE, Channel.IN_PERSON, Channel.OFFICE}
