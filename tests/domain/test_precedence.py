"""The order of protocol: each test names the article of the Vienna Convention on Consular Relations it stands on."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.guest_kinds import DiplomaticRank, PostKind, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.precedence import Override, Proof, Rank, Ranked, is_proven, ranked, why_before, why_open
from forumplanner.domain.protocol import ProtocolRules, Setting
from forumplanner.domain.text import LocalizedText

NATIONAL = ProtocolRules(setting=Setting.NATIONAL)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def guest(key: str, **known: Any) -> Rank:
    """A guest of the consulate-general of the country `key`, of which nothing else is known."""
    return Rank(key, **{"post": key, "country_en": key, "name": LocalizedText.of(en=key), **known})


def head(key: str, exequatur: str | None = None, **known: Any) -> Rank:
    """A consul-general with an exequatur of that day."""
    values = {
        "role": ConsularRole.HEAD,
        "consular_class": ConsularClass.CONSUL_GENERAL,
        "exequatur_on": day(exequatur) if exequatur else None,
    }
    return guest(key, **{**values, **known})


def acting(key: str, since: str | None = None, **known: Any) -> Rank:
    return guest(
        key,
        role=ConsularRole.ACTING,
        acting_since=day(since) if since else None,
        **{"consular_class": ConsularClass.CONSUL, **known},
    )


def officer(key: str, post: str, consular_class: ConsularClass | None = ConsularClass.CONSUL, **known: Any) -> Rank:
    return guest(
        key,
        **{"post": post, "country_en": post, "role": ConsularRole.OFFICER, "consular_class": consular_class, **known},
    )


def diplomat(key: str, rank: DiplomaticRank | None, **known: Any) -> Rank:
    return guest(key, kind=PostKind.EMBASSY, diplomatic_rank=rank, **known)


def order(*ranks: Rank, **more: Any) -> list[str]:
    """The keys in order; the same from whichever order they are given in."""
    first = [one.key for one in ranked(ranks, **more)]
    assert first == [one.key for one in ranked(reversed(ranks), **more)]
    return first


def proofs(*ranks: Rank, **more: Any) -> dict[str, Proof]:
    return {one.key: one.proof for one in ranked(ranks, **more)}


def unproven(*ranks: Rank, **more: Any) -> list[str]:
    return [key for key, proof in proofs(*ranks, **more).items() if proof is Proof.UNPROVEN]


def why(*ranks: Rank, tag: str = "en", **more: Any) -> str:
    """Why the first of the order stands before the second."""
    first, second, *_rest = ranked(ranks, **more)
    return why_before(first, second, tag)


# Heads of post


def test_heads_of_a_higher_class_stand_first() -> None:
    """Articles 9 (1) and 16 (1): rank is within each class, and consuls-general are the highest."""
    consul = head("A", "2019-01-01", consular_class=ConsularClass.CONSUL)
    agent = head("B", "2010-01-01", consular_class=ConsularClass.CONSULAR_AGENT)
    vice_consul = head("C", "2011-01-01", consular_class=ConsularClass.VICE_CONSUL)

    assert order(agent, consul, head("D", "2024-01-01"), vice_consul) == ["D", "A", "C", "B"]
    assert unproven(agent, consul, head("D", "2024-01-01"), vice_consul) == []


def test_heads_of_one_class_rank_by_the_day_of_the_exequatur() -> None:
    """Article 16 (1)."""
    lines = ranked([head("TH", "2023-04-11"), head("MM", "2021-09-02"), head("LA", "2022-01-20")])

    assert [(one.place, one.key, one.proof) for one in lines] == [
        (1, "MM", Proof.PROVEN),
        (2, "LA", Proof.PROVEN),
        (3, "TH", Proof.PROVEN),
    ]


def test_provisional_admission_ranks_and_is_kept_after_the_exequatur() -> None:
    """Article 16 (2): whoever was admitted provisionally before keeps that day's place."""
    early = head("TH", "2023-12-01", provisional_on=day("2023-01-15"))

    assert order(head("MM", "2023-04-11"), early) == ["TH", "MM"]
    assert order(head("MM", "2023-04-11"), head("TH", None, provisional_on=day("2023-01-15"))) == ["TH", "MM"]
    assert ranked([early])[0].basis_in("en") == "Provisionally admitted 15 Jan 2023"


def test_an_exequatur_before_the_provisional_admission_ranks() -> None:
    """Article 16 (2) speaks of an admission *before* the exequatur."""
    odd = head("TH", "2023-01-15", provisional_on=day("2023-12-01"))

    assert order(odd, head("MM", "2023-04-11")) == ["TH", "MM"]
    assert ranked([odd])[0].basis_in("en") == "Exequatur 15 Jan 2023"


def test_of_one_day_the_earlier_commission_stands_first() -> None:
    """Article 16 (3): on the same day, the dates on which commissions were presented."""
    late = head("LA", "2023-04-11", commission_on=day("2023-03-09"))
    early = head("TH", "2023-04-11", commission_on=day("2023-03-02"))

    assert order(late, early) == ["TH", "LA"]
    assert unproven(late, early) == []


def test_a_notice_stands_for_the_commission() -> None:
    """Articles 11 (3) and 16 (3): a notice may take the place of the commission."""
    noticed = head("LA", "2023-04-11", notified_on=day("2023-03-01"))
    commissioned = head("TH", "2023-04-11", commission_on=day("2023-03-02"))

    assert order(noticed, commissioned) == ["LA", "TH"]
    assert unproven(noticed, commissioned) == []


def test_of_one_day_and_one_commission_day_the_alphabet_decides_but_proves_nothing() -> None:
    """Article 16 is silent from here on."""
    same: dict[str, Any] = {"exequatur": "2023-04-11", "commission_on": day("2023-03-02")}
    first, second = head("Viet Nam", **same), head("Lao PDR", **same)

    assert order(first, second) == ["Lao PDR", "Viet Nam"]
    assert unproven(first, second) == ["Lao PDR", "Viet Nam"]


def test_honorary_heads_stand_after_career_heads_of_their_class() -> None:
    """Article 16 (5): within each class, after the career heads, in the same order among themselves."""
    honorary = head("A", "2001-01-01", honorary=True)
    later = head("B", "2005-01-01", honorary=True)
    consul = head("D", "2000-01-01", consular_class=ConsularClass.CONSUL)

    assert order(consul, later, honorary, head("C", "2024-01-01")) == ["C", "A", "B", "D"]


def test_acting_heads_stand_after_all_heads_by_the_day_they_took_over() -> None:
    """Articles 15 and 16 (4): after all heads of posts of whatever class, among themselves by their first day."""
    agent = head("D", "2024-01-01", consular_class=ConsularClass.CONSULAR_AGENT, honorary=True)
    senior = acting("A", "2026-06-15", consular_class=ConsularClass.VICE_CONSUL)
    junior = acting("B", "2026-07-01", consular_class=ConsularClass.DEPUTY_CONSUL_GENERAL)

    assert order(junior, senior, agent) == ["D", "A", "B"]
    assert unproven(junior, senior, agent) == []
    assert ranked([senior])[0].basis.get("zh-Hans") == "2026-06-15 起代理馆务"


def test_any_head_stands_before_any_officer() -> None:
    """Article 16 (6): a consular agent who is head of a post precedes a deputy consul-general who isn't."""
    agent = head("A", "2025-01-01", consular_class=ConsularClass.CONSULAR_AGENT)
    deputy = officer("B", "TH", ConsularClass.DEPUTY_CONSUL_GENERAL)

    assert order(deputy, acting("C", "2026-01-01"), agent) == ["A", "C", "B"]
    assert unproven(deputy, acting("C", "2026-01-01"), agent) == []


# Officers


def test_officers_of_one_post_stand_as_their_state_notified() -> None:
    """Article 21."""
    second = officer("B", "TH", seniority=2)
    first = officer("A2", "TH", seniority=1)

    assert order(second, first) == ["A2", "B"]
    assert unproven(second, first) == []


def test_officers_stand_by_their_own_rank_then_by_their_post() -> None:
    """Own rank first; of one rank, officers follow the order of their heads (articles 16 and 21, and custom)."""
    heads = [head("TH", "2023-01-01"), head("LA", "2022-01-01")]
    officers = [officer("t", "TH"), officer("l", "LA"), officer("v", "TH", ConsularClass.VICE_CONSUL)]

    assert order(*heads, *officers) == ["LA", "TH", "l", "t", "v"]
    assert unproven(*heads, *officers) == []


def test_officers_rank_by_a_head_who_does_not_come() -> None:
    away = [head("TH", "2023-01-01"), head("LA", "2022-01-01")]

    assert order(officer("t", "TH"), officer("l", "LA"), away=away) == ["l", "t"]
    assert unproven(officer("t", "TH"), officer("l", "LA"), away=away) == []


def test_officers_of_posts_whose_heads_nobody_entered_stand_by_the_list_unproven() -> None:
    officers = officer("t", "TH", list_order=1), officer("l", "LA", list_order=2)

    assert order(*officers) == ["t", "l"]
    assert unproven(*officers) == ["t", "l"]


def test_officers_of_one_post_need_no_head_to_be_told_apart() -> None:
    first, second = officer("a", "TH", seniority=1), officer("b", "TH", seniority=2)

    assert unproven(first, second) == []
    assert unproven(first, replace(second, seniority=None)) == ["b"]


def test_a_substitute_stands_at_the_own_rank() -> None:
    """Article 16 ranks persons: who comes for a consul-general doesn't inherit the place."""
    vice_consul = officer(
        "v", "MM", ConsularClass.VICE_CONSUL, stands_for=LocalizedText.of(en="U Kyaw", zh_Hans="吴觉")
    )
    lines = ranked([vice_consul, head("TH", "2024-01-01")], away=[head("MM", "2020-01-01")])

    assert [one.key for one in lines] == ["TH", "v"]
    assert lines[1].basis_in("en") == "Vice-Consul; stands for U Kyaw, at own rank"
    assert lines[1].basis_in("zh-Hans") == "副领事；代表吴觉出席，按本人级别排"


# What isn't known


def test_a_lone_guest_needs_no_date() -> None:
    assert proofs(head("TH")) == {"TH": Proof.PROVEN}
    assert unproven(head("TH"), acting("LA"), officer("o", "TH")) == []


def test_a_head_without_a_date_is_unproven_and_nobody_else() -> None:
    dated = [head("TH", "2023-01-01"), head("LA", "2022-01-01")]

    assert unproven(head("MM"), *dated) == ["MM"]


def test_two_neighbours_are_proven_only_if_both_have_what_the_rule_needs() -> None:
    first, second, third = ranked([head("TH", "2022-01-01"), head("LA", "2023-01-01"), head("MM")])

    assert is_proven(first, second)
    assert not is_proven(second, third)
    assert not is_proven(first, third)


def test_of_one_day_a_missing_commission_date_leaves_only_its_guest_unproven() -> None:
    same = "2023-04-11"
    heads = (
        head("A", same, commission_on=day("2023-03-02")),
        head("B", same, commission_on=day("2023-03-05")),
        head("C", same),
        head("D", "2024-01-01"),
    )

    assert order(*heads) == ["A", "B", "C", "D"]
    assert unproven(*heads) == ["C"]


def test_without_dates_the_offices_list_orders_then_the_english_alphabet() -> None:
    heads = head("Thailand", list_order=2), head("Myanmar", list_order=1), head("Viet Nam"), head("Lao PDR")

    assert order(*heads) == ["Myanmar", "Thailand", "Lao PDR", "Viet Nam"]
    assert unproven(*heads) == ["Myanmar", "Thailand", "Lao PDR", "Viet Nam"]


def test_the_list_puts_an_undated_head_among_dated_ones() -> None:
    heads = head("A", "2021-01-01", list_order=1), head("B", "2023-01-01", list_order=3), head("C", list_order=2)

    assert order(*heads) == ["A", "C", "B"]
    assert unproven(*heads) == ["C"]


def test_a_list_that_contradicts_the_dates_makes_no_circle() -> None:
    """By date A before B, by list B before X and X before A: X goes where the list is contradicted least."""
    heads = head("A", "2020-01-01", list_order=3), head("B", "2021-01-01", list_order=1), head("X", list_order=2)

    assert {tuple(one.key for one in ranked(given)) for given in permutations(heads)} == {("A", "B", "X")}


def test_a_post_of_which_only_the_country_is_known_is_presumed_to_send_its_head() -> None:
    assert order(officer("o", "TH"), guest("LA"), head("TH", "2023-01-01")) == ["TH", "LA", "o"]
    assert unproven(officer("o", "TH"), guest("LA"), head("TH", "2023-01-01")) == ["LA"]


def test_a_class_below_the_head_of_its_post_is_presumed_an_officers() -> None:
    vice_consul = guest("LA", consular_class=ConsularClass.VICE_CONSUL)

    assert order(vice_consul, acting("MM", "2026-01-01")) == ["MM", "LA"]
    assert unproven(vice_consul, acting("MM", "2026-01-01")) == ["LA"]


def test_what_a_place_stands_on_is_said_in_both_languages() -> None:
    lines = ranked([head("TH", "2023-04-11"), head("LA", list_order=4), head("MM")])

    assert {one.key: (one.basis.get("en"), one.basis.get("zh-Hans")) for one in lines} == {
        "TH": ("Exequatur 11 Apr 2023", "领事证书 2023-04-11"),
        "LA": ("FAO list no. 4", "外办名册第 4 位"),
        "MM": ("Nothing known to rank by", "暂无排序依据"),
    }


# Embassies


def test_at_a_national_event_embassies_come_before_consular_posts_by_rank() -> None:
    """VCDR articles 14 and 17; before consular heads by custom."""
    embassy = (
        diplomat("attache", DiplomaticRank.ATTACHE),
        diplomat("minister", DiplomaticRank.MINISTER),
        diplomat("sec1", DiplomaticRank.FIRST_SECRETARY),
    )

    assert order(head("TH", "2000-01-01"), *embassy, rules=NATIONAL) == ["minister", "sec1", "attache", "TH"]
    assert unproven(head("TH", "2000-01-01"), *embassy, rules=NATIONAL) == []


def test_a_diplomatic_rank_beside_a_consular_role_makes_nobody_a_member_of_an_embassy() -> None:
    consul = head("TH", "2023-01-01", diplomatic_rank=DiplomaticRank.COUNSELLOR)

    assert order(consul, head("LA", "2022-01-01"), rules=NATIONAL) == ["LA", "TH"]
    assert order(guest("TH", diplomatic_rank=DiplomaticRank.ATTACHE), head("LA", "2022-01-01"), rules=NATIONAL) == [
        "TH",
        "LA",
    ]


def test_ambassadors_rank_by_the_day_they_took_up_functions() -> None:
    """VCDR articles 13 and 16 (1)."""
    late = diplomat("late", DiplomaticRank.AMBASSADOR, commission_on=day("2024-05-01"))
    early = diplomat("early", DiplomaticRank.AMBASSADOR, commission_on=day("2021-05-01"))

    assert order(late, early, rules=NATIONAL) == ["early", "late"]
    assert unproven(late, early, rules=NATIONAL) == []


def test_at_a_provincial_event_the_offices_list_decides_about_embassies() -> None:
    heads = head("TH", "2020-01-01", list_order=1), head("LA", "2021-01-01", list_order=3)
    minister = diplomat("minister", DiplomaticRank.MINISTER, list_order=2)

    assert order(*heads, minister) == ["TH", "minister", "LA"]
    assert unproven(*heads, minister) == []


def test_an_embassy_that_is_not_on_the_list_stands_after_the_heads_unproven() -> None:
    heads = head("TH", "2020-01-01", list_order=1), acting("LA", "2026-01-01")
    minister = diplomat("minister", DiplomaticRank.MINISTER)

    assert order(*heads, minister) == ["TH", "minister", "LA"]
    assert unproven(*heads, minister) == ["minister"]


def test_members_of_one_embassy_stand_together_by_their_ranks() -> None:
    heads = head("TH", "2020-01-01", list_order=2), head("LA", "2021-01-01", list_order=3)
    members = (
        diplomat("sec2", DiplomaticRank.SECOND_SECRETARY, post="RU", list_order=1),
        diplomat("minister", DiplomaticRank.MINISTER, post="RU", list_order=1),
    )

    assert order(*heads, *members) == ["minister", "sec2", "TH", "LA"]
    assert unproven(*heads, *members) == []


# Leaders and guests of honour


def leader(key: str, group: ProtocolGroup | None, level: ProtocolLevel | None = None, **known: Any) -> Rank:
    return Rank(key, name=LocalizedText.of(en=key), group=group, level=level, **known)


def test_a_mixed_list_goes_group_by_group_and_level_by_level() -> None:
    guests = (
        leader("president", ProtocolGroup.HOST, ProtocolLevel.BUREAU),
        leader("governor", ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.VICE_MINISTER),
        leader("director", ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.BUREAU),
        leader("rector", ProtocolGroup.FOREIGN_GUEST),
        leader("chair", ProtocolGroup.ALLIANCE_LEADER, ProtocolLevel.BUREAU),
        head("TH", "2023-01-01"),
        acting("LA", "2026-01-01"),
    )

    assert order(*guests) == ["governor", "director", "TH", "LA", "rector", "chair", "president"]
    assert unproven(*guests) == []


def test_two_leaders_of_one_level_are_not_decided_by_any_rule() -> None:
    group, level = ProtocolGroup.DOMESTIC_LEADER, ProtocolLevel.BUREAU
    guests = leader("b", group, level, list_order=1), leader("a", group, level, list_order=2)

    assert order(*guests) == ["b", "a"]
    assert unproven(*guests) == ["b", "a"]


# By hand


def test_a_place_by_hand_holds_and_the_others_keep_the_rules_order() -> None:
    heads = [head(key, f"202{n}-01-01") for n, key in enumerate(("A", "B", "C", "D"))]
    overrides = {"D": Override(2, "office, 10-20")}

    assert order(*heads, overrides=overrides) == ["A", "D", "B", "C"]
    assert proofs(*heads, overrides=overrides) == {
        "A": Proof.PROVEN,
        "D": Proof.BY_HAND,
        "B": Proof.PROVEN,
        "C": Proof.PROVEN,
    }
    assert ranked(heads, overrides=overrides)[1].basis_in("en") == "By hand: office, 10-20"


def test_a_place_beyond_the_end_is_the_last_and_two_wishes_for_one_place_are_neighbours() -> None:
    heads = [head(key, f"202{n}-01-01") for n, key in enumerate(("A", "B", "C", "D"))]

    assert order(*heads, overrides={"A": Override(99, "late")}) == ["B", "C", "D", "A"]
    assert order(*heads, overrides={"C": Override(1, "x"), "D": Override(1, "y")}) == ["C", "D", "A", "B"]


# Why


def test_the_reason_cites_the_article() -> None:
    earlier, later = head("Myanmar", "2021-09-02"), head("Thailand", "2023-04-11")

    assert why(later, earlier) == (
        "Myanmar stands before Thailand: both are heads of post; the same rank for both: Consul-General; "
        "Exequatur 2 Sep 2021 before Exequatur 11 Apr 2023 (VCCR art. 16(1))."
    )
    assert why(later, earlier, tag="zh-Hans") == (
        "Myanmar排在Thailand之前：两人均为馆长；两人级别相同：总领事；"
        "领事证书 2021-09-02先于领事证书 2023-04-11（《维也纳领事关系公约》第16条第1款，VCCR art. 16(1)）。"
    )


def test_every_rule_is_explained_with_its_article() -> None:
    same = "2023-04-11"
    one_commission = head("A", same, commission_on=day("2023-03-02"))
    cases: Sequence[tuple[Rank, Rank, str]] = [
        (head("A", same, consular_class=ConsularClass.CONSUL), head("B", same), "(VCCR art. 9(1), 16(1))"),
        (head("A", "2000-01-01", honorary=True), head("B", same), "(VCCR art. 16(5))"),
        (head("A", "2024-01-01"), head("B", None, provisional_on=day("2022-01-01")), "(VCCR art. 16(1), 16(2))"),
        (one_commission, head("B", same, commission_on=day("2023-03-01")), "(VCCR art. 16(3))"),
        (acting("A", "2026-02-01"), acting("B", "2026-01-01"), "(VCCR art. 16(4))"),
        (acting("A", "2026-02-01"), head("B", same), "(VCCR art. 16(4))"),
        (officer("A", "TH"), head("B", same), "(VCCR art. 16(6))"),
        (officer("A", "TH"), acting("B", "2026-01-01"), "(VCCR art. 15, 16(6))"),
        (officer("A", "TH", seniority=2), officer("B", "TH", seniority=1), "(VCCR art. 21)"),
    ]
    for one, other, article in cases:
        sentence = why(one, other)
        assert sentence.startswith("B stands before A: "), sentence
        assert sentence.endswith(f"{article}."), sentence


def test_an_unproven_order_says_what_is_missing_and_what_stands_in() -> None:
    listed, dated = head("Lao PDR", list_order=1), head("Thailand", "2023-04-11", list_order=2)

    assert why(listed, dated) == (
        "Lao PDR stands before Thailand: both are heads of post; the same rank for both: Consul-General; "
        "not known of Lao PDR: day of exequatur or provisional admission; "
        "no. 1 before no. 2 in the foreign affairs office’s list; "
        "order unproven, confirm with the foreign affairs office."
    )


def test_of_an_unproven_pair_it_is_said_whose_answer_is_missing() -> None:
    known, unknown = ranked([head("Thailand", "2026-03-01", list_order=2), head("Cambodia", list_order=4)])

    assert (known.proof, unknown.proof) == (Proof.PROVEN, Proof.UNPROVEN)
    assert why_open(known, unknown, "Cambodia", "en") == "Cambodia’s date is not known; by the office’s list"
    assert why_open(unknown, known, "Thailand", "en") == "own date is not known; by the office’s list"
    assert why_open(known, unknown, "柬埔寨", "zh-Hans") == "柬埔寨的到任日期不详，按外办名册排"


def test_who_lacks_what_the_rule_needs_stands_behind_where_no_list_helps() -> None:
    assert why(head("Lao PDR"), head("Thailand", "2023-04-11")) == (
        "Thailand stands before Lao PDR: both are heads of post; the same rank for both: Consul-General; "
        "not known of Lao PDR: day of exequatur or provisional admission; whoever lacks it stands behind; "
        "order unproven, confirm with the foreign affairs office."
    )


def test_guests_without_a_post_are_confirmed_with_their_offices() -> None:
    group = ProtocolGroup.FOREIGN_GUEST
    first, second = leader("b", group, country_en="Lao PDR"), leader("a", group, country_en="Pakistan")

    assert order(second, first) == ["b", "a"]
    assert why(second, first) == (
        "b stands before a: not known of b: level of office; not known of a: level of office; "
        "the English alphabet: Lao PDR, Pakistan; order unproven, confirm with their offices."
    )


def test_a_place_by_hand_is_explained_by_its_reason() -> None:
    heads = head("A", "2020-01-01"), head("B", "2021-01-01")

    assert why(*heads, overrides={"B": Override(1, "as the office asked on 10-20")}) == (
        "B stands before A: B was put there by hand: as the office asked on 10-20."
    )


# Any list

DATES = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 4))
RANKS = st.builds(
    Rank,
    key=st.uuids().map(str),
    name=st.just(LocalizedText.of(en="A guest")),
    post=st.sampled_from(["", "TH", "LA", "MM"]),
    kind=st.sampled_from(PostKind),
    role=st.none() | st.sampled_from(ConsularRole),
    consular_class=st.none() | st.sampled_from(ConsularClass),
    honorary=st.booleans(),
    provisional_on=DATES,
    exequatur_on=DATES,
    commission_on=DATES,
    notified_on=DATES,
    acting_since=DATES,
    seniority=st.none() | st.integers(1, 3),
    diplomatic_rank=st.none() | st.sampled_from(DiplomaticRank),
    group=st.none() | st.sampled_from(ProtocolGroup),
    level=st.none() | st.sampled_from(ProtocolLevel),
    list_order=st.none() | st.integers(1, 4),
    country_en=st.sampled_from(["", "Lao PDR", "Thailand"]),
)
LISTS = st.lists(RANKS, max_size=9, unique_by=lambda one: one.key)
RULES = st.sampled_from([ProtocolRules(), NATIONAL])


def summary(lines: Sequence[Ranked]) -> list[tuple[int, str, Proof]]:
    return [(one.place, one.key, one.proof) for one in lines]


@given(ranks=LISTS, rules=RULES, data=st.data())
def test_the_order_does_not_depend_on_how_the_guests_are_given(
    ranks: list[Rank], rules: ProtocolRules, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(ranks))

    assert summary(ranked(shuffled, rules)) == summary(ranked(ranks, rules))


@given(ranks=LISTS, rules=RULES)
def test_everybody_stands_once_and_an_order_put_in_order_stays(ranks: list[Rank], rules: ProtocolRules) -> None:
    lines = ranked(ranks, rules)

    assert sorted(one.key for one in lines) == sorted(one.key for one in ranks)
    assert [one.place for one in lines] == list(range(1, len(ranks) + 1))
    assert summary(ranked([one.rank for one in lines], rules)) == summary(lines)


@given(ranks=LISTS, rules=RULES)
def test_of_two_proven_guests_the_pair_is_proven_too(ranks: list[Rank], rules: ProtocolRules) -> None:
    """And whoever is unproven has at least one guest in the list against whom nothing decides."""
    lines = ranked(ranks, rules)
    for one in lines:
        others = [other for other in lines if other is not one]
        if one.proof is Proof.UNPROVEN:
            assert not all(is_proven(one, other) for other in others)
        else:
            assert all(is_proven(one, other) for other in others if other.proof is Proof.PROVEN)


@given(ranks=LISTS, rules=RULES)
def test_every_pair_is_explained_in_both_languages(ranks: list[Rank], rules: ProtocolRules) -> None:
    lines = ranked(ranks, rules)
    for first, second in pairwise(lines):
        for tag in ("en", "zh-Hans"):
            sentence = why_before(first, second, tag)
            assert sentence
            assert ("unproven" in sentence or "未经证实" in sentence) is not is_proven(first, second)
            assert "{" not in sentence


@given(ranks=LISTS, data=st.data())
def test_places_by_hand_leave_the_others_in_the_rules_order(ranks: list[Rank], data: st.DataObject) -> None:
    keys = [one.key for one in ranks]
    fixed = data.draw(st.dictionaries(st.sampled_from(keys), st.integers(1, 9), max_size=4) if keys else st.just({}))
    overrides = {key: Override(place, "by hand") for key, place in fixed.items()}
    lines = ranked(ranks, overrides=overrides)

    assert [one.key for one in lines if one.key not in fixed] == [
        one.key for one in ranked(ranks) if one.key not in fixed
    ]
    for one in lines:
        if one.key in fixed and list(fixed.values()).count(fixed[one.key]) == 1 == len(fixed):
            assert one.place == min(fixed[one.key], len(ranks))


@given(ranks=st.lists(RANKS, max_size=6, unique_by=lambda one: one.key), rules=RULES)
def test_taking_a_guest_out_never_turns_two_proven_others_round(ranks: list[Rank], rules: ProtocolRules) -> None:
    whole = ranked(ranks, rules)
    proven = {
        (first.key, second.key)
        for first in whole
        for second in whole
        if first.place < second.place and is_proven(first, second)
    }
    for out in ranks:
        places = {one.key: one.place for one in ranked([one for one in ranks if one is not out], rules, away=[out])}
        assert all(places[a] < places[b] for a, b in proven if out.key not in (a, b))
