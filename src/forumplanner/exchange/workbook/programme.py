"""Sheets of the planning workbook that say what happens: rooms, parallel forums, sessions, parts, items, appearances.

A column's `record` and `path` say which attribute of which record a cell fills; see `columns.Column`.
"""

from typing import Final

from forumplanner.domain import kinds
from forumplanner.exchange.workbook.columns import CODE, NOTES, ORDER, Column, Kind, make_sheet, reference, words
from forumplanner.snapshots.import_plan import Subject

ROOMS: Final = make_sheet(
    Subject.ROOMS,
    ("会场", "Rooms"),
    CODE,
    words("name", "名称", "name", "name", "会场名称", "会场", "room"),
    words("building", "楼宇", "building", "building", "楼", width=20),
    Column("floor", "楼层", "floor", Kind.TEXT, "", "floor"),
    Column("capacity", "容量", "capacity", Kind.NUMBER, "", "capacity", ("座位数", "seats")),
    Column("layout", "布置", "layout", Kind.TEXT, "", "layout", ("台型",)),
    Column("equipment", "设备", "equipment", Kind.TEXT, "", "equipment"),
    Column("booths", "同传间", "interpretation booths", Kind.NUMBER, "", "booths", ("booths", "同传箱")),
    ORDER,
    table="room",
    prefix="R",
    aliases=("会议室", "room"),
)

TRACKS: Final = make_sheet(
    Subject.TRACKS,
    ("分论坛", "Tracks"),
    CODE,
    words("title", "名称", "title", "title", "分论坛名称", "分论坛", "标题", "name"),
    reference(
        "convener", "召集单位", "convening institution", "convener_id", Subject.INSTITUTIONS, "convener", "承办单位"
    ),
    Column("colour", "颜色", "colour", Kind.PLAIN, "", "colour", ("color",)),
    Column("contact", "联系方式", "contact", Kind.TEXT, "", "contact", ("联系人",)),
    ORDER,
    table="track",
    prefix="",
    aliases=("平行论坛", "parallel forums", "track"),
)

SESSIONS: Final = make_sheet(
    Subject.SESSIONS,
    ("场次", "Sessions"),
    CODE,
    Column("kind", "类型", "kind", Kind.CHOICE, "", "kind", ("场次类型", "type"), choices=kinds.SessionKind, width=28),
    words("title", "名称", "title", "title", "标题", "场次名称", "name"),
    words("summary", "简介", "summary", "summary", "内容"),
    Column("day", "日期", "day", Kind.DAY, "", "day", ("date",)),
    Column("start", "开始", "start", Kind.CLOCK, "", "starts_at", ("开始时间", "start time", "时间", "time")),
    Column("end", "结束", "end", Kind.CLOCK, "", "ends_at", ("结束时间", "end time")),
    Column("zone", "时区", "time zone", Kind.ZONE, "", "zone", ("timezone", "zone")),
    reference("track", "分论坛", "track", "track_id", Subject.TRACKS, "平行论坛"),
    Column("rooms", "会场", "rooms", Kind.REFERENCES, "", "rooms", ("room", "会议室"), to=Subject.ROOMS),
    words("place", "地点", "place", "place", "场外地点", width=20),
    Column("access", "参加范围", "access", Kind.CHOICE, "", "access", choices=kinds.Access, width=28),
    Column("url", "链接", "link", Kind.PLAIN, "", "url", ("网址", "url")),
    Column("expected", "预计人数", "expected people", Kind.NUMBER, "", "expected", ("expected", "人数")),
    ORDER,
    NOTES,
    table="session",
    prefix="S",
    aliases=("日程", "session"),
)

PARTS: Final = make_sheet(
    Subject.PARTS,
    ("半场", "Parts"),
    CODE,
    reference("session", "场次", "session", "session_id", Subject.SESSIONS),
    words("title", "名称", "title", "title", "标题", "name"),
    Column("start", "开始", "start", Kind.CLOCK, "", "starts_at", ("开始时间", "start time", "时间", "time")),
    Column("end", "结束", "end", Kind.CLOCK, "", "ends_at", ("结束时间", "end time")),
    ORDER,
    table="part",
    prefix="H",
    aliases=("part", "halves"),
)

ITEMS: Final = make_sheet(
    Subject.ITEMS,
    ("议程项", "Items"),
    CODE,
    reference("part", "半场", "part", "part_id", Subject.PARTS),
    reference("session", "场次", "session", "", Subject.SESSIONS),
    Column("kind", "类型", "kind", Kind.CHOICE, "", "kind", ("类别", "type"), choices=kinds.ItemKind, width=28),
    words("title", "题目", "title", "title", "名称", "标题", "内容", "name", "content", width=40),
    words("abstract", "摘要", "abstract", "abstract", "简介", width=24),
    Column("start", "开始", "start", Kind.CLOCK, "", "starts_at", ("开始时间", "start time", "时间", "time")),
    Column("minutes", "分钟", "minutes", Kind.NUMBER, "", "minutes", ("时长", "duration")),
    Column("languages", "语言", "languages", Kind.TAGS, "", "languages", ("语种", "language")),
    Column(
        "interpretation",
        "传译",
        "interpretation",
        Kind.CHOICE,
        "",
        "interpretation",
        ("翻译方式",),
        choices=kinds.Interpretation,
        width=28,
    ),
    Column("channel", "频道", "channel", Kind.PLAIN, "", "channel"),
    Column("media", "视频", "video", Kind.TEXT, "", "media", ("视频文件", "media", "video file")),
    Column("url", "链接", "link", Kind.PLAIN, "", "url", ("网址", "url", "回放", "replay")),
    words("script", "主持词", "script", "script", "串词", width=24),
    ORDER,
    NOTES,
    table="item",
    prefix="N",
    aliases=("议程", "agenda", "item"),
)

APPEARANCES: Final = make_sheet(
    Subject.APPEARANCES,
    ("出场", "Appearances"),
    CODE,
    reference("item", "议程项", "item", "item_id", Subject.ITEMS),
    reference("part", "半场", "part", "part_id", Subject.PARTS),
    reference("session", "场次", "session", "", Subject.SESSIONS),
    reference("person", "人员", "person", "participant_id", Subject.PEOPLE, "姓名", "participant", "speaker", "报告人"),
    reference("institution", "单位", "institution", "institution_id", Subject.INSTITUTIONS, "organisation"),
    words("label", "说明文字", "label", "label", "文字", "待定说明", width=24),
    Column("role", "角色", "role", Kind.CHOICE, "", "role", ("出场角色",), choices=kinds.Role, width=24),
    Column("mode", "方式", "mode", Kind.CHOICE, "", "mode", ("出场方式",), choices=kinds.Mode, width=20),
    Column("post_used", "所用职务", "post used", Kind.POST, "", "post_id", width=11),
    Column("provisional", "暂定", "provisional", Kind.YES_NO, "", "provisional", ("待确认", "to be confirmed")),
    Column("minutes", "分钟", "minutes", Kind.NUMBER, "", "minutes", ("时长",)),
    ORDER,
    table="appearance",
    prefix="X",
    aliases=("appearance", "speakers", "演讲人"),
)
