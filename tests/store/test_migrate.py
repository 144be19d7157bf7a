"""Migrations: the newest form is the records', older files are brought up to it whole, and failures leave them be."""

import gzip
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import factories as make
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Base
from forumplanner.store import Reason, StepMode, Store, fileformat, list_backups, migrate
from forumplanner.store import engine as database
from forumplanner.store.failures import MigrationFailed, OlderForm
from store.tables import dump, meddle, rows

ROOT = Path(__file__).resolve().parents[2]

NEXT = fileformat.SCHEMA_NUMBER + 1
NEXT_FILE = f"{NEXT:04}_hashtag.py"

FUTURE_FORM = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{NEXT - 1:04}"


def upgrade() -> None:
    with op.batch_alter_table("forum") as forum:
        forum.add_column(sa.Column("hashtag", sa.String(40), nullable=False, server_default="#"))
        forum.alter_column("slug", type_=sa.String(80))
    %s
"""


def schema_of(path: Path) -> set[tuple[str, ...]]:
    """Every table and index as CREATE statements, one space between words; indexes of constraints have none."""
    found = rows(path, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, table, " ".join(sql.split())) for kind, name, table, sql in found}


def columns_of(path: Path) -> dict[str, object]:
    """Every table's columns, references and indexes as SQLite understood them; the order of columns says nothing."""
    found: dict[str, object] = {}
    with closing(sqlite3.connect(path)) as connection:
        for name in [*Base.metadata.tables, "alembic_version"]:
            indexes = connection.execute(f"PRAGMA index_list({name})").fetchall()
            found[name] = (
                {row[1:] for row in connection.execute(f"PRAGMA table_xinfo({name})")},
                {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")},
                {
                    (row[2], row[3], tuple(key[2:] for key in connection.execute(f"PRAGMA index_xinfo({row[1]})")))
                    for row in indexes
                },
            )
    return found


def migrate_from_nothing(path: Path) -> None:
    engine = database.planner_engine(path, mode="rwc", foreign_keys=False)
    with database.writing(engine) as connection, connection.begin():
        migrate.run(connection, fileformat.SCHEMA_NUMBER)


@pytest.fixture
def future_form(tmp_path: Path) -> Path:
    """A folder with a migration of the future."""
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / NEXT_FILE).write_text(FUTURE_FORM % "pass")
    return folder


@pytest.fixture
def older(file: Path) -> Path:
    """A closed file of the present form with a forum and its programme."""
    with Store.create(file, actor="Lin") as store, store.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
        make.make_item(db, make.make_part(db, make.make_session(db, forum)), "致辞")
    return file


def test_migrations_make_what_the_records_say(tmp_path: Path) -> None:
    migrated, created = tmp_path / "migrated", tmp_path / "created"
    migrate_from_nothing(migrated)
    Store.create(created, actor="Lin").close()

    assert columns_of(migrated) == columns_of(created)
    assert {row[:3] for row in schema_of(migrated)} == {row[:3] for row in schema_of(created)}
    assert rows(migrated, "SELECT * FROM alembic_version") == rows(created, "SELECT * FROM alembic_version")


def test_references_are_deferred_in_migrated_files_too(tmp_path: Path) -> None:
    migrated = tmp_path / "migrated"
    migrate_from_nothing(migrated)

    for _kind, _name, table, sql in schema_of(migrated):
        assert sql.count("FOREIGN KEY") == sql.count("DEFERRABLE INITIALLY DEFERRED"), table


def test_an_older_file_is_brought_up_to_date_whole(older: Path, future_form: Path) -> None:
    before = dump(older)

    migrate.upgrade(older, actor="Lin", number=NEXT, versions=future_form)

    assert dump(older) == before
    assert rows(older, "SELECT hashtag FROM forum") == [("#",)]
    assert rows(older, "PRAGMA user_version") == [(NEXT,)]
    assert rows(older, "SELECT * FROM alembic_version") == [(f"{NEXT:04}",)]
    assert rows(older, "PRAGMA foreign_key_check") == []
    assert sorted(path.name for path in older.parent.iterdir()) == [future_form.name, older.name]


def test_the_file_as_it_was_goes_to_the_backups(older: Path, future_form: Path) -> None:
    migrate.upgrade(older, actor="Lin", number=NEXT, versions=future_form)

    meddle(older, f"PRAGMA user_version={NEXT - 1}")
    assert Reason.MIGRATION in [backup.reason for backup in list_backups(older)]


def test_undo_does_not_cross_a_migration(older: Path, future_form: Path) -> None:
    migrate.upgrade(older, actor="Wu", number=NEXT, versions=future_form)

    meddle(older, f"PRAGMA user_version={NEXT - 1}")  # the program of today reads what it knows of the file
    with Store.open(older, actor="Lin") as store:
        newest = store.history()[0]
        assert (newest.mode, newest.kind, newest.values, newest.actor) == (
            StepMode.BARRIER,
            StepKind.MIGRATE,
            {"from": NEXT - 1, "to": NEXT},
            "Wu",
        )
        assert store.can_undo() is None
        assert store.verify() == []


FAULTS = {
    "loses rows": 'op.execute("DELETE FROM item")',
    "loses a parent": 'op.execute("UPDATE item SET part_id = id")',
    "can't run": 'op.execute("UPDATE nothing SET x = 1")',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_migration_that_fails_leaves_the_file_alone(older: Path, future_form: Path, fault: str) -> None:
    (future_form / NEXT_FILE).write_text(FUTURE_FORM % FAULTS[fault])
    before = older.read_bytes()

    with pytest.raises(MigrationFailed, match="It was left as it was"):
        migrate.upgrade(older, actor="Lin", number=NEXT, versions=future_form)

    assert older.read_bytes() == before
    assert sorted(path.name for path in older.parent.iterdir()) == [future_form.name, older.name]


def test_opening_an_older_file_brings_it_up_to_date(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[Path, str]] = []
    monkeypatch.setattr(migrate, "upgrade", lambda path, *, actor: called.append((path, actor)))
    meddle(older, "PRAGMA user_version=0")

    Store.open(older, actor="Lin").close()

    assert called == [(older, "Lin")]


def test_an_older_file_is_not_opened_for_reading_only(older: Path) -> None:
    meddle(older, "PRAGMA user_version=0")

    with pytest.raises(OlderForm, match="Open it where it may be written"):
        Store.open(older, writable=False)


@pytest.mark.parametrize("form", ["form-0001", "form-0002"])
def test_a_file_of_an_older_form_opens(tmp_path: Path, form: str) -> None:
    """The files in `data` were written once and stay: what a user kept then must open forever."""
    file = tmp_path / "kept.forumplanner"
    file.write_bytes(gzip.decompress((Path(__file__).parent / "data" / f"{form}.forumplanner.gz").read_bytes()))

    with Store.open(file, actor="Lin") as store:
        assert store.verify() == []
        assert len(dump(file)["appearance"]) == 3
        assert [step.kind for step in store.history()][-1] == StepKind.MAKE_SAMPLE


def test_opening_a_file_of_today_needs_no_alembic(older: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from forumplanner.store import Store; "
        "Store.open(Path(sys.argv[1]), actor='Lin').close(); Store.create(Path(sys.argv[2]), actor='Lin').close(); "
        "print('alembic' in sys.modules)"
    )
    environment = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", program, str(older), str(tmp_path / "new")]

    assert subprocess.run(command, env=environment, capture_output=True, check=True).stdout == b"False\n"
