"""Texts without a side, texts with an older side: one finding a session and language, with the fields named."""

from checked_forum import RAHMAN, ROOM_A, forum, found, part, session, talk, told
from factories import text
from forumplanner.checks import languages
from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.text import LocalizedText
from forumplanner.snapshots.checked_guests import CheckedText, TextGroup
from forumplanner.snapshots.checks import CheckedPerson, CheckedRoom, CheckedTrack
from forumplanner.snapshots.findings import FindingKind, Page, Place


def test_texts_of_a_session_without_english_are_named() -> None:
    items = part(
        talk(title=text("热带医学"), name="One"),
        talk(name="Two", abstract=text("摘要")),
        title=text("上半场"),
    )
    (gap,) = found(forum(session("1", "09:00", "10:00", items, summary=text("简介"))), languages.translations)

    assert (gap.kind, gap.place) == (FindingKind.TRANSLATION_MISSING, Place(Page.PROGRAMME, "1"))
    assert gap.title == {"zh-Hans": "场次1有 4 处缺英文", "en": "4 texts without English: Session 1"}
    assert gap.message == {
        "zh-Hans": "“场次1”还没有英文：简介、“上半场”一节、“热带医学”、“报告Two”的摘要。",
        "en": "No English yet in “Session 1”: summary, part “上半场”, “热带医学”, abstract of “Two”.",
    }


def test_each_language_that_lacks_texts_has_its_own_finding() -> None:
    mixed = part(talk(title=text("热带医学")), talk(title=text(en="Policy")))

    titles = {f.title["en"] for f in found(forum(session("1", "09:00", "10:00", mixed)), languages.translations)}

    assert titles == {"1 text without English: Session 1", "1 text without Chinese: Session 1"}


def test_breaks_have_fixed_words_and_empty_titles_are_no_gap() -> None:
    rows = part(talk(title=text("茶歇"), kind=ItemKind.TEA), talk(title=text()))
    lunch = session("2", "12:00", "13:00", kind=SessionKind.MEAL, title=text("午餐"))

    assert found(forum(session("1", "09:00", "10:00", rows), lunch), languages.translations) == []


def test_a_side_that_was_left_behind_is_to_be_reviewed() -> None:
    edited = text("旧题", "Old title").edited("zh-Hans", "新题")

    (stale,) = found(forum(session("1", "09:00", "10:00", part(talk(title=edited)))), languages.translations)

    assert stale.kind is FindingKind.TRANSLATION_STALE
    assert stale.title == {"zh-Hans": "场次1有 1 处英文待核对", "en": "1 text to review in English: Session 1"}
    assert stale.message == {
        "zh-Hans": "“场次1”的中文改过，英文还没有核对：“新题”。",
        "en": "In “Session 1”, the Chinese was edited after the English: “Old title”.",
    }


def test_a_confirmed_side_is_in_order() -> None:
    confirmed = text("旧题", "Old title").edited("zh-Hans", "新题").confirmed("en")

    assert found(forum(session("1", "09:00", "10:00", part(talk(title=confirmed)))), languages.translations) == []


def test_a_third_language_counts_only_as_the_newer_side() -> None:
    edited = LocalizedText.of({"zh-Hans": "题", "en": "Title", "th": "ชื่อ"}).edited("th", "ชื่อใหม่")

    kinds = [f.kind for f in found(forum(session("1", "09:00", "10:00", title=edited)), languages.translations)]

    assert kinds == [FindingKind.TRANSLATION_STALE, FindingKind.TRANSLATION_STALE]


def test_the_card_the_rooms_the_tracks_and_the_posts_are_mended_in_one_place_each() -> None:
    snapshot = forum(
        theme=text("主题"),
        rooms=(ROOM_A, _room("B厅"), _room("C厅")),
        tracks=(CheckedTrack("t", text("分论坛一")),),
        people=(CheckedPerson("rahman", RAHMAN.name, post=text("院长")),),
    )

    assert set(told(snapshot, languages.translations)) == {
        ("会场还没有英文：B厅、C厅。", "No English yet in the rooms: B厅, C厅."),
        ("论坛信息还没有英文：主题。", "No English yet in the forum: theme."),
        ("分论坛还没有英文：分论坛一。", "No English yet in the parallel forums: 分论坛一."),
        ("参会者职务还没有英文：拉赫曼（院长）。", "No English yet in posts of participants: Karim Rahman (院长)."),
    }


def test_titles_of_forum_and_session_and_a_place_in_words_are_named() -> None:
    snapshot = forum(
        session("1", "18:00", "20:00", title=text("晚宴"), place=text("湖滨酒店")),
        titles=(text("云岭论坛"), text("联盟大会")),
        city=text("昆明"),
    )

    assert sorted(told(snapshot, languages.translations)) == [
        ("“晚宴”还没有英文：场次标题、地点。", "No English yet in “晚宴”: title of the session, place."),
        ("论坛信息还没有英文：标题、标题、城市。", "No English yet in the forum: title, title, city."),
    ]


def _room(name: str) -> CheckedRoom:
    return CheckedRoom(name, text(name))


def test_another_pair_of_languages_is_asked_for_its_own() -> None:
    russian = forum(
        session("1", "09:00", "10:00", title=LocalizedText.of({"ru": "Форум"})),
        languages=("ru", "kk"),
        titles=(),
        rooms=(),
    )

    assert told(russian, languages.translations) == [
        ("“Форум”还没有哈萨克文：场次标题。", "No Kazakh yet in “Форум”: title of the session.")
    ]


def test_writing_one_of_two_missing_texts_changes_the_fingerprint_not_the_id() -> None:
    two = part(talk(title=text("一"), name="One"), talk(title=text("二"), name="Two"))
    one = part(talk(title=text("一", "First"), name="One"), talk(title=text("二"), name="Two"))

    (before,) = found(forum(session("1", "09:00", "10:00", two)), languages.translations)
    (after,) = found(forum(session("1", "09:00", "10:00", one)), languages.translations)

    assert after.id == before.id
    assert after.fingerprint != before.fingerprint


def test_texts_of_the_guest_side_are_mended_where_they_stand() -> None:
    snapshot = forum(
        texts=(
            CheckedText(TextGroup.POSTS, "p", text("老挝总领事馆"), target="g"),
            CheckedText(TextGroup.TITLES, "g", text("领事"), text("老挝总领事馆", "Lao Consulate"), target="g"),
            CheckedText(TextGroup.DELEGATIONS, "d", text("老挝代表团"), column="name", target="d"),
            CheckedText(
                TextGroup.DELEGATIONS, "d", text("云岭宾馆"), text("老挝代表团", "Lao delegation"), "hotel", "d"
            ),
            CheckedText(TextGroup.DELEGATIONS, "e", text("泰国代表团", "Thai delegation"), column="name", target="e"),
            CheckedText(TextGroup.REGISTERS, "a", text("合作备忘录"), target="agreements:a"),
        )
    )

    gaps = found(snapshot, languages.translations)

    blank = "Write the English; until then papers leave it blank."
    assert {(gap.place, gap.message["en"], gap.remedy["en"]) for gap in gaps} == {
        (Place(Page.GUESTS, "g"), "No English yet in the consular posts: 老挝总领事馆.", blank),
        (Place(Page.GUESTS, "g"), "No English yet in titles of consular guests: 领事 (Lao Consulate).", blank),
        (
            Place(Page.DELEGATIONS, "d"),
            "No English yet in the delegations: 老挝代表团, hotel of Lao delegation.",
            blank,
        ),
        (
            Place(Page.ALLIANCE, "agreements:a"),
            "No English yet in the registers of the alliance: 合作备忘录.",
            "Write the English.",
        ),
    }
    (laos,) = [gap for gap in gaps if gap.place.page is Page.DELEGATIONS]
    assert laos.message["zh-Hans"] == "代表团信息还没有英文：老挝代表团、老挝代表团下榻酒店。"


def test_own_words_beside_usual_ones_are_to_be_reviewed() -> None:
    host = text("主办", "Hosts").edited("zh-Hans", "主办高校")
    snapshot = forum(texts=(CheckedText(TextGroup.RANKS, "f", host, text("主办单位", "Hosts"), target="organisers"),))

    (stale,) = found(snapshot, languages.translations)

    assert (stale.kind, stale.place) == (FindingKind.TRANSLATION_STALE, Place(Page.ALLIANCE, "organisers"))
    assert (
        stale.message["en"]
        == "In the forum’s own words for organisers, the Chinese was edited after the English: Hosts."
    )
