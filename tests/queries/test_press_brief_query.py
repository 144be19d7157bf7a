"""What a press brief reads: whom an appointment names and as what, and whether the forum lies ahead."""

import datetime as dt
from pathlib import Path

from forumplanner.domain.counting import count
from forumplanner.domain.statistics import USUAL, Measure
from forumplanner.queries import letters, press_brief
from forumplanner.sample import write
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store

BEFORE = dt.datetime(2027, 10, 1, 8, tzinfo=dt.UTC)
AFTER = dt.datetime(2027, 11, 1, 8, tzinfo=dt.UTC)


def test_a_brief_and_a_request_count_alike_and_each_appointment_has_its_person(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "sample.forum", actor="Lin")
    write(store)
    with store.read() as db:
        brief = press_brief.load(db, forum_id=FORUM, now=BEFORE)
        planned = (brief.planned, press_brief.load(db, forum_id=FORUM, now=AFTER).planned)
        request = letters.load(db, forum_id=FORUM).request
    store.close()

    people = count(brief.facts, USUAL).number(Measure.PEOPLE)
    appointed = next(one.entries for one in brief.outcomes if one.measure is Measure.APPOINTMENTS)
    assert planned == (True, False)
    assert f"预计规模：{people}人" in request.texts[0]
    assert appointed == (
        (
            "吉提塔·西颂汶叻差帕迪（公共卫生学院客座教授）",
            "Kittithat Srisombun-Ratchaphakdi, Visiting Professor of Public Health",
        ),
        ("郑氏秋河（护理学院客座教授）", "Trinh Thi Thu Ha, Visiting Professor of Nursing"),
    )
