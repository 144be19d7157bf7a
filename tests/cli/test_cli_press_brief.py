"""The press brief is written on the basis that was asked for."""

from pathlib import Path

import pypdfium2

from cli.running import Run


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def test_a_press_brief_is_written_on_a_basis(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    done = in_process(
        *("export", planner_file, "press-brief", "--out", out, "--languages", "en"),
        *("--counting", "confirmed", "--without-host", "--rounding", "100"),
    )

    assert (done.code, done.out.strip()) == (0, "“brief.pdf”: 1 page.")
    assert "besides China" in text_of(out)
    assert text_of(out).startswith("Press brief")


def test_another_paper_refuses_its_options(in_process: Run, planner_file: Path, tmp_path: Path) -> None:
    done = in_process("export", planner_file, "agenda", "--out", tmp_path / "a.pdf", "--rounding", "100")

    assert (done.code, done.err) == (1, "agenda has no option --rounding.\n")
