"""Verbs of planner files: made, listed, checked, taken back, verified, copied; and every kind of bad file refused."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import SOURCE, Run
from forumplanner import sample
from forumplanner.actions.forums import create_forum
from forumplanner.domain.text import LocalizedText
from forumplanner.sample import SLUG
from forumplanner.store import Store


def test_sample_makes_a_planner_file_of_that_many_people(in_shell: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.forumplanner"

    made = in_shell("sample", file, "--participants", "160")
    (forum,) = json.loads(in_shell("forums", file, "--json").out)

    assert (made.code, made.out) == (0, f"“new.forumplanner” holds the sample forum “{SLUG}”. Change anything.\n")
    assert (forum["slug"], forum["counts"]["participants"]) == (SLUG, 160)


def test_sample_leaves_an_existing_file_alone(in_process: Run, planner_file: Path) -> None:
    before = planner_file.read_bytes()

    answer = in_process("sample", planner_file)

    assert answer.code == 1
    assert answer.err.splitlines()[-1] == (
        f"“sample.forumplanner” already exists in {planner_file.parent}. It was left as it is; choose another name."
    )
    assert planner_file.read_bytes() == before


def test_a_sample_of_an_impossible_size_makes_no_file(in_process: Run, tmp_path: Path) -> None:
    answer = in_process("sample", tmp_path / "new.forumplanner", "--participants", "3")

    assert answer.code == 1
    assert answer.err == "A sample forum can't have 3 participants. Choose a number from 150 to 20000.\n"
    assert list(tmp_path.iterdir()) == []


def test_forums_are_listed_with_titles_dates_and_counts(in_process: Run, planner_file: Path) -> None:
    key = sample.answer_key(150)

    listed = in_process("forums", planner_file).out.splitlines()
    (forum,) = json.loads(in_process("forums", planner_file, "--json").out)

    assert listed[0] == SLUG
    assert listed[3] == "    Kunming · 23–25 October 2027"
    assert listed[4].startswith("    150 participants, 11 delegations, 18 sessions, ")
    assert forum["titles"][0]["zh-Hans"] == "2027青岚国际卫生教育论坛"
    assert (forum["starts_on"], forum["ends_on"]) == ("2027-10-23", "2027-10-25")
    assert {name: forum["counts"][name] for name in ("badges", "consular_guests", "rooms", "tracks", "releases")} == {
        "badges": key.badges + key.blanks, "consular_guests": 6, "rooms": key.rooms, "tracks": 4, "releases": 1,
    }  # fmt: skip


def test_an_empty_planner_file_says_what_to_do_next(in_process: Run, tmp_path: Path) -> None:
    Store.create(tmp_path / "empty.forumplanner").close()

    listed = in_process("forums", tmp_path / "empty.forumplanner")
    checked = in_process("check", tmp_path / "empty.forumplanner")

    assert (listed.code, listed.out) == (0, "")
    assert listed.err == "This planner file holds no forum yet. Make one in the window, or import a workbook.\n"
    assert checked.code == 1
    assert checked.err == "“empty.forumplanner” holds no forum yet. Make one in the window, or import a workbook.\n"


def test_where_there_are_several_forums_one_must_be_chosen(in_process: Run, planner_file: Path) -> None:
    with Store.open(planner_file) as store:
        create_forum(store, title=LocalizedText.of({"en": "Another Forum"}))

    open_choice = in_process("check", planner_file)
    unknown = in_process("check", planner_file, "--forum", "nowhere")
    chosen = in_process("check", planner_file, "--forum", SLUG)

    assert open_choice.code == 1
    assert open_choice.err.startswith("“sample.forumplanner” holds several forums. Add --forum with one of: ")
    assert unknown.code == 1
    assert unknown.err.startswith("There is no forum “nowhere” here. Choose one of: ")
    assert chosen.err.endswith("findings.\n")


def test_check_finds_the_planted_faults_and_ends_with_1(in_process: Run, planner_file: Path) -> None:
    answer = in_process("check", planner_file, "--json")
    findings = json.loads(answer.out)

    errors = [(f["kind"], f["minutes"]) for f in findings if f["severity"] == "error"]

    assert answer.code == 1
    assert errors[:2] == [("head_overlap", 20), ("room_overlap", 10)]
    assert [kind for kind, _minutes in errors[2:]] == ["arrives_after"]
    assert {"id", "kind", "severity", "subjects", "minutes", "message", "remedy", "acknowledged"} <= set(findings[0])


def test_check_speaks_both_languages(in_process: Run, planner_file: Path) -> None:
    english = in_process("check", planner_file).out
    chinese = in_process("check", planner_file, "--language", "zh-Hans").out

    assert english.startswith("Must fix: For 20 minutes from 15:10 on Sun 24 Oct, ")
    assert chinese.startswith("必须处理：")


def test_history_tells_every_step_in_both_languages(in_process: Run, planner_file: Path) -> None:
    (step,) = json.loads(in_process("history", planner_file, "--json").out)

    assert (step["id"], step["actor"], step["kind"], step["values"]) == (1, "Lin", "make_sample", {"people": 150})
    assert step["sentence"] == {"zh-Hans": "生成示例论坛，共 150 人", "en": "Made the sample forum with 150 people"}


def test_a_step_is_taken_back_and_done_again(in_shell: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.forumplanner"
    in_shell("sample", file, "--participants", "150")

    undone = in_shell("undo", file)
    empty = json.loads(in_shell("forums", file, "--json").out)
    redone = in_shell("redo", file)
    (forum,) = json.loads(in_shell("forums", file, "--json").out)
    history = in_shell("history", file).out.splitlines()

    assert (undone.code, undone.out) == (0, "Taken back: Made the sample forum with 150 people\n")
    assert empty == []
    assert (redone.code, redone.out) == (0, "Done again: Made the sample forum with 150 people\n")
    assert forum["counts"]["participants"] == 150
    assert [line.split()[0] for line in history] == ["3", "2", "1"]


def test_with_nothing_to_take_back_undo_says_so(in_process: Run, tmp_path: Path) -> None:
    Store.create(tmp_path / "empty.forumplanner").close()

    undone, redone = (in_process(verb, tmp_path / "empty.forumplanner") for verb in ("undo", "redo"))

    assert (undone.code, undone.err) == (1, "There is nothing to take back.\n")
    assert (redone.code, redone.err) == (1, "There is nothing to do again.\n")


def test_verify_is_content_with_a_whole_file(in_process: Run, planner_file: Path) -> None:
    answer = in_process("verify", planner_file)

    assert answer.code == 0
    assert answer.out == "“sample.forumplanner” is whole: pages, references, history and kept files agree.\n"


def test_verify_finds_what_another_program_changed(in_process: Run, planner_file: Path) -> None:
    with sqlite3.connect(planner_file) as other_program:
        other_program.execute("UPDATE person SET phone = 'altered' WHERE code = 'P0001'")
    other_program.close()

    answer = in_process("verify", planner_file)

    assert answer.code == 1
    assert answer.out.startswith("An entry was changed outside the program: person ")
    assert answer.err == "1 problem found.\n"


def test_backup_is_a_whole_planner_file_and_never_replaces_one(in_process: Run, planner_file: Path) -> None:
    copy = planner_file.with_name("copy.forumplanner")

    made, again = in_process("backup", planner_file, copy), in_process("backup", planner_file, copy)

    assert (made.code, made.out) == (0, "“copy.forumplanner” is a complete, verified copy.\n")
    assert (again.code, in_process("verify", copy).code) == (1, 0)


def missing(_file: Path) -> Path:
    return Path("nowhere.forumplanner")


def folder(file: Path) -> Path:
    return file.parent


def empty(file: Path) -> Path:
    file.write_bytes(b"")
    return file


def text(file: Path) -> Path:
    file.write_text("陈国强, 13800000000\n" * 500)
    return file


def foreign_database(file: Path) -> Path:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    return file


def damaged(file: Path) -> Path:
    data = bytearray(file.read_bytes())
    data[20_000:120_000] = b"\x5a" * 100_000
    file.write_bytes(data)
    return file


def cut_short(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[:150_000])
    return file


def newer(file: Path) -> Path:
    with sqlite3.connect(file) as later_program:
        later_program.execute("PRAGMA user_version = 9999")
    later_program.close()
    return file


def with_a_trigger(file: Path) -> Path:
    with sqlite3.connect(file) as stranger:
        stranger.execute("CREATE TRIGGER t AFTER UPDATE ON person BEGIN DELETE FROM person; END")
    stranger.close()
    return file


BAD_FILES = [missing, folder, empty, text, foreign_database, damaged, cut_short, newer, with_a_trigger]
CALLS = [
    ("forums", "--json"),
    ("check",),
    ("history",),
    ("undo",),
    ("redo",),
    ("verify",),
    ("backup", "copy"),
    ("export", "agenda", "--out", "agenda.pdf"),
]


@pytest.mark.parametrize("spoil", BAD_FILES, ids=lambda f: f.__name__)
@pytest.mark.parametrize("call", CALLS, ids=lambda c: c[0])
def test_a_bad_file_is_refused_in_one_sentence(
    in_process: Run, planner_file: Path, spoil: object, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(planner_file.parent)
    file = spoil(planner_file)  # type: ignore[operator]  # each of them is a function of a path
    before = file.read_bytes() if file.is_file() else None

    answer = in_process(call[0], file, *call[1:])

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(".\n")
    assert (file.read_bytes() if file.is_file() else None) == before
    assert not (planner_file.parent / "copy").exists()


@pytest.mark.parametrize("spoil", [missing, text, damaged, newer], ids=lambda f: f.__name__)
def test_no_traceback_reaches_the_user(in_shell: Run, planner_file: Path, spoil: object) -> None:
    answer = in_shell("check", spoil(planner_file))  # type: ignore[operator]  # as above

    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert answer.err.count("\n") == 1


def test_a_file_that_another_process_has_open_is_refused_to_writers_only(in_shell: Run, planner_file: Path) -> None:
    with Store.open(planner_file, actor="Lin"):
        undone, listed = in_shell("undo", planner_file), in_shell("forums", planner_file)

    assert undone.code == 1
    assert undone.err.startswith("“sample.forumplanner” has been open on ")
    assert listed.code == 0


def test_json_is_utf8_and_alone_on_stdout_whatever_the_terminal(in_shell: Run, planner_file: Path) -> None:
    answer = in_shell("forums", planner_file, "--json", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})

    assert answer.code == 0
    assert json.loads(answer.out)[0]["city"]["zh-Hans"] == "昆明"


def test_a_terminal_without_chinese_letters_gets_question_marks(in_shell: Run, planner_file: Path) -> None:
    answer = in_shell(
        "forums", planner_file, "--language", "zh-Hans", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == SLUG
    assert "?" in answer.out


def test_a_reader_who_leaves_early_gets_no_complaint(planner_file: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m forumplanner history {planner_file} --json | head -c 1"
    ended = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        env={"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        check=True,
    )

    assert (ended.stdout, ended.stderr) == (b"[", b"")


@pytest.mark.parametrize("call", [("forums", "FILE"), ("papers",)], ids=lambda c: c[0])
def test_no_verb_loads_qt(planner_file: Path, call: tuple[str, ...]) -> None:
    arguments = [str(planner_file) if part == "FILE" else part for part in call]
    code = (
        f"import sys; from forumplanner.__main__ import main; main({arguments!r}); "
        "print([m for m in sys.modules if 'PySide' in m])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE)}
    )

    assert ended.stdout.splitlines()[-1] == "[]"
