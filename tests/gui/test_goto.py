"""The go-to box finds people, sessions and commands by whatever is remembered of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from factories import make_institution
from forumplanner.domain.kinds import StepKind
from forumplanner.gui.frame.findable import MAX_HITS, Findable, matching
from forumplanner.gui.frame.gotolist import HitList
from forumplanner.gui.pages.history import HistoryPage
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.records import Institution
from gui_desk import Desk

PEOPLE = [
    Findable("person", name, name, "", "\n" + haystack(name, han))
    for name, han in (("Huang Jianyu", "黄健宇"), ("Li Hua", "李华"))
]
COMMANDS = [Findable("command", key, key, "", haystack(key)) for key in ("Open", "Undo", "Huanglong page")]


def titles(query: str) -> list[str]:
    return [thing.title for group in matching([*PEOPLE, *COMMANDS], query) for thing in group.shown]


def test_nothing_typed_offers_commands_only() -> None:
    assert titles("") == ["Open", "Undo", "Huanglong page"]


def test_hits_that_begin_with_the_query_come_first() -> None:
    assert titles("hua") == ["Huang Jianyu", "Li Hua", "Huanglong page"]


def test_initials_pinyin_and_script_find_people() -> None:
    assert (titles("hjy"), titles("黄"), titles("lihua"), titles("xqz")) == (
        ["Huang Jianyu"],
        ["Huang Jianyu"],
        ["Li Hua"],
        [],
    )


def test_hits_are_few() -> None:
    many = [Findable("person", str(n), f"Li {n}", "", f"\nli {n}") for n in range(50)]

    assert [(group.kind, group.number, len(group.shown)) for group in matching(many, "li")] == [
        ("person", 50, MAX_HITS)
    ]


def test_no_kind_crowds_out_the_others() -> None:
    many = [Findable("person", str(n), f"Li {n}", "", f"\nli {n}") for n in range(50)]
    command = Findable("command", "list", "List", "", "list")

    assert [(group.kind, group.number, len(group.shown)) for group in matching([*many, command], "li")] == [
        ("person", 50, MAX_HITS - 1),
        ("command", 1, 1),
    ]


def test_two_letters_begin_a_name_and_are_not_sought_in_institutions() -> None:
    person = Findable("person", "1", "Ana Shah", "Huji College", "\nana shah\nas\thuji college\nhc")

    assert [bool(matching([person], query)) for query in ("as", "sh", "na", "hu", "huji")] == [
        True,
        True,
        False,
        False,
        True,
    ]


def test_arrows_go_from_hit_to_hit_and_pass_over_heads(dressed: QApplication) -> None:
    hits = HitList(name="hits")
    hits.show_groups(matching([*PEOPLE, *COMMANDS], "hua"), "hua")
    seen = []
    for _ in range(4):
        thing = hits.chosen()
        seen.append(thing.title if thing else "")
        hits.step(1)
    hits.step(-1)
    last = hits.chosen()

    assert seen == ["Huang Jianyu", "Li Hua", "Huanglong page", "Huang Jianyu"]
    assert last is not None
    assert last.title == "Huang Jianyu"
    assert [hits.model().index(n, 0).data() for n in (0, 3)] == ["People 2", "Commands 1"]


def test_institutions_and_rooms_stand_in_the_readers_language(desk: Desk) -> None:
    desk.open_sample()
    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: any(thing.kind == "session" for thing in desk.window.palette_box.things()))

    things = {thing.title: thing.detail for thing in desk.window.palette_box.things()}

    assert things["Huang Jianyu"] == "黄健宇 · Yinghu College of Nursing"
    assert things["Keynote Session"] == "24 Oct 10:30 · Qinglan Hall"


def test_a_person_is_reached_by_initials_from_anywhere(desk: Desk) -> None:
    desk.open_sample()
    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: any(thing.kind == "person" for thing in desk.window.palette_box.things()))
    person = next(thing for thing in desk.window.palette_box.things() if thing.kind == "person")

    desk.type(person.title)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.window.stack.key() == "people")

    assert desk.window.palette_box.isVisible() is False


def test_escape_leaves_and_gives_the_focus_back(desk: Desk) -> None:
    desk.open_sample()
    before = desk.focused()

    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    inside = desk.focused().objectName()
    desk.press(Qt.Key.Key_Escape)

    assert (inside, desk.focused() is before) == ("paletteField", True)


def test_a_paper_is_reached_by_its_name(desk: Desk) -> None:
    desk.open_sample("overview")
    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.type("badges")
    desk.settle()
    chosen = desk.window.palette_box.hits.chosen()
    assert chosen is not None
    assert (chosen.kind, chosen.title) == ("paper", "Badges")

    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: desk.window.stack.key() == "documents")
    page = desk.window.stack.page()
    assert page is not None
    desk.until(lambda: "badge" in page.facts())


def test_something_removed_is_found_and_leads_to_its_step(desk: Desk) -> None:
    desk.open_sample()
    store = desk.window.shell.store
    with store.step(StepKind.OTHER) as db:
        institution = make_institution(db, "曼德勒护理大学", "Mandalay")
    with store.step(StepKind.OTHER) as db:
        db.delete(db.get_one(Institution, institution.id))

    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: any(thing.kind == "removed" for thing in desk.window.palette_box.things()))
    desk.type("mandalay")
    desk.press(Qt.Key.Key_Return)
    desk.settle()

    page = desk.window.stack.page()
    assert isinstance(page, HistoryPage)
    assert page.steps.opened() == store.head()[0]
    assert page.steps.bringing.card.title.text() == "Removed: institution “Mandalay”"
