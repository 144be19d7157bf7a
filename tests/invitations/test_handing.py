"""Mail that others pass on: drafts that open, one folder a delegation, a table without formulas."""

import csv
import io
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import Category
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.invitations.handing import by_delegation, drafts, merge_table
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reach, Reader
from forumplanner.snapshots.wordings import NameForms


def mail(person: str, name: str, words: str = "Hello") -> Written:
    return Written(
        person, MailKind.PROGRAMME, "REQUEST", name, f"{person}@x.example", "Subject", words, person, b"mail"
    )


def reader(person: str, delegation: str = "", *names: str) -> Reader:
    return Reader(
        person, NameForms(latin=person), Category.DELEGATE, Reach.MAIL, delegation_id=delegation, delegation=names
    )


def test_drafts_are_files_in_order_that_never_share_a_name() -> None:
    made = list(drafts([mail("a", "Nguyễn Văn An"), mail("b", "Nguyễn Văn An"), mail("c", ""), mail("d", "a/b:c")]))

    assert [path for path, _data in made] == [
        ("001 Nguyễn Văn An.eml",),
        ("002 Nguyễn Văn An.eml",),
        ("003 c@x.example.eml",),
        ("004 a_b_c.eml",),
    ]


def test_each_delegation_has_its_folder() -> None:
    readers = [
        reader("a", "1", "万象卫生大学", "Vientiane University"),
        reader("b", "2", "万象卫生大学", "vientiane university"),
        reader("c", "1", "万象卫生大学", "Vientiane University"),
        reader("d"),
    ]
    made = list(by_delegation([mail(one.participant_id, "Same Name") for one in readers], readers, tag_at=1))

    assert [PurePosixPath(*path).as_posix() for path, _data in made] == [
        "Vientiane University/Same Name.eml",
        "vientiane university (2)/Same Name.eml",
        "Vientiane University/Same Name (2).eml",
        "Without a delegation/Same Name.eml",
    ]


@given(st.text(max_size=30), st.text(max_size=60))
def test_the_table_reads_back_and_holds_no_formula(name: str, words: str) -> None:
    head, row = csv.reader(io.StringIO(merge_table([mail("a", name, words)]).decode("utf-8-sig"), newline=""))

    assert len(head) == 4
    assert row[0].removeprefix("'") == name.removeprefix("'")
    assert row[3].removeprefix("'") == words.removeprefix("'")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")) for cell in row)
