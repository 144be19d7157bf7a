"""The go-to box finds people, sessions and commands by whatever is remembered of them."""

from PySide6.QtCore import Qt

from forumplanner.gui.frame.findable import MAX_HITS, Findable, matching
from forumplanner.gui.widgets.search_keys import haystack
from gui_desk import Desk

PEOPLE = [
    Findable("person", name, name, "", haystack(name, han))
    for name, han in (("Huang Jianyu", "黄健宇"), ("Li Hua", "李华"))
]
COMMANDS = [Findable("command", key, key, "", haystack(key)) for key in ("Open", "Undo", "Huanglong page")]


def titles(query: str) -> list[str]:
    return [thing.title for thing in matching([*PEOPLE, *COMMANDS], query)]


def test_nothing_typed_offers_commands_only() -> None:
    assert titles("") == ["Open", "Undo", "Huanglong page"]


def test_hits_that_begin_with_the_query_come_first() -> None:
    assert titles("hua") == ["Huang Jianyu", "Huanglong page", "Li Hua"]


def test_initials_pinyin_and_script_find_people() -> None:
    assert (titles("hjy"), titles("黄"), titles("lihua"), titles("xqz")) == (
        ["Huang Jianyu"],
        ["Huang Jianyu"],
        ["Li Hua"],
        [],
    )


def test_hits_are_few() -> None:
    many = [Findable("person", str(n), f"Li {n}", "", f"li {n}") for n in range(50)]

    assert len(matching(many, "li")) == MAX_HITS


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
