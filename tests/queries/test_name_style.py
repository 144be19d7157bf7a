"""How a forum's papers write family names: in capitals as ever, or plain where the forum chose so."""

import uuid

import pytest
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_badge,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    new_database,
)
from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.queries import agenda, badges, running_order

CHEN = PersonName(zh="陈国强", latin="Chen Guoqiang", family="Chen", given="Guoqiang", courtesy_en="Prof.")


def forum_with_chen(db: Db, protocol: dict[str, str] | None) -> uuid.UUID:
    forum = make_forum(db, protocol=protocol)
    chen = make_participant(db, forum, make_person(db, name=CHEN))
    session = make_session(db, forum, "开幕式", "Opening", start="09:00", end="10:00", kind=SessionKind.OPENING)
    item = make_item(db, make_part(db, session), "致辞", "Address", minutes=10, kind=ItemKind.ADDRESS)
    make_appearance(db, item, chen)
    make_badge(db, forum, chen)
    db.flush()
    return forum.id


@pytest.mark.parametrize(
    ("protocol", "badge", "formal"),
    [
        (None, "CHEN Guoqiang", "Prof. CHEN Guoqiang"),
        ({"names": "plain"}, "Chen Guoqiang", "Prof. Chen Guoqiang"),
    ],
)
def test_papers_write_family_names_as_the_forum_chose(protocol: dict[str, str] | None, badge: str, formal: str) -> None:
    db = new_database()
    forum = forum_with_chen(db, protocol)

    [card] = badges.load(db, forum_id=forum).badges
    programme = agenda.load(db, forum_id=forum)
    [order] = running_order.load(db, forum_id=forum).ceremonies()

    assert card.latin == badge
    assert programme.days[0].sessions[0].parts[0].items[0].people[0].names == ("陈国强", formal)
    assert order.items[0].people[0].names == ("陈国强", formal)
