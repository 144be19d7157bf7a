"""Who gets a mail of a round, in which order, and why others don't: pure rules over what was told and answered."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from forumplanner.domain.invitation_chain import comes, is_settled
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.mail_kinds import TOLD, WAITING, MailKind, OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.domain.telling import Change, Due, Whose
from forumplanner.snapshots.rounds import Duties, Duty
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, TellingPlan

OFFERED: Final = (
    MailKind.PROGRAMME,
    MailKind.INVITATION,
    MailKind.SESSION,
    MailKind.REMINDER,
    MailKind.SAVE_THE_DATE,
    MailKind.THANKS,
)
"""Kinds of mail that a round can be, the preset first; changes and cancellations go out by themselves."""

MOST_REMINDERS: Final = 2
"""Whoever was reminded so often is called instead of written to."""

QUIET: Final = dt.timedelta(days=7)
"""Nobody is written to twice within so long, unless somebody says so."""

_ASKING: Final = frozenset({MailKind.INVITATION, MailKind.PROGRAMME, MailKind.SESSION})
"""Kinds of mail that ask for an answer."""

_IN_PROGRAMME: Final = frozenset({MailKind.PROGRAMME, MailKind.SESSION})
"""Kinds of mail that need a session with a time."""


class Left(StrEnum):
    """Why somebody who was chosen gets no mail; the first that holds."""

    PHONE = "phone"
    CHAT = "chat"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    DECLINED = "declined"
    ADDRESS = "address"
    NO_SESSION = "no_session"
    NEVER_ASKED = "never_asked"
    ANSWERED = "answered"
    REMINDED = "reminded"
    WAITING = "waiting"
    RECENT = "recent"


_BY_REACH: Final = {
    Reach.PHONE: Left.PHONE,
    Reach.CHAT: Left.CHAT,
    Reach.NO_ADDRESS: Left.NO_ADDRESS,
    Reach.BAD_ADDRESS: Left.BAD_ADDRESS,
    Reach.NOT_COMING: Left.DECLINED,
}

_NEVER: Final = frozenset({Reach.PHONE, Reach.NOT_COMING})
"""Whoever is only rung up, or does not come, is written to in no way."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is chosen; an empty set asks for nothing. `statuses` may hold None: nothing recorded.

    `untold`: nobody has written to them yet. `silent`: they were asked and have not answered.
    """

    categories: frozenset[Category] = frozenset()
    duties: frozenset[Duty] = frozenset()
    delegations: frozenset[str] = frozenset()
    statuses: frozenset[InvitationStatus | None] = frozenset()
    untold: bool = False
    silent: bool = False

    def keeps(self, reader: Reader, duties: Duties, known: "Known") -> bool:
        """Whether a person is chosen."""
        key = reader.participant_id
        return (
            (not self.categories or reader.category in self.categories)
            and (not self.duties or bool(self.duties & duties.of.get(key, frozenset())))
            and (not self.delegations or reader.delegation_id in self.delegations)
            and (not self.statuses or reader.status in self.statuses)
            and (not self.untold or key not in known.told)
            and (not self.silent or known.is_silent(reader))
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What the outbox and the answers say of each person, by key.

    `told`: written to at all. `asked`: by a mail that asks for an answer. `waiting`: mails that have not gone yet.
    `last`: when the newest mail left, or began to wait. `reminded`: how often.
    """

    told: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    last: Mapping[str, dt.datetime] = field(default_factory=dict)
    reminded: Mapping[str, int] = field(default_factory=dict)

    def is_silent(self, reader: Reader) -> bool:
        """True for somebody who was asked and from whom no answer is known by any way."""
        key = reader.participant_id
        return key in self.asked and key not in self.answered and not is_settled(reader.status)


def known(messages: Iterable[MessageLine], answers: Mapping[Whose, Participation]) -> Known:
    """Sum up outbox and answers; a mail that a server refused, or that was withdrawn, told nobody anything."""
    told: set[str] = set()
    asked: set[str] = set()
    waiting: set[str] = set()
    last: dict[str, dt.datetime] = {}
    reminded: Counter[str] = Counter()
    on_the_way = {*WAITING, OutboxState.SENDING}
    for message in messages:
        person = message.participant_id
        if message.state not in TOLD and message.state not in on_the_way:
            continue
        at = message.settled_at or message.queued_at
        last[person] = max(last.get(person, at), at)
        reminded[person] += message.kind is MailKind.REMINDER
        if message.state in on_the_way:
            waiting.add(person)
            continue
        told.add(person)
        if message.kind in _ASKING:
            asked.add(person)
    answered = {person for (person, _session), said in answers.items() if said is not Participation.NEEDS_ACTION}
    return Known(frozenset(told), frozenset(asked), frozenset(answered), frozenset(waiting), last, dict(reminded))


@dataclass(frozen=True, slots=True)
class Roll:
    """A round before anything is made: `ready` in the order of sending, the others by the reason why not.

    `mails`: how many that makes; sessions of their own make several for one person. `sharing`: how many of those
    who are ready share their mailbox with another.
    """

    kind: MailKind
    ready: tuple[Reader, ...] = ()
    left: Mapping[Left, tuple[Reader, ...]] = field(default_factory=dict)
    mails: int = 0
    sharing: int = 0

    @property
    def chosen(self) -> int:
        """How many people were chosen."""
        return len(self.ready) + sum(len(people) for people in self.left.values())


def roll(
    kind: MailKind,
    plan: TellingPlan,
    known_: Known,
    duties: Duties,
    whom: Whom,
    *,
    now: dt.datetime,
    again: bool = False,
    reaches: frozenset[Reach] = frozenset({Reach.MAIL}),
) -> Roll:
    """Draw the round up. `again`: write to those as well who had a mail within the last week or have one waiting.

    `reaches`: who can be reached the way that the mails go; people who are only rung up are never among them.
    """
    own = own_parts(plan) if kind is MailKind.SESSION else sessions(plan)
    elsewhere = _known_elsewhere(plan)
    ready: list[Reader] = []
    left: defaultdict[Left, list[Reader]] = defaultdict(list)
    for reader in plan.readers:
        if not whom.keeps(reader, duties, known_):
            continue
        why = _why_not(kind, reader, known_, own, now, again, reaches - _NEVER)
        if why is None and kind in _IN_PROGRAMME and reader.participant_id in elsewhere:
            why = Left.ADDRESS
        if why is None:
            ready.append(reader)
        else:
            left[why].append(reader)
    ready.sort(key=lambda reader: weight(reader, duties))
    shared = Counter(reader.mailbox.casefold() for reader in ready if reader.mailbox)
    return Roll(
        kind,
        tuple(ready),
        {why: tuple(left[why]) for why in Left if why in left},
        sum(len(own.get(reader.participant_id, ())) for reader in ready) if kind is MailKind.SESSION else len(ready),
        sum(shared[reader.mailbox.casefold()] > 1 for reader in ready if reader.mailbox),
    )


def _known_elsewhere(plan: TellingPlan) -> frozenset[str]:
    """Those in whose calendar at an old address something stands: it must be taken out there before they are invited.

    Whoever is no longer written to keeps what they have; the changes ask for no mail there either.
    """
    mailboxes = {one.participant_id: one.mailbox.casefold() for one in plan.readers if one.mailbox}
    return frozenset(
        one.participant_id
        for one in (*plan.told, *plan.stays, *plan.strays)
        if one.mailbox and not one.over and one.mailbox.casefold() != mailboxes.get(one.participant_id, "")
        if one.participant_id in mailboxes
    )


def weight(reader: Reader, duties: Duties) -> tuple[int, int]:
    """Where a mail stands in its round: chairs, speakers, heads of delegations, then guests before the house."""
    own = duties.of.get(reader.participant_id, frozenset())
    duty = next((place for place, one in enumerate(Duty) if one in own), len(Duty))
    return duty, tuple(Category).index(reader.category)


def _why_not(
    kind: MailKind,
    reader: Reader,
    known_: Known,
    own: Mapping[str, Sequence[str]],
    now: dt.datetime,
    again: bool,
    reaches: frozenset[Reach],
) -> Left | None:
    key = reader.participant_id
    if reader.reach not in reaches:
        return _BY_REACH.get(reader.reach, Left.NO_ADDRESS)
    if not comes(reader.status):
        return Left.DECLINED
    if kind in _IN_PROGRAMME and not own.get(key):
        return Left.NO_SESSION
    if kind is MailKind.REMINDER and (why := _not_reminded(reader, known_)):
        return why
    return None if again else _written_to(key, known_, now)


def _written_to(key: str, known_: Known, now: dt.datetime) -> Left | None:
    """Whoever has a mail waiting, or had one within the last week, is left in peace."""
    if key in known_.waiting:
        return Left.WAITING
    last = known_.last.get(key)
    return Left.RECENT if last is not None and now - last < QUIET else None


def _not_reminded(reader: Reader, known_: Known) -> Left | None:
    """Only whoever was asked is reminded, as long as no answer came, and twice at most."""
    key = reader.participant_id
    if key not in known_.asked:
        return Left.NEVER_ASKED
    if not known_.is_silent(reader):
        return Left.ANSWERED
    return Left.REMINDED if known_.reminded.get(key, 0) >= MOST_REMINDERS else None


def sessions(plan: TellingPlan) -> dict[str, tuple[str, ...]]:
    """Each person's sessions with a time, by start."""
    return {person.participant_id: tuple(own.session_id for own in person.sessions) for person in plan.plan.people}


def own_parts(plan: TellingPlan) -> dict[str, tuple[str, ...]]:
    """Each person's sessions in which they have a part: whoever only listens is not asked session by session."""
    return {
        person.participant_id: tuple(own.session_id for own in person.sessions if own.note)
        for person in plan.plan.people
    }


def invitations(plan: TellingPlan, people: Iterable[Reader]) -> tuple[Due, ...]:
    """One invitation for each session in which these people have a part, person by person."""
    own = own_parts(plan)
    told = {(one.participant_id, one.session_id): one for one in plan.told}
    return tuple(
        Due(
            reader.participant_id,
            session,
            Change.NEW,
            reader.mailbox,
            was=told.get((reader.participant_id, session)),
        )
        for reader in people
        for session in own.get(reader.participant_id, ())
    )


def call_list(readers: Iterable[Reader], known_: Known, duties: Duties) -> tuple[tuple[str, tuple[Reader, ...]], ...]:
    """Whoever did not answer two reminders, by the one who looks after them; those of nobody last."""
    groups: defaultdict[tuple[str, ...], list[Reader]] = defaultdict(list)
    for reader in readers:
        if _not_reminded(reader, known_) is Left.REMINDED:
            liaison = duties.liaisons.get(reader.participant_id)
            groups[liaison.name if liaison else ()].append(reader)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], group[0]))
    return tuple((" / ".join(dict.fromkeys(filter(None, name))), tuple(people)) for name, people in ordered)
