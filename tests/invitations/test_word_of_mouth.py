"""What is said on the phone and written in chats, in both languages and on both clocks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from forumplanner.domain.kinds import Category, Mode
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarPlan
from forumplanner.snapshots.must_know import Concerned, News, Spot, Way, What
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan
from forumplanner.snapshots.wordings import NameForms

TAGS = ("zh-Hans", "en")
FACTS = (("zh-Hans", "forum", "云岭论坛"), ("en", "forum", "Yunling Forum"))
TITLE = ("第三分论坛", "Forum 3")


def spot(hour: int = 14, room: str = "203", day: int = 14) -> Spot:
    start = dt.datetime(2026, 11, day, hour - 8, tzinfo=dt.UTC)
    place = (f"{room}会议室", f"Room {room}") if room else ("", "")
    return Spot(start, start + dt.timedelta(hours=2), "Asia/Shanghai", place)


def spoken(*people: Attendee) -> Spoken:
    return Spoken(
        TellingPlan("f", TAGS, "Asia/Shanghai", CalendarPlan("f", (), "", (), people), (), (), (), frozenset(), FACTS)
    )


def reader(key: str, **fields: object) -> Reader:
    values = {"zone": "", "mode": None} | fields
    return Reader(key, NameForms(f"{key}女士", key), Category.DELEGATE, Reach.CHAT, **values)  # type: ignore[arg-type]  # fields of a reader


SAID = (
    (
        News("s", What.MOVED, TITLE, spot(), spot(15)),
        "“第三分论坛”由14:00–16:00改为11月14日 周六 15:00–17:00，地点不变：203会议室。",
        "“Forum 3” is now on Sat 14 Nov 15:00–17:00 instead of 14:00–16:00; the place stays: Room 203.",
    ),
    (
        News("s", What.MOVED, TITLE, spot(), spot(room="301")),
        "“第三分论坛”由203会议室改到301会议室，时间不变：11月14日 周六 14:00–16:00。",
        "“Forum 3” moves from Room 203 to Room 301; the time stays: Sat 14 Nov 14:00–16:00.",
    ),
    (
        News("s", What.MOVED, TITLE, spot(), spot(9, "301", day=15)),
        "“第三分论坛”由11月14日 周六 14:00–16:00，203会议室改为11月15日 周日 09:00–11:00，301会议室。",
        "“Forum 3” is now on Sun 15 Nov 09:00–11:00, Room 301 instead of Sat 14 Nov 14:00–16:00, Room 203.",
    ),
    (
        News("s", What.NEW, TITLE, None, spot()),
        "新增一项安排：“第三分论坛”，11月14日 周六 14:00–16:00，203会议室。",
        "New in your programme: “Forum 3”, Sat 14 Nov 14:00–16:00, Room 203.",
    ),
    (
        News("s", What.PART, TITLE, spot(), spot()),
        "您在“第三分论坛”中的安排有调整，时间和地点不变：11月14日 周六 14:00–16:00，203会议室。",
        "Your part in “Forum 3” has changed; time and place stay: Sat 14 Nov 14:00–16:00, Room 203.",
    ),
    (
        News("s", What.CANCELLED, TITLE, spot(), None),
        "原定11月14日 周六 14:00–16:00的“第三分论坛”取消。",
        "“Forum 3”, planned for Sat 14 Nov 14:00–16:00, is cancelled.",
    ),
    (
        News("s", What.OPEN, TITLE, spot(), None),
        "原定11月14日 周六 14:00–16:00的“第三分论坛”改期，新的时间确定后另行通知。",
        "“Forum 3”, planned for Sat 14 Nov 14:00–16:00, has no new time yet; we will let you know.",
    ),
    (
        News("s", What.LEFT, TITLE, spot(), None),
        "“第三分论坛”（11月14日 周六 14:00–16:00）不再安排您参加。",
        "You are no longer expected at “Forum 3” (Sat 14 Nov 14:00–16:00).",
    ),
)


@pytest.mark.parametrize(("news", "chinese", "english"), SAID, ids=lambda value: getattr(value, "what", ""))
def test_each_kind_of_news_is_one_sentence_in_both_languages(news: News, chinese: str, english: str) -> None:
    assert (spoken().sentence(news, "zh-Hans"), spoken().sentence(news, "en")) == (chinese, english)


def test_a_session_without_a_room_says_only_when() -> None:
    news = News("s", What.MOVED, TITLE, spot(room=""), spot(15, room=""))

    assert spoken().sentence(news, "en") == "“Forum 3” is now on Sat 14 Nov 15:00–17:00 instead of 14:00–16:00."


@pytest.mark.parametrize(("mode", "clocks"), [(Mode.ONLINE, " (Colombo 12:30–14:30)"), (Mode.ON_SITE, ""), (None, "")])
def test_only_people_online_elsewhere_hear_their_own_clock(mode: Mode | None, clocks: str) -> None:
    person = reader("Perera", zone="Asia/Colombo", mode=mode)
    said = spoken().call(Concerned("Perera", Way.PHONE, (News("s", What.MOVED, TITLE, spot(), spot(15)),)), person)

    assert said["en"] == (
        f"“Forum 3” is now on Sat 14 Nov 15:00–17:00{clocks} instead of 14:00–16:00; the place stays: Room 203."
    )


def test_a_call_about_an_own_part_says_the_part() -> None:
    attendee = Attendee("Perera", "", "", (Attendance("s", "您：14:20–14:40 报告\nYou: 14:20–14:40 Talk"),))
    concerned = Concerned("Perera", Way.PHONE, (News("s", What.PART, TITLE, spot(), spot()),))
    said = spoken(attendee).call(concerned, reader("Perera"))

    assert said["zh-Hans"].endswith("203会议室。您：14:20–14:40 报告。")
    assert said["en"].endswith("Room 203. You: 14:20–14:40 Talk.")


def test_a_chat_names_those_whom_only_some_of_the_changes_concern() -> None:
    moved, gone = SAID[0][0], SAID[5][0]
    people = [Concerned("An", Way.CHAT, (moved, gone)), Concerned("Bo", Way.CHAT, (moved,))]
    text = spoken().group(people, {key: reader(key) for key in ("An", "Bo")}.get)

    assert text == (
        "各位老师，大家好！云岭论坛的日程有以下调整：\n"
        "1. “第三分论坛”由14:00–16:00改为11月14日 周六 15:00–17:00，地点不变：203会议室。\n"
        "2. 原定11月14日 周六 14:00–16:00的“第三分论坛”取消。（涉及：An女士）\n"
        "其余安排不变。如有疑问请与会务组联系，谢谢！\n\n"
        "Dear all,\nthe programme of Yunling Forum has changed:\n"
        "1. “Forum 3” is now on Sat 14 Nov 15:00–17:00 instead of 14:00–16:00; the place stays: Room 203.\n"
        "2. “Forum 3”, planned for Sat 14 Nov 14:00–16:00, is cancelled. (For: An)\n"
        "All else stays as it is. Thank you; please ask us if anything is unclear."
    )


@given(
    title=some.text(min_size=1, max_size=60),
    rooms=some.tuples(some.text(max_size=20), some.text(max_size=20)),
    hours=some.tuples(some.integers(8, 20), some.integers(8, 20)),
    what=some.sampled_from(What),
)
def test_whatever_stands_in_a_title_or_a_room_is_said_on_one_line(
    title: str, rooms: tuple[str, str], hours: tuple[int, int], what: What
) -> None:
    was, now = (spot(hour, room) for hour, room in zip(hours, rooms, strict=True))
    news = News("s", what, (title, title), was, now)

    for tag in TAGS:
        said = spoken().sentence(news, tag)
        assert len(said.splitlines()) == 1
        assert " ".join(title.split()) in said
