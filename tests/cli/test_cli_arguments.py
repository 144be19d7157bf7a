"""Which calls are the command line's, and how wrong ones are answered."""

import re
from pathlib import Path

import pytest

from cli.running import Run
from forumplanner.cli.arguments import VERBS, is_for_command_line, wished_language


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], False),
        (["plan.forumplanner"], False),
        (["--language", "en", "plan.forumplanner"], False),
        (["--language=en"], False),
        (["forums", "plan.forumplanner"], True),
        (["--language", "zh-Hans", "papers"], True),
        (["--help"], True),
        (["forusm"], True),
        (["forusm", "plan.forumplanner"], True),
    ],
)
def test_verbs_and_slips_go_to_the_command_line_and_files_to_the_window(arguments: list[str], expected: bool) -> None:
    assert is_for_command_line(arguments) is expected


def test_an_existing_file_of_any_name_goes_to_the_window(tmp_path: Path) -> None:
    file = tmp_path / "plan"
    file.touch()

    assert is_for_command_line([str(file)]) is False


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["forums"], ""),
        (["--language", "en"], "en"),
        (["forums", "x", "--language=zh-Hans"], "zh-Hans"),
        (["--language"], ""),
    ],
)
def test_the_wished_language_is_known_before_anything_else(arguments: list[str], expected: str) -> None:
    assert wished_language(arguments) == expected


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_has_its_help(in_process: Run, verb: str) -> None:
    answer = in_process(verb, "--help")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Usage: forumplanner {verb} ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["forums"], "Still needed: FILE."),
        (["forusm", "x"], "VERB can't be 'forusm'; choose one of"),
        (["forums", "x", "y"], "Not understood here: y."),
        (["sample", "x", "--participants", "many"], "--participants needs a whole number; 'many' is none."),
        (["sample", "x", "--participants"], "--participants needs something after it."),
        (["seat", "x"], "VERB can't be 'seat'"),
        (["--language", "fr", "papers"], "--language can't be 'fr'"),
    ],
)
def test_a_wrong_call_ends_with_2_and_one_sentence(in_process: Run, arguments: list[str], sentence: str) -> None:
    answer = in_process(*arguments)

    assert answer.code == 2
    assert answer.err.splitlines()[-1].startswith(sentence.split("{", maxsplit=1)[0][:40])
    assert sentence in answer.err
    assert answer.out == ""


def test_a_wrong_call_is_answered_in_chinese_to_a_chinese_reader(in_shell: Run) -> None:
    answer = in_shell("forums", "--language", "zh-Hans")

    assert answer.code == 2
    assert answer.err.splitlines()[-1] == "还缺少：FILE。"


def test_the_help_speaks_the_readers_language(in_shell: Run) -> None:
    chinese = in_shell("--language", "zh-Hans", "--help")
    english = in_shell("--language", "en", "--help")

    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith("用法：")
    assert english.out.startswith("Usage: ")
    assert re.findall(r"[a-z]{3,} [a-z]{3,}", chinese.out) == []
    assert all(f"    {verb} " in chinese.out for verb in VERBS)


def test_the_language_of_the_system_is_the_default(in_shell: Run) -> None:
    answer = in_shell("forums", environment={"LC_ALL": "zh_CN.UTF-8"})

    assert answer.err.splitlines()[-1] == "还缺少：FILE。"


def test_the_version_is_told(in_process: Run) -> None:
    answer = in_process("--version")

    assert (answer.code, answer.out) == (0, "Forum Planner 0.3.0\n")
