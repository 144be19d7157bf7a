"""Seven consular guests out of a workbook: their order with its proof, what a decision changes, and what the host says.

One head has no date; one post sends a vice-consul for its head; one declined.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from exchange.filled import Row, filled, import_into, known_of
from forumplanner.actions.orders import clear_override, set_override
from forumplanner.checks import run
from forumplanner.domain.ids import ConsularGuestId, ForumId
from forumplanner.domain.precedence import Proof, Ranked, why_before
from forumplanner.exchange import workbook
from forumplanner.queries import checks, orders, running_order
from forumplanner.records import ConsularGuest
from forumplanner.snapshots.findings import FindingKind
from forumplanner.store import Store

HEAD = {"role": "head", "class": "consul_general", "status": "accepted"}


def sent(code: str, country: str, person: str = "", **cells: str) -> Row:
    """A row of the consular sheet; cells by English header, `_` for a space."""
    named = {header.replace("_", " "): cell for header, cell in cells.items()}
    return {"code": code, "country": country, "post [en]": f"{country} post", "person": person, **HEAD, **named}


CONSULAR = [
    sent("TH", "TH", "P-TH", exequatur="2023-04-11", list_order="1"),
    sent("MM", "MM", "P-MM", exequatur="2024-09-02", list_order="2"),
    sent("LA", "LA", "P-LA", exequatur="2024-12-01", provisional_admission="2022-12-01", list_order="3"),
    sent("KH", "KH", "P-KH", list_order="4"),
    sent("BD", "BD", "", role="acting", acting_since="2026-06-15", list_order="5"),
    sent("VN", "VN", "P-VN", exequatur="2020-01-01", status="substitute_named", list_order="6"),
    sent("VN2", "VN", "P-VN2", role="officer", **{"class": "vice_consul"}, stands_for="VN"),
    sent("MY", "MY", "P-MY", exequatur="2019-01-01", status="declined", list_order="7"),
]
NAMES = {"TH": "泰一", "MM": "缅二", "LA": "老三", "KH": "柬四", "VN": "越五", "VN2": "越六", "MY": "马七"}
PEOPLE: list[Row] = [
    {"code": f"P-{code}", "Chinese name": name, "category": "consular", "status": "declined" if code == "MY" else ""}
    for code, name in NAMES.items()
]
PROGRAMME: dict[str, list[Row]] = {
    "sessions": [{"code": "S", "title [en]": "Opening", "kind": "opening", "day": "2026-11-14", "start": "09:00"}],
    "items": [
        {"code": "I1", "session": "S", "kind": "introduction", "minutes": "5"},
        {"code": "I2", "session": "S", "kind": "address", "minutes": "5"},
    ],
    "appearances": [{"item": "I2", "person": "P-KH", "role": "speaker"}],
}


@dataclass
class Desk:
    """The planner file, and what it says."""

    store: Store
    forum_id: ForumId

    def lines(self) -> tuple[Ranked, ...]:
        with self.store.read() as db:
            return orders.consular(db, forum_id=self.forum_id)

    def guest(self, code: str) -> ConsularGuestId:
        with self.store.read() as db:
            return ConsularGuestId(db.query(ConsularGuest).filter(ConsularGuest.code == code).one().id)

    def order(self) -> list[tuple[str, Proof]]:
        codes = {str(self.guest(str(row["code"]))): str(row["code"]) for row in CONSULAR}
        return [(codes[line.key], line.proof) for line in self.lines()]

    def introduced(self) -> list[str]:
        with self.store.read() as db:
            (session,) = running_order.load(db, forum_id=self.forum_id).sessions
        said = session.items[0].template[0].partition("领馆嘉宾有：\n")[2].partition("。\n")[0]
        return said.split("；\n")

    def doubts(self) -> list[str]:
        with self.store.read() as db:
            found = run(checks.load(db, forum_id=self.forum_id))
        return [one.subjects[0].label["zh-Hans"] for one in found if one.kind is FindingKind.ORDER_UNPROVEN]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "order.forumplanner", actor="Zhou") as store:
        plan = import_into(store, filled(consular=CONSULAR, people=PEOPLE, **PROGRAMME))
        assert plan.rejects == ()
        (key,) = known_of(store).forums.values()
        yield Desk(store, ForumId(uuid.UUID(key)))


def test_heads_stand_by_their_dates_and_only_the_one_without_is_unproven(desk: Desk) -> None:
    assert desk.order() == [
        ("LA", Proof.PROVEN),  # admitted provisionally before all others
        ("TH", Proof.PROVEN),
        ("MM", Proof.PROVEN),
        ("KH", Proof.UNPROVEN),
        ("BD", Proof.PROVEN),
        ("VN2", Proof.PROVEN),
    ]
    lao, thai, *_others, vietnamese = desk.lines()
    assert why_before(lao, thai, "en").endswith(
        "Provisionally admitted 1 Dec 2022 before Exequatur 11 Apr 2023; the day of provisional admission counts "
        "(VCCR art. 16(1), 16(2))."
    )
    assert vietnamese.basis_in("zh-Hans") == "副领事；代表越五出席，按本人级别排"


def test_the_host_introduces_them_in_that_order_and_nobody_who_declined(desk: Desk) -> None:
    assert desk.introduced() == [
        "老挝总领事老三",
        "泰国总领事泰一",
        "缅甸总领事缅二",
        "柬埔寨总领事柬四",
        "BD post代表",
        "越南副领事越六",
    ]


def test_a_decision_of_the_office_moves_a_guest_everywhere_until_it_is_taken_back(desk: Desk) -> None:
    assert desk.doubts() == ["柬四"]
    guest = desk.guest("KH")
    set_override(
        desk.store,
        forum_id=desk.forum_id,
        listing=orders.CONSULAR,
        consular_guest_id=guest,
        place=1,
        reason="外办 10-20 铅笔改",
    )

    assert desk.order()[0] == ("KH", Proof.BY_HAND)
    assert desk.introduced()[:2] == ["柬埔寨总领事柬四", "老挝总领事老三"]
    assert desk.doubts() == []
    clear_override(desk.store, forum_id=desk.forum_id, listing=orders.CONSULAR, consular_guest_id=guest)
    assert desk.order()[3] == ("KH", Proof.UNPROVEN)


def test_the_order_survives_export_and_import(desk: Desk, tmp_path: Path) -> None:
    with Store.create(tmp_path / "again.forumplanner", actor="Lin") as store:
        import_into(store, workbook.export(known_of(desk.store)))
        (key,) = known_of(store).forums.values()

        assert Desk(store, ForumId(uuid.UUID(key))).order() == desk.order()
