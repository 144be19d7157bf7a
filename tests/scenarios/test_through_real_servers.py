"""A round of mail through Postfix and Dovecot: sent, delivered, answered by the guest, picked up, taken."""

import datetime as dt
import email
import email.policy
import ssl
import warnings
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme

import mail_house
from factories import (
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.actions import bounces, outbox, replies, telling
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.sending import Limits
from forumplanner.invitations import bounces as returned
from forumplanner.invitations import replies as answers
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.imap import Inbox, Mark, NoInbox, PickedUp, pick_up
from forumplanner.invitations.run import Ended, Run, Stop
from forumplanner.invitations.smtp import Account, Line, LoginRefused, NoConnection, Outcome, Security
from forumplanner.queries import telling as reading
from forumplanner.records import Participant
from forumplanner.store import Store
from mail_house import PASSWORD, House
from planner_file import filling_of

MISSING = mail_house.missing()
if MISSING:
    warnings.warn(f"{MISSING}: mail is NOT tested with real servers", stacklevel=1)

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

OFFICE, SIRI = "office@yunling.example", "siri@menam.example"
NOW = dt.datetime(2026, 10, 9, 1, tzinfo=dt.UTC)
ALL_DAY = Limits(per_minute=60_000, per_day=10_000, opens=0, closes=24 * 60)
ANSWER = """From: {sender}\r
To: office@yunling.example\r
Subject: Accepted\r
Message-ID: <answer-1@menam.example>\r
MIME-Version: 1.0\r
Content-Type: text/calendar; charset=UTF-8; method=REPLY\r
\r
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//A phone//EN\r
METHOD:REPLY\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20261009T020000Z\r
SEQUENCE:{sequence}\r
ATTENDEE;PARTSTAT=ACCEPTED:mailto:{sender}\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def house(authority: trustme.CA) -> Iterator[House]:
    with mail_house.running(authority) as running:
        yield running


@pytest.fixture
def trust(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


class Office:
    """A forum with a speaker who can be reached and one whose address leads nowhere."""

    def __init__(self, store: Store, house: House, trust: ssl.SSLContext) -> None:
        self.store, self.house, self.trust = store, house, trust
        self.people: dict[str, ParticipantId] = {}
        with filling_of(store) as db:
            forum = make_forum(db, mailbox=OFFICE)
            talk = make_session(
                db, forum, "主旨报告", "Keynotes", start="10:00", end="12:00", rooms=(make_room(db, forum),)
            )
            part = make_part(db, talk)
            for name, mailbox in (("Siri", SIRI), ("Lost", "lost@elsewhere.example")):
                person = make_person(db, latin=name, country="TH", emails=(mailbox,))
                made = make_participant(db, forum, person, Category.SPEAKER)
                make_appearance(db, make_item(db, part, "报告", name, minutes=20), made)
                self.people[name] = ParticipantId(made.id)
            self.forum = ForumId(forum.id)

    def send(self, *names: str) -> Ended:
        book, programmes = telling.prepare_programmes(
            self.store, forum_id=self.forum, people=[self.people[name] for name in names], now=NOW
        )
        with self.store.read() as db:
            plan = reading.load(db, forum_id=self.forum)
        mails = list(Assembler(plan, NOW).programmes(book, programmes))
        outbox.queue(self.store, forum_id=self.forum, kind=MailKind.PROGRAMME, mails=mails, account="office")
        line = Line(self.account(Security.TLS), lambda: PASSWORD, trust=self.trust)
        return Run(outbox.AccountOutbox(self.store, "office"), line, OFFICE, ALL_DAY, lambda _seconds: False).go()

    def account(self, security: Security, user: str = "office") -> Account:
        port = self.house.submissions if security is Security.TLS else self.house.submission
        return Account("localhost", port, security, user)

    def picked_up(self, mark: Mark, user: str = "office") -> PickedUp:
        return pick_up(Inbox("localhost", self.house.imaps, user), lambda: PASSWORD, mark, trust=self.trust)

    def statuses(self) -> dict[str, InvitationStatus | None]:
        with self.store.read() as db:
            found = {name: db.get(Participant, key) for name, key in self.people.items()}
            return {name: one.status for name, one in found.items() if one}

    def states(self) -> dict[str, OutboxState]:
        with self.store.read() as db:
            return {one.to_mailbox: one.state for one in reading.messages(db, forum_id=self.forum)}


@pytest.fixture
def office(tmp_path: Path, house: House, trust: ssl.SSLContext) -> Iterator[Office]:
    with Store.create(tmp_path / "real.forumplanner", actor="Zhou") as store:
        yield Office(store, house, trust)


def parsed(content: bytes) -> EmailMessage:
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_an_invitation_is_delivered_answered_and_counted(office: Office) -> None:
    before = len(office.house.arrived(OFFICE))
    ended = office.send("Siri")
    assert (ended.stop, ended.sent) == (Stop.DONE, 1)

    invitation = parsed(office.house.wait_for(SIRI, 1)[-1])
    (calendar,) = [part for part in invitation.walk() if part.get_content_type() == "text/calendar"]
    event = calendar.get_content().splitlines()
    uid = next(row.removeprefix("UID:") for row in event if row.startswith("UID:"))
    sequence = next(row.removeprefix("SEQUENCE:") for row in event if row.startswith("SEQUENCE:"))
    assert (invitation["From"].addresses[0].addr_spec, invitation["To"].addresses[0].addr_spec) == (OFFICE, SIRI)
    assert calendar.get_param("method") == "REQUEST"

    with Line(office.account(Security.STARTTLS, "siri"), lambda: PASSWORD, trust=office.trust) as guests_own:
        reply = ANSWER.format(sender=SIRI, uid=uid, sequence=sequence).encode()
        assert guests_own.send(reply, sender=SIRI, recipient=OFFICE).outcome is Outcome.SENT
    office.house.wait_for(OFFICE, before + 1)

    found = office.picked_up(Mark())
    taken = [
        judged
        for name, content in found.mails
        for judged in replies.take(
            office.store, forum_id=office.forum, source=name, answers=answers.read(name, content), now=NOW
        )
    ]
    assert [str(one.verdict) for one in taken] == ["taken"]
    assert office.statuses()["Siri"] is InvitationStatus.ACCEPTED

    again = office.picked_up(found.mark)
    assert (again.mails, again.mark) == ((), found.mark)
    assert office.house.unread(OFFICE) == len(office.house.arrived(OFFICE)), "somebody's unread mail was marked read"


def test_what_comes_back_is_known_as_undelivered(office: Office) -> None:
    before = len(office.house.arrived(OFFICE))
    assert office.send("Lost").sent == 1
    report = office.house.wait_for(OFFICE, before + 1)[-1]

    (bounce,) = returned.read(report)
    assert (bounce.mailbox, bounce.code) == ("lost@elsewhere.example", 550)
    bounces.take(office.store, forum_id=office.forum, source="report.eml", returned=[bounce], now=NOW)
    assert office.states() == {"lost@elsewhere.example": OutboxState.REFUSED}


def test_a_mailbox_that_is_not_there_is_refused_at_once(office: Office) -> None:
    with Line(office.account(Security.TLS), lambda: PASSWORD, trust=office.trust) as line:
        refused = line.send(b"Subject: x\r\n\r\nx", sender=OFFICE, recipient="nobody@menam.example")
        taken = line.send(b"Subject: x\r\n\r\n.x", sender=OFFICE, recipient="阮@menam.example")

    assert (refused.outcome, refused.code) == (Outcome.REFUSED, 550)
    assert taken.outcome is Outcome.SENT
    (mail,) = office.house.wait_for("阮@menam.example", 1)
    assert mail.endswith(b"\n\n.x\n")


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_wrong_password_and_a_certificate_of_nobody_are_refused(office: Office, security: Security) -> None:
    account = office.account(security)
    with pytest.raises(LoginRefused, match=r"refused the login of office \(535\)"):
        Line(account, lambda: "wrong", trust=office.trust).open()
    with pytest.raises(NoConnection, match="can't be trusted"):
        Line(account, lambda: PASSWORD).open()


def test_a_mailbox_is_read_only_with_its_password(office: Office) -> None:
    inbox = Inbox("localhost", office.house.imaps, "office")
    with pytest.raises(NoInbox, match="can't be read"):
        pick_up(inbox, lambda: "wrong", Mark(), trust=office.trust)
    with pytest.raises(NoInbox, match="can't be read"):
        pick_up(inbox, lambda: PASSWORD, Mark())
