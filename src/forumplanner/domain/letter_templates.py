"""What outgoing letters say, in Chinese and English, as templates with `{fields}`; neither is a translation.

A text opens with its title, ends with who signs, and an empty line parts each from the body. A forum may keep texts of
its own under the same codes in its words. A consular post is addressed in the third person: a university sends a formal
letter with the courtesy of a note verbale, never a note verbale, which is kept for offices of state.
"""

from collections.abc import Mapping
from typing import Final

from forumplanner.domain.guest_kinds import LetterKind

INVITATION: Final = "letter.consular_invitation"
INVITATION_NAMED: Final = "letter.consular_invitation.named"
REQUEST: Final = "letter.approval_request"
SHEET: Final = "letter.protocol_request"
OFFICE: Final = "letter.office"
PURPOSE: Final = "letter.purpose"

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    INVITATION: (
        (
            "邀请函\n\n"
            "{post}：\n"
            "{host}向贵馆致意，并谨邀请贵馆派员出席{opening}在{venue}举行的{forum}开幕式。\n"
            "论坛于{dates}举行，主题为“{theme}”。\n"
            "敬请贵馆将出席人员的姓名、职务、随行人员、车辆牌号以及翻译、饮食等需要告知论坛秘书处"
            "（电话：{phone}，邮箱：{mailbox}）。\n"
            "顺致崇高敬意。\n\n"
            "{host}"
        ),
        (
            "Letter of Invitation\n\n"
            "{host} presents its compliments to the {post} and has the honour to invite a representative of the "
            "{post_kind} to attend the opening ceremony of the {forum}, to be held {opening} at the {venue}.\n"
            "The Forum will take place {dates} under the theme “{theme}”.\n"
            "{host} would be grateful if the {post_kind} could kindly inform the secretariat of the Forum "
            "(telephone {phone}, e-mail {mailbox}) of the name and title of its representative, of accompanying "
            "persons, of the plate number of the car, and of any needs for interpretation and diet.\n"
            "{host} avails itself of this opportunity to renew to the {post_kind} the assurances of its highest "
            "consideration.\n\n"
            "{host}"
        ),
    ),
    INVITATION_NAMED: (
        (
            "邀请函\n\n"
            "{post}：\n"
            "{host}向贵馆致意，并谨邀请贵馆{guest}出席{opening}在{venue}举行的{forum}开幕式。\n"
            "论坛于{dates}举行，主题为“{theme}”。\n"
            "敬请贵馆将能否出席以及随行人员、车辆牌号、翻译、饮食等需要告知论坛秘书处"
            "（电话：{phone}，邮箱：{mailbox}）。\n"
            "顺致崇高敬意。\n\n"
            "{host}"
        ),
        (
            "Letter of Invitation\n\n"
            "{host} presents its compliments to the {post} and has the honour to invite {guest}, to attend the opening "
            "ceremony of the {forum}, to be held {opening} at the {venue}.\n"
            "The Forum will take place {dates} under the theme “{theme}”.\n"
            "{host} would be grateful if the {post_kind} could kindly inform the secretariat of the Forum "
            "(telephone {phone}, e-mail {mailbox}) whether the invitation can be accepted, of accompanying persons, "
            "of the plate number of the car, and of any needs for interpretation and diet.\n"
            "{host} avails itself of this opportunity to renew to the {post_kind} the assurances of its highest "
            "consideration.\n\n"
            "{host}"
        ),
    ),
    REQUEST: (
        (
            "关于邀请外国领事机构官员出席{forum}的请示\n\n"
            "{office}：\n"
            "{host}拟于{dates}在{forum_city}举办{forum}，并拟邀请有关领事机构派员出席。现将有关情况报告如下：\n"
            "一、论坛概况\n"
            "{plan}\n"
            "二、邀请目的\n"
            "{purpose}\n"
            "三、拟邀请的领事机构及人员\n"
            "{list}\n"
            "我单位将在获批后以邀请函形式致送各馆，获批前不对外邀请，也不作任何承诺。\n"
            "妥否，请批示。\n\n"
            "{host}"
        ),
        (
            "Request for approval to invite consular officers to the {forum}\n\n"
            "To: {office}\n"
            "{host} plans to hold the {forum} in {forum_city} {dates}, and wishes to invite officers of consular "
            "posts. We report as follows:\n"
            "1. The Forum\n"
            "{plan}\n"
            "2. Purpose of the invitation\n"
            "{purpose}\n"
            "3. Consular posts and officers to be invited\n"
            "{list}\n"
            "Invitations will be sent to the posts as formal letters once approved; until then nobody abroad is "
            "invited and nothing is promised.\n"
            "We kindly ask for your instructions.\n\n"
            "{host}"
        ),
    ),
    SHEET: (
        (
            "礼宾次序确认表\n\n"
            "{office}：\n"
            "现报上{forum}领馆嘉宾的礼宾次序、拟印制的职务以及需备国旗，请予确认。如有更正，请直接在表上批注。\n\n"
            "{host}"
        ),
        (
            "Order of Protocol for Confirmation\n\n"
            "To: {office}\n"
            "Below are the order of protocol of the consular guests of the {forum}, their titles as they will be "
            "printed, and the flags to prepare. Please confirm them; corrections may be written on this sheet.\n\n"
            "{host}"
        ),
    ),
}
"""The program's own texts by code: Chinese, English."""

FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "host": ("主办单位", "Host institution"),
    "hosts": ("全部主办单位", "All host institutions"),
    "post": ("领馆名称", "Consular post"),
    "post_kind": ("领馆类别", "Kind of post"),
    "country": ("派遣国", "Sending state"),
    "city": ("领馆所在城市", "Seat of the post"),
    "guest": ("嘉宾及敬称", "Guest with courtesy"),
    "forum": ("论坛名称", "Title of the forum"),
    "theme": ("论坛主题", "Theme"),
    "dates": ("论坛日期", "Dates of the forum"),
    "opening": ("开幕时间", "Time of the opening"),
    "venue": ("会场", "Venue"),
    "forum_city": ("举办城市", "City of the forum"),
    "phone": ("秘书处电话", "Secretariat’s phone"),
    "mailbox": ("秘书处邮箱", "Secretariat’s e-mail"),
    "office": ("外事办公室", "Foreign affairs office"),
    "purpose": ("邀请目的", "Purpose"),
    "plan": ("论坛概况", "Plan of the forum"),
    "list": ("拟邀请名单", "List of those to be invited"),
    "number": ("发文字号", "Number of the letter"),
    "date": ("发文日期", "Date of the letter"),
}
"""What a template may name, in the order in which an editor offers it: words in Chinese and English."""

_AS_LETTER: Final = (
    ("关于邀请外国领事机构官员出席{forum}的请示", "关于商请同意邀请外国领事机构官员出席{forum}的函"),
    ("现将有关情况报告如下", "现将有关情况函告如下"),
    ("妥否，请批示。", "请予研究并函复。"),
    ("Request for approval to invite", "Letter requesting approval to invite"),
    ("We report as follows:", "We inform you as follows:"),
    ("We kindly ask for your instructions.", "We would be grateful for your reply."),
)


def as_letter(text: str) -> str:
    """The request 请示 in the form of a letter 函, which goes to an office that is not the writer's own superior."""
    for report, letter in _AS_LETTER:
        text = text.replace(report, letter)
    return text


NAMES: Final[Mapping[str, tuple[str, str]]] = {
    INVITATION_NAMED: ("领馆邀请函（已知姓名）", "Letter to a post, guest named"),
    INVITATION: ("领馆邀请函（派员）", "Letter to a post, nobody named"),
    REQUEST: ("致外办的请示", "Request to the foreign affairs office"),
    SHEET: ("礼宾次序确认表", "Sheet to confirm the order of protocol"),
    OFFICE: ("外事办公室名称", "Name of the foreign affairs office"),
    PURPOSE: ("邀请目的", "Purpose of the invitation"),
}
"""What each text is called, in the order in which an editor offers them."""

_OF_KIND: Final = {
    LetterKind.CONSULAR_INVITATION: (INVITATION_NAMED, INVITATION),
    LetterKind.APPROVAL_REQUEST: (REQUEST, REQUEST),
    LetterKind.PROTOCOL_REQUEST: (SHEET, SHEET),
}


def code_of(kind: LetterKind, *, named: bool) -> str:
    """Which template a letter follows; `named`: somebody is known by name."""
    return _OF_KIND[kind][0 if named else 1]
