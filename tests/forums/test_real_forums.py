"""The two real forums go into a planner file through their workbooks, and every reported fact comes out again."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from exchange.filled import cells_of, import_into, known_of, only, round_trip
from forumplanner.actions import importing
from forumplanner.exchange import workbook
from forumplanner.queries import workbook as query
from forumplanner.snapshots.workbook import KnownForum, Record
from forumplanner.store import Store
from forums.enter import JOINTS, SESSIONS, enter, two_languages

HERE = Path(__file__).resolve().parent
Facts = dict[str, Any]


@pytest.fixture(params=["kunming-2019", "kunming-2024"])
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def facts(slug: str) -> Facts:
    loaded: Facts = yaml.safe_load((HERE / f"{slug}.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "real.forumplanner", actor="Lin")
    yield made
    made.close()


@pytest.fixture
def known(store: Store, slug: str) -> KnownForum:
    """What the planner file knows after the workbook went in, which it did without a word."""
    plan = import_into(store, HERE / f"{slug}.xlsx")
    assert (plan.repairs, plan.questions, plan.rejects, plan.remarks) == ((), (), (), ())
    return known_of(store)


def pair(record: Record, attribute: str) -> tuple[str | None, str | None]:
    """Chinese and English of a text, None where nothing is known."""
    chinese, english = record.get(f"{attribute}[zh-Hans]"), record.get(f"{attribute}[en]")
    return (str(chinese) if chinese else None), (str(english) if english else None)


def person_of(known: KnownForum, participant: object) -> Record:
    return known.table("person")[str(known.table("participant")[str(participant)]["person_id"])]


def in_order(table: dict[str, Record]) -> list[Record]:
    return sorted(table.values(), key=lambda record: (str(record.get("day", "")), int(str(record["position"]))))


def test_title_theme_dates_and_place(known: KnownForum, facts: Facts) -> None:
    forum = only(known, "forum")
    joints = JOINTS[facts["slug"]]
    titles = [pair(forum, f"titles[{n}]") for n in (0, 1)]
    said = {
        "slug": forum["slug"],
        "title_zh": joints[0].join(str(title[0]) for title in titles),
        "title_en": joints[1].join(str(title[1]) for title in titles),
        "theme_zh": pair(forum, "theme")[0],
        "theme_en": pair(forum, "theme")[1],
        "series": pair(forum, "series")[1],
        "city": pair(forum, "city")[1],
        "venue": pair(forum, "venue")[1],
        "start": forum["starts_on"],
        "end": forum["ends_on"],
    }
    assert said == {name: facts[name] for name in said}


def test_what_is_not_reported_stays_unknown(known: KnownForum, facts: Facts) -> None:
    forum = only(known, "forum")
    empty = {"series[zh-Hans]", "city[zh-Hans]", "venue[zh-Hans]", "mode", "edition", "mailbox", "short_title[en]"}
    assert empty & set(forum) == set()
    assert [s for s in known.table("session").values() if "starts_at" in s or "ends_at" in s] == []
    assert [i for i in known.table("item").values() if "starts_at" in i or "minutes" in i] == []
    assert [p for p in known.table("participant").values() if "status" in p] == []


def test_notes_and_reported_numbers_word_for_word(known: KnownForum, facts: Facts) -> None:
    forum = only(known, "forum")
    assert [forum[path] for path in sorted(p for p in forum if p.startswith("notes["))] == facts["notes"]
    reported = {path[9:-1]: value for path, value in forum.items() if path.startswith("reported[")}
    assert reported == {code: str(number) for code, number in facts["counts"].items()}


def test_the_umbrella_programme(known: KnownForum, facts: Facts) -> None:
    said = " ".join(filter(None, pair(only(known, "forum"), "umbrella")))
    assert said == facts.get("umbrella", "")


def test_organisers_in_order_with_their_standing(known: KnownForum, facts: Facts) -> None:
    said = []
    for organiser in in_order(known.table("organiser")):
        institution = known.table("institution")[str(organiser["institution_id"])]
        chinese, english = pair(institution, "name")
        fact = {"role": organiser["role"], "zh": chinese, "en": english}
        said.append(fact | ({"alliance_role": institution["standing"]} if "standing" in institution else {}))
    assert said == facts["organisers"]


def test_people_with_names_posts_and_mode(known: KnownForum, facts: Facts) -> None:
    said = []
    for participant in in_order(known.table("participant")):
        person, post = (
            known.table("person")[str(participant["person_id"])],
            known.table("post")[str(participant["post_id"])],
        )
        title = pair(post, "title")
        said.append(
            {
                "name_zh": person["name.zh"],
                "name_latin": person.get("name.latin"),
                "latin_confirmed": person.get("name.latin_confirmed", False),
                "title_zh": title[0],
                "title_en": title[1],
                "org": pair(known.table("institution")[str(post["institution_id"])], "name")[0],
                "country": person["country"],
                "mode": participant["mode"],
            }
        )
    assert said == [{name: value for name, value in person.items() if name != "role"} for person in facts["people"]]


def roles_of(known: KnownForum) -> list[tuple[str, str]]:
    """What each person does, in the order of the programme: the MC, else the kind of the item they speak in."""
    items = sorted(known.table("item").items(), key=lambda entry: (entry[1]["part_id"], entry[1]["position"]))
    places = {key: place for place, (key, _) in enumerate(items)}
    said = []
    for appearance in known.table("appearance").values():
        item = known.table("item").get(str(appearance.get("item_id")), {})
        role = str(appearance["role"]) if appearance["role"] == "mc" else str(item["kind"])
        name = str(person_of(known, appearance["participant_id"])["name.zh"])
        said.append((places.get(str(appearance.get("item_id")), -1), name, role))
    return [(name, role) for _, name, role in sorted(said)]


def test_everybody_has_the_reported_role(known: KnownForum, facts: Facts) -> None:
    assert sorted(roles_of(known)) == sorted((person["name_zh"], person["role"]) for person in facts["people"])


def test_the_order_of_the_ceremony(known: KnownForum, facts: Facts) -> None:
    if "ceremony_order" not in facts:
        assert facts["slug"] == "kunming-2024"
        return
    order = facts["ceremony_order"]
    said = [name for name, role in roles_of(known) if role == "address"]
    assert said == order["addresses"]
    assert [name for name, role in roles_of(known) if role == "mc"] == [order["mc"]]
    assert [s["notes"] for s in known.table("session").values() if s["kind"] == "opening"] == [order["note"]]


def test_sessions_and_what_they_adopted(known: KnownForum, facts: Facts) -> None:
    said = [(s["code"], s["kind"], pair(s, "title"), s["day"]) for s in in_order(known.table("session"))]
    reported = [
        (s["kind"], SESSIONS[s["kind"]][0], SESSIONS[s["kind"]][1:], s["date"]) for s in facts.get("sessions", [])
    ]
    assert [session for session in reported if session not in said] == []
    adopted = [pair(item, "title") for item in in_order(known.table("item")) if item["kind"] == "adoption"]
    assert adopted == [two_languages(title) for s in facts.get("sessions", []) for title in s.get("adopts", [])]
    talks = [s["notes"] for s in known.table("session").values() if str(s.get("notes", "")).startswith("talks")]
    assert talks == [f"talks: {s['talks']}" for s in facts.get("sessions", []) if "talks" in s]


def test_parallel_forums_in_order(known: KnownForum, facts: Facts) -> None:
    said = [(track["code"], *pair(track, "title")) for track in in_order(known.table("track"))]
    assert said == [("ABCD"[n], track["zh"], track["en"]) for n, track in enumerate(facts.get("parallel", []))]


def test_delegations_of_the_right_one_of_two_namesakes(known: KnownForum, facts: Facts) -> None:
    institutions = known.table("institution")
    said = [
        {"institution_en": institutions[str(d["institution_id"])]["name[en]"], "country": d["country"]}
        for d in in_order(known.table("delegation"))
    ]
    assert said == facts.get("delegations", [])
    assert [institutions[str(d["institution_id"])]["country"] for d in in_order(known.table("delegation"))] == [
        d["country"] for d in facts.get("delegations", [])
    ]


def test_consular_posts_are_known_and_their_officers_are_not(known: KnownForum, facts: Facts) -> None:
    posts = known.table("consular_post")
    said = []
    for guest in in_order(known.table("consular_guest")):
        post = posts[str(guest["consular_post_id"])]
        said.append({"country": post["country"], "city": post["city[en]"], "officers": guest.get("participant_id")})
    assert said == facts.get("consulates", [])


def test_titles_of_keynotes(known: KnownForum, facts: Facts) -> None:
    said = []
    for appearance in known.table("appearance").values():
        item = known.table("item").get(str(appearance.get("item_id")), {})
        chinese, english = pair(item, "title")
        if item.get("kind") == "keynote" and (chinese or english):
            speaker = person_of(known, appearance["participant_id"])["name.zh"]
            said.append({"speaker_zh": speaker, "title_en": english, "title_zh": chinese})
    assert said == facts.get("keynotes", [])


def test_a_second_import_has_nothing_to_do(known: KnownForum, slug: str) -> None:
    assert workbook.read(HERE / f"{slug}.xlsx", known).nothing_to_do


def test_export_and_import_and_export_give_the_same_cells(known: KnownForum, tmp_path: Path) -> None:
    first, second = round_trip(tmp_path, known)
    assert cells_of(second) == cells_of(first)


def test_both_forums_live_in_one_planner_file(store: Store) -> None:
    for name in ("kunming-2019", "kunming-2024"):
        with store.read() as db:
            known = query.known(db, None)
        plan = workbook.read(HERE / f"{name}.xlsx", known)
        assert plan.rejects == ()
        importing.apply(store, plan)
    with store.read() as db:
        everything = query.known(db, None)
    assert sorted(everything.forums) == ["kunming-2019", "kunming-2024"]
    names = [record.get("name[zh-Hans]") for record in everything.table("institution").values()]
    assert (names.count("昆明医科大学"), names.count("上海交通大学医学院")) == (1, 1)
    assert len(everything.table("person")) == 15


def test_the_workbooks_are_what_the_script_enters(slug: str, facts: Facts, tmp_path: Path) -> None:
    enter(facts, tmp_path / "again.xlsx")
    entered, kept = (openpyxl.load_workbook(path) for path in (tmp_path / "again.xlsx", HERE / f"{slug}.xlsx"))
    for page in kept.worksheets[1:-1]:
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        assert rows == [[cell.value for cell in row] for row in entered[page.title].iter_rows()]


def test_days_are_days(known: KnownForum, facts: Facts) -> None:
    days = {dt.date.fromisoformat(str(session["day"])) for session in known.table("session").values()}
    assert min(days) >= dt.date.fromisoformat(facts["start"])
    assert max(days) <= dt.date.fromisoformat(facts["end"])
