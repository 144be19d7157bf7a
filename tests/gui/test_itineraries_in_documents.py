"""Itineraries on the page Documents: everybody's, of a delegation, of a category."""

import pypdfium2
from PySide6.QtWidgets import QLabel

from forumplanner.gui.pages.documents import DocumentsPage
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Combo
from gui_desk import Desk


def shown(desk: Desk) -> DocumentsPage:
    desk.open_sample("documents")
    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)
    page.choose("itinerary")
    return page


def cards(page: DocumentsPage) -> int:
    made = page.made()
    return made.count if made and made.file_name.startswith("qinglan-2027-itineraries") else 0


def says(words: Text) -> str:
    return words if isinstance(words, str) else words()


def text_of(page: DocumentsPage) -> str:
    made = page.made()
    assert made is not None
    assert made.paper is not None
    return "\n".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(made.paper.pdf))


def test_everybodys_cards_stand_on_the_desk(desk: Desk) -> None:
    page = shown(desk)
    desk.until(lambda: cards(page) > 100)

    assert page.preview.desk.pages() >= cards(page)


def test_a_delegation_and_a_category_narrow_them_down(desk: Desk) -> None:
    page = shown(desk)
    desk.until(lambda: cards(page) > 100)
    everybody = cards(page)

    made = page.made()
    assert made is not None
    cambodia = next(key for key, words in made.choices["delegation"] if "Cambodia" in says(words))
    desk.find(Combo, "option_delegation").picked.emit(cambodia)
    desk.until(lambda: 0 < cards(page) < everybody)
    members = cards(page)
    desk.find(Combo, "option_category").picked.emit("speaker")
    desk.until(lambda: 0 < cards(page) < members)

    assert "SOK Chantrea" in text_of(page)
    assert "Chowdhury" not in text_of(page)


def test_where_nobody_is_chosen_the_desk_says_so(desk: Desk) -> None:
    page = shown(desk)
    desk.until(lambda: cards(page) > 100)

    made = page.made()
    assert made is not None
    desk.find(Combo, "option_delegation").picked.emit(made.choices["delegation"][0][0])
    desk.find(Combo, "option_category").picked.emit("security")
    desk.until(lambda: (made := page.made()) is not None and made.paper is None)

    assert "Nobody to print an itinerary for" in [label.text() for label in page.findChildren(QLabel)]
