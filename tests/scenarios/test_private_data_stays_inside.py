"""No paper shows what is private: phones, plate numbers and private mails are searched for in every one there is."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import docx
import pypdfium2
import pytest
from sqlalchemy import select

from forumplanner import sample
from forumplanner.actions.badges import issue_badges
from forumplanner.actions.calendar import prepare
from forumplanner.actions.letters import issue_letters
from forumplanner.actions.releases import issue_release
from forumplanner.documents import PAPERS, print_paper
from forumplanner.documents.change_notice.word import change_notice_document
from forumplanner.documents.letters import LetterOptions
from forumplanner.documents.letters.word import letters_document
from forumplanner.documents.webpage import webpage
from forumplanner.domain.ids import ConsularGuestId, ForumId
from forumplanner.domain.kinds import ReleaseKind, StepKind
from forumplanner.invitations import calendar
from forumplanner.records import ConsularGuest, ConsularPost, ContactNote, Delegation, Participant, Person, Session
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store

FORUM_ID = ForumId(FORUM)
SECRETARIAT = "+999 27 0000 0100"
"""The forum's own phone is public."""

VARIANTS: dict[str, tuple[dict[str, Any], ...]] = {
    "agenda": ({"abstracts": True, "mark_all": True},),
    "badges": ({"back": True}, {"preset": "A6"}),
    "change_notice": ({"internal": True},),
    "letters": ({}, {"anew": True, "one_page": True}, {"kind": "approval_request"}),
    "guest_list": ({"variant": "public"}, {"variant": "press"}, {"variant": "inner"}),
}
"""Options with which a paper shows most; every other paper is printed as it comes."""


@dataclass
class Planted:
    """What must not be found. `crew`: phones of liaison officers and whom to ask, on papers that stay with the crew."""

    private: dict[str, str] = field(default_factory=dict)
    crew: dict[str, str] = field(default_factory=dict)

    def found_in(self, text: str, *, crew: bool = False) -> set[str]:
        """What of it a text shows, by what it is; however digits are grouped."""
        plain = squeezed(text)
        wanted = self.private if crew else {**self.private, **self.crew}
        return {what for what, value in wanted.items() if squeezed(value) in plain}


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u2009\u2060·.\-–—()+]", "", text).casefold()


@dataclass(frozen=True)
class Planning:
    """A forum with a private value in every field that has one, a release and a change after it."""

    store: Store
    planted: Planted

    def snapshot(self, code: str) -> Any:
        reading = import_module(f"forumplanner.queries.{PAPERS[code].query or code}")
        with self.store.read() as db:
            return reading.load(db, forum_id=FORUM_ID)


@pytest.fixture(scope="module")
def planning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planning]:
    folder = tmp_path_factory.mktemp("private")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forumplanner.paths.user_data", lambda: folder / "user")
        with Store.create(folder / "forum.forumplanner", actor="Lin") as store:
            sample.write(store)
            issue_badges(store, forum_id=FORUM_ID)
            issue_release(store, forum_id=FORUM_ID, name="V3", kind=ReleaseKind.FINAL)
            planted = Planted()
            with store.step(StepKind.OTHER) as db:
                plant(db, planted)
            yield Planning(store, planted)


def plant(db: Any, planted: Planted) -> None:
    """Put a value of its own into every private field of people, posts, guests, delegations and the log."""
    liaisons = set(db.scalars(select(Delegation.liaison_id)))
    serving = {one.person_id for one in db.scalars(select(Participant)) if one.id in liaisons}
    for number, person in enumerate(db.scalars(select(Person).order_by(Person.id))):
        phone, mail = f"139 7{number:03d} 86{number % 100:02d}", f"own{number}x@private.example"
        person.phone, person.emails = phone, (mail,)
        person.notes = f"家住{number}号楼private-note"
        (planted.crew if person.id in serving else planted.private)[f"phone of person {number}"] = phone
        planted.private[f"mail of person {number}"] = mail
        planted.private[f"notes of person {number}"] = person.notes
    for number, post in enumerate(db.scalars(select(ConsularPost).order_by(ConsularPost.id))):
        post.phone, post.email = f"0871 6311 55{number:02d}", f"protocol{number}@consulate.example"
        post.contact = f"Third Secretary Planted-{number}"
        for what in ("phone", "email", "contact"):
            planted.private[f"{what} of post {number}"] = getattr(post, what)
    for number, guest in enumerate(db.scalars(select(ConsularGuest).order_by(ConsularGuest.id))):
        guest.plate, guest.notes = f"使224·{number:03d}领", f"guest-remark-{number}"
        planted.private[f"plate of guest {number}"] = guest.plate
        planted.private[f"notes of guest {number}"] = guest.notes
    for number, delegation in enumerate(db.scalars(select(Delegation).order_by(Delegation.id))):
        delegation.contact = f"Ms Planted-Contact-{number}"
        planted.crew[f"contact of delegation {number}"] = delegation.contact
    for number, note in enumerate(db.scalars(select(ContactNote).order_by(ContactNote.id))):
        note.text, note.contact = f"log-line-{number}-planted", f"log-contact-{number}-planted"
        planted.private[f"note {number}"] = note.text
    for session in db.scalars(select(Session)):
        session.title = session.title.edited("en", f"{session.title.get('en')} (changed)")


def text_of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def text_of_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    around = [part for section in document.sections for part in (section.header, section.footer)]
    texts = [paragraph.text for part in around for paragraph in part.paragraphs]
    texts += [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


@pytest.mark.parametrize("code", PAPERS)
def test_no_printed_paper_shows_private_data(planning: Planning, code: str) -> None:
    snapshot = planning.snapshot(code)
    crew = code in {"delegation_sheet", "itinerary", "running_order"}

    for options in VARIANTS.get(code, ({},)):
        text = text_of_pdf(print_paper(code, snapshot, options).pdf)
        assert len(text) > 100
        assert planning.planted.found_in(text, crew=crew) == set()


def test_an_itinerary_shows_one_phone_besides_the_secretariats(planning: Planning) -> None:
    book = planning.snapshot("itinerary")

    for delegation in book.delegations:
        card = next(card for card in book.cards if card.delegation_id == delegation.id)
        text = squeezed(text_of_pdf(print_paper("itinerary", book, {"person": card.participant_id}).pdf))
        shown = [value for value in planning.planted.crew.values() if squeezed(value) in text]
        assert shown == ([card.liaison.phone] if card.liaison else [])


def web_page(planning: Planning) -> str:
    return webpage(planning.snapshot("agenda")).html.decode()


def notice_for_word(planning: Planning) -> str:
    return text_of_docx(change_notice_document(planning.snapshot("change_notice")))


def letters_for_word(planning: Planning) -> str:
    with planning.store.read() as db:
        guests = [ConsularGuestId(key) for key in db.scalars(select(ConsularGuest.id))]
    issue_letters(planning.store, forum_id=FORUM_ID, guest_ids=guests, despite="a test of privacy")
    return text_of_docx(letters_document(planning.snapshot("letters"), LetterOptions()))


def calendar_files(planning: Planning) -> str:
    book = prepare(planning.store, forum_id=FORUM_ID)
    return calendar.programme_file(book).decode().replace("\r\n ", "")


@pytest.mark.parametrize("made", [web_page, notice_for_word, letters_for_word, calendar_files])
def test_no_file_shows_private_data(planning: Planning, made: Callable[[Planning], str]) -> None:
    text = made(planning)

    assert len(text) > 100
    assert planning.planted.found_in(text) == set()


def test_the_search_finds_what_is_there(planning: Planning) -> None:
    shown = "Liaison 139-7000 (8600), 使224·000领"

    assert planning.planted.found_in(shown) == {"plate of guest 0", "phone of person 0"}
    assert squeezed(SECRETARIAT) in squeezed(text_of_pdf(print_paper("letters", planning.snapshot("letters")).pdf))
