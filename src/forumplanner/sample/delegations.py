"""What the sample knows about its delegations: hotels, contacts, what was asked for; Russia waits for its liaison."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.delegations import Lack
from forumplanner.domain.guest_kinds import Channel
from forumplanner.records import ContactNote, Delegation, Participant, Person
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.tables import key, pair

_GUESTHOUSE: Final = "青岚宾馆|Qinglan Guesthouse"
_RIVERSIDE: Final = "滨江酒店|Riverside Hotel"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a country's delegation; `speaks`: the language that its liaison officer speaks besides."""

    hotel: str
    contact: str
    confirmed: dt.date | None
    speaks: str
    asked: tuple[Lack, ...] = ()


_KNOWN: Final[dict[str, _Known]] = {
    "TH": _Known(_GUESTHOUSE, "Ms. Ploy Wattana", dt.date(2026, 8, 20), "th", (Lack.ARRIVAL,)),
    "LA": _Known(_GUESTHOUSE, "Mr. Bounthan Keo", dt.date(2026, 8, 26), "lo"),
    "MM": _Known(_RIVERSIDE, "Daw Su Su Hlaing", dt.date(2026, 9, 2), "my", (Lack.NAMES, Lack.ARRIVAL)),
    "KH": _Known(_RIVERSIDE, "Ms. Sreyleak Pich", dt.date(2026, 8, 31), "km"),
    "VN": _Known(_GUESTHOUSE, "Ms. Lan Anh", dt.date(2026, 8, 18), "vi"),
    "BD": _Known("", "Mr. Rezaul Karim", dt.date(2026, 9, 14), "bn"),
    "NP": _Known(_RIVERSIDE, "Ms. Asmita Rai", dt.date(2026, 9, 6), "ne"),
    "LK": _Known(_RIVERSIDE, "Mr. Nuwan Perera", dt.date(2026, 9, 9), "si"),
    "PK": _Known(_GUESTHOUSE, "Mr. Adeel Anwar", dt.date(2026, 9, 16), "ur"),
    "ID": _Known(_RIVERSIDE, "", None, "id"),
    "RU": _Known(_GUESTHOUSE, "Ms. Olga Belova", dt.date(2026, 9, 17), "ru"),
}
_WITHOUT_LIAISON: Final = "RU"
_ASKED_ON: Final = dt.date(2026, 10, 8)


def complete_delegations(draft: Draft) -> None:
    """Fill in what the tables leave open; who looks after a delegation speaks its language."""
    served = {row.id: row for row in draft.of(Participant)}
    people = {row.id: row for row in draft.of(Person)}
    for row in draft.of(Delegation):
        known = _KNOWN[row.country]
        row.hotel = pair(known.hotel)
        row.contact, row.confirmed_on = known.contact, known.confirmed
        row.contact_language = "en"
        if row.country == _WITHOUT_LIAISON:
            row.liaison_id = None
        for key_ in (row.liaison_id, row.interpreter_id):
            if key_ is not None:
                person = people[served[key_].person_id]
                person.languages = tuple(dict.fromkeys((*person.languages, known.speaks, "en")))
        if known.asked:
            draft.add(_request(row, known))


def _request(row: Delegation, known: _Known) -> ContactNote:
    return ContactNote(
        id=key("contact_note", f"delegation/{row.country}"),
        forum_id=FORUM,
        delegation_id=row.id,
        day=_ASKED_ON,
        minute=15 * 60 + 20,
        channel=Channel.EMAIL,
        contact=known.contact,
        text="已发催办邮件。",
        asked=tuple(map(str, known.asked)),
        author="林荷",
    )
