"""One message in every language at once: names, counts and nested words each in their own."""

from forumplanner.i18n import count_localized, localized

ROOM = {"zh-Hans": "云岭厅", "en": "Yunling Hall"}


def test_a_value_that_is_said_in_each_language_is_picked_for_it() -> None:
    assert localized("{session} has no room", session=ROOM) == {
        "zh-Hans": "云岭厅还没有会场",
        "en": "Yunling Hall has no room",
    }


def test_a_count_takes_the_plural_of_its_language() -> None:
    one, two = (
        count_localized("{session}: {n} person to be named", "{session}: {n} people to be named", n, session=ROOM)
        for n in (1, 2)
    )

    assert one == {"zh-Hans": "云岭厅还有 1 处人选待定", "en": "Yunling Hall: 1 person to be named"}
    assert two == {"zh-Hans": "云岭厅还有 2 处人选待定", "en": "Yunling Hall: 2 people to be named"}
