"""The details of the programme as a secretary uses them: inside and back, both languages, people, ceremonies."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_room,
    make_session,
    text,
)
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Interpretation, ItemKind, Mode, Role, SessionKind, StepKind
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.inspector import ProgrammeInspector, spoken
from forumplanner.gui.pages.programme.inspector.appearing import ORGANISATION, AppearanceList
from forumplanner.gui.pages.programme.inspector.found import FoundCards, WayButton
from forumplanner.gui.pages.programme.inspector.replacing import ReplaceCard
from forumplanner.gui.pages.programme.inspector.texts import TextBox
from forumplanner.gui.widgets.buttons import Button
from forumplanner.queries import people, programme
from forumplanner.records import Forum, Item, Part, Participant
from forumplanner.snapshots.programme import AppearanceLine, ItemLine, Programme, SessionLine
from forumplanner.store import Store
from gui_walking import cut_words, nameless
from page_stand import Stand, find, press
from planner_file import filling_of

PARALLEL = SessionKind.PARALLEL
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@dataclass
class Details:
    """The page over a forum with a parallel forum of two halves, a panel and a signing."""

    stand: Stand
    page: ProgrammePage
    ids: dict[str, str]

    @property
    def inspector(self) -> ProgrammeInspector:
        return self.page.inspector

    def programme(self) -> Programme:
        with self.stand.store.read() as db:
            return programme.load(db, forum_id=self.stand.forum_id)

    def session(self) -> SessionLine:
        return next(one for one in self.programme().sessions if one.id == self.ids["session"])

    def item(self, name: str) -> ItemLine:
        items = (item for part in self.session().parts for item in part.items)
        return next(item for item in items if item.id == self.ids[name])

    def open(self, name: str) -> None:
        """Select the session on the page and turn to something inside it."""
        self.page.reveal(f"session:{self.ids['session']}")
        self.inspector.turn_to(f"{'part' if name in {'first', 'second'} else 'item'}:{self.ids[name]}")

    def chosen(self) -> str:
        row = self.inspector.row()
        return row.key.partition(":")[2] if row else ""

    def people(self, name: str) -> list[AppearanceLine]:
        return list(self.item(name).people)

    def write(self, widget: QLineEdit | TextBox, words: str) -> None:
        """Type into a box or field and leave it."""
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, words)
        press(widget, Qt.Key.Key_Return)
        self.stand.settle()


@pytest.fixture
def details(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Details:
    store = Store.create(tmp_path / "details.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
        hall, small = (make_room(db, forum, f"厅{n}", f"Hall {n}", position=n) for n in (1, 2))
        university = make_institution(db)
        shen = make_person(db, "沈怀瑾", "Shen Huaijin", title=text("院长", "Dean"), institution=university)
        make_post(db, shen, title=text("理事长", "Chair of the Alliance"), position=1)
        chair = make_participant(db, forum, shen)
        rahman = make_participant(db, forum, make_person(db, "拉赫曼", "Samina Rahman"), mode=Mode.ONLINE)
        make_participant(db, forum, make_person(db, "罗松", "Luo Song"))
        session = make_session(
            db,
            forum,
            "传染病",
            "Infectious disease",
            start="13:30",
            end="17:00",
            rooms=(hall,),
            kind=SessionKind.PARALLEL,
        )
        first = make_part(db, session, title=text("上半场", "Part 1"), start="13:30", end="15:20", position=0)
        second = make_part(db, session, title=text("下半场", "Part 2"), start="15:40", end="17:00", position=1)
        make_appearance(db, first, chair, Role.CHAIR)
        talk = make_item(db, first, "登革热", "Dengue", minutes=25, position=0)
        make_appearance(db, talk, rahman, provisional=True)
        panel = make_item(db, first, "圆桌", "Panel", minutes=45, position=1, kind=ItemKind.PANEL)
        for place, who in enumerate((chair, rahman)):
            make_appearance(db, panel, who, Role.PANELIST, position=place)
        make_item(db, first, "茶歇", "Tea", minutes=20, position=2, kind=ItemKind.TEA)
        signing = make_item(db, second, "签约", "Signing", minutes=20, kind=ItemKind.SIGNING)
        db.flush()
        records = {
            "session": session,
            "first": first,
            "second": second,
            "talk": talk,
            "panel": panel,
            "signing": signing,
            "university": university,
            "small": small,
            "chair": chair,
            "rahman": rahman,
        }
        ids = {name: str(record.id) for name, record in records.items()}  # type: ignore[attr-defined]  # all are keyed
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.side.set_open(open_=True)
    page.reveal(f"session:{ids['session']}")
    return Details(stand, page, ids)


def test_a_session_shows_its_parts_and_items_as_the_agenda_has_them(details: Details) -> None:
    assert [(entry.time, entry.words, entry.note, entry.lead) for entry in details.inspector.outline.entries()] == [
        ("13:30–15:20", "Part 1", "", "Shen Huaijin"),
        ("13:30", "Dengue", "Samina Rahman · 25 min", ""),
        ("13:55", "Panel", "Shen Huaijin, Samina Rahman · 45 min", ""),
        ("14:40 · 20 min", "Tea", "", ""),
        ("15:40–17:00", "Part 2", "", ""),
        ("15:40", "Signing", "20 min", ""),
    ]
    assert details.inspector.head.tabs.tab("people").text() == "People 2"


def test_enter_goes_inside_and_alt_left_or_backspace_comes_back(details: Details) -> None:
    outline = details.inspector.outline
    outline.setFocus()
    press(outline, Qt.Key.Key_Down)
    press(outline, Qt.Key.Key_Down)
    press(outline, Qt.Key.Key_Return)
    assert details.chosen() == details.ids["talk"]
    assert [button.text().strip() for button in details.inspector.head.trail.buttons()] == [
        "Infectious dise…",
        "Part 1",
    ]

    press(details.inspector, Qt.Key.Key_Left, ALT)
    assert details.chosen() == details.ids["first"]
    press(outline, Qt.Key.Key_Backspace)
    assert details.chosen() == details.ids["session"]
    press(details.inspector, Qt.Key.Key_Left, ALT)
    assert details.chosen() == details.ids["session"]


def test_a_click_goes_inside_and_the_trail_leads_back(details: Details) -> None:
    outline = details.inspector.outline
    place = outline.visualRect(outline.model().index(1, 0)).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert details.chosen() == details.ids["talk"]

    details.inspector.head.trail.buttons()[0].click()
    assert details.chosen() == details.ids["session"]


def test_what_was_turned_to_stays_while_others_work_and_goes_up_when_it_is_gone(details: Details) -> None:
    details.open("talk")
    details.inspector.item.set.emit("minutes", "30")
    details.stand.settle()
    assert (details.chosen(), details.inspector.item.minutes.text()) == (details.ids["talk"], "30")

    details.inspector.details.foot.remove.click()
    details.stand.settle()
    assert details.stand.said == ["Removed “Dengue”"]
    assert details.chosen() == details.ids["session"]


def test_del_in_the_outline_removes_the_item_and_nothing_else(details: Details) -> None:
    outline = details.inspector.outline
    outline.choose(f"item:{details.ids['panel']}")
    press(outline, Qt.Key.Key_Delete)
    details.stand.settle()

    assert [item.title.side(1) for item in details.session().parts[0].items] == ["Dengue", "Tea"]


def test_items_change_places_by_alt_and_arrows(details: Details) -> None:
    outline = details.inspector.outline
    outline.choose(f"item:{details.ids['panel']}")
    outline.setFocus()

    press(outline, Qt.Key.Key_Up, ALT)
    details.stand.settle()

    assert [item.title.side(1) for item in details.session().parts[0].items] == ["Panel", "Dengue", "Tea"]
    assert outline.current_key() == f"item:{details.ids['panel']}"


def test_both_sides_of_a_title_are_written_and_the_stale_one_is_confirmed(details: Details) -> None:
    details.open("talk")
    title = details.inspector.title
    details.write(title.side("en"), "Dengue across borders")
    assert details.item("talk").title.texts == ("登革热", "Dengue across borders")
    assert title.side("zh-Hans").property("review") is True
    assert title.confirm.isVisible()

    title.confirm.click()
    details.stand.settle()
    assert details.item("talk").title.review == (False, False)


def test_a_long_title_has_as_many_lines_as_it_needs(details: Details) -> None:
    details.open("talk")
    box = details.inspector.title.side("en")
    before = box.sizeHint().height()

    details.write(box, "Dengue surveillance across borders " * 4)

    assert box.sizeHint().height() > before
    assert box.height() == box.sizeHint().height()


def test_esc_puts_back_what_was_written(details: Details) -> None:
    details.open("talk")
    box = details.inspector.title.side("en")
    box.setFocus()
    QTest.keyClicks(box, "nonsense")
    press(box, Qt.Key.Key_Escape)

    assert box.text() == "Dengue"


def test_summary_abstract_link_video_and_notes_are_kept(details: Details) -> None:
    details.open("talk")
    more = details.inspector.more
    more.fold.click()
    more.abstract.side("en").setPlainText("What ten years taught.\nAnd what not.")
    press(more.abstract.side("en"), Qt.Key.Key_Return, CTRL)
    details.write(more.url, "replay.example/7")
    details.write(more.media, "rahman.mp4")
    details.write(more.notes, "call on Friday")

    item = details.item("talk")
    assert item.abstract.texts == ("", "What ten years taught.\nAnd what not.")
    assert (item.url, item.media, item.notes) == ("https://replay.example/7", "rahman.mp4", "call on Friday")

    details.page.reveal(f"session:{details.ids['session']}")
    details.inspector.back()
    details.inspector.back()
    more.fold.click()
    details.write(more.place.side("zh-Hans"), "Lake")
    assert details.session().place.side(0) == "Lake"


def test_what_is_no_link_is_said_and_not_kept(details: Details) -> None:
    details.open("talk")
    details.inspector.more.fold.click()
    details.write(details.inspector.more.url, "see the poster")

    assert details.stand.said == ["“see the poster” is no link. Copy the whole address, beginning with https://."]
    assert details.item("talk").url == ""


def test_language_interpretation_and_channel_of_an_item(details: Details) -> None:
    details.open("talk")
    form = details.inspector.item
    details.write(form.languages, "Lao, English")
    form.set.emit("interpretation", str(Interpretation.SIMULTANEOUS))
    details.stand.settle()
    details.write(form.channel, "2")
    item = details.item("talk")
    assert (item.languages, item.interpretation, item.channel) == (("lo", "en"), Interpretation.SIMULTANEOUS, "2")

    details.write(form.languages, "Klingon")
    assert form.languages.property("wrong") is True
    assert details.item("talk").languages == ("lo", "en")


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("老挝语、英文", ("lo", "en")), ("zh lo", ("zh-Hans", "lo")), ("", ()), ("Thai; Klingon", None)],
)
def test_languages_are_read_by_name(typed: str, tags: tuple[str, ...] | None) -> None:
    assert spoken.read(typed) == tags


def test_a_session_is_relayed_to_another_room_and_no_more(details: Details) -> None:
    relays = details.inspector.session.relays
    relays.add.picked.emit(details.ids["small"])
    details.stand.settle()
    assert details.session().room_ids[1:] == (details.ids["small"],)

    find(relays, QPushButton, "sessionRelay").click()
    details.stand.settle()
    assert len(details.session().room_ids) == 1


def test_a_part_has_times_of_its_own(details: Details) -> None:
    details.open("second")
    form = details.inspector.part
    assert (form.start.text(), form.end.text()) == ("15:40", "17:00")
    details.write(form.start, "15:45")

    assert details.session().parts[1].start == 15 * 60 + 45


def test_another_post_own_minutes_and_order_are_set_in_the_rows(details: Details) -> None:
    details.open("panel")
    row = details.inspector.people.rows()[0]
    assert row.summary.whole() == "Panellist · Dean · Yunling Medical University"
    row.post.setCurrentIndex(1)
    row.post.picked.emit(row.post.key())
    details.stand.settle()
    details.write(row.minutes, "8")
    press(row.who, Qt.Key.Key_Down, ALT)
    details.stand.settle()

    rahman, shen = details.people("panel")
    assert (rahman.name.latin, shen.name.latin, shen.minutes) == ("Samina Rahman", "Shen Huaijin", 8)
    held = next(post for post in details.programme().posts if post.id == shen.post_id)
    assert held.title.side(1) == "Chair of the Alliance"
    assert [one.line.id for one in details.inspector.people.rows()] == [rahman.id, shen.id]


def test_words_that_stand_for_nobody_are_written_in_both_languages(details: Details) -> None:
    details.open("talk")
    row = details.inspector.people.rows()[0]
    row.who.picked.emit("nobody")
    details.stand.settle()
    row = details.inspector.people.rows()[0]
    row.set_open(open_=True)
    row.words.side("zh-Hans").setPlainText("卫生部代表")
    press(row.words.side("zh-Hans"), Qt.Key.Key_Return)
    details.stand.settle()

    assert details.people("talk")[0].label.side(0) == "卫生部代表"


def test_an_institution_appears_by_its_name(details: Details) -> None:
    details.open("talk")
    add = details.inspector.people.add
    add.setFocus()
    QTest.keyClicks(add, "yunling")
    assert add.offered()[0] == "Yunling Medical University"
    press(add, Qt.Key.Key_Return)
    details.stand.settle()

    assert details.people("talk")[1].institution_id == details.ids["university"]


def test_somebody_new_in_one_line_is_one_step(details: Details) -> None:
    details.open("talk")
    steps = details.stand.steps()
    details.inspector.people.add.asked.emit("王小明, Wang Xiaoming, Yunling Medical University")
    details.stand.settle()

    assert details.stand.steps() == steps + 1
    assert details.people("talk")[1].name.zh == "王小明"
    assert details.stand.said == ["Added Wang Xiaoming to the forum"]
    details.stand.store.undo()
    details.stand.settle()
    with details.stand.store.read() as db:
        assert len(people.load(db, forum_id=details.stand.forum_id).lines) == 3


@pytest.mark.parametrize(("answer", "number"), [("twinSame", 3), ("twinOther", 4)])
def test_a_name_that_is_known_is_asked_about(details: Details, answer: str, number: int) -> None:
    details.open("talk")
    shown = details.inspector.people
    shown.add.asked.emit("Song LUO, Ministry of Health")
    details.stand.settle()
    assert len(details.people("talk")) == 1

    find(shown, QPushButton, answer).click()
    details.stand.settle()

    assert len(details.people("talk")) == 2
    with details.stand.store.read() as db:
        assert len(people.load(db, forum_id=details.stand.forum_id).lines) == number


def test_somebody_known_from_another_forum_is_asked_about_and_joins(details: Details) -> None:
    with filling_of(details.stand.store) as db:
        make_participant(db, make_forum(db), make_person(db, "宁蒂", "Ningdi", institution=make_institution(db)))
    details.open("talk")
    shown = details.inspector.people
    shown.add.asked.emit("宁蒂")
    details.stand.settle()
    assert find(shown, QLabel, "twinWords").text() == "Already in the list: Ningdi · Yunling Medical University"

    find(shown, QPushButton, "twinSame").click()
    details.stand.settle()
    assert details.people("talk")[1].name.zh == "宁蒂"
    with details.stand.store.read() as db:
        assert len(people.load(db, forum_id=details.stand.forum_id).lines) == 4


def replacing(shown: AppearanceList) -> ReplaceCard:
    card = shown.findChild(ReplaceCard)
    assert isinstance(card, ReplaceCard)
    return card


def test_ctrl_r_replaces_somebody_and_says_what_goes_over(details: Details) -> None:
    details.open("panel")
    shown = details.inspector.people
    shown.rows()[1].who.setFocus()
    details.inspector.replace_somebody()
    card = replacing(shown)
    assert card.over.text() == (
        "Goes over: Panellist, place 2 of 2. The post printed is the successor's own. Samina Rahman stays in the forum."
    )
    assert card.everywhere.text() == "Also in 1 other place in the programme"
    assert not card.go.isEnabled()

    steps = details.stand.steps()
    QTest.keyClicks(card.who, "luo")
    press(card.who, Qt.Key.Key_Return)
    assert card.who.text() == "Luo Song"
    card.everywhere.setChecked(True)
    press(card.go, Qt.Key.Key_Return, CTRL)
    details.stand.settle()

    assert details.stand.steps() == steps + 1
    assert details.stand.last_step() == "Replaced Samina Rahman by Luo Song in “Panel”"
    assert [details.people(name)[-1].name.latin for name in ("panel", "talk")] == ["Luo Song", "Luo Song"]
    assert details.people("panel")[1].provisional


def test_a_long_name_does_not_widen_the_question(details: Details) -> None:
    with filling_of(details.stand.store) as db:
        who = make_person(db, "", "Siriporn Phongsavath na Ayutthaya Inthavong Ratchadaphisek Wongsuwan")
        talk = db.get(Item, UUID(details.ids["talk"]))
        assert talk is not None
        make_appearance(db, talk, make_participant(db, forum_of(db), who), position=-1)
    details.page.refresh(None)
    details.stand.settle()
    details.open("talk")
    details.inspector.people.start_replacing()
    details.stand.settle()

    body = details.inspector.column.parentWidget()
    assert body is not None
    assert body.minimumSizeHint().width() <= 368 - 12


def test_esc_leaves_the_question_and_nothing_changed(details: Details) -> None:
    details.open("panel")
    details.inspector.replace_somebody()
    steps = details.stand.steps()
    press(replacing(details.inspector.people), Qt.Key.Key_Escape)
    details.stand.settle()

    assert details.stand.steps() == steps
    assert details.inspector.people.findChildren(ReplaceCard) == []


def test_a_speaker_is_made_the_chair_of_the_part(details: Details) -> None:
    details.open("talk")
    details.inspector.people.rows()[0].lead.click()
    details.stand.settle()

    part = details.session().parts[0]
    assert ([line.name.latin for line in part.chairs], part.items[0].people) == (["Shen Huaijin", "Samina Rahman"], ())


def test_pairs_of_parties_are_entered_in_a_signing(details: Details) -> None:
    details.open("signing")
    acts = details.inspector.acts
    assert acts.add.text().strip() == "Add agreement"
    for _ in range(2):
        acts.add.click()
        details.stand.settle()
    first, second = acts.cards()
    first.title.side("en").setPlainText("Memorandum")
    press(first.title.side("en"), Qt.Key.Key_Return)
    details.stand.settle()
    first.people.add.picked.emit(f"{ORGANISATION}{details.ids['university']}")
    details.stand.settle()
    first.people.add.picked.emit(details.ids["rahman"])
    details.stand.settle()
    second.up.click()
    details.stand.settle()

    acts_now = details.item("signing").acts
    assert [act.title.side(1) for act in acts_now] == ["", "Memorandum"]
    assert [line.role for line in acts_now[1].people] == [Role.SIGNATORY, Role.SIGNATORY]
    assert details.inspector.people.rows() == []

    acts.cards()[0].remove.click()
    details.stand.settle()
    assert len(details.item("signing").acts) == 1


def test_everybody_in_a_session_leads_to_where_they_appear(details: Details) -> None:
    inspector = details.inspector
    inspector.head.tabs.choose("people")
    assert [(entry.words, entry.note) for entry in inspector.everybody.entries()] == [
        ("Shen Huaijin", "Chair · Part 1"),
        ("Samina Rahman", "Speaker · 13:30 Dengue · Online"),
        ("Shen Huaijin", "Panellist · 13:55 Panel"),
        ("Samina Rahman", "Panellist · 13:55 Panel · Online"),
    ]
    inspector.everybody.choose(f"item:{details.ids['panel']}")
    press(inspector.everybody, Qt.Key.Key_Return)

    assert (details.chosen(), inspector.head.tabs.choice()) == (details.ids["panel"], "about")


def test_the_history_says_who_changed_the_item_and_when(details: Details) -> None:
    details.open("talk")
    details.inspector.item.set.emit("minutes", "28")
    details.stand.settle()
    details.inspector.head.tabs.choose("history")
    details.stand.settle()

    history = details.page.forms.history
    assert [step.step.actor for step in history.steps()] == ["Lin"] * len(history.steps())
    assert "“Dengue”" in history.steps()[0].step.sentence["en"]
    assert details.inspector.details.history.isVisible()
    assert not details.inspector.title.isVisible()

    details.inspector.head.tabs.choose("about")
    assert details.inspector.title.isVisible()


def clash(details: Details) -> FoundCards:
    """Make the chair speak elsewhere at the same time, and show what is said of that."""
    with filling_of(details.stand.store) as db:
        other = make_session(db, forum_of(db), "工作会议", "Work meeting", start="13:30", end="15:00")
        part = make_part(db, other, start="13:30", end="15:00")
        make_appearance(db, part, db.get(Participant, UUID(details.ids["chair"])), Role.CHAIR)
    details.page.refresh(None)
    details.stand.settle()
    return details.inspector.findings


def forum_of(db: Db) -> Forum:
    return db.execute(select(Forum)).scalar_one()


def test_a_clash_is_said_and_solved_by_one_press(details: Details) -> None:
    found = clash(details)
    titles = [label.text() for label in found.findChildren(QLabel, "programmeFindingTitle")]
    assert titles[0] == "Shen Huaijin is in two rooms at once"
    ways = found.findChildren(QPushButton, "programmeWay")
    assert [bool(way.text()) for way in ways] == [True] * len(ways)
    assert ways

    steps = details.stand.steps()
    assert isinstance(ways[0], WayButton)
    words = ways[0].whole()
    ways[0].click()
    details.stand.settle()
    assert details.stand.steps() == steps + 1
    assert details.stand.said == [words]
    assert "Shen Huaijin is in two rooms at once" not in [
        label.text() for label in found.findChildren(QLabel, "programmeFindingTitle")
    ]


def test_a_clash_is_accepted_with_a_reason(details: Details) -> None:
    found = clash(details)
    find(found, QPushButton, "programmeFindingAccept").click()
    details.write(find(found, QLineEdit, "programmeFindingReason"), "She opens both")

    assert details.stand.said == ["Accepted"]
    assert "Shen Huaijin is in two rooms at once" not in [
        label.text() for label in found.findChildren(QLabel, "programmeFindingTitle")
    ]


@pytest.mark.parametrize("tag", ["zh-Hans", "en"])
@pytest.mark.parametrize("shown", ["session", "talk", "panel", "signing", "first"])
def test_nothing_is_cut_and_everything_has_a_name(details: Details, tag: str, shown: str) -> None:
    details.stand.speak(details.page, tag)
    if shown != "session":
        details.open(shown)
    for row in details.inspector.people.rows():
        row.set_open(open_=True)
    details.stand.settle()

    assert cut_words(details.inspector) == []
    assert nameless(details.inspector) == []
    body = details.inspector.column.parentWidget()
    assert body is not None
    assert body.minimumSizeHint().width() <= 368 - 12


def test_addresses_are_put_in_order_where_a_session_has_several(details: Details) -> None:
    button = find(details.page, Button, "programmeSortAddresses")
    assert not button.isVisible()
    with details.stand.store.step(StepKind.OTHER) as db:
        part = db.get_one(Part, UUID(details.ids["first"]))
        leaders = []
        for place, level in enumerate((ProtocolLevel.DIVISION, ProtocolLevel.MINISTER)):
            leader = make_participant(db, forum_of(db), make_person(db, f"领导{place}"), protocol_level=level)
            leader.protocol_group = ProtocolGroup.DOMESTIC_LEADER
            item = make_item(db, part, f"致辞{place}", kind=ItemKind.ADDRESS, position=10 + place)
            make_appearance(db, item, leader)
            leaders.append(str(item.id))
    details.stand.settle()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    details.stand.settle()

    assert details.stand.said == ["2 addresses have other places now"]
    assert [item.id for item in details.session().parts[0].items if item.id in leaders] == leaders[::-1]
