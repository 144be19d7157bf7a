"""Invitations from the command line: drafts that open, kept as handed over on demand, nobody twice."""

import datetime as dt
import email
import email.policy
import json
from pathlib import Path
from uuid import UUID

from cli.running import Run
from forumplanner.actions import outbox
from forumplanner.actions import telling as verbs
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import changes_to_send
from forumplanner.queries import telling
from forumplanner.records import Participant, Session
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store


def test_drafts_open_with_programme_and_itinerary(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("invite", planner_file, "--eml", tmp_path / "drafts", "--json")
    told = json.loads(answer.out)
    files = {path.name: path for path in (tmp_path / "drafts").iterdir()}

    assert (answer.code, set(files)) == (0, {one["file"] for one in told["drafts"]})
    for one in told["drafts"]:
        mail = email.message_from_bytes(files[one["file"]].read_bytes(), policy=email.policy.default)
        assert (mail["To"].addresses[0].addr_spec, mail["Subject"], mail["X-Unsent"]) == (
            one["to"],
            one["subject"],
            "1",
        )
        names = [part.get_filename() for part in mail.walk() if part.get_filename()]
        assert names == ["invite.ics", "programme.ics", "itinerary.pdf"]


def test_what_was_marked_as_sent_is_not_written_again(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    first = in_process("invite", planner_file, "--eml", tmp_path / "first", "--mark-sent", "--json")
    again = in_process("invite", planner_file, "--eml", tmp_path / "again", "--json")

    assert len(json.loads(first.out)["drafts"]) > 0
    assert json.loads(again.out)["drafts"] == []
    with Store.open(planner_file, actor="Lin") as store, store.read() as db:
        lines = telling.messages(db, forum_id=FORUM)
    handed = {line.participant_id for line in lines if line.state is OutboxState.HANDED_OVER}
    assert handed == {one["participant"] for one in json.loads(first.out)["drafts"]}


def test_changes_go_to_those_who_were_told_before(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    in_process("invite", planner_file, "--eml", tmp_path / "first", "--mark-sent")
    with Store.open(planner_file, actor="Lin", writable=True) as store:
        with store.read() as db:
            plan = telling.load(db, forum_id=FORUM)
        moved = next(
            event for event in plan.plan.events if any(one.session_id == event.session_id for one in plan.told)
        )
        with store.step(StepKind.OTHER) as db:
            session = db.get(Session, UUID(moved.session_id))
            assert session
            session.ends_at = moved.end + dt.timedelta(minutes=5)
    concerned = {one.participant_id for one in plan.told if one.session_id == moved.session_id}

    answer = in_process("invite", planner_file, "--eml", tmp_path / "changes", "--kind", "changes", "--json")

    told = json.loads(answer.out)["drafts"]
    assert {(one["participant"], one["kind"]) for one in told} == {(who, MailKind.CHANGE) for who in concerned}
    assert len(told) == len(concerned) > 0


def test_a_folder_with_drafts_is_left_alone(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    (tmp_path / "old.eml").write_text("kept")
    answer = in_process("invite", planner_file, "--eml", tmp_path)

    assert (answer.code, answer.out) == (1, "")
    assert "holds drafts already" in answer.err
    assert [path.name for path in tmp_path.glob("*.eml")] == ["old.eml"]


def test_whoever_gets_no_mail_is_counted_with_the_reason(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("invite", planner_file, "--eml", tmp_path / "drafts")

    assert answer.out.startswith("Wrote ")
    assert "people get no mail. " in answer.err
    assert "by phone only" in answer.err


def test_what_waits_or_is_told_by_phone_is_written_by_nobody_else(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    in_process("invite", planner_file, "--eml", tmp_path / "first", "--mark-sent")
    with Store.open(planner_file, actor="Lin", writable=True) as store:
        with store.read() as db:
            plan = telling.load(db, forum_id=FORUM)
        opening = next(
            event for event in plan.plan.events if any(one.session_id == event.session_id for one in plan.told)
        )
        concerned = [one.participant_id for one in plan.told if one.session_id == opening.session_id]
        with store.step(StepKind.OTHER) as db:
            db.get_one(Session, UUID(opening.session_id)).ends_at = opening.end + dt.timedelta(minutes=5)
            db.get_one(Participant, UUID(concerned[0])).contact_by = Channel.PHONE
        wait_in_outbox(store, concerned[1])

    answer = in_process("invite", planner_file, "--eml", tmp_path / "changes", "--kind", "changes", "--json")

    told = [one["participant"] for one in json.loads(answer.out)["drafts"]]
    assert sorted(told) == sorted(concerned[2:])
    assert len(told) > 0


def wait_in_outbox(store: Store, participant: str) -> None:
    """The change that concerns somebody is queued in the window."""
    with store.read() as db:
        plan, messages = telling.load(db, forum_id=FORUM), telling.messages(db, forum_id=FORUM)
    mails = [mail for mail in changes_to_send(plan, messages) if mail.participant_id == participant]
    now = dt.datetime.now(dt.UTC)
    prepared = verbs.prepare(store, forum_id=ForumId(FORUM), mails=mails, now=now)
    made = list(Assembler(plan, now).changes(prepared))
    outbox.queue(store, forum_id=ForumId(FORUM), kind=MailKind.CHANGE, mails=made, account="office@a.example")


def test_reasons_are_joined_as_the_language_does(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("--language", "zh-Hans", "invite", planner_file, "--eml", tmp_path / "drafts")

    left = answer.err.strip()
    assert "人收不到邮件。" in left
    assert " " not in left.partition("人收不到邮件。")[2][:1]
    assert "; " not in left
    assert left.endswith("。")
