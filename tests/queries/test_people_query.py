"""People of a forum: what the list shows, what is missing, the card, and a constant number of statements."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    at,
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_session,
    new_database,
    text,
)
from forumplanner.domain.ids import ForumId, ParticipantId, new_id
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode
from forumplanner.domain.names import PersonName
from forumplanner.queries import directory, people
from forumplanner.records import Journey
from forumplanner.snapshots.people import Gap, PersonLine


def line_of(db: Db, forum_id: ForumId) -> PersonLine:
    db.commit()
    (line,) = people.load(db, forum_id=forum_id).lines
    return line


def test_a_line_shows_every_form_of_the_name_and_the_post_used_here() -> None:
    db = new_database()
    forum = make_forum(db)
    menam = make_institution(db, "湄南医学院", "Menam College of Medicine")
    name = PersonName(zh="诗丽蓬·阿努拉", latin="Siriporn Anurak", native="ศิริพร อนุรักษ์", native_language="th")
    person = make_person(db, name=name, country="TH", title=text("秘书长", "Secretary-General"), phone="+66 812345678")
    used = make_post(db, person, title=text("副院长", "Vice-Dean"), institution=menam, position=1)
    participant = make_participant(
        db, forum, person, Category.SPEAKER, post_id=used.id, mode=Mode.ONLINE, status=InvitationStatus.ACCEPTED
    )

    line = line_of(db, ForumId(forum.id))

    assert line.participant_id == str(participant.id)
    assert line.person_id == str(person.id)
    assert (line.name.zh, line.name.latin, line.name.native) == (name.zh, name.latin, name.native)
    assert (line.institution, line.post) == (("湄南医学院", "Menam College of Medicine"), ("副院长", "Vice-Dean"))
    assert (line.category, line.mode, line.status) == (Category.SPEAKER, Mode.ONLINE, InvitationStatus.ACCEPTED)
    assert line.gaps == ()


def test_without_a_chosen_post_the_first_one_counts() -> None:
    db = new_database()
    forum = make_forum(db)
    person = make_person(db, "陈强", "Chen Qiang", title=text("教授", "Professor"))
    make_participant(db, forum, person)

    assert line_of(db, ForumId(forum.id)).post == ("教授", "Professor")


def test_everything_a_badge_lacks_is_a_gap() -> None:
    db = new_database()
    forum = make_forum(db)
    make_participant(db, forum, make_person(db, name=PersonName(native="Тест"), country=""))

    assert line_of(db, ForumId(forum.id)).gaps == (Gap.CHINESE_NAME, Gap.LATIN_NAME, Gap.COUNTRY, Gap.POST)


def test_keys_hold_pinyin_initials_latin_chinese_native_phone_end_and_institution() -> None:
    db = new_database()
    forum = make_forum(db)
    donghu = make_institution(db, "东湖医学院", "Donghu Medical College")
    name = PersonName(zh="阮松海", latin="Nguyễn Song Hải", native="Nguyễn Song Hải")
    make_participant(db, forum, make_person(db, name=name, phone="13800001234", institution=donghu))

    keys = line_of(db, ForumId(forum.id)).keys.replace("\t", "\n").split("\n")

    for wanted in ("阮松海", "ruansonghai", "rsh", "nguyen song hai", "nsh", "1234", "东湖医学院"):
        assert keys.count(wanted) >= 1, wanted


def test_people_stand_by_latin_name() -> None:
    db = new_database()
    forum = make_forum(db)
    for latin in ("Zhou Min", "Nguyễn Song Hải", "Ánna Bá"):
        make_participant(db, forum, make_person(db, latin=latin))
    db.commit()

    lines = people.load(db, forum_id=ForumId(forum.id)).lines

    assert [line.name.latin for line in lines] == ["Ánna Bá", "Nguyễn Song Hải", "Zhou Min"]


def test_a_card_tells_posts_appearances_and_journeys() -> None:
    db = new_database()
    forum = make_forum(db)
    person = make_person(
        db, "宋承岳", "Song Chengyue", title=text("校长", "President"), emails=("song@donghu.example",)
    )
    group = make_delegation(db, forum, name=text("东湖代表团", "Donghu delegation"))
    participant = make_participant(db, forum, person, delegation_id=group.id)
    part = make_part(db, make_session(db, forum, "主旨报告", "Keynotes", start="10:20"))
    make_appearance(db, make_item(db, part, "讲话", "Talk", start="10:45"), participant)
    make_appearance(db, make_part(db, make_session(db, forum, "开幕式", "Opening", start="09:00")), participant)
    db.add(
        Journey(
            id=new_id(),
            participant_id=participant.id,
            direction=Direction.ARRIVAL,
            at=at("16:40", DAY - dt.timedelta(days=1)),
            carrier="MU2583",
        )
    )
    db.commit()

    card = people.card(db, participant_id=ParticipantId(participant.id))

    assert card is not None
    assert [(post.title.texts, post.used) for post in card.posts] == [(("校长", "President"), True)]
    assert [(line.session.side(1), line.item.side(1), line.start) for line in card.appearances] == [
        ("Opening", "", 540),
        ("Keynotes", "Talk", 645),
    ]
    assert [(line.day, line.start, line.carrier) for line in card.journeys] == [
        (DAY - dt.timedelta(days=1), 1000, "MU2583")
    ]
    assert card.delegation.side(1) == "Donghu delegation"
    assert card.emails == ("song@donghu.example",)


def test_a_person_who_is_gone_has_no_card() -> None:
    assert people.card(new_database(), participant_id=ParticipantId(new_id())) is None


def test_institutions_are_found_by_initials_and_short_names() -> None:
    db = new_database()
    forum = make_forum(db)
    make_institution(db, "东湖医学院", "Donghu Medical College", short_name=text("东湖", "DMC"))
    db.commit()

    (line,) = people.institutions(db, forum_id=ForumId(forum.id))

    assert {"dhyxy", "dmc", "donghu medical college"} <= set(line.keys.split("\n"))


def test_a_thousand_people_cost_as_many_statements_as_one() -> None:
    def statements(number: int) -> int:
        db = new_database()
        forum = make_forum(db)
        for place in range(number):
            make_participant(db, forum, make_person(db, f"人{place}", title=text("教授"), institution=None))
        db.commit()
        sent: list[str] = []
        forum_id = ForumId(forum.id)
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args: sent.append(args[2]))
        people.load(db, forum_id=forum_id)
        return len(sent)

    assert statements(1) == statements(1000)


def test_people_of_the_file_who_are_not_here_are_found_like_those_who_are() -> None:
    db = new_database()
    forum, other = make_forum(db), make_forum(db)
    menam = make_institution(db, "湄南医学院", "Menam College of Medicine")
    make_participant(db, forum, make_person(db, "沈怀瑾", "Shen Huaijin"))
    away = make_person(db, "诗丽蓬", "Siriporn Anurak", country="TH", title=text("院长", "Dean"), institution=menam)
    make_participant(db, other, away)
    db.commit()

    (line,) = directory.elsewhere(db, forum_id=ForumId(forum.id))

    assert (line.participant_id, line.here) == (str(away.id), False)
    assert (line.institution, line.post) == (("湄南医学院", "Menam College of Medicine"), ("院长", "Dean"))
    assert line.gaps == ()
    assert "slp" in line.keys
    assert "menam" in line.keys
