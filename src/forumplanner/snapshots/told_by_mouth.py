"""What was told by mouth, before it is kept."""

from dataclasses import dataclass

from forumplanner.domain.telling import Due


@dataclass(frozen=True, slots=True)
class ByMouth:
    """What one person was told: `mails` are the ones that would have said it, `words` the sentence.

    `delegation_id`: whose chat it was written in, "" where this person alone was told.
    """

    participant_id: str
    name: str
    mails: tuple[Due, ...]
    words: str
    delegation_id: str = ""
