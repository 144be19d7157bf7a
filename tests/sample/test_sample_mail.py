"""The sample's mail: a round that went out whole, and changes since of every kind that the page shows."""

from collections import Counter
from collections.abc import Iterator

import pytest

from forumplanner import sample
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.telling import Change
from forumplanner.invitations.due_changes import everything_due
from forumplanner.queries import replies, telling
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.create(tmp_path_factory.mktemp("sample") / "sample.forumplanner", actor="Lin") as made:
        sample.write(made)
        sample.tell(made)
        yield made


def test_the_round_is_no_step_of_the_history(store: Store) -> None:
    assert len(store.history()) == 1


def test_nearly_all_mails_went_out(store: Store) -> None:
    with store.read() as db:
        states = Counter(line.state for line in telling.messages(db, forum_id=FORUM))

    assert states == {
        OutboxState.SENT: 161,
        OutboxState.HANDED_OVER: 11,
        OutboxState.REFUSED: 1,
        OutboxState.UNKNOWN: 1,
    }


def test_changes_of_every_kind_wait_for_people_who_know_the_programme(store: Store) -> None:
    with store.read() as db:
        plan = telling.load(db, forum_id=FORUM)
    known = {one.participant_id for one in plan.told}
    mails = [one for one in everything_due(plan) if one.mailbox and one.participant_id in known]

    assert {mail.change for mail in mails} == set(Change)
    assert [mail.fresh for mail in mails].count(True) == 4
    assert {mail.change for mail in mails if mail.session_id == str(FORUM) and mail.fresh} == {Change.NEW}
    assert len({mail.participant_id for mail in mails}) < len(known) // 5


def test_answers_say_what_the_statuses_say(store: Store) -> None:
    with store.read() as db:
        plan = telling.load(db, forum_id=FORUM)
        lines = telling.replies(db, forum_id=FORUM)
        answers = replies.answers(db, forum_id=FORUM)
    statuses = {reader.participant_id: reader.status for reader in plan.readers}
    declined = {person for (person, _session), said in answers.items() if said is Participation.DECLINED}

    assert {str(statuses[person]) for person in declined} == {"declined", "substitute_named"}
    assert Counter(line.verdict for line in lines if line.verdict is not Verdict.TAKEN) == {Verdict.ANOTHER_SENDER: 1}
