"""Import from the command line: a workbook becomes a forum, once; a dry run and a refusal change nothing."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from cli.running import Run
from exchange.filled import Row, filled
from forumplanner.domain.ids import ForumId
from forumplanner.exchange import workbook
from forumplanner.queries import forum_listing, overview
from forumplanner.queries import workbook as reading
from forumplanner.sample import SLUG
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store


@pytest.fixture(scope="session")
def workbook_bytes(sample_bytes: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample forum as a planning workbook; made once."""
    path = tmp_path_factory.mktemp("workbook") / "sample.forumplanner"
    path.write_bytes(sample_bytes)
    with Store.open(path, writable=False) as store, store.read() as db:
        return workbook.export(reading.known(db, FORUM))


@pytest.fixture
def source(tmp_path: Path, workbook_bytes: bytes) -> Path:
    path = tmp_path / "forum.xlsx"
    path.write_bytes(workbook_bytes)
    return path


def counts(run: Run, file: Path) -> dict[str, int]:
    (forum,) = json.loads(run("forums", file, "--json").out)
    return {name: number for name, number in forum["counts"].items() if name not in {"badges", "releases"}}


def test_a_workbook_becomes_a_forum_in_a_new_file(in_shell: Run, planner_file: Path, source: Path) -> None:
    new = planner_file.with_name("new.forumplanner")

    answer = in_shell("import", new, source)

    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith(f"Taken into “{SLUG}”: ")
    assert counts(in_shell, new) == counts(in_shell, planner_file)


def test_the_same_workbook_again_changes_nothing(in_process: Run, planner_file: Path, source: Path) -> None:
    answer = in_process("import", planner_file, source)
    history = json.loads(in_process("history", planner_file, "--json").out)

    assert answer.code == 0
    assert answer.out.splitlines()[-1] == (
        "This file says the same as what is known already. There was nothing to update."
    )
    assert [step["kind"] for step in history] == ["make_sample"]


def test_one_changed_cell_is_one_change_and_one_step(in_process: Run, planner_file: Path, source: Path) -> None:
    book = openpyxl.load_workbook(source)
    cell = next(c for sheet in book for row in sheet.iter_rows() for c in row if c.value == "报到注册")
    cell.value = "报到"
    book.save(source)

    answer = in_process("import", planner_file, source, "--forum", SLUG)
    (step, _made) = json.loads(in_process("history", planner_file, "--json").out)

    assert answer.out.splitlines()[-1] == f"Taken into “{SLUG}”: 0 added, 1 changed. One “undo” takes it all back."
    assert (step["kind"], step["values"]["added"], step["values"]["changed"]) == ("import_workbook", 0, 1)
    assert step["sentence"]["en"] == "Import of forum.xlsx: 0 added, 1 changed"


def test_one_undo_takes_an_import_back(in_process: Run, tmp_path: Path, source: Path) -> None:
    in_process("import", tmp_path / "new.forumplanner", source)

    in_process("undo", tmp_path / "new.forumplanner")

    assert json.loads(in_process("forums", tmp_path / "new.forumplanner", "--json").out) == []


def test_a_dry_run_tells_every_row_and_makes_no_file(in_process: Run, tmp_path: Path, source: Path) -> None:
    answer = in_process("import", tmp_path / "new.forumplanner", source, "--dry-run")

    assert answer.code == 0
    assert answer.out.splitlines()[0] == f"forum.xlsx -> {SLUG}"
    assert sum(line.startswith("+ People, row ") for line in answer.out.splitlines()) == 150
    assert not (tmp_path / "new.forumplanner").exists()


def test_a_dry_run_leaves_a_file_as_it_was(in_process: Run, planner_file: Path, source: Path) -> None:
    before = planner_file.read_bytes()

    in_process("import", planner_file, source, "--dry-run")

    assert planner_file.read_bytes() == before


def test_the_report_is_json_with_everything_that_was_decided(in_process: Run, tmp_path: Path, source: Path) -> None:
    in_process("import", tmp_path / "new.forumplanner", source, "--dry-run", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert {"rows", "repairs", "questions", "rejects", "counts"} <= set(report)
    assert sum(row["sheet"] == "people" for row in report["rows"]) == 150


def test_a_forum_that_is_not_there_is_not_imported_into(in_process: Run, planner_file: Path, source: Path) -> None:
    answer = in_process("import", planner_file, source, "--forum", "nowhere")

    assert (answer.code, answer.err) == (1, f"There is no forum “nowhere” here. Choose one of: {SLUG}.\n")


OPENING: list[Row] = [{"code": "S1", "title [en]": "Opening", "day": "2026-11-14", "start": "09:00", "end": "09:30"}]
SHEN: list[Row] = [{"code": "P1", "Chinese name": "沈砚秋", "Latin name": "Shen Yanqiu"}]


@pytest.fixture
def two_forums(in_process: Run, tmp_path: Path) -> Path:
    """A planner file with the forums "north" and "south"."""
    file = tmp_path / "two.forumplanner"
    for slug in ("north", "south"):
        in_process("import", file, written(tmp_path, slug))
    return file


def written(folder: Path, slug: str) -> Path:
    """A small workbook about the forum with that slug; with "" about none."""
    path = folder / f"{slug or 'no forum'}.xlsx"
    forum: list[Row] = [{"code": slug, "title [en]": slug.title()}] if slug else []
    path.write_bytes(filled(forum=forum, people=SHEN, sessions=OPENING))
    return path


def test_a_workbook_goes_into_the_forum_that_it_names(in_process: Run, two_forums: Path, tmp_path: Path) -> None:
    answer = in_process("import", two_forums, written(tmp_path, "south"), "--dry-run")

    assert answer.out.splitlines()[:2] == [
        "south.xlsx -> south",
        "This file says the same as last time. There was nothing to update.",
    ]


def test_a_workbook_about_another_forum_than_the_chosen_one_is_refused(
    in_process: Run, two_forums: Path, tmp_path: Path
) -> None:
    before = two_forums.read_bytes()

    answer = in_process("import", two_forums, written(tmp_path, "south"), "--forum", "north")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "“south.xlsx” is about the forum “south”, not “north”. "
        "Leave out --forum, or write “north” as the code on its forum sheet. Nothing was changed.\n"
    )
    assert two_forums.read_bytes() == before


def test_a_workbook_about_another_forum_makes_no_new_file(in_process: Run, tmp_path: Path) -> None:
    answer = in_process("import", tmp_path / "new.forumplanner", written(tmp_path, "south"), "--forum", "north")

    assert (answer.code, answer.err[:49]) == (1, "“south.xlsx” is about the forum “south”, not “nor")
    assert not (tmp_path / "new.forumplanner").exists()


def test_a_workbook_that_names_no_forum_needs_one_chosen_of_several(
    in_process: Run, two_forums: Path, tmp_path: Path
) -> None:
    before = two_forums.read_bytes()

    answer = in_process("import", two_forums, written(tmp_path, ""))

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "“two.forumplanner” holds several forums. Add --forum with one of: north, south.\n"
    assert two_forums.read_bytes() == before


def test_a_workbook_that_names_no_forum_goes_into_the_chosen_one(
    in_process: Run, two_forums: Path, tmp_path: Path
) -> None:
    answer = in_process("import", two_forums, written(tmp_path, ""), "--forum", "north", "--dry-run")

    assert answer.out.splitlines()[0] == "no forum.xlsx -> north"


def test_a_forum_whose_country_nobody_wrote_has_an_overview_and_papers(in_process: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.forumplanner"
    in_process("import", file, written(tmp_path, "north"))

    answers = [in_process("export", file, paper, "--out", tmp_path / paper).code for paper in ("agenda", "badges")]

    with Store.open(file, writable=False) as store, store.read() as db:
        (forum,) = forum_listing.load(db)
        shown = overview.load(db, forum_id=ForumId(forum.key), today=dt.date(2026, 11, 1))
    assert answers == [0, 0]
    assert shown is not None
    assert shown.host_country == ""


def missing(source: Path) -> Path:
    return source.with_name("nowhere.xlsx")


def folder(source: Path) -> Path:
    return source.parent


def empty(source: Path) -> Path:
    source.write_bytes(b"")
    return source


def text(source: Path) -> Path:
    source.write_text("姓名,单位\n陈国强,青岚医科大学\n", encoding="gb18030")
    return source


def cut_short(source: Path) -> Path:
    source.write_bytes(source.read_bytes()[:5000])
    return source


@pytest.mark.parametrize("spoil", [missing, folder, empty, text, cut_short], ids=lambda f: f.__name__)
def test_a_bad_source_is_refused_and_makes_no_file(
    in_process: Run, tmp_path: Path, source: Path, spoil: object
) -> None:
    answer = in_process("import", tmp_path / "new.forumplanner", spoil(source))  # type: ignore[operator]  # a function

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "new.forumplanner").exists()


@pytest.mark.parametrize("spoil", [missing, text], ids=lambda f: f.__name__)
def test_a_bad_source_leaves_an_existing_file_as_it_was(
    in_process: Run, planner_file: Path, source: Path, spoil: object
) -> None:
    before = planner_file.read_bytes()

    answer = in_process("import", planner_file, spoil(source))  # type: ignore[operator]  # a function

    assert answer.code == 1
    assert planner_file.read_bytes() == before


def test_a_file_that_is_open_elsewhere_is_not_imported_into(in_shell: Run, planner_file: Path, source: Path) -> None:
    with Store.open(planner_file, actor="Lin"):
        answer = in_shell("import", planner_file, source)

    assert answer.code == 1
    assert answer.err.startswith("“sample.forumplanner” has been open on ")
