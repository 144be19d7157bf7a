"""The page Delegations as a secretary uses it: fold, find, add, lead, ask for what is missing, put in order."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factories import make_delegation, make_forum, make_institution, make_participant, make_person, text
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, Direction, Mode
from forumplanner.domain.names import PersonName
from forumplanner.gui.frame.findable import from_file, matching
from forumplanner.gui.pages.delegations import DelegationsPage, menu
from forumplanner.gui.pages.delegations.cells import Col, cell
from forumplanner.gui.pages.delegations.inspector import MEMBERS
from forumplanner.gui.pages.delegations.rows import RowKind
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Picker
from forumplanner.records import Delegation, Journey
from forumplanner.snapshots.delegations import DelegationLine
from forumplanner.store import Store
from page_stand import Stand, find, press
from planner_file import filling_of

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass
class Room:
    """The page over three delegations of two countries."""

    stand: Stand
    page: DelegationsPage
    ids: dict[str, str]

    def shown(self) -> list[str]:
        """The first cell of every row."""
        languages = self.page.model.delegations.languages
        return [cell(row, Col.NAME, languages)[0] for row in self.page.model.rows()]

    def said(self, column: Col, key: str) -> str:
        row = self.page.model.row(self.page.model.place_of(self.ids[key]))
        first, _token, second = cell(row, column, self.page.model.delegations.languages)
        return " · ".join(filter(None, (first, second)))

    def go(self, key: str) -> None:
        assert self.page.tree.select(self.ids[key])

    def unfold(self, *keys: str) -> None:
        for key in keys:
            self.page.tree.flipped.emit(self.ids[key])

    def line(self, key: str) -> DelegationLine:
        found = self.page.model.delegations.line(self.ids[key].partition(":")[2])
        assert found is not None
        return found

    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "delegations.forumplanner", actor="Lin")
    ids: dict[str, str] = {}
    with filling_of(store) as db:
        forum = make_forum(db, short_title=text("云岭论坛", "Yunling Forum"))
        health = make_institution(db, "万象健康科学大学", "Vientiane University of Health", country="LA")
        nursing = make_institution(db, "占巴护理学院", "Champa College of Nursing", country="LA")
        zhou = make_person(db, "周敏", "Zhou Min", languages=("lo", "en"), phone="138 0000 0000")
        liaison = make_participant(db, forum, zhou, Category.STAFF)
        ids["Zhou"] = str(liaison.id)
        hotel = text("翠湖宾馆", "Cuihu Hotel")
        first = make_delegation(
            db, forum, country="LA", institution_id=health.id, liaison_id=liaison.id, contact="Ms Wang", hotel=hotel
        )
        second = make_delegation(db, forum, country="LA", institution_id=nursing.id, hotel=hotel)
        third = make_delegation(db, forum, country="KH", name=text("柬埔寨代表团", "Delegation of Cambodia"), unnamed=4)
        ids |= {"health": f"delegation:{first.id}", "nursing": f"delegation:{second.id}"}
        ids |= {"cambodia": f"delegation:{third.id}", "laos": "country:LA"}
        at = dt.datetime(2026, 11, 13, 3, 5, tzinfo=dt.UTC)
        for name, zh, where, role, arrives in (
            ("Sonthong Viraphong", "宋通", first, "head", True),
            ("Vilay Khanthavong", "维莱", first, "member", True),
            ("Bey Sisavath", "", first, "accompanying", False),
            ("Phany Luangrath", "帕妮", second, "head", True),
            ("Many Souvanna", "玛尼", None, "", False),
            ("Bounmy Xayavong", "本米", None, "", False),
        ):
            person = make_person(db, name=PersonName(zh=zh, latin=name), country="LA", title=text("院长", "Dean"))
            made = make_participant(db, forum, person, role_in_delegation=role)
            made.delegation_id = where.id if where else None
            ids[name.split()[0]] = f"member:{made.id}"
            if arrives:
                journey = Journey(direction=Direction.ARRIVAL, at=at, carrier="C86", place="T1")
                journey.participant_id = made.id
                db.add(journey)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = DelegationsPage(stand)
    stand.show(page)
    return Room(stand, page, ids)


def test_countries_hold_delegations_and_those_their_members(room: Room) -> None:
    assert room.shown() == [
        "Cambodia",
        "Delegation of Cambodia",
        "Lao PDR",
        "Champa College of Nursing",
        "Vientiane University of Health",
    ]
    assert room.page.head.facts.whole() == "3 delegations · 2 countries · 8 people"

    room.unfold("health", "cambodia")
    assert room.shown()[1:3] == ["Delegation of Cambodia", "4 people without names yet"]
    assert room.shown()[-3:] == ["Sonthong Viraphong", "Vilay Khanthavong", "Bey Sisavath"]


def test_cells_say_what_differs_and_no_more(room: Room) -> None:
    room.unfold("health")

    assert room.said(Col.HEAD, "health") == "Sonthong Viraphong · Dean"
    assert room.said(Col.PEOPLE, "health") == "2 + 1"
    assert room.said(Col.LIAISON, "nursing") == "None yet"
    assert room.said(Col.ARRIVAL, "health") == "13 Nov 11:05 · C86 · T1"
    assert room.said(Col.MISSING, "health") == "Chinese name 1 · Arrival 1"
    assert room.said(Col.MISSING, "nursing") == "Liaison officer"
    assert room.said(Col.ARRIVAL, "Vilay") == "with group"
    assert room.said(Col.ARRIVAL, "Bey") == "Not given"
    assert room.said(Col.MISSING, "laos") == "3 missing"
    assert room.stand.badges["delegations"] == (2, "warn")


def test_left_and_right_fold_and_climb(room: Room) -> None:
    tree = room.page.tree
    room.go("health")
    press(tree, Qt.Key.Key_Right)
    assert "Vilay Khanthavong" in room.shown()

    room.go("Vilay")
    press(tree, Qt.Key.Key_Left)
    assert tree.current_key() == room.ids["health"]
    press(tree, Qt.Key.Key_Left)
    assert "Vilay Khanthavong" not in room.shown()
    press(tree, Qt.Key.Key_Left)
    assert tree.current_key() == "country:LA"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("vil", ["Lao PDR", "Vientiane University of Health", "Vilay Khanthavong"]),
        ("维莱", ["Lao PDR", "Vientiane University of Health", "Vilay Khanthavong"]),
        ("champa", ["Lao PDR", "Champa College of Nursing"]),
        ("zhou", ["Lao PDR", "Vientiane University of Health"]),
        ("cambodia", ["Cambodia", "Delegation of Cambodia"]),
        ("xqz", []),
    ],
)
def test_delegations_and_members_are_found_by_any_name(room: Room, words: str, shown: list[str]) -> None:
    room.page.tools.search.setText(words)

    assert room.shown() == shown


def test_a_search_without_hits_names_it_and_can_be_cleared(room: Room) -> None:
    room.page.tools.search.setText("xqz")
    assert room.page.content.currentWidget() is room.page.nothing
    assert room.page.nothing.title.text() == "No delegation matches “xqz”"

    room.page.nothing.clear.click()
    assert len(room.shown()) == 5


def test_chips_narrow_the_tree(room: Room) -> None:
    tools = room.page.tools
    assert tools.no_liaison.text().strip() == "No liaison 2"
    tools.no_liaison.click()
    assert room.shown() == ["Cambodia", "Delegation of Cambodia", "Lao PDR", "Champa College of Nursing"]

    room.page.show_target("incomplete")
    assert (tools.incomplete.isChecked(), tools.no_liaison.isChecked()) == (True, False)
    tools.day.flipped.emit("2026-11-13", True)
    assert room.shown() == ["Lao PDR", "Champa College of Nursing", "Vientiane University of Health"]
    assert tools.day.text().strip() == "Arrive 13 Nov"


def test_the_request_is_copied_in_the_contacts_language_and_noted(room: Room) -> None:
    room.go("health")
    press(room.page, Qt.Key.Key_C, CTRL | SHIFT)
    room.stand.settle()

    assert room.clipboard() == (
        "Dear Ms Wang,\n"
        "for “Yunling Forum” we still need from Vientiane University of Health:\n"
        "(1) name in Chinese characters of 1 person: Bey Sisavath\n"
        "(2) arrival (day, time, flight or train) of 1 person: Bey Sisavath\n"
        "Thank you very much for your help."
    )
    assert room.stand.said[-1] == "Copied the request to Ms Wang in English; noted as asked today."
    assert room.line("health").asked == ("chinese_name", "arrival")
    assert find(room.page, Label, "delegationAsked").text().startswith("Asked ")


def test_a_contact_who_writes_chinese_is_asked_in_chinese(room: Room) -> None:
    room.go("health")
    room.page.inspector.details.data.language.picked.emit("")
    room.page.inspector.details.written.emit("language", "zh-Hans")
    room.stand.settle()
    room.page.copy_request()

    assert room.clipboard().splitlines()[:2] == [
        "Ms Wang：您好！",
        "“云岭论坛”正在筹备，万象健康科学大学还缺以下信息，烦请补充：",
    ]


def test_what_the_house_finds_itself_is_not_asked_for(room: Room) -> None:
    room.go("nursing")
    button = find(room.page, QPushButton, "delegationCopy")

    assert (button.isEnabled(), button.toolTip()) == (False, "There is nothing to ask the delegation for.")
    room.page.copy_request()
    assert room.stand.said[-1] == "There is nothing to ask the delegation for."


def test_several_are_added_in_one_step(room: Room) -> None:
    room.go("nursing")
    room.page.inspector.open_tab(MEMBERS)
    adding = room.page.inspector.members.adding
    adding.picker.setFocus()
    adding.wanted.emit()
    steps = room.stand.steps()
    for key in ("Many", "Bounmy"):
        adding.picker.picked.emit(room.ids[key].partition(":")[2])
    assert adding.said.text() == "Many Souvanna, Bounmy Xayavong"

    adding.join.click()
    room.stand.settle()
    assert room.stand.steps() - steps == 1
    assert room.stand.said[-1] == "Added 2 people."
    assert len(room.line("nursing").members) == 3


def test_who_comes_from_another_delegation_is_said(room: Room) -> None:
    room.go("nursing")
    room.page.membership.join([room.ids["Vilay"].partition(":")[2]])
    room.stand.settle()

    assert room.stand.said[-1] == ("Added 1 person. Vilay Khanthavong came from Vientiane University of Health.")


def test_people_without_a_delegation_are_offered_first(room: Room) -> None:
    room.go("nursing")
    room.page.inspector.open_tab(MEMBERS)
    room.page.inspector.members.wanted.emit()
    picker = find(room.page, Picker, "delegationAddPicker")
    picker.setFocus()
    press(picker, Qt.Key.Key_Down)
    offered = picker.offered()

    assert set(offered[:3]) == {"Many Souvanna", "Bounmy Xayavong", "Zhou Min"}
    assert "Phany Luangrath" not in offered


def test_a_new_head_says_what_became_of_the_old_one(room: Room) -> None:
    room.go("health")
    room.page.inspector.details.head.chosen.emit(room.ids["Vilay"].partition(":")[2])
    room.stand.settle()

    assert room.stand.said[-1] == "Vilay Khanthavong leads the delegation; Sonthong Viraphong is a member now."
    assert [head.name.latin for head in room.line("health").heads] == ["Vilay Khanthavong"]


def test_space_ticks_and_del_takes_out_what_is_ticked(room: Room) -> None:
    room.unfold("health")
    for key in ("Vilay", "Bey"):
        room.go(key)
        press(room.page.tree, Qt.Key.Key_Space)
    assert room.page.bulk.number.text() == "2 ticked"

    press(room.page.tree, Qt.Key.Key_Delete)
    room.stand.settle()
    assert [one.name.latin for one in room.line("health").members] == ["Sonthong Viraphong"]
    assert room.stand.said[-1] == "Took 2 people out of the delegation; they stay on the list of people."
    assert room.page.bulk.isHidden()

    room.stand.store.undo()
    room.stand.settle()
    assert len(room.line("health").members) == 3


def test_ticked_people_take_a_role_together(room: Room) -> None:
    room.unfold("health")
    room.page.model.tick([room.ids[key].partition(":")[2] for key in ("Vilay", "Bey")], on=True)
    room.page.bulk.roled.emit(DelegationRole.DEPUTY)
    room.stand.settle()

    assert [str(one.role) for one in room.line("health").members] == ["head", "deputy", "deputy"]


def test_enter_opens_the_person(room: Room) -> None:
    room.unfold("health")
    room.go("Vilay")
    press(room.page.tree, Qt.Key.Key_Return)

    assert room.stand.went == [("people", room.ids["Vilay"].partition(":")[2])]


def test_alt_and_arrows_put_delegations_in_order_by_hand(room: Room) -> None:
    room.go("health")
    steps = room.stand.steps()
    press(room.page.tree, Qt.Key.Key_Up, ALT)
    room.stand.settle()

    assert room.stand.steps() - steps == 1
    assert room.shown() == ["Delegation of Cambodia", "Vientiane University of Health", "Champa College of Nursing"]
    assert room.page.tools.order.text().strip() == "Order: By hand"
    assert room.stand.said[-1] == "The delegations stand by hand now."
    assert room.page.tree.current_key() == room.ids["health"]


def test_members_change_places_among_those_of_their_role(room: Room) -> None:
    room.go("health")
    room.page.membership.join([room.ids["Many"].partition(":")[2]])
    room.stand.settle()
    room.unfold("health")
    room.go("Vilay")
    press(room.page.tree, Qt.Key.Key_Up, ALT)
    room.stand.settle()

    assert [one.name.latin.split()[0] for one in room.line("health").members] == ["Sonthong", "Vilay", "Many", "Bey"]


def test_one_choice_sorts_list_and_caption(room: Room) -> None:
    steps = room.stand.steps()
    room.page.tools.sorted_by.emit("pinyin")
    room.stand.settle()

    assert room.stand.steps() - steps == 1
    assert room.page.caption.words.whole() == "In order of the Chinese names in pinyin; no ranking is implied"


def test_the_caption_is_written_in_place_in_both_languages(room: Room) -> None:
    caption = room.page.caption
    caption.edit.click()
    caption.fields["zh-Hans"].setText("按报到先后排列")
    caption.fields["en"].setText("In order of arrival")
    press(caption.fields["en"], Qt.Key.Key_Return)
    room.stand.settle()
    assert caption.words.whole() == "In order of arrival"

    caption.usual.click()
    room.stand.settle()
    assert caption.words.whole() == "Countries in English alphabetical order; no ranking is implied"


def test_a_new_delegation_is_selected(room: Room) -> None:
    press(room.page, Qt.Key.Key_N, CTRL)
    card = room.page.adding
    card.country.picked.emit("TH")
    card.save.click()
    room.stand.settle()

    row = room.page.tree.current_row()
    assert row is not None
    assert (row.kind, row.country, card.isHidden()) == (RowKind.DELEGATION, "TH", True)


def test_nothing_about_a_new_delegation_is_refused_and_kept(room: Room) -> None:
    room.page.start_new()
    room.page.adding.save.click()

    assert room.stand.said[-1].startswith("A delegation needs a country, an institution or a name")
    assert not room.page.adding.isHidden()


def test_a_member_as_liaison_officer_is_refused_with_a_way_on(room: Room) -> None:
    room.go("health")
    room.page.inspector.details.liaison.chosen.emit(room.ids["Vilay"].partition(":")[2])

    assert room.stand.said[-1].startswith("Vilay Khanthavong belongs to this delegation")


def test_liaison_officers_are_offered_with_languages_and_groups(room: Room) -> None:
    room.go("nursing")
    room.page.inspector.details.missing.mended.emit("liaison")
    room.page.inspector.details.liaison.chosen.emit(room.ids["Zhou"])
    room.stand.settle()

    assert room.page.inspector.details.liaison.who.whole() == "Zhou Min · Lao, English"
    assert room.page.inspector.details.liaison.beside.text() == "1 more group"


def test_a_call_is_logged_with_the_next(room: Room) -> None:
    room.go("health")
    room.page.log_call()
    form = room.page.inspector.contacts.form
    assert form.contact.text() == "Ms Wang"
    form.text.setText("comes without spouse")
    form.next_on.setText("2026-11-20")
    form.save.click()
    room.stand.settle()

    notes = [label.text() for label in room.page.findChildren(Label, "delegationNoteText")]
    assert notes == ["comes without spouse"]
    assert form.text.text() == ""


def test_dissolving_keeps_the_people(room: Room) -> None:
    room.go("health")
    room.page.inspector.details.remove.click()
    room.stand.settle()

    assert "Vientiane University of Health" not in room.shown()
    assert room.stand.said[-1] == "Dissolved Vientiane University of Health; its people stay on the list."


def test_an_empty_forum_offers_two_ways(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = DelegationsPage(stand)
    stand.show(page)

    assert page.content.currentWidget() is page.empty
    find(page, QPushButton, "delegationsEmptyNew").click()
    assert not page.adding.isHidden()


def test_the_page_speaks_chinese(room: Room) -> None:
    room.stand.speak(room.page, "zh-Hans")
    room.unfold("health")

    assert room.shown()[:2] == ["柬埔寨", "柬埔寨代表团"]
    assert room.said(Col.MISSING, "health") == "中文名 1 · 到达 1"
    assert room.page.caption.words.whole().endswith("排名不分先后")


def test_online_members_say_so(room: Room) -> None:
    from forumplanner.actions import people  # noqa: PLC0415 - the verb of another page, here only
    from forumplanner.gui.doing import participant_id  # noqa: PLC0415 - as above

    key = participant_id(room.ids["Bey"].partition(":")[2])
    people.set_mode(room.stand.store, participants=[key], mode=Mode.ONLINE)
    room.stand.settle()
    room.unfold("health")

    assert room.said(Col.ARRIVAL, "Bey") == "Online"
    assert room.said(Col.MISSING, "health") == "Chinese name 1"


def test_links_unfold_down_to_a_member(room: Room) -> None:
    room.page.show_target(room.ids["Vilay"].partition(":")[2])

    assert room.page.tree.current_key() == room.ids["Vilay"]


def test_the_paper_of_the_chosen_delegation_is_one_press_away(room: Room) -> None:
    room.go("health")
    room.page.papers.click()

    assert room.stand.went == [("documents", f"delegation_sheet/{room.ids['health'].partition(':')[2]}")]


def test_a_delegation_is_found_from_anywhere(room: Room) -> None:
    found = [thing for thing in from_file(room.stand.store, room.stand.forum_id) if thing.kind == "delegation"]
    groups = matching(found, "cham")

    assert [(one.title, one.detail, one.page) for group in groups for one in group.shown] == [
        ("Champa College of Nursing", "Lao PDR", "delegations")
    ]
    room.page.show_target(groups[0].shown[0].target)
    assert room.page.tree.current_key() == room.ids["nursing"]


def test_the_menu_of_a_row_does_what_its_keys_do(room: Room) -> None:
    room.unfold("health")
    room.go("Vilay")
    row = room.page.tree.current_row()
    assert row is not None
    assert [key for key, _words in menu.entries(row)] == [
        "open",
        "role:head",
        "role:deputy",
        "role:member",
        "role:accompanying",
        "tick",
        "out",
        "up",
        "down",
    ]
    room.page.acting.run("role:deputy")
    room.stand.settle()
    assert str(room.line("health").members[1].role) == "deputy"

    room.page.acting.run("out")
    room.stand.settle()
    assert [one.name.latin for one in room.line("health").members] == ["Sonthong Viraphong", "Bey Sisavath"]


def test_the_institution_is_chosen_beside_the_tree(room: Room) -> None:
    room.go("cambodia")
    place = find(room.page, Picker, "delegationPlace")
    place.setFocus()
    place.asked_for.emit()  # type: ignore[attr-defined]  # of the type-ahead that asks
    press(place, Qt.Key.Key_Down)
    assert set(place.offered()) == {"Champa College of Nursing", "Vientiane University of Health"}

    place.picked.emit(room.line("nursing").institution_id)
    room.stand.settle()
    assert room.line("cambodia").institution_id == room.line("nursing").institution_id


def test_texts_stand_under_their_own_language_in_any_order(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "english.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, languages=("en", "zh-Hans"))
        made = make_delegation(db, forum, country="LA", hotel=text("翠湖宾馆", "Cuihu Hotel"))
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = DelegationsPage(stand)
    stand.show(page)
    field = page.inspector.details.hotel.field
    assert (field.side("en").text(), field.side("zh-Hans").text()) == ("Cuihu Hotel", "翠湖宾馆")

    page.inspector.details.hotel.edited.emit("zh-Hans", "云岭宾馆")
    stand.settle()
    with store.read() as db:
        assert db.get_one(Delegation, made.id).hotel.lines(("zh-Hans", "en")) == ("云岭宾馆", "Cuihu Hotel")
