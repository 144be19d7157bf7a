"""Approvals: rules count dates and people as they say, departures are told, and nothing unknown is guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import text
from forumplanner.domain import approval_words
from forumplanner.domain.approval import Deviation, DeviationKind, Listed, State, deviations
from forumplanner.domain.protocol import ProtocolRules, Regime, Subject
from forumplanner.domain.regimes import (
    RULES,
    Deadline,
    DeadlineKind,
    classed,
    days_of,
    deadlines,
    months_from,
    refused_in,
)

START, END = dt.date(2027, 10, 23), dt.date(2027, 10, 25)
CHEN = Listed("p1", "陈国", "Chen Guo", "CN")
HUNG = Listed("p2", "阮雄", "Nguyen Hung", "VN")
APPROVED = State(
    (text("云岭国际医学教育论坛", "Yunling Forum"),),
    START,
    END,
    text("国际会议中心", "Conference Centre"),
    {"people": 400, "foreign_people": 90},
    (CHEN, HUNG),
)


def now(**fields: object) -> State:
    values = {name: getattr(APPROVED, name) for name in APPROVED.__slots__}
    return State(**{**values, **fields})


def test_as_approved_deviates_in_nothing() -> None:
    assert deviations(APPROVED, now()) == ()


@pytest.mark.parametrize(
    ("fields", "kind", "en", "zh"),
    [
        (
            {"titles": (text("云岭医学论坛", "Yunling Forum"),)},
            DeviationKind.RENAMED,
            "The name differs: approved “Yunling Forum”, now “Yunling Forum”.",
            "名称与批复不一致：批复为“云岭国际医学教育论坛”，现为“云岭医学论坛”。",
        ),
        (
            {"ends_on": dt.date(2027, 10, 26)},
            DeviationKind.DATES,
            "The dates differ: approved 23–25 October 2027, now 23–26 October 2027.",
            "日期与批复不一致：批复为2027年10月23–25日，现为2027年10月23–26日。",
        ),
        (
            {"venue": text("图书馆", "Library")},
            DeviationKind.VENUE,
            "The venue differs: approved “Conference Centre”, now “Library”.",
            "地点与批复不一致：批复为“国际会议中心”，现为“图书馆”。",
        ),
        (
            {"numbers": {"people": 434}},
            DeviationKind.MORE_PEOPLE,
            "34 people more than approved: 434 on the list, 400 approved.",
            "超出批复人数 34 人：名单 434 人，批复 400 人。",
        ),
        (
            {"numbers": {"foreign_people": 91}},
            DeviationKind.MORE_FOREIGN,
            "1 person from abroad more than approved: 91 on the list, 90 approved.",
            "超出批复外宾 1 人：名单 91 人，批复 90 人。",
        ),
        (
            {"listed": (CHEN, HUNG, Listed("p3", "桑亚", "Sanya", "TH"))},
            DeviationKind.NEW_PEOPLE,
            "1 person who is not on the approved list: Sanya (Thailand).",
            "1 人不在批复名单内：桑亚（泰国）。",
        ),
        (
            {"listed": (CHEN,)},
            DeviationKind.GONE_PEOPLE,
            "1 person of the approved list who no longer takes part: Nguyen Hung (Viet Nam).",
            "批复名单中 1 人不再参会：阮雄（越南）。",
        ),
        (
            {"listed": (CHEN, Listed("p2", "阮雄", "Nguyen Hung", "LA"))},
            DeviationKind.OTHER_COUNTRY,
            "1 person whose country differs from the approved list: Nguyen Hung (Lao PDR).",
            "1 人国别与批复名单不一致：阮雄（老挝）。",
        ),
    ],
)
def test_each_departure_is_told_in_both_languages(
    fields: dict[str, object], kind: DeviationKind, en: str, zh: str
) -> None:
    (found,) = deviations(APPROVED, now(**fields))

    assert found.kind is kind
    assert (approval_words.said(found, "en"), approval_words.said(found, "zh-Hans")) == (en, zh)


def test_what_the_approval_does_not_say_is_compared_with_nothing() -> None:
    silent = State(APPROVED.titles)

    assert deviations(silent, now(numbers={"people": 10_000})) == ()
    assert approval_words.remarks(silent, "en") == (
        "The approval names no numbers, so no number is compared.",
        "The approval has no list of participants, so nobody is compared.",
        "The approval names no dates, so no dates are compared.",
    )


def test_an_approved_total_of_nobody_is_remarked_and_everybody_is_more() -> None:
    zero = now(numbers={"people": 0})

    assert approval_words.remarks(zero, "zh-Hans") == ("批复总人数记为 0，请对照批文核实。",)
    assert [one.kind for one in deviations(zero, now())] == [DeviationKind.MORE_PEOPLE]


def test_one_country_under_two_names_is_no_departure() -> None:
    assert deviations(APPROVED, now(listed=(CHEN, Listed("p2", "阮雄", "", "越南")))) == ()


def test_many_people_are_named_first_and_counted_then() -> None:
    people = tuple(Listed(str(n), f"人{n}") for n in range(7))
    said = Deviation(DeviationKind.NEW_PEOPLE, people=people)

    assert approval_words.said(said, "zh-Hans") == "7 人不在批复名单内：人0、人1、人2、人3、人4、另 2 人。"


def test_the_forum_names_countries_in_its_own_words() -> None:
    said = Deviation(DeviationKind.GONE_PEOPLE, people=(HUNG,))

    assert approval_words.said(said, "en", {"country.VN": {"en": "Vietnam"}}) == (
        "1 person of the approved list who no longer takes part: Nguyen Hung (Vietnam)."
    )


def test_a_list_is_kept_and_read_back() -> None:
    assert Listed.of(HUNG.to_keep()) == HUNG
    assert Listed.of({"zh": "无键"}) == Listed("", "无键")


@pytest.mark.parametrize(
    ("countries", "foreign", "total", "subject", "sensitive", "international", "major"),
    [
        (0, 0, 0, Subject.SOCIAL, False, None, False),
        (2, 50, 300, Subject.SOCIAL, False, False, False),
        (3, 100, 400, Subject.SOCIAL, False, True, False),
        (3, 101, 200, Subject.SOCIAL, False, True, True),
        (3, 20, 401, Subject.SOCIAL, False, True, True),
        (3, 300, 800, Subject.NATURAL, False, True, False),
        (3, 1, 10, Subject.NATURAL, True, True, True),
    ],
)
def test_a_conference_is_classed_by_its_numbers(
    countries: int,
    foreign: int,
    total: int,
    subject: Subject,
    sensitive: bool,
    international: bool | None,
    major: bool,
) -> None:
    found = classed(
        countries=countries, foreign=foreign, total=total, subject=subject, regime=Regime.BNU, sensitive=sensitive
    )

    assert (found.international, found.major) == (international, major)


def test_no_rules_make_nothing_international() -> None:
    found = classed(countries=12, foreign=200, total=900, subject=Subject.SOCIAL, regime=Regime.NONE)

    assert found.international is False
    assert approval_words.source(Regime.NONE, "en") == "No rules of approval apply."


def test_the_classification_says_its_numbers() -> None:
    found = classed(countries=12, foreign=66, total=193, subject=Subject.SOCIAL, regime=Regime.BNU)

    assert approval_words.classification(found, "en") == (
        "An international conference: 12 countries.",
        "General: 66 from abroad (limit 100), 193 in all (limit 400).",
    )


def due(regime: Regime, *, major: bool = False, online: bool = False, file_days: int | None = None) -> dict[str, str]:
    found = deadlines(regime, starts_on=START, ends_on=END, major=major, online=online, file_days=file_days)
    return {str(one.kind): one.day.isoformat() for one in found}


def test_days_count_back_from_the_first_day_and_on_from_the_last() -> None:
    common = {"change": "2027-07-23", "summary": "2027-12-25"}

    assert due(Regime.BNU) == {"file": "2027-07-08", **common}
    assert due(Regime.BNU, major=True) == {"pre_report": "2027-05-08", "file": "2027-05-08", **common}
    assert due(Regime.BNU, online=True) == {"file": "2027-09-23", **common}
    assert due(Regime.SNNU) == {"file": "2027-06-23", **common}
    assert due(Regime.SNNU, major=True) == {"pre_report": "2027-04-23", "file": "2027-04-23", **common}
    assert due(Regime.CAS) == common
    assert due(Regime.BNU, file_days=120) == {"file": "2027-06-25", **common}
    assert due(Regime.NONE) == {}
    assert approval_words.no_dates(Regime.CAS, "zh-Hans") == "中国科学院的规定未写明申报时限。"


def test_without_dates_nothing_is_due() -> None:
    assert deadlines(Regime.BNU, starts_on=None, ends_on=None, major=False, online=False) == ()
    assert days_of(None, END) is None


@pytest.mark.parametrize(("days", "said"), [(12, "in 12 days"), (1, "in 1 day"), (0, "today"), (-3, "3 days ago")])
def test_the_countdown_is_in_days(days: int, said: str) -> None:
    assert approval_words.countdown(Deadline(DeadlineKind.FILE, START), START - dt.timedelta(days=days), "en") == said


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 24))
def test_months_forth_and_back_stay_within_three_days(day: dt.date, months: int) -> None:
    assert 0 <= (day - months_from(months_from(day, months), -months)).days <= 3


@pytest.mark.parametrize(
    ("title", "regime", "words"),
    [
        ("云岭高峰论坛", Regime.BNU, ["高峰论坛"]),
        ("第一届云岭峰会", Regime.BNU, ["峰会", "第一届"]),
        ("首届校长学术研讨会", Regime.SNNU, ["首届"]),
        ("云岭国际医学教育论坛", Regime.BNU, []),
        ("云岭医学论坛：教育与服务", Regime.CAS, ["论坛", "："]),
        ("云岭高峰论坛", Regime.CAS, ["高峰论坛"]),
        ("首届世界大会", Regime.NONE, []),
        ("", Regime.BNU, []),
    ],
)
def test_words_that_rules_do_not_want_in_a_name(title: str, regime: Regime, words: list[str]) -> None:
    found = refused_in(title, regime)

    assert [one.word for one in found] == words
    assert all(one.word in approval_words.refusal(one, regime, tag) for one in found for tag in ("zh-Hans", "en"))


def test_every_preset_says_whose_rules_it_follows() -> None:
    said = {regime: approval_words.source(regime, "en") for regime in RULES}

    assert said[Regime.BNU] == "After Beijing Normal University, 2025. Confirm with the foreign affairs office."
    assert said[Regime.SNNU] == (
        "After Shaanxi Normal University, year not stated. Confirm with the foreign affairs office."
    )
    assert set(RULES) == set(Regime)


def test_choices_are_kept_with_the_protocol() -> None:
    rules = ProtocolRules(regime=Regime.CAS, subject=Subject.NATURAL, sensitive="yes", file_days="120")

    assert ProtocolRules.of(rules.to_keep()) == rules
    assert ProtocolRules().to_keep() is None
