"""Host script: both languages beside each other, cues in place, every edit one step that undo takes back."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, CueKind, ItemKind, SessionKind, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.gui.pages.documents import DocumentsPage
from forumplanner.gui.pages.script import ScriptPage
from forumplanner.gui.pages.script.card import ItemCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.records import Appearance, Cue, Item, Participant
from forumplanner.store import Store
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless
from page_stand import Stand, find
from planner_file import filling_of

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "lake.forumplanner", actor="Lin") as made:
        yield made


@pytest.fixture
def stand(store: Store, qtbot: QtBot, dressed: QApplication) -> Stand:
    with filling_of(store) as db:
        forum = make.make_forum(db)
        gao, lan = (
            make.make_participant(db, forum, make.make_person(db, name=PersonName(zh=zh, latin=en)), Category.GUEST)
            for zh, en in (("高岚", "Gao Lan"), ("阮文安", "Nguyen Van An"))
        )
        session = make.make_session(db, forum, "开幕式", "Opening", start="09:00", kind=SessionKind.OPENING)
        part = make.make_part(db, session)
        welcome = make.make_item(db, part, "致欢迎辞", "Welcome", kind=ItemKind.WELCOME, minutes=8)
        address = make.make_item(db, part, "致辞", "Address", kind=ItemKind.ADDRESS, minutes=7, position=1)
        make.make_item(db, part, "合影", "Photo", kind=ItemKind.PHOTO, minutes=10, position=2)
        make.make_appearance(db, welcome, gao)
        make.make_appearance(db, address, lan)
        db.add(Cue(id=uuid.uuid4(), item_id=welcome.id, kind=CueKind.LIGHT, text=make.text("全亮", "Full")))
        other = make.make_session(db, forum, "闭幕式", "Closing", start="17:00", kind=SessionKind.CLOSING)
        make.make_item(db, make.make_part(db, other), "总结", "Summary", kind=ItemKind.SUMMARY)
        forum_id = ForumId(forum.id)
    return Stand(store, forum_id, qtbot)


@pytest.fixture
def page(stand: Stand) -> ScriptPage:
    made = ScriptPage(stand)
    stand.show(made)
    return made


def cards(page: ScriptPage) -> list[ItemCard]:
    return list(page.view.cards.values())


def write(stand: Stand, card: ItemCard, tag: str, text: str) -> None:
    box = card.sides[tag].box
    box.setFocus()
    box.selectAll()
    box.insertPlainText(text)
    QTest.keyClick(box, Qt.Key.Key_Return, CONTROL)
    stand.settle()


def item_of(store: Store, card: ItemCard) -> Item:
    with store.read() as db:
        return db.get_one(Item, uuid.UUID(card.item.id))


def test_the_ceremony_stands_item_by_item_with_the_templates_words(page: ScriptPage) -> None:
    first = cards(page)[0]

    assert [card.time.text() for card in cards(page)] == ["1　09:00", "2　09:08", "3　09:15"]
    assert first.sides["zh-Hans"].box.toPlainText() == "下面，有请高岚致欢迎辞，大家欢迎！"
    assert first.sides["zh-Hans"].mark.text() == "Chinese · By template"
    assert (first.title.text(), first.people.text()) == ("致欢迎辞", "Gao Lan")


def test_writing_is_one_step_that_undo_takes_back(page: ScriptPage, stand: Stand) -> None:
    card = cards(page)[0]
    steps = stand.steps()

    write(stand, card, "zh-Hans", "有请高校长！")
    written = card.sides["zh-Hans"].mark.text()
    stand.store.undo()
    stand.settle()

    assert written == "Chinese · Edited by hand"
    assert stand.steps() == steps + 2  # the edit and its undo
    assert card.sides["zh-Hans"].box.toPlainText() == "下面，有请高岚致欢迎辞，大家欢迎！"


def test_leaving_the_words_as_they_are_writes_nothing(page: ScriptPage, stand: Stand) -> None:
    steps = stand.steps()

    QTest.keyClick(cards(page)[0].sides["en"].box, Qt.Key.Key_Return, CONTROL)
    stand.settle()

    assert stand.steps() == steps
    assert item_of(stand.store, cards(page)[0]).script.lines(("zh-Hans", "en")) == ("", "")


def test_ctrl_enter_goes_to_the_next_item_in_the_same_language(page: ScriptPage, stand: Stand) -> None:
    page.activateWindow()
    write(stand, cards(page)[0], "en", "Welcome!")

    assert cards(page)[1].sides["en"].box.hasFocus()


def test_esc_puts_back_what_stood_there(page: ScriptPage, stand: Stand) -> None:
    box = cards(page)[0].sides["en"].box
    before, steps = box.toPlainText(), stand.steps()

    box.setFocus()
    box.insertPlainText("oops ")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    stand.settle()

    assert (box.toPlainText(), stand.steps()) == (before, steps)


def test_the_other_side_of_edited_words_needs_review_until_confirmed(page: ScriptPage, stand: Stand) -> None:
    card = cards(page)[0]
    for tag, text in (("zh-Hans", "有请！"), ("en", "Welcome!"), ("zh-Hans", "有请高校长！")):
        write(stand, card, tag, text)
    pending = card.sides["en"].review.isVisible()

    card.sides["en"].confirm.click()
    stand.settle()

    assert (pending, card.sides["en"].review.isVisible()) == (True, False)


def test_words_go_back_to_the_template(page: ScriptPage, stand: Stand) -> None:
    card = cards(page)[0]
    write(stand, card, "zh-Hans", "有请高校长！")

    card.sides["zh-Hans"].leave.click()
    stand.settle()

    assert card.sides["zh-Hans"].box.toPlainText() == "下面，有请高岚致欢迎辞，大家欢迎！"
    assert card.sides["zh-Hans"].leave.isVisible() is False
    assert stand.said == ["These words come from the template again"]


def test_filling_keeps_what_was_written_and_is_one_step(page: ScriptPage, stand: Stand) -> None:
    write(stand, cards(page)[0], "zh-Hans", "有请高校长！")
    steps = stand.steps()

    page.fill.click()
    stand.settle()

    assert stand.steps() == steps + 1
    assert stand.last_step() == "Wrote the host’s words for 3 items of “Opening”"
    assert item_of(stand.store, cards(page)[0]).script.get("zh-Hans") == "有请高校长！"
    assert cards(page)[1].sides["zh-Hans"].mark.text() == "Chinese · By template, kept"
    assert page.fill.isEnabled() is False


def test_a_guest_who_was_replaced_is_marked_and_the_words_stay(page: ScriptPage, stand: Stand) -> None:
    card = cards(page)[1]
    write(stand, card, "zh-Hans", "有请阮文安先生！")
    with filling_of(stand.store) as db:
        for appearance in db.query(Appearance).filter_by(item_id=uuid.UUID(card.item.id)):
            db.delete(appearance)
    stand.settle()

    assert card.stale.text() == "The words still name 阮文安"
    assert card.sides["zh-Hans"].box.toPlainText() == "有请阮文安先生！"
    assert page.facts() == "3 items · 1 needs a look"


def test_only_what_needs_a_look_can_be_shown(page: ScriptPage, stand: Stand) -> None:
    write(stand, cards(page)[2], "zh-Hans", "请高岚合影。")
    write(stand, cards(page)[0], "zh-Hans", "有请阮文安和高岚！")
    page.only.click()

    assert [card.isVisible() for card in cards(page)] == [True, False, True]
    stand.store.undo()
    stand.store.undo()
    stand.settle()
    assert page.nothing.isVisible()


def test_search_sifts_by_words_names_and_pinyin(page: ScriptPage) -> None:
    hidden = {}
    for query in ("gaolan", "合影", "nguyen", "zzz"):
        page.search.setText(query)
        hidden[query] = [card.isHidden() for card in cards(page)]

    assert hidden == {
        "gaolan": [False, True, True],
        "合影": [True, True, False],
        "nguyen": [True, False, False],
        "zzz": [True, True, True],
    }


def test_cues_are_edited_in_place(page: ScriptPage, stand: Stand) -> None:
    rows = cards(page)[0].cues
    cue = cards(page)[0].item.cues[0]
    field = rows.row(cue.id).fields["zh-Hans"]

    field.setFocus()
    field.setText("全暗")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stand.settle()
    rows.row(cue.id).kind.picked.emit("sound")
    stand.settle()

    changed = cards(page)[0].item.cues[0]
    assert (changed.kind, changed.text) == (CueKind.SOUND, ("全暗", "Full"))
    assert stand.last_step("zh-Hans") == "修改“致欢迎辞”的执行提示"


def test_a_cue_is_added_with_its_words_under_the_keys_and_removed(page: ScriptPage, stand: Stand) -> None:
    page.activateWindow()
    rows = cards(page)[1].cues
    rows.add.picked.emit("spare")
    stand.settle()
    (cue,) = cards(page)[1].item.cues
    typing = rows.row(cue.id).fields["zh-Hans"].hasFocus()

    find(rows.row(cue.id), Button, "cueRemove").click()
    stand.settle()

    assert (cue.kind, typing) == (CueKind.SPARE, True)
    assert cards(page)[1].item.cues == ()
    assert stand.said == ["Removed a cue"]


def test_cards_stay_where_they_are_while_typing_and_others_change(page: ScriptPage, stand: Stand) -> None:
    page.activateWindow()
    card = cards(page)[0]
    box = card.sides["zh-Hans"].box
    box.setFocus()
    box.insertPlainText("未写完")
    with filling_of(stand.store) as db:
        db.get_one(Item, uuid.UUID(cards(page)[1].item.id)).minutes = 20
    stand.settle()

    assert cards(page)[0] is card
    assert "未写完" in box.toPlainText()
    assert cards(page)[2].time.text() == "3　09:28"


def test_another_session_is_chosen(page: ScriptPage, stand: Stand) -> None:
    sessions = find(page, Combo, "scriptSessions")
    sessions.setCurrentIndex(1)
    sessions.picked.emit(sessions.key())
    stand.settle()

    assert [card.title.text() for card in cards(page)] == ["总结"]


def test_an_item_is_shown_by_its_key(page: ScriptPage, stand: Stand) -> None:
    page.activateWindow()
    page.show_target(cards(page)[2].item.id)
    stand.settle()

    assert cards(page)[2].sides["zh-Hans"].box.hasFocus()


def test_arrows_go_through_the_items(page: ScriptPage) -> None:
    page.activateWindow()
    cards(page)[0].sides["en"].box.setFocus()
    page.view.step(1)
    page.view.step(1)
    page.view.step(-1)

    assert cards(page)[1].sides["en"].box.hasFocus()


def test_the_papers_are_one_press_away(page: ScriptPage, stand: Stand) -> None:
    page.paper.click()
    page.cards_paper.click()

    key = find(page, Combo, "scriptSessions").key()
    assert stand.went == [("documents", f"running_order/{key}"), ("documents", f"mc_cards/{key}")]


def test_all_words_are_copied_as_clean_text(page: ScriptPage, stand: Stand) -> None:
    page.copy.click()

    assert QGuiApplication.clipboard().text().splitlines()[:5] == [
        "开幕式 Opening",
        "",
        "1. 09:00 致欢迎辞 Welcome",
        "下面，有请高岚致欢迎辞，大家欢迎！",
        "Now let us welcome Gao Lan to deliver the welcome remarks.",
    ]
    assert stand.said == ["Copied the words of 3 items"]


def test_everything_speaks_chinese_too(page: ScriptPage, stand: Stand) -> None:
    stand.speak(page, "zh-Hans")

    first = cards(page)[0]
    assert first.sides["en"].mark.text() == "英文 · 模板生成"
    assert page.facts() == "3 个议程项"
    assert first.people.text() == "高岚"


def test_an_empty_forum_says_what_to_do(store: Store, qtbot: QtBot, dressed: QApplication) -> None:
    with filling_of(store) as db:
        forum_id = ForumId(make.make_forum(db).id)
    stand = Stand(store, forum_id, qtbot)
    page = ScriptPage(stand)
    stand.show(page)

    assert page.empty.isVisible()
    assert page.paper.isVisible() is False


def test_every_control_has_a_name(page: ScriptPage) -> None:
    nameless = [
        widget.objectName()
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and not widget.accessibleName()
    ]

    assert [name for name in nameless if name not in {"", "qt_spinbox_lineedit"}] == []


def test_the_running_order_leads_to_its_words_and_back(desk: Desk) -> None:
    desk.open_sample("documents")
    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)
    page.choose("running_order")
    desk.until(lambda: (made := page.made()) is not None and made.choices)
    ceremonies = page.options.findChild(Combo, "option_session")
    assert isinstance(ceremonies, Combo)
    desk.until(lambda: ceremonies.count() > 2)
    ceremonies.setCurrentIndex(2)
    ceremonies.activated.emit(2)
    chosen = ceremonies.key()

    desk.find(Button, "optionsEdit").click()
    desk.until(lambda: desk.window.stack.key() == "script")
    script = desk.window.stack.page()
    assert isinstance(script, ScriptPage)
    desk.until(lambda: script.session() is not None)

    session = script.session()
    assert session is not None
    assert session.id == chosen
    script.paper.click()
    desk.until(lambda: desk.window.stack.key() == "documents")
    assert page.options.values()["session"] == chosen


def test_the_web_page_is_saved_and_opened(desk: Desk, tmp_path: Path) -> None:
    desk.open_sample("documents")
    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)
    page.choose("webpage")
    desk.until(lambda: (made := page.made()) is not None and made.page)
    desk.dialogs.answers.append(tmp_path / "programme.html")

    page.save()
    desk.until((tmp_path / "programme.html").is_file)
    page.browse()
    desk.until(lambda: desk.dialogs.shown)

    made = page.made()
    assert made is not None
    assert "Opening Ceremony" in page.preview.web.view.toPlainText()
    assert "<" not in page.preview.web.view.toPlainText()
    assert (tmp_path / "programme.html").read_bytes() == made.page
    assert len(made.page) <= 400_000
    assert desk.dialogs.shown[-1].read_bytes() == made.page
    assert (page.print_button.isVisible(), page.browse_button.isVisible()) == (False, True)


@pytest.mark.parametrize("tag", ["zh-Hans", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_nothing_is_cut_and_everything_is_named(desk: Desk, tag: str, size: tuple[int, int]) -> None:
    desk.open_sample("overview")
    desk.window.set_language(tag)
    desk.window.resize(*size)
    desk.window.go("script")
    page = desk.window.stack.page()
    assert isinstance(page, ScriptPage)
    desk.until(lambda: page.session() is not None)
    desk.window.go("script", list(page.view.cards)[6])
    desk.settle()

    assert (cut_words(page), low_words(page), nameless(page)) == ([], [], [])


def test_the_addresses_are_put_in_order_in_one_step(stand: Stand, page: ScriptPage) -> None:
    with stand.store.step(StepKind.OTHER) as db:
        for kind, group in ((ItemKind.WELCOME, ProtocolGroup.HOST), (ItemKind.ADDRESS, ProtocolGroup.DOMESTIC_LEADER)):
            speaker = db.query(Participant).join(Appearance).join(Item).filter(Item.kind == kind).one()
            speaker.protocol_group, speaker.protocol_level = group, ProtocolLevel.BUREAU
    stand.settle()

    QTest.mouseClick(find(page, Button, "scriptSort"), Qt.MouseButton.LeftButton)
    stand.settle()
    assert stand.said == ["2 addresses have other places now"]
    session = page.session()
    assert session is not None
    assert [item.title[1] for item in session.items] == ["Address", "Welcome", "Photo"]

    page.show_target("addresses")
    stand.settle()
    assert stand.said[1:] == ["The addresses already stand in the order that the rules of protocol propose"]


def test_a_session_without_addresses_says_why_there_is_nothing_to_order(stand: Stand, page: ScriptPage) -> None:
    closing = page.sessions.findText("Closing", Qt.MatchFlag.MatchStartsWith)
    page.sessions.setCurrentIndex(closing)
    page.sessions.activated.emit(closing)
    stand.settle()

    assert not find(page, Button, "scriptSort").isEnabled()
