"""How one item's words are put in one language: templates filled in, people named, titles quoted, lists joined."""

import re
from collections.abc import Sequence
from typing import Final

from forumplanner.domain.kinds import Role
from forumplanner.domain.labels import label
from forumplanner.domain.script_templates import GREETINGS, TEMPLATES, Templates
from forumplanner.domain.spoken import Occasion, Spoken

_AFTER: Final = "\x01"
"""Stands behind an English office until it is known whether the sentence goes on and needs a comma there."""

_AFTERNOON, _EVENING = 12 * 60, 18 * 60
_SPEAKING: Final = frozenset({Role.SPEAKER, Role.PANELIST, Role.DISCUSSANT})


def greeting(start: int | None, *, chinese: bool) -> str:
    """The greeting for minutes since midnight; "good morning" where no time is known."""
    minute = (start or 0) % (24 * 60)
    place = 0 if minute < _AFTERNOON else 1 if minute < _EVENING else 2
    return GREETINGS[place][0 if chinese else 1]


class Phrases:
    """The language of one item: Chinese or English, with the templates in use."""

    def __init__(self, occasion: Occasion, *, chinese: bool, templates: Templates) -> None:
        self.at = occasion
        self.chinese = chinese
        self.templates = templates

    def line(self, key: str, **fields: object) -> str:
        """A template of that key, filled in; a list is joined as its place asks."""
        template = self.templates.get(key) or TEMPLATES[key]
        text = template[0 if self.chinese else 1]
        known = {name: self._join(text, name, v) if isinstance(v, list) else v for name, v in fields.items()}
        return text.format_map({**self._common(), **known})

    def finished(self, text: str) -> str:
        """The whole text, each English office followed by a comma where its sentence goes on."""
        return re.sub(rf"{_AFTER}(?= [a-z])", ",", text).replace(_AFTER, "")

    def who(self, one: Spoken) -> str:
        """A person with office and courtesy: 青岚医科大学校长沈砚教授 / Prof. SHEN Yan, President of ..."""
        if self.chinese:
            return f"{one.office}{one.name}{one.courtesy}"
        return f"{one.name}, {one.office}{_AFTER}" if one.office else one.name

    def all(self, *roles: Role) -> list[str]:
        """Everybody of these roles; everybody at all where none is given."""
        return [self.who(one) for one in self.at.people if not roles or one.role in roles]

    def among(self, act: str, *roles: Role) -> list[str]:
        """Everybody of these roles in one act; "" for who is in none."""
        return [self.who(one) for one in self.at.people if one.act == act and one.role in roles]

    def speakers(self) -> list[Spoken]:
        """Everybody who speaks, or all of them where nobody has that role."""
        return [one for one in self.at.people if one.role in _SPEAKING] or list(self.at.people)

    def quoted(self, title: str) -> str:
        """A title in the quotation marks of the language; one that has them already stays as it is."""
        if self.chinese:
            return title if "《" in title else f"《{title}》"
        return title if title.startswith("“") else f"“{title}”"

    def has_title(self) -> bool:
        """Whether the item is called something else than what it is."""
        return bool(self.at.title) and self.at.title not in {label(self.at.kind, tag) for tag in ("zh-Hans", "en")}

    def _common(self) -> dict[str, object]:
        at = self.at
        name = label(at.kind, "zh-Hans" if self.chinese else "en")
        named = self.quoted(at.title) if self.has_title() else f"the {name.lower()}"
        return {
            "title": (at.title or name) if self.chinese else named,
            "held": _held(at.title or name) if self.chinese else "",
            "quoted": self.quoted(at.title or name),
            "greeting": greeting(at.start, chinese=self.chinese),
            "session": at.session,
            "forum": at.forum,
        }

    def _join(self, template: str, field: str, texts: list[str]) -> str:
        """One a line where the field opens a line, else in a row."""
        if re.search(rf"\n\{{{field}\}}[。.]", template):
            return ("；\n" if self.chinese else ";\n").join(text.rstrip(_AFTER) for text in texts)
        return self._row(texts)

    def _row(self, texts: Sequence[str]) -> str:
        """Several in a sentence: "甲、乙和丙" / "A, B and C"."""
        if len(texts) < 2:
            return "".join(texts)
        if self.chinese:
            return f"{'、'.join(texts[:-1])}和{texts[-1]}"
        comma = "; " if any("," in text for text in texts) else ", "
        last = f"{comma.rstrip() if comma == '; ' else ''} and {texts[-1]}"
        return comma.join(text.rstrip(_AFTER) for text in texts[:-1]) + last


def _held(title: str) -> str:
    """How a Chinese host opens an item of that name: 举行签约仪式, 进入自由讨论环节."""
    name, colon, subject = title.partition("：")
    opened = f"举行{name}" if name.endswith("仪式") else f"进入{name}" if name.endswith("环节") else f"进入{name}环节"
    return f"{opened}，主题是“{subject}”" if colon else opened
