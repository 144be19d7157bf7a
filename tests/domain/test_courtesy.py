"""Courtesy: nothing is guessed, excellencies only from abroad, offices join as English does."""

import pytest

from forumplanner.domain.courtesy import courtesy_zh, office_en


@pytest.mark.parametrize(
    ("title", "courtesy", "expected"),
    [
        ("校长", "Prof.", "教授"),
        ("校长", "Prof. Dr.", "教授"),
        ("教授", "Prof.", ""),
        ("副教授", "Assoc. Prof.", ""),
        ("副校长", "Assoc. Prof. Dr.", ""),
        ("主任医师", "Dr.", ""),
        ("副厅长", "Ms.", "女士"),
        ("总领事", "H.E. Ms.", "女士"),
        ("处长", "Mr.", "先生"),
        ("院士", "Academician", ""),
        ("研究员", "Academician", "院士"),
        ("校长", "", ""),
    ],
)
def test_what_is_known_stands_behind_the_name(title: str, courtesy: str, expected: str) -> None:
    assert courtesy_zh(title, courtesy) == expected


def test_ambassadors_and_ministers_from_abroad_are_excellencies() -> None:
    assert courtesy_zh("老挝驻华大使", "H.E. Mr.", abroad=True) == "阁下"
    assert courtesy_zh("卫生部长", "H.E. Dr.", abroad=True) == "阁下"


@pytest.mark.parametrize("title", ["大使馆参赞", "副部长", "前大使", "总领事"])
def test_lesser_ranks_are_not(title: str) -> None:
    assert courtesy_zh(title, "Mr.", abroad=True) == "先生"


def test_a_minister_at_home_is_no_excellency() -> None:
    assert courtesy_zh("部长", "Mr.") == "先生"


def test_the_records_own_courtesy_goes_first_but_nobody_is_comrade() -> None:
    assert courtesy_zh("校长", "Prof.", own="先生") == "先生"
    assert courtesy_zh("校长", "Prof.", own="同志") == ""


@pytest.mark.parametrize(
    ("title", "institution", "expected"),
    [
        ("President", "Canglan Medical University", "President of Canglan Medical University"),
        ("Director", "Centre for Health", "Director of the Centre for Health"),
        ("Dean", "University of Bluebay", "Dean of the University of Bluebay"),
        ("Associate Professor", "Canglan Medical University", "Associate Professor, Canglan Medical University"),
        ("Head of Obstetrics", "Meghbari Hospital", "Head of Obstetrics, Meghbari Hospital"),
        ("", "Canglan Medical University", "Canglan Medical University"),
        ("President", "", "President"),
        ("", "", ""),
    ],
)
def test_office_and_institution_join_as_english_does(title: str, institution: str, expected: str) -> None:
    assert office_en(title, institution) == expected


def test_a_country_is_named_once() -> None:
    assert office_en("Rector", "Padauk University", "Myanmar") == "Rector of Padauk University, Myanmar"
    assert office_en("Consul-General of Thailand in Kunming", "", "Thailand") == "Consul-General of Thailand in Kunming"
