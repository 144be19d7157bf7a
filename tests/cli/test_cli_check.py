"""`check` shows what was accepted apart, ends with 0 once no error is open, and tells ways out to other programs."""

import json
from pathlib import Path

from sqlalchemy import select

from cli.running import Run
from forumplanner import checks
from forumplanner.actions.acknowledgements import accept_finding
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Severity
from forumplanner.queries import checks as query
from forumplanner.records import Forum
from forumplanner.store import Store


def accept_errors(file: Path) -> int:
    """Accept all that must be fixed; says how many."""
    with Store.open(file, actor="Lin") as store:
        with store.read() as db:
            forum_id = ForumId(db.scalars(select(Forum.id)).one())
            found = checks.run(query.load(db, forum_id=forum_id))
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        for finding in errors:
            accept_finding(store, forum_id=forum_id, finding=finding, reason="有意安排")
        return len(errors)


def test_accepted_errors_end_with_0_and_are_shown_when_asked_for(in_process: Run, planner_file: Path) -> None:
    number = accept_errors(planner_file)

    plain = in_process("check", planner_file)
    whole = in_process("check", planner_file, "--accepted")

    assert (plain.code, whole.code) == (0, 0)
    assert "Must fix" not in plain.out + whole.out
    assert plain.err.endswith(f"{number} more are accepted; --accepted shows them.\n")
    assert whole.out.count("Accepted: ") == number
    assert whole.out.count("    Lin: 有意安排\n") == number


def test_other_programs_read_who_accepted_it_and_the_ways_out_of_the_rest(in_process: Run, planner_file: Path) -> None:
    before = json.loads(in_process("check", planner_file, "--json").out)
    number = accept_errors(planner_file)

    after = json.loads(in_process("check", planner_file, "--json").out)

    room = next(finding for finding in before if finding["kind"] == "room_overlap")
    accepted = [finding["acknowledged"] for finding in after if finding["acknowledged"]]
    assert {way["cure"] for way in room["ways"]} == {"put_in_room", "place_session"}
    assert accepted == [{"reason": "有意安排", "by": "Lin", "until": None}] * number
