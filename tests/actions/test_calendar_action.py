"""Identities of what stands in calendars: made once, kept for ever, one revision up when something changed."""

import datetime as dt
import uuid

import pytest
from sqlalchemy import func, select

from factories import make_appearance, make_forum, make_part, make_participant, make_person, make_session, text
from forumplanner.actions import calendar
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Role, SessionKind, StepKind
from forumplanner.invitations.calendar import participant_files, programme_file
from forumplanner.records import CalendarIdentity, Forum, Session
from forumplanner.snapshots.calendar import CalendarBook, Entry
from forumplanner.store import Store
from forumplanner.store.failures import StepRefused
from planner_file import Filling

MONDAY = dt.datetime(2026, 10, 12, 9, 0, 30, 250_000, tzinfo=dt.UTC)
TUESDAY = MONDAY + dt.timedelta(days=1)


def a_forum(filling: Filling, mailbox: str = "office@Yunling.example") -> ForumId:
    """An opening for all, and a parallel forum that Aung Ko Ko chairs."""
    with filling() as db:
        forum = make_forum(db, mailbox=mailbox)
        make_session(db, forum, "开幕式", kind=SessionKind.OPENING, start="09:00", end="09:50")
        parallel = make_session(db, forum, "分论坛一", kind=SessionKind.PARALLEL, start="14:00", end="15:30")
        aung = make_participant(db, forum, make_person(db, latin="Aung Ko Ko"), code="P001", position=1)
        make_participant(db, forum, make_person(db, "冯岚"), code="P002", position=2)
        make_appearance(db, make_part(db, parallel), aung, Role.CHAIR)
        return ForumId(forum.id)


def prepared(store: Store, forum_id: ForumId, now: dt.datetime = MONDAY) -> CalendarBook:
    return calendar.prepare(store, forum_id=forum_id, now=lambda: now)


def all_entries(book: CalendarBook) -> list[Entry]:
    return [*book.programme, *(entry for person in book.people for entry in person.entries)]


def all_bytes(book: CalendarBook) -> dict[str, bytes]:
    return {"programme.ics": programme_file(book), **dict(participant_files(book))}


def change(store: Store, title: str, /, **fields: object) -> None:
    with store.step(StepKind.EDIT_SESSION) as db:
        session = next(s for s in db.scalars(select(Session)) if s.title.get("zh-Hans") == title)
        for name, value in fields.items():
            setattr(session, name, value)


def kept(store: Store) -> int:
    with store.read() as db:
        return db.scalar(select(func.count()).select_from(CalendarIdentity)) or 0


def test_each_session_in_each_calendar_has_a_uid_of_its_own(store: Store, filling: Filling) -> None:
    entries = all_entries(prepared(store, a_forum(filling)))

    assert len({entry.uid for entry in entries}) == len(entries) == 5
    assert {entry.uid.partition("@")[2] for entry in entries} == {"yunling.example"}
    assert {uuid.UUID(entry.uid.partition("@")[0]).version for entry in entries} == {4}
    assert {(entry.sequence, entry.stamped_at, entry.created_at) for entry in entries} == {
        (0, MONDAY.replace(microsecond=0), MONDAY.replace(microsecond=0))
    }


def test_exporting_again_gives_the_same_bytes(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)

    first = all_bytes(prepared(store, forum, MONDAY))
    count = kept(store)
    second = all_bytes(prepared(store, forum, TUESDAY))

    assert list(first) == ["programme.ics", "P001.ics", "P002.ics"]
    assert second == first
    assert kept(store) == count == 5


def test_the_same_bytes_come_after_closing_and_opening_the_file(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    first = all_bytes(prepared(store, forum))
    store.close()

    with Store.open(store.path, actor="Zhou") as again:
        assert all_bytes(prepared(again, forum, TUESDAY)) == first


def test_a_change_raises_the_sequence_once_however_many_edits_there_were(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = {entry.uid: entry for entry in all_entries(prepared(store, forum))}
    change(store, "分论坛一", title=text("分论坛一（甲）"))
    change(store, "分论坛一（甲）", ends_at=dt.datetime(2026, 11, 14, 8, 0, tzinfo=dt.UTC))

    after = {entry.uid: entry for entry in all_entries(prepared(store, forum, TUESDAY))}

    changed = [entry for uid, entry in after.items() if entry != before[uid]]
    assert after.keys() == before.keys()
    assert len(changed) == 2
    assert {(entry.sequence, entry.stamped_at, entry.created_at) for entry in changed} == {
        (1, TUESDAY.replace(microsecond=0), MONDAY.replace(microsecond=0))
    }


def test_a_person_without_the_changed_session_keeps_the_same_file(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = all_bytes(prepared(store, forum))
    change(store, "分论坛一", title=text("分论坛一（甲）"))

    after = all_bytes(prepared(store, forum, TUESDAY))

    assert [name for name in before if after[name] != before[name]] == ["programme.ics", "P001.ics"]


def test_a_change_taken_back_before_the_next_export_changes_nothing(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = all_bytes(prepared(store, forum))
    change(store, "开幕式", title=text("开幕"))
    store.undo()

    assert all_bytes(prepared(store, forum, TUESDAY)) == before


def test_a_session_that_loses_and_regains_its_time_keeps_its_uid(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = {entry.uid for entry in all_entries(prepared(store, forum))}
    change(store, "开幕式", starts_at=None)
    without = prepared(store, forum)
    store.undo()

    assert [left.title for left in without.left_out] == [("开幕式", "开幕式")]
    assert len(all_entries(without)) == 2
    assert {entry.uid for entry in all_entries(prepared(store, forum))} == before


def test_a_new_person_gets_identities_and_nobody_elses_change(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = all_bytes(prepared(store, forum))
    with filling() as db:
        home = db.get(Forum, forum)
        assert home is not None
        make_participant(db, home, make_person(db, "刘宁"), code="P003")

    after = all_bytes(prepared(store, forum, TUESDAY))

    assert sorted(after) == ["P001.ics", "P002.ics", "P003.ics", "programme.ics"]
    assert {name: after[name] for name in before} == before


def test_a_forum_without_a_mailbox_uses_the_neutral_domain(store: Store, filling: Filling) -> None:
    book = prepared(store, a_forum(filling, mailbox=""))

    assert {entry.uid.partition("@")[2] for entry in all_entries(book)} == {"forumplanner.invalid"}


def test_a_uid_outlives_a_new_mailbox(store: Store, filling: Filling) -> None:
    forum = a_forum(filling, mailbox="")
    before = [entry.uid for entry in all_entries(prepared(store, forum))]
    with store.step(StepKind.EDIT_FORUM) as db:
        record = db.get(Forum, forum)
        assert record is not None
        record.mailbox = "office@yunling.example"

    after = all_entries(prepared(store, forum, TUESDAY))

    assert [entry.uid for entry in after] == before
    assert {entry.sequence for entry in after} == {1}


def test_exporting_is_no_step_and_nothing_to_undo(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    steps = len(store.history())
    heard: list[object] = []
    store.listen(heard.append)

    prepared(store, forum)

    assert len(store.history()) == steps
    assert heard == []
    assert store.verify() == []


def test_two_exports_at_once_agree_on_every_identity(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    first: list[CalendarBook] = []

    def meanwhile() -> dt.datetime:
        first.append(prepared(store, forum, MONDAY))
        return TUESDAY

    second = calendar.prepare(store, forum_id=forum, now=meanwhile)

    assert all_bytes(second) == all_bytes(first[0])
    assert kept(store) == 5


def test_a_file_open_for_reading_only_still_gives_what_was_exported_before(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    before = all_bytes(prepared(store, forum))
    store.close()

    with Store.open(store.path, actor="Zhou", writable=False) as reading:
        assert all_bytes(prepared(reading, forum, TUESDAY)) == before


def test_new_identities_need_a_file_that_can_be_written(store: Store, filling: Filling) -> None:
    forum = a_forum(filling)
    store.close()

    with (
        Store.open(store.path, actor="Zhou", writable=False) as reading,
        pytest.raises(StepRefused, match="reading only"),
    ):
        prepared(reading, forum)
