"""The history in words: lines, what a step changed from before to after, what was removed, the steps of one record."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import factories as make
from forumplanner.domain.history import by_language
from forumplanner.domain.kinds import Access, Category, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.queries import history
from forumplanner.records import Appearance, Item, Participant, Person, Session
from forumplanner.snapshots.history import Change, EntryChange, RecordStep, Standing
from forumplanner.store import NoSuchStep, Store


@dataclass
class Past:
    """A file in which step 1 planned a session with a talk."""

    store: Store
    session: uuid.UUID
    room: uuid.UUID
    item: uuid.UUID
    appearance: uuid.UUID
    participant: uuid.UUID
    person: uuid.UUID

    def entries(self, number: int) -> tuple[EntryChange, ...]:
        with self.store.read() as db:
            return history.detail(db, number).entries

    def fields(self, number: int, tag: str = "en") -> list[tuple[str, str, str]]:
        """Field, before, after of everything that a step edited."""
        entries = self.entries(number)
        return [(f.field[tag], f.before[tag], f.after[tag]) for entry in entries for f in entry.fields]

    def record(self, table: str, key: uuid.UUID) -> tuple[RecordStep, ...]:
        with self.store.read() as db:
            return history.record(db, table, str(key))


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    with Store.create(tmp_path / "past.forumplanner", actor="Lin") as store:
        with store.step(StepKind.MAKE_SAMPLE, people=1) as db:
            forum = make.make_forum(db)
            rooms = make.make_room(db, forum, "甲厅", "Hall A"), make.make_room(db, forum, "乙厅", "Hall B")
            session = make.make_session(db, forum, "主旨报告", "Keynotes", start="09:00", rooms=(rooms[0],))
            item = make.make_item(db, make.make_part(db, session), "致辞", "Address")
            person = make.make_person(db, "沈怀瑾", "Shen Huaijin")
            speaker = make.make_participant(db, forum, person, Category.SPEAKER)
            shown = make.make_appearance(db, item, speaker)
            keys = (session.id, rooms[1].id, item.id, shown.id, speaker.id, person.id)
        yield Past(store, *keys)


def move(past: Past) -> None:
    with past.store.step(
        StepKind.MOVE_SESSION, start="10:30", **by_language("title", zh="主旨报告", en="Keynotes")
    ) as db:
        session = db.get_one(Session, past.session)
        session.starts_at, session.access = make.at("10:30"), Access.CLOSED
        session.rooms[0].room_id = past.room


def test_a_step_is_told_field_by_field_with_its_room_among_them(past: Past) -> None:
    move(past)

    assert [(entry.called["en"], entry.change) for entry in past.entries(2)] == [("session “Keynotes”", Change.EDITED)]
    assert past.fields(2) == [
        ("Start", "Sat 14 Nov 09:00", "Sat 14 Nov 10:30"),
        ("Access", "Open", "Closed"),
        ("Room", "Hall A", "Hall B"),
    ]
    assert past.fields(2, "zh-Hans") == [
        ("开始", "11月14日 周六 09:00", "11月14日 周六 10:30"),
        ("开放范围", "开放", "不公开"),
        ("会场", "甲厅", "乙厅"),
    ]


def test_only_the_language_that_changed_is_told(past: Past) -> None:
    with past.store.step(StepKind.EDIT_ITEM) as db:
        item = db.get_one(Item, past.item)
        item.title = item.title.edited("en", "Welcome")
        item.languages, item.minutes = ("en", "th"), None
    with past.store.step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, past.person).name = PersonName(zh="沈怀瑾", latin="Shen Huaijin", address_en="Prof. Shen")

    assert past.fields(2)[0] == ("Title", "Address", "Welcome")
    assert ("Name", "", "Prof. Shen") in past.fields(3)


def test_a_step_that_nobody_sees_has_no_fields(past: Past) -> None:
    with past.store.step(StepKind.CONFIRM_TRANSLATION) as db:
        person = db.get_one(Person, past.person)
        person.sort_latin = "zz"

    assert past.entries(2) == ()


def test_lines_tell_what_stands_in_both_languages(past: Past) -> None:
    move(past)
    past.store.undo()

    with past.store.read() as db:
        lines = history.load(db).steps

    assert [(line.id, line.standing, line.entries) for line in lines] == [
        (3, Standing.TURN, 2),
        (2, Standing.TAKEN_BACK, 2),
        (1, Standing.STANDS, 10),
    ]
    assert lines[0].sentence == {
        "zh-Hans": "撤销：把“主旨报告”移到 10:30",
        "en": "Took back: Moved “Keynotes” to 10:30",
    }


def test_the_newest_lines_are_enough_where_a_limit_is_set(past: Past) -> None:
    move(past)

    with past.store.read() as db:
        found = history.load(db, limit=1)

    assert ([line.id for line in found.steps], found.total) == ([2], 2)


def test_a_removed_thing_is_called_by_its_name(past: Past) -> None:
    with past.store.step(StepKind.REMOVE_ITEM) as db:
        db.delete(db.get_one(Appearance, past.appearance))
        db.delete(db.get_one(Item, past.item))

    with past.store.read() as db:
        (thing,) = history.load(db).removed

    assert (thing.step, thing.called["en"], thing.called["zh-Hans"]) == (2, "item “Address”", "议程项“致辞”")
    assert (thing.actor, thing.entries, thing.since) == ("Lin", 2, 0)


def test_a_link_alone_is_no_removed_thing(past: Past) -> None:
    with past.store.step(StepKind.EDIT_SESSION) as db:
        db.delete(db.get_one(Session, past.session).rooms[0])

    with past.store.read() as db:
        assert history.load(db).removed == ()
    assert past.fields(2) == [("Room", "Hall A", "")]


@pytest.mark.parametrize(
    ("table", "expected"), [("session", "programme"), ("participant", "people"), ("person", "people")]
)
def test_a_step_leads_to_where_the_window_shows_it(past: Past, table: str, expected: str) -> None:
    key = getattr(past, table)
    with past.store.step(StepKind.OTHER) as db:
        record = db.get_one({"session": Session, "participant": Participant, "person": Person}[table], key)
        setattr(record, "notes", "x")  # noqa: B010 - three kinds of record have that field

    with past.store.read() as db:
        detail = history.detail(db, 2)

    target = past.participant if table == "person" else key
    assert (detail.page, detail.target) == (expected, str(target))


def test_a_great_step_is_told_in_part(past: Past) -> None:
    with past.store.step(StepKind.IMPORT_WORKBOOK) as db:
        for number in range(60):
            make.make_person(db, latin=f"Person {number}")

    with past.store.read() as db:
        detail = history.detail(db, 2)

    assert (len(detail.entries), detail.more) == (40, 20)


def test_the_history_of_a_record_holds_what_is_its_own(past: Past) -> None:
    move(past)
    with past.store.step(StepKind.REMOVE_APPEARANCE) as db:
        db.delete(db.get_one(Appearance, past.appearance))

    steps = past.record("item", past.item)

    assert [(step.step.id, [entry.called["en"] for entry in step.entries]) for step in steps] == [
        (3, ["appearance “Shen Huaijin”"]),
        (1, ["item “Address”", "appearance “Shen Huaijin”"]),
    ]
    assert [step.step.id for step in past.record("session", past.session)] == [2, 1]
    assert [step.step.id for step in past.record("participant", past.participant)] == [3, 1]


def test_an_unknown_step_is_refused(past: Past) -> None:
    with past.store.read() as db, pytest.raises(NoSuchStep):
        history.detail(db, 99)
