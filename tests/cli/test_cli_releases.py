"""Releases from the command line: issued, listed, compared, printed as they were, and taken back."""

import json
from pathlib import Path

import docx
from pypdf import PdfReader
from sqlalchemy import select

from cli.running import Run
from forumplanner.actions.items import rename_item
from forumplanner.domain.ids import ItemId
from forumplanner.domain.kinds import ItemKind
from forumplanner.records import Item
from forumplanner.store import Store


def retitle(file: Path, text: str) -> str:
    """Give a talk another title; what it was called."""
    with Store.open(file, actor="Lin") as store:
        with store.read() as db:
            item = db.scalars(select(Item).where(Item.kind == ItemKind.KEYNOTE).order_by(Item.id)).first()
            assert item is not None
            key, before = ItemId(item.id), item.title.get("en")
        rename_item(store, item_id=key, tag="en", text=text)
    return before


def footer(pdf: Path) -> str:
    return PdfReader(pdf).pages[1].extract_text().replace("\n", " ")


def test_a_release_is_issued_listed_and_compared(in_process: Run, planner_file: Path) -> None:
    issued = in_process("release", planner_file, "--kind", "approval", "--note", "给校长办公会")
    before = retitle(planner_file, "A quite different subject")

    assert issued.out == "Issued the programme as V2 (Draft for approval).\n"
    listed = json.loads(in_process("releases", planner_file, "--json").out)
    assert [(line["name"], line["kind"], line["kept"]) for line in listed] == [
        ("V2", "approval", True),
        ("V1", "draft", False),
    ]
    changes = in_process("changes", planner_file, "V2")
    assert f"1. Title: {before} → A quite different subject" in changes.out.splitlines()
    minor = json.loads(in_process("changes", planner_file, "V2", "--json").out)["groups"][0]["changes"][0]["id"]
    assert in_process("release", planner_file, "--minor", minor).code == 0
    assert in_process("changes", planner_file, "V2").err == "1 minor change is not listed.\n"


def test_papers_are_printed_from_a_release_and_name_it_only_while_it_holds(
    in_process: Run, planner_file: Path, tmp_path: Path
) -> None:
    in_process("release", planner_file, "V3.0", "--kind", "final")
    before = retitle(planner_file, "A quite different subject")
    for name, options in (("now", ()), ("then", ("--release", "V3.0"))):
        in_process("export", planner_file, "agenda", "--out", tmp_path / f"{name}.pdf", *options)

    now, then = (footer(tmp_path / f"{name}.pdf") for name in ("now", "then"))
    assert ("Draft after V3.0" in now, "V3.0之后的草稿" in now) == (True, True)
    assert ("Draft" in then, "V3.0" in then) == (False, True)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "then.pdf").pages).replace("\n", " ")
    assert before in text
    assert "A quite different subject" not in text


def test_a_change_notice_is_written_for_print_and_for_word(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    in_process("release", planner_file, "V2")
    retitle(planner_file, "A quite different subject")

    in_process("changes", planner_file, "V2", "--pdf", tmp_path / "n.pdf", "--docx", tmp_path / "n.docx")

    assert "A quite different subject" in PdfReader(tmp_path / "n.pdf").pages[0].extract_text()
    cells = [cell.text for row in docx.Document(str(tmp_path / "n.docx")).tables[0].rows for cell in row.cells]
    assert "A quite different subject" in cells


def test_issuing_is_undone_like_any_step(in_process: Run, planner_file: Path) -> None:
    in_process("release", planner_file, "V2")

    undone = in_process("undo", planner_file)

    assert undone.out == "Taken back: Issued the programme as V2\n"
    assert "V2" not in in_process("releases", planner_file).out
    assert in_process("changes", planner_file, "V2").err.startswith("There is no release “V2”; choose one of: V1.")


def test_names_that_are_taken_or_no_names_are_refused(in_process: Run, planner_file: Path) -> None:
    taken, slash = (in_process("release", planner_file, name) for name in ("v1", "a/b"))

    assert (taken.code, taken.err) == (1, "There is a release “v1” already; choose another name.\n")
    assert slash.err.startswith("“a/b” can't be a release's name")
