"""The page Guests as a secretary uses it: add posts, log steps, name, replace, move, chase, call, copy, take back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from consular_stand import Consulates, make_consulate
from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    text,
)
from forumplanner import i18n
from forumplanner.domain.guest_kinds import MaterialKind, ProtocolGroup
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus, ItemKind
from forumplanner.domain.ranks import Proof
from forumplanner.gui.pages.guests import GuestsPage, clock, words
from forumplanner.gui.pages.guests.why import reasons, verdict
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.inspector import DRAWER_BELOW
from forumplanner.records import ConsularGuest, Material
from forumplanner.snapshots.guests import GuestCard, GuestLine
from forumplanner.store import Store
from page_stand import Stand, find, press
from planner_file import filling_of

S = InvitationStatus
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NOW = dt.datetime(2026, 10, 8, 6, 30, tzinfo=dt.UTC)
"""14:30 in Kunming."""


@dataclass
class Room:
    """The page over two posts with three guests, two guests of honour and a speaker."""

    stand: Stand
    page: GuestsPage
    here: Consulates
    ids: dict[str, str]

    def lines(self) -> list[str]:
        return [line.name.latin or line.post.side(1) for line in self.page.views.rows.lines()]

    def line(self, key: str) -> GuestLine:
        found = self.page.guests.line(key)
        assert found is not None
        return found

    def card(self) -> GuestCard:
        card = self.page.inspector.card()
        assert card is not None
        return card

    def choose(self, name: str) -> None:
        self.page.views.list.set_current(self.ids[name])
        self.stand.settle()

    def type(self, name: str, words: str) -> None:
        """Type into a field from the keyboard and leave it by Enter where it is a picker."""
        field = find(self.page, QWidget, name)
        field.setFocus()
        QTest.keyClicks(field, words)

    def pick(self, name: str, words: str) -> None:
        self.type(name, words)
        press(find(self.page, QWidget, name), Qt.Key.Key_Return)

    def click(self, name: str) -> None:
        find(self.page, Button, name).click()
        self.stand.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """A key on the list itself."""
        press(self.page.views.list, key, modifiers)
        self.stand.settle()

    def finish(self, form: QWidget) -> None:
        press(form, Qt.Key.Key_Return, CTRL)
        self.stand.settle()


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "instant", lambda: NOW)


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    store = Store.create(tmp_path / "guests.forumplanner", actor="Zhou")
    ids: dict[str, str] = {}
    with filling_of(store) as db:
        forum = make_forum(db)
        thai = make_consulate(db, "TH", "泰国驻昆明总领事馆", "Consulate-General of Thailand in Kunming", 2)
        lao = make_consulate(db, "LA", "老挝驻昆明总领事馆", "Consulate-General of the Lao PDR in Kunming", 1)
        tessi = make_participant(
            db, forum, make_person(db, "泰西·奔雅", "Tessi Bunya", country="TH"), Category.CONSULAR
        )
        tessi.status = S.SENT
        head = _guest(forum.id, thai.id, S.SENT, ConsularClass.CONSUL_GENERAL, ConsularRole.HEAD)
        head.participant_id, head.exequatur_on = tessi.id, dt.date(2023, 4, 11)
        second = _guest(forum.id, lao.id, S.TO_APPROVE, ConsularClass.CONSUL_GENERAL, ConsularRole.HEAD)
        officer = _guest(forum.id, thai.id, S.ACCEPTED, ConsularClass.VICE_CONSUL, ConsularRole.OFFICER)
        db.add_all([head, second, officer])
        office = make_institution(db, "省教育厅", "Provincial Education Department")
        lu = make_person(db, "陆启明", "Lu Qiming", title=text("副厅长", "Deputy Director"), institution=office)
        song = make_person(db, "宋承岳", "Song Chengyue", title=text("校长", "President"))
        ids["lu"] = str(make_participant(db, forum, lu, Category.GUEST, status=S.ACCEPTED).id)
        host = make_participant(db, forum, song, Category.DELEGATE, protocol_group=ProtocolGroup.HOST)
        speaker = make_participant(db, forum, make_person(db, "安", "An", country="VN"), Category.SPEAKER)
        talk = make_item(db, make_part(db, make_session(db, forum)), "题目", "Title", kind=ItemKind.KEYNOTE)
        make_appearance(db, talk, speaker)
        ids |= {"tessi": str(head.id), "lao": str(second.id), "officer": str(officer.id)}
        ids |= {"song": str(host.id), "speaker": str(speaker.id)}
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = GuestsPage(stand)
    stand.show(page)
    yield Room(stand, page, Consulates(store, stand.forum_id, ConsularPostId(thai.id), ConsularPostId(lao.id)), ids)
    stand.settle()
    store.close()


def _guest(forum: UUID, post: UUID, status: S, rank: ConsularClass, role: ConsularRole) -> ConsularGuest:
    return ConsularGuest(
        id=uuid4(), forum_id=forum, consular_post_id=post, status=status, consular_class=rank, role=role
    )


def test_both_lists_stand_in_their_order_with_facts_and_badge(room: Room) -> None:
    assert room.lines() == [
        "Consulate-General of the Lao PDR in Kunming",
        "Tessi Bunya",
        "Consulate-General of Thailand in Kunming",
        "Lu Qiming",
        "Song Chengyue",
    ]
    assert room.page.head.facts.whole() == "5 guests · 3 from consulates"
    assert room.page.views.consular_band.facts.whole() == "2 posts · 1 settled · 1 to approve"
    assert room.stand.badges["guests"] == (1, "warn")
    assert room.page.facts() == "2 places in the order are not proven"


def test_a_call_is_logged_by_keys_in_one_line(room: Room) -> None:
    room.choose("tessi")
    room.key(Qt.Key.Key_L, CTRL)
    log = room.page.forms.logging
    assert log.isVisible()
    assert (log.day.text(), log.time.text(), log.channel.key()) == ("2026-10-08", "14:30", "phone")

    QTest.keyClicks(log.text, "1 companion, needs a car pass")
    log.status.choose(str(S.ACCEPTED))
    log.next_on.setText("2026-10-20")
    press(log.text, Qt.Key.Key_Return)
    room.stand.settle()

    assert room.stand.last_step() == "The invitation of Tessi Bunya is now “Accepted”"
    assert room.line(room.ids["tessi"]).status is S.ACCEPTED
    (note,) = room.card().notes
    assert (note.minute, note.text, note.next_on) == (870, "1 companion, needs a car pass", dt.date(2026, 10, 20))
    assert not log.isVisible()
    assert log.text.text() == ""
    room.stand.store.undo()
    room.stand.settle()
    assert (room.line(room.ids["tessi"]).status, room.card().notes) == (S.SENT, ())


def test_esc_keeps_what_was_typed_about_the_same_guest(room: Room) -> None:
    room.choose("tessi")
    room.key(Qt.Key.Key_L, CTRL)
    log = room.page.forms.logging
    QTest.keyClicks(log.text, "half a sen")
    press(log.text, Qt.Key.Key_Escape)
    assert not log.isVisible()
    room.key(Qt.Key.Key_L, CTRL)

    assert log.text.text() == "half a sen"
    press(log.text, Qt.Key.Key_Escape)
    room.choose("lao")
    room.key(Qt.Key.Key_L, CTRL)
    assert log.text.text() == ""


def test_a_step_before_the_approval_is_said_and_logged_all_the_same(room: Room) -> None:
    room.choose("lao")
    room.key(Qt.Key.Key_L, CTRL)
    log = room.page.forms.logging
    log.status.choose(str(S.SENT))
    log.status.picked.emit(str(S.SENT))

    assert log.doubt.text() == (
        "The approval of the foreign affairs office is not recorded yet; “Sent” is logged all the same."
    )
    room.finish(log)
    assert room.line(room.ids["lao"]).status is S.SENT
    assert find(room.page, Button, "guestLetter").text().strip() == "Approval not recorded"


def test_a_note_in_the_future_becomes_the_next_call(room: Room) -> None:
    room.choose("tessi")
    room.key(Qt.Key.Key_L, CTRL)
    log = room.page.forms.logging
    QTest.keyClicks(log.text, "ask again")
    log.day.setText("2026-10-20")
    assert log.doubt.text() == "2026-10-20 is still to come: a contact is logged once it was made."
    steps = room.stand.steps()
    room.finish(log)
    assert room.stand.steps() == steps
    assert room.stand.said[-1].startswith("2026-10-20 is still to come.")

    room.click("logLater")
    room.finish(log)

    (note,) = room.card().notes
    assert (note.day, note.next_on, note.next_action) == (dt.date(2026, 10, 8), dt.date(2026, 10, 20), "ask again")


def test_posts_are_ticked_in_a_list_with_the_keyboard(room: Room) -> None:
    room.key(Qt.Key.Key_N, CTRL)
    posts = find(room.page, QListWidget, "newGuestPosts")
    offered = [posts.item(row).text() for row in range(posts.count())]
    assert offered[0] == "Myanmar (sample, Kunming)"
    assert len(offered) == 5
    press(posts, Qt.Key.Key_Space)
    press(posts, Qt.Key.Key_Down)
    press(posts, Qt.Key.Key_Space)
    room.pick("newGuestCountry", "Japan")
    room.finish(room.page.forms.adding)

    assert room.stand.last_step() == "Added 3 consular posts to the guests"
    assert {line.country for line in room.page.guests.consular} == {"TH", "LA", "MM", "MY", "JP"}
    assert room.card().line.country == "MM"


def test_a_guest_without_a_post_or_person_is_asked_for_in_a_sentence(room: Room) -> None:
    adding = room.page.forms.adding
    room.page.forms.new("posts")
    room.finish(adding)
    assert adding.wrong.text() == "Tick a post with Space first."
    adding.start("consul")
    room.finish(adding)
    assert adding.wrong.text() == "A consular guest comes from a post. Choose one, or add it under “Several posts”."
    adding.start("honour")
    room.finish(adding)
    assert adding.wrong.text() == "Choose a person, or type the name of a new one and press Enter."
    room.pick("newGuestPerson", "Shen Huaijin, Donghu Medical College, Academician")
    room.finish(adding)

    assert room.stand.last_step() == "Added a guest: Shen Huaijin"
    assert (room.card().line.name.latin, room.card().line.group) == ("Shen Huaijin", ProtocolGroup.GUEST_OF_HONOUR)


def test_a_guest_of_a_post_is_added_with_class_and_named_later(room: Room) -> None:
    room.page.forms.new("consul")
    room.pick("newGuestPost", "Lao")
    room.page.forms.adding.rank.choose(str(ConsularClass.CONSUL))
    room.finish(room.page.forms.adding)
    assert (room.card().line.consular_class, room.card().name) == (ConsularClass.CONSUL, None)

    room.click("guestName")
    room.pick("namePerson", "Z")
    assert room.page.forms.naming.person.note.text() == (
        "“Z” is one letter. Kept; write the whole name when you know it."
    )
    room.finish(room.page.forms.naming)

    assert room.card().line.name.latin == "Z"


def test_a_substitute_comes_by_ctrl_r_and_goes_by_it_again(room: Room) -> None:
    room.choose("tessi")
    before = room.page.guests
    room.key(Qt.Key.Key_R, CTRL)
    form = room.page.forms.replacing
    assert form.ticks_shown() == ["programme", "car", "interpreting", "companions"]
    room.pick("replacePerson", "Manivanh Soupha")
    form.rank.choose(str(ConsularClass.CONSUL))
    form.title_en.setText("Consul")
    room.finish(form)

    line = room.card().line
    assert (line.name.latin, line.stands_for.latin, line.consular_class) == (
        "Manivanh Soupha",
        "Tessi Bunya",
        ConsularClass.CONSUL,
    )
    absent = room.line(room.ids["tessi"])
    assert absent.place == 0
    assert [words.status_words(one) for one in (line, absent)] == [words.step_words(line.status), "Sends another"]
    assert words.under(line, room.page.guests.languages).startswith("for Tessi Bunya · ")
    assert room.page.head.facts.whole() == "5 guests · 3 from consulates"
    assert room.stand.said[-1] == "Manivanh Soupha comes instead of Tessi Bunya."
    room.choose("tessi")
    room.key(Qt.Key.Key_R, CTRL)
    assert (room.line(room.ids["tessi"]).status, room.line(line.id).status) == (S.ACCEPTED, S.DECLINED)
    room.stand.store.undo()
    room.stand.store.undo()
    room.stand.settle()
    assert room.page.guests == before


def test_one_verdict_names_the_neighbour_and_what_is_missing(room: Room) -> None:
    room.choose("tessi")
    why, line = room.page.inspector.why, room.card().line

    assert why.title.text() == "No. 2 among consular guests"
    assert reasons(line, room.page.guests.consular)[0] == (
        "arrow-down",
        "After Lao PDR: Lao PDR’s date is not known; by the office’s list",
    )
    assert verdict(line) == "Own record suffices"


def test_a_place_is_fixed_with_its_reason_and_freed(room: Room) -> None:
    room.choose("officer")
    assert room.card().line.place == 3
    room.key(Qt.Key.Key_Up, ALT)
    form = room.page.forms.moving
    assert form.place.value() == 2
    room.finish(form)
    assert form.wrong.text() == "Write the reason; it is kept and printed on the inner copy only."
    QTest.keyClicks(form.reason, "office, 10-20")
    room.finish(form)

    ranked = room.card().line.ranked
    assert ranked is not None
    assert (room.card().line.place, ranked.proof) == (2, Proof.BY_HAND)
    assert find(room.page, QWidget, "guestReasonText").property("text") == "By hand: office, 10-20"
    room.click("guestFree")
    assert room.card().line.place == 3


def test_a_record_is_edited_in_place_and_an_odd_date_is_said(room: Room) -> None:
    room.choose("tessi")
    day = find(room.page, QWidget, "guestRecord_exequatur_on")
    day.setProperty("text", "2027-03-01")
    day.editingFinished.emit()  # type: ignore[attr-defined]  # a line of text
    room.stand.settle()

    assert room.page.inspector.record.doubt.text() == (
        "2027-03-01 is after the forum’s last day, 2026-11-14. Kept; please check the year."
    )
    plate = find(room.page, QWidget, "guestVisit_plate")
    plate.setFocus()
    QTest.keyClicks(plate, "A 00001")
    press(plate, Qt.Key.Key_Return)
    room.stand.settle()
    record = room.card().record
    assert record is not None
    assert (record.exequatur_on, record.plate) == (dt.date(2027, 3, 1), "A 00001")


def test_chips_and_search_narrow_both_lists(room: Room) -> None:
    room.page.views.tools.chips["approve"].click()
    assert room.lines() == ["Consulate-General of the Lao PDR in Kunming"]
    room.page.views.tools.chips["approve"].click()
    room.page.views.tools.search.setText("lqm")
    assert room.lines() == ["Lu Qiming"]
    room.page.views.tools.search.setText("nobody")
    assert room.page.views.content.currentWidget() is room.page.views.none
    room.click("guestNoHitsClear")
    assert len(room.lines()) == 5


def test_arrows_pass_over_bands_and_titles(room: Room) -> None:
    room.choose("officer")
    press(room.page.views.list, Qt.Key.Key_Down)
    room.stand.settle()

    assert room.page.views.list.current_id() in {room.ids["lu"], room.ids["song"]}
    press(room.page.views.list, Qt.Key.Key_Up)
    assert room.page.views.list.current_id() == room.ids["officer"]


def test_lists_are_copied_as_text_and_as_a_table(room: Room) -> None:
    room.page.copy(as_table=False)
    told = QGuiApplication.clipboard().text().split("\n")
    assert told[:2] == [
        "Consular guests",
        "1. (unnamed) Consul-General, Consulate-General of the Lao PDR in Kunming, order unproven",
    ]
    room.page.copy(as_table=True)
    head, first = QGuiApplication.clipboard().text().split("\n")[:2]
    assert head == "No.\tName\tPost or office\tClass\tBasis\tProof\tStatus"
    assert first.split("\t")[:2] == ["1", "(unnamed) Consul-General"]


def test_the_matrix_is_ticked_by_keys(room: Room) -> None:
    room.page.show_target("chase")
    room.stand.settle()
    table, matrix = room.page.views.chase, room.page.views.matrix
    place = next(n for n, line in enumerate(matrix.shown()) if line.participant_id == room.ids["speaker"])
    column = 1 + list(MaterialKind).index(MaterialKind.SLIDES)
    table.setCurrentIndex(matrix.index(place, column))

    press(table, Qt.Key.Key_Space)
    room.stand.settle()
    assert room.stand.last_step() == "Ticked “Slides” in the chase list (1)"
    assert table.current_id() == room.ids["speaker"]
    press(table, Qt.Key.Key_Space)
    room.stand.settle()
    with room.stand.store.read() as db:
        assert db.execute(select(Material)).all() == []
    press(table, Qt.Key.Key_Space, SHIFT)
    room.stand.settle()
    assert matrix.words(matrix.shown()[place], column) == "Asked for 8 Oct"
    room.click("chase_not_needed")
    assert matrix.words(matrix.shown()[place], column) == "Not needed"
    table.setCurrentIndex(matrix.index(place, 1))
    press(table, Qt.Key.Key_Space)
    assert room.stand.said[-1].startswith("Invitation and reply follow the status.")


def test_what_is_owed_is_copied_as_text(room: Room) -> None:
    room.page.show_target("chase")
    room.stand.settle()
    room.page.views.tools.search.setText("an")
    room.page.copy(as_table=False)

    assert "An: Reply, Abstract, Biography, Photo, Slides, Passport, Flight, Hotel, Diet" in (
        QGuiApplication.clipboard().text().split("\n")
    )


def test_the_phone_list_logs_a_call_and_leads_to_the_guest(room: Room) -> None:
    room.here.log(
        ConsularGuestId(UUID(room.ids["tessi"])),
        28,
        S.SENT,
        next_on=dt.date(2026, 10, 8),
        next_action="ask for the plate",
    )
    room.page.show_target("calls")
    room.stand.settle()
    (row,) = room.page.views.phone.shown()
    assert (row.name.latin, row.next_action) == ("Tessi Bunya", "ask for the plate")
    assert room.page.views.tools.views.button("calls").text() == "Calls 1"

    assert room.card().line.id == room.ids["tessi"]
    press(room.page.views.calls, Qt.Key.Key_Return)
    assert room.page.forms.logging.next_on.placeholderText() == "such as 2026-10-15"
    QTest.keyClicks(room.page.forms.logging.text, "A 00001")
    room.finish(room.page.forms.logging)

    assert room.page.views.phone.shown() == []
    assert room.page.views.content.currentWidget() is room.page.views.quiet
    assert room.stand.last_step() == "Logged a contact with Tessi Bunya"


def test_the_page_speaks_chinese_and_keeps_the_guest(room: Room) -> None:
    room.choose("lao")
    room.stand.speak(room.page, "zh-Hans")

    assert i18n.interface_language() == "zh-Hans"
    assert room.page.head.title.text() == "嘉宾与领馆"
    assert room.card().line.id == room.ids["lao"]
    assert room.page.inspector.head.name.whole() == "（待定） 总领事"


def test_an_empty_page_offers_the_first_step(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Zhou")
    with filling_of(store) as db:
        forum = make_forum(db)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = GuestsPage(stand)
    stand.show(page)

    assert page.views.content.currentWidget() is page.views.empty
    find(page, Button, "guestsEmptyPosts").click()
    stand.settle()
    assert page.forms.adding.isVisible()
    press(find(page, QListWidget, "newGuestPosts"), Qt.Key.Key_Space)
    press(page.forms.adding, Qt.Key.Key_Return, CTRL)
    stand.settle()
    assert [line.country for line in page.guests.consular] == ["TH"]


def test_in_a_narrow_window_the_details_float(room: Room) -> None:
    room.page.resize(DRAWER_BELOW - 100, 720)
    room.stand.settle()
    assert not room.page.inspector.isVisible()
    press(room.page.views.list, Qt.Key.Key_Return)
    room.stand.settle()
    assert room.page.inspector.isVisible()
