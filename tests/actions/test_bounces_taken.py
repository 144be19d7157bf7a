"""Mail that came back: what it told counts as told no longer, and its address is said once."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from answering_office import AT, STAY, Office, said
from bounced import report
from forumplanner.actions import bounces, outbox, people, settling
from forumplanner.domain.ids import PersonId
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.mailboxes import AddressFault
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.invitations import bounces as reading
from forumplanner.queries import telling
from forumplanner.snapshots.telling import Reach
from forumplanner.store import Store

SENT = f"1.{STAY}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "bounced.forumplanner", actor="Zhou") as store:
        yield Office(store)


def take(office: Office, message_id: str = SENT, mailbox: str = "siri@menam.example") -> tuple[bool, ...]:
    returned = reading.read(report(message_id, mailbox))
    return bounces.take(office.store, forum_id=office.forum, source="b.eml", returned=returned, now=AT)


def test_a_mail_that_came_back_is_refused_and_waits_for_a_look_once(office: Office) -> None:
    assert (take(office), take(office)) == ((True,), (True,))

    (line,) = office.lines()
    assert (line.verdict, line.participant_id, line.from_mailbox, line.comment) == (
        Verdict.BOUNCED,
        str(office.guest),
        "Siri@Menam.example",
        "550 5.1.1 user unknown",
    )
    assert office.states()[STAY] is OutboxState.REFUSED


def test_a_mail_that_came_back_is_not_sent_again_since_it_is_kept_no_more(office: Office) -> None:
    take(office)
    with office.store.read() as db:
        refused = [line for line in telling.messages(db, forum_id=office.forum) if line.state is OutboxState.REFUSED]

    assert [line.code for line in refused] == [550]
    assert outbox.try_again(office.store, messages=[uuid.UUID(line.id) for line in refused]) == 0


def test_a_copy_that_was_passed_on_and_came_back_is_looked_at_and_changes_nothing(office: Office) -> None:
    assert take(office, mailbox="siri@elsewhere.example") == (True,)

    (line,) = office.lines()
    assert (line.verdict, line.from_mailbox) == (Verdict.COPY_BOUNCED, "siri@elsewhere.example")
    assert (office.states()[STAY], office.reader().fault) == (OutboxState.HANDED_OVER, None)

    assert take(office) == (True,)
    assert office.states()[STAY] is OutboxState.REFUSED


def test_a_report_about_no_mail_of_ours_changes_nothing(office: Office) -> None:
    assert take(office, "forged@c.example") == (False,)
    assert (office.lines(), set(office.states().values())) == ((), {OutboxState.HANDED_OVER})


def test_the_address_is_no_good_until_somebody_has_looked_at_it(office: Office) -> None:
    people.set_emails(office.store, person_id=PersonId(office.person), emails=["siri@menam.example"])
    take(office)
    assert (office.reader().reach, office.reader().fault) == (Reach.BAD_ADDRESS, AddressFault.BOUNCED)

    settling.settle(office.store, reply_id=uuid.UUID(office.lines()[0].id), meaning=None)
    assert office.reader().reach is Reach.MAIL


def test_who_answers_all_the_same_has_got_it(office: Office) -> None:
    take(office)

    assert office.take(said(Participation.ACCEPTED, uid=STAY, sequence=1)) == [Verdict.TAKEN]
    assert office.states()[STAY] is OutboxState.SENT
