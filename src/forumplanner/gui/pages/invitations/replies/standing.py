"""Who answered what, as one state a person: the step of the invitation first, then what mails and calls said."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import TOLD
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.snapshots.telling import Reader, ReplyLine
from forumplanner.snapshots.wordings import NameForms


class Said(StrEnum):
    """What is known of somebody's coming."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person who was told something. `declined`: titles of single sessions that they declined.

    `status`: how far their invitation came.
    """

    participant_id: str
    name: NameForms
    said: Said
    declined: tuple[str, ...] = ()
    status: InvitationStatus | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody who was told something, and the answers that somebody has to look at, the newest first."""

    rows: tuple[PersonRow, ...] = ()
    looks: tuple[ReplyLine, ...] = ()

    def counts(self) -> Mapping[Said, int]:
        """How many said what."""
        return Counter(row.said for row in self.rows)


_BY_STEP = {
    InvitationStatus.ACCEPTED: Said.YES,
    InvitationStatus.ATTENDED: Said.YES,
    InvitationStatus.DECLINED: Said.NO,
    InvitationStatus.SUBSTITUTE_NAMED: Said.NO,
}
_BY_ANSWER = {
    Participation.ACCEPTED: Said.YES,
    Participation.TENTATIVE: Said.MAYBE,
    Participation.DECLINED: Said.NO,
}
_CLOSED = frozenset({Verdict.TAKEN, Verdict.REPEATED, Verdict.OLDER, Verdict.SET_ASIDE})


def standing(desk: Desk) -> Standing:
    """Count whom the mails reached, or who answered in another way."""
    told = {line.participant_id for line in desk.messages if line.state in TOLD}
    heard = answers_by_person(desk)
    titles = session_titles(desk)
    rows = []
    for reader in desk.plan.readers:
        answers = heard.get(reader.participant_id, {})
        if answers or reader.participant_id in told:
            said = _said(reader, answers, desk.plan.forum_id)
            declined = tuple(_declined(answers, desk.plan.forum_id, titles))
            rows.append(PersonRow(reader.participant_id, reader.name, said, declined, reader.status))
    return Standing(tuple(rows), tuple(line for line in desk.replies if needs_a_look(line)))


def answers_by_person(desk: Desk) -> dict[str, dict[str, Participation]]:
    """By participant: what they answered, by session."""
    found: dict[str, dict[str, Participation]] = {}
    for (person, session), answer in desk.answers.items():
        found.setdefault(person, {})[session] = answer
    return found


def needs_a_look(line: ReplyLine) -> bool:
    """True until somebody has settled it."""
    return line.verdict not in _CLOSED and not line.settled_by


def _said(reader: Reader, answers: Mapping[str, Participation], stay: str) -> Said:
    """The step of the invitation decides; a maybe is none, and single sessions speak where the stay says nothing."""
    if reader.status in _BY_STEP:
        return _BY_STEP[reader.status]
    if stay in answers:
        return Said.MAYBE if answers[stay] is Participation.TENTATIVE else Said.SILENT
    said = {_BY_ANSWER.get(answer) for answer in answers.values()}
    return next((one for one in (Said.YES, Said.MAYBE, Said.NO) if one in said), Said.SILENT)


def session_titles(desk: Desk) -> dict[str, str]:
    """How each session is called: as the plan has it, else as it was told; the first language of the forum first."""
    told = {one.session_id: one.summary for one in desk.plan.told}
    return {**told, **{event.session_id: event.summary for event in desk.plan.plan.events}}


def _declined(answers: Mapping[str, Participation], stay: str, titles: Mapping[str, str]) -> Iterator[str]:
    for session, answer in answers.items():
        if session != stay and answer is Participation.DECLINED:
            yield titles.get(session, "")
