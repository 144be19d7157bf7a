"""What the command line says when something goes wrong that is no input: disk, database, Ctrl+C, our fault."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from cli.running import Run
from forumplanner.cli import keeping


def failing(error: BaseException) -> object:
    def verb(_given: object) -> int:
        raise error

    return verb


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/media/stick/plan"),
            (
                "The computer refused: No space left on device (/media/stick/plan). "
                "Check the place and the free space, then try again."
            ),
        ),
        (
            OperationalError("SELECT 1", {}, sqlite3.OperationalError("disk I/O error")),
            "The planner file could not be read or written (disk I/O error). Check it with “verify”.",
        ),
        (
            sqlite3.DatabaseError("database disk image is malformed"),
            "The planner file could not be read or written (database disk image is malformed). Check it with “verify”.",
        ),
    ],
)
def test_what_the_computer_refuses_is_one_sentence(
    in_process: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    monkeypatch.setattr(keeping, "history", failing(error))

    answer = in_process("history", "plan.forumplanner")

    assert (answer.code, answer.out, answer.err) == (1, "", sentence + "\n")


def test_ctrl_c_ends_quietly(in_process: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "history", failing(KeyboardInterrupt()))

    answer = in_process("history", "plan.forumplanner")

    assert (answer.code, answer.err) == (130, "Stopped. What was finished before is kept.\n")


def test_a_fault_of_the_program_is_not_hidden(in_process: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "history", failing(ZeroDivisionError("ours")))

    with pytest.raises(ZeroDivisionError, match="ours"):
        in_process("history", "plan.forumplanner")
