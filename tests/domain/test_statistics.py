"""Counts state their basis: nobody twice, nothing guessed, and every number is the sum of its rows."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain import press_line, stated_basis
from forumplanner.domain.counting import count, is_academician
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.numerals import differing
from forumplanner.domain.reported import compare, one_list, read
from forumplanner.domain.rounding import can_round, floored, rounded
from forumplanner.domain.statistics import (
    USUAL,
    Attendee,
    Basis,
    Counted,
    Counting,
    Envoy,
    Facts,
    Measure,
    Party,
    Presence,
    Row,
    RowKind,
)

ACCEPTED, ATTENDED, DECLINED = InvitationStatus.ACCEPTED, InvitationStatus.ATTENDED, InvitationStatus.DECLINED


def somebody(number: int, country: str = "CN", status: InvitationStatus | None = None, **fields: object) -> Attendee:
    made = Attendee(f"p{number}", f"person{number}", Category.DELEGATE, status, country=country)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields by name, for short tests


def facts(*attendees: Attendee, **fields: object) -> Facts:
    return replace(Facts(attendees=attendees), **fields)  # type: ignore[arg-type]  # as above


def codes(found: Facts, basis: Basis = USUAL) -> list[str]:
    return [country.code for country in count(found, basis).countries]


def test_the_host_country_is_in_or_out() -> None:
    known = facts(somebody(1), somebody(2, "VN"), somebody(3, "LA"))

    assert codes(known) == ["LA", "VN", "CN"]
    assert codes(known, Basis(host=False)) == ["LA", "VN"]


def test_a_country_under_two_names_counts_once() -> None:
    assert codes(facts(somebody(1, "LA"), somebody(2, "老挝"), somebody(3, "Laos"), somebody(4, "Lao PDR"))) == ["LA"]


def test_parts_of_china_are_named_and_never_counted_as_countries() -> None:
    counts = count(facts(somebody(1), somebody(2, "HK"), somebody(3, "MO"), somebody(4, "TH")), USUAL)

    assert [country.code for country in counts.countries] == ["TH", "CN"]
    assert counts.regions == ("HK", "MO")
    assert (counts.number(Measure.FOREIGN_PEOPLE), counts.number(Measure.REGION_PEOPLE)) == (1, 2)
    assert press_line.sentence(counts, "zh-Hans") == "来自2个国家及中国香港、中国澳门的4人参会。"
    assert press_line.sentence(counts, "en") == "Taking part: 4 people from 2 countries and Hong Kong and Macao, China."


@pytest.mark.parametrize(
    ("counting", "people"),
    [(Counting.LISTED, 5), (Counting.INVITED, 3), (Counting.CONFIRMED, 2), (Counting.ATTENDED, 1)],
)
def test_who_is_counted_is_said(counting: Counting, people: int) -> None:
    known_states = [InvitationStatus.TO_APPROVE, InvitationStatus.SENT, ACCEPTED, ATTENDED, DECLINED]
    states = [None, *known_states, InvitationStatus.SUBSTITUTE_NAMED]
    known = facts(*(somebody(n, status=state) for n, state in enumerate(states)))

    assert count(known, Basis(counting)).number(Measure.PEOPLE) == people


def test_staff_count_only_where_that_is_wished() -> None:
    known = facts(somebody(1), somebody(2, category=Category.VOLUNTEER))

    assert count(known, USUAL).number(Measure.PEOPLE) == 1
    assert count(known, Basis(workers=True)).number(Measure.PEOPLE) == 2


def test_who_is_online_and_on_site_is_one_person_on_site() -> None:
    both, online = frozenset({Mode.ONLINE, Mode.ON_SITE}), frozenset({Mode.ONLINE})
    known = facts(
        somebody(1, ways=both), somebody(2, ways=online), somebody(3, ways=frozenset({Mode.VIDEO})), somebody(4)
    )
    counts = count(known, USUAL)

    numbers = [counts.number(m) for m in (Measure.ON_SITE, Measure.ONLINE, Measure.VIDEO, Measure.WAY_UNKNOWN)]
    assert (numbers, counts.number(Measure.BOTH_WAYS)) == ([1, 1, 1, 1], 1)
    assert count(known, Basis(presence=Presence.ON_SITE)).number(Measure.PEOPLE) == 1
    assert [row.id for row in count(known, Basis(presence=Presence.ONLINE)).of(Measure.PEOPLE).rows] == ["p2"]


def test_a_person_listed_twice_is_one() -> None:
    assert count(facts(somebody(1), somebody(1, id="again")), USUAL).number(Measure.PEOPLE) == 1


def test_a_person_without_a_country_is_a_number_of_its_own() -> None:
    counts = count(facts(somebody(1, "TH"), somebody(2, ""), somebody(3, "Ruritania")), USUAL)

    assert counts.number(Measure.COUNTRIES) == 1
    assert [row.id for row in counts.of(Measure.NO_COUNTRY).rows] == ["p2", "p3"]
    assert stated_basis.Note("2 people without a country, in no number of countries", Measure.NO_COUNTRY) in (
        stated_basis.notes(counts, "en")
    )


def test_institutions_are_foreign_domestic_of_the_regions_or_unknown() -> None:
    houses = {"a": "CN", "b": "TH", "c": "HK", "d": ""}
    counts = count(facts(*(somebody(n, institutions=(key,)) for n, key in enumerate("abcdb")), houses=houses), USUAL)
    measures = (
        Measure.DOMESTIC_INSTITUTIONS,
        Measure.FOREIGN_INSTITUTIONS,
        Measure.REGION_INSTITUTIONS,
        Measure.INSTITUTIONS_WITHOUT_COUNTRY,
    )

    assert counts.number(Measure.INSTITUTIONS) == 4
    assert [counts.number(measure) for measure in measures] == [1, 1, 1, 1]


def test_delegations_count_with_their_members_and_their_unnamed_stand_apart() -> None:
    parties = (Party("d1", "NP", "x", unnamed=6), Party("d2", "PK"), Party("d3", "MM", confirmed=True))
    known = facts(somebody(1, "PK", ATTENDED, delegation="d2"), parties=parties)

    assert [row.id for row in count(known, USUAL).of(Measure.DELEGATIONS).rows] == ["d1", "d2", "d3"]
    assert count(known, USUAL).of(Measure.UNNAMED).rows == (Row(RowKind.DELEGATION, "d1", 6),)
    assert codes(known, Basis(Counting.CONFIRMED)) == ["MM", "PK"]
    assert codes(known, Basis(Counting.ATTENDED)) == ["PK"]


def test_a_delegation_that_declined_is_not_counted() -> None:
    known = facts(somebody(1, "PK", DECLINED, delegation="d"), parties=(Party("d", "PK"),))

    assert (count(known, USUAL).number(Measure.DELEGATIONS), codes(known)) == (0, [])


def test_consular_posts_count_their_country_while_nobody_is_named() -> None:
    known = facts(envoys=(Envoy("c1", "VN", companions=2), Envoy("c2", "MM", DECLINED)))
    counts = count(known, USUAL)

    assert (codes(known), counts.number(Measure.UNNAMED), counts.number(Measure.PEOPLE)) == (["VN"], 2, 0)


def test_academicians_are_known_by_their_titles() -> None:
    titles = (
        "院长、中国科学院院士",
        "Chancellor; Academician of CAE",
        "院士工作站主任",
        "Academician Workstation, Director",
        "教授",
    )

    assert [is_academician(title) for title in titles] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("number", "step", "zh", "en"),
    [
        (1024, 1000, "1000余", "over 1,000"),
        (983, 1000, "983", "983"),
        (1000, 1000, "1000", "1,000"),
        (983, 100, "900余", "over 900"),
        (983, 1, "983", "983"),
        (7, 10, "7", "7"),
    ],
)
def test_rounding_never_says_more_than_is_true(number: int, step: int, zh: str, en: str) -> None:
    assert (rounded(number, step, "zh-Hans"), rounded(number, step, "en")) == (zh, en)
    assert can_round(number, step) == (number >= step)


@given(st.integers(0, 100_000), st.sampled_from([1, 10, 100, 1000]))
def test_a_rounded_number_is_below_the_true_one_by_less_than_a_step(number: int, step: int) -> None:
    low, more = floored(number, step)

    assert 0 <= number - low < max(step, 1)
    assert more == (low < number)


def test_outcomes_of_a_forum_that_lies_ahead_are_planned() -> None:
    signed = Counted(Measure.AGREEMENTS, (Row(RowKind.AGREEMENT, "a"), Row(RowKind.AGREEMENT, "b")))
    counts = count(replace(facts(), fixed=(signed,)), USUAL)
    day = dt.date(2027, 10, 23)

    assert press_line.outcomes(counts, "zh-Hans", planned=True) == "会议成果（拟）：签署协议2项。"
    assert press_line.outcomes(counts, "en", planned=True) == "Planned outcomes: 2 agreements to sign."
    assert press_line.outcomes(counts, "en") == "Outcome: 2 agreements signed."
    assert [press_line.lies_ahead(day, today) for today in (dt.date(2027, 10, 22), day)] == [True, False]
    assert press_line.lies_ahead(None, day) is False


def test_people_online_and_by_video_are_said_apart() -> None:
    ways = (Mode.ON_SITE, Mode.ONLINE, Mode.VIDEO, Mode.VIDEO)
    counts = count(facts(*(somebody(n, ways=frozenset({way})) for n, way in enumerate(ways))), USUAL)

    assert press_line.who(counts, "zh-Hans").endswith("4人（其中线上1人、视频2人）参会。")
    assert press_line.who(counts, "en").endswith(", 1 of them online and 2 by video.")


def test_interpreters_work_and_who_is_stood_in_for_stays_away() -> None:
    replaced = somebody(3, status=InvitationStatus.SUBSTITUTE_NAMED)
    known = facts(somebody(1), somebody(2, category=Category.INTERPRETER), replaced)

    assert [row.id for row in count(known, USUAL).of(Measure.PEOPLE).rows] == ["p1"]
    assert [row.id for row in count(known, Basis(workers=True)).of(Measure.PEOPLE).rows] == ["p1", "p2"]


def test_the_true_number_stands_in_the_basis_of_a_rounded_one() -> None:
    counts = count(facts(*(somebody(n) for n in range(1024))), Basis(Counting.LISTED, rounding=1000))

    assert press_line.who(counts, "zh-Hans") == "来自1个国家的1000余人参会。"
    assert stated_basis.basis(counts, "zh-Hans") == (
        "统计口径：名单上未婉拒、未由他人代替的人员，"
        "不含工作人员、志愿者、译员、安保与技术保障；1个国家（含中国）；实为1024人。"
    )


def test_the_host_is_named_before_the_others_where_it_is_not_counted() -> None:
    houses = {"a": "CN", "b": "TH"}
    known = facts(somebody(1, institutions=("a",)), somebody(2, "TH", institutions=("b",)), houses=houses)
    counts = count(known, Basis(Counting.ATTENDED, host=False))
    came = count(replace(known, attendees=tuple(replace(a, status=ATTENDED) for a in known.attendees)), counts.basis)

    assert press_line.sentence(counts, "en") == ""
    assert press_line.sentence(came, "en") == (
        "Attended by 2 people from 1 foreign and 1 domestic institution in China and 1 other country."
    )
    assert press_line.sentence(came, "zh-Hans") == "来自中国和其他1个国家1家国外单位、1家国内单位的2人出席会议。"


def test_the_forum_names_countries_in_its_own_words() -> None:
    known = facts(somebody(1), words={"country.CN": {"en": "P.R. China"}})

    assert stated_basis.basis(count(known, USUAL), "en") == (
        "Counted: all on the list but who declined or is stood in for, "
        "without staff, volunteers, interpreters, security and crew; 1 country including P.R. China."
    )


def test_programme_and_outcome_follow_in_sentences_of_their_own() -> None:
    fixed = (
        Counted(Measure.KEYNOTES, tuple(Row(RowKind.ITEM, str(n)) for n in range(16))),
        Counted(Measure.PARALLEL_FORUMS, (Row(RowKind.TRACK, "a"),)),
        Counted(Measure.FOUNDING_MEMBERS, (Row(RowKind.LEDGER, "l", 39),)),
    )
    counts = count(facts(somebody(1), fixed=fixed), USUAL)

    assert press_line.sentence(counts, "en") == (
        "Taking part: 1 person from 1 country. On the programme: 16 keynote speeches and 1 parallel forum. "
        "Outcome: 39 founding members."
    )
    assert press_line.sentence(counts, "zh-Hans") == (
        "来自1个国家的1人参会。日程设16场主旨报告、1个分论坛。会议成果：创始成员39家。"
    )


def test_nobody_and_nothing_is_an_empty_sentence_with_a_basis() -> None:
    counts = count(facts(), USUAL)

    assert press_line.sentence(counts, "en") == ""
    assert (
        stated_basis.basis(counts, "en") == "Counted: all on the list but who declined or is stood in for, "
        "without staff, volunteers, interpreters, security and crew; nobody counts by that yet."
    )


def test_reported_numbers_are_read_by_their_codes() -> None:
    entries = (("attendees", "1000+"), ("countries_incl_host", "12"), ("mood", "good"), ("foreign_countries", "8"))
    said = [(one.measure, one.number, one.at_least, one.host) for one in read(entries)]

    assert said == [
        (Measure.PEOPLE, 1000, True, None),
        (Measure.COUNTRIES, 12, False, True),
        (None, None, False, None),
        (Measure.COUNTRIES, 8, False, False),
    ]


def test_a_reported_number_stands_beside_the_counted_one_and_is_never_mixed_in() -> None:
    known = facts(somebody(1), somebody(2, "TH"), reported=(("countries_incl_host", "12"), ("foreign_countries", "1")))
    with_host, without = compare(known, USUAL)

    assert (with_host.counted, with_host.difference, with_host.agrees) == (2, -10, False)
    assert (without.counted, without.difference, without.agrees) == (1, 0, True)
    assert count(known, USUAL).number(Measure.COUNTRIES) == 2


def test_twelve_with_the_host_and_eleven_without_are_one_list() -> None:
    assert one_list(read((("countries_incl_host", "12"), ("countries_foreign_per_other_source", "11")))) is not None
    assert one_list(read((("countries_incl_host", "12"), ("foreign_countries", "10")))) is None


COUNTRIES = ["CN", "TH", "LA", "老挝", "HK", "TW", "", "XX"]
attendees = st.builds(
    Attendee,
    id=st.uuids().map(str),
    person=st.sampled_from([f"person{n}" for n in range(30)]),
    category=st.sampled_from(list(Category)),
    status=st.none() | st.sampled_from(list(InvitationStatus)),
    ways=st.frozensets(st.sampled_from(list(Mode))),
    country=st.sampled_from(COUNTRIES),
    institutions=st.lists(st.sampled_from(["a", "b", "c"]), max_size=2).map(tuple),
    academician=st.booleans(),
    speaks=st.booleans(),
)
bases = st.builds(
    Basis,
    counting=st.sampled_from(list(Counting)),
    host=st.booleans(),
    presence=st.sampled_from(list(Presence)),
    rounding=st.sampled_from([1, 10, 100, 1000]),
    workers=st.booleans(),
)
registers = st.dictionaries(
    st.sampled_from([Measure.KEYNOTES, Measure.REPORTS, Measure.AGREEMENTS, Measure.ADMISSIONS]), st.integers(0, 3000)
).map(lambda numbers: tuple(Counted(m, (Row(RowKind.LEDGER, m, n),) if n else ()) for m, n in numbers.items()))


@given(st.lists(attendees, max_size=40).map(tuple), bases, registers)
def test_both_languages_hold_the_same_numbers(
    people: tuple[Attendee, ...], basis: Basis, fixed: tuple[Counted, ...]
) -> None:
    counts = count(Facts(attendees=people, houses={"a": "CN", "b": "TH"}, fixed=fixed), basis)

    for said in (press_line.sentence, stated_basis.basis):
        assert differing(said(counts, "zh-Hans"), said(counts, "en")) in (None, ((), ()))


@given(st.lists(attendees, max_size=40).map(tuple), bases)
def test_every_number_is_the_count_of_its_rows(people: tuple[Attendee, ...], basis: Basis) -> None:
    counts = count(Facts(attendees=people, houses={"a": "CN", "b": "TH"}), basis)

    for measure in Measure:
        rows = counts.of(measure).rows
        assert counts.number(measure) == len(rows) == len({(row.kind, row.id) for row in rows})
    ways = (Measure.ON_SITE, Measure.ONLINE, Measure.VIDEO, Measure.WAY_UNKNOWN)
    assert sum(counts.number(measure) for measure in ways) == counts.number(Measure.PEOPLE)
    assert all(measure_name(measure, tag) for measure in Measure for tag in ("zh-Hans", "en"))
