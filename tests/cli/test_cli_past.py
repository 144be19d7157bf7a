"""Older steps on the command line: what one changed, taking it back alone, what was removed and bringing it back."""

import json
from pathlib import Path

import pytest

from cli.running import Run
from factories import at, make_forum, make_item, make_part, make_session
from forumplanner.domain.history import by_language
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Item, Session
from forumplanner.store import Store


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """Planned (1), a session moved (2), an item of it removed (3)."""
    path = tmp_path / "past.forumplanner"
    with Store.create(path, actor="Lin") as store:
        with store.step(StepKind.CREATE_FORUM, **by_language("title", zh="论坛", en="Forum")) as db:
            session = make_session(db, make_forum(db), "主旨报告", "Keynotes", start="09:00")
            item = make_item(db, make_part(db, session), "致辞", "Address")
            keys = session.id, item.id
        with store.step(
            StepKind.MOVE_SESSION, start="10:30", **by_language("title", zh="主旨报告", en="Keynotes")
        ) as db:
            db.get_one(Session, keys[0]).starts_at = at("10:30")
        with store.step(StepKind.REMOVE_ITEM, **by_language("title", zh="致辞", en="Address")) as db:
            db.delete(db.get_one(Item, keys[1]))
    return path


def test_a_step_is_told_before_and_after(in_process: Run, past: Path) -> None:
    answer = in_process("history", past, "--step", "2")

    lines = answer.out.splitlines()
    assert lines[0].endswith("  Lin  Moved “Keynotes” to 10:30")
    assert lines[1:] == ["        session “Keynotes”", "            Start: Sat 14 Nov 09:00 → Sat 14 Nov 10:30"]
    told = json.loads(in_process("history", past, "--step", "2", "--json").out)
    assert told["entries"][0]["fields"][0]["field"] == {"zh-Hans": "开始", "en": "Start"}


def test_an_older_step_is_taken_back_alone(in_process: Run, past: Path) -> None:
    answer = in_process("undo", past, "--step", "2")

    assert (answer.code, answer.out) == (0, "Took back an older step: Moved “Keynotes” to 10:30\n")
    assert in_process("undo", past, "--step", "2").err == "This step is taken back already, so nothing was changed.\n"


def test_a_number_that_there_is_not_is_said(in_process: Run, past: Path) -> None:
    answers = [in_process("undo", past, "--step", "9"), in_process("bring-back", past, "9")]

    assert [(answer.code, answer.err) for answer in answers] == [
        (1, "The history holds no step 9, so nothing was changed. Look the number up again.\n")
    ] * 2


def test_what_was_removed_is_listed_and_brought_back(in_process: Run, past: Path) -> None:
    listed = in_process("history", past, "--removed")
    assert (listed.out.split()[0], listed.out.splitlines()[0].endswith("  Lin  item “Address” (1 entry)")) == (
        "3",
        True,
    )
    assert json.loads(in_process("history", past, "--removed", "--json").out)[0]["step"] == 3

    answer = in_process("bring-back", past, "3")

    assert answer.out == "Brought back what was removed: Removed item “Address”\n"
    assert in_process("history", past, "--removed").err == "Nothing that was removed is waiting to be brought back.\n"
