"""Enters the facts of the real forums beside it into planning workbooks: `python tests/forums/enter.py`.

What is null in the facts stays an empty cell. Each forum's facts are a YAML file, each workbook has the same name.
"""

import re
import sys
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from forumplanner.exchange import workbook

HERE = Path(__file__).resolve().parent
Facts = dict[str, Any]
Row = dict[str, Any]

SESSIONS = {
    "prep_meeting": ("work_meeting", "预备会议", "Preparatory Meeting"),
    "opening": ("opening", "开幕式", "Opening Ceremony"),
    "president_forum": ("keynotes", "校/院长论坛", "President/Dean Forum"),
    "keynotes": ("keynotes", "主旨报告", "Keynote Speeches"),
}
"""Kinds of the reports: our kind and the field's words for it."""

ITEMS = {"address": "address", "video_address": "video_address", "keynote": "keynote"}
JOINTS = {"kunming-2019": ("暨", " & "), "kunming-2024": ("暨", " and ")}
"""What joins the two official titles, in each language."""


def rows_of(facts: Facts) -> dict[str, list[Row]]:
    """The rows of each sheet; a row is a cell by English header."""
    institutions = _institutions(facts)
    return {
        "forum": [_forum(facts)],
        "organisers": [{"role": o["role"], "institution": o["zh"]} for o in facts["organisers"]],
        "institutions": institutions,
        "people": [_person(number, person) for number, person in enumerate(facts["people"], start=1)],
        "delegations": _delegations(facts, institutions),
        "consular": [
            {"code": f"C{n}", "country": post["country"], "city [en]": post["city"]}
            for n, post in enumerate(facts.get("consulates", []), start=1)
        ],
        "tracks": [
            {"code": "ABCD"[n], "title [zh-Hans]": track["zh"], "title [en]": track["en"]}
            for n, track in enumerate(facts.get("parallel", []))
        ],
        **_programme(facts),
    }


def _forum(facts: Facts) -> Row:
    row: Row = {
        "code": facts["slug"],
        "series [en]": facts["series"],
        "theme [zh-Hans]": facts["theme_zh"],
        "theme [en]": facts["theme_en"],
        "start date": facts["start"],
        "end date": facts["end"],
        "city [en]": facts["city"],
        "venue [en]": facts["venue"],
        "country": "CN",
    }
    joints = JOINTS[facts["slug"]]
    for tag, key, joint in (("zh-Hans", "title_zh", joints[0]), ("en", "title_en", joints[1])):
        first, second = facts[key].rsplit(joint, 1) if tag == "zh-Hans" else _halves(facts[key], joint)
        row |= {f"title [{tag}]": first, f"title 2 [{tag}]": second}
    if umbrella := facts.get("umbrella"):
        row["part of [zh-Hans]"], row["part of [en]"] = two_languages(umbrella)
    row |= {f"note {n}" if n > 1 else "note": note for n, note in enumerate(facts["notes"], start=1)}
    return row | {f"reported [{code}]": str(value) for code, value in facts["counts"].items()}


def _halves(title: str, joint: str) -> tuple[str, str]:
    """The English titles: the joint that stands where the second one opens."""
    place = max(title.find(f"{joint}1st"), title.find(f"{joint}the 2024"))
    return title[:place], title[place + len(joint) :]


def two_languages(text: str) -> tuple[str, str]:
    """Text in two languages ("章程 Charter") taken apart."""
    place = re.search(r"\s(?=[A-Za-z])", text)
    assert place
    return text[: place.start()], text[place.end() :]


def _institutions(facts: Facts) -> list[Row]:
    """Organisers, those whom people and delegations come from; each once, by name and country."""
    found: dict[tuple[str, str], Row] = {}
    for organiser in facts["organisers"]:
        names = {"name [zh-Hans]": organiser["zh"], "name [en]": organiser["en"]}
        found[organiser["zh"], "CN"] = {**names, "standing": organiser.get("alliance_role"), "country": "CN"}
    for person in facts["people"]:
        found.setdefault(
            (person["org"], person["country"]), {"name [zh-Hans]": person["org"], "country": person["country"]}
        )
    for delegation in facts.get("delegations", []):
        name, country = delegation["institution_en"], delegation["country"]
        found.setdefault((name, country), {"name [en]": name, "country": country})
    return [{"code": f"I{number:02d}", **row} for number, row in enumerate(found.values(), start=1)]


def _person(number: int, person: Facts) -> Row:
    return {
        "code": code_of(number),
        "Chinese name": person["name_zh"],
        "Latin name": person["name_latin"],
        "Latin confirmed": "yes" if person["latin_confirmed"] else "no",
        "country": person["country"],
        "category": "speaker",
        "institution": person["org"],
        "post [zh-Hans]": person["title_zh"],
        "post [en]": person["title_en"],
        "mode": person["mode"],
    }


def code_of(number: int) -> str:
    """The code of the person who stands at that place of the report."""
    return f"P{number:02d}"


def _delegations(facts: Facts, institutions: list[Row]) -> list[Row]:
    codes = {(row.get("name [en]"), row["country"]): row["code"] for row in institutions}
    return [
        {"code": f"D{n}", "country": d["country"], "institution": codes[d["institution_en"], d["country"]]}
        for n, d in enumerate(facts.get("delegations", []), start=1)
    ]


def _programme(facts: Facts) -> dict[str, list[Row]]:
    """Sessions, their parts, items and who appears in them; an order of speakers is one of rows, times are unknown."""
    day = facts["start"]
    reported = facts.get("sessions") or [{"kind": kind, "date": day} for kind in ("opening", "keynotes")]
    sheets: dict[str, list[Row]] = {"sessions": [], "parts": [], "items": [], "appearances": []}
    for session in reported:
        _add_session(sheets, session, facts)
    for n, track in enumerate(facts.get("parallel", [])):
        row = {"code": f"parallel-{'ABCD'[n]}", "kind": "parallel", "day": day, "track": "ABCD"[n]}
        sheets["sessions"].append({**row, "title [zh-Hans]": track["zh"], "title [en]": track["en"]})
    return sheets


def _add_session(sheets: dict[str, list[Row]], session: Facts, facts: Facts) -> None:
    kind, zh, en = SESSIONS[session["kind"]]
    code = session["kind"]
    row = {"code": code, "kind": kind, "title [zh-Hans]": zh, "title [en]": en, "day": session["date"]}
    notes = [f"talks: {session['talks']}"] if "talks" in session else []
    if code == "opening" and "ceremony_order" in facts:
        notes.append(facts["ceremony_order"]["note"])
    sheets["sessions"].append({**row, "notes": "\n".join(notes)})
    sheets["parts"].append({"code": f"{code}-1", "session": code})
    for n, adopted in enumerate(session.get("adopts", []), start=1):
        title = dict(zip(("title [zh-Hans]", "title [en]"), two_languages(adopted), strict=True))
        sheets["items"].append({"code": f"{code}-{n}", "part": f"{code}-1", "kind": "adoption", **title})
    for number, person in enumerate(facts["people"], start=1):
        _add_appearance(sheets, code, code_of(number), person, facts)


def _add_appearance(sheets: dict[str, list[Row]], session: str, code: str, person: Facts, facts: Facts) -> None:
    role = person["role"]
    if role == "mc":
        if session == "opening":
            sheets["appearances"].append({"part": "opening-1", "person": code, "role": "mc"})
        return
    if (session == "opening") != (role in {"address", "video_address"}) or session == "prep_meeting":
        return
    talk: Facts = next(
        (k for k in facts.get("keynotes", []) if k["speaker_zh"] == person["name_zh"] and role == "keynote"), {}
    )
    item = f"{session}-{code}"
    titles = {"title [zh-Hans]": talk.get("title_zh"), "title [en]": talk.get("title_en")}
    sheets["items"].append({"code": item, "part": f"{session}-1", "kind": ITEMS[role], **titles})
    sheets["appearances"].append({"item": item, "person": code, "role": "speaker", "mode": person["mode"]})


def enter(facts: Facts, path: Path) -> None:
    """Fill in the empty workbook as a secretary would, and save it."""
    workbook.write_template(path)
    book = openpyxl.load_workbook(path)
    for name, rows in rows_of(facts).items():
        _fill(next(page for page in book if page.title.split()[0] == name), rows)
    book.save(path)


def _fill(page: Worksheet, rows: list[Row]) -> None:
    """Write cells under their English headers; a header that the form lacks is added at the right."""
    columns = {str(cell.value).split("\n")[0]: at for at, cell in enumerate(page[1], start=1)}
    for number, row in enumerate(rows, start=2):
        for header, value in row.items():
            if value not in (None, ""):
                if header not in columns:
                    columns[header] = len(columns) + 1
                    page.cell(1, columns[header], header)
                page.cell(number, columns[header], value)


def main() -> None:
    """Write the workbook of every YAML file beside this script."""
    for source in sorted(HERE.glob("*.yaml")):
        enter(yaml.safe_load(source.read_text(encoding="utf-8")), source.with_suffix(".xlsx"))
        sys.stdout.write(f"{source.stem}\n")


if __name__ == "__main__":
    main()
