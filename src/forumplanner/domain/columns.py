"""What tables and their fields are called where the history speaks of them, in Chinese and English."""

from typing import Final

from forumplanner.i18n import nearest

_TABLES: Final[dict[str, tuple[str, str]]] = {
    "act": ("仪式环节", "act"),
    "acknowledgement": ("已知悉的提示", "accepted finding"),
    "appearance": ("出场", "appearance"),
    "badge": ("证件", "badge"),
    "check_setting": ("检查设置", "check setting"),
    "consular_guest": ("领馆嘉宾", "consular guest"),
    "consular_post": ("领馆", "consular post"),
    "cue": ("现场提示", "cue"),
    "delegation": ("代表团", "delegation"),
    "forum": ("论坛", "forum"),
    "institution": ("单位", "institution"),
    "item": ("议程项", "item"),
    "journey": ("行程", "journey"),
    "organiser": ("主承办单位", "organiser"),
    "part": ("半场", "part"),
    "participant": ("参会者", "participant"),
    "person": ("人员", "person"),
    "post": ("职务", "post"),
    "release": ("版本", "version"),
    "room": ("会场", "room"),
    "room_closure": ("会场停用", "room closure"),
    "session": ("场次", "session"),
    "session_room": ("场次用会场", "use of a room"),
    "special_day": ("特别日子", "special day"),
    "track": ("分论坛", "parallel forum"),
    "walk": ("步行时间", "walk"),
}

_FIELDS: Final[dict[str, tuple[str, str]]] = {
    "abstract": ("摘要", "Abstract"),
    "accent": ("主色", "Accent colour"),
    "accepted_at": ("知悉时间", "Accepted at"),
    "accepted_by": ("知悉人", "Accepted by"),
    "access": ("开放范围", "Access"),
    "act_id": ("仪式环节", "Act"),
    "acting_since": ("代理起始", "Acting since"),
    "as_written": ("名单原文", "As written"),
    "at": ("时间", "Time"),
    "badge_prefix": ("证件号前缀", "Badge prefix"),
    "booths": ("同传间", "Booths"),
    "building": ("楼宇", "Building"),
    "capacity": ("容量", "Capacity"),
    "carrier": ("航班车次", "Flight or train"),
    "category": ("类别", "Category"),
    "channel": ("同传频道", "Channel"),
    "city": ("城市", "City"),
    "code": ("编号", "Code"),
    "colour": ("颜色", "Colour"),
    "commission_on": ("委任书日期", "Commission"),
    "consular_class": ("领衔", "Class"),
    "consular_post_id": ("领馆", "Consular post"),
    "contact": ("联系人", "Contact"),
    "convener_id": ("召集单位", "Convener"),
    "country": ("国家", "Country"),
    "day": ("日期", "Day"),
    "delegation_id": ("代表团", "Delegation"),
    "direction": ("方向", "Direction"),
    "edition": ("届次", "Edition"),
    "emails": ("邮箱", "E-mail"),
    "ends_at": ("结束", "End"),
    "ends_on": ("闭幕日", "Last day"),
    "equipment": ("设备", "Equipment"),
    "exequatur_on": ("领事证书日期", "Exequatur"),
    "expected": ("预计人数", "People expected"),
    "finding": ("提示", "Finding"),
    "floor": ("楼层", "Floor"),
    "honorary": ("名誉", "Honorary"),
    "institution_id": ("单位", "Institution"),
    "interpretation": ("传译", "Interpretation"),
    "interpreter_id": ("译员", "Interpreter"),
    "issued_at": ("发布时间", "Issued at"),
    "issued_by": ("发布人", "Issued by"),
    "item_id": ("议程项", "Item"),
    "kind": ("类型", "Kind"),
    "label": ("显示文字", "Words"),
    "language": ("语言", "Language"),
    "languages": ("语言", "Languages"),
    "layout": ("摆台", "Layout"),
    "liaison_id": ("联络员", "Liaison"),
    "list_order": ("名册次序", "Place in the list"),
    "live_url": ("直播链接", "Live link"),
    "mailbox": ("秘书处邮箱", "Mailbox"),
    "media": ("视频文件", "Video"),
    "minutes": ("时长（分钟）", "Minutes"),
    "mode": ("方式", "How"),
    "name": ("名称", "Name"),
    "note": ("说明", "Note"),
    "notes": ("备注", "Notes"),
    "number": ("号码", "Number"),
    "other": ("另一楼宇", "Other building"),
    "parent_id": ("上级单位", "Part of"),
    "part_id": ("半场", "Part"),
    "participant_id": ("参会者", "Participant"),
    "person_id": ("人员", "Person"),
    "phone": ("电话", "Phone"),
    "place": ("地点", "Place"),
    "planning": ("排程参数", "Planning numbers"),
    "position": ("次序", "Order"),
    "post_id": ("职务", "Post"),
    "provisional": ("暂定", "Provisional"),
    "provisional_on": ("暂准日期", "Provisional admission"),
    "reason": ("原因", "Reason"),
    "replaces": ("取代", "Replaces"),
    "replay_url": ("回放链接", "Replay link"),
    "reported": ("上报数字", "Reported numbers"),
    "role": ("角色", "Role"),
    "role_in_delegation": ("团内身份", "Role in the delegation"),
    "room_id": ("会场", "Room"),
    "script": ("主持词", "Host’s words"),
    "seniority": ("馆内排序", "Seniority"),
    "series": ("系列", "Series"),
    "session_id": ("场次", "Session"),
    "severity": ("级别", "Severity"),
    "short_name": ("简称", "Short name"),
    "short_title": ("短标题", "Short title"),
    "since": ("起始", "Since"),
    "slug": ("代号", "Slug"),
    "standing": ("联盟身份", "Standing"),
    "standing_occasion": ("加入场合", "Occasion"),
    "standing_since": ("加入时间", "Standing since"),
    "starts_at": ("开始", "Start"),
    "starts_on": ("开幕日", "First day"),
    "state": ("状态", "State"),
    "status": ("邀请状态", "Invitation"),
    "summary": ("简介", "Summary"),
    "text": ("文字", "Text"),
    "theme": ("主题", "Theme"),
    "title": ("标题", "Title"),
    "titles": ("标题", "Titles"),
    "track_id": ("分论坛", "Parallel forum"),
    "umbrella": ("所属活动", "Umbrella"),
    "unnamed": ("未具名人数", "Unnamed"),
    "until": ("有效至", "Until"),
    "url": ("链接", "Link"),
    "venue": ("会议地点", "Venue"),
    "zone": ("时区", "Time zone"),
}

HIDDEN: Final = frozenset(
    {"id", "version", "sort_pinyin", "sort_latin", "forum_id", "token", "facts", "content", "step"}
)
"""Fields that are no news to a reader: keys, sort keys, fingerprints."""


def table_word(table: str, tag: str) -> str:
    """What one entry of a table is called, e.g. "session", "场次"; the table's own name where none is known."""
    return _pick(_TABLES.get(table, (table, table)), tag)


def field_word(field: str, tag: str) -> str:
    """What a field is called, e.g. "Start", "开始"; its own name where none is known."""
    return _pick(_FIELDS.get(field, (field, field)), tag)


def is_known(table: str, field: str) -> bool:
    """Whether there are words for a field, or none are needed."""
    return table in _TABLES and (field in _FIELDS or field in HIDDEN)


def _pick(pair: tuple[str, str], tag: str) -> str:
    return pair[0] if nearest(tag) == "zh-Hans" else pair[1]
