"""A program killed in the middle of its work leaves the file as it was before the step, or as after it."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import select

from forumplanner.records import Person
from forumplanner.store import Store
from store.tables import dump

ROOT = Path(__file__).resolve().parents[2]

KILLED_INSIDE = """
import os, signal, sys
from pathlib import Path
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Person
from forumplanner.store import Store
store = Store.open(Path(sys.argv[1]), actor="Lin")
with store.step(StepKind.ADD_PERSON) as db:
    db.add_all(Person(notes="x" * 5000) for _ in range(2000))  # more than fits the cache: pages go to the file
    db.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""

KILLED_ANYWHERE = """
import sys
from pathlib import Path
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Person
from forumplanner.store import Store
store = Store.open(Path(sys.argv[1]), actor="Lin")
print("open", flush=True)
while True:
    with store.step(StepKind.ADD_PERSON) as db:
        db.add_all(Person(notes="x" * 500) for _ in range(20))
"""


def program(text: str, file: Path, home: Path) -> subprocess.Popen[bytes]:
    environment = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.Popen(
        [sys.executable, "-c", text, str(file)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_killed_inside_a_step_leaves_the_file_as_it_was(file: Path, tmp_path: Path) -> None:
    Store.create(file, actor="Lin").close()
    before = dump(file)

    killed = program(KILLED_INSIDE, file, tmp_path)

    assert killed.wait(30) == -signal.SIGKILL
    assert file.with_name(f"{file.name}-journal").exists()
    with Store.open(file, actor="Lin") as store:
        assert dump(file) == before
        assert (store.head(), store.verify()) == ((0, ""), [])


def test_killed_at_any_moment_leaves_whole_steps_that_can_be_undone(file: Path, tmp_path: Path) -> None:
    Store.create(file, actor="Lin").close()
    before = dump(file)
    for patience in (0.01, 0.05, 0.1, 0.15):
        victim = program(KILLED_ANYWHERE, file, tmp_path)
        assert victim.stdout is not None
        assert victim.stdout.readline() == b"open\n"
        time.sleep(patience)
        victim.kill()
        victim.communicate()

        with Store.open(file, actor="Lin") as store, store.read() as db:
            people = len(db.scalars(select(Person.id)).all())
            assert people == 20 * store.head()[0]
            assert store.verify() == []

    with Store.open(file, actor="Lin") as store:
        while store.undo():
            pass
    assert dump(file) == before
