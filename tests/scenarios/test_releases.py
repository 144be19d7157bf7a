"""Releases of set K: V2 to V3 lists exactly what was changed, and a paper names a release only while it still holds."""

import datetime as dt
import io
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from forumplanner import sample
from forumplanner.actions import appearances, items, planning, sessions
from forumplanner.actions.releases import issue_release
from forumplanner.changes import compare, text_to_paste
from forumplanner.documents.agenda import AgendaOptions
from forumplanner.documents.agenda import agenda as print_agenda
from forumplanner.documents.change_notice import ChangeNoticeOptions
from forumplanner.documents.change_notice import change_notice as print_notice
from forumplanner.documents.change_notice.word import LATIN, change_notice_document
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.ids import AppearanceId, ForumId, ItemId, ParticipantId, PartId, RoomId, SessionId
from forumplanner.domain.kinds import ItemKind, Mode, ReleaseKind, Role
from forumplanner.queries import agenda, change_notice, releases
from forumplanner.records import Appearance, Forum, Item, Part, Participant, Room, Session
from forumplanner.snapshots.changes import Comparison
from forumplanner.store import Store

DAY = dt.date(2027, 10, 24)
PLAIN = AgendaOptions(cover=False, glance=False)
"""Only the day tables and the pages of the parallel forums, where everybody stands once."""


@dataclass
class Set:
    """Set K in a file, with its keys by code."""

    store: Store

    @cached_property
    def forum_id(self) -> ForumId:
        with self.store.read() as db:
            return ForumId(db.execute(select(Forum.id)).scalar_one())

    def session(self, code: str) -> SessionId:
        with self.store.read() as db:
            return SessionId(db.execute(select(Session.id).where(Session.code == code)).scalar_one())

    def talks(self, code: str) -> list[ItemId]:
        """The reports of a session, in their order."""
        rows = (
            select(Item.id)
            .join(Part, Part.id == Item.part_id)
            .join(Session, Session.id == Part.session_id)
            .where(Session.code == code, Item.kind == ItemKind.REPORT)
            .order_by(Part.position, Item.position)
        )
        with self.store.read() as db:
            return [ItemId(key) for key in db.scalars(rows)]

    def speaker(self, item: uuid.UUID) -> AppearanceId:
        with self.store.read() as db:
            key = db.scalars(select(Appearance.id).where(Appearance.item_id == item, Appearance.role == Role.SPEAKER))
            return AppearanceId(key.first() or uuid.uuid4())

    def chair(self, code: str) -> tuple[AppearanceId, PartId]:
        rows = (
            select(Appearance.id, Part.id)
            .join(Part, Part.id == Appearance.part_id)
            .join(Session, Session.id == Part.session_id)
            .where(Session.code == code)
            .order_by(Part.position)
        )
        with self.store.read() as db:
            appearance, part = db.execute(rows).first() or (uuid.uuid4(), uuid.uuid4())
            return AppearanceId(appearance), PartId(part)

    def somebody_else(self, number: int) -> appearances.Who:
        """A participant who appears nowhere."""
        with self.store.read() as db:
            seen = select(Appearance.participant_id).where(Appearance.participant_id.is_not(None))
            idle = db.scalars(select(Participant.id).where(Participant.id.not_in(seen)).order_by(Participant.id))
            return appearances.Who(ParticipantId(idle.all()[number]))

    def room(self, english: str) -> RoomId:
        with self.store.read() as db:
            return next(RoomId(room.id) for room in db.scalars(select(Room)) if room.name.get("en") == english)

    def issue(self, name: str, kind: ReleaseKind = ReleaseKind.COMMENTS, minor: tuple[str, ...] = ()) -> None:
        issue_release(self.store, forum_id=self.forum_id, name=name, kind=kind, minor=minor)

    def compared(self, old: str, new: str = "") -> Comparison:
        with self.store.read() as db:
            issues = releases.pair(db, forum_id=self.forum_id, old=old, new=new)
        return compare(issues.old.programme, issues.new.programme, minor=issues.minor)

    def footer(self) -> tuple[str, str]:
        """The release that papers name, and the one that a draft comes after."""
        with self.store.read() as db:
            edition = agenda.load(db, forum_id=self.forum_id).edition
        return edition.name, edition.after


@pytest.fixture
def k(tmp_path: Path) -> Iterator[Set]:
    with Store.create(tmp_path / "k.forumplanner", actor="Lin") as store:
        sample.write(store, 1000, talks=60, rooms=4)
        yield Set(store)


def nine_changes(k: Set) -> None:
    """What nine calls in one night ask for."""
    first = k.talks("PF-A")
    sessions.remove_session(k.store, session_id=k.session("BRIEF"))
    items.rename_item(k.store, item_id=first[1], tag="en", text="A quite different subject")
    appearances.replace_by(
        k.store, appearances=[k.speaker(first[2])], forum_id=k.forum_id, who=k.somebody_else(0), provisional=False
    )
    second = k.talks("PF-B")
    appearances.set_appearance_mode(k.store, appearance_id=k.speaker(second[0]), mode=Mode.VIDEO)
    appearances.add_appearance(k.store, place=second[1], who=k.somebody_else(1), role=Role.SPEAKER)
    items.add_item(
        k.store,
        part_id=k.chair("PF-B")[1],
        kind=ItemKind.REPORT,
        title={"zh-Hans": "新增报告", "en": "One more report"},
    )
    appearances.set_who(k.store, appearance_id=k.chair("PF-C")[0], who=k.somebody_else(2))
    sessions.put_in_room(k.store, session_id=k.session("PF-D"), room_id=k.room("Council Room"))
    planning.place_session(k.store, session_id=k.session("WORK"), day=DAY, start=17 * 60)


def mend_typing(k: Set) -> None:
    """Two slips in titles, put right."""
    for item, text in zip(k.talks("PF-C")[:2], ("Teaching at the bedside", "Learning from patients"), strict=True):
        items.rename_item(k.store, item_id=item, tag="en", text=text)


TOLD = [
    ("gone", "cancelled"),
    ("PF-A", "title"),
    ("PF-A", "person"),
    ("PF-B", "person"),
    ("PF-B", "person"),
    ("PF-B", "added"),
    ("PF-C", "chair"),
    ("PF-D", "room"),
    ("WORK", "time"),
]


def told(k: Set, comparison: Comparison) -> list[tuple[str, str]]:
    """Each change by its session's code ("gone" for one that is) and its kind."""
    with k.store.read() as db:
        codes = {str(key): code for key, code in db.execute(select(Session.id, Session.code))}
    return [
        (codes.get(group.session, "gone"), change.kind.value) for group in comparison.told() for change in group.changes
    ]


def test_v2_to_v3_lists_exactly_the_nine_changes_and_no_typing_mistake(k: Set) -> None:
    k.issue("V2")
    mend_typing(k)
    slips = tuple(change.id for change in k.compared("V2").changes())
    nine_changes(k)
    k.issue("V3", ReleaseKind.APPROVAL, minor=slips)

    comparison = k.compared("V2", "V3")

    assert len(slips) == 2
    assert sorted(told(k, comparison)) == sorted(TOLD)
    assert [change.now[1] for change in comparison.minor()] == ["Teaching at the bedside", "Learning from patients"]
    pasted = text_to_paste(comparison, old="V2", new="V3", title=("论坛", "Forum"))
    chinese, english = pasted.split("\n\n")
    assert chinese.splitlines()[:3] == [
        "【变更说明】论坛 V2 → V3",
        "▪ 10月24日 周日 译员碰头会",
        "1. 取消：10月24日 周日 13:00–13:40，301会议室",
    ]
    assert [line.partition(". ")[2] for line in english.splitlines() if line[0].isdigit()] == [
        "Cancelled: Sun 24 Oct 13:00–13:40, Room 301",
        "Title: Ten years of fever surveillance at border crossings → A quite different subject",
        (
            "People: Holding the line after malaria elimination in teaching hospitals: a mixed-methods study: "
            "Dr. JIANG Ximei → Dr. LY Ratanak"
        ),
        (
            "People: Community screening for perinatal depression: Dr. Farhana Talukder, On-site → "
            "Dr. Farhana Talukder, Video"
        ),
        "People: Mobile health and self-management of chronic disease: Prof. OUYANG Nan, Speaker",
        "Added: One more report: 16:00",
        "Chair: Environment and health First half: Dr. FANG Yan → ZHOU Zeping",
        "Room: Lecture Hall → Council Room",
        "Time: Sat 23 Oct 15:00–16:40 → Sun 24 Oct 17:00–18:40",
    ]


def test_a_cancelled_talk_moves_no_colleague(k: Set) -> None:
    k.issue("V2")

    items.remove_item(k.store, item_id=k.talks("PF-A")[2])

    assert told(k, k.compared("V2")) == [("PF-A", "cancelled")]


def test_items_that_go_along_with_their_session_are_not_told_again(k: Set) -> None:
    k.issue("V2")

    planning.place_session(k.store, session_id=k.session("PF-A"), day=DAY, start=14 * 60)

    assert told(k, k.compared("V2")) == [("PF-A", "time")]


def test_a_paper_names_a_release_only_while_the_programme_is_what_it_froze(k: Set) -> None:
    k.issue("V2")
    fresh = k.footer()
    items.rename_item(k.store, item_id=k.talks("PF-A")[0], tag="en", text="Another title")
    changed = k.footer()
    k.store.undo()

    assert (fresh, changed, k.footer()) == (("V2", ""), ("", "V2"), ("V2", ""))


def test_a_release_is_printed_as_it_was_and_can_be_taken_back(k: Set) -> None:
    with k.store.read() as db:
        before = agenda.load(db, forum_id=k.forum_id)
    k.issue("V2")
    nine_changes(k)

    with k.store.read() as db:
        key = releases.named(db, forum_id=k.forum_id, name="v2")
        frozen = agenda.load(db, forum_id=k.forum_id, release_id=key)
    assert frozen.days == before.days
    assert (frozen.edition.name, frozen.edition.kind) == ("V2", ReleaseKind.COMMENTS)
    while (step := k.store.undo()) and step.kind != "issue_release":
        pass
    with k.store.read() as db:
        assert [line.name for line in releases.listed(db, forum_id=k.forum_id) if line.kept] == []
    assert k.store.verify() == []


def test_the_agenda_marks_provisional_speakers_for_comments_and_names_them_before_printing_the_final(k: Set) -> None:
    marked, named = {}, {}
    for name, kind in (("V2", ReleaseKind.COMMENTS), ("V3", ReleaseKind.FINAL)):
        k.issue(name, kind)
        with k.store.read() as db:
            key = releases.named(db, forum_id=k.forum_id, name=name)
            paper = print_agenda(agenda.load(db, forum_id=k.forum_id, release_id=key), PLAIN)
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages)
        marked[name] = text.replace("\n", "").replace(" ", "").count("(tobeconfirmed)")
        named[name] = paper.report.count(Trouble.UNCONFIRMED)

    assert (marked, named) == ({"V2": 17 + 1, "V3": 0}, {"V2": 0, "V3": 17 + 1})  # talks, and one at the work meeting


def test_a_change_notice_tells_the_nine_changes_on_paper_and_for_word(k: Set) -> None:
    k.issue("V2")
    nine_changes(k)
    with k.store.read() as db:
        notice = change_notice.load(db, forum_id=k.forum_id)

    paper = print_notice(notice, ChangeNoticeOptions(internal=True))
    document = docx.Document(io.BytesIO(change_notice_document(notice)))

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages]
    assert len(pages) == paper.pages
    assert "V2 → 现在" in pages[0]
    assert "A quite different subject" in pages[0]
    assert "内部 INTERNAL" in pages[-1]
    numbered = [row.cells[0].text for row in document.tables[0].rows if row.cells[0].text.isdigit()]
    assert numbered == [str(number) for number in range(1, 10)]
    fonts = {run.font.name for paragraph in document.paragraphs for run in paragraph.runs}
    assert fonts == {LATIN}
    xml = document.tables[0]._tbl.xml
    assert xml.count("w:eastAsia=") == xml.count("<w:r>")
