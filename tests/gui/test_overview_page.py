"""The page Overview: real dates, findings with their way, numbers that lead to the rows they count."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factories import (
    DAY,
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    text,
)
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, InvitationStatus, Mode, Role, SessionKind, StepKind
from forumplanner.gui.pages.overview import OverviewPage
from forumplanner.records import Forum
from forumplanner.store import Step, StepMode, Store
from forumplanner.store.lock import user_name
from page_stand import Stand, find
from planner_file import filling_of


@dataclass
class Room:
    """The page over a small forum, thirteen days before it begins."""

    stand: Stand
    page: OverviewPage

    def press(self, name: str) -> tuple[str, str]:
        find(self.page, QPushButton, name).click()
        return self.stand.went[-1]


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(OverviewPage, "today", lambda _page: DAY - dt.timedelta(days=13))
    store = Store.create(tmp_path / "overview.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, mailbox="office@yunling.example")
        hall, small = make_room(db, forum, "报告厅", "Grand Hall"), make_room(db, forum, "小厅", "Small Hall")
        school = make_institution(db)
        guests = []
        for number, (country, category, status, mode) in enumerate(
            (
                ("CN", Category.GUEST, InvitationStatus.ACCEPTED, None),
                ("TH", Category.SPEAKER, InvitationStatus.SENT, Mode.ONLINE),
                ("TH", Category.SPEAKER, InvitationStatus.ACCEPTED, None),
                ("", Category.STAFF, None, None),
            )
        ):
            person = make_person(
                db, f"张{number}", f"Zhang {number}", country=country, title=text("教授", "Prof."), institution=school
            )
            guests.append(make_participant(db, forum, person, category, status=status, mode=mode))
        for title, en, place in (("开幕式", "Opening", hall), ("会议", "", small)):
            session = make_session(
                db, forum, title, en, start="09:00", end="10:00", kind=SessionKind.OPENING, rooms=(place,)
            )
            part = make_part(db, session, start="09:00", end="10:00")
            make_appearance(db, part, guests[0], Role.CHAIR)
            make_appearance(db, make_item(db, part, "致辞", "Address", minutes=20), guests[2])
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = OverviewPage(stand)
    stand.show(page)
    return Room(stand, page)


def test_the_days_to_go_are_counted_to_the_first_day(room: Room) -> None:
    assert (room.page.days.text(), room.page.until.text()) == ("13 days", "to the first day, 14 November")


@pytest.mark.parametrize(
    ("days", "figure", "words"),
    [(0, "Day 1", "of 1 day"), (1, "1 day", "since the last day, 14 November")],
)
def test_during_and_after_the_forum_the_figure_changes(
    room: Room, monkeypatch: pytest.MonkeyPatch, days: int, figure: str, words: str
) -> None:
    monkeypatch.setattr(OverviewPage, "today", lambda _page: DAY + dt.timedelta(days=days))

    room.page.refresh(None)

    assert (room.page.days.text(), room.page.until.text()) == (figure, words)


def test_the_line_of_dates_holds_only_what_is_recorded(room: Room) -> None:
    assert room.page.timeline.accessibleName() == "Dates: Today 1 Nov; Opening 14 Nov; 会议 14 Nov"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("category_speaker", "category:speaker"),
        ("country_TH", "country:TH"),
        ("country_none", "country:"),
        ("reply_sent", "reply:sent"),
        ("reply_none", "reply:none"),
        ("overviewWaiting", "reply:waiting"),
        ("overviewAllPeople", "all"),
    ],
)
def test_every_number_of_people_leads_to_their_rows(room: Room, name: str, target: str) -> None:
    assert room.press(name) == ("people", target)


def test_missing_texts_lead_to_the_texts_in_both_languages(room: Room) -> None:
    assert room.press("texts_missing_en") == ("languages", "missing")
    assert room.press("overviewTextsAll") == ("languages", "")


def test_one_finding_leads_to_its_place_and_many_of_a_kind_to_their_list(room: Room) -> None:
    assert room.press("attentionRow_person_overlap") == ("findings", "kind:person_overlap")
    page, target = room.press("attentionRow_translation_missing")
    assert page == "programme"
    assert len(target) == 36


def test_the_rail_the_button_and_the_status_bar_count_by_one_rule(room: Room) -> None:
    assert room.stand.badges["overview"] == (2, "danger")
    assert room.page.findings.text().strip() == "All findings · 3"
    assert room.page.facts() == "3 findings · 2 must be fixed"


def test_the_keyboard_starts_in_the_content(room: Room) -> None:
    assert room.page.first_focus() is room.page.area


def test_an_actor_is_named_only_where_there_are_several(room: Room) -> None:
    assert room.page.recent.findChildren(QLabel, "overviewStepActor") == []


def test_a_person_is_named_and_a_computers_account_is_not(room: Room) -> None:
    steps = [
        Step(2, StepMode.DO, StepKind.CREATE_FORUM, {"title": "Lake Forum"}, "Zhou", dt.datetime.now(dt.UTC)),
        Step(1, StepMode.DO, StepKind.CREATE_FORUM, {"title": "Lake Forum"}, user_name(), dt.datetime.now(dt.UTC)),
    ]

    room.page.recent.show_steps(steps)

    assert [label.text() for label in room.page.recent.findChildren(QLabel, "overviewStepActor")] == ["Zhou"]


def test_badges_of_the_rail_tell_what_must_be_fixed(room: Room) -> None:
    assert room.stand.badges["programme"] == (2, "danger")
    assert room.stand.badges["people"] == (0, "danger")
    assert room.stand.badges["overview"] == (2, "danger")


def test_the_sentence_says_its_numbers_and_is_copied(room: Room) -> None:
    room.page.sums.copy.click()

    assert (
        QGuiApplication.clipboard().text()
        == "Taking part: 3 people from 1 institution in 2 countries, 1 of them online."
    )


def test_a_change_is_counted_at_once(room: Room) -> None:
    with filling_of(room.stand.store) as db:
        make_participant(db, forum_of(room), make_person(db, "新", "New"), Category.PRESS)
    room.stand.settle()

    assert find(room.page, QPushButton, "category_press").accessibleName() == "Press 1"


def forum_of(room: Room) -> Forum:
    with room.stand.store.read() as db:
        forum = db.get(Forum, room.stand.forum_id)
    assert forum is not None
    return forum


def test_an_empty_forum_shows_no_empty_shells(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, starts_on=None, ends_on=None)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = OverviewPage(stand)
    stand.show(page)

    assert page.days.text() == "No dates"
    assert not any(card.isVisible() for card in (page.categories, page.countries, page.replies, page.sums, page.texts))
    find(page, QPushButton, "overviewStartPerson").click()
    assert stand.went == [("people", "new")]


def test_everything_speaks_the_other_language(room: Room) -> None:
    room.stand.speak(room.page, "zh-Hans")

    assert room.page.days.text() == "13 天"
    assert find(room.page, QPushButton, "category_speaker").accessibleName() == "演讲嘉宾 2"
