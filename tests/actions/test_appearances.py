"""Who appears: posts, own minutes, order, somebody new in one step, and one person in place of another."""

from dataclasses import dataclass

import pytest

from factories import make_forum, make_institution, make_item, make_part, make_participant, make_person, make_post, text
from factories import make_session as session_of
from forumplanner.actions import appearances
from forumplanner.actions.appearances import Who
from forumplanner.actions.found import NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import AppearanceId, ForumId, ItemId, ParticipantId, PartId, PostId
from forumplanner.domain.kinds import Mode, Role
from forumplanner.domain.newcomers import Newcomer, read
from forumplanner.queries import people, programme
from forumplanner.snapshots.programme import ItemLine, Programme
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Panel:
    """A panel of three, and what stands around it."""

    store: Store
    forum_id: ForumId
    part: PartId
    item: ItemId
    people: tuple[ParticipantId, ...]
    appearing: tuple[AppearanceId, ...]
    second_post: PostId

    def programme(self) -> Programme:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id)

    def line(self) -> ItemLine:
        return self.programme().sessions[0].parts[0].items[0]

    def order(self) -> list[str]:
        return [person.name.latin for person in self.line().people]

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def panel(store: Store, filling: Filling) -> Panel:
    with filling() as db:
        forum = make_forum(db)
        part = make_part(db, session_of(db, forum, "分论坛", "Forum", start="13:30", end="17:00"))
        item = make_item(db, part, "圆桌", "Panel", minutes=45)
        dean = make_person(db, "沈怀瑾", "Shen Huaijin", title=text("院长", "Dean"))
        second = make_post(db, dean, title=text("理事长", "Chair of the Alliance"), institution=make_institution(db))
        second.position = 1
        everybody = [dean, make_person(db, "拉赫曼", "Samina Rahman"), make_person(db, "阮松海", "Nguyen Song Hai")]
        participants = tuple(ParticipantId(make_participant(db, forum, person).id) for person in everybody)
    appearing = tuple(
        appearances.add_appearance(store, place=ItemId(item.id), who=Who(key), role=Role.PANELIST)
        for key in participants
    )
    return Panel(store, ForumId(forum.id), PartId(part.id), ItemId(item.id), participants, appearing, PostId(second.id))


def test_another_post_is_used_in_one_item_only(panel: Panel) -> None:
    appearances.set_post(panel.store, appearance_id=panel.appearing[0], post_id=panel.second_post)

    assert panel.line().people[0].post_id == str(panel.second_post)
    held = [post for post in panel.programme().posts if post.person_id == panel.line().people[0].person_id]
    assert [(post.title.side(1), post.usual) for post in held] == [("Dean", True), ("Chair of the Alliance", False)]


def test_a_discussant_has_minutes_of_their_own(panel: Panel) -> None:
    appearances.set_own_minutes(panel.store, appearance_id=panel.appearing[1], minutes=8)

    assert [person.minutes for person in panel.line().people] == [None, 8, None]


def test_people_change_places_one_step_at_a_time(panel: Panel) -> None:
    assert appearances.reorder_appearance(panel.store, appearance_id=panel.appearing[2], by=-1)
    assert panel.order() == ["Shen Huaijin", "Nguyen Song Hai", "Samina Rahman"]

    steps = len(panel.store.history())
    assert not appearances.reorder_appearance(panel.store, appearance_id=panel.appearing[0], by=-1)
    assert len(panel.store.history()) == steps


def test_who_leads_stands_first_and_changes_places_only_with_others_who_lead(panel: Panel) -> None:
    appearances.set_role(panel.store, appearance_id=panel.appearing[2], role=Role.MODERATOR)
    assert panel.order() == ["Nguyen Song Hai", "Shen Huaijin", "Samina Rahman"]

    assert not appearances.reorder_appearance(panel.store, appearance_id=panel.appearing[2], by=1)


def test_a_speaker_becomes_the_chair_of_the_half_and_back(panel: Panel) -> None:
    appearances.move_appearance(panel.store, appearance_id=panel.appearing[0], place=panel.part, role=Role.CHAIR)
    part = panel.programme().sessions[0].parts[0]
    assert ([chair.name.latin for chair in part.chairs], len(part.items[0].people)) == (["Shen Huaijin"], 2)

    appearances.move_appearance(panel.store, appearance_id=panel.appearing[0], place=panel.item, role=Role.PANELIST)
    assert panel.order() == ["Samina Rahman", "Nguyen Song Hai", "Shen Huaijin"]


def test_a_newcomer_enters_directory_forum_and_item_in_one_step(panel: Panel) -> None:
    steps = len(panel.store.history())
    appearances.add_newcomer(
        panel.store,
        forum_id=panel.forum_id,
        place=panel.item,
        newcomer=read("王小明, Wang Xiaoming, 云岭医科大学, 教授"),
        role=Role.PANELIST,
    )

    assert len(panel.store.history()) == steps + 1
    assert panel.order()[-1] == "Wang Xiaoming"
    with panel.store.read() as db:
        line = next(p for p in people.load(db, forum_id=panel.forum_id).lines if p.name.zh == "王小明")
    assert (line.institution, line.post) == (("云岭医科大学", "Yunling Medical University"), ("教授", ""))
    panel.store.undo()
    with panel.store.read() as db:
        assert len(people.load(db, forum_id=panel.forum_id).lines) == 3


def test_a_line_without_a_name_enters_nobody(panel: Panel) -> None:
    with pytest.raises(NotPossible, match="name in at least one script"):
        appearances.add_newcomer(panel.store, forum_id=panel.forum_id, place=panel.item, newcomer=Newcomer())


def test_a_successor_takes_role_and_place_and_the_other_stays_in_the_forum(panel: Panel) -> None:
    appearances.set_appearance_mode(panel.store, appearance_id=panel.appearing[1], mode=Mode.ONLINE)
    appearances.set_role(panel.store, appearance_id=panel.appearing[1], role=Role.DISCUSSANT)
    appearances.remove_appearance(panel.store, appearance_id=panel.appearing[2])
    steps = len(panel.store.history())

    appearances.replace_by(
        panel.store, appearances=[panel.appearing[1]], forum_id=panel.forum_id, who=Who(panel.people[2])
    )

    line = panel.line().people[1]
    assert (line.name.latin, line.role, line.mode, line.provisional) == (
        "Nguyen Song Hai",
        Role.DISCUSSANT,
        Mode.ONLINE,
        True,
    )
    assert len(panel.store.history()) == steps + 1
    assert panel.said() == "Replaced Samina Rahman by Nguyen Song Hai in “Panel”"
    assert panel.said("zh-Hans") == "“圆桌”由阮松海接替拉赫曼"
    with panel.store.read() as db:
        assert len(people.load(db, forum_id=panel.forum_id).lines) == 3


def test_a_successor_may_be_new_and_appear_in_his_own_mode_everywhere(panel: Panel) -> None:
    chair = appearances.add_appearance(panel.store, place=panel.part, who=Who(panel.people[1]), role=Role.CHAIR)
    appearances.set_appearance_mode(panel.store, appearance_id=panel.appearing[1], mode=Mode.VIDEO)

    appearances.replace_by(
        panel.store,
        appearances=[panel.appearing[1], chair],
        forum_id=panel.forum_id,
        who=read("刘云, Liu Yun"),
        keep_mode=False,
        provisional=False,
    )

    part = panel.programme().sessions[0].parts[0]
    assert [(line.name.zh, line.mode, line.provisional) for line in (part.chairs[0], part.items[0].people[1])] == [
        ("刘云", None, False),
        ("刘云", None, False),
    ]
    panel.store.undo()
    assert panel.order()[1] == "Samina Rahman"
