"""Export, import into an empty file, export again: the same cells, whatever the forum holds."""

import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exchange import made_up
from exchange.filled import YUNLING, Row, cells_of, filled, import_into, known_of, round_trip
from factories import new_database
from forumplanner import sample
from forumplanner.actions.importing import write_all
from forumplanner.exchange import workbook
from forumplanner.queries import workbook as query
from forumplanner.snapshots.workbook import KnownForum
from forumplanner.store import Store


@pytest.fixture(scope="module")
def sample_forum(tmp_path_factory: pytest.TempPathFactory) -> KnownForum:
    """The smallest sample forum, as a planner file knows it; only read."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forumplanner.paths.user_data", lambda: folder / "user")
        with Store.create(folder / "sample.forumplanner", actor="Lin") as store:
            sample.write(store, sample.FEWEST)
            return known_of(store)


def test_the_sample_forum(sample_forum: KnownForum, tmp_path: Path) -> None:
    first, second = round_trip(tmp_path, sample_forum)

    assert cells_of(second) == cells_of(first)


def test_what_is_written_says_nothing_new_to_the_file_it_came_from(sample_forum: KnownForum) -> None:
    plan = workbook.read(workbook.export(sample_forum), sample_forum)

    assert (plan.nothing_to_do, plan.repairs, plan.rejects, plan.questions, plan.remarks) == (True, (), (), (), ())


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole forum takes minutes and says little more
)
@given(made_up.forums())
def test_any_forum(known: KnownForum) -> None:
    first = workbook.export(known)

    empty = new_database()
    plan = workbook.read(first)
    write_all(empty, list(plan.writes()))
    empty.flush()
    (key,) = query.known(empty, None).forums.values()
    second = workbook.export(query.known(empty, uuid.UUID(key)))

    assert plan.rejects == ()
    assert cells_of(second) == cells_of(first)


def test_words_instead_of_a_time_are_no_repair_in_what_we_wrote_ourselves(store: Store) -> None:
    import_into(store, filled(people=[{"code": "P1", "Latin name": "A B", "arrival": "看情况"}]))

    plan = workbook.read(workbook.export(known_of(store)))

    assert (plan.repairs, plan.rejects, plan.questions) == ((), (), ())
    assert [field.new for row in plan.rows for field in row.fields if field.column == "arrival_note"] == ["看情况"]


def test_rows_without_codes_get_codes_that_the_data_decide(store: Store) -> None:
    people: list[Row] = [{"Chinese name": "沈砚秋", "institution": "云岭医科大学"}, {"Latin name": "Siriporn Anurak"}]
    tracks: list[Row] = [{"title [en]": "Infectious Diseases"}, {"title [en]": "Environment"}]
    import_into(store, filled(institutions=[YUNLING], people=people, tracks=tracks))

    cells = cells_of(workbook.export(known_of(store)))

    assert [row[0] for row in cells["people 参会人员"][1:]] == ["P0001", "P0002"]
    assert [row[0] for row in cells["tracks 分论坛"][1:]] == ["A", "B"]


@pytest.mark.parametrize("at", ["2026-10-25T00:30:00+00:00", "2026-10-25T01:30:00+00:00"])
def test_both_hours_of_a_night_when_clocks_go_back(store: Store, tmp_path: Path, at: str) -> None:
    forum = {"code": "london", "time zone": "Europe/London"}
    import_into(store, filled(forum=[forum], people=[{"code": "P1", "Latin name": "A B", "arrival": at}]))
    assert [journey["at"] for journey in known_of(store).table("journey").values()] == [at]

    first, second = round_trip(tmp_path, known_of(store))

    assert cells_of(second) == cells_of(first)


def test_a_text_that_no_cell_holds_is_named(store: Store, tmp_path: Path) -> None:
    import_into(store, filled(rooms=[{"code": "R1", "name [en]": "Hall"}]))
    known = known_of(store)
    known.tables["room"][next(iter(known.tables["room"]))]["name[en]"] = "x" * 40_000

    with pytest.raises(workbook.TextTooLong, match="40000 letters are more than a spreadsheet's cell holds"):
        workbook.write(tmp_path / "out.xlsx", known)

    assert not (tmp_path / "out.xlsx").exists()
