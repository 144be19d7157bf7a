"""The same plan gives the same mails, byte for byte, whatever order Python's sets have in a process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from forumplanner import sample
from forumplanner.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SEEDS = ("0", "1", "4242", "999999999")


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    path = tmp_path / "planned.forumplanner"
    with Store.create(path, actor="Lin") as store:
        sample.write(store, 150)
    return path


def test_a_whole_round_is_the_same_under_every_hash_seed(planned: Path, tmp_path: Path) -> None:
    running = []
    for seed in SEEDS:
        copy = tmp_path / seed / planned.name
        copy.parent.mkdir()
        shutil.copy(planned, copy)
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT / "src"),
            "XDG_DATA_HOME": str(copy.parent),
            "LANGUAGE": "en",
        }
        command = [sys.executable, str(HERE / "whole_round.py"), str(copy)]
        running.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))
    rounds = [one.communicate()[0] for one in running]

    assert [one.returncode for one in running] == [0] * len(SEEDS)
    assert rounds == [rounds[0]] * len(SEEDS)
    said = {tuple(row.split()[:3]) for row in rounds[0].splitlines()}
    told = {("session", "REQUEST"), ("change", "REQUEST"), ("cancellation", "CANCEL")}
    assert {row for row in said if row[0] in {"programme", "change", "draft"}} == {
        ("programme", "programme", "REQUEST"),
        *(("change", *one) for one in told),
        *(("draft", *one) for one in told),
    }
