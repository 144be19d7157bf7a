"""Texts of mails: fields by either name, and what is left of a text that somebody pastes."""

import pytest

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import ACCEPTED, FIELDS, NAMES, code, pasted, preset, template
from forumplanner.domain.templates import unknown_fields


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_pasted_speaks_of_no_mail(kind: MailKind) -> None:
    for tag, words in (("zh-Hans", ("邮件", "附后", "附上")), ("en", ("mail", "attached"))):
        text = pasted(preset(kind, "body", tag)).replace("{mailbox}", "")

        assert [word for word in words if word in text] == [], text
        assert list(unknown_fields(text, FIELDS)) == []


def test_fields_may_be_named_in_chinese() -> None:
    text = "{称呼}：\n{本人日程}\n{forum} {会议室}"
    own = {(code(MailKind.PROGRAMME, "body"), "zh-Hans"): text}

    assert list(unknown_fields(text, ACCEPTED)) == ["会议室"]
    assert template(MailKind.PROGRAMME, "body", "zh-Hans", own) == "{address}：\n{programme}\n{forum} {会议室}"
