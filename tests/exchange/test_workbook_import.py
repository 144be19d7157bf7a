"""What a filled workbook would do: rows to add and change, repairs, cells and rows left out, each with a reason."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from exchange.filled import (
    FORUM,
    YUNLING,
    Row,
    book_of,
    bytes_of,
    cells_of,
    filled,
    import_into,
    known_of,
    only,
    plan_of,
    row_of,
)
from forumplanner.exchange import workbook
from forumplanner.exchange.workbook.sheets import SHEETS
from forumplanner.snapshots.import_plan import PlannedField, RowAction, Subject
from forumplanner.store import Store

PERSON: Row = {"code": "P1", "Chinese name": "沈砚秋", "institution": "I1", "post [zh-Hans]": "校长"}
OPENING: Row = {"code": "S1", "title [zh-Hans]": "开幕式", "day": "2026-11-14", "start": "09:00", "end": "10:30"}


def repairs_of(sheet: str, row: Row, **more: list[Row]) -> list[tuple[str, str, str]]:
    plan = plan_of(**{sheet: [row], **more})
    return [(repair.column, repair.old, repair.new) for repair in plan.repairs]


def test_a_row_becomes_records_with_what_stands_in_its_cells(store: Store) -> None:
    import_into(
        store, filled(institutions=[YUNLING], people=[{**PERSON, "phone": 13800000000, "e-mail": "s@yl.example"}])
    )

    known = known_of(store)
    assert only(known, "person") == {
        "name.zh": "沈砚秋",
        "emails": ("s@yl.example",),
        "phone": "13800000000",
        "sort_pinyin": "shen yan qiu",
    }
    assert only(known, "institution")["name[en]"] == "Yunling Medical University"
    post = only(known, "post")
    assert (post["title[zh-Hans]"], known.table("institution")[str(post["institution_id"])]["code"]) == ("校长", "I1")
    participant = only(known, "participant")
    assert (participant["code"], participant["category"]) == ("P1", "delegate")
    assert known.table("post")[str(participant["post_id"])] == post


def test_a_plan_lists_every_field_of_a_new_row() -> None:
    row = row_of(plan_of(rooms=[{"code": "R1", "name [en]": "Yunling Hall", "capacity": 300}]), Subject.ROOMS)

    assert (row.action, row.label) == (RowAction.ADD, "Yunling Hall")
    assert row.fields == (
        PlannedField("code", {"zh-Hans": "编号", "en": "code"}, "", "R1"),
        PlannedField("name [en]", {"zh-Hans": "名称（英文）", "en": "name [en]"}, "", "Yunling Hall"),
        PlannedField("capacity", {"zh-Hans": "容量", "en": "capacity"}, "", "300"),
    )


def test_a_second_import_of_the_same_file_has_nothing_to_do(store: Store) -> None:
    source = filled(
        institutions=[YUNLING], people=[PERSON], sessions=[OPENING], items=[{"session": "S1", "start": "9点"}]
    )
    import_into(store, source)
    steps = len(store.history())

    again = import_into(store, source)

    assert again.nothing_to_do
    assert {row.action for row in again.rows} == {RowAction.SAME}
    assert again.summary == {
        "zh-Hans": "这份文件与上次相同，没有可更新的内容。",
        "en": "This file says the same as last time. There was nothing to update.",
    }
    assert len(store.history()) == steps


def test_without_codes_a_second_import_has_nothing_to_do_either(store: Store) -> None:
    source = filled(
        institutions=[{"name [en]": "Yunling Medical University"}],
        organisers=[{"role": "host", "institution": "Yunling Medical University"}],
        people=[
            {"Chinese name": "沈砚秋", "institution": "Yunling Medical University"},
            {"Latin name": "Siriporn Anurak"},
        ],
        delegations=[{"country": "Thailand"}],
        consular=[{"country": "VN", "city [en]": "Kunming"}, {"country": "VN", "city [en]": "Kunming"}],
        rooms=[{"name [en]": "Yunling Hall"}],
        tracks=[{"title [en]": "Infectious Diseases"}],
        sessions=[{"title [en]": "Opening", "day": "2026-11-14"}, {"title [en]": "Tea"}, {"title [en]": "Tea"}],
        parts=[{"session": "Opening"}],
        items=[{"session": "Opening", "kind": "qa"}, {"session": "Opening", "kind": "qa"}],
        appearances=[
            {"session": "Opening", "person": "沈砚秋", "role": "chair"},
            {"session": "Opening", "label [en]": "N. N."},
        ],
    )
    first = import_into(store, source)

    assert first.rejects == ()
    assert import_into(store, source).nothing_to_do


def test_what_differs_is_listed_with_old_and_new(store: Store) -> None:
    import_into(store, filled(sessions=[OPENING], rooms=[{"code": "R1", "name [en]": "Hall"}]))

    plan = import_into(
        store, filled(sessions=[{**OPENING, "start": "09:30", "rooms": "R1", "expected people": "120人"}])
    )

    row = row_of(plan, Subject.SESSIONS)
    assert row.action is RowAction.CHANGE
    assert [(f.column, f.old, f.new) for f in row.fields] == [
        ("start", "09:00", "09:30"),
        ("rooms", "", "R1"),
        ("expected", "", "120"),
    ]
    session = only(known_of(store), "session")
    assert (session["starts_at"], session["expected"]) == ("2026-11-14T01:30:00+00:00", 120)


def test_an_empty_cell_never_wipes(store: Store) -> None:
    import_into(store, filled(institutions=[YUNLING], people=[{**PERSON, "phone": "138", "Latin confirmed": "yes"}]))
    before = known_of(store)

    import_into(store, filled(people=[{"code": "P1", "Chinese name": "沈砚秋"}]))

    assert known_of(store) == before


def test_the_forum_with_several_titles_notes_and_reported_numbers(store: Store) -> None:
    forum = {
        **FORUM,
        "title 2 [en]": "First Deans' Meeting",
        "note": "第一条\n两行",
        "note 2": "second",
        "reported [attendees]": "1000+",
        "reported [2019]": "first",
    }
    import_into(store, filled(forum=[forum]))

    record = only(known_of(store), "forum")
    said = {path: value for path, value in record.items() if path.startswith(("titles", "notes", "reported"))}
    assert said == {
        "titles[0][zh-Hans]": "云岭国际医学教育论坛",
        "titles[0][en]": "Yunling International Medical Education Forum",
        "titles[1][en]": "First Deans' Meeting",
        "notes[0]": "第一条\n两行",
        "notes[1]": "second",
        "reported[attendees]": "1000+",
        "reported[2019]": "first",
    }


def test_gaps_between_titles_notes_and_journeys_close_and_nothing_comes_twice(store: Store) -> None:
    person = {
        "code": "P1",
        "Latin name": "A B",
        "arrival 2": "2026-11-13 14:30",
        "institution": "I9",
        "post 3 [en]": "Dean",
    }
    source = filled(forum=[{**FORUM, "title 3 [en]": "Third", "note 2": "second"}], people=[person])
    import_into(store, source)

    forum = only(known_of(store), "forum")
    assert (forum["titles[1][en]"], forum["notes[0]"]) == ("Third", "second")
    assert import_into(store, source).nothing_to_do


def test_any_pair_of_languages(store: Store) -> None:
    pair = ("ru", "lo")
    forum = {"code": "moscow", "languages": "ru; lo", "title [ru]": "Форум", "title [lo]": "ເວທີ"}
    source = bytes_of(book_of({"forum": [forum], "rooms": [{"code": "R1", "name [ru]": "Зал"}]}, languages=pair))

    import_into(store, source)

    assert only(known_of(store), "forum")["languages"] == pair
    assert only(known_of(store), "room")["name[ru]"] == "Зал"


def test_columns_in_another_order_under_chinese_headers_and_titles_above() -> None:
    book = book_of({"institutions": [YUNLING]})
    page = book.create_sheet("参会人员")
    page.append(["云岭论坛参会人员名单"])
    page.append([])
    page.append(["职务\n（中文）", "姓  名", "工作单位", "编号"])
    page.append(["校长", "沈砚秋", "云岭医科大学", "P1"])
    page.append(["职务（中文）", "中文姓名", "单位", "编号"])
    page.append(["教授", "陆知远", "云岭医科大学", "P2"])

    plan = workbook.read(bytes_of(book))

    assert [(row.row, row.label) for row in plan.rows if row.sheet is Subject.PEOPLE] == [(4, "沈砚秋"), (6, "陆知远")]
    assert plan.rejects == ()


@pytest.mark.parametrize(
    ("column", "written", "read"),
    [
        ("Chinese name", "沈　砚　秋", "沈砚秋"),
        ("Chinese name", "阿努拉-诗丽蓬", "阿努拉·诗丽蓬"),
        ("Chinese name", "阿努拉•诗丽蓬", "阿努拉·诗丽蓬"),
        ("Latin name", "Ｓｈｅｎ　Ｙａｎｑｉｕ", "Shen Yanqiu"),
        ("phone", "１３８００００００００", "13800000000"),
        ("e-mail", "shen＠yunling.example", "shen@yunling.example"),
        ("code", "Ｐ１", "P1"),
        ("arrival", "11月13日 14：30", "2026-11-13 14:30"),
        ("arrival", "13/11/2026 下午2点半", "2026-11-13 14:30"),
        ("since", "2019年3月1日", "2019-03-01"),
    ],
)
def test_repairs_of_people_name_column_old_and_new(column: str, written: str, read: str) -> None:
    row: dict[str, Any] = {"code": "P1", "Chinese name": "沈砚秋", "post [en]": "President", column: written}

    ((_, old, new),) = repairs_of("people", row)

    assert (old, new) == (written, read)


@pytest.mark.parametrize(
    ("start", "read"),
    [
        ("9：00", "09:00"),
        ("9.00", "09:00"),
        ("上午九点", "09:00"),
        ("00:30", "24:30"),
        (0.375, "09:00"),
        (dt.time(9), "09:00"),
    ],
)
def test_repairs_of_times(start: object, read: str) -> None:
    plan = plan_of(sessions=[{"code": "S1", "day": "2026-11-14", "start": start}])

    field = next(field for field in row_of(plan, Subject.SESSIONS).fields if field.column == "start")
    assert field.new == read
    assert [repair.new for repair in plan.repairs] == ([] if start == dt.time(9) else [read])


def test_both_times_in_the_cell_of_the_start() -> None:
    plan = plan_of(sessions=[{"code": "S1", "day": "2026-11-14", "start": "9：00—9：40"}])

    fields = {field.column: field.new for field in row_of(plan, Subject.SESSIONS).fields}
    assert (fields["start"], fields["end"]) == ("09:00", "09:40")


@pytest.mark.parametrize("day", [46340, "46340", "11月14日", "14/11/2026", "14 November 2026"])
def test_repairs_of_days(day: object) -> None:
    assert repairs_of("sessions", {"code": "S1", "day": day}) == [("day", str(day), "2026-11-14")]


def test_a_day_that_the_spreadsheet_itself_holds_is_no_repair() -> None:
    assert repairs_of("sessions", {"code": "S1", "day": dt.date(2026, 11, 14)}) == []


def test_words_instead_of_a_time_are_kept_as_they_are(store: Store) -> None:
    plan = import_into(
        store, filled(people=[{**PERSON, "institution": None, "arrival": "看情况", "arrival place": "长水机场"}])
    )

    journey = only(known_of(store), "journey")
    assert (journey["as_written"], journey["place"], "at" in journey) == ("看情况", "长水机场", False)
    assert [repair.why["en"] for repair in plan.repairs] == [
        "“看情况” isn't a time. It is kept as a note; the rest of the row was read."
    ]


def test_a_journey_that_says_nothing_leaves_no_gap(store: Store) -> None:
    guest = {"code": "P1", "Latin name": "A B", "arrival zone": "Asia/Shanghai", "arrival 2": "2026-11-13 14:30"}
    source = filled(people=[guest])
    import_into(store, source)
    assert [journey.get("at") for journey in known_of(store).table("journey").values()] == [
        None,
        "2026-11-13T06:30:00+00:00",
    ]

    written = workbook.export(known_of(store))

    assert headed(written, "people", "arrival")[1:] == ["2026-11-13 14:30"]
    assert import_into(store, written).nothing_to_do
    assert import_into(store, source).nothing_to_do


def test_two_journeys_after_a_gap_are_found_again_in_our_own_columns(store: Store) -> None:
    guest = {"code": "P1", "Latin name": "A B", "arrival 2": "2026-11-13 14:30", "arrival 3": "2026-11-14 08:00"}
    source = filled(people=[guest])
    import_into(store, source)

    assert import_into(store, workbook.export(known_of(store))).nothing_to_do
    assert import_into(store, source).nothing_to_do


def headed(source: bytes, sheet: str, header: str) -> list[object]:
    """What stands in a column, from its header on."""
    (cells,) = [rows for name, rows in cells_of(source).items() if name.split()[0] == sheet]
    return [row[[str(head).split("\n")[0] for head in cells[0]].index(header)] for row in cells]


def test_twins_without_a_code_are_each_found_again(store: Store) -> None:
    occasions = ("first forum", "second forum", "third forum")
    source = filled(institutions=[{"name [en]": "Health Bureau", "standing occasion": said} for said in occasions])
    import_into(store, source)

    assert len(known_of(store).table("institution")) == 3
    assert import_into(store, source).nothing_to_do


@pytest.mark.parametrize(
    ("sheet", "row", "column", "sentence"),
    [
        (
            "people",
            {"institution": "I9"},
            "institution",
            "“I9” is neither a code nor a name on the sheet “institutions”.",
        ),
        (
            "people",
            {"country": "Atlantis"},
            "country",
            "“Atlantis” is no country we know; write its name or two-letter code.",
        ),
        ("people", {"e-mail": "shen@qq,com"}, "emails", "“shen@qq” is no e-mail address; look for a missing @ or dot."),
        ("sessions", {"day": "32/13/2026"}, "day", "“32/13/2026” is no day we can read; write it as 2026-11-14."),
        ("sessions", {**OPENING, "end": "08:30"}, "end", "It would end before it starts; the end is left out."),
        ("sessions", {"start": "09:00"}, "start", "“09:00” is a time without a day: give the session its day first."),
        ("sessions", {"access": "vip"}, "access", "“vip” is none of the codes here: open, closed, by_invitation."),
        ("rooms", {"capacity": "viele"}, "capacity", "“viele” is no whole number."),
    ],
)
def test_a_cell_that_cannot_be_taken_is_left_out_and_the_rest_goes_in(
    sheet: str, row: Row, column: str, sentence: str
) -> None:
    rows: list[Row] = [{"code": "X1", **row}]

    plan = plan_of(**{sheet: rows})

    (reject,) = plan.rejects
    assert (reject.sheet, reject.row, reject.column, reject.why["en"]) == (sheet, 2, column, sentence)
    planned = row_of(plan, Subject(sheet))
    assert planned.action is RowAction.ADD
    assert {field.column for field in planned.fields} == {c for c in _columns_of(row) if c != column} | {"code"}


def _columns_of(row: Row) -> set[str]:
    return {"emails" if header == "e-mail" else header for header in row}


@pytest.mark.parametrize(
    ("sheets", "sentence"),
    [
        (
            {"organisers": [{"role": "host", "institution": "nobody"}]},
            "An organiser needs its institution and its role.",
        ),
        ({"parts": [{"code": "H1", "session": "S9"}]}, "A part needs its session."),
        ({"items": [{"code": "N1", "title [en]": "Talk"}]}, "An item needs its part, or a session with one part."),
        ({"appearances": [{"label [en]": "N. N."}]}, "An appearance needs its item or its part."),
        (
            {"sessions": [OPENING], "appearances": [{"session": "S1", "role": "chair", "person": "nobody"}]},
            "An appearance needs a person, an institution or words.",
        ),
        ({"people": [{"country": "CN"}]}, "The row names nobody: neither a name nor a post."),
        ({"consular": [{"class": "consul"}]}, "The row names no consulate: write its country and city."),
        (
            {"rooms": [{"code": "R1", "name [en]": "A"}, {"code": "R1", "name [en]": "B"}]},
            "The code R1 stands in row 2 already.",
        ),
    ],
)
def test_a_row_that_cannot_stand_is_left_out_with_its_reason(sheets: Mapping[str, list[Row]], sentence: str) -> None:
    plan = plan_of(**sheets)

    whole = [reject for reject in plan.rejects if not reject.column]
    assert [reject.why["en"] for reject in whole] == [sentence]
    assert whole[0].row not in {row.row for row in plan.rows if row.sheet is whole[0].sheet}


def test_a_name_that_two_rows_have_needs_the_code() -> None:
    twins: list[Row] = [
        {"code": "I1", "name [en]": "University of Health Sciences", "country": "PK"},
        {"code": "I2", "name [en]": "University of Health Sciences", "country": "LA"},
    ]
    by_name, by_code = twins[0]["name [en]"], twins[1]["code"]

    plan = plan_of(
        institutions=twins,
        delegations=[{"code": "D1", "institution": by_name}, {"code": "D2", "institution": by_code}],
    )

    assert [(r.row, r.why["en"]) for r in plan.rejects] == [
        (2, "“University of Health Sciences” is the name of 2 rows; write the code of the one that is meant.")
    ]
    assert [count.added for count in plan.counts if count.sheet is Subject.INSTITUTIONS] == [2]


def test_a_session_without_parts_gets_one_that_its_items_go_into(store: Store) -> None:
    import_into(
        store, filled(sessions=[OPENING], items=[{"code": "N1", "session": "S1", "start": "09:05", "minutes": 5}])
    )

    known = known_of(store)
    (part,) = known.table("part")
    item = only(known, "item")
    assert (item["part_id"], item["starts_at"]) == (part, "2026-11-14T01:05:00+00:00")


def test_rows_keep_their_order(store: Store) -> None:
    items: list[Row] = [{"code": f"N{n}", "session": "S1"} for n in (3, 1, 2)]
    import_into(store, filled(sessions=[OPENING], items=items))
    import_into(store, filled(items=[{"code": "N0", "session": "S1"}]))

    placed = {str(item["code"]): item["position"] for item in known_of(store).table("item").values()}
    assert placed == {"N3": 0, "N1": 1, "N2": 2, "N0": 3}


def test_every_sheet_is_counted() -> None:
    plan = plan_of(rooms=[{"code": "R1"}, {"code": "R1"}], people=[PERSON])

    counts = {count.sheet: (count.added, count.changed, count.same, count.rejected) for count in plan.counts}
    assert counts == {Subject.FORUM: (1, 0, 0, 0), Subject.PEOPLE: (1, 0, 0, 0), Subject.ROOMS: (1, 0, 0, 1)}


def test_the_order_of_the_sheets_is_that_of_the_plan() -> None:
    assert tuple(sheet.subject for sheet in SHEETS) == tuple(Subject)


def test_what_is_known_of_posts_consular_guests_and_delegations_is_read_in_both_languages(store: Store) -> None:
    consular: list[Row] = [
        {
            "code": "G1",
            "country": "泰国",
            "kind of post": "总领事馆",
            "consular district [zh-Hans]": "云南、贵州",
            "address [en]": "1 Lake Road",
            "phone": "0871 000",
            "e-mail": "post@th.example",
            "status": "改派他人",
        },
        {
            "code": "G2",
            "country": "TH",
            "notified on": "2026-03-02",
            "diplomatic rank": "First Secretary",
            "title [zh-Hans]": "领事",
            "stands for": "G1",
            "companions": "2",
            "plate number": "云A·00001",
            "interpreting": "泰语",
        },
    ]
    delegations: list[Row] = [
        {
            "code": "D1",
            "contact": "Ms. Noy, noy@la.example",
            "contact language": "en",
            "confirmed on": "2026-09-01",
            "hotel [en]": "Lake Hotel",
        }
    ]
    import_into(store, filled(consular=consular, delegations=delegations))
    known = known_of(store)

    first, second = sorted(known.table("consular_guest").values(), key=lambda one: str(one["code"]))
    (post,) = known.table("consular_post").values()
    (delegation,) = known.table("delegation").values()
    (key,) = (key for key, one in known.table("consular_guest").items() if one["code"] == "G1")
    assert (post["kind"], post["district[zh-Hans]"], post["address[en]"]) == (
        "consulate_general",
        "云南、贵州",
        "1 Lake Road",
    )
    assert (post["phone"], post["email"], first["status"]) == ("0871 000", "post@th.example", "substitute_named")
    assert (second["notified_on"], second["diplomatic_rank"], second["title[zh-Hans]"]) == (
        "2026-03-02",
        "sec1",
        "领事",
    )
    assert (second["stands_for_id"], second["companions"], second["interpreting"]) == (key, 2, "泰语")
    assert second["plate"] == "云A·00001"
    assert (delegation["contact"], delegation["contact_language"], delegation["confirmed_on"]) == (
        "Ms. Noy, noy@la.example",
        "en",
        "2026-09-01",
    )
    assert delegation["hotel[en]"] == "Lake Hotel"
