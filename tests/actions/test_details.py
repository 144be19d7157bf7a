"""Details of sessions and items: links, notes, relays, languages."""

import pytest

from factories import make_forum, make_item, make_part, make_room, make_session
from forumplanner.actions import items, session_details
from forumplanner.actions.found import NotPossible
from forumplanner.actions.links import tidy_link
from forumplanner.domain.ids import ForumId, ItemId, RoomId, SessionId
from forumplanner.queries import programme
from forumplanner.store import Store
from planner_file import Filling


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" https://live.forum.example/a ", "https://live.forum.example/a"),
        ("forum.example/live", "https://forum.example/live"),
        ("", ""),
    ],
)
def test_a_link_is_kept_so_that_a_phone_opens_it(typed: str, kept: str) -> None:
    assert tidy_link(typed) == kept


def test_what_is_no_link_is_refused() -> None:
    with pytest.raises(NotPossible, match="“see the poster” is no link"):
        tidy_link("see the poster")


def test_an_item_says_its_languages_video_link_and_notes(store: Store, filling: Filling) -> None:
    with filling() as db:
        forum = make_forum(db)
        item = make_item(db, make_part(db, make_session(db, forum)))
    key = ItemId(item.id)
    items.set_item_languages(store, item_id=key, languages=("lo", "en"))
    items.set_item_url(store, item_id=key, url="replay.example/7")
    items.set_item_media(store, item_id=key, media="sanya.mp4")
    items.set_item_notes(store, item_id=key, notes=" call on Friday ")

    with store.read() as db:
        line = programme.load(db, forum_id=ForumId(forum.id)).sessions[0].parts[0].items[0]
    assert (line.languages, line.url, line.media, line.notes) == (
        ("lo", "en"),
        "https://replay.example/7",
        "sanya.mp4",
        "call on Friday",
    )


def test_a_session_is_relayed_into_other_rooms_and_no_more(store: Store, filling: Filling) -> None:
    with filling() as db:
        forum = make_forum(db)
        rooms = [make_room(db, forum, f"厅{n}", f"Hall {n}", position=n) for n in range(3)]
        session = make_session(db, forum, "开幕式", "Opening", rooms=(rooms[0],))
    key = SessionId(session.id)

    def shown() -> tuple[str, ...]:
        with store.read() as db:
            return programme.load(db, forum_id=ForumId(forum.id)).sessions[0].room_ids

    assert session_details.relay_session(store, session_id=key, room_id=RoomId(rooms[2].id))
    assert session_details.relay_session(store, session_id=key, room_id=RoomId(rooms[1].id))
    assert not session_details.relay_session(store, session_id=key, room_id=RoomId(rooms[0].id))
    assert shown() == tuple(str(room.id) for room in (rooms[0], rooms[2], rooms[1]))

    session_details.stop_relay(store, session_id=key, room_id=RoomId(rooms[2].id))
    assert shown() == (str(rooms[0].id), str(rooms[1].id))

    session_details.set_session_url(store, session_id=key, url="https://live.example")
    session_details.set_session_notes(store, session_id=key, notes="doors at 8")
    with store.read() as db:
        line = programme.load(db, forum_id=ForumId(forum.id)).sessions[0]
    assert (line.url, line.notes) == ("https://live.example", "doors at 8")
