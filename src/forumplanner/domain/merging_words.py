"""What the fields of two records are called where they are compared."""

from typing import Final

from forumplanner.i18n import nearest

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "name.zh": ("中文姓名", "Chinese name"),
    "name.latin": ("外文姓名", "Latin name"),
    "name.native": ("本国文字姓名", "Name in own script"),
    "name.courtesy": ("头衔", "Title"),
    "name.address": ("称呼", "Form of address"),
    "name.pronunciation": ("读音", "Pronunciation"),
    "name.rule": ("姓名规则", "Name rule"),
    "country": ("国家或地区", "Country or region"),
    "languages": ("语言", "Languages"),
    "emails": ("邮箱", "E-mail"),
    "phone": ("电话", "Phone"),
    "photo": ("照片", "Photo"),
    "notes": ("备注", "Notes"),
    "code": ("编号", "Code"),
    "category": ("类别", "Category"),
    "post": ("使用的职务", "Post used"),
    "mode": ("参会方式", "Attends"),
    "status": ("邀请进展", "Invitation"),
    "delegation": ("代表团", "Delegation"),
    "protocol": ("礼宾名单", "Protocol list"),
    "contact_by": ("联系方式", "Reached by"),
}


def field_words(code: str, tag: str) -> str:
    """The name of a field in the language of `tag`; of a participant's field without its forum."""
    zh, en = _WORDS[code.rpartition(":")[2]]
    return zh if nearest(tag) == "zh-Hans" else en
