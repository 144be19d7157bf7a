"""Letters: texts in both languages with a live look, fields put in, own words taken back; the register of letters."""

import datetime as dt
import io

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QRadioButton
from sqlalchemy import select

from forumplanner.actions.letters import issue_letter, issue_letters
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.ids import ConsularGuestId, ForumId
from forumplanner.domain.invitation_chain import comes
from forumplanner.domain.letters import preset
from forumplanner.gui.pages.documents import DocumentsPage
from forumplanner.gui.pages.letters import LettersPage
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.records import ConsularGuest, Forum, Letter
from forumplanner.sample.draft import FORUM
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless

NAMED = "letter.consular_invitation.named"


@pytest.fixture
def page(desk: Desk) -> LettersPage:
    desk.open_sample("overview")
    desk.window.go("letters", NAMED)
    shown = desk.window.stack.page()
    assert isinstance(shown, LettersPage)
    desk.until(lambda: shown.texts.first() is not None)
    desk.settle()
    return shown


def kept(desk: Desk) -> dict[str, dict[str, str]]:
    with desk.window.shell.store.read() as db:
        return db.get_one(Forum, FORUM).words or {}


def test_both_languages_stand_beside_each_other_and_read_as_they_will(desk: Desk, page: LettersPage) -> None:
    zh, en = (page.texts.pane(tag) for tag in ("zh-Hans", "en"))

    assert zh.box.toPlainText() == preset(NAMED, "zh-Hans")
    assert en.box.toPlainText() == preset(NAMED, "en")
    assert "青岚医科大学向贵馆致意，并谨邀请贵馆" in zh.look.toPlainText()
    assert "Qinglan Medical University presents its compliments to the Consulate-General" in en.look.toPlainText()
    assert "{" not in zh.look.toPlainText() + en.look.toPlainText()
    assert zh.mark.text() == "Chinese · Standard text"
    assert zh.leave.isVisible() is False


def test_what_is_written_is_kept_and_goes_back_to_the_programs_text(desk: Desk, page: LettersPage) -> None:
    pane = page.texts.pane("en")
    pane.box.setFocus()
    pane.box.selectAll()
    desk.type("Invitation, {post}")
    look = pane.look.toPlainText()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert look.startswith("Invitation, Consulate-General of ")
    assert kept(desk)[NAMED] == {"en": "Invitation, {post}"}
    assert pane.mark.text() == "English · The forum’s own text"
    desk.find(Button, "letterLeave_en").click()
    desk.settle()
    assert NAMED not in kept(desk)
    assert pane.box.toPlainText() == preset(NAMED, "en")


def test_a_field_is_put_where_somebody_wrote_last(desk: Desk, page: LettersPage) -> None:
    box = page.texts.pane("zh-Hans").box
    box.setFocus()
    box.selectAll()
    desk.type("致")
    desk.find(Combo, "letterField").picked.emit("post")

    assert box.toPlainText() == "致{post}"
    assert page.texts.pane("zh-Hans").look.toPlainText().endswith("总领事馆")


def test_a_field_that_letters_lack_is_named_while_typing_and_refused(desk: Desk, page: LettersPage) -> None:
    pane = page.texts.pane("en")
    head = desk.window.shell.store.head()
    pane.box.setFocus()
    pane.box.selectAll()
    desk.type("{gast}")

    assert pane.wrong.text() == "No field of letters: {gast}. It can’t be kept like this."
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.window.shell.store.head() == head


def test_the_request_takes_the_form_of_a_letter_and_goes_back(desk: Desk, page: LettersPage) -> None:
    page.texts.choose("letter.approval_request")
    desk.find(Button, "letterForm").click()
    desk.settle()
    zh, en = (page.texts.pane(tag) for tag in ("zh-Hans", "en"))
    rewritten = zh.look.toPlainText(), en.look.toPlainText()
    offered = desk.find(Button, "letterForm").isVisible()
    for tag in ("zh-Hans", "en"):
        desk.find(Button, f"letterLeave_{tag}").click()
    desk.settle()

    assert rewritten[0].startswith("关于商请同意邀请外国领事机构官员出席2027青岚国际卫生教育论坛")
    assert "请予研究并函复。" in rewritten[0]
    assert "We would be grateful for your reply." in rewritten[1]
    assert offered is False
    assert "letter.approval_request" not in kept(desk)


def test_short_words_need_no_look(desk: Desk, page: LettersPage) -> None:
    page.texts.choose("letter.office")
    pane = page.texts.pane("zh-Hans")
    pane.box.setFocus()
    desk.type("示例省外事办公室")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert pane.look.isVisible() is False
    assert kept(desk)["letter.office"] == {"zh-Hans": "示例省外事办公室"}


def test_the_register_lists_letters_and_opens_them_as_issued(desk: Desk, page: LettersPage) -> None:
    store = desk.window.shell.store
    page.show_target("register")
    empty = desk.find(QLabel, "letterEmptyTitle").isVisible()
    with store.read() as db:
        guest = ConsularGuestId(next(iter(db.scalars(select(ConsularGuest.id)))))
    key = issue_letter(store, forum_id=ForumId(FORUM), guest_id=guest, despite="a test")
    desk.until(page.register.isVisible)
    page.register.opened.emit(str(key))
    desk.until(lambda: desk.window.stack.key() == "documents")
    documents = desk.window.stack.page()

    assert empty is True
    assert page.facts() == "1 letter issued"
    assert isinstance(documents, DocumentsPage)
    desk.until(lambda: (made := documents.made()) is not None and made.word is not None)
    made = documents.made()
    assert made is not None
    assert (made.count, made.issuable) == (1, None)


def test_number_and_date_are_corrected_and_a_twin_is_refused(desk: Desk, page: LettersPage) -> None:
    store = desk.window.shell.store
    with store.read() as db:
        coming = (one for one in db.scalars(select(ConsularGuest)) if comes(one.status))
        guests = [ConsularGuestId(one.id) for one in coming][:2]
    keys = issue_letters(store, forum_id=ForumId(FORUM), guest_ids=guests, number="外邀〔2027〕7号", despite="a test")
    page.show_target("register")
    desk.until(page.register.isVisible)
    page.register.set_current(str(keys[1]))
    number = desk.find(Field, "correctNumber")
    shown = number.text()

    number.setText("外邀〔2027〕7号")
    desk.find(Button, "correctGo").click()
    desk.settle()
    with store.read() as db:
        twin = db.get_one(Letter, keys[1]).number
    number.setText("外邀〔2027〕18号")
    desk.find(DayField, "correctDay").setText("2027-09-05")
    desk.find(Button, "correctGo").click()
    desk.settle()

    with store.read() as db:
        letter = db.get_one(Letter, keys[1])
        assert (shown, twin, letter.number) == ("外邀〔2027〕8号", "外邀〔2027〕8号", "外邀〔2027〕18号")
        assert letter.dated == dt.date(2027, 9, 5)


def test_a_request_in_the_register_opens_as_it_was_issued(desk: Desk, page: LettersPage) -> None:
    store = desk.window.shell.store
    (key,) = issue_letters(store, forum_id=ForumId(FORUM), kind=LetterKind.APPROVAL_REQUEST)
    page.show_target("register")
    desk.until(page.register.isVisible)
    page.register.opened.emit(str(key))
    desk.until(lambda: desk.window.stack.key() == "documents")
    documents = desk.window.stack.page()

    assert isinstance(documents, DocumentsPage)
    desk.until(lambda: (made := documents.made()) is not None and "request" in made.file_name)
    assert documents.options.values()["letter"] == str(key)
    assert desk.find(QRadioButton, "option_kind_approval_request").isChecked()


def test_the_office_s_sheet_opens_with_the_order_as_it_was_issued(desk: Desk, page: LettersPage) -> None:
    store = desk.window.shell.store
    (key,) = issue_letters(store, forum_id=ForumId(FORUM), kind=LetterKind.PROTOCOL_REQUEST)
    page.show_target("register")
    desk.until(page.register.isVisible)
    page.register.opened.emit(str(key))
    desk.until(lambda: desk.window.stack.key() == "documents")
    documents = desk.window.stack.page()

    assert isinstance(documents, DocumentsPage)
    desk.until(lambda: (made := documents.made()) is not None and made.word is not None and made.issuable is None)
    made = documents.made()
    assert made is not None
    assert made.paper is not None
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.paper.pdf)).pages)
    assert "礼宾次序确认表" in text
    assert "1．" in text


@pytest.mark.parametrize("width", [1440, 1280])
def test_no_word_is_cut_in_either_language(desk: Desk, page: LettersPage, width: int) -> None:
    for language in ("en", "zh-Hans"):
        desk.window.set_language(language)
        desk.window.resize(width, 720)
        desk.settle()

        assert cut_words(page) == []
        assert low_words(page) == []
        assert nameless(page) == []
    assert isinstance(desk.window.findChild(QPlainTextEdit, "letterBox_en"), QPlainTextEdit)
