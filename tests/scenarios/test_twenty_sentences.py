"""Twenty things that a plain list of sessions with start, end, room and speaker can't say.

Each is entered by verbs, found on the printed agenda in both languages, read back out of the planner file and, where
the planning workbook carries it, found again after the workbook went through an empty file.
"""

from pathlib import Path
from uuid import UUID

import numpy as np
import pytest
import zxingcpp

from documents.typesetting import readers
from exchange.filled import Row, known_of
from forumplanner import checks
from forumplanner.actions import (
    acts,
    appearances,
    items,
    people,
    rooms,
    scripts,
    session_details,
    sessions,
    translations,
)
from forumplanner.actions.appearances import Who
from forumplanner.documents.agenda import AgendaOptions
from forumplanner.documents.running_order import running_order
from forumplanner.domain.ids import InstitutionId, ItemId, PersonId
from forumplanner.domain.kinds import Access, Interpretation, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.queries import checks as checks_query
from forumplanner.queries import people as people_query
from forumplanner.queries import running_order as running_order_query
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.findings import FindingKind
from forumplanner.snapshots.programme import ItemLine
from scenarios.planned import DAY, EN, ZH, Planned, items_of, squeezed, two

AFTERNOON = ("13:30", "17:00")


@pytest.fixture
def planned(tmp_path: Path) -> Planned:
    return Planned.new(tmp_path)


def roles(item: ItemLine) -> list[tuple[str, str]]:
    """Role and name (institution, words) of each, in order."""
    return [(str(line.role), line.name.latin or line.institution.side(1) or line.label.side(1)) for line in item.people]


def institutions(planned: Planned) -> dict[str, InstitutionId]:
    """Keys of the directory's institutions by English name."""
    found = known_of(planned.store).table("institution").items()
    return {str(record["name[en]"]): InstitutionId(UUID(key)) for key, record in found}


# 1
def test_nobody_yet_a_role_only_or_an_organisation_speaks(tmp_path: Path) -> None:
    planned = Planned.imported(
        tmp_path, institutions=[{"code": "I1", "name [zh-Hans]": "卫生部", "name [en]": "Ministry of Health"}]
    )
    part = planned.part(planned.session("分论坛", "Forum", AFTERNOON))
    talk = planned.item(part, "热带病", "Tropical disease", 20)
    planned.let(talk, Who())
    planned.let(talk, Who(label=two("世卫组织代表", "Representative of WHO")))
    planned.let(talk, Who(institution_id=institutions(planned)["Ministry of Health"]))

    printed = planned.printed()
    assert all(
        squeezed(words) in printed for words in ("待定", "To be announced", "世卫组织代表", "Representative of WHO")
    )
    assert all(squeezed(words) in printed for words in ("卫生部", "Ministry of Health"))
    wanted = [("speaker", "To be announced"), ("speaker", "Representative of WHO"), ("speaker", "Ministry of Health")]
    assert roles(planned.items()[0]) == roles(items_of(planned.again())[0]) == wanted
    with planned.store.read() as db:
        assert people_query.load(db, forum_id=planned.forum_id).lines == ()


# 2
def test_a_provisional_speaker_is_marked_until_confirmed(planned: Planned) -> None:
    part = planned.part(planned.session("分论坛", "Forum", AFTERNOON))
    chair = planned.let(part, planned.person("陆怀远", "Lu Huaiyuan"), Role.CHAIR, provisional=True)
    seen = planned.let(
        planned.item(part, "登革热", "Dengue", 20), planned.person("沈怀瑾", "Shen Huaijin"), provisional=True
    )

    assert planned.days_printed().count("（待确认）") == planned.days_printed().count("(tobeconfirmed)") == 2
    assert items_of(planned.again())[0].people[0].provisional

    for one in (chair, seen):
        appearances.set_provisional(planned.store, appearance_id=one, provisional=False)
    assert "待确认" not in planned.printed()
    assert not planned.items()[0].people[0].provisional


# 3
def test_one_of_several_posts_is_used_and_differs_per_item(planned: Planned) -> None:
    shen = people.add_person(
        planned.store,
        forum_id=planned.forum_id,
        name=PersonName(zh="沈怀瑾", latin="Shen Huaijin"),
        title=two("院长", "Dean of Medicine"),
        country="CN",
    )
    with planned.store.read() as db:
        person = people_query.load(db, forum_id=planned.forum_id).lines[0].person_id
    alliance = people.add_post(
        planned.store, person_id=PersonId(UUID(person)), title=two("联盟理事长", "Chair of the Alliance")
    )
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    planned.let(planned.item(part, "致辞", "Address", 10), shen)
    second = planned.let(planned.item(part, "报告", "Report", 20), shen)
    appearances.set_post(planned.store, appearance_id=second, post_id=alliance)

    table = planned.days_printed()
    assert all(
        table.count(squeezed(words)) == 1
        for words in ("院长", "Dean of Medicine", "联盟理事长", "Chair of the Alliance")
    )
    assert [item.people[0].post_id for item in planned.items()] == ["", str(alliance)]
    again = planned.again()
    titles = {post.id: post.title.side(1) for post in again.posts}
    assert titles[items_of(again)[1].people[0].post_id] == "Chair of the Alliance"


# 4
def test_several_roles_share_an_item_a_discussant_has_own_minutes(planned: Planned) -> None:
    part = planned.part(planned.session("分论坛", "Forum", AFTERNOON))
    panel = planned.item(part, "圆桌讨论", "Panel", 60, ItemKind.PANEL)
    planned.let(panel, planned.person("陆怀远", "Lu Huaiyuan"), Role.MODERATOR)
    for n in range(1, 8):
        planned.let(panel, planned.person(f"嘉宾{n}", f"Panellist Number{n}"), Role.PANELIST)
    planned.let(panel, Who(label=two("青年学者代表", "Representative of young scholars")), Role.PANELIST)
    discussant = planned.let(panel, planned.person("罗松", "Luo Song"), Role.DISCUSSANT)
    appearances.set_own_minutes(planned.store, appearance_id=discussant, minutes=8)

    table = planned.days_printed()
    assert all(squeezed(f"Panellist Number{n}") in table for n in range(1, 8))
    assert all(
        squeezed(words) in table for words in ("学术主持", "Moderator", "青年学者代表", "点评嘉宾（8 分钟）", "(8 min)")
    )
    for item in (planned.items()[0], items_of(planned.again())[0]):
        assert [role for role, _name in roles(item)] == ["moderator", *["panelist"] * 8, "discussant"]
        assert item.people[-1].minutes == 8


# 5
PARTNERS: list[Row] = [
    {"code": "I1", "name [zh-Hans]": "云岭医科大学", "name [en]": "Yunling Medical University"},
    {"code": "I2", "name [zh-Hans]": "万象卫生大学", "name [en]": "Vientiane University of Health"},
    {"code": "I3", "name [zh-Hans]": "孔敬大学", "name [en]": "Mekong University"},
]


def ceremony(planned: Planned, kind: ItemKind) -> ItemId:
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    return planned.item(part, "仪式", "Ceremony", 10, kind)


def test_several_pairs_sign_with_signatories_and_a_witness(tmp_path: Path) -> None:
    planned = Planned.imported(tmp_path, institutions=PARTNERS)
    signing = ceremony(planned, ItemKind.SIGNING)
    known = institutions(planned)
    home = known["Yunling Medical University"]
    for title, other in (
        (two("合作备忘录", "Memorandum of Understanding"), known["Vientiane University of Health"]),
        (two("联合培养协议", "Joint Training Agreement"), known["Mekong University"]),
    ):
        act = acts.add_act(
            planned.store,
            item_id=signing,
            title=title,
            people=[(Who(institution_id=party), Role.SIGNATORY) for party in (home, other)],
        )
    for name, role in (("沈怀瑾", Role.SIGNATORY), ("罗松", Role.WITNESS)):
        seen = Who(planned.person(name, f"Signer {role}"))
        appearances.add_appearance(planned.store, place=signing, who=seen, role=role, act_id=act)

    table = planned.days_printed()
    for words in (
        "(1)合作备忘录",
        "云岭医科大学与万象卫生大学",
        "(2)联合培养协议",
        "Joint Training Agreement",
        "Yunling Medical University and Mekong University",
        "签约代表",
        "Signer witness",
    ):
        assert squeezed(words) in table, words

    found = planned.items()[0].acts
    assert [(act.title.side(1), len(act.people)) for act in found] == [
        ("Memorandum of Understanding", 2),
        ("Joint Training Agreement", 4),
    ]


@pytest.mark.parametrize(
    ("kind", "title", "role"),
    [
        (ItemKind.UNVEILING, ("联合实验室", "Joint Laboratory"), Role.PRESENTER),
        (ItemKind.PLAQUE, ("培训基地", "Training Base"), Role.RECIPIENT),
        (ItemKind.APPOINTMENT, ("客座教授", "Visiting Professor"), Role.RECIPIENT),
        (ItemKind.CONFERMENT, ("荣誉博士", "Honorary Doctor"), Role.RECIPIENT),
        (ItemKind.AWARD, ("优秀论文奖", "Best Paper Award"), Role.RECIPIENT),
        (ItemKind.RELEASE, ("区域医学教育蓝皮书", "Blue Book on Medical Education"), Role.PRESENTER),
        (ItemKind.ADOPTION, ("联盟章程", "Charter of the Alliance"), Role.PRESENTER),
        (ItemKind.DECLARATION, ("昆明宣言", "Kunming Declaration"), Role.SPEAKER),
    ],
)
def test_a_ceremony_says_what_to_whom_and_by_whom(
    planned: Planned, kind: ItemKind, title: tuple[str, str], role: Role
) -> None:
    item = ceremony(planned, kind)
    who = Who(planned.person("沈怀瑾", "Shen Huaijin"))
    acts.add_act(planned.store, item_id=item, title=two(*title), people=[(who, role)])
    planned.let(item, planned.person("陆怀远", "Lu Huaiyuan"), Role.PRESENTER)

    table = planned.days_printed()
    assert all(squeezed(words) in table for words in (*title, "沈怀瑾", "Shen Huaijin", "陆怀远"))
    (act,) = planned.items()[0].acts
    assert (act.title.texts, [(line.role, line.name.zh) for line in act.people]) == (title, [(role, "沈怀瑾")])


def test_institutions_are_admitted_as_a_list(tmp_path: Path) -> None:
    planned = Planned.imported(tmp_path, institutions=PARTNERS)
    item = ceremony(planned, ItemKind.ADMISSION)
    members = [(Who(institution_id=key), Role.RECIPIENT) for key in institutions(planned).values()]
    acts.add_act(planned.store, item_id=item, title=two("成员单位", "Member institutions"), people=members[1:])

    table = planned.days_printed()
    assert squeezed("万象卫生大学、孔敬大学") in table or squeezed("孔敬大学、万象卫生大学") in table
    assert len(planned.items()[0].acts[0].people) == 2


# 6
def test_two_addresses_share_a_slot_and_an_order_is_known_without_times(planned: Planned) -> None:
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    slot = planned.item(part, "致辞", "Addresses", 10, ItemKind.ADDRESS)
    for name in ("沈怀瑾", "陆怀远"):
        planned.let(slot, planned.person(name, f"Speaker {name}"))
    later = planned.part(planned.session("工作会议", "Work meeting", kind=SessionKind.WORK_MEETING))
    for title in ("甲议题", "乙议题", "丙议题"):
        planned.item(later, title, f"Topic {title}", kind=ItemKind.DISCUSSION)

    table = planned.days_printed()
    assert table.index("沈怀瑾") < table.index("陆怀远")
    assert all(f"{n}{title}" in table for n, title in enumerate(("甲议题", "乙议题", "丙议题"), start=1))
    again = items_of(planned.again())
    assert [item.title.side(0) for item in again] == ["致辞", "甲议题", "乙议题", "丙议题"]
    assert [(item.begins, item.minutes) for item in again[1:]] == [(None, None)] * 3
    assert len(again[0].people) == 2


# 7
def test_one_meeting_has_two_titles_and_is_part_of_a_series(tmp_path: Path) -> None:
    planned = Planned.imported(
        tmp_path,
        forum=[
            {
                "code": "yl26",
                "title [zh-Hans]": "第七届云岭医学教育论坛",
                "title [en]": "7th Yunling Forum on Medical Education",
                "title 2 [zh-Hans]": "南亚东南亚医学教育联盟理事会",
                "title 2 [en]": "Council of the Medical Education Alliance",
                "part of [zh-Hans]": "中国—东盟教育交流周",
                "part of [en]": "China-ASEAN Education Week",
                "start date": "2026-11-14",
            }
        ],
    )
    printed = planned.printed(AgendaOptions(glance=False, days=False, forums=False))
    for words in (
        "第七届云岭医学教育论坛",
        "7th Yunling Forum on Medical Education",
        "南亚东南亚医学教育联盟理事会",
        "Council of the Medical Education Alliance",
        "中国—东盟教育交流周",
        "China-ASEAN Education Week",
    ):
        assert squeezed(words) in printed, words
    assert len(planned.paper().titles) == 2


# 8
def test_organisers_stand_in_four_levels_and_each_parallel_forum_has_its_own(tmp_path: Path) -> None:
    ranks = ["host", "guidance", "organizer", "coorganizer"]
    planned = Planned.imported(
        tmp_path,
        institutions=[
            {"code": f"I{n}", "name [zh-Hans]": f"第{n}大学", "name [en]": f"University {n}"} for n in range(1, 6)
        ],
        tracks=[{"code": "A", "title [zh-Hans]": "护理", "title [en]": "Nursing"}],
        organisers=[
            *[{"role": rank, "institution": f"I{n}"} for n, rank in enumerate(ranks, start=1)],
            {"role": "organizer", "institution": "I5", "track": "A"},
        ],
        sessions=[
            {"code": "S1", "kind": "parallel", "track": "A", "day": "2026-11-14", "start": "09:00", "end": "12:00"}
        ],
        items=[{"session": "S1", "title [zh-Hans]": "报告", "minutes": 20}],
    )
    cover = planned.printed(AgendaOptions(glance=False, days=False, forums=False))
    for words in ("主办单位", "Hosted by", "指导单位", "Under the guidance of", "承办单位", "协办单位", "第4大学"):
        assert squeezed(words) in cover, words
    assert "第5大学" not in cover
    assert "第5大学" in planned.printed(AgendaOptions(cover=False, glance=False, days=False))
    assert [str(group.role) for group in planned.paper().organisers] == ranks
    assert planned.paper().tracks[0].conveners == (("第5大学", "University 5"),)


# 9
def test_one_printed_row_stands_for_several_parallel_things(planned: Planned) -> None:
    part = planned.part(planned.session("分组讨论", "Group discussions", AFTERNOON, SessionKind.WORKSHOP))
    groups = planned.item(part, "分组讨论（各会议室）", "Group discussions (meeting rooms)", 90, ItemKind.DISCUSSION)
    for n, zh in enumerate(("护理组", "公共卫生组", "药学组"), start=1):
        acts.add_act(planned.store, item_id=groups, title=two(zh, f"Group {n}"))

    table = planned.days_printed()
    assert table.count("15:00") == 1
    assert [f"({n}){zh}" in table for n, zh in enumerate(("护理组", "公共卫生组", "药学组"), start=1)] == [True] * 3
    assert [act.title.side(1) for act in planned.items()[0].acts] == ["Group 1", "Group 2", "Group 3"]


# 10
def test_things_that_are_no_sessions_stand_in_the_programme(planned: Planned) -> None:
    made = [
        planned.session("签到", "Registration", ("08:00", "09:00"), SessionKind.REGISTRATION),
        planned.session("成果展", "Exhibition", ("09:00", "17:00"), SessionKind.EXHIBITION),
        planned.session("午餐", "Lunch", ("12:00", "13:30"), SessionKind.MEAL),
        planned.session("乘车返回", "Transfer to the hotel", ("17:00", "17:40"), SessionKind.TRANSFER),
        planned.session("礼宾会见", "Protocol meeting", ("10:00", "10:30"), SessionKind.WORK_MEETING),
    ]
    sessions.set_access(planned.store, session_id=made[4], access=Access.CLOSED)
    trip = planned.session("实地考察", "Field trip", ("14:00", "17:00"), SessionKind.VISIT)
    for n, zh in enumerate("甲乙丙丁", start=1):
        planned.item(planned.part(trip), f"{zh}线：社区医院", f"Route {n}: community hospital", kind=ItemKind.OTHER)

    table = planned.days_printed()
    for words in (
        "签到",
        "Registration",
        "成果展",
        "Lunch",
        "乘车返回",
        "礼宾会见",
        "不公开",
        "Closed",
        "甲线：社区医院",
    ):
        assert squeezed(words) in table, words
    assert all(squeezed(f"Route {n}: community hospital") in table for n in range(1, 5))
    kinds = [str(one.kind) for one in planned.again().sessions]
    assert kinds == ["registration", "exhibition", "work_meeting", "meal", "visit", "transfer"]


# 11
def test_each_appearance_has_a_mode_of_its_own(planned: Planned) -> None:
    part = planned.part(planned.session("主旨报告", "Keynotes", ("10:00", "12:00"), SessionKind.KEYNOTES))
    planned.let(part, planned.person("陆怀远", "Lu Huaiyuan"), Role.CHAIR, mode=Mode.ONLINE)
    talk = planned.item(part, "登革热", "Dengue", 20, ItemKind.KEYNOTE)
    for name, mode in (("沈怀瑾", Mode.ON_SITE), ("罗松", Mode.ONLINE), ("宁蒂", Mode.VIDEO)):
        planned.let(talk, planned.person(name, f"Speaker {mode}"), mode=mode)

    table = planned.days_printed()
    legend = planned.days_printed().count("视频")
    assert legend == 2
    assert table.count("线上") == 3
    assert "（线上）" in table
    wanted = [Mode.ON_SITE, Mode.ONLINE, Mode.VIDEO]
    assert [line.mode for line in planned.items()[0].people] == wanted
    assert [line.mode for line in items_of(planned.again())[0].people] == wanted


# 12
def test_a_delegation_with_unnamed_people_and_a_consular_guest_known_by_post(tmp_path: Path) -> None:
    planned = Planned.imported(
        tmp_path,
        institutions=[{"code": "I1", "name [zh-Hans]": "万象卫生大学", "name [en]": "Vientiane University of Health"}],
        people=[
            {
                "code": "P1",
                "Chinese name": "坎玛妮",
                "Latin name": "Khammany",
                "delegation": "D1",
                "role in delegation": "head",
            }
        ],
        delegations=[
            {"code": "D1", "name [zh-Hans]": "老挝代表团", "name [en]": "Delegation of Laos", "unnamed people": 6}
        ],
        consular=[
            {
                "post code": "V1",
                "country": "VN",
                "city [zh-Hans]": "昆明",
                "city [en]": "Kunming",
                "class": "consul_general",
            }
        ],
    )
    known = known_of(planned.store)
    (delegation,) = known.table("delegation").values()
    (guest,) = known.table("consular_guest").values()
    assert (delegation["unnamed"], "participant_id" in guest) == (6, False)

    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    intro = planned.item(part, "介绍来宾", "Introduction of guests", 5, ItemKind.INTRODUCTION)
    party = planned.let(intro, Who(institution_id=institutions(planned)["Vientiane University of Health"]))
    label = TextRef("appearance", str(party), "label")
    for tag, words in ((ZH, "坎玛妮校长一行6人"), (EN, "President Khammany and party of 6")):
        translations.write_text(planned.store, ref=label, tag=tag, text=words)
    planned.let(intro, Who(label=two("越南驻昆明总领事", "Consul-General of Viet Nam in Kunming")))

    table = planned.days_printed()
    for words in (
        "万象卫生大学",
        "坎玛妮校长一行6人",
        "and party of 6",
        "越南驻昆明总领事",
        "Consul-General of Viet Nam in Kunming",
    ):
        assert squeezed(words) in table, words
    shown = items_of(planned.again())[0].people
    assert [line.label.side(0) for line in shown] == ["坎玛妮校长一行6人", "越南驻昆明总领事"]


# 13
def test_odd_minutes_two_minute_items_and_items_past_midnight(planned: Planned) -> None:
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    planned.item(part, "致辞", "Address", 28, ItemKind.ADDRESS)
    planned.item(part, "揭牌", "Unveiling", 2, ItemKind.UNVEILING)
    planned.item(part, "合影", "Photo", 7, ItemKind.PHOTO)
    night = planned.session("晚宴", "Banquet", ("22:30", "24:40"), SessionKind.BANQUET)
    show = planned.item(planned.part(night), "演出", "Performance", 100, ItemKind.PERFORMANCE)
    planned.item(planned.part(night), "告别", "Farewell", 20, ItemKind.OTHER)

    table = planned.days_printed()
    for words in ("09:00–09:28", "09:28–09:30", "09:30–09:37", "22:30–00:10", "00:10–00:30", "22:30–00:40"):
        assert words in table, words
    assert [item.begins for item in planned.items()] == [540, 568, 570, 1350, 1450]
    again = planned.again()
    assert [item.begins for item in items_of(again)] == [540, 568, 570, 1350, 1450]
    assert {one.day for one in again.sessions} == {DAY}
    assert planned.items()[3].id == str(show)


# 14
def test_a_session_has_capacity_access_and_expected_people(planned: Planned) -> None:
    room = rooms.add_room(planned.store, forum_id=planned.forum_id, name=two("贵宾厅", "VIP Room"), capacity=24)
    made = planned.session("闭门会", "Round table", AFTERNOON, SessionKind.ROUND_TABLE)
    sessions.put_in_room(planned.store, session_id=made, room_id=room)
    sessions.set_access(planned.store, session_id=made, access=Access.BY_INVITATION)
    sessions.set_expected(planned.store, session_id=made, expected=30)

    assert all(squeezed(words) in planned.printed() for words in ("贵宾厅", "VIP Room", "凭请柬", "By invitation"))
    for found in (planned.programme(), planned.again()):
        (session,) = found.sessions
        seats = {one.id: one.capacity for one in found.rooms}
        assert (session.access, session.expected, seats[session.room_ids[0]]) == (Access.BY_INVITATION, 30, 24)
    with planned.store.read() as db:
        kinds = {finding.kind for finding in checks.run(checks_query.load(db, forum_id=planned.forum_id))}
    assert FindingKind.ROOM_TOO_SMALL in kinds


# 15
def test_one_person_in_two_rooms_at_once_is_found(planned: Planned) -> None:
    who = planned.person("沈怀瑾", "Shen Huaijin")
    halls = [rooms.add_room(planned.store, forum_id=planned.forum_id, name=two(f"{n}厅", f"Hall {n}")) for n in (1, 2)]
    for n, start in enumerate(("13:30", "13:40")):
        made = planned.session(f"论坛{n}", f"Forum {n}", (start, "15:00"))
        sessions.put_in_room(planned.store, session_id=made, room_id=halls[n])
        planned.let(planned.item(planned.part(made), f"报告{n}", f"Report {n}", 60), who)

    with planned.store.read() as db:
        found = checks.run(checks_query.load(db, forum_id=planned.forum_id))
    (clash,) = [finding for finding in found if finding.kind is FindingKind.PERSON_OVERLAP]
    assert (clash.minutes, clash.about(str(who))) == (50, True)
    assert planned.days_printed().count("沈怀瑾") == 2


# 16
def test_a_moderator_hands_over_in_mid_session(planned: Planned) -> None:
    made = planned.session("分论坛", "Forum", AFTERNOON)
    first, second = planned.part(made), planned.next_part(made, "15:40")
    planned.let(first, planned.person("陆怀远", "Lu Huaiyuan"), Role.MODERATOR)
    planned.let(second, planned.person("罗松", "Luo Song"), Role.MODERATOR)
    for part in (first, second):
        planned.item(part, "报告", "Report", 30)

    table = planned.days_printed()
    for words in ("上半场", "First half", "陆怀远", "下半场", "Second half", "Luo Song"):
        assert squeezed(words) in table, words
    for found in (planned.line(made), planned.again().sessions[0]):
        assert [[line.name.zh for line in part.chairs] for part in found.parts] == [["陆怀远"], ["罗松"]]


# 17
def test_an_item_has_its_language_and_interpretation_channel(planned: Planned) -> None:
    part = planned.part(planned.session("分论坛", "Forum", AFTERNOON))
    talk = planned.item(part, "登革热", "Dengue", 20)
    items.set_item_languages(planned.store, item_id=talk, languages=("lo",))
    items.set_interpretation(planned.store, item_id=talk, interpretation=Interpretation.SIMULTANEOUS, channel="2")
    plain = planned.item(part, "中文报告", "Talk in Chinese", 20)
    items.set_item_languages(planned.store, item_id=plain, languages=("zh-Hans",))

    table = planned.days_printed()
    assert squeezed("用老挝文 · 同声传译，频道 2") in table
    assert squeezed("In Lao · simultaneous interpretation, channel 2") in table
    assert "用中文" not in table
    for item in (planned.items()[0], items_of(planned.again())[0]):
        assert (item.languages, item.interpretation, item.channel) == (("lo",), Interpretation.SIMULTANEOUS, "2")


# 18
def test_an_item_and_the_forum_have_replay_codes(tmp_path: Path) -> None:
    forum: Row = {
        "code": "yl26",
        "title [zh-Hans]": "云岭论坛",
        "title [en]": "Yunling Forum",
        "start date": "2026-11-14",
        "replay link": "https://replay.example/yl26",
    }
    planned = Planned.imported(tmp_path, forum=[forum])
    part = planned.part(planned.session("主旨报告", "Keynotes", ("10:00", "12:00"), SessionKind.KEYNOTES))
    talk = planned.item(part, "登革热", "Dengue", 20, ItemKind.KEYNOTE)
    items.set_item_url(planned.store, item_id=talk, url="https://replay.example/yl26/dengue?t=1200")
    planned.item(part, "疟疾", "Malaria", 20, ItemKind.KEYNOTE)

    def codes(options: AgendaOptions) -> list[str]:
        shown = readers.picture(planned.pdf(options), scale=4).astype(np.uint8)
        return [code.text for code in zxingcpp.read_barcodes(shown)]

    assert codes(AgendaOptions(glance=False, days=False)) == ["https://replay.example/yl26"]
    assert codes(AgendaOptions(cover=False, glance=False)) == ["https://replay.example/yl26/dengue?t=1200"]
    for found in (planned.items(), items_of(planned.again())):
        assert [item.url for item in found] == ["https://replay.example/yl26/dengue?t=1200", ""]


# 19
def test_each_item_has_a_bilingual_script_for_the_host(planned: Planned) -> None:
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    talk = planned.item(part, "致辞", "Address", 10, ItemKind.ADDRESS)
    scripts.set_script(planned.store, item_id=talk, tag=ZH, text="下面有请沈校长致辞。")
    scripts.set_script(planned.store, item_id=talk, tag=EN, text="May I now invite President Shen to speak.")

    with planned.store.read() as db:
        order = running_order_query.load(db, forum_id=planned.forum_id)
    assert order.sessions[0].items[0].own == ("下面有请沈校长致辞。", "May I now invite President Shen to speak.")
    assert "下面有请沈校长致辞" not in planned.printed()
    assert squeezed("致辞") in squeezed(readers.by_pdfium(running_order(order).pdf))


# 20
def test_honorifics_stand_before_and_suffixes_after_names(planned: Planned) -> None:
    part = planned.part(planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING))
    honours = {"courtesy_en": "H.E. Tan Sri Dato' Seri Dr.", "suffix_en": "MH, JP"}
    guest = planned.person("陈国强", "Tan Kok Keong", family="Tan", **honours)
    planned.let(planned.item(part, "致辞", "Address", 10, ItemKind.ADDRESS), guest)

    assert squeezed("H.E. Tan Sri Dato' Seri Dr. TAN Kok Keong, MH, JP") in planned.days_printed()
    record = known_of(planned.store).table("person")
    (kept,) = record.values()
    assert (kept["name.courtesy_en"], kept["name.suffix_en"]) == (honours["courtesy_en"], honours["suffix_en"])
    assert items_of(planned.again())[0].people[0].name.latin == "Tan Kok Keong"


def test_a_session_is_relayed_and_both_rooms_are_printed(planned: Planned) -> None:
    halls = [
        rooms.add_room(planned.store, forum_id=planned.forum_id, name=two(f"{n}号厅", f"Hall {n}")) for n in (1, 2)
    ]
    made = planned.session("开幕式", "Opening", ("09:00", "10:00"), SessionKind.OPENING)
    sessions.put_in_room(planned.store, session_id=made, room_id=halls[0])
    session_details.relay_session(planned.store, session_id=made, room_id=halls[1])

    assert squeezed("1号厅、2号厅") in planned.days_printed()
    assert len(planned.again().sessions[0].room_ids) == 2
