"""An import plan is applied in one step that can be undone, and a killed program leaves all of it or nothing."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from exchange.filled import YUNLING, Row, filled, import_into, known_of, only
from forumplanner.actions import importing
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.names import NameOrder
from forumplanner.domain.text import LocalizedText
from forumplanner.exchange import workbook
from forumplanner.records import Participant, Person, Room, Session, SessionRoom
from forumplanner.snapshots.import_plan import ImportPlan, PlannedRow, RowAction, Subject, Write
from forumplanner.store import Reason, Store, list_backups

ROOT = Path(__file__).resolve().parents[2]
PEOPLE: list[Row] = [
    {
        "code": "P1",
        "Chinese name": "沈砚秋",
        "Latin name": "Shen Yanqiu",
        "institution": "I1",
        "post [en]": "President",
    },
    {"code": "P2", "Latin name": "Nguyễn Văn An", "country": "VN"},
]


def test_one_import_is_one_step_that_says_what_it_did(store: Store) -> None:
    plan = workbook.read(filled(institutions=[YUNLING], people=PEOPLE), name="回执.xlsx")

    done = importing.apply(store, plan)

    (step,) = store.history()
    assert (step.kind, step.values) == (
        StepKind.IMPORT_WORKBOOK,
        {"file": "回执.xlsx", "added": 4, "changed": 0, "forum": "yunling-2026"},
    )
    assert (done.done, done.added, done.changed, done.forum_id) == (True, 4, 0, plan.forum_id)
    assert {count.sheet: count.added for count in done.counts} == {
        Subject.FORUM: 1,
        Subject.INSTITUTIONS: 1,
        Subject.PEOPLE: 2,
    }


def test_a_file_that_holds_work_is_backed_up_before_an_import(store: Store) -> None:
    import_into(store, filled())
    assert list_backups(store.path) == []

    import_into(store, filled(people=PEOPLE))

    assert [backup.reason for backup in list_backups(store.path)] == [Reason.IMPORT]


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(store: Store) -> None:
    import_into(store, filled(institutions=[YUNLING], people=PEOPLE))
    known = known_of(store)

    store.undo()
    assert known_of(store).tables["person"] == {}
    store.redo()

    assert known_of(store) == known


def test_keys_to_sort_by_are_kept_beside_every_name(store: Store) -> None:
    import_into(store, filled(people=PEOPLE))
    import_into(store, filled(people=[{"code": "P2", "Chinese name": "阮文安", "Latin name": "Nguyen Van An"}]))

    with store.read() as db:
        keys = {(pinyin, latin) for pinyin, latin in db.execute(select(Person.sort_pinyin, Person.sort_latin))}
    assert keys == {("shen yan qiu", "shen yanqiu"), ("ruan wen an", "nguyen van an")}


def test_every_form_of_a_name(store: Store) -> None:
    row = {
        "code": "P1",
        "Latin name": "SHEN Yanqiu",
        "name order": "family_first 姓在前 Family name first",
        "family name": "Shen",
        "Latin confirmed": "是",
        "form of address": "Prof. Shen",
    }
    import_into(store, filled(people=[row]))

    with store.read() as db:
        (name,) = db.scalars(select(Person.name))
    assert (name.order, name.family, name.latin_confirmed, name.address_en) == (
        NameOrder.FAMILY_FIRST,
        "Shen",
        True,
        "Prof. Shen",
    )


def test_two_languages_changed_together_need_no_review_and_one_alone_does(store: Store) -> None:
    import_into(store, filled(rooms=[{"code": "R1", "name [zh-Hans]": "一厅", "name [en]": "Hall 1"}]))
    import_into(store, filled(rooms=[{"code": "R1", "name [zh-Hans]": "二厅", "name [en]": "Hall 2"}]))
    assert reviewed(store) == (False, False)

    import_into(store, filled(rooms=[{"code": "R1", "name [zh-Hans]": "三厅"}]))

    assert reviewed(store) == (False, True)


def reviewed(store: Store) -> tuple[bool, bool]:
    with store.read() as db:
        (name,) = db.scalars(select(Room.name))
        return name.needs_review("zh-Hans"), name.needs_review("en")


def test_an_untouched_language_is_kept() -> None:
    old = LocalizedText.of({"zh-Hans": "茶歇", "en": "Tea", "ru": "Чай"})
    new = importing.localized_with(old, {"en": "Tea Break"})
    assert {tag: new.get(tag) for tag in new} == {"zh-Hans": "茶歇", "en": "Tea Break", "ru": "Чай"}


def test_rooms_of_a_session_change_and_those_that_stay_keep_their_record(store: Store) -> None:
    rooms: list[Row] = [{"code": code, "name [en]": code} for code in ("R1", "R2", "R3")]
    import_into(store, filled(rooms=rooms, sessions=[{"code": "S1", "rooms": "R1; R2"}]))
    before = rooms_of(store)

    import_into(store, filled(rooms=rooms, sessions=[{"code": "S1", "rooms": "R2; R3"}]))

    after = rooms_of(store)
    assert [code for code, _ in after] == ["R2", "R3"]
    assert after[0][1] == before[1][1]


def rooms_of(store: Store) -> list[tuple[str, object]]:
    with store.read() as db:
        used = select(Room.code, SessionRoom.id).join(SessionRoom.room).order_by(SessionRoom.position)
        return [(code, key) for code, key in db.execute(used)]


def test_a_plan_whose_record_was_removed_meanwhile_is_refused_and_changes_nothing(store: Store) -> None:
    import_into(store, filled())
    write = Write("room", "6f1c1b0e-0000-4000-8000-000000000000", new=False, values={"code": "R9"})
    row = PlannedRow(Subject.ROOMS, 2, RowAction.CHANGE, "R9", (), (write,))
    plan = ImportPlan("x.xlsx", only(known_of(store), "forum")["slug"], "x", {}, new_forum=False, rows=(row,))  # type: ignore[arg-type]  # any key will do
    steps = store.head()

    with pytest.raises(importing.PlanOutdated, match="was removed meanwhile"):
        importing.apply(store, plan)

    assert store.head() == steps


KILLED = """
import sys
from pathlib import Path
from forumplanner.actions import importing
from forumplanner.exchange import workbook
from forumplanner.store import Reason, Store, list_backups
store = Store.open(Path(sys.argv[1]), actor="Lin")
plan = workbook.read(Path(sys.argv[2]))
print("planned", flush=True)
importing.apply(store, plan)
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with 300 people."""
    source = tmp_path_factory.mktemp("many") / "many.xlsx"
    source.write_bytes(filled(people=[{"code": f"P{n}", "Latin name": f"Person {n} Smith"} for n in range(300)]))
    return source


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("patience", [0.0, 0.1, 0.3])
def test_killed_during_an_import_leaves_all_of_it_or_nothing(
    many: Path, home: Path, tmp_path: Path, patience: float
) -> None:
    file = tmp_path / "test.forumplanner"
    Store.create(file, actor="Lin").close()
    environment = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(home), "PATH": "/usr/bin:/bin"}
    victim = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(file), str(many)], env=environment, stdout=subprocess.PIPE
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == b"planned\n"
    time.sleep(patience)
    victim.kill()
    victim.communicate()

    with Store.open(file, actor="Lin") as store, store.read() as db:
        steps, _ = store.head()
        counts = [db.scalar(select(func.count()).select_from(kind)) for kind in (Person, Participant, Session)]
        assert counts == ([300, 300, 0] if steps else [0, 0, 0])
        assert store.verify() == []
