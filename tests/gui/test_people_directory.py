"""The directory behind the page People: duplicates, one line, everybody in the file, and the tabs of one person."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    text,
)
from forumplanner.domain.guest_kinds import Channel, ProtocolGroup
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.merging import Side
from forumplanner.domain.names import PersonName
from forumplanner.gui.pages.people import PeoplePage
from forumplanner.gui.pages.people.fetching import read_log
from forumplanner.gui.pages.people.page import ALL
from forumplanner.snapshots.people import PersonCard
from forumplanner.store import Store
from page_stand import Stand, press
from planner_file import filling_of


@dataclass
class Room:
    """Two records of one guest, a homonym, somebody with characters only, and one who is in another forum."""

    stand: Stand
    page: PeoplePage
    ids: dict[str, str]

    def choose(self, who: str) -> PersonCard:
        self.page.table.set_current(self.ids[who])
        self.stand.settle()
        return self.card()

    def card(self) -> PersonCard:
        card = self.page.inspector.card()
        assert card is not None
        return card

    def tab(self, key: str) -> None:
        self.page.inspector.tabs.choose(key)
        self.stand.settle()

    def search(self) -> list[tuple[str, str]]:
        self.page.twins.search.start()
        self.stand.settle()
        return [(one.first.names[0].latin, one.second.names[0].latin) for one in self.page.twins.search.doubts or ()]

    def people(self) -> int:
        return len(self.page.model.rows())


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "people.forumplanner", actor="Lin")
    ids: dict[str, str] = {}
    with filling_of(store) as db:
        forum, other = make_forum(db), make_forum(db, short_title=text("旧届", "Last year"))
        house = make_institution(db, "河内医科大学", "Hanoi Medical University")
        delegation = make_delegation(db, forum, institution_id=house.id)
        ids["delegation"] = str(delegation.id)
        for key, latin, phone in (("an", "Nguyễn Văn An", "090 1"), ("twin", "An Nguyen Van", "090 2")):
            person = make_person(
                db, "阮文安", latin, country="VN", phone=phone, title=text("院长", "Dean"), institution=house
            )
            ids[f"{key}-person"] = str(person.id)
            made = make_participant(db, forum, person, Category.GUEST)
            ids[key] = str(made.id)
        item = make_item(
            db, make_part(db, make_session(db, forum, "主旨报告", "Keynotes", start="10:20")), "报", "Talk"
        )
        make_appearance(db, item, made)
        chen = make_person(db, "陈国强", "", country="CN")
        ids["chen"] = str(make_participant(db, forum, chen).id)
        old = make_person(db, "周敏", "Zhou Min", title=text("副院长", "Vice-Dean"), institution=house)
        ids["zhou-person"] = str(old.id)
        make_participant(db, other, old, Category.SPEAKER)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = PeoplePage(stand)
    stand.show(page)
    return Room(stand, page, ids)


def test_possible_duplicates_are_counted_and_asked_one_at_a_time(room: Room) -> None:
    assert len(room.search()) == 1
    assert room.page.twins.button.text().strip() == "1 possible duplicate"

    room.page.twins.button.click()

    view = room.page.twins.view
    assert room.page.twins.is_open()
    assert "One person?" in view.question.text()
    phones = next(row for row in view.fields.rows if row.field.code == "phone")
    assert {phones.field.keep, phones.field.drop} == {"090 1", "090 2"}
    assert "goes 1 post" in view.preview.text()


def test_one_merges_the_two_with_the_chosen_values_and_undo_takes_them_apart(room: Room) -> None:
    room.search()
    room.page.twins.open()
    view = room.page.twins.view
    phone = next(row for row in view.fields.rows if row.field.code == "phone")
    kept, gone = phone.field.keep, phone.field.drop
    phone.setFocus()
    press(phone, Qt.Key.Key_Right)
    assert view.fields.choices()["phone"] is Side.DROP

    press(phone, Qt.Key.Key_1)
    room.stand.settle()

    assert room.people() == 2
    assert room.choose("twin").phone == gone != kept
    assert view.nobody.isVisible()
    room.stand.store.undo()
    room.stand.settle()
    assert room.people() == 3


def test_two_keeps_them_apart_for_ever(room: Room) -> None:
    room.search()
    room.page.twins.open()

    press(room.page.twins.view, Qt.Key.Key_2)
    room.stand.settle()

    assert room.search() == []
    assert room.page.twins.button.text().strip() == "No duplicates"
    room.stand.store.undo()
    assert len(room.search()) == 1


def test_three_leaves_the_question_in_the_list(room: Room) -> None:
    room.search()
    room.page.twins.open()

    press(room.page.twins.view, Qt.Key.Key_3)

    assert room.page.twins.view.nobody.title.text() == "That was all for now"
    assert room.page.twins.view.nobody.text.text() == "1 pair is left for later."
    assert len(room.page.twins.search.doubts or ()) == 1
    press(room.page.twins.view, Qt.Key.Key_Escape)
    assert not room.page.twins.is_open()


def test_two_ticked_people_can_be_compared_whoever_they_are(room: Room) -> None:
    room.page.model.set_ticks([room.ids["chen"], room.ids["an"]])

    room.page.bulk.merge.click()

    assert room.page.twins.view.question.text() == "You chose these two. Are they one person?"
    room.page.twins.view.back.click()
    room.page.model.set_ticks([room.ids["twin"]])
    room.page.show_target("merge")
    assert room.stand.said[-1] == "Tick exactly two people to merge them."


def test_a_search_that_is_stopped_finds_nothing_and_says_so(room: Room) -> None:
    room.page.twins.search.start()
    room.page.twins.button.click()
    room.stand.settle()

    assert room.page.twins.search.doubts is None
    assert room.page.twins.button.text().strip() == "Find duplicates"


def test_one_line_is_shown_as_fields_and_added_by_enter(room: Room) -> None:
    room.page.show_target("quick")
    quick = room.page.quick
    quick.line.setText("林小满 处长 河内医科大学 13800000000 素食")
    fields = {key: label.text() for key, label in quick.fields.items() if label.text()}
    assert fields == {
        "zh": "林小满",
        "title": "处长",
        "institution": "Hanoi Medical University",
        "phone": "13800000000",
        "rest": "素食",
    }

    press(quick.line, Qt.Key.Key_Return)
    room.stand.settle()

    card = room.card()
    assert (card.name.zh, card.phone, card.notes) == ("林小满", "13800000000", "素食")
    assert [(post.title.best(), post.institution.best(1)) for post in card.posts] == [
        ("处长", "Hanoi Medical University")
    ]
    assert quick.line.text() == ""


def test_a_likely_twin_of_another_forum_is_shown_while_typing_and_joins(room: Room) -> None:
    room.page.show_target("quick")
    room.page.quick.line.setText("周敏 副院长")
    room.page.quick.twin.look()
    room.stand.settle()

    assert room.page.quick.twin.words.text() == "Known from another forum: Zhou Min · Hanoi Medical University"
    room.page.quick.twin.button.click()
    room.stand.settle()
    assert room.card().category is Category.SPEAKER
    assert [post.used for post in room.card().posts] == [True]


def test_everybody_in_the_file_stands_in_the_list_and_can_join(room: Room) -> None:
    room.page.scope.button(ALL).click()
    room.stand.settle()
    row = next(row for row in room.page.model.rows() if not row.here)
    assert room.people() == 4
    assert row.name.zh == "周敏"
    room.page.show_target("category:delegate")
    assert [one.name.zh for one in room.page.model.shown()] == ["陈国强"]
    room.page.clear_filters()

    room.page.table.set_current(row.participant_id)
    outsider = room.page.inspector.outsider
    assert outsider.isVisible()
    assert outsider.name.whole() == "Zhou Min"
    outsider.join.click()
    room.stand.settle()

    assert all(one.here for one in room.page.model.rows())
    assert room.card().name.zh == "周敏"


def test_a_suggested_spelling_is_taken_by_enter_and_stays_to_be_confirmed(room: Room) -> None:
    room.choose("chen")
    names = room.page.inspector.names
    assert names.latin_line.words.whole() == "Suggested: CHEN Guoqiang"

    press(names.fields["latin"], Qt.Key.Key_Return)
    room.stand.settle()

    assert (room.card().name.latin, room.card().name.family) == ("Chen Guoqiang", "Chen")
    assert room.card().name.latin_confirmed is False
    assert not names.latin_line.isVisible()


def test_what_the_two_are_called_follows_title_and_rule(room: Room) -> None:
    room.choose("an")
    names = room.page.inspector.names
    names.renamed.emit(PersonName(zh="阮文安", latin="Nguyễn Văn An", courtesy_zh="教授", courtesy_en="Prof."))
    room.stand.settle()
    assert names.preview.text() == "Prof. An / 阮文安教授"

    names.rule.picked.emit("thai")
    room.stand.settle()
    assert names.preview.text() == "Prof. Nguyễn / 阮文安教授"


def test_an_odd_address_is_named_below_the_field_and_the_rest_is_saved(room: Room) -> None:
    room.choose("an")
    contact = room.page.inspector.contact
    contact.emails.setText("an＠hanoi.example, an nguyen@hanoi.example")
    contact.emails.editingFinished.emit()
    contact.speaks.setText("越南文、English")
    contact.speaks.editingFinished.emit()
    room.stand.settle()

    assert room.card().emails == ("an@hanoi.example", "an nguyen@hanoi.example")
    assert contact.doubt.text() == (
        "“an nguyen@hanoi.example” holds a space; no mail would arrive. It is kept as it is."
    )
    assert room.card().speaks == ("vi", "en")


def test_delegation_protocol_and_channel_are_set_in_the_inspector(room: Room) -> None:
    room.choose("an")
    inspector = room.page.inspector
    inspector.place.joined.emit(room.ids["delegation"])
    inspector.protocol.picked.emit("protocol_group", str(ProtocolGroup.FOREIGN_GUEST))
    inspector.contact.reached.emit(str(Channel.OFFICE))
    room.stand.settle()

    card = room.card()
    assert card.place is not None
    assert (card.place.id, card.protocol_group) == (room.ids["delegation"], ProtocolGroup.FOREIGN_GUEST)
    assert card.contact_by is Channel.OFFICE
    assert inspector.place.liaison.text() == "No liaison officer yet."


def test_a_contact_is_noted_in_one_line_and_stands_in_the_tab(room: Room) -> None:
    room.choose("an")
    room.page.show_target("log")
    room.stand.settle()
    log = room.page.inspector.log
    assert log.way.text() == "Only by: Phone. No mail is sent."

    log.text.setText("comes without spouse")
    press(log.text, Qt.Key.Key_Return)
    room.stand.settle()

    (note,) = read_log(room.stand, room.ids["an"])
    assert (note.text, note.channel) == ("comes without spouse", Channel.PHONE)
    assert len(log.rows.widgets()) == 1


def test_a_reply_of_several_leaves_a_dated_step_each(room: Room) -> None:
    room.page.model.set_ticks([room.ids["an"], room.ids["twin"]])

    room.page.bulk.buttons["reply"].picked.emit(str(InvitationStatus.ACCEPTED))
    room.stand.settle()

    assert [len(read_log(room.stand, room.ids[who])) for who in ("an", "twin", "chen")] == [1, 1, 0]


def test_the_tab_of_roles_names_every_forum(room: Room) -> None:
    room.choose("twin")
    room.tab("roles")

    assert room.page.inspector.tabs.tab("roles").text() == "Roles 1"
    assert len(room.page.inspector.roles.rows.widgets()) == 1


def test_a_photo_is_pasted_shown_and_taken_away(room: Room) -> None:
    room.choose("an")
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)

    room.page.inspector.head.menu.picked.emit("paste")
    room.stand.settle()
    assert room.stand.said == ["Photo kept"]
    assert room.card().photo != ""
    assert not room.page.inspector.head.initials.pixmap().isNull()

    room.page.inspector.head.menu.picked.emit("away")
    room.stand.settle()
    assert room.card().photo == ""
    assert room.page.inspector.head.initials.text() == "NV"


@pytest.mark.parametrize("name", ["L", "V" + "a" * 119])
def test_names_of_one_letter_or_very_many_are_kept_with_a_remark(room: Room, name: str) -> None:
    room.choose("an")
    field = room.page.inspector.names.fields["latin"]
    field.setText(name)
    field.editingFinished.emit()
    room.stand.settle()

    assert room.card().name.latin == name
    assert room.page.inspector.names.note.isVisible()


def test_a_post_that_ended_is_no_longer_offered(room: Room) -> None:
    (post,) = room.choose("an").posts
    room.page.editing.add_post()
    room.stand.settle()
    room.page.inspector.posts.dated.emit(post.id, dt.date(2019, 9, 1), dt.date(2024, 8, 31))
    room.stand.settle()

    newer = next(one for one in room.card().posts if one.id != post.id)
    room.page.inspector.posts.used.emit(newer.id)
    room.stand.settle()
    row = room.page.inspector.posts.row(post.id)
    assert (row.mark.text(), row.radio.isEnabled()) == ("Ended", False)
    assert room.page.inspector.posts.row(newer.id).mark.text() == "Used here"
