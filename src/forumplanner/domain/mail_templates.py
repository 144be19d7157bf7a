"""What mails say, in Chinese and English, as templates with `{fields}`; neither is a translation.

A forum may keep texts of its own under the same codes in its words. `{programme}` and `{changes}` are lists of lines;
times in them are told on the forum's clock and on the reader's own.
"""

import re
from collections.abc import Mapping
from typing import Final

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.i18n import nearest

FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "address": ("称呼", "Form of address"),
    "forum": ("论坛名称", "Forum"),
    "dates": ("会期", "Dates"),
    "city": ("城市", "City"),
    "venue": ("会场", "Venue"),
    "theme": ("主题", "Theme"),
    "programme": ("本人日程", "Own programme"),
    "changes": ("变更内容", "What changed"),
    "title": ("场次", "Session"),
    "mailbox": ("秘书处邮箱", "Mailbox"),
    "phone": ("秘书处电话", "Phone"),
}
"""Fields of mails: what they are called in Chinese and English."""

_CHINESE: Final = {zh: name for name, (zh, _en) in FIELDS.items()}

ACCEPTED: Final = frozenset({*FIELDS, *_CHINESE})
"""Names in braces that texts may use: those of the fields, and what the fields are called in Chinese."""

_BRACES: Final = re.compile(r"\{(\w+)\}")

_GREETING: Final = ("尊敬的{address}：\n\n", "Dear {address},\n\n")
_CLOSING: Final = (
    "\n\n如有疑问，请直接回复本邮件。\n{forum}秘书处",
    "\n\nIf anything is unclear, please reply to this mail.\nSecretariat of the {forum}",
)

_TEXTS: Final[Mapping[MailKind, tuple[tuple[str, str], tuple[str, str]]]] = {
    MailKind.SAVE_THE_DATE: (
        ("请预留时间：{forum}", "Save the date: {forum}"),
        (
            "{forum}定于{dates}在{city}举行，诚邀您届时出席。正式邀请和日程随后奉上。",
            ("The {forum} will take place {dates} in {city}. We would be delighted if you could keep the date; the "
            "invitation and the programme will follow."),
        ),
    ),
    MailKind.INVITATION: (
        ("邀请：{forum}", "Invitation: {forum}"),
        (
            "诚挚邀请您出席{dates}在{venue}举行的{forum}。能否出席，敬请回复告知。",
            ("We have the pleasure of inviting you to the {forum}, {dates}, at the {venue}. Please let us know by "
            "replying to this mail whether you will attend."),
        ),
    ),
    MailKind.PROGRAMME: (
        ("您的日程：{forum}", "Your programme: {forum}"),
        (
            "以下是您在{forum}的日程，日历文件附后，可直接存入日历。如有变动，我们会另行通知。\n\n{programme}",
            ("Below you find your own programme at the {forum}. The calendar files attached put it into your calendar; "
            "we shall write to you if anything changes.\n\n{programme}"),
        ),
    ),
    MailKind.SESSION: (
        ("会议邀请：{title}", "Invitation: {title}"),
        (
            "请将以下安排记入日历，并回复能否出席。\n\n{programme}",
            "Please note the following and let us know whether you will attend.\n\n{programme}",
        ),
    ),
    MailKind.CHANGE: (
        ("日程变更：{title}", "Change: {title}"),
        (
            "您的日程有以下变更，敬请留意。附上的日历文件会更新您日历里的原有安排。\n\n{changes}",
            ("Please note the following change to your programme. The attached calendar file updates the entry in your "
            "calendar.\n\n{changes}"),
        ),
    ),
    MailKind.CANCELLATION: (
        ("日程取消：{title}", "Cancelled: {title}"),
        (
            "您日程中的以下安排已取消，给您带来不便，深表歉意。\n\n{changes}",
            ("The following no longer takes place, or you are no longer needed for it. We apologise for the "
            "inconvenience.\n\n{changes}"),
        ),
    ),
    MailKind.REMINDER: (
        ("盼复：{forum}", "A gentle reminder: {forum}"),
        (
            "此前曾致函邀请您出席{dates}在{city}举行的{forum}。您或许正忙，若方便，请回复一句能否出席，以便我们妥为安排。如已回复，请不必理会本邮件。",
            ("We wrote to you about the {forum}, {dates}, in {city}. We know how busy you must be; whenever it suits "
            "you, a line saying whether you will be able to attend would help us to prepare for you. If you have "
            "answered already, please disregard this mail."),
        ),
    ),
    MailKind.THANKS: (
        ("感谢您出席{forum}", "Thank you for attending the {forum}"),
        (
            "{forum}已圆满结束。衷心感谢您的出席和支持，期待再次相聚。",
            ("The {forum} has come to its close. We thank you most sincerely for your presence and support, and hope "
            "to welcome you again."),
        ),
    ),
}  # fmt: skip


NAMES: Final[Mapping[MailKind, tuple[str, str]]] = {
    MailKind.PROGRAMME: ("本人日程", "Own programme"),
    MailKind.SESSION: ("场次邀请", "Invitation to sessions"),
    MailKind.INVITATION: ("论坛邀请", "Invitation to the forum"),
    MailKind.REMINDER: ("催复", "Reminder"),
    MailKind.SAVE_THE_DATE: ("预告会期", "Save the date"),
    MailKind.THANKS: ("致谢", "Thanks"),
    MailKind.CHANGE: ("日程变更", "Change"),
    MailKind.CANCELLATION: ("日程取消", "Cancellation"),
}
"""What each kind of mail is called in Chinese and English, in the order in which they are offered."""


def code(kind: MailKind, part: str) -> str:
    """Under which code a forum keeps its own text; `part` is "subject" or "body"."""
    return f"mail.{kind}.{part}"


def preset(kind: MailKind, part: str, tag: str) -> str:
    """The program's own text."""
    which = 0 if nearest(tag) == "zh-Hans" else 1
    subject, body = _TEXTS[kind]
    return subject[which] if part == "subject" else f"{_GREETING[which]}{body[which]}{_CLOSING[which]}"


def kind_words(kind: MailKind, tag: str) -> str:
    """What a kind of mail is called, for a reader of `tag`."""
    return NAMES[kind][0 if nearest(tag) == "zh-Hans" else 1]


def field_words(name: str, tag: str) -> str:
    """What a field is called, for a reader of `tag`."""
    return FIELDS[name][0 if nearest(tag) == "zh-Hans" else 1]


def template(kind: MailKind, part: str, tag: str, words: Mapping[tuple[str, str], str]) -> str:
    """The text in use: the forum's own (`words` by code and language) if it has one, else the program's.

    Fields that it names in Chinese stand there under their own names.
    """
    own = words.get((code(kind, part), tag)) or preset(kind, part, tag)
    return _BRACES.sub(lambda found: f"{{{_CHINESE.get(found[1], found[1])}}}", own)


_PASTED: Final = (
    ("，日历文件附后，可直接存入日历。", "。"),
    ("附上的日历文件会更新您日历里的原有安排。", ""),
    ("如有疑问，请直接回复本邮件。", "如有疑问，请随时告诉我们。"),
    ("如已回复，请不必理会本邮件。", "如已回复，请不必理会。"),
    (
        "The calendar files attached put it into your calendar; we shall write to you if anything changes.",
        "We shall tell you if anything changes.",
    ),
    (" The attached calendar file updates the entry in your calendar.", ""),
    ("Please let us know by replying to this mail whether", "Please let us know whether"),
    ("If anything is unclear, please reply to this mail.", "If anything is unclear, please tell us."),
    ("please disregard this mail.", "please disregard this message."),
)
"""Sentences that hold for mails alone, and what stands for them where the words are pasted into a chat."""


def pasted(text: str) -> str:
    """A text for somebody to paste: nothing is attached to it, and nobody can reply to a mail."""
    for of_mail, of_chat in _PASTED:
        text = text.replace(of_mail, of_chat)
    return text
