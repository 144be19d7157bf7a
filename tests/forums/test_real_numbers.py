"""The numbers of the two real forums: counted as far as their data go, the reported ones beside them as reported."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchange.filled import import_into
from forumplanner.actions import importing
from forumplanner.domain import press_line, stated_basis
from forumplanner.domain.counting import count
from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import Standing
from forumplanner.domain.reported import Comparison, compare, one_list
from forumplanner.domain.statistics import USUAL, Basis, Counts, Facts, Measure, RowKind
from forumplanner.exchange import workbook
from forumplanner.queries import all_forums, forums, statistics
from forumplanner.queries import workbook as known_query
from forumplanner.records import LedgerEntry
from forumplanner.store import Store
from planner_file import filling_of

HERE = Path(__file__).resolve().parent


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "real.forumplanner", actor="Lin")
    yield made
    made.close()


def facts_of(store: Store, slug: str) -> Facts:
    import_into(store, HERE / f"{slug}.xlsx")
    return facts_again(store)


def facts_again(store: Store) -> Facts:
    with store.read() as db:
        (card,) = forums.load(db)
        found = statistics.load(db, forum_id=_id(card.id))
    assert found is not None
    return found.facts


def _id(text: str) -> ForumId:
    return ForumId(uuid.UUID(text))


def codes(counts: Counts) -> list[str]:
    return [country.code for country in counts.countries]


def verdicts(facts: Facts) -> dict[str, tuple[int | None, int | None, bool]]:
    def told(one: Comparison) -> tuple[int | None, int | None, bool]:
        return one.reported.number, one.counted, one.agrees

    return {one.reported.code: told(one) for one in compare(facts, USUAL)}


def test_2019_counts_the_countries_whose_people_or_posts_are_known(store: Store) -> None:
    facts = facts_of(store, "kunming-2019")
    with_host, without = count(facts, USUAL), count(facts, Basis(host=False))

    assert codes(with_host) == ["BD", "MM", "PK", "TH", "VN", "CN"]
    assert codes(without) == ["BD", "MM", "PK", "TH", "VN"]
    kinds = {country.code: {row.kind for row in country.rows} for country in with_host.countries}
    assert kinds["VN"] == kinds["MM"] == kinds["BD"] == {RowKind.CONSULAR_GUEST}
    assert kinds["PK"] == {RowKind.PARTICIPANT}


def test_2019_reported_numbers_stand_beside_and_are_one_list(store: Store) -> None:
    compared = compare(facts_of(store, "kunming-2019"), USUAL)
    first, second = one_list(one.reported for one in compared) or (None, None)

    assert verdicts(facts_again(store)) == {
        "countries_incl_host": (12, 6, False),
        "countries_foreign_per_other_source": (11, 5, False),
        "founding_members": (39, 0, False),
        "attendees": (1000, 10, False),
        "keynotes": (16, 2, False),
    }
    assert first is not None
    assert second is not None
    assert (first.number, second.number) == (12, 11)


def test_2019_founders_are_counted_once_the_ledger_has_them(store: Store) -> None:
    facts_of(store, "kunming-2019")
    with store.read() as db:
        (card,) = forums.load(db)
    with filling_of(store) as db:
        founded = {"change": AllianceChange.ADMITTED, "standing": Standing.FOUNDING_MEMBER}
        db.add(LedgerEntry(id=new_id(), forum_id=_id(card.id), unnamed=39, **founded))

    facts = facts_again(store)

    assert verdicts(facts)["founding_members"] == (39, 39, True)
    assert press_line.outcomes(count(facts, USUAL), "zh-Hans") == "会议成果：创始成员39家。"


def test_2019_the_sentence_says_what_is_counted_and_on_which_basis(store: Store) -> None:
    counts = count(facts_of(store, "kunming-2019"), USUAL)

    assert press_line.who(counts, "zh-Hans") == "来自6个国家8家单位的10人参会。"
    assert press_line.who(counts, "en") == "Taking part: 10 people from 8 institutions in 6 countries."
    assert stated_basis.basis(counts, "zh-Hans") == (
        "统计口径：名单上未婉拒、未由他人代替的人员，不含工作人员、志愿者、译员、安保与技术保障；6个国家（含中国）。"
    )
    assert counts.number(Measure.ACADEMICIANS) == 1


def test_2024_counts_delegations_and_institutions_apart(store: Store) -> None:
    facts = facts_of(store, "kunming-2024")

    assert verdicts(facts) == {
        "foreign_countries": (8, 5, False),
        "foreign_institutions": (11, 5, False),
        "domestic_institutions": (53, 5, False),
        "parallel_forums": (4, 4, True),
    }
    without = count(facts, Basis(host=False))
    assert codes(without) == ["LA", "MM", "NP", "PK", "TH"]
    assert press_line.who(without, "en") == (
        "Taking part: 5 people from 5 foreign and 5 domestic institutions in China and 5 other countries, "
        "1 of them by video."
    )
    assert (
        press_line.who(without, "zh-Hans") == "来自中国和其他5个国家5家国外单位、5家国内单位的5人（其中视频1人）参会。"
    )


def test_2024_a_video_address_is_no_presence(store: Store) -> None:
    counts = count(facts_of(store, "kunming-2024"), USUAL)

    assert [counts.number(m) for m in (Measure.ON_SITE, Measure.VIDEO, Measure.ONLINE)] == [4, 1, 0]


def test_both_forums_over_the_years(store: Store) -> None:
    for slug in ("kunming-2019", "kunming-2024"):
        with store.read() as db:
            known = known_query.known(db, None)
        importing.apply(store, workbook.read(HERE / f"{slug}.xlsx", known))
    with store.read() as db:
        found = all_forums.load(db, basis=USUAL, since=2019, until=2024)

    assert [found.number(m) for m in (Measure.EVENTS, Measure.PEOPLE, Measure.COUNTRIES)] == [2, 15, 8]
    assert [(one.year, one.events) for one in found.years if one.events] == [(2019, 1), (2024, 1)]
    assert [line.told[0] for line in found.forums] == [(Measure.COUNTRIES, "12"), (Measure.COUNTRIES, "8")]
