"""Sheets of the planning workbook that say who: forum, organisers, institutions, people, delegations, consular guests.

A column's `record` and `path` say which attribute of which record a cell fills; see `columns.Column`.
"""

from dataclasses import replace
from typing import Final

from forumplanner.domain import guest_kinds, kinds
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.names import NameOrder
from forumplanner.exchange.workbook.columns import CODE, NOTES, ORDER, Column, Kind, make_sheet, reference, words
from forumplanner.snapshots.import_plan import Subject


def _name(key: str, zh: str, en: str, *aliases: str, kind: Kind = Kind.NAME, **more: object) -> Column:
    """A column of a person's name."""
    base = Column(key, zh, en, kind, "person", f"name.{key}", aliases, width=18)
    return replace(base, **more)  # type: ignore[arg-type]  # the names are Column's own


def _confirmed(key: str, zh: str, en: str, path: str) -> Column:
    return Column(key, zh, en, Kind.YES_NO, "person", path, width=12)


def _journey(direction: str, zh: str, en: str, at_zh: str, *aliases: str) -> tuple[Column, ...]:
    """The five columns of an arrival or a departure; several where the number is repeated."""

    def column(key: str, words: tuple[str, str], kind: Kind, path: str, *more: str, width: int = 14) -> Column:
        name = f"{direction}_{key}".removesuffix("_at")
        return Column(name, words[0], words[1], kind, direction, path, more, numbered=True, width=width)

    return (
        column("at", (at_zh, en), Kind.MOMENT, "at", *aliases, f"{zh}日期", f"{en} time", width=18),
        column(
            "carrier", (f"{zh}航班车次", f"{en} flight or train"), Kind.PLAIN, "carrier", f"{zh}航班", f"{en} flight"
        ),
        column("place", (f"{zh}地点", f"{en} place"), Kind.TEXT, "place", f"{zh}机场", f"{zh}车站", f"{en} airport"),
        column("note", (f"{zh}说明", f"{en} note"), Kind.TEXT, "as_written", f"{zh}备注"),
        column("zone", (f"{zh}时区", f"{en} zone"), Kind.ZONE, "zone"),
    )


FORUM: Final = make_sheet(
    Subject.FORUM,
    ("论坛", "Forum"),
    replace(CODE, path="slug", aliases=(*CODE.aliases, "slug")),
    words("title", "名称", "title", "titles[{n}]", "论坛名称", "标题", "会议名称", "name", numbered=True, width=40),
    words("short_title", "简称", "short title", "short_title", "论坛简称", "short name"),
    words("theme", "主题", "theme", "theme"),
    words("series", "系列", "series", "series", "系列名称"),
    Column("edition", "届次", "edition", Kind.TEXT, "", "edition", ("届",)),
    words("umbrella", "所属活动", "part of", "umbrella", "总活动", "umbrella"),
    Column("starts_on", "开始日期", "start date", Kind.DAY, "", "starts_on", ("开始", "start", "first day")),
    Column("ends_on", "结束日期", "end date", Kind.DAY, "", "ends_on", ("结束", "end", "last day")),
    Column("country", "国家", "country", Kind.COUNTRY, "", "country", ("举办国",)),
    words("city", "城市", "city", "city", "举办城市", width=14),
    words("venue", "地点", "venue", "venue", "场馆", "会场", width=24),
    Column("zone", "时区", "time zone", Kind.ZONE, "", "zone", ("timezone", "zone"), width=16),
    Column("languages", "语言", "languages", Kind.TAGS, "", "languages", ("语种", "language pair")),
    Column("mode", "形式", "mode", Kind.CHOICE, "", "mode", ("举办形式",), choices=kinds.ForumMode, width=20),
    Column("live_url", "直播链接", "live link", Kind.PLAIN, "", "live_url", ("直播",)),
    Column("replay_url", "回放链接", "replay link", Kind.PLAIN, "", "replay_url", ("回放",)),
    Column("mailbox", "邮箱", "mailbox", Kind.PLAIN, "", "mailbox", ("联系邮箱", "email", "contact mailbox"), width=24),
    Column("phone", "电话", "phone", Kind.PLAIN, "", "phone", ("联系电话", "telephone")),
    Column("badge_prefix", "证件前缀", "badge prefix", Kind.PLAIN, "", "badge_prefix"),
    Column("accent", "主色", "accent colour", Kind.PLAIN, "", "accent", ("accent",)),
    Column("note", "备注", "note", Kind.LONG, "", "notes[{n}]", ("说明", "notes", "remark"), numbered=True, width=40),
    Column("reported", "报道数据", "reported", Kind.TEXT, "", "reported", ("公布数据",), keyed=True),
    table="forum",
    prefix="F",
    aliases=("论坛信息", "会议信息", "forums"),
)

ORGANISERS: Final = make_sheet(
    Subject.ORGANISERS,
    ("组织单位", "Organisers"),
    replace(CODE, path=""),
    Column(
        "role", "角色", "role", Kind.CHOICE, "", "role", ("类别", "组织角色"), choices=kinds.OrganiserRole, width=30
    ),
    reference("institution", "单位", "institution", "institution_id", Subject.INSTITUTIONS, "单位编号", "单位名称"),
    reference("track", "分论坛", "track", "track_id", Subject.TRACKS, "平行论坛", "parallel forum"),
    ORDER,
    table="organiser",
    prefix="O",
    aliases=("主办单位", "organizers"),
)

INSTITUTIONS: Final = make_sheet(
    Subject.INSTITUTIONS,
    ("单位", "Institutions"),
    CODE,
    words("name", "名称", "name", "name", "单位名称", "单位", "institution", "机构名称", width=40),
    words("short_name", "简称", "short name", "short_name", "单位简称"),
    Column("country", "国家", "country", Kind.COUNTRY, "", "country", ("国别", "所在国")),
    words("city", "城市", "city", "city", width=14),
    Column("kind", "类型", "kind", Kind.CHOICE, "", "kind", ("性质", "type"), choices=kinds.InstitutionKind, width=24),
    reference("parent", "上级单位", "parent", "parent_id", Subject.INSTITUTIONS, "隶属", "parent institution"),
    Column("standing", "联盟身份", "standing", Kind.CHOICE, "", "standing", choices=kinds.Standing, width=30),
    Column("standing_since", "身份起始日期", "standing since", Kind.DAY, "", "standing_since", ("加入日期",)),
    Column("standing_occasion", "身份由来", "standing occasion", Kind.TEXT, "", "standing_occasion", ("加入场合",)),
    table="institution",
    prefix="I",
    aliases=("机构", "单位名录", "institution"),
)

PEOPLE: Final = make_sheet(
    Subject.PEOPLE,
    ("参会人员", "People"),
    CODE,
    _name("name_zh", "中文姓名", "Chinese name", "姓名", "名字", "name [zh-Hans]", kind=Kind.NAME_ZH, path="name.zh"),
    _name(
        "name_latin",
        "外文姓名",
        "Latin name",
        "姓名拼音",
        "拼音",
        "护照姓名",
        "英文姓名",
        "name [en]",
        "name",
        "passport name",
        "name as in passport",
        path="name.latin",
        width=24,
    ),
    _name("name_native", "母语姓名", "native name", "本国文字姓名", path="name.native"),
    _name("native_language", "母语语种", "native language", kind=Kind.PLAIN),
    _name("family", "姓", "family name", "surname", "last name", "姓氏"),
    _name("given", "名", "given name", "first name", "given names"),
    _name("courtesy_zh", "中文敬称", "Chinese courtesy title", kind=Kind.TEXT),
    _name("courtesy_en", "英文敬称", "courtesy title", "称谓", "英文称谓", "honorific", kind=Kind.TEXT),
    _name("suffix_en", "英文后缀", "suffix", kind=Kind.TEXT),
    _name("address_zh", "中文称呼", "Chinese form of address", kind=Kind.TEXT),
    _name("address_en", "英文称呼", "form of address", "address as", kind=Kind.TEXT),
    _name("pronunciation", "读音提示", "pronunciation", "读音", kind=Kind.TEXT),
    _name("name_order", "姓名次序", "name order", kind=Kind.CHOICE, choices=NameOrder, path="name.order"),
    _confirmed("latin_first", "外文在前", "Latin first", "name.latin_first"),
    _confirmed("zh_confirmed", "中文已核", "Chinese confirmed", "name.zh_confirmed"),
    _confirmed("latin_confirmed", "外文已核", "Latin confirmed", "name.latin_confirmed"),
    _confirmed("native_confirmed", "母语已核", "native confirmed", "name.native_confirmed"),
    Column("country", "国家", "country", Kind.COUNTRY, "person", "country", ("国别", "国籍", "nationality"), width=22),
    Column(
        "category",
        "类别",
        "category",
        Kind.CHOICE,
        "participant",
        "category",
        ("参会类别", "人员类别"),
        choices=kinds.Category,
        width=28,
    ),
    reference(
        "institution",
        "单位",
        "institution",
        "institution_id",
        Subject.INSTITUTIONS,
        "工作单位",
        "所在单位",
        "affiliation",
        "organisation",
        "organization",
        record="post",
        numbered=True,
        width=18,
    ),
    words("title", "职务", "post", "title", "职位", "职称", "title", "position", record="post", numbered=True),
    Column("since", "任职日期", "since", Kind.DAY, "post", "since", numbered=True),
    Column("until", "卸任日期", "until", Kind.DAY, "post", "until", numbered=True),
    Column("post_used", "所用职务", "post used", Kind.POST, "participant", "post_id", width=11),
    Column("mode", "参会方式", "mode", Kind.CHOICE, "participant", "mode", ("参会形式",), choices=kinds.Mode, width=20),
    Column(
        "status",
        "邀请状态",
        "status",
        Kind.CHOICE,
        "participant",
        "status",
        ("状态", "invitation status"),
        choices=kinds.InvitationStatus,
        width=28,
    ),
    Column(
        "protocol_group",
        "礼宾组别",
        "protocol group",
        Kind.CHOICE,
        "participant",
        "protocol_group",
        ("嘉宾组别",),
        choices=guest_kinds.ProtocolGroup,
        width=24,
    ),
    Column(
        "protocol_level",
        "职务级别",
        "protocol level",
        Kind.CHOICE,
        "participant",
        "protocol_level",
        ("行政级别",),
        choices=guest_kinds.ProtocolLevel,
        width=28,
    ),
    reference("delegation", "代表团", "delegation", "delegation_id", Subject.DELEGATIONS, record="participant"),
    Column(
        "role_in_delegation",
        "团内身份",
        "role in delegation",
        Kind.CHOICE,
        "participant",
        "role_in_delegation",
        ("团内职务", "delegation role"),
        choices=DelegationRole,
        width=28,
    ),
    reference("stands_for", "代表谁出席", "stands for", "stands_for_id", Subject.PEOPLE, "替代", record="participant"),
    Column(
        "contact_by",
        "联系方式",
        "contact by",
        Kind.CHOICE,
        "participant",
        "contact_by",
        ("联系渠道", "channel"),
        choices=guest_kinds.Channel,
        width=24,
    ),
    Column("languages", "语言", "languages", Kind.TAGS, "person", "languages", ("语种",)),
    Column(
        "emails", "邮箱", "e-mail", Kind.MAILS, "person", "emails", ("电子邮箱", "邮件", "mail", "emails"), width=28
    ),
    Column(
        "phone", "电话", "phone", Kind.PLAIN, "person", "phone", ("手机", "联系电话", "mobile", "telephone"), width=18
    ),
    *_journey("arrival", "抵达", "arrival", "抵达时间", "到达时间", "来程"),
    *_journey("departure", "离开", "departure", "离开时间", "返程时间", "返程"),
    replace(ORDER, record="participant"),
    replace(NOTES, record="participant"),
    Column("person_notes", "人员备注", "person notes", Kind.LONG, "person", "notes", width=30),
    table="participant",
    prefix="P",
    aliases=("人员", "嘉宾名单", "参会者", "名单", "participants", "person"),
)

DELEGATIONS: Final = make_sheet(
    Subject.DELEGATIONS,
    ("代表团", "Delegations"),
    CODE,
    words("name", "名称", "name", "name", "代表团名称", "代表团", "delegation"),
    Column("country", "国家", "country", Kind.COUNTRY, "", "country", ("国别",), width=22),
    reference("institution", "单位", "institution", "institution_id", Subject.INSTITUTIONS, "派出单位"),
    Column("unnamed", "未列名人数", "unnamed people", Kind.NUMBER, "", "unnamed", ("另有人数", "unnamed")),
    reference("liaison", "联络员", "liaison officer", "liaison_id", Subject.PEOPLE, "liaison"),
    reference("interpreter", "翻译", "interpreter", "interpreter_id", Subject.PEOPLE, "译员"),
    Column("contact", "联系人", "contact", Kind.TEXT, "", "contact", ("对方联系人", "contact person"), width=24),
    Column("contact_language", "联系语言", "contact language", Kind.PLAIN, "", "contact_language", ("联系语种",)),
    Column("confirmed_on", "确认日期", "confirmed on", Kind.DAY, "", "confirmed_on", ("确认时间", "confirmed")),
    words("hotel", "酒店", "hotel", "hotel", "住宿", "下榻酒店"),
    ORDER,
    NOTES,
    table="delegation",
    prefix="D",
    aliases=("团组", "delegation"),
)

CONSULAR: Final = make_sheet(
    Subject.CONSULAR,
    ("领馆嘉宾", "Consular guests"),
    CODE,
    Column("post_code", "领馆编号", "post code", Kind.CODE, "consular_post", "code"),
    Column("country", "派遣国", "country", Kind.COUNTRY, "consular_post", "country", ("国家", "国别", "sending state")),
    words("city", "驻在城市", "city", "city", "城市", record="consular_post", width=14),
    words("name", "领馆名称", "post", "name", "领馆", "consulate", "name", "post name", record="consular_post"),
    Column(
        "kind",
        "馆别",
        "kind of post",
        Kind.CHOICE,
        "consular_post",
        "kind",
        ("馆别类型",),
        choices=guest_kinds.PostKind,
        width=34,
    ),
    words("district", "领区", "consular district", "district", "district", record="consular_post", width=20),
    words("address", "馆址", "address", "address", "地址", record="consular_post", width=24),
    Column("contact", "领馆联系方式", "contact", Kind.TEXT, "consular_post", "contact", ("联系方式",)),
    Column("phone", "领馆电话", "phone", Kind.PLAIN, "consular_post", "phone", ("电话", "telephone"), width=18),
    Column("email", "领馆邮箱", "e-mail", Kind.PLAIN, "consular_post", "email", ("邮箱", "email", "mail"), width=24),
    Column("list_order", "外办名单次序", "list order", Kind.NUMBER, "consular_post", "list_order", ("名单次序",)),
    reference("person", "人员", "person", "participant_id", Subject.PEOPLE, "姓名", "官员", "officer"),
    Column(
        "class",
        "级别",
        "class",
        Kind.CHOICE,
        "",
        "consular_class",
        ("领事级别", "consular class"),
        choices=kinds.ConsularClass,
        width=32,
    ),
    Column("role", "身份", "role", Kind.CHOICE, "", "role", ("馆长身份",), choices=kinds.ConsularRole, width=24),
    Column("honorary", "名誉", "honorary", Kind.YES_NO, "", "honorary", ("名誉领事",)),
    Column("provisional_on", "临时准许日期", "provisional admission", Kind.DAY, "", "provisional_on"),
    Column("exequatur_on", "领事证书日期", "exequatur", Kind.DAY, "", "exequatur_on", ("领事证书",)),
    Column("commission_on", "委任文凭日期", "commission", Kind.DAY, "", "commission_on", ("委任文凭",)),
    Column("notified_on", "委任通知日期", "notified on", Kind.DAY, "", "notified_on", ("委任通知", "notice")),
    Column("acting_since", "代理起始日期", "acting since", Kind.DAY, "", "acting_since", ("代理日期",)),
    Column("seniority", "馆内排名", "seniority", Kind.NUMBER, "", "seniority"),
    Column(
        "diplomatic_rank",
        "外交职级",
        "diplomatic rank",
        Kind.CHOICE,
        "",
        "diplomatic_rank",
        ("外交衔级",),
        choices=guest_kinds.DiplomaticRank,
        width=28,
    ),
    words("title", "职务", "title", "title", "职衔", width=24),
    Column(
        "status",
        "邀请状态",
        "status",
        Kind.CHOICE,
        "",
        "status",
        ("状态", "invitation status"),
        choices=kinds.InvitationStatus,
        width=28,
    ),
    reference("stands_for", "代表谁出席", "stands for", "stands_for_id", Subject.CONSULAR, "替代", "substitute for"),
    Column("companions", "随行人数", "companions", Kind.NUMBER, "", "companions", ("随员人数",)),
    Column("plate", "车牌", "plate number", Kind.PLAIN, "", "plate", ("车牌号", "plate")),
    Column("interpreting", "翻译需求", "interpreting", Kind.TEXT, "", "interpreting", ("是否需要翻译",)),
    ORDER,
    NOTES,
    table="consular_guest",
    prefix="C",
    aliases=("领馆", "领事官员", "consulates", "consular guests"),
)
