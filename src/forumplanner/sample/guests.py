"""The sample's guest side: how far each consular invitation has come, its log, and the guests of honour in groups."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.guest_kinds import Channel, MaterialKind, MaterialState, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus
from forumplanner.records import ConsularGuest, ContactNote, Material, Participant
from forumplanner.sample import draft as drafts
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.tables import key, pair

S = InvitationStatus
_YEAR: Final = 2026


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a log: day (month, day), status, what was said; `next` is the day of the next call."""

    day: tuple[int, int]
    status: InvitationStatus | None
    text: str = ""
    channel: Channel | None = None
    contact: str = ""
    reference: str = ""
    minute: int | None = None
    next: tuple[int, int] | None = None
    action: str = ""


_ASKED = _Line((9, 18), S.TO_APPROVE, "请示已报省外办", Channel.OFFICE)
_APPROVED = _Line((9, 25), S.APPROVED, "", Channel.OFFICE, reference="滇外函〔2026〕118号")
_SENT = _Line((9, 28), S.SENT, "公函双语，专人送达", Channel.LETTER)

_LOGS: Final[dict[str, tuple[_Line, ...]]] = {
    "g-th": (
        _ASKED,
        _APPROVED,
        _SENT,
        _Line((9, 30), S.RECEIVED, "", Channel.PHONE, "礼宾秘书素婉女士", minute=870),
        _Line((10, 8), S.ACCEPTED, "随员 1 人，车证 1 张，无需翻译", Channel.PHONE, "礼宾秘书素婉女士", minute=605),
    ),
    "g-la": (_ASKED, _APPROVED, _SENT, _Line((10, 9), S.ACCEPTED, "需要老挝语翻译", Channel.PHONE, "馆员通叻先生")),
    "g-mm": (
        _ASKED,
        _APPROVED,
        _SENT,
        _Line((10, 12), S.SUBSTITUTE_NAMED, "总领事届时回国述职", Channel.PHONE, "领事秘书"),
    ),
    "g-mm-2": (
        _Line(
            (10, 12), S.ACCEPTED, "由一位领事代为出席", Channel.PHONE, "领事秘书", next=(10, 20), action="问姓名与衔级"
        ),
    ),
    "g-kh": (
        _ASKED,
        _APPROVED,
        _Line((9, 29), None, "礼宾负责人换人，请改拨总机", Channel.PHONE, next=(10, 14), action="送公函"),
    ),
    "g-vn": (_ASKED,),
}
"""The log of each consular guest, oldest first; the last status is the guest's."""

_HONOURED: Final = {
    "shen": (ProtocolGroup.HOST, ProtocolLevel.BUREAU),
    "lu": (ProtocolGroup.HOST, ProtocolLevel.BUREAU),
    "chu": (ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.DEPUTY_BUREAU),
    "gao": (ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.DEPUTY_BUREAU),
    "tan": (ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.DEPUTY_BUREAU),
    "bai": (ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.BUREAU),
    "ouyang": (ProtocolGroup.ALLIANCE_LEADER, None),
    "h-la": (ProtocolGroup.FOREIGN_GUEST, None),
    "h-pk": (ProtocolGroup.FOREIGN_GUEST, None),
}

_OWED: Final = (
    ("h-th", MaterialKind.SLIDES, MaterialState.ASKED, (10, 10)),
    ("h-th", MaterialKind.BIOGRAPHY, MaterialState.RECEIVED, (9, 30)),
    ("h-vn", MaterialKind.BIOGRAPHY, MaterialState.RECEIVED, (10, 2)),
    ("h-bd", MaterialKind.PASSPORT, MaterialState.ASKED, (10, 10)),
)
"""Cells of the chase matrix that no other record says."""


def add_guest_side(draft: Draft) -> None:
    """Logs and statuses of the consular guests, groups of guests of honour, what some still owe."""
    _add_substitute(draft)
    by_code = {guest.code: guest for guest in draft.of(ConsularGuest)}
    people = {person.id: person for person in draft.of(Participant)}
    for code, lines in _LOGS.items():
        guest = by_code[code.upper()]
        guest.status = next(line.status for line in reversed(lines) if line.status)
        if guest.participant_id is not None:
            people[guest.participant_id].status = guest.status
        for number, line in enumerate(lines):
            draft.add(_note(code, guest, line, number))
    for code, (group, level) in _HONOURED.items():
        honoured = people[drafts.participant(code)]
        honoured.protocol_group, honoured.protocol_level = group, level
    for other in people.values():
        if other.category is Category.GUEST and not other.protocol_group and not other.delegation_id:
            other.protocol_group, other.protocol_level = ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.DIVISION
    gao = _Line((10, 9), S.SENT, "公函已送达办公室", Channel.LETTER, next=(10, 16), action="问是否出席")
    draft.add(_about_person("gao", gao))
    for code, kind, state, day in _OWED:
        draft.add(
            Material(
                id=key("material", f"{code}/{kind}"),
                participant_id=drafts.participant(code),
                kind=kind,
                state=state,
                day=dt.date(_YEAR, *day),
            )
        )


def _add_substitute(draft: Draft) -> None:
    """A consul comes for the consul-general of Myanmar; neither name is known yet."""
    absentee = next(guest for guest in draft.of(ConsularGuest) if guest.code == "G-MM")
    absentee.consular_class, absentee.role, absentee.notes = ConsularClass.CONSUL_GENERAL, ConsularRole.HEAD, ""
    draft.add(
        ConsularGuest(
            id=key("consular_guest", "g-mm-2"),
            forum_id=FORUM,
            code="G-MM-2",
            consular_post_id=absentee.consular_post_id,
            consular_class=ConsularClass.CONSUL,
            role=ConsularRole.OFFICER,
            title=pair("领事|Consul"),
            stands_for_id=absentee.id,
            companions=1,
            position=len(draft.of(ConsularGuest)),
            notes="总领馆回复派员出席，姓名待告",
        )
    )


def _note(code: str, guest: ConsularGuest, line: _Line, number: int) -> ContactNote:
    made = _lines_note(f"{code}/{number}", line, number)
    made.consular_guest_id = guest.id
    return made


def _about_person(code: str, line: _Line) -> ContactNote:
    made = _lines_note(code, line, 0)
    made.participant_id = drafts.participant(code)
    return made


def _lines_note(code: str, line: _Line, number: int) -> ContactNote:
    return ContactNote(
        id=key("contact_note", code),
        forum_id=FORUM,
        day=dt.date(_YEAR, *line.day),
        minute=line.minute,
        channel=line.channel,
        contact=line.contact,
        text=line.text,
        status=line.status,
        reference=line.reference,
        next_on=dt.date(_YEAR, *line.next) if line.next else None,
        next_action=line.action,
        author="林荷",
        position=number,
    )
