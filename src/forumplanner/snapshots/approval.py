"""A forum's approvals as their page shows them, and what the checks need to know of them."""

import datetime as dt
from dataclasses import dataclass, field

from forumplanner.domain.approval import Deviation, State
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.regimes import Classed, Deadline, Refused
from forumplanner.domain.statistics import Words
from forumplanner.domain.text import EMPTY, LocalizedText


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """One approval: who gave it, by which paper, when; what it says; how the forum departs from it now."""

    id: str
    kind: ApprovalKind
    authority: LocalizedText = EMPTY
    reference: str = ""
    approved_on: dt.date | None = None
    approved: State = field(default_factory=State)
    deviations: tuple[Deviation, ...] = ()
    conditions: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Approvals:
    """All approvals of a forum, the newest first, beside the forum as it stands and the rules that it follows.

    `consular`: guests of consular posts on the list. `words`: the forum's own, by which it names countries.
    """

    forum_id: str
    languages: tuple[str, ...]
    rules: ProtocolRules
    now: State
    classed: Classed
    online: bool
    deadlines: tuple[Deadline, ...] = ()
    refused: tuple[Refused, ...] = ()
    days: int | None = None
    consular: int = 0
    lines: tuple[ApprovalLine, ...] = ()
    words: Words = field(default_factory=dict)

    @property
    def newest(self) -> ApprovalLine | None:
        """The approval of the forum that counts now."""
        return next((line for line in self.lines if line.kind is ApprovalKind.FORUM), None)

    @property
    def consular_approved(self) -> bool:
        """Whether the approval to invite consular posts is recorded."""
        return any(line.kind is ApprovalKind.CONSULAR_GUESTS for line in self.lines)


@dataclass(frozen=True, slots=True)
class CheckedApproval:
    """What the checks look at. `overdue`: deadlines that have passed without what they ask for."""

    rules: ProtocolRules = field(default_factory=ProtocolRules)
    reference: str = ""
    deviations: tuple[Deviation, ...] = ()
    overdue: tuple[Deadline, ...] = ()
    refused: tuple[Refused, ...] = ()
    days: int | None = None
    most_days: int | None = None
    words: Words = field(default_factory=dict)


NO_APPROVAL = CheckedApproval()
"""Of a forum that no authority has to approve."""
