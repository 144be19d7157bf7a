"""Backups: made from a live file, checked, thinned out, and brought back with the damaged file kept."""

import datetime as dt
import sqlite3
import uuid
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from forumplanner import paths
from forumplanner.domain.kinds import StepKind
from forumplanner.store import FileInUse, Reason, Store, list_backups, restore, rotation
from forumplanner.store.backup import make_backup, thin_out, unpack
from forumplanner.store.failures import BackupFailed, DamagedFile, FileTaken
from store.tables import dump, meddle


def add_session(store: Store) -> None:
    with store.step(StepKind.ADD_SESSION) as db:
        make.make_session(db, make.make_forum(db))
        make.make_person(db, latin="Lin Xiao")


@pytest.fixture
def closed(file: Path) -> Path:
    """A planner file with one person and one session, closed and so backed up."""
    with Store.create(file, actor="Lin") as store:
        add_session(store)
    return file


def test_closing_backs_up_what_changed_and_says_what_is_in_it(closed: Path) -> None:
    (backup,) = list_backups(closed)

    assert (backup.reason, backup.contents.step, backup.contents.people, backup.contents.sessions) == (
        Reason.CLOSED,
        1,
        1,
        1,
    )
    assert abs(dt.datetime.now(dt.UTC) - backup.at) < dt.timedelta(minutes=1)
    assert backup.file.parent == paths.backups() / backup.contents.planner
    assert backup.size == backup.file.stat().st_size


def test_nothing_new_makes_no_new_backup(closed: Path) -> None:
    with Store.open(closed, actor="Lin") as store:
        assert store.backup(Reason.TIMER) is None

    assert len(list_backups(closed)) == 1


def test_opening_backs_up_what_was_never_backed_up(closed: Path) -> None:
    for backup in list_backups(closed):
        backup.file.unlink()

    Store.open(closed, actor="Lin").close()

    assert [backup.reason for backup in list_backups(closed)] == [Reason.OPENED]


def test_an_empty_file_needs_no_backup(file: Path) -> None:
    Store.create(file, actor="Lin").close()

    assert list_backups(file) == []


def test_a_backup_holds_the_state_between_two_steps_while_the_file_is_in_use(closed: Path) -> None:
    with Store.open(closed, actor="Lin") as store:
        add_session(store)
        wanted = dump(closed)
        with store.step(StepKind.OTHER) as db:
            make.make_person(db)
            db.flush()
            backup = store.backup()

    assert backup is not None
    copy = closed.with_name("copy")
    copy.write_bytes(unpack(backup.file))
    assert dump(copy) == wanted


def test_backups_are_listed_newest_first_with_their_counts(closed: Path) -> None:
    with Store.open(closed, actor="Lin") as store:
        for _ in range(2):
            add_session(store)
            store.backup(Reason.IMPORT)

    assert [(backup.contents.people, backup.reason) for backup in list_backups(closed)] == [
        (3, Reason.IMPORT),
        (2, Reason.IMPORT),
        (1, Reason.CLOSED),
    ]


def test_a_damaged_file_still_has_its_backups(closed: Path) -> None:
    closed.write_bytes(bytes(5000))

    assert len(list_backups(closed)) == 1


def test_a_file_that_nobody_knows_has_none(tmp_path: Path) -> None:
    assert list_backups(tmp_path / "unknown") == []


def test_restoring_brings_the_state_back_and_keeps_the_damaged_file(closed: Path) -> None:
    wanted = dump(closed)
    (backup,) = list_backups(closed)
    closed.write_bytes(b"damaged")
    journal = closed.with_name(f"{closed.name}-journal")
    journal.write_bytes(b"left by a crash")

    kept = restore(backup, closed)

    assert kept is not None
    assert kept.read_bytes() == b"damaged"
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"left by a crash"
    assert kept.suffix == closed.suffix
    assert not journal.exists()
    assert dump(closed) == wanted
    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is None
        assert store.verify() == []


def test_restoring_where_no_file_is_keeps_none(closed: Path) -> None:
    (backup,) = list_backups(closed)
    closed.unlink()

    assert restore(backup, closed) is None
    Store.open(closed, actor="Lin").close()


def test_a_restored_file_has_no_older_warning_although_newer_steps_were_saved(closed: Path) -> None:
    (backup,) = list_backups(closed)
    with Store.open(closed, actor="Lin") as store:
        add_session(store)

    restore(backup, closed)

    with Store.open(closed, actor="Lin") as store:
        assert store.opened_older is None
        assert store.head()[0] == 1


def test_a_file_in_use_is_not_replaced(closed: Path) -> None:
    (backup,) = list_backups(closed)
    with Store.open(closed, actor="Lin") as store:
        add_session(store)

        with pytest.raises(FileInUse):
            restore(backup, closed)

        assert store.head()[0] == 2


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[:-9],
    "no database": lambda data: data.replace(b"\n", b"\nx", 1),
    "empty": lambda _data: b"",
    "another database": lambda data: data.partition(b"\n")[0] + b"\n" + zlib.compress(b"SQLite format 3"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoiled_backup_is_not_restored(closed: Path, how: str) -> None:
    (backup,) = list_backups(closed)
    before = closed.read_bytes()
    backup.file.write_bytes(SPOILT[how](backup.file.read_bytes()))

    with pytest.raises(DamagedFile) as refused:
        restore(backup, closed)

    assert refused.value.path == backup.file
    assert closed.read_bytes() == before


def test_a_damaged_file_makes_no_backup(closed: Path) -> None:
    meddle(
        closed, "INSERT INTO part (id, session_id, code, title, position, version) VALUES ('1', '2', '', '{}', 0, 1)"
    )

    with pytest.raises(BackupFailed, match="A backup of"):
        make_backup(closed, Reason.WISH)

    assert len(list_backups(closed)) == 1


def test_a_failing_backup_does_not_keep_the_file_open_or_shut(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = closed.with_name("a file, no folder")
    nowhere.touch()
    monkeypatch.setattr(paths, "backups", lambda: nowhere)

    store = Store.open(closed, actor="Lin")
    assert store.backup_failed is not None
    add_session(store)
    with pytest.raises(BackupFailed, match="The file itself is saved"):
        store.close()

    monkeypatch.undo()
    with Store.open(closed, actor="Lin") as again:
        assert again.head()[0] == 2


def test_a_saved_copy_is_a_whole_planner_file(closed: Path) -> None:
    copy = closed.with_name("copy.forumplanner")
    with Store.open(closed, actor="Lin") as store:
        store.backup_to(copy)

    assert dump(copy) == dump(closed)
    with Store.open(copy, actor="Lin") as store:
        assert store.verify() == []


def test_a_saved_copy_takes_no_files_place(closed: Path) -> None:
    taken = closed.with_name("taken")
    taken.write_bytes(b"precious")

    with Store.open(closed, actor="Lin") as store, pytest.raises(FileTaken):
        store.backup_to(taken)

    assert taken.read_bytes() == b"precious"


def test_the_copy_of_a_live_file_is_made_page_by_page(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE person SET notes = 'not yet saved'")
        backup = make_backup(closed, Reason.WISH)
        other.execute("ROLLBACK")

    assert b"not yet saved" not in unpack(backup.file)


def every(hours: int, times: int) -> list[dt.datetime]:
    newest = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)
    return [newest - dt.timedelta(hours=hours) * n for n in range(times)]


def test_of_two_years_of_hourly_backups_a_handful_is_kept() -> None:
    times = every(hours=1, times=2 * 365 * 24)

    kept = sorted(rotation.to_keep(times), reverse=True)

    assert kept[:8] == times[:8]
    assert len({at.date() for at in kept[8:]}) == len(kept[8:])
    assert kept[-1] == dt.datetime(2025, 12, 31, 23, 30, tzinfo=dt.UTC)
    assert len(kept) == 8 + 13 + 6 + 10  # days, weeks and months that aren't kept already


@given(st.lists(st.datetimes(timezones=st.just(dt.UTC)), max_size=80))
def test_the_newest_is_kept_and_never_more_than_the_plan(times: list[dt.datetime]) -> None:
    kept = rotation.to_keep(times)

    assert kept <= set(times)
    assert len(kept) <= 8 + 14 + 8 + 12
    assert not times or max(times) in kept
    assert rotation.to_keep(list(kept)) == kept


def test_thinning_out_removes_the_files(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(closed, actor="Lin") as store:
        for _ in range(3):
            add_session(store)
            store.backup()
    backups = list_backups(closed)
    monkeypatch.setattr(rotation, "NEWEST", 2)

    thin_out(uuid.UUID(backups[0].contents.planner))

    assert list_backups(closed) == backups[:2]
