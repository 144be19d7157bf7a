"""Any order of changes, corrected addresses, mails that cross and clocks that jump: calendars end as the plan is."""

import datetime as dt
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from factories import make_appearance
from forumplanner.actions import outbox, telling
from forumplanner.actions.outbox import Outgoing
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import everything_due, not_under_way
from forumplanner.invitations.rounds import Known, Left, Whom, roll
from forumplanner.queries import telling as reading
from forumplanner.records import Appearance, Item, OutboxMessage, Participant
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.rounds import Duties
from forumplanner.store import Store
from told_forum import SENT, ToldForum

ACCOUNTS = ("first@127.0.0.1", "second@127.0.0.1")
SPEAKERS = st.sampled_from(["Siri", "Perera"])
READERS = st.sampled_from(["Siri", "Perera", "Hung"])
TIMES = st.sampled_from([("09:00", "10:00"), ("14:00", "16:00"), ("15:00", "17:00")])
PLACES = st.integers(0, 99)

Entry = tuple[str, str, str, int]
"""Session, fingerprint, method, SEQUENCE."""


class World(RuleBasedStateMachine):
    """The program, and everybody's calendar program, which keeps the highest revision of each UID."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.calendars: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
        self.said: dict[tuple[str, int], tuple[str, str]] = {}
        self.highest: dict[str, int] = {}
        self.flying: list[Outgoing] = []

    @initialize()
    def begin(self) -> None:
        """A new file."""
        folder = Path(self.open.enter_context(tempfile.TemporaryDirectory()))
        self.house = ToldForum(self.open.enter_context(Store.create(folder / "w.forumplanner", actor="Lin")))

    @rule(times=TIMES)
    def move(self, times: tuple[str, str]) -> None:
        """The forum of talks takes place at another time."""
        self.house.move(*times)

    @rule(name=SPEAKERS)
    def leave_or_join(self, name: str) -> None:
        """Somebody speaks no longer, or again."""
        key = self.house.people[name]
        with self.house.store.step(StepKind.OTHER) as db:
            rows = db.query(Appearance).filter(Appearance.participant_id == key).all()
            talk = next(one for one in db.query(Item) if one.title.get("en") == f"Talk of {name}")
            if not rows:
                make_appearance(db, talk, db.get_one(Participant, key))
            for row in rows:
                db.delete(row)

    @rule(name=READERS, place=st.integers(0, 2))
    def write_to(self, name: str, place: int) -> None:
        """An address is corrected, perhaps back to an earlier one."""
        self.house.write_to(name, f"{name.lower()}{place}@menam.example")

    @rule(days=st.integers(-400, 400))
    def jump(self, days: int) -> None:
        """The computer's clock is wrong."""
        self.house.clock = SENT + dt.timedelta(days=days)

    @rule(account=st.sampled_from(ACCOUNTS))
    def tell(self, account: str) -> None:
        """All that is due goes into the outbox."""
        self.queue(account)

    @rule(account=st.sampled_from(ACCOUNTS), name=READERS)
    def invite(self, account: str, name: str) -> None:
        """Somebody's programme goes into the outbox, where the rules of a round allow it."""
        plan, key = self.house.plan(), self.house.people[name]
        drawn = roll(MailKind.PROGRAMME, plan, Known(), Duties(), Whom(), now=self.house.clock, again=True)
        if str(key) in {one.participant_id for one in drawn.left.get(Left.ADDRESS, ())} | self.waiting():
            return
        book, made = telling.prepare_programmes(
            self.house.store, forum_id=self.house.forum, people=[key], now=self.house.clock
        )
        self.put(list(Assembler(plan, self.house.clock).programmes(book, made)), account)

    @rule(account=st.sampled_from(ACCOUNTS))
    def take(self, account: str) -> None:
        """The next mail is handed to a server."""
        if taken := outbox.begin_next(self.house.store, account=account, now=self.house.clock):
            self.flying.append(taken)

    @precondition(lambda self: self.flying)
    @rule(place=PLACES, state=st.sampled_from([OutboxState.SENT, OutboxState.UNKNOWN, OutboxState.REFUSED]))
    def land(self, place: int, state: OutboxState) -> None:
        """A server answers, in whatever order."""
        self.settle(self.flying.pop(place % len(self.flying)), state)

    def waiting(self) -> set[str]:
        with self.house.store.read() as db:
            lines = reading.messages(db, forum_id=self.house.forum)
        return {one.participant_id for one in lines if one.state in {OutboxState.QUEUED, OutboxState.SENDING}}

    def queue(self, account: str) -> int:
        plan = self.house.plan()
        with self.house.store.read() as db:
            messages = reading.messages(db, forum_id=self.house.forum)
        mails = [one for one in not_under_way(plan, everything_due(plan), messages) if one.mailbox]
        self.put(self.house.written(mails, self.house.clock) if mails else [], account)
        return len(mails)

    def put(self, mails: Sequence[Written], account: str) -> None:
        if not mails:
            return
        for mail in mails:
            for one in mail.tells:
                key, content = (one["uid"], one["sequence"]), (mail.method, one["fingerprint"])
                assert self.said.setdefault(key, content) == content
                assert one["sequence"] >= self.highest.get(one["uid"], 0)
                self.highest[one["uid"]] = one["sequence"]
        outbox.queue(
            self.house.store,
            forum_id=self.house.forum,
            kind=MailKind.CHANGE,
            mails=mails,
            account=account,
            now=self.house.clock,
        )

    def settle(self, mail: Outgoing, state: OutboxState) -> None:
        with self.house.store.read() as db:
            row = db.get_one(OutboxMessage, mail.id)
            method, mailbox, tells = row.method, row.to_mailbox, row.tells
        if state is not OutboxState.REFUSED:
            for one in tells:
                known = self.calendars[mailbox].get(one["uid"])
                if known is None or known[3] <= one["sequence"]:
                    entry = one["session"], one["fingerprint"], method, one["sequence"]
                    self.calendars[mailbox][one["uid"]] = entry
        outbox.settle(self.house.store, message_id=mail.id, state=state, code=250, answer="", now=self.house.clock)

    def teardown(self) -> None:
        """All that is on its way arrives, in the end everybody is told, and all calendars say what the plan says."""
        try:
            if hasattr(self, "house"):
                self.come_to_rest()
        finally:
            self.open.close()

    def come_to_rest(self) -> None:
        for _time in range(6):
            for account in ACCOUNTS:
                while taken := outbox.begin_next(self.house.store, account=account, now=self.house.clock):
                    self.flying.append(taken)
            while self.flying:
                self.settle(self.flying.pop(), OutboxState.SENT)
            self.give_up_refused()
            if not self.queue(ACCOUNTS[0]):
                break
        assert [one for one in everything_due(self.house.plan()) if one.mailbox] == []
        assert self.standing() == self.planned()

    def give_up_refused(self) -> None:
        with self.house.store.read() as db:
            refused = [row.id for row in db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.REFUSED)]
        outbox.withdraw(self.house.store, messages=refused)

    def standing(self) -> list[tuple[str, str, str]]:
        return sorted(
            (mailbox, session, said)
            for mailbox, entries in self.calendars.items()
            for session, said, method, _sequence in entries.values()
            if method != "CANCEL"
        )

    def planned(self) -> list[tuple[str, str, str]]:
        plan = self.house.plan()
        mailboxes = {one.participant_id: one.mailbox for one in plan.readers if one.mailbox}
        invited = {one.participant_id for one in plan.stays}
        stays = [want for want in plan.wanted_stays if want.participant_id in invited]
        return sorted(
            (mailboxes[want.participant_id], want.session_id, want.fingerprint)
            for want in (*plan.wanted, *stays)
            if want.participant_id in mailboxes
        )


World.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
TestWorld = World.TestCase
