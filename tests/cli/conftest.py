"""The command line as a user meets it: a process of its own, or the same call in this process where that is enough."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.running import SOURCE, Answer, Run
from forumplanner import sample
from forumplanner.__main__ import main
from forumplanner.store import Store


@pytest.fixture
def in_process(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in this process, in English unless the arguments say otherwise."""

    def run(*arguments: str | Path) -> Answer:
        code = main(["--language", "en", *map(str, arguments)])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def in_shell(tmp_path: Path) -> Run:
    """Run `python -m forumplanner` as a process of its own with an own user folder; output is read as UTF-8."""

    def run(*arguments: str | Path, environment: dict[str, str] | None = None) -> Answer:
        home = tmp_path / "home"
        surroundings = {
            **os.environ,
            "PYTHONPATH": str(SOURCE),
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "LC_ALL": "en_GB.UTF-8",
            **(environment or {}),
        }
        command: Sequence[str] = [sys.executable, "-m", "forumplanner", *map(str, arguments)]
        ended = subprocess.run(command, capture_output=True, env=surroundings, timeout=120, check=False)
        return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A planner file with the sample forum, as bytes; made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.forumplanner"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forumplanner.paths.user_data", lambda: path.parent / "user")
        with Store.create(path, actor="Lin") as store:
            sample.write(store, 150)
    return path.read_bytes()


@pytest.fixture
def planner_file(tmp_path: Path, sample_bytes: bytes) -> Path:
    """A planner file with the sample forum of 150 people, made by Lin."""
    path = tmp_path / "sample.forumplanner"
    path.write_bytes(sample_bytes)
    return path
