"""Items: minutes to the minute, order, parts, and who appears, each as one step that can be undone."""

from dataclasses import dataclass

import pytest

from factories import make_forum, make_institution, make_item, make_part, make_participant, make_person, make_session
from forumplanner.actions import appearances, items
from forumplanner.actions.appearances import Who
from forumplanner.actions.found import NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, InstitutionId, ItemId, ParticipantId, PartId
from forumplanner.domain.kinds import Interpretation, ItemKind, Mode, Role
from forumplanner.domain.times import clock
from forumplanner.i18n import localized
from forumplanner.queries import programme
from forumplanner.snapshots.programme import ItemLine, PartLine
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Planner:
    """A session with two parts: three items in the first, one in the second."""

    store: Store
    forum_id: ForumId
    parts: tuple[PartId, PartId]
    items: tuple[ItemId, ...]
    speaker: ParticipantId
    institution: InstitutionId

    def part(self, place: int = 0) -> PartLine:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id).sessions[0].parts[place]

    def item(self, place: int = 0) -> ItemLine:
        return self.part().items[place]

    def order(self, place: int = 0) -> list[str]:
        return [f"{clock(item.begins or 0)} {item.title.side(0)}" for item in self.part(place).items]

    def said(self) -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, "en")


@pytest.fixture
def planner(store: Store, filling: Filling) -> Planner:
    with filling() as db:
        forum = make_forum(db)
        session = make_session(db, forum, "分论坛", "Forum", start="13:30", end="17:00")
        first, second = make_part(db, session, position=0), make_part(db, session, start="15:40", position=1)
        made = [make_item(db, first, f"报告{n}", f"Talk {n}", minutes=25, position=n) for n in range(2)]
        made.append(make_item(db, first, "讨论", "Discussion", start="14:30", minutes=10, position=2))
        made.append(make_item(db, second, "总结", "Summary", minutes=20))
        speaker = make_participant(db, forum, make_person(db, "阮松海", "Nguyễn Song Hải"))
        institution = make_institution(db, "卫生厅", "Health Commission")
    return Planner(
        store,
        ForumId(forum.id),
        (PartId(first.id), PartId(second.id)),
        tuple(ItemId(item.id) for item in made),
        ParticipantId(speaker.id),
        InstitutionId(institution.id),
    )


def test_an_item_is_added_behind_another(planner: Planner) -> None:
    items.add_item(
        planner.store,
        part_id=planner.parts[0],
        title={"zh-Hans": "茶歇", "en": "Tea"},
        kind=ItemKind.TEA,
        minutes=7,
        after=planner.items[0],
    )

    assert planner.order() == ["13:30 报告0", "13:55 茶歇", "14:02 报告1", "14:30 讨论"]
    assert planner.said() == "Added item “Tea”"


def test_an_item_without_a_neighbour_goes_to_the_end(planner: Planner) -> None:
    items.add_item(planner.store, part_id=planner.parts[1], title={"zh-Hans": "合影"})

    assert [item.title.side(0) for item in planner.part(1).items] == ["总结", "合影"]


def test_minutes_move_what_follows_also_where_it_has_its_own_start(planner: Planner) -> None:
    items.set_item_minutes(planner.store, item_id=planner.items[0], minutes=28)

    assert planner.order() == ["13:30 报告0", "13:58 报告1", "14:33 讨论"]
    planner.store.undo()
    assert planner.order() == ["13:30 报告0", "13:55 报告1", "14:30 讨论"]


def test_minutes_alone_leave_starts_of_their_own(planner: Planner) -> None:
    items.set_item_minutes(planner.store, item_id=planner.items[0], minutes=28, rest_moves=False)

    assert planner.order() == ["13:30 报告0", "13:58 报告1", "14:30 讨论"]


def test_an_exact_start_and_back_to_flowing(planner: Planner) -> None:
    items.set_item_start(planner.store, item_id=planner.items[1], start=13 * 60 + 58)
    assert (planner.item(1).begins, planner.item(1).start) == (838, 838)

    items.set_item_start(planner.store, item_id=planner.items[1], start=None)
    assert (planner.item(1).begins, planner.item(1).start) == (835, None)


def test_a_time_in_a_session_without_day_is_refused(planner: Planner, filling: Filling) -> None:
    with filling() as db:
        item = make_item(db, make_part(db, make_session(db, make_forum(db), day=None)))

    with pytest.raises(NotPossible, match="no day yet"):
        items.set_item_start(planner.store, item_id=ItemId(item.id), start=540)


def test_reordering_swaps_titles_and_keeps_the_clock_running(planner: Planner) -> None:
    assert items.reorder_items(planner.store, item_id=planner.items[2], by=-1)

    assert planner.order() == ["13:30 报告0", "13:55 讨论", "14:30 报告1"]
    assert planner.said() == "Moved item “Discussion” within its part"


def test_at_the_edge_an_item_goes_over_to_the_next_part_and_back(planner: Planner) -> None:
    assert items.reorder_items(planner.store, item_id=planner.items[2], by=1)
    assert planner.order(1) == ["15:40 讨论", "15:50 总结"]

    assert items.reorder_items(planner.store, item_id=planner.items[2], by=-1)
    assert [item.title.side(0) for item in planner.part().items] == ["报告0", "报告1", "讨论"]


def test_beyond_the_last_part_nothing_moves_and_no_step_is_made(planner: Planner) -> None:
    steps = len(planner.store.history())

    assert not items.reorder_items(planner.store, item_id=planner.items[3], by=1)
    assert not items.reorder_items(planner.store, item_id=planner.items[0], by=-1)
    assert len(planner.store.history()) == steps


def test_title_kind_and_interpretation_are_set(planner: Planner) -> None:
    items.rename_item(planner.store, item_id=planner.items[0], tag="en", text="Dengue across borders")
    items.set_item_kind(planner.store, item_id=planner.items[0], kind=ItemKind.KEYNOTE)
    items.set_interpretation(
        planner.store, item_id=planner.items[0], interpretation=Interpretation.SIMULTANEOUS, channel="2"
    )

    line = planner.item()

    assert (line.title.texts, line.title.review) == (("报告0", "Dengue across borders"), (True, False))
    assert (line.kind, line.interpretation, line.channel) == (ItemKind.KEYNOTE, Interpretation.SIMULTANEOUS, "2")

    items.confirm_item_title(planner.store, item_id=planner.items[0], tag="zh-Hans")
    assert planner.item().title.review == (False, False)


def test_removing_an_item_takes_its_people_and_undo_brings_them_back(planner: Planner) -> None:
    appearances.add_appearance(planner.store, place=planner.items[0], who=Who(planner.speaker))
    before = planner.part()

    items.remove_item(planner.store, item_id=planner.items[0])
    assert len(planner.part().items) == 2
    planner.store.undo()
    assert planner.part() == before


def test_removing_an_item_moves_nobody_else(planner: Planner) -> None:
    before = [item.begins for item in planner.part().items]
    assert before[0] is not None

    items.remove_item(planner.store, item_id=planner.items[0])

    assert [item.begins for item in planner.part().items] == before[1:]


def test_a_person_appears_and_the_step_names_person_and_item(planner: Planner) -> None:
    appearances.add_appearance(
        planner.store, place=planner.items[0], who=Who(planner.speaker), mode=Mode.VIDEO, provisional=True
    )

    (line,) = planner.item().people

    assert (line.name.latin, line.role, line.mode, line.provisional) == (
        "Nguyễn Song Hải",
        Role.SPEAKER,
        Mode.VIDEO,
        True,
    )
    assert planner.said() == "Added Nguyễn Song Hải to “Talk 0”"


def test_a_chair_leads_a_part(planner: Planner) -> None:
    appearances.add_appearance(planner.store, place=planner.parts[0], who=Who(planner.speaker), role=Role.CHAIR)

    assert [line.role for line in planner.part().chairs] == [Role.CHAIR]
    assert planner.said() == "Added Nguyễn Song Hải to “Forum”"


def test_somebody_to_be_announced_is_later_named_and_an_institution_after_that(planner: Planner) -> None:
    made = appearances.add_appearance(planner.store, place=planner.items[0], who=Who())
    assert planner.item().people[0].label.texts == tuple(localized("To be announced").values())

    appearances.set_who(planner.store, appearance_id=made, who=Who(planner.speaker))
    assert (planner.item().people[0].placeholder, planner.item().people[0].label.texts) == (False, ())

    appearances.set_who(planner.store, appearance_id=made, who=Who(institution_id=planner.institution))
    assert planner.item().people[0].institution.texts == ("卫生厅", "Health Commission")


def test_role_mode_and_certainty_change_and_removing_can_be_undone(planner: Planner) -> None:
    made = appearances.add_appearance(planner.store, place=planner.items[0], who=Who(planner.speaker))
    appearances.set_role(planner.store, appearance_id=made, role=Role.PANELIST)
    appearances.set_appearance_mode(planner.store, appearance_id=made, mode=Mode.ONLINE)
    appearances.set_provisional(planner.store, appearance_id=made, provisional=True)
    before = planner.item()

    appearances.remove_appearance(planner.store, appearance_id=made)

    assert planner.item().people == ()
    assert planner.said() == "Took Nguyễn Song Hải out of “Talk 0”"
    planner.store.undo()
    assert planner.item() == before
    assert (before.people[0].role, before.people[0].mode) == (Role.PANELIST, Mode.ONLINE)
