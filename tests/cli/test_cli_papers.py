"""Papers from the command line: what is written, with which options, and what is refused."""

import json
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from cli.running import Run
from forumplanner import sample
from forumplanner.cli.arguments import PAPERS
from forumplanner.cli.papers import all_papers
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Badge
from forumplanner.sample import SLUG
from forumplanner.store import Store


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_the_papers_are_those_that_export_takes(in_process: Run) -> None:
    listed = [line.split()[0] for line in in_process("papers").out.splitlines() if not line.startswith(" ")]

    assert tuple(listed) == PAPERS == tuple(paper.name for paper in all_papers())


def test_the_agenda_is_a_pdf_in_both_languages(in_shell: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_shell("export", planner_file, "agenda", "--out", tmp_path / "agenda.pdf")
    text = text_of(tmp_path / "agenda.pdf")

    assert answer.code == 0
    assert answer.out == f"“agenda.pdf”: {len(PdfReader(tmp_path / 'agenda.pdf').pages)} pages.\n"
    assert "开幕式" in text
    assert "Opening Ceremony" in text


def test_one_language_leaves_the_other_out(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    in_process("export", planner_file, "agenda", "--out", tmp_path / "agenda.pdf", "--languages", "en")
    text = text_of(tmp_path / "agenda.pdf")

    assert "Opening Ceremony" in text
    assert "开幕式" not in text


def test_pages_can_be_left_out(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    pages = []
    for without in ([], ["--without", "cover"], ["--without", "cover", "--without", "forums"]):
        in_process("export", planner_file, "agenda", "--out", tmp_path / "agenda.pdf", *without)
        pages.append(len(PdfReader(tmp_path / "agenda.pdf").pages))

    assert pages[0] == pages[1] + 1
    assert pages[1] >= pages[2] + 4


def test_the_same_file_gives_the_same_bytes(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        in_process("export", planner_file, "badges", "--out", tmp_path / name)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ((), 41),  # 150 badges and 12 blanks, four a sheet
        (("--back",), 82),
        (("--sheet", "none"), 162),
        (("--sheet", "none", "--category", "consular"), 2),
        (("--preset", "CR80"), 17),  # ten a sheet
    ],
)
def test_badges_are_printed_as_the_options_say(
    in_process: Run, planner_file: Path, tmp_path: Path, options: tuple[str, ...], pages: int
) -> None:
    answer = in_process("export", planner_file, "badges", "--out", tmp_path / "badges.pdf", *options)

    assert (answer.code, answer.out) == (0, f"“badges.pdf”: {pages} pages.\n")
    assert len(PdfReader(tmp_path / "badges.pdf").pages) == pages


def test_badges_warn_of_two_people_with_one_name(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "badges", "--out", tmp_path / "badges.pdf")

    assert sum("WANG Min" in line for line in answer.err.splitlines()) == 2


def test_calendars_are_one_file_a_participant_and_one_for_all(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    answer = in_process("export", planner_file, "calendar", "--out", tmp_path / "calendar")
    files = {file.name: file.read_bytes() for file in (tmp_path / "calendar").iterdir()}

    assert (answer.code, answer.out) == (0, "“calendar”: programme.ics and 150 participants' files.\n")
    assert len(files) == 151
    assert answer.err == "“会场走台” is in no calendar, since its start or end isn't known yet.\n"
    assert {data.splitlines()[0] for data in files.values()} == {b"BEGIN:VCALENDAR"}


def test_calendars_written_again_are_the_same_bytes(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    written = []
    for _turn in range(2):
        in_process("export", planner_file, "calendar", "--out", tmp_path / "calendar")
        written.append({file.name: file.read_bytes() for file in (tmp_path / "calendar").iterdir()})

    assert written[0] == written[1]


def test_the_workbook_holds_everybody(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "workbook", "--out", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)
    rows = max(sheet.max_row or 0 for sheet in book.worksheets)
    book.close()

    assert answer.code == 0
    assert rows >= 150


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("agenda", "--languages", "fr"), 1, "“Qinglan Forum” has no texts in fr; choose among zh-Hans, en."),
        (("agenda", "--back"), 1, "agenda has no option --back."),
        (("calendar", "--format", "pdf"), 1, "calendar is written as ics only."),
        (("badges", "--preset", "1x1"), 1, "There is no badge size “1x1”; choose one of 90x130, "),
        (("agenda", "--forum", "x"), 1, f"There is no forum “x” here. Choose one of: {SLUG}."),
        (
            ("poster",),
            2,
            (
                "PAPER can't be 'poster'; choose one of 'agenda', 'badges', 'running-order', 'mc-cards', 'letters', "
                "'guest-list', 'office-sheet', 'delegation-sheet', 'itinerary', 'press-brief', 'webpage', "
                "'calendar', 'workbook'."
            ),
        ),
        (
            ("running-order", "--session", "TEA"),
            1,
            "There is no session “TEA” with items; choose one of WORK, OPEN, KEY, ",
        ),
        (("agenda", "--session", "OPEN"), 1, "agenda has no option --session."),
        (("badges", "--category", "king"), 2, "--category can't be 'king'"),
    ],
)
def test_what_is_not_offered_is_refused_in_one_sentence(
    in_process: Run, planner_file: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = in_process("export", planner_file, *arguments, "--out", tmp_path / "out")

    assert answer.code == code
    assert answer.err.splitlines()[-1].startswith(sentence)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("paper", ["agenda", "badges", "running-order", "mc-cards", "webpage", "workbook"])
def test_a_place_that_cannot_be_written_is_refused(in_process: Run, planner_file: Path, paper: str) -> None:
    answer = in_process("export", planner_file, paper, "--out", planner_file / "below-a-file.pdf")

    assert answer.code == 1
    assert answer.err.splitlines()[-1].startswith("“below-a-file.pdf” could not be written to ")


def test_a_refused_export_leaves_the_old_paper_whole(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    (tmp_path / "agenda.pdf").write_bytes(b"the old one")

    in_process("export", planner_file, "agenda", "--out", tmp_path / "agenda.pdf", "--languages", "fr")

    assert (tmp_path / "agenda.pdf").read_bytes() == b"the old one"


@pytest.mark.parametrize("paper", ["agenda", "badges", "running-order", "mc-cards", "webpage", "workbook"])
def test_a_paper_without_new_numbers_needs_no_lock(
    in_shell: Run, planner_file: Path, tmp_path: Path, paper: str
) -> None:
    before = planner_file.read_bytes()
    with Store.open(planner_file, actor="Lin"):
        answer = in_shell("export", planner_file, paper, "--out", tmp_path / "out")

    assert answer.code == 0
    assert planner_file.read_bytes() == before


def test_calendars_need_the_file_the_first_time_only(in_shell: Run, planner_file: Path, tmp_path: Path) -> None:
    with Store.open(planner_file, actor="Lin"):
        refused = in_shell("export", planner_file, "calendar", "--out", tmp_path / "calendar")
    first = in_shell("export", planner_file, "calendar", "--out", tmp_path / "calendar")
    with Store.open(planner_file, actor="Lin"):
        again = in_shell("export", planner_file, "calendar", "--out", tmp_path / "calendar")

    assert (refused.code, first.code, again.code) == (1, 0, 0)
    assert refused.err.startswith("“sample.forumplanner” has been open on ")


def test_who_has_no_badge_yet_gets_a_number(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    with Store.open(planner_file) as store, store.step(StepKind.OTHER, count=1) as db:
        db.delete(db.scalars(select(Badge).where(Badge.number == "QL27-0001")).one())

    answer = in_process("export", planner_file, "badges", "--out", tmp_path / "badges.pdf")
    newest = json.loads(in_process("history", planner_file, "--json").out)[0]

    assert answer.code == 0
    assert (newest["kind"], newest["values"]) == ("issue_badges", {"count": 1})
    assert "QL27-0151" in text_of(tmp_path / "badges.pdf")


def test_the_running_order_of_one_session_says_who_calls_whom(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    answer = in_process("export", planner_file, "running-order", "--session", "CLOSE", "--out", tmp_path / "close.pdf")
    text = text_of(tmp_path / "close.pdf")

    assert (answer.code, "闭幕式程序单" in text, "开幕式程序单" in text) == (0, True, False)
    assert "学生联合培养协议" in text


@pytest.mark.parametrize("wished", ["LA", "老挝", "Lao PDR", "Delegation of the Lao PDR"])
def test_the_sheet_of_one_delegation_is_chosen_by_any_name(
    in_process: Run, planner_file: Path, tmp_path: Path, wished: str
) -> None:
    answer = in_process(
        "export", planner_file, "delegation-sheet", "--delegation", wished, "--out", tmp_path / "sheet.pdf"
    )
    text = text_of(tmp_path / "sheet.pdf")

    assert (answer.code, "老挝代表团" in text, "泰国代表团" in text) == (0, True, False)


def test_sheets_of_all_delegations_stand_in_the_forums_order(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    in_process("export", planner_file, "delegation-sheet", "--out", tmp_path / "sheets.pdf")
    text = text_of(tmp_path / "sheets.pdf")
    places = [text.index(name) for name in ("孟加拉国代表团", "柬埔寨代表团", "印度尼西亚代表团", "泰国代表团")]

    assert places == sorted(places)


def test_an_unknown_delegation_is_refused_with_those_that_are_known(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    answer = in_process(
        "export", planner_file, "delegation-sheet", "--delegation", "XX", "--out", tmp_path / "sheet.pdf"
    )

    assert (answer.code, answer.err.startswith("There is no delegation “XX”; choose one of BD, KH, ")) == (1, True)


def test_hand_cards_are_one_an_item_at_least(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    in_process("export", planner_file, "mc-cards", "--session", "开幕式", "--out", tmp_path / "cards.pdf")

    assert len(PdfReader(tmp_path / "cards.pdf").pages) >= 9


def test_names_that_no_longer_belong_are_said(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "running-order", "--out", tmp_path / "order.pdf")

    assert "the words still name “威拉特马贾”" in answer.err


def test_the_web_page_is_one_file(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "webpage", "--out", tmp_path / "programme.html")
    page = (tmp_path / "programme.html").read_text(encoding="utf-8")

    assert (answer.code, page[:15]) == (0, "<!doctype html>")
    assert "Opening Ceremony" in page


def test_the_template_opens_as_a_workbook(in_process: Run, tmp_path: Path) -> None:
    answer = in_process("template", tmp_path / "empty.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "empty.xlsx").sheetnames

    assert (answer.code, answer.err) == (0, "")
    assert len(sheets) >= 13  # twelve subjects and how to fill them in


def test_everybody_has_a_badge_page(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    in_process("export", planner_file, "badges", "--out", tmp_path / "badges.pdf", "--sheet", "none")
    numbers = {line for line in text_of(tmp_path / "badges.pdf").splitlines() if line.startswith("QL27-0")}

    assert len(numbers) == sample.answer_key(150).badges


@pytest.mark.parametrize("wished", ["P0027", "QL27-0027", "索·占特里亚", "Dr. SOK Chantrea"])
def test_the_itinerary_of_one_person_is_chosen_by_code_number_or_name(
    in_process: Run, planner_file: Path, tmp_path: Path, wished: str
) -> None:
    answer = in_process("export", planner_file, "itinerary", "--person", wished, "--out", tmp_path / "card.pdf")
    text = text_of(tmp_path / "card.pdf")

    assert (answer.code, "SOK Chantrea" in text, "Chowdhury" in text) == (0, True, False)


def test_itineraries_of_a_delegation_and_a_category_are_printed_alone(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    given = ("--delegation", "KH", "--category", "speaker")
    answer = in_process("export", planner_file, "itinerary", *given, "--out", tmp_path / "cards.pdf")
    text = text_of(tmp_path / "cards.pdf")

    assert (answer.code, "SOK Chantrea" in text, "Chowdhury" in text) == (0, True, False)


def test_an_unknown_person_is_refused(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    answer = in_process("export", planner_file, "itinerary", "--person", "P9999", "--out", tmp_path / "card.pdf")

    assert (answer.code, answer.err) == (
        1,
        "There is no participant “P9999”. Give a code, a badge number or a name.\n",
    )
