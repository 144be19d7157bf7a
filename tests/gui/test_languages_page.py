"""The page Both languages: what is open, filled by keyboard, from suggestions and all at once, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import factories as make
from forumplanner.domain.ids import ForumId
from forumplanner.domain.text import LocalizedText
from forumplanner.gui.pages.languages import LanguagesPage
from forumplanner.records import ConsularGuest, ConsularPost, Forum
from forumplanner.store import Store
from page_stand import Stand, press
from planner_file import filling_of


@pytest.fixture
def stand(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    """A forum with a gap that its own file can fill, one that nobody can, and a title due for review."""
    with Store.create(tmp_path / "languages.forumplanner", actor="Lin") as store:
        with filling_of(store) as db:
            forum = make.make_forum(db)
            session = make.make_session(db, forum, "开幕", "Opening", start="09:00", end="10:00")
            session.title = session.title.edited("zh-Hans", "开幕式")
            part = make.make_part(db, session)
            make.make_item(db, part, "区域协作", "Regional cooperation", position=0)
            make.make_item(db, part, "区域协作", position=1)
            make.make_item(db, part, "流域水质", position=2)
            person = make.make_person(db, "沈砚秋", "Shen Yanqiu", title=LocalizedText.of(zh_Hans="院长"))
            make.make_participant(db, forum, person)
            forum_id = ForumId(forum.id)
        yield Stand(store, forum_id, qtbot)


@pytest.fixture
def page(stand: Stand) -> LanguagesPage:
    shown = LanguagesPage(stand)
    stand.show(shown)
    return shown


def listed(page: LanguagesPage) -> list[tuple[str, str]]:
    """The texts of the list, Chinese and English."""
    return [(gap.text.side(0), gap.text.side(1)) for gap in page.model.shown()]


def test_gaps_stand_in_the_order_of_the_programme_and_are_counted(page: LanguagesPage) -> None:
    assert listed(page) == [("开幕式", "Opening"), ("区域协作", ""), ("流域水质", ""), ("院长", "")]
    assert page.facts() == "4 of 8 texts in order"
    assert page.take_all.text().strip() == "Take 2 suggestions"


def test_a_meter_shows_its_kind_and_shows_all_when_pressed_again(page: LanguagesPage) -> None:
    page.meters.meters["post"].button.click()
    assert listed(page) == [("院长", "")]

    page.meters.meters["post"].button.click()
    assert len(listed(page)) == 4


def test_states_and_search_narrow_the_list(page: LanguagesPage) -> None:
    page.states.button("review").click()
    assert listed(page) == [("开幕式", "Opening")]

    page.states.button("missing").click()
    page.search.setText("lysz")
    assert listed(page) == [("流域水质", "")]


def test_enter_leads_to_the_empty_side_and_the_next_gap_follows(stand: Stand, page: LanguagesPage) -> None:
    page.table.set_current(page.model.id_at(2))
    press(page.table, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is page.editor.field.side("en")

    QTest.keyClicks(field, "Water quality")
    press(field, Qt.Key.Key_Return)
    stand.settle()

    assert listed(page) == [("开幕式", "Opening"), ("区域协作", ""), ("院长", "")]
    assert stand.last_step() == "Wrote “Water quality” in English"
    current = page.current()
    assert current is not None
    assert current.text.side(0) == "院长"


def test_a_suggestion_is_taken_by_its_key(stand: Stand, page: LanguagesPage) -> None:
    page.table.set_current(page.model.id_at(1))

    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stand.settle()

    assert ("区域协作", "") not in listed(page)
    assert stand.said == ["Filled 1 gap."]


def test_all_suggestions_and_all_confirmations_are_one_step_each(stand: Stand, page: LanguagesPage) -> None:
    before = stand.steps()

    page.take_all.click()
    stand.settle()
    page.confirm_all.click()
    stand.settle()

    assert (listed(page), stand.steps()) == ([("流域水质", "")], before + 2)
    stand.store.undo()
    stand.store.undo()
    stand.settle()
    assert len(listed(page)) == 4


def test_a_forum_without_gaps_says_so(stand: Stand, page: LanguagesPage) -> None:
    page.take_all.click()
    stand.settle()
    page.confirm_all.click()
    stand.settle()
    page.editor.field.edited.emit("en", "Water quality")
    stand.settle()

    assert page.content.currentWidget() is page.whole
    assert page.facts() == "8 of 8 texts in order"


def test_the_way_to_the_place(stand: Stand, page: LanguagesPage) -> None:
    page.table.set_current(page.model.id_at(2))

    page.editor.show_place.click()

    current = page.current()
    assert current is not None
    assert stand.went == [("programme", current.target)]


def test_kinds_are_named_in_the_readers_language(stand: Stand, page: LanguagesPage) -> None:
    stand.speak(page, "zh-Hans")

    assert page.facts() == "8处文字中4处齐全"
    assert page.model.data(page.model.index(3, 0)) == "标题 · 沈砚秋"


def test_texts_of_guests_are_listed_and_lead_to_the_guest(stand: Stand, page: LanguagesPage) -> None:
    with filling_of(stand.store) as db:
        post = ConsularPost(country="LA", name=LocalizedText.of(zh_Hans="老挝总领事馆"))
        db.add(post)
        db.flush()
        guest = ConsularGuest(forum_id=stand.forum_id, consular_post_id=post.id)
        db.add(guest)
        db.flush()
        guest_id = str(guest.id)
    page.refresh(None)
    stand.settle()

    page.meters.meters["consular_post"].button.click()

    assert listed(page) == [("老挝总领事馆", "")]
    page.editor.show_place.click()
    assert stand.went == [("guests", guest_id)]


def test_a_text_of_several_lines_is_written_where_it_stands(stand: Stand, page: LanguagesPage) -> None:
    code = "letter.consular_invitation"
    with filling_of(stand.store) as db:
        db.get_one(Forum, stand.forum_id).words = {code: {"zh-Hans": "邀请函\n\n敬请出席。"}}
    page.refresh(None)
    stand.settle()

    page.meters.meters["letter"].button.click()
    assert page.model.data(page.model.index(0, 1)) == "邀请函 敬请出席。"
    assert [page.editor.field.side(tag).isReadOnly() for tag in ("zh-Hans", "en")] == [True, True]
    press(page.table, Qt.Key.Key_Return)
    assert stand.went == [("letters", code)]

    page.editor.field.confirmed.emit("en")
    stand.settle()
    assert page.content.currentWidget() is page.nothing
