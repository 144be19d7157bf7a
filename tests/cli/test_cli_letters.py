"""Letters from the command line: nothing goes before the approval but with a reason, in no format."""

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from cli.running import Run
from forumplanner.store import Store
from unapproved import forget_approvals


@pytest.fixture(autouse=True)
def nothing_is_approved(planner_file: Path) -> None:
    with Store.open(planner_file, actor="Lin", writable=True) as store:
        forget_approvals(store)


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


@pytest.mark.parametrize("format_", ["pdf", "docx"])
@pytest.mark.parametrize("which", [(), ("--letter", "G-TH"), ("--letter", "G-TH", "--anew", "--one-page")])
def test_no_letter_is_written_before_the_approval(
    in_process: Run, planner_file: Path, tmp_path: Path, which: tuple[str, ...], format_: str
) -> None:
    out = tmp_path / f"letter.{format_}"
    answer = in_process("export", planner_file, "letters", "--out", out, "--format", format_, *which)

    assert answer.code == 1
    assert "is not recorded" in answer.err
    assert not out.exists()


def test_nothing_is_issued_before_the_approval_without_a_reason(in_process: Run, planner_file: Path) -> None:
    answer = in_process("letter", planner_file, "G-TH")

    assert answer.code == 1
    assert "The approval to invite Consulate-General of Thailand in Kunming is not recorded." in answer.err
    assert in_process("letter", planner_file, "--list").out == ""


def test_a_reason_lets_it_go_and_stands_in_register_and_history(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    issued = in_process(
        "letter", planner_file, "G-TH", "--date", "2027-09-03", "--despite", "the office agreed by phone"
    )
    pdf = in_process("export", planner_file, "letters", "--out", tmp_path / "l.pdf", "--letter", "G-TH")
    word = in_process(
        "export", planner_file, "letters", "--out", tmp_path / "l.docx", "--letter", "G-TH", "--format", "docx"
    )

    assert issued.out == "Issued 1 letter: 外邀〔2027〕1号.\n"
    assert in_process("letter", planner_file, "--list").out == (
        "外邀〔2027〕1号  2027-09-03  Letter to a consular post  Consulate-General of Thailand in Kunming  "
        "the office agreed by phone\n"
    )
    assert "the office agreed by phone" in in_process("history", planner_file).out
    assert (pdf.code, word.code) == (0, 0)
    assert "外邀〔2027〕1号" in text_of(tmp_path / "l.pdf")
    assert "待批" not in text_of(tmp_path / "l.pdf")
    assert "3 September 2027" in [p.text for p in docx.Document(str(tmp_path / "l.docx")).paragraphs]


def test_the_request_needs_no_approval(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "letters", "--request", "--out", tmp_path / "r.pdf")

    assert answer.code == 0
    assert "请示" in text_of(tmp_path / "r.pdf")
    assert "“Foreign affairs office” is not known" in answer.err
    assert in_process("letter", planner_file, "--request", "--date", "2027-08-01").out == (
        "Issued 1 letter: 外请〔2027〕1号.\n"
    )


def test_unknown_letters_and_dates_are_named(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    code = in_process("letter", planner_file, "G-XX", "--despite", "x")
    date = in_process("letter", planner_file, "G-TH", "--date", "3 September", "--despite", "x")
    paper = in_process("export", planner_file, "letters", "--letter", "G-XX", "--out", tmp_path / "x.pdf")

    assert code.err.startswith("No consular guest has the code “G-XX”; choose among G-LA, G-TH, ")
    assert date.err == "“3 September” is no date; write it as 2026-09-18.\n"
    assert paper.err.startswith("There is no letter “G-XX”; choose one of G-LA, G-TH, ")


def test_guest_lists_are_written_for_each_reader(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    for variant in ("public", "inner", "press"):
        out = tmp_path / f"{variant}.pdf"
        assert in_process("export", planner_file, "guest-list", "--variant", variant, "--out", out).code == 0
    assert in_process("export", planner_file, "office-sheet", "--out", tmp_path / "sheet.pdf").code == 0

    assert "Exequatur" in text_of(tmp_path / "inner.pdf")
    assert "Exequatur" not in text_of(tmp_path / "public.pdf") + text_of(tmp_path / "press.pdf")
    assert "需备国旗" in text_of(tmp_path / "sheet.pdf")


def test_the_file_stays_as_it_was_where_nothing_was_issued(in_process: Run, planner_file: Path) -> None:
    with Store.open(planner_file, actor="Lin") as store:
        before = store.head()

    in_process("letter", planner_file, "G-TH")

    with Store.open(planner_file, actor="Lin") as store:
        assert store.head() == before
