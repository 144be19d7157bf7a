"""The sample's alliance: a ledger from the founding on, offices with their terms, and registers with a first line each.

Some of what the programme's ceremonies say is left out of the registers on purpose: the page offers it.
"""

import datetime as dt
from typing import Final

from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AllianceOffice, AppointmentKind
from forumplanner.domain.kinds import Standing
from forumplanner.records import (
    Agreement,
    AgreementParty,
    Appointment,
    Institution,
    LedgerEntry,
    OfficeTerm,
)
from forumplanner.sample.draft import FORUM, Draft, institution
from forumplanner.sample.tables import day, key, pair

FOUNDED: Final = dt.date(2019, 11, 2)
SECOND, THIRD, FOURTH = dt.date(2021, 10, 16), dt.date(2023, 11, 4), dt.date(2025, 10, 25)

_FOUNDING = "联盟成立大会|Founding assembly of the alliance"
_OCCASIONS: Final = {
    FOUNDED: _FOUNDING,
    SECOND: "理事会第二次会议|Second meeting of the council",
    THIRD: "理事会第三次会议|Third meeting of the council",
    FOURTH: "理事会第四次会议|Fourth meeting of the council",
}
_RESOLUTION = (
    "会议一致同意吸纳上述单位为联盟成员。|The meeting unanimously agreed to admit these institutions as members."
)

_NAMED: Final[tuple[tuple[dt.date, Standing, tuple[str, ...]], ...]] = (
    (FOUNDED, Standing.SECRETARY_GENERAL, ("qlmu",)),
    (FOUNDED, Standing.FOUNDING_MEMBER, ("canglan", "yinghu", "doimok", "namsaeng", "songtrang")),
    (SECOND, Standing.MEMBER, ("hairuo", "yundu", "songjian", "jingze")),
    (THIRD, Standing.MEMBER, ("padauk", "lotuslake", "shapla", "himshikhar")),
    (FOURTH, Standing.MEMBER, ("nelum", "juniper")),
    (FOURTH, Standing.OBSERVER, ("baiyu",)),
)
_COUNTED: Final = ((FOUNDED, Standing.FOUNDING_MEMBER, 8), (FOURTH, Standing.MEMBER, 3))
"""Institutions that the minutes count without naming them."""

_OFFICES: Final[tuple[tuple[AllianceOffice, str, str, dt.date, dt.date | None], ...]] = (
    (AllianceOffice.CHAIR_INSTITUTION, "canglan", "", THIRD, None),
    (AllianceOffice.CHAIR_INSTITUTION, "doimok", "", FOUNDED, dt.date(2023, 11, 3)),
    (AllianceOffice.SECRETARY_GENERAL_INSTITUTION, "qlmu", "", FOUNDED, None),
    (AllianceOffice.CHAIRMAN, "", "ouyang", THIRD, None),
    (AllianceOffice.SECRETARY_GENERAL, "", "shen", SECOND, None),
    (AllianceOffice.VICE_CHAIRMAN, "", "h-th", THIRD, None),
    (AllianceOffice.HONORARY_CHAIRMAN, "", "h-pk", FOURTH, None),
)


def add_alliance(draft: Draft) -> None:
    """Ledger, offices and registers; the directory's standings say what the ledger says at its end."""
    _add_ledger(draft)
    for place, (office, where, who, since, until) in enumerate(_OFFICES):
        term = OfficeTerm(id=key("office_term", f"{office}/{place}"), office=office, since=since, until=until)
        term.institution_id = institution(where) if where else None
        term.person_id = key("person", who) if who else None
        term.position = place
        draft.add(term)
    _add_agreements(draft)
    _add_appointments(draft)


def _add_ledger(draft: Draft) -> None:
    for since, standing, codes in _NAMED:
        for code in codes:
            entry = _entry(draft, code, since, AllianceChange.ADMITTED, standing)
            entry.institution_id = institution(code)
    for since, standing, number in _COUNTED:
        _entry(draft, f"unnamed/{since}", since, AllianceChange.ADMITTED, standing).unnamed = number
    chair = _entry(draft, "canglan/chair", THIRD, AllianceChange.STANDING, Standing.CHAIR)
    chair.institution_id = institution("canglan")
    chair.resolution = pair(
        "会议选举沧澜医科大学为理事长单位。|The meeting elected Canglan Medical University as chair institution."
    )
    _agree_with_directory(draft)


def _entry(draft: Draft, code: str, since: dt.date, change: AllianceChange, standing: Standing) -> LedgerEntry:
    return draft.add(
        LedgerEntry(
            id=key("ledger_entry", code),
            change=change,
            standing=standing,
            unnamed=0,
            day=since,
            occasion=pair(_OCCASIONS[since]),
            resolution=pair("" if since == FOUNDED else _RESOLUTION),
            position=len(draft.of(LedgerEntry)),
        )
    )


def _agree_with_directory(draft: Draft) -> None:
    """Day and occasion of each institution's standing are those of its last entry."""
    last = {entry.institution_id: entry for entry in draft.of(LedgerEntry) if entry.institution_id}
    for row in draft.of(Institution):
        if (entry := last.get(row.id)) is not None:
            row.standing_since = entry.day
            row.standing_occasion = entry.occasion.get("zh-Hans")


def _add_agreements(draft: Draft) -> None:
    earlier = Agreement(
        id=key("agreement", "2025-1"),
        number="协字第2025-0001号",
        kind=AgreementKind.MEMORANDUM,
        title=pair("《传染病防控人才培养合作备忘录》|Memorandum on Training in the Prevention of Infectious Diseases"),
        signed_on=FOURTH,
        position=0,
    )
    now = Agreement(
        id=key("agreement", "2027-1"),
        forum_id=FORUM,
        number="协字第2027-0001号",
        kind=AgreementKind.AGREEMENT,
        title=pair("《学生联合培养协议》|Agreement on the Joint Training of Students"),
        signed_on=day(1),
        item_id=key("item", "CLOSE-1-03"),
        act_id=key("act", "CLOSE-1-03/0"),
        position=1,
    )
    for agreement, parties in (
        (earlier, (("qlmu", "shen"), ("songtrang", ""))),
        (now, (("qlmu", "shen"), ("doimok", "h-th"))),
    ):
        draft.add(agreement)
        for place, (where, who) in enumerate(parties):
            party = AgreementParty(id=key("agreement_party", f"{agreement.number}/{place}"), agreement_id=agreement.id)
            party.institution_id, party.person_id = institution(where), key("person", who) if who else None
            party.position = place
            draft.add(party)


def _add_appointments(draft: Draft) -> None:
    honorary = Appointment(
        id=key("appointment", "2025-1"),
        number="证字第2025-0001号",
        kind=AppointmentKind.HONORARY_TITLE,
        person_id=key("person", "h-pk"),
        title=pair("荣誉理事长|Honorary Chairman"),
        since=FOURTH,
        issued_on=FOURTH,
        presenter="欧阳若水",
        handed_over=True,
        position=0,
    )
    professor = Appointment(
        id=key("appointment", "2027-1"),
        forum_id=FORUM,
        number="证字第2027-0001号",
        kind=AppointmentKind.APPOINTMENT,
        person_id=key("person", "h-th"),
        title=pair("公共卫生学院客座教授|Visiting Professor of Public Health"),
        since=day(1),
        until=dt.date(2030, 10, 23),
        issued_on=day(1),
        item_id=key("item", "OPEN-1-08"),
        act_id=key("act", "OPEN-1-08/0"),
        presenter="沈砚",
        handed_over=False,
        resolution=pair(
            "兹聘请吉提塔·西颂汶叻差帕迪教授为公共卫生学院客座教授，聘期三年。"
            "|Is hereby appointed Visiting Professor of the School of Public Health for a term of three years."
        ),
        position=1,
    )
    draft.add(honorary)
    draft.add(professor)
