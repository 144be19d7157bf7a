"""The page of organisers and the alliance as a secretary uses it: list, order, admit, name, take over, copy."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_organiser,
    make_part,
    make_participant,
    make_person,
    make_session,
    make_track,
)
from forumplanner.actions import alliance
from forumplanner.actions.alliance import Circumstances
from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.ids import ForumId, InstitutionId
from forumplanner.domain.kinds import ItemKind, OrganiserRole, Role, Standing
from forumplanner.gui.pages.alliance import AlliancePage
from forumplanner.gui.pages.alliance.agreements import AgreementsRegister
from forumplanner.gui.pages.alliance.appointments import AppointmentsRegister
from forumplanner.gui.pages.alliance.logo import HEIGHT as LOGO_HEIGHT
from forumplanner.gui.pages.alliance.members import MembersRegister
from forumplanner.gui.pages.alliance.offices import OfficesRegister
from forumplanner.gui.pages.alliance.organisers import OrganisersRegister
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.picker import Picker
from forumplanner.records import Institution
from forumplanner.store import Store
from page_stand import Stand, find, press
from planner_file import filling_of


@dataclass
class Room:
    """The page over two hosts, an alliance of five and a programme with ceremonies."""

    stand: Stand
    page: AlliancePage
    places: dict[str, str]

    def open(self, tab: str) -> None:
        self.page.show_target(tab)
        self.stand.settle()

    @property
    def organisers(self) -> OrganisersRegister:
        assert isinstance(self.page.register, OrganisersRegister)
        return self.page.register

    @property
    def members(self) -> MembersRegister:
        self.open("members")
        assert isinstance(self.page.register, MembersRegister)
        return self.page.register

    def ranks(self) -> list[tuple[str, str]]:
        return [(str(row.role), row.institution.name.side(1)) for row in self.page.register.model.shown()]

    def facts(self) -> str:
        return self.page.head.facts.whole()

    def pick(self, name: str, words: str) -> None:
        """Type into a picker and take the first hit."""
        field = find(self.page, Picker, name)
        field.setFocus()
        field.setText(words)
        field.textEdited.emit(words)
        field.setModified(True)
        press(field, Qt.Key.Key_Return)
        self.stand.settle()

    def click(self, name: str) -> None:
        find(self.page, QPushButton, name).click()
        self.stand.settle()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "alliance.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
        make_track(db, forum, "A", position=0)
        names = (("甲大学", "Alpha"), ("乙大学", "Beta"), ("丙大学", "Gamma"))
        places = {en: make_institution(db, zh, en) for zh, en in names}
        make_organiser(db, forum, places["Alpha"], position=0)
        make_organiser(db, forum, places["Beta"], position=1)
        person = make_person(db, "李平", "Li Ping", institution=places["Alpha"])
        li = make_participant(db, forum, person)
        part = make_part(db, make_session(db, forum, start="09:00"))
        signing = make_item(db, part, "签约", "Signing", kind=ItemKind.SIGNING)
        make_appearance(db, signing, institution=places["Alpha"], role=Role.SIGNATORY, position=0)
        make_appearance(db, signing, institution=places["Beta"], role=Role.SIGNATORY, position=1)
        letter = make_item(db, part, "颁发聘书", "Letters", kind=ItemKind.APPOINTMENT, position=1)
        make_appearance(db, letter, li, role=Role.RECIPIENT)
        keys = {name: str(place.id) for name, place in places.items()}
        forum_id = ForumId(forum.id)
    founded = Circumstances(day=dt.date(2018, 10, 20))
    alliance.count_unnamed(store, number=4, standing=Standing.FOUNDING_MEMBER, at=founded)
    stand = Stand(store, forum_id, qtbot)
    page = AlliancePage(stand)
    stand.show(page)
    return Room(stand, page, keys)


def test_organisers_stand_by_rank_and_are_moved_by_the_keyboard(room: Room) -> None:
    assert room.ranks() == [("host", "Alpha"), ("host", "Beta")]
    assert room.facts() == "2 organisers"
    table = room.organisers.table
    table.set_current(room.organisers.model.id_at(1))

    room.organisers.move_current(-1)
    room.stand.settle()

    assert room.ranks() == [("host", "Beta"), ("host", "Alpha")]
    assert room.organisers.current() is not None
    table.setFocus()
    press(table, Qt.Key.Key_Delete)
    room.stand.settle()
    assert room.ranks() == [("host", "Alpha")]
    assert room.stand.said == ["Taken off the organisers: Beta"]


def test_a_new_organiser_is_found_while_typing_or_made(room: Room) -> None:
    room.organisers.start_new()
    find(room.page, Combo, "organiserNewRole").choose(str(OrganiserRole.SUPPORTER))
    room.pick("organiserNewPlace", "gam")
    room.click("organiserNewSave")
    room.pick("organiserNewPlace", "Delta College")
    room.click("organiserNewSave")

    assert room.ranks()[2:] == [("supporter", "Gamma"), ("supporter", "Delta College")]
    assert room.facts() == "4 organisers"


def test_the_same_rank_twice_is_said_in_the_card_and_nothing_is_lost(room: Room) -> None:
    room.organisers.start_new()
    find(room.page, Combo, "organiserNewRole").choose(str(OrganiserRole.HOST))
    room.pick("organiserNewPlace", "alpha")
    room.click("organiserNewSave")

    assert room.organisers.adding.refused.text() == (
        "Alpha is listed under “Hosted by” already. Choose another rank, or leave it as it stands."
    )
    assert room.organisers.place.text() == "Alpha"
    assert room.ranks() == [("host", "Alpha"), ("host", "Beta")]


def test_a_host_is_no_sponsor(room: Room) -> None:
    details = room.organisers.details

    details.worded.emit("en", "Sponsors")
    room.stand.settle()

    assert details.money.isVisibleTo(details)
    assert details.money.text().startswith("“Sponsor” means whoever pays.")
    assert room.page.register.model.data(room.page.register.model.index(0, 1)) == "Sponsors"
    room.click("organiserUsual")
    assert not details.money.isVisibleTo(details)


def test_organisers_are_copied_as_a_sentence_in_both_languages(room: Room) -> None:
    room.click("allianceSentence")

    assert QGuiApplication.clipboard().text() == "主办单位：甲大学和乙大学\nHosted by Alpha and Beta"


def test_members_are_counted_on_any_day_and_named_one_by_one(room: Room) -> None:
    members = room.members
    assert room.facts() == "4 members: 4 founding, 0 admitted since"

    room.pick("entryWhom", "beta")
    assert room.facts() == "4 members: 4 founding, 0 admitted since"
    assert [(line.name.side(1), line.number) for line in members.whole.lines] == [("Beta", 1), ("", 3)]

    members.on.setText("2017-01-01")
    members.on.editingFinished.emit()
    room.stand.settle()
    assert room.facts() == "0 members: 0 founding, 0 admitted since · on 2017-01-01"


def test_an_admission_is_entered_and_a_second_one_is_refused_in_the_card(room: Room) -> None:
    members = room.members
    for _turn in range(2):
        members.start_new()
        room.pick("entryNewWhom", "gamma")
        members.card.when.setText("2020")
        room.click("entryNewSave")

    assert room.facts() == "5 members: 4 founding, 1 admitted since"
    assert members.card.refused.text().startswith("Gamma belongs to the alliance already (since 2020).")
    assert (members.card.whom.text(), members.card.when.text()) == ("Gamma", "2020")
    assert room.stand.last_step() == "Admitted to the alliance: Gamma"


def test_the_enumeration_speaks_of_one_total_in_both_languages(room: Room) -> None:
    members = room.members
    alliance.admit(room.stand.store, institution_id=InstitutionId(UUID(room.places["Alpha"])))
    alliance.admit(room.stand.store, institution_id=InstitutionId(UUID(room.places["Beta"])))
    room.stand.settle()

    assert members.sentence() == "甲大学、乙大学等6家\nAlpha, Beta and 4 others"


def test_two_chairs_at_once_are_said_and_one_follows_the_other(room: Room) -> None:
    room.open("offices")
    register = room.page.register
    assert isinstance(register, OfficesRegister)
    for name, since in (("alpha", "2018-10-20"), ("beta", "2022-09-24")):
        register.start_new()
        register.office.choose(str(AllianceOffice.CHAIR_INSTITUTION))
        room.pick("officeNewHolder", name)
        register.since.setText(since)
        room.click("officeNewSave")

    assert [register.model.data(register.model.index(row, 4)) for row in (0, 1)] == ["two at once", "two at once"]
    assert register.details.clash.isVisibleTo(register.details)

    room.click("officeFollow")

    assert [(line.institution.side(1), str(line.until or "")) for line in register.whole.lines] == [
        ("Beta", ""),
        ("Alpha", "2022-09-23"),
    ]
    assert not register.details.clash.isVisibleTo(register.details)


def test_a_term_that_ends_before_it_begins_is_said_and_the_old_one_stays(room: Room) -> None:
    room.open("offices")
    register = room.page.register
    assert isinstance(register, OfficesRegister)
    register.start_new()
    room.pick("officeNewHolder", "li ping")
    register.since.setText("2022-09-24")
    register.until.setText("2020-01-01")
    room.click("officeNewSave")

    assert register.adding.refused.text().startswith("The term would end on Wednesday, 1 January 2020")
    assert register.holder.text() == "Li Ping"
    assert register.whole.lines == ()


def test_what_the_programme_says_is_shown_and_taken_in_one_step(room: Room) -> None:
    room.open("agreements")
    register = room.page.register
    assert isinstance(register, AgreementsRegister)
    steps = room.stand.steps()
    assert register.taking.isVisibleTo(room.page)
    assert [tick.text() for tick in register.taking.findChildren(QCheckBox)] == [
        "Signing · Alpha, Beta · 2026-11-14",
    ]

    find(register.taking, QPushButton, "takeAll").click()
    room.stand.settle()

    assert room.stand.steps() == steps + 1
    assert not register.taking.isVisibleTo(room.page)
    assert [register.model.data(register.model.index(0, column)) for column in (1, 2)] == ["Signing", "Alpha, Beta"]
    assert register.sentence() == "甲大学和乙大学\nAlpha and Beta"


def test_an_appointment_gets_its_number_and_its_tick(room: Room) -> None:
    room.open("appointments")
    register = room.page.register
    assert isinstance(register, AppointmentsRegister)
    find(register.taking, QPushButton, "takeAll").click()
    room.stand.settle()
    assert [line.number for line in register.whole.lines] == ["证字第2026-0001号"]

    room.click("appointmentGiven")
    assert room.facts() == "1 entry · 1 presented"

    register.details.number.setText("")
    register.details.number.editingFinished.emit()
    room.stand.settle()
    assert register.faults.title.text() == "1 entry has no number."
    find(register.faults, QPushButton, "appointmentsNumber").click()
    room.stand.settle()
    assert not register.faults.isVisibleTo(room.page)


def test_the_page_speaks_the_other_language_at_once(room: Room) -> None:
    room.stand.speak(room.page, "zh-Hans")
    assert room.facts() == "组织单位 2 家"
    assert room.page.register.model.data(room.page.register.model.index(0, 1)) == "主办单位"
    assert room.page.register.model.data(room.page.register.model.index(0, 2)) == "甲大学"
    room.members  # noqa: B018 - opens the tab
    assert room.facts() == "成员 4 家：创始 4 家，其后接纳 0 家"
    room.stand.speak(room.page, "en")


def test_an_empty_register_says_what_it_will_hold(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum_id = ForumId(make_forum(db).id)
    stand = Stand(store, forum_id, qtbot)
    page = AlliancePage(stand)
    stand.show(page)

    for tab in ("organisers", "members", "offices", "agreements", "appointments"):
        page.show_target(tab)
        stand.settle()
        assert page.register.content.currentWidget() is page.register.empty
        assert page.register.empty.text.text()


def test_a_link_opens_a_tab_and_the_card_for_something_new(room: Room) -> None:
    room.open("offices:new")

    assert room.page.tabs.choice() == "offices"
    assert room.page.register.adding.isVisibleTo(room.page)
    press(room.page.register.adding, Qt.Key.Key_Escape)
    assert not room.page.register.adding.isVisibleTo(room.page)


def test_a_standing_that_a_file_brought_is_asked_about(room: Room) -> None:
    members = room.members
    place = InstitutionId(UUID(room.places["Alpha"]))
    alliance.admit(room.stand.store, institution_id=place)
    with filling_of(room.stand.store) as db:
        row = db.get(Institution, place)
        assert row is not None
        row.standing = Standing.OBSERVER
    room.stand.settle()
    assert members.differing.banner.title.text() == (
        "Alpha: the directory says Observer institution, the ledger Member institution."
    )

    room.click("differingKeep")

    assert not members.differing.isVisibleTo(room.page)
    assert room.facts() == "5 members: 4 founding, 1 admitted since"


def test_the_keyboard_moves_opens_and_changes_tabs(room: Room) -> None:
    table = room.organisers.table
    room.page.activateWindow()
    table.setFocus()
    table.set_current(room.organisers.model.id_at(1))
    shortcuts = {shortcut.key().toString(): shortcut for shortcut in room.page.findChildren(QShortcut)}

    shortcuts["Alt+Up"].activated.emit()
    room.stand.settle()
    assert room.ranks() == [("host", "Beta"), ("host", "Alpha")]
    shortcuts["Ctrl+Tab"].activated.emit()
    assert room.page.tabs.choice() == "members"
    shortcuts["Ctrl+N"].activated.emit()
    assert room.page.register.adding.isVisibleTo(room.page)
    shortcuts["Ctrl+Shift+Tab"].activated.emit()
    press(room.page.register.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is room.organisers.details.role


def test_an_institution_is_edited_and_its_country_is_read_in_any_language(room: Room) -> None:
    form = room.organisers.details.institution
    form.country.setText("泰国")
    form.country.editingFinished.emit()
    room.stand.settle()
    assert room.organisers.whole.lines[0].institution.country == "TH"

    form.country.setText("Nowhere")
    form.country.editingFinished.emit()
    assert form.country.property("wrong") is True
    form.name.edited.emit("en", "Alpha University")
    room.stand.settle()
    assert room.ranks()[0] == ("host", "Alpha University")
    form.parent_place.picked.emit(room.places["Alpha"])
    room.stand.settle()
    assert room.stand.said[-1] == "An institution can't belong to itself. Choose another one above it, or none."


def test_a_logo_is_chosen_shown_and_taken_away(room: Room, tmp_path: Path) -> None:
    picture = QImage(120, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    path = tmp_path / "logo.png"
    assert picture.save(str(path))
    room.stand.dialogs.answers.append(path)
    row = room.organisers.details.institution.logo

    row.choose.click()
    room.stand.settle()
    assert row.picture.isVisibleTo(row)
    assert row.picture.pixmap().height() == LOGO_HEIGHT

    row.away.click()
    room.stand.settle()
    assert not row.picture.isVisibleTo(row)


def test_what_is_being_typed_stays_while_the_list_is_read_again(room: Room) -> None:
    room.open("agreements")
    register = room.page.register
    assert isinstance(register, AgreementsRegister)
    find(register.taking, QPushButton, "takeAll").click()
    room.stand.settle()
    field = register.details.number
    room.page.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "No. 7")

    alliance.admit(room.stand.store, institution_id=InstitutionId(UUID(room.places["Gamma"])))
    register.load(None)
    room.stand.settle()
    assert field.text() == "No. 7"

    press(field, Qt.Key.Key_Return)
    room.stand.settle()
    assert [line.number for line in register.whole.lines] == ["No. 7"]


def test_a_party_twice_is_said_and_the_agreement_stays(room: Room) -> None:
    room.open("agreements")
    register = room.page.register
    assert isinstance(register, AgreementsRegister)
    find(register.taking, QPushButton, "takeAll").click()
    room.stand.settle()

    room.pick("agreementMore", "alpha")

    assert room.stand.said[-1] == ("Alpha is a party already. Choose another institution, or leave it as it stands.")
    assert len(register.whole.lines[0].parties) == 2


def test_a_register_is_copied_as_a_table_and_as_text(room: Room) -> None:
    shortcuts = {shortcut.key().toString(): shortcut for shortcut in room.page.findChildren(QShortcut)}

    shortcuts["Ctrl+C"].activated.emit()
    table = QGuiApplication.clipboard().text()
    shortcuts["Ctrl+Shift+C"].activated.emit()

    assert table.splitlines() == [
        "Organises\tRank\tInstitution\tChinese\tShort name",
        "Forum\tHosted by\tAlpha\t甲大学\t",
        "Forum\tHosted by\tBeta\t乙大学\t",
    ]
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Forum · Hosted by · Alpha · 甲大学"
    assert room.stand.said == ["Copied 2 lines.", "Copied 2 lines."]


def test_a_forum_with_another_pair_of_languages_gets_fields_of_its_own(room: Room) -> None:
    with filling_of(room.stand.store) as db:
        other = make_forum(db, languages=("en", "fr"))
        make_organiser(db, other, make_institution(db, "", "Delta College"))
        key = str(other.id)
    room.stand.choose_forum(key)
    room.page.refresh(None)
    room.stand.settle()

    assert room.ranks() == [("host", "")]
    assert list(room.organisers.details.institution.name._sides) == ["en", "fr"]
    assert room.organisers.sentence() == "Hosted by Delta College"
