"""What one person was told and what they answered, line by line: the timeline of their mail."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.replies import Participation, Verdict


@dataclass(frozen=True, slots=True)
class SentLine:
    """Something they were told. `channel`: None for mail; else `mailbox` is "" and `words` says what was told.

    `at`: when it was settled, else queued. `author`: who made the round. `answer`: the server's code and words.
    `said`: the whole text of a mail.
    """

    at: dt.datetime
    kind: MailKind
    state: OutboxState
    subject: str
    mailbox: str = ""
    channel: Channel | None = None
    words: str = ""
    author: str = ""
    answer: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """Something they answered. `about`: the session's title as it was told, "" for the whole stay.

    `channel`: the way on which it came, None for mail. `status`: the step that the invitation took by it, where the log
    of contacts says it. `timed`: whether its clock is known, not only its day. `looked`: somebody has settled it.
    """

    at: dt.datetime
    participation: Participation | None
    verdict: Verdict
    about: str = ""
    comment: str = ""
    mailbox: str = ""
    channel: Channel | None = None
    status: InvitationStatus | None = None
    timed: bool = True
    looked: bool = False


@dataclass(frozen=True, slots=True)
class Correspondence:
    """`lines`, the newest first. `zone`: on whose clock they are dated."""

    zone: str
    lines: tuple[SentLine | AnswerLine, ...] = ()
