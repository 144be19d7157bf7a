"""Answers from the command line: taken, or why not; hostile files are refused in one sentence each."""

import json
from pathlib import Path

import pytest

from answer_files import answer, hostile
from bounced import report
from cli.running import Run
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.queries import forum_listing, telling
from forumplanner.records import OutboxMessage
from forumplanner.sample import mailing
from forumplanner.store import Store


class Told:
    """The sample with its mail; one person who has not answered yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with Store.open(path, actor="Lin", writable=True) as store:
            mailing.tell(store)
            with store.read() as db:
                forum_id = forum_listing.load(db)[0].key
                answered = {line.participant_id for line in telling.replies(db, forum_id=forum_id)}
                row = next(
                    row
                    for row in db.query(OutboxMessage).order_by(OutboxMessage.position)
                    if str(row.participant_id) not in answered and row.state is OutboxState.SENT
                )
                self.uid, self.mailbox, self.name = row.tells[0]["uid"], row.to_mailbox, row.to_name
                self.message_id = row.message_id

    def put(self, name: str, data: bytes) -> Path:
        """A file beside the planner file."""
        file = self.path.parent / name
        file.write_bytes(data)
        return file


@pytest.fixture
def told(planner_file: Path) -> Told:
    return Told(planner_file)


def test_answers_are_taken_once_and_in_words(in_process: Run, told: Told) -> None:
    file = told.put("yes.eml", answer(told.uid, told.mailbox, Participation.ACCEPTED))
    first = in_process("replies", told.path, file)
    again = in_process("replies", told.path, file)

    assert (first.code, again.code) == (0, 0)
    assert first.out.startswith("yes.eml: ")
    assert " accepts " in first.out
    assert first.err == "Took 1 answer.\n"
    assert again.err == "1 was known already.\n"


def test_json_says_whose_answer_it_is_and_what_became_of_it(in_process: Run, told: Told) -> None:
    forged = told.put("no.eml", answer(told.uid, told.mailbox, Participation.DECLINED, sender="forger@c.example"))
    back = told.put("back.eml", report(told.message_id, told.mailbox))
    lines = json.loads(in_process("replies", told.path, forged, back, "--json").out)

    assert [(line["source"], line["verdict"]) for line in lines] == [
        ("no.eml", "another_sender"),
        ("back.eml", "bounced"),
    ]
    assert (lines[0]["answer"], bool(lines[0]["participant"])) == ("DECLINED", True)


def test_a_folder_is_read_file_by_file_and_the_refused_ones_are_named(in_process: Run, told: Told) -> None:
    folder = told.path.parent / "mails"
    folder.mkdir()
    for name, data in hostile(told.uid, told.mailbox).items():
        (folder / name).write_bytes(data)
    (folder / "photo.jpg").write_bytes(b"x")
    said = in_process("replies", told.path, folder)

    assert said.code == 1
    assert "Traceback" not in said.err
    assert {line.split(":")[0] for line in said.out.splitlines()} == {
        "forged.eml", "old.eml", "unknown.ics", "windows.ics"
    }  # fmt: skip
    assert "“large.eml” is larger than an answer can be" in said.err
    assert "“nested.eml” holds mails within mails" in said.err
    assert "photo.jpg" not in said.err + said.out


def test_a_file_that_is_not_there_is_named(in_process: Run, told: Told) -> None:
    said = in_process("replies", told.path, told.path.parent / "none.eml")

    assert said.code == 1
    assert "“none.eml” was not found" in said.err


def test_a_folder_without_answers_is_named(in_process: Run, told: Told) -> None:
    folder = told.path.parent / "mails"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"x")
    said = in_process("replies", told.path, folder, "--json")

    assert said.code == 1
    assert [line["words"] for line in json.loads(said.out)] == [
        "The folder “mails” holds no mail (.eml) and no calendar file (.ics)."
    ]
