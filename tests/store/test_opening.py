"""Opening a file: what is believed of it, what is refused and how, and that opening never makes one."""

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

import factories as make
from forumplanner import i18n, paths
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Person
from forumplanner.store import FileInUse, StepRefused, Store
from forumplanner.store import engine as database
from forumplanner.store.failures import (
    DamagedFile,
    FileError,
    FileTaken,
    ForeignParts,
    MissingFile,
    NewerFile,
    NotAPlannerFile,
    ReadOnlyFile,
    UnreadableFile,
)
from forumplanner.store.fileformat import SCHEMA_NUMBER
from forumplanner.store.lock import InstanceLock
from forumplanner.store.schema import records_schema
from store.tables import dump, meddle, rows

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def closed(file: Path) -> Path:
    """A planner file with forty people that nobody has open."""
    with Store.create(file, actor="Lin") as store, store.step(StepKind.IMPORT_WORKBOOK) as db:
        for number in range(40):
            make.make_person(db, latin=f"Person {number}", notes="x" * 200)
    return file


def add_person(store: Store) -> None:
    with store.step(StepKind.ADD_PERSON) as db:
        make.make_person(db)


def test_a_new_file_is_marked_and_empty(file: Path) -> None:
    Store.create(file, actor="Lin").close()

    assert file.read_bytes()[68:72] == b"FPLN"
    assert rows(file, "PRAGMA user_version") == [(SCHEMA_NUMBER,)]
    assert set(map(tuple, dump(file).values())) == {()}
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_new_file_never_takes_the_place_of_another(closed: Path) -> None:
    before = closed.read_bytes()

    with pytest.raises(FileTaken) as refused:
        Store.create(closed, actor="Lin")

    assert str(refused.value) == (
        f"“{closed.name}” already exists in {closed.parent}. It was left as it is; choose another name."
    )
    assert closed.read_bytes() == before


def test_a_new_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file or directory"):
        Store.create(tmp_path / "nowhere" / "new.forumplanner", actor="Lin")


def test_connections_bear_the_pragmas_of_the_house(planner: Store) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }
    with database.writing(planner._engine) as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}

    assert found == wanted


def test_a_missing_file_is_not_made(file: Path) -> None:
    with pytest.raises(MissingFile) as refused:
        Store.open(file, actor="Lin")

    assert str(refused.value) == f"“{file.name}” was not found in {file.parent}. Choose the file where it is now."
    assert list(file.parent.iterdir()) == []


def a_folder(path: Path) -> None:
    path.mkdir()


def an_empty_file(path: Path) -> None:
    path.touch()


def a_spreadsheet(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(200))


def another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id)")
        connection.commit()


@pytest.mark.parametrize("make_file", [a_folder, an_empty_file, a_spreadsheet, another_programs_database])
def test_what_is_no_planner_file_is_refused_and_left_alone(file: Path, make_file: Callable[[Path], None]) -> None:
    make_file(file)
    before = None if file.is_dir() else file.read_bytes()

    with pytest.raises(NotAPlannerFile, match="is not a Forum Planner file"):
        Store.open(file, actor="Lin")

    assert (None if file.is_dir() else file.read_bytes()) == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_newer_file_says_which_program_it_needs(closed: Path) -> None:
    meddle(closed, "UPDATE planner_file SET needs = '2.3.0'")
    meddle(closed, "PRAGMA user_version=99")
    i18n.use("zh-Hans")

    with pytest.raises(NewerFile) as refused:
        Store.open(closed, actor="Lin")

    assert refused.value.needs == "2.3.0"
    assert str(refused.value) == (
        f"“{closed.name}”由较新版本的软件保存，需要 2.3.0 或更高版本才能打开。"
        "数据没有变动，请升级软件，或打开较早的备份。"
    )


def test_a_newer_file_that_keeps_it_elsewhere_is_refused_too(closed: Path) -> None:
    meddle(closed, "DROP TABLE planner_file")
    meddle(closed, "PRAGMA user_version=99")

    with pytest.raises(NewerFile, match=r"was saved by a newer Forum Planner\. Nothing was changed"):
        Store.open(closed, actor="Lin")


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwritten_in_the_middle(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)


def overwritten_at_the_start(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(4096))


def orphaned(path: Path) -> None:
    meddle(path, "INSERT INTO post (id, person_id, title, position, version) VALUES ('1', 'nobody', '{}', 0, 1)")


@pytest.mark.parametrize("spoil", [cut_off, overwritten_in_the_middle, overwritten_at_the_start, orphaned])
def test_a_damaged_file_is_refused_and_left_for_rescue(closed: Path, spoil: Callable[[Path], None]) -> None:
    spoil(closed)
    before = closed.read_bytes()

    with pytest.raises(DamagedFile, match="restore one of its backups") as refused:
        Store.open(closed, actor="Lin")

    assert refused.value.path == closed
    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize(
    ("part", "sql"),
    [
        ("trigger tidy", "CREATE TRIGGER tidy AFTER INSERT ON person BEGIN DELETE FROM person; END"),
        ("view people", "CREATE VIEW people AS SELECT * FROM person"),
        ("table words", "CREATE VIRTUAL TABLE words USING fts5(text)"),
    ],
)
def test_a_file_with_a_strangers_machinery_is_refused(closed: Path, part: str, sql: str) -> None:
    meddle(closed, sql)

    with pytest.raises(ForeignParts) as refused:
        Store.open(closed, actor="Lin")

    assert refused.value.part == part


def test_a_file_that_another_program_holds_is_refused(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(FileInUse, match="is in use by another program"):
            Store.open(closed, actor="Lin")


def test_a_step_while_another_program_writes_is_refused(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with Store.open(closed, actor="Lin") as store, closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StepRefused, match="another program is using the file"):
            add_person(store)


def test_a_full_disk_is_said_so(closed: Path) -> None:
    with Store.open(closed, actor="Lin") as store:
        pages = rows(closed, "PRAGMA page_count")[0][0]

        def no_more(raw: sqlite3.Connection, _record: object) -> None:
            raw.execute(f"PRAGMA max_page_count={pages}")

        event.listen(store._engine, "connect", no_more)
        before = dump(closed)

        with pytest.raises(StepRefused, match="the disk is full"), store.step(StepKind.OTHER) as db:
            db.add_all(Person(notes="x" * 4000) for _ in range(20))

        assert dump(closed) == before


def test_one_program_at_a_time_writes_a_file(closed: Path) -> None:
    with Store.open(closed, actor="Lin"):
        with pytest.raises(FileInUse) as refused:
            Store.open(closed, actor="Wu")

        holder = json.loads(closed.with_name(f"{closed.name}.lock").read_text())
        assert (holder["pid"], refused.value.host, refused.value.user) == (os.getpid(), holder["host"], holder["user"])
        assert refused.value.since == dt.datetime.fromisoformat(holder["since"])
        assert f"delete “{closed.name}.lock” beside it" in str(refused.value)
    Store.open(closed, actor="Wu").close()


def test_others_may_read_meanwhile(closed: Path) -> None:
    with Store.open(closed, actor="Lin") as store:
        add_person(store)
        reader = Store.open(closed, actor="Wu", writable=False)

        assert reader.history()[0].actor == "Lin"
        with pytest.raises(StepRefused, match="is open for reading only"):
            add_person(reader)
        with pytest.raises(StepRefused, match="is open for reading only"):
            reader.undo()
        reader.close()


def test_the_lock_of_a_crashed_program_is_taken_over(closed: Path, tmp_path: Path) -> None:
    crash = (
        "import os, signal, sys; from pathlib import Path; from forumplanner.store import Store; "
        "Store.open(Path(sys.argv[1]), actor='Lin'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", crash, str(closed)], env=environment, check=False)
    assert closed.with_name(f"{closed.name}.lock").exists()

    Store.open(closed, actor="Wu").close()

    assert not closed.with_name(f"{closed.name}.lock").exists()


def test_the_lock_of_another_computer_counts_until_somebody_removes_it(closed: Path) -> None:
    lock = closed.with_name(f"{closed.name}.lock")
    left = {"host": "reception-pc", "user": "wu", "pid": 4711, "since": "2026-11-14T01:00:00+00:00"}
    lock.write_text(json.dumps(left))

    with pytest.raises(FileInUse, match=r"open on reception-pc \(by wu\) since 2026-11-14"):
        Store.open(closed, actor="Lin")

    lock.unlink()
    Store.open(closed, actor="Lin").close()


def test_a_lock_that_says_nothing_is_taken_over(closed: Path) -> None:
    closed.with_name(f"{closed.name}.lock").write_text("?")

    Store.open(closed, actor="Lin").close()


@pytest.fixture
def read_only(closed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As on a CD or a write-protected share; the tests may run as root, whom permissions don't stop."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode == os.R_OK)
    return closed


def test_a_read_only_file_opens_for_reading(read_only: Path) -> None:
    store = Store.open(read_only, actor="Lin", writable=False)

    assert len(store.history()) == 1
    assert store.verify() == []
    store.close()


def test_a_read_only_file_is_not_opened_for_writing(read_only: Path) -> None:
    with pytest.raises(ReadOnlyFile, match="Open it for reading, or copy it"):
        Store.open(read_only, actor="Lin")

    assert [path.name for path in read_only.parent.iterdir()] == [read_only.name]


def test_a_step_in_a_file_that_became_read_only_is_refused(read_only: Path) -> None:
    lock = InstanceLock.take(read_only)
    store = Store(read_only, actor="Lin", schema=records_schema(), lock=lock)
    before = dump(read_only)

    with pytest.raises(StepRefused, match="the file or its folder is read-only"):
        add_person(store)

    assert dump(read_only) == before
    lock.release()


def test_an_older_copy_is_noticed(closed: Path) -> None:
    older = closed.read_bytes()
    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is None
        add_person(store)
    closed.write_bytes(older)

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is not None
        assert (store.opened_older.saved.step, store.opened_older.parted) == (2, False)
        assert store.opened_older.sentence().startswith(f"“{closed.name}” is older than what you saved on ")


def test_only_looking_at_an_older_copy_does_not_make_it_the_newest(closed: Path) -> None:
    older = closed.read_bytes()
    with Store.open(closed, actor="Lin") as store:
        add_person(store)
    closed.write_bytes(older)
    Store.open(closed, actor="Lin").close()

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is not None


def test_going_on_with_an_older_copy_makes_it_the_newest(closed: Path) -> None:
    older = closed.read_bytes()
    with Store.open(closed, actor="Lin") as store:
        add_person(store)
        add_person(store)
    closed.write_bytes(older)
    with Store.open(closed, actor="Lin") as store:
        add_person(store)

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is None


def test_a_copy_that_went_its_own_way_is_noticed(closed: Path) -> None:
    common = closed.read_bytes()
    with Store.open(closed, actor="Wu") as store:
        add_person(store)
    elsewhere = closed.read_bytes()
    closed.write_bytes(common)
    with Store.open(closed, actor="Lin") as store:
        add_person(store)
    closed.write_bytes(elsewhere)

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is not None
        assert store.opened_older.parted
        assert "is not a continuation of what you saved" in store.opened_older.sentence()


def test_spoiled_memories_are_as_none(closed: Path) -> None:
    for memory in (paths.user_data() / "heads").iterdir():
        memory.write_text("{")

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is None


def test_every_refusal_to_open_names_its_file(file: Path) -> None:
    with pytest.raises(FileError) as refused:
        Store.open(file, actor="Lin")

    assert refused.value.path == file
