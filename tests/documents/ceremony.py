"""A ceremony as a literal, for the papers that a host and a crew hold."""

import datetime as dt
from typing import Any

from forumplanner.domain.kinds import CueKind, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.labels import label
from forumplanner.snapshots.paper import Edition, Lines
from forumplanner.snapshots.running_order import (
    RunningCue,
    RunningItem,
    RunningOrder,
    RunningPerson,
    RunningSession,
)

TAGS = ("zh-Hans", "en")
NONE: Lines = ("", "")


def words(kind: Any) -> Lines:
    return tuple(label(kind, tag) for tag in TAGS)


def person(zh: str = "高岚", en: str = "Prof. GAO Lan", **fields: Any) -> RunningPerson:
    role = fields.pop("role", Role.SPEAKER)
    courtesy = fields.pop("courtesy", "教授")
    spoken = fields.pop("spoken", (f"{zh}{courtesy}", en))
    values: dict[str, Any] = {"posts": ("云岭医科大学校长", "President, Yunling Medical University"), **fields}
    return RunningPerson(
        names=(zh, en),
        shown=zh or en,
        spoken=spoken,
        courtesy=courtesy,
        role=role,
        role_label=words(role),
        **values,
    )


def item(number: int = 1, kind: ItemKind = ItemKind.ADDRESS, **fields: Any) -> RunningItem:
    values: dict[str, Any] = {
        "title": NONE,
        "start": 540 + 10 * number,
        "end": 550 + 10 * number,
        "minutes": 10,
        "mode": Mode.VIDEO if kind is ItemKind.VIDEO_ADDRESS else None,
        "own": NONE,
        "template": ("下面，有请云岭医科大学校长高岚教授致辞，大家欢迎！", "May I now invite Prof. GAO Lan."),
        "review": (False, False),
        "people": (person(),),
        **fields,
    }
    return RunningItem(str(number), number, kind, words(kind), **values)


def cue(kind: CueKind, zh: str, en: str = "") -> RunningCue:
    return RunningCue(f"{kind}{zh}", kind, (zh, en))


def session(*items: RunningItem, **fields: Any) -> RunningSession:
    values: dict[str, Any] = {
        "title": ("开幕式", "Opening Ceremony"),
        "day": dt.date(2026, 11, 14),
        "start": 540,
        "end": 600,
        "room": ("云岭厅", "Yunling Hall"),
        "hosts": (person("陆怀瑾", "LU Huaijin", role=Role.MC),),
        "ceremonial": True,
        "code": "OPEN",
        **fields,
    }
    return RunningSession("open", SessionKind.OPENING, items=items, **values)


def order(*sessions: RunningSession, **fields: Any) -> RunningOrder:
    values: dict[str, Any] = {
        "slug": "yl26",
        "languages": TAGS,
        "short_title": ("云岭论坛", "Yunling Forum"),
        "phone": "0871 0000 0000",
        "edition": Edition("V3.1", 0, "2026-11-10 18:20", "V3.0"),
        "accent": "#0B4F5C",
        **fields,
    }
    return RunningOrder(sessions=sessions, **values)
