"""Words and cues: one step each, words that somebody wrote are never touched, undo takes everything back."""

import uuid
from dataclasses import dataclass

import pytest

import factories as make
from forumplanner.actions import scripts
from forumplanner.actions.found import NoLongerThere
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import CueId, ItemId, SessionId
from forumplanner.domain.kinds import CueKind, ItemKind, SessionKind
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import running_order
from forumplanner.records import Cue, Item
from forumplanner.snapshots.running_order import RunningItem
from forumplanner.store import Store
from planner_file import Filling


@dataclass(frozen=True)
class Ceremony:
    forum: uuid.UUID
    session: SessionId
    items: tuple[ItemId, ...]


@pytest.fixture
def ceremony(filling: Filling) -> Ceremony:
    with filling() as db:
        forum = make.make_forum(db)
        session = make.make_session(db, forum, "开幕式", "Opening", start="09:00", kind=SessionKind.OPENING)
        part = make.make_part(db, session)
        items = [
            make.make_item(db, part, "致欢迎辞", "Welcome", kind=ItemKind.WELCOME, minutes=8),
            make.make_item(db, part, "合影", "Photo", kind=ItemKind.PHOTO, minutes=10, position=1),
        ]
        keys = forum.id, SessionId(session.id), tuple(ItemId(item.id) for item in items)
    return Ceremony(*keys)


def shown(store: Store, ceremony: Ceremony) -> tuple[RunningItem, ...]:
    with store.read() as db:
        return running_order.load(db, forum_id=ceremony.forum).sessions[0].items


def script_of(store: Store, item: ItemId) -> LocalizedText:
    with store.read() as db:
        return db.get_one(Item, item).script


def cues_of(store: Store, ceremony: Ceremony) -> list[tuple[str, str]]:
    return [(str(cue.kind), cue.text[0]) for cue in shown(store, ceremony)[0].cues]


def last(store: Store, tag: str = "en") -> str:
    step = store.history(1)[0]
    return sentence(step.kind, step.values, tag)


def test_writing_words_is_one_step_and_the_other_side_needs_review(store: Store, ceremony: Ceremony) -> None:
    item = ceremony.items[0]
    scripts.set_script(store, item_id=item, tag="zh-Hans", text="有请！")
    scripts.set_script(store, item_id=item, tag="en", text="Welcome!")
    scripts.set_script(store, item_id=item, tag="zh-Hans", text="有请校长！")

    assert script_of(store, item).needs_review("en")
    assert last(store) == "Edited the host’s words for “Welcome”"
    assert last(store, "zh-Hans") == "修改“致欢迎辞”的主持词"

    scripts.confirm_script(store, item_id=item, tag="en")
    assert not script_of(store, item).needs_review("en")


def test_empty_words_are_the_templates_again(store: Store, ceremony: Ceremony) -> None:
    scripts.set_script(store, item_id=ceremony.items[1], tag="zh-Hans", text="请合影！")
    scripts.set_script(store, item_id=ceremony.items[1], tag="zh-Hans", text="")

    (item,) = shown(store, ceremony)[1:]
    assert (item.own, item.words) == (("", ""), item.template)


def test_filling_leaves_written_words_and_takes_one_step(store: Store, ceremony: Ceremony) -> None:
    scripts.set_script(store, item_id=ceremony.items[0], tag="zh-Hans", text="校长好！")
    steps = len(store.history())

    filled = scripts.write_scripts(store, session_id=ceremony.session)
    first, second = shown(store, ceremony)

    assert (filled, len(store.history())) == (2, steps + 1)
    assert first.own == ("校长好！", first.template[1])
    assert first.review == (False, True)  # the English was filled in beside Chinese that somebody wrote
    assert (second.own, second.review) == (second.template, (False, False))
    assert last(store) == "Wrote the host’s words for 2 items of “Opening”"


def test_filling_twice_does_nothing(store: Store, ceremony: Ceremony) -> None:
    scripts.write_scripts(store, session_id=ceremony.session)
    steps = len(store.history())

    assert (scripts.write_scripts(store, session_id=ceremony.session), len(store.history())) == (0, steps)


def test_undo_empties_what_was_filled(store: Store, ceremony: Ceremony) -> None:
    scripts.write_scripts(store, session_id=ceremony.session)
    store.undo()

    assert [item.own for item in shown(store, ceremony)] == [("", ""), ("", "")]


def test_an_item_is_left_to_the_template_whole(store: Store, ceremony: Ceremony) -> None:
    scripts.write_scripts(store, session_id=ceremony.session)
    scripts.clear_script(store, item_id=ceremony.items[0])

    assert shown(store, ceremony)[0].own == ("", "")


def test_cues_are_added_edited_moved_and_removed(store: Store, ceremony: Ceremony) -> None:
    item = ceremony.items[0]
    light = scripts.add_cue(store, item_id=item, kind=CueKind.LIGHT, text={"zh-Hans": "全亮"})
    sound = scripts.add_cue(store, item_id=item, kind=CueKind.SOUND, text={"zh-Hans": "上场乐"})
    assert cues_of(store, ceremony) == [("light", "全亮"), ("sound", "上场乐")]

    scripts.edit_cue(store, cue_id=light, tag="zh-Hans", text="全暗")
    scripts.set_cue_kind(store, cue_id=sound, kind=CueKind.SCREEN)
    assert scripts.move_cue(store, cue_id=sound, by=-1)
    assert cues_of(store, ceremony) == [("screen", "上场乐"), ("light", "全暗")]
    assert not scripts.move_cue(store, cue_id=sound, by=-1)

    scripts.remove_cue(store, cue_id=sound)
    assert cues_of(store, ceremony) == [("light", "全暗")]
    assert last(store) == "Removed a cue from “Welcome”"
    store.undo()
    assert len(cues_of(store, ceremony)) == 2


def test_a_removed_cue_can_not_be_edited(store: Store, ceremony: Ceremony) -> None:
    with pytest.raises(NoLongerThere):
        scripts.edit_cue(store, cue_id=CueId(uuid.uuid4()), tag="en", text="x")


def test_removing_an_item_takes_its_cues_along(store: Store, ceremony: Ceremony) -> None:
    from forumplanner.actions.items import remove_item  # noqa: PLC0415 - for this test

    cue = scripts.add_cue(store, item_id=ceremony.items[0], kind=CueKind.LIGHT, text={})
    remove_item(store, item_id=ceremony.items[0])

    with store.read() as db:
        assert db.get(Cue, cue) is None
