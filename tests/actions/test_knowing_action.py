"""Noting what was told by mouth, and taking back what others pass on; what a server took is never taken back."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from evening import CHATTING, Evening, evening_in
from forumplanner.actions import knowing
from forumplanner.actions import telling as verbs
from forumplanner.actions.found import NotPossible
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import DelegationId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.telling import Change
from forumplanner.invitations.held import to_keep
from forumplanner.queries import contacts, replies, telling
from forumplanner.records import Delegation, Forum, OutboxMessage
from forumplanner.snapshots.must_know import Way
from forumplanner.snapshots.told_by_mouth import ByMouth
from forumplanner.store import Store
from told_forum import ToldForum


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = evening_in(tmp_path)
    with made.store:
        yield made


def test_a_delegations_chat_is_one_line_in_its_log(evening: Evening) -> None:
    evening.move_room()
    plan, known = evening.plan(), evening.known()
    with evening.store.read() as db:
        group = db.query(Delegation).one().id
    told = [
        ByMouth(one.participant_id, "name", to_keep(one, plan), "Room 301", str(group)) for one in known.by(Way.CHAT)
    ]
    steps = len(evening.store.history(None))
    knowing.tell(evening.store, forum_id=evening.forum, told=told, channel=Channel.CHAT)

    with evening.store.read() as db:
        about = [About.delegation(DelegationId(group))]
        (note,) = contacts.notes_of(db, forum_id=evening.forum, about=about)
    assert (len(told), note.channel, note.text) == (CHATTING, Channel.CHAT, "Room 301")
    assert len(evening.store.history(None)) == steps + 1
    assert evening.names(Way.CHAT) == []


def test_nobody_to_tell_is_refused_and_noted_nowhere(evening: Evening) -> None:
    steps = evening.store.head()
    with pytest.raises(NotPossible, match="Nobody of these has to be told anything"):
        knowing.tell(evening.store, forum_id=evening.forum, told=[], channel=Channel.PHONE)

    assert evening.store.head() == steps


def test_undoing_the_line_in_the_log_leaves_them_told(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Governor")
    evening.store.undo()

    assert evening.names(Way.PHONE) == ["Consul"]


def test_nobody_is_rung_up_for_the_forums_own_name(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Governor")
    before = evening.names(Way.PHONE)
    with evening.store.step(StepKind.OTHER) as db:
        db.get_one(Forum, evening.forum).mailbox = "hello@yunling.example"

    assert evening.names(Way.PHONE) == before == ["Consul"]


def test_drafts_that_nobody_passed_on_are_due_again(tmp_path: Path) -> None:
    with Store.create(tmp_path / "told.forumplanner", actor="Lin") as store:
        house = ToldForum(store)
        house.tell(state=OutboxState.HANDED_OVER)
        house.move("14:20", "16:20")
        house.tell(state=OutboxState.HANDED_OVER)
        told = house.mails()
        with store.read() as db:
            updates = [row.id for row in db.query(OutboxMessage) if row.tells[0]["sequence"] == 1]

        taken = knowing.take_back(store, messages=updates)
        (again, _other) = house.mails()
        (made,) = verbs.prepare(store, forum_id=house.forum, mails=[again])

        assert (told, taken) == ((), 2)
        assert (again.change, made.entry.sequence) == (Change.UPDATE, 1)


def test_mail_that_a_server_took_is_never_taken_back(evening: Evening) -> None:
    with evening.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage):
            row.state = OutboxState.SENT
    with evening.store.read() as db:
        mails = [UUID(one.id) for one in telling.messages(db, forum_id=evening.forum)]

    assert knowing.take_back(evening.store, messages=[*mails, uuid4()]) == 0
    with evening.store.read() as db:
        assert len(telling.messages(db, forum_id=evening.forum)) == len(mails)
        assert len(telling.told(db, forum_id=evening.forum)) > 0


def test_what_was_said_can_be_answered_by_nobody_without_an_address(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Consul")
    with evening.store.read() as db:
        invited = replies.invited(db, forum_id=evening.forum)
    said = [one for one in invited.values() if one.participant_id == str(evening.people["Consul"])]

    assert [one.mailboxes for one in said] == [frozenset()]
    assert "" not in invited
