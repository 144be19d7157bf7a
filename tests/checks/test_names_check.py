"""Each paper has a form of each name to print."""

import pytest

from checked_forum import forum, found, told
from forumplanner.checks import names
from forumplanner.domain.names import PersonName
from forumplanner.snapshots.checks import CheckedForum, CheckedPerson


def people(name: PersonName, *languages: str) -> CheckedForum:
    return forum(people=(CheckedPerson("p", name),), languages=languages or ("zh-Hans", "en"))


def test_an_english_paper_needs_a_latin_name() -> None:
    assert told(people(PersonName(zh="王明")), names.missing_forms) == [
        ("英文参会证和日程上，王明的姓名无法印出。", "Badge and agenda in English have no name to print for 王明.")
    ]


def test_a_chinese_paper_can_do_with_a_latin_name() -> None:
    assert found(people(PersonName(latin="Aung Ko Ko")), names.missing_forms) == []


def test_a_native_name_alone_serves_neither() -> None:
    lacking = found(people(PersonName(native="အောင်ကိုကို", native_language="my")), names.missing_forms)

    assert sorted(f.title["en"] for f in lacking) == [
        "အောင်ကိုကို has neither a Chinese nor a Latin name",
        "အောင်ကိုကို has no Latin name",
    ]


@pytest.mark.parametrize(("language", "gaps"), [("ru", 0), ("ru-RU", 0), ("kk", 1), ("", 1)])
def test_a_paper_in_the_persons_own_language_prints_the_native_name(language: str, gaps: int) -> None:
    name = PersonName(native="Иванов Иван", native_language=language)

    assert len(found(people(name, "ru"), names.missing_forms)) == gaps


def test_a_person_without_any_name_is_found_for_both_papers() -> None:
    assert len(found(people(PersonName()), names.missing_forms)) == 2
