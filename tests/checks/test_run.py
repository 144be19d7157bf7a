"""All checks together: nothing in a sound forum, the same list every time, severities as the forum wishes."""

import re
from dataclasses import replace

import msgspec
import pytest

from checked_forum import PERERA, RAHMAN, appears, arrives, forum, found, part, session, talk
from factories import text
from forumplanner.checks import ALL_CHECKS, DEFAULT_SEVERITIES, heading, run
from forumplanner.checks.people import DEEDS
from forumplanner.domain.kinds import Mode, Role, SessionKind, Severity
from forumplanner.domain.names import PersonName
from forumplanner.i18n import localized
from forumplanner.snapshots.checks import CheckedForum, CheckedPerson
from forumplanner.snapshots.findings import FindingKind

SOUND = forum(
    session(
        "1", "09:00", "10:00", part(talk(appears("rahman")), perera=Role.CHAIR), kind=SessionKind.OPENING, room="A"
    ),
    session("2", "09:30", "11:00", part(talk(minutes=90)), room="B"),
)
STALE = text("旧", "Old").edited("en", "New")
EVERYTHING_AMISS = forum(
    session("1", "09:00", "10:00", part(talk(appears("rahman"), minutes=90)), kind=SessionKind.PARALLEL, room="A"),
    session("2", "09:30", "10:30", part(rahman=Role.CHAIR), room="A", expected=500),
    session("3", "12:00", "11:00", title=text("只有中文")),
    session(
        "4", None, None, part(talk(appears(None)), talk(appears("perera", provisional=True))), title=STALE, room="A"
    ),
    session("5", "14:00", "15:00", part(start="13:00", end="15:00"), room="B"),
    session("6", "02:00", "03:00", part(talk(appears("night"), start="02:00")), room="A"),
    session("7", "16:00", "17:00", part(talk(appears("close"), start="16:00", minutes=30)), room="A"),
    mailbox="",
    people=(
        replace(RAHMAN, journeys=(arrives("12:00"), arrives("08:00"))),
        PERERA,
        CheckedPerson("night", PersonName(latin="Night"), "LK", mode=Mode.ONLINE),
        CheckedPerson("close", PersonName(zh="近"), "LK", journeys=(arrives("15:30"),)),
    ),
)


def test_a_sound_forum_has_no_findings() -> None:
    assert run(SOUND) == []


def test_an_empty_forum_has_no_findings_but_its_missing_mailbox() -> None:
    assert [finding.kind for finding in run(CheckedForum(id="f"))] == [FindingKind.FORUM_WITHOUT_MAILBOX]


def test_what_is_amiss_is_found_the_gravest_first() -> None:
    kinds = list(dict.fromkeys(finding.kind for finding in run(EVERYTHING_AMISS)))

    assert kinds == [
        FindingKind.PERSON_OVERLAP,
        FindingKind.ROOM_OVERLAP,
        FindingKind.ENDS_BEFORE_START,
        FindingKind.SESSION_OVERRUN,
        FindingKind.PART_OUTSIDE_SESSION,
        FindingKind.ARRIVES_AFTER,
        FindingKind.ARRIVES_CLOSE,
        FindingKind.ONLINE_AT_NIGHT,
        FindingKind.ROOM_TOO_SMALL,
        FindingKind.SESSION_WITHOUT_ROOM,
        FindingKind.PART_WITHOUT_CHAIR,
        FindingKind.NAME_FORM_MISSING,
        FindingKind.TRANSLATION_MISSING,
        FindingKind.TRANSLATION_STALE,
        FindingKind.FORUM_WITHOUT_MAILBOX,
        FindingKind.PLACEHOLDER_OPEN,
        FindingKind.APPEARANCE_PROVISIONAL,
        FindingKind.SESSION_WITHOUT_TIME,
    ]


def test_the_order_of_what_is_read_changes_nothing() -> None:
    turned = replace(EVERYTHING_AMISS, sessions=EVERYTHING_AMISS.sessions[::-1], people=EVERYTHING_AMISS.people[::-1])

    assert [(f.id, f.fingerprint) for f in run(turned)] == [(f.id, f.fingerprint) for f in run(EVERYTHING_AMISS)]


def test_every_finding_has_an_id_of_its_own() -> None:
    ids = [finding.id for finding in run(EVERYTHING_AMISS)]

    assert len(set(ids)) == len(ids)


def test_a_forum_may_weigh_a_kind_differently_or_not_ask_for_it() -> None:
    weights = {FindingKind.ROOM_OVERLAP: Severity.NOTE, FindingKind.PERSON_OVERLAP: Severity.OFF}

    weighed = run(EVERYTHING_AMISS, severities=weights)

    assert {f.severity for f in weighed if f.kind is FindingKind.ROOM_OVERLAP} == {Severity.NOTE}
    assert [f for f in weighed if f.kind is FindingKind.PERSON_OVERLAP] == []


def test_every_sentence_is_in_its_language_and_complete() -> None:
    for finding in run(EVERYTHING_AMISS):
        for words in (finding.title, finding.message, finding.remedy):
            assert list(words) == ["zh-Hans", "en"]
            assert re.search(r"[\u4e00-\u9fff]", words["zh-Hans"])
            assert re.search(r"[A-Za-z]{3}", words["en"])
            assert "{" not in words["zh-Hans"] + words["en"]
        assert finding.message["zh-Hans"].endswith("。")
        assert finding.message["en"].endswith(".")


def test_no_sentence_blames() -> None:
    unkind = re.compile(r"failed|invalid|illegal|error|null|sure|!|！|失败|非法|无效|错误", re.IGNORECASE)

    said = [text for f in run(EVERYTHING_AMISS) for words in (f.title, f.message, f.remedy) for text in words.values()]

    assert [text for text in said if unkind.search(text)] == []


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_heading_in_both_languages_and_a_severity(kind: FindingKind) -> None:
    words = heading(kind)

    assert re.search(r"[\u4e00-\u9fff]", words["zh-Hans"])
    assert not re.search(r"[\u4e00-\u9fff]", words["en"])
    assert DEFAULT_SEVERITIES[kind] is not Severity.OFF


@pytest.mark.parametrize("role", Role)
def test_every_role_is_told_as_a_deed_in_both_languages(role: Role) -> None:
    told = localized(DEEDS[role], session="X")

    assert re.search(r"[\u4e00-\u9fff]", told["zh-Hans"])
    assert not re.search(r"[\u4e00-\u9fff]", told["en"])


def test_a_finding_reads_as_the_command_line_prints_it() -> None:
    (clash,) = found(EVERYTHING_AMISS, ALL_CHECKS[0])

    assert clash.as_json() == {
        "id": clash.id,
        "kind": "person_overlap",
        "severity": "error",
        "subjects": [
            {"type": "participant", "id": "rahman", "label": {"zh-Hans": "拉赫曼", "en": "Karim Rahman"}},
            {"type": "session", "id": "2", "label": {"zh-Hans": "场次2", "en": "Session 2"}},
            {"type": "session", "id": "1", "label": {"zh-Hans": "场次1", "en": "Session 1"}},
        ],
        "minutes": 60,
        "title": clash.title,
        "message": clash.message,
        "remedy": clash.remedy,
        "place": {"page": "programme", "id": "1"},
        "fingerprint": clash.fingerprint,
        "acknowledged": None,
        "ways": [],
    }
    assert re.fullmatch(r"person_overlap-[0-9a-f]{16}", clash.id)


def test_a_snapshot_survives_a_file() -> None:
    written = msgspec.json.encode(EVERYTHING_AMISS)

    assert msgspec.json.decode(written, type=CheckedForum) == EVERYTHING_AMISS
