"""The page History: steps by day, one open with its values before and after, taking back, going back, bringing back."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factories import at, make_forum, make_item, make_part, make_person, make_room, make_session
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.gui.pages.history import HistoryPage
from forumplanner.gui.pages.history.delegate import day_words
from forumplanner.gui.pages.history.looks import Group
from forumplanner.gui.pages.history.opened import OpenStep
from forumplanner.gui.widgets.row_history import RowHistory
from forumplanner.records import Item, Person, Session
from forumplanner.snapshots.history import Standing
from forumplanner.store import Store
from gui_desk import Desk
from page_stand import Stand, press


@dataclass
class Room:
    """The page over four steps: planned (1), a session moved (2), a person's phone (3, Wu), an item removed (4)."""

    stand: Stand
    page: HistoryPage
    session: uuid.UUID
    item: uuid.UUID
    person: uuid.UUID

    def rows(self) -> list[str]:
        """Heads as "day n", steps by their number, the details of an open one as "details n"."""
        model = self.page.steps.list.rows
        said = []
        for row in (model.row(place) for place in range(model.rowCount())):
            if row.step is None:
                said.append(f"day {row.number}")
            else:
                said.append(f"details {row.step.id}" if row.details else str(row.step.id))
        return said

    def open(self, number: int) -> OpenStep:
        self.page.steps.open(number)
        self.stand.settle()
        details = self.page.steps.list.details()
        assert details is not None
        return details

    def words(self, details: OpenStep, name: str) -> list[str]:
        return [label.text() for label in details.findChildren(QLabel, name)]

    def store(self) -> Store:
        return self.stand.store


def edit_phone(store: Store, key: uuid.UUID, number: str) -> None:
    with store.step(StepKind.EDIT_PERSON, **by_language("person", zh="沈怀瑾", en="Shen Huaijin")) as db:
        db.get_one(Person, key).phone = number


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    store = Store.create(tmp_path / "history.forumplanner", actor="Lin")
    with store.step(StepKind.CREATE_FORUM, **by_language("title", zh="论坛", en="Forum")) as db:
        forum = make_forum(db)
        hall = make_room(db, forum, "甲厅", "Hall A")
        session = make_session(db, forum, "主旨报告", "Keynotes", start="09:00", rooms=(hall,))
        item = make_item(db, make_part(db, session), "致辞", "Address")
        person = make_person(db, "沈怀瑾", "Shen Huaijin")
        keys = (session.id, item.id, person.id)
    titles = by_language("title", zh="主旨报告", en="Keynotes")
    with store.step(StepKind.MOVE_SESSION, start="10:30", **titles) as db:
        db.get_one(Session, keys[0]).starts_at = at("10:30")
    store.actor = "Wu"
    edit_phone(store, keys[2], "1")
    store.actor = "Lin"
    with store.step(StepKind.REMOVE_ITEM, **by_language("title", zh="致辞", en="Address")) as db:
        db.delete(db.get_one(Item, keys[1]))
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = HistoryPage(stand)
    stand.show(page)
    yield Room(stand, page, *keys)
    stand.settle()


def test_steps_stand_under_their_day_the_newest_first(room: Room) -> None:
    assert room.rows() == ["day 4", "4", "3", "2", "1"]
    assert room.page.head.facts.whole() == "4 steps · undo survives a restart"
    assert room.page.facts() == "4 steps today · Lin 3 · Wu 1"


def test_enter_opens_a_step_with_its_values_before_and_after(room: Room) -> None:
    room.page.steps.list.select(2)
    press(room.page.steps.list, Qt.Key.Key_Return)
    room.stand.settle()

    details = room.page.steps.list.details()
    assert details is not None
    assert room.rows() == ["day 4", "4", "3", "2", "details 2", "1"]
    assert room.words(details, "changeField") == ["Start"]
    assert room.words(details, "changeBefore") == ["Sat 14 Nov 09:00"]
    assert room.words(details, "changeAfter") == ["Sat 14 Nov 10:30"]
    assert details.note.text() == "Nobody touched it since."
    assert details.findChildren(QLabel, "changeBefore")[0].font().strikeOut()

    press(room.page.steps.list, Qt.Key.Key_Return)
    assert room.rows() == ["day 4", "4", "3", "2", "1"]


def test_an_older_step_is_undone_alone_and_turns_grey(room: Room) -> None:
    room.open(2).undo_button.click()
    room.stand.settle()

    assert room.stand.said == ["Taken back. Later steps stay."]
    assert room.stand.last_step() == "Took back an older step: Moved “Keynotes” to 10:30"
    standing = {step.id: step.standing for step in room.page.steps.history.steps}
    assert standing == {
        1: Standing.STANDS,
        2: Standing.TAKEN_BACK,
        3: Standing.STANDS,
        4: Standing.STANDS,
        5: Standing.STANDS,
    }
    assert room.page.steps.opened() == 2
    details = room.page.steps.list.details()
    assert details is not None
    assert (details.undo_button.isEnabled(), details.note.text()) == (False, "This step is taken back.")


def test_a_step_that_somebody_changed_since_says_who(room: Room) -> None:
    room.store().actor = "Zhou"
    edit_phone(room.store(), room.person, "2")
    room.stand.settle()

    details = room.open(3)

    assert not details.undo_button.isEnabled()
    assert details.note.text().startswith("This step can't be taken back: Zhou changed the same entry on ")
    assert details.undo_button.toolTip() == details.note.text()


def test_going_back_lists_what_goes_and_waits_for_a_second_word(room: Room) -> None:
    details = room.open(2)

    details.back.click()
    room.stand.settle()

    asking = details.asking
    assert asking is not None
    assert [label.text() for label in asking.findChildren(QLabel)] == [
        "3 steps would be taken back:",
        "Lin: Removed item “Address”",
        "Wu: Edited Shen Huaijin",
        "Lin: Moved “Keynotes” to 10:30",
    ]
    assert room.store().head()[0] == 4
    details.sure.click()
    room.stand.settle()
    assert room.stand.said == ["Took back 3 steps."]
    with room.store().read() as db:
        assert db.get_one(Session, room.session).starts_at == at("09:00")
        assert db.get_one(Person, room.person).phone == ""
        assert db.get(Item, room.item) is not None


def test_going_back_may_be_left_undone(room: Room) -> None:
    details = room.open(2)
    details.back.click()
    room.stand.settle()
    height = room.page.steps.list.rows.details_height

    details.leave_way_back()

    assert details.asking is None
    assert room.page.steps.list.rows.details_height < height
    assert room.store().head()[0] == 4


def test_what_was_removed_is_offered_and_comes_back(room: Room) -> None:
    room.page.steps.tools.chips[Group.REMOVED].click()
    room.stand.settle()

    card = room.page.steps.bringing
    assert room.rows() == ["day 1", "4"]
    assert room.page.steps.tools.chips[Group.REMOVED].text().strip() == "Removed 1"
    assert card.isVisible()
    assert card.card.title.text() == "Removed: item “Address”"
    assert card.card.text.text().startswith("Lin, ")

    card.button.click()
    room.stand.settle()

    assert room.stand.said == ["Brought back 1 entry."]
    with room.store().read() as db:
        assert db.get(Item, room.item) is not None
    assert not card.isVisible()
    assert room.page.steps.content.currentWidget() is room.page.steps.nothing


def test_what_can_not_come_back_says_why(room: Room) -> None:
    with room.store().step(StepKind.REMOVE_SESSION, **by_language("title", zh="主旨报告", en="Keynotes")) as db:
        session = db.get_one(Session, room.session)
        for row in (*session.rooms, *session.parts, session):
            db.delete(row)
    room.stand.settle()

    room.page.steps.list.select(4)
    room.stand.settle()

    card = room.page.steps.bringing
    assert not card.button.isEnabled()
    assert "part “Keynotes”, to which it belongs, was removed by Lin" in card.card.text.text()


@pytest.mark.parametrize(
    ("group", "expected"), [(Group.PROGRAMME, ["day 2", "4", "2"]), (Group.PEOPLE, ["day 1", "3"])]
)
def test_chips_narrow_by_kind_and_a_second_press_takes_it_back(room: Room, group: Group, expected: list[str]) -> None:
    chip = room.page.steps.tools.chips[group]

    chip.click()
    assert room.rows() == expected

    chip.click()
    assert room.rows() == ["day 4", "4", "3", "2", "1"]


@pytest.mark.parametrize(("query", "expected"), [("沈怀瑾", ["day 1", "3"]), ("keynotes 10:30", ["day 1", "2"])])
def test_steps_are_searched_in_both_languages(room: Room, query: str, expected: list[str]) -> None:
    room.page.steps.tools.search.setText(query)

    assert room.rows() == expected


def test_steps_are_narrowed_by_who_and_day(room: Room) -> None:
    tools = room.page.steps.tools
    tools.who.choose("Wu")
    tools.who.picked.emit("Wu")
    assert room.rows() == ["day 1", "3"]

    tools.day.picked.emit("2020-01-01")
    assert room.rows() == []
    assert room.page.steps.content.currentWidget() is room.page.steps.nothing
    room.page.steps.clear.click()
    assert room.rows() == ["day 4", "4", "3", "2", "1"]


def test_a_step_leads_to_its_place(room: Room) -> None:
    room.open(2).where.click()

    assert room.stand.went == [("programme", str(room.session))]


def test_a_target_opens_its_step_and_the_other_view(room: Room) -> None:
    room.page.steps.tools.chips[Group.PEOPLE].click()

    room.page.show_target("2")
    room.stand.settle()
    assert "details 2" in room.rows()

    room.page.show_target("versions")
    assert (room.page.view.choice(), room.page.content.currentWidget()) == ("versions", room.page.versions)
    assert room.page.search_field() is None


def test_what_is_open_stays_when_the_language_changes(room: Room) -> None:
    room.open(2)

    room.stand.speak(room.page, "zh-Hans")

    details = room.page.steps.list.details()
    assert details is not None
    assert room.words(details, "changeField") == ["开始"]
    assert details.undo_button.text().strip() == "撤销这一步"


def test_days_are_said_as_people_say_them() -> None:
    today = dt.date(2026, 11, 22)

    assert [day_words(today - dt.timedelta(days=n), today) for n in (0, 1, 2, 400)] == [
        "Today, Sunday 22 November",
        "Yesterday, Saturday 21 November",
        "Friday 20 November",
        "Saturday 18 October 2025",
    ]


def test_an_empty_history_says_so(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with store.step(StepKind.CREATE_FORUM) as db:
        forum = ForumId(make_forum(db).id)
    stand = Stand(store, forum, qtbot)
    page = HistoryPage(stand)

    page.steps.retranslate()

    assert page.steps.content.currentWidget() is page.steps.empty


def test_one_records_history_tells_who_when_and_what(room: Room, qtbot: QtBot) -> None:
    tab = RowHistory(room.stand)
    qtbot.addWidget(tab)
    tab.show_record("session", str(room.session))
    room.stand.settle()

    assert [label.text() for label in tab.findChildren(QLabel, "rowHistoryWho")] == ["Lin", "Lin"]
    assert [label.text() for label in tab.findChildren(QLabel, "rowHistoryWhat")] == [
        "Moved “Keynotes” to 10:30",
        "Created the forum “Forum”",
    ]
    assert [label.text() for label in tab.findChildren(QLabel, "changeAfter")] == ["Sat 14 Nov 10:30"]
    tab.opened.emit(2)
    assert room.stand.went == [("history", "2")]
    tab.show_record("", "")
    assert not tab.none.isHidden()


def test_ctrl_9_shows_the_history_of_the_open_file(desk: Desk) -> None:
    desk.open_sample("overview")

    desk.press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    page = desk.window.stack.page()
    assert isinstance(page, HistoryPage)
    assert desk.window.stack.key() == "history"
    assert len(page.steps.history.steps) == desk.window.shell.store.head()[0]
    assert desk.focused() is page.steps.list


def test_ctrl_z_takes_back_what_the_page_did(desk: Desk) -> None:
    desk.open_sample("overview")
    store = desk.window.shell.store
    with store.read() as db:
        key = db.query(Person.id).limit(1).scalar()
    assert key is not None
    edit_phone(store, key, "1")
    number = store.head()[0]
    desk.window.go("history", str(number))
    desk.settle()
    page = desk.window.stack.page()
    assert isinstance(page, HistoryPage)
    details = page.steps.list.details()
    assert details is not None
    details.undo_button.click()
    desk.settle()
    assert store.head()[0] == number + 1

    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    with store.read() as db:
        assert db.get_one(Person, key).phone == "1"
