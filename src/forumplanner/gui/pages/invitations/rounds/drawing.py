"""A round while it is put together: its choices, what they lead to, and what is proposed before anybody chose."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Self

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.sending import DayShare, Limits, days
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.i18n import gettext as _
from forumplanner.invitations import looks
from forumplanner.invitations.looks import Look, Sample
from forumplanner.invitations.rounds import Known, Roll, Whom, call_list, known, roll
from forumplanner.queries import rounds, telling
from forumplanner.snapshots.rounds import Duties, Duty
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Store

_EVER: Final = dt.datetime.min.replace(tzinfo=dt.UTC)
"""Before any mail was made."""

MAILED: Final = frozenset({Reach.MAIL})
"""Who is sent mail."""
PASSED_ON: Final = frozenset({Reach.MAIL, Reach.CHAT, Reach.NO_ADDRESS, Reach.BAD_ADDRESS})
"""Who is reached where somebody passes words on: in a chat, or through a contact."""


@dataclass(frozen=True)
class Facts:
    """What people are weighed by, how many mails went today, and when the newest mail was made that is known of."""

    duties: Duties
    known: Known
    sent_today: int = 0
    newest: dt.datetime | None = None

    @classmethod
    def read(cls, store: "Store", forum_id: ForumId, desk: Desk, *, account: str, since: dt.datetime) -> Self:
        """Read in a thread; `since`: when the account's day began."""
        with store.read() as db:
            duties = rounds.load(db, forum_id=forum_id)
            sent = telling.sent_today(db, account=account, since=since) if account else 0
        newest = max((line.queued_at for line in desk.messages), default=_EVER)
        return cls(duties, known(desk.messages, desk.answers), sent, newest)


@dataclass(frozen=True)
class Round:
    """What was chosen so far. `touched`: somebody chose something; until then all is proposed.

    `instead_of`: the kind that stood there before a reminder was proposed, None where none was.
    """

    kind: MailKind = MailKind.PROGRAMME
    whom: Whom = field(default_factory=Whom)
    again: bool = False
    card: bool = True
    touched: bool = False
    facts: Facts | None = None
    instead_of: MailKind | None = None

    def told(self, facts: Facts, desk: Desk) -> Self:
        """The same with what was read now; proposes kind and people while nobody has chosen."""
        fresh = replace(self, facts=facts)
        if self.touched:
            return fresh
        kind = proposed_kind(desk.plan, facts.known)
        return replace(fresh, kind=kind, whom=proposed(kind, desk.plan, facts.known), card=_with_card(kind))

    def of_kind(self, kind: MailKind, desk: Desk) -> Self:
        """Another kind of mail, with the people whom it usually goes to."""
        found = self.facts.known if self.facts else Known()
        return replace(
            self, kind=kind, whom=proposed(kind, desk.plan, found), card=_with_card(kind), touched=True, instead_of=None
        )

    def narrowed(self, whom: Whom) -> Self:
        """Other people; those who owe an answer are proposed a reminder, and all others what was there before."""
        fresh = replace(self, whom=whom, touched=True)
        if whom.silent and not self.whom.silent and self.kind is not MailKind.REMINDER:
            return replace(fresh, kind=MailKind.REMINDER, card=False, instead_of=self.kind)
        return fresh if whom.silent else fresh.taken_back()

    def taken_back(self) -> Self:
        """The same people without the reminder that was proposed."""
        if self.instead_of is None:
            return self
        return replace(self, kind=self.instead_of, card=_with_card(self.instead_of), instead_of=None)

    def drawn(self, desk: Desk, *, now: dt.datetime) -> "Drawn":
        """What these choices lead to."""
        return Drawn(self, desk.plan, now)


class Drawn:
    """A round drawn up: who is ready, three mails to look at, the days that it takes."""

    def __init__(self, chosen: Round, plan: TellingPlan, now: dt.datetime) -> None:
        self.chosen, self.plan, self._now = chosen, plan, now
        self.roll = self._roll(MAILED)
        self.samples = looks.samples(chosen.kind, plan, self.roll.ready)

    def for_others(self) -> Roll:
        """The same for mails that somebody passes on: whoever has no address is reached in a chat, or by a contact."""
        return self._roll(PASSED_ON)

    def look(self, sample: str, typed: Sequence[tuple[str, str, str]], *, card: bool) -> Look | None:
        """One mail as it would be, with the words that stand in the fields now."""
        reader = self.reader(sample)
        if reader is None:
            return None
        written = {(code, tag) for code, tag, _text in typed}
        words = [one for one in self.plan.words if one[:2] not in written]
        plan = replace(self.plan, words=(*words, *typed))
        return looks.look(self.chosen.kind, plan, reader, card=card)

    def shares(self, limits: Limits, *, sent_today: int, waiting: int) -> tuple[DayShare, ...]:
        """How the mails spread over the days, behind those that wait already."""
        return days(limits, self.roll.mails + waiting, now=self._now, sent_today=sent_today)

    def reader(self, sample: str) -> Reader | None:
        """Whose mail a sample shows."""
        found = dict(self.samples)
        return found.get(Sample(sample)) if sample else None

    def _roll(self, reaches: frozenset[Reach]) -> Roll:
        chosen, facts = self.chosen, self.chosen.facts
        return roll(
            chosen.kind,
            self.plan,
            facts.known if facts else Known(),
            facts.duties if facts else Duties(),
            chosen.whom,
            now=self._now,
            again=chosen.again,
            reaches=reaches,
        )


def proposed_kind(plan: TellingPlan, known_: Known) -> MailKind:
    """Programmes while somebody who can be written to has none, then reminders while answers are missing."""
    readers = [reader for reader in plan.readers if reader.reach is Reach.MAIL]
    if any(reader.participant_id not in known_.told for reader in readers):
        return MailKind.PROGRAMME
    return MailKind.REMINDER if any(known_.is_silent(reader) for reader in readers) else MailKind.PROGRAMME


def proposed(kind: MailKind, plan: TellingPlan, known_: Known) -> Whom:
    """Whom a kind of mail usually goes to."""
    if kind is MailKind.REMINDER:
        return Whom(silent=True)
    if kind is MailKind.SESSION:
        return Whom(duties=frozenset({Duty.CHAIR, Duty.SPEAKER}))
    if kind is MailKind.THANKS:
        came = {reader.status for reader in plan.readers} & {InvitationStatus.ATTENDED}
        return Whom(statuses=frozenset(came))
    readers = [reader for reader in plan.readers if reader.reach is Reach.MAIL]
    new = [reader for reader in readers if reader.participant_id not in known_.told]
    return Whom(untold=0 < len(new) < len(readers))


def _with_card(kind: MailKind) -> bool:
    """Programmes go with the itinerary; other mails are about something else."""
    return kind is MailKind.PROGRAMME


def calls_as_text(plan: TellingPlan, facts: Facts) -> str:
    """The phone list of those who did not answer two reminders, by whoever looks after them."""
    lines: list[str] = []
    for who, people in call_list(plan.readers, facts.known, facts.duties):
        lines.append(who or _("Nobody looks after them yet"))
        for reader in people:
            phone = facts.duties.phones.get(reader.participant_id, "")
            lines.append("\t".join(("", reader.name.shown(reader.language or "en"), phone or _("no phone number"))))
    return "\n".join(lines)
