"""Letters in the window: looked at before the approval, saved and printed only after it or with a kept reason."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from forumplanner.domain.history import sentence
from forumplanner.gui.pages.documents import DocumentsPage
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.records import ConsularGuest, Letter
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless
from unapproved import forget_approvals


@pytest.fixture
def page(desk: Desk) -> DocumentsPage:
    desk.open_sample("documents")
    shown = desk.window.stack.page()
    assert isinstance(shown, DocumentsPage)
    choose(desk, shown, "letters")
    before = shown.made()
    forget_approvals(desk.window.shell.store)
    desk.until(lambda: shown.made() is not before)
    desk.settle()
    return shown


def guests(desk: Desk) -> int:
    with desk.window.shell.store.read() as db:
        return db.query(ConsularGuest).count()


def choose(desk: Desk, page: DocumentsPage, key: str, about: str = "") -> None:
    before = page.made()
    page.choose(key, about)
    desk.until(lambda: page.made() is not None and page.made() is not before)


def letters_kept(desk: Desk) -> list[Letter]:
    with desk.window.shell.store.read() as db:
        return list(db.query(Letter).order_by(Letter.position))


@pytest.mark.parametrize("way", ["savePdf", "printPaper", "saveWord"])
def test_before_the_approval_every_way_out_asks_for_the_reason(
    desk: Desk, page: DocumentsPage, tmp_path: Path, way: str
) -> None:
    desk.dialogs.answers.append(tmp_path / "letter")
    desk.find(Button, way).click()
    desk.settle()

    assert page.gate.panel.isVisible()
    assert page.gate.panel.why.text().startswith("The approval to invite Consulate-General of the Lao PDR in Kunming, ")
    assert (desk.dialogs.asked, desk.dialogs.printed, list(tmp_path.iterdir())) == ([], [], [])
    assert letters_kept(desk) == []


def test_without_a_reason_nothing_is_issued(desk: Desk, page: DocumentsPage) -> None:
    desk.find(Button, "issueLetter").click()
    desk.find(Button, "issuingGo").click()
    desk.settle()

    assert desk.find(Field, "issuingReason").toolTip() == "Say why the letter goes before the approval."
    assert desk.find(Button, "issueLetter").text().strip() == "Approval not recorded…"
    assert letters_kept(desk) == []


def test_a_reason_issues_the_letters_and_stands_in_the_history(desk: Desk, page: DocumentsPage, tmp_path: Path) -> None:
    desk.find(Button, "printPaper").click()
    desk.type("Agreed by phone with the office")
    desk.find(Field, "issuingDay").setText("2027-09-03")
    before = page.made()
    desk.find(Button, "issuingGo").click()
    desk.until(lambda: page.made() is not before and page.made() is not None)

    kept = letters_kept(desk)
    assert [letter.number for letter in kept] == [f"外邀〔2027〕{n}号" for n in range(1, guests(desk) + 1)]
    assert {letter.despite for letter in kept} == {"Agreed by phone with the office"}
    step = desk.window.shell.store.history()[0]
    assert sentence(step.kind, step.values, "en").endswith("recorded: Agreed by phone with the office")
    desk.dialogs.answers.append(tmp_path / "letters.pdf")
    page.save()
    desk.until((tmp_path / "letters.pdf").is_file)
    page.print()
    assert len(desk.dialogs.printed) == 1
    assert page.gate.issue.isVisible() is False


@pytest.mark.parametrize("other", ["calendars", "webpage"])
def test_what_lay_on_the_desk_before_is_not_printed_from_another_paper(
    desk: Desk, page: DocumentsPage, other: str
) -> None:
    page.choose(other)
    page.print()
    desk.settle()
    page.print()

    assert desk.dialogs.printed == []


def test_the_panel_asks_about_the_letters_that_lie_there_now(desk: Desk, page: DocumentsPage) -> None:
    page.gate.ask()
    desk.type("About all of them")
    combo = desk.find(Combo, "option_letter")
    before = page.made()
    combo.picked.emit(combo.itemData(2))
    desk.until(lambda: page.made() is not before)

    assert desk.find(QLabel, "issuingTitle").text() == "Issue 1 letter"
    assert desk.find(Field, "issuingReason").text() == ""


def test_one_letter_is_chosen_and_looked_at(desk: Desk, page: DocumentsPage) -> None:
    combo = desk.find(Combo, "option_letter")
    names = [combo.itemText(n) for n in range(combo.count())]
    key = combo.itemData(2)
    choose(desk, page, "letters", key)
    made = page.made()

    assert names[:3] == [
        "All of them",
        "Consulate-General of the Lao PDR in Kunming",
        "Consulate-General of Thailand in Kunming",
    ]
    assert len(names) == guests(desk) + 1
    assert made is not None
    assert made.paper is not None
    assert (made.count, made.paper.pages, made.file_name) == (1, 2, "qinglan-2027-letter-G-TH.pdf")


def test_the_request_needs_no_approval(desk: Desk, page: DocumentsPage, tmp_path: Path) -> None:
    before = page.made()
    desk.find(QRadioButton, "option_kind_approval_request").click()
    desk.until(lambda: page.made() is not before)
    desk.dialogs.answers.append(tmp_path / "request.docx")
    page.gate.save_word()
    desk.until((tmp_path / "request.docx").is_file)

    assert desk.find(Button, "issueLetter").text().strip() == "Issue…"


@pytest.mark.parametrize("key", ["guest_list", "office_sheet"])
def test_lists_are_made_and_free_to_go(desk: Desk, page: DocumentsPage, key: str) -> None:
    choose(desk, page, key)

    made = page.made()
    assert made is not None
    assert made.paper is not None
    assert made.is_held is False


def test_no_word_is_cut_on_the_panel(desk: Desk, page: DocumentsPage) -> None:
    page.gate.ask()
    for language in ("en", "zh-Hans"):
        desk.window.set_language(language)
        desk.window.resize(1280, 720)
        desk.settle()

        assert cut_words(page.gate.panel) == []
        assert low_words(page.gate.panel) == []
        assert nameless(page.gate.panel) == []
    assert desk.find(QLabel, "issuingTitle").text() == f"发出 {guests(desk)} 封函件"
