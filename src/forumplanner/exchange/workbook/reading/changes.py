"""Turns a row that knows its records into the writes that an action does, and into lines that a page shows."""

from typing import Final

from forumplanner.exchange.workbook import days
from forumplanner.exchange.workbook.cells import Read, Unread, as_text
from forumplanner.exchange.workbook.columns import Kind, Spot
from forumplanner.exchange.workbook.context import Context, read_clock, read_moment
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow, Slot
from forumplanner.exchange.workbook.reading.former import left_as_it_stands
from forumplanner.exchange.workbook.reading.references import same
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import PlannedField, PlannedRow, RowAction, Subject, Value, Write
from forumplanner.snapshots.workbook import Record

_OF_FORUM: Final = frozenset({"organiser", "participant", "delegation", "consular_guest", "room", "track", "session"})
_SHARED: Final = frozenset({"institution", "consular_post"})
_PARENT: Final = {"part": "session_id", "item": "part_id"}
_NAMES: Final = ("name.zh", "name.latin", "name.native")


def plan_row(draft: Draft, context: Context, row: DraftRow) -> PlannedRow:
    """The planned row, laid over what is known."""
    _read_times(draft, context, row)
    _read_post_used(draft, row)
    fields: list[PlannedField] = []
    writes: list[Write] = []
    for slot in _in_order(row):
        changed, values = _changes(draft, context, row, slot)
        fields += changed
        key, new = row.keys[slot], row.keys[slot] in row.fresh
        if new:
            values = {**_system(draft, row, slot), **values}
        if new or values:
            writes.append(Write(table_of(slot), key, new, values))
            table = draft.table(table_of(slot))
            table[key] = {**table.get(key, {}), **values}
        row.fresh.discard(key)
    action = RowAction.ADD if any(w.new and w.key == row.key for w in writes) else RowAction.CHANGE
    action = action if writes or row.also else RowAction.SAME
    return PlannedRow(row.sheet.subject, row.number, action, _label(draft, row), tuple(fields), (*writes, *row.also))


def table_of(slot: Slot) -> str:
    """The table that a slot's record stands in."""
    return "journey" if slot[0] in {"arrival", "departure"} else slot[0]


def _in_order(row: DraftRow) -> list[Slot]:
    """Slots so that what others point to comes first; the main record always."""
    slots = {slot for slot in row.keys if slot[0] not in {"arrival", "departure", "post"} or _speaks(row, slot)}
    first = {"person": 0, "consular_post": 0, "post": 1}
    return sorted(slots, key=lambda slot: (first.get(slot[0], 2), slot))


def _speaks(row: DraftRow, slot: Slot) -> bool:
    return any(spot.slot == slot for spot in row.read)


def _read_times(draft: Draft, context: Context, row: DraftRow) -> None:
    """Read the cells that need the session's day or the journey's zone."""
    own = {**draft.table(row.sheet.table).get(row.keys.get(row.main, ""), {}), **row.record(row.main)}
    day, zone = context.day_and_zone(row.sheet.table, own)
    _divide_span(row)
    for spot in [spot for spot in row.cells if spot not in row.read]:
        if spot.column.kind is Kind.CLOCK:
            draft.note_cell(row, spot, read_clock(row.cells[spot], day, zone, draft.around))
        if spot.column.kind is Kind.MOMENT:
            _read_moment(draft, context, row, spot)
    _refuse_end_before_start(draft, row, own)


def _divide_span(row: DraftRow) -> None:
    """Both times in the cell of the start ("9:00-9:10") are start and end, where the end says nothing else."""
    start, end = row.spot("start"), next((c for c in row.sheet.columns if c.key == "end"), None)
    span = days.span_of(row.cells[start]) if start else None
    if start and end and span and row.spot("end") is None:
        row.cells[start], row.cells[Spot(end)] = span


def _read_moment(draft: Draft, context: Context, row: DraftRow, spot: Spot) -> None:
    """A day with a time; anything else is kept as the words that it is."""
    journey = row.record(spot.slot)
    moment = read_moment(row.cells[spot], context.zone_of(journey), draft.around)
    if moment:
        draft.note_cell(row, spot, moment)
        return
    note = next(column for column in row.sheet.columns if column.key == f"{spot.column.record}_note")
    place = Spot(note, "", spot.number)
    words = "；".join(filter(None, (as_text(row.cells[spot]), str(journey.get("as_written", "")))))
    if len(words) > 200:
        draft.reject(row, localized("This is no time, and too long to be kept as a note."), spot)
        return
    known = draft.known.table("journey").get(row.keys[spot.slot], {}).get("as_written") == words
    message = localized("“{text}” isn't a time. It is kept as a note; the rest of the row was read.", text=words)
    row.cells[place] = row.cells[spot]
    draft.note_cell(row, place, Read(words, words, None if known else message))


def _refuse_end_before_start(draft: Draft, row: DraftRow, own: Record) -> None:
    end = row.spot("end")
    if end is None or end not in row.read:
        return
    start = row.record(row.main).get("starts_at", own.get("starts_at"))
    if isinstance(start, str) and str(row.read[end].value) < start:
        del row.read[end]
        draft.reject(row, localized("It would end before it starts; the end is left out."), end)


def _read_post_used(draft: Draft, row: DraftRow) -> None:
    """The number of a post as its key; for a new participant the first post where nothing is said."""
    spot = row.spot("post_used")
    if spot is None:
        _first_post(draft, row)
        return
    person = row.keys.get(("person", 1), "")
    if row.sheet.subject is Subject.APPEARANCES:
        participant = draft.table("participant").get(str(row.record(row.main).get("participant_id")), {})
        person = str(participant.get("person_id", ""))
    posts = posts_of(draft, person)
    text = as_text(row.cells[spot])
    if text == "0":
        row.read[spot] = Read(None, text)
    elif text.isdecimal() and int(text) in posts:
        row.read[spot] = Read(posts[int(text)], text)
    else:
        draft.note_cell(row, spot, Unread(localized("There is no post number {text}.", text=text)))


def _first_post(draft: Draft, row: DraftRow) -> None:
    if row.sheet.subject is Subject.PEOPLE and row.key in row.fresh:
        posts = posts_of(draft, row.keys["person", 1])
        given = [n for n in sorted(posts) if ("post", n) in row.keys]
        if given:
            row.read[Spot(row.sheet.column("post_used"))] = Read(posts[given[0]], str(given[0]))


def posts_of(draft: Draft, person: str) -> dict[int, str]:
    """A person's posts by number: as the people sheet numbers them, else in the order that is known."""
    known = draft.known_posts.get(person, [])
    return dict(enumerate(known, start=1)) | draft.posts.get(person, {})


def _changes(draft: Draft, context: Context, row: DraftRow, slot: Slot) -> tuple[list[PlannedField], dict[str, Value]]:
    """What the row would change of one of its records: lines to show, and values by attribute."""
    table = table_of(slot)
    old = draft.table(table).get(row.keys[slot], {})
    fields, values = [], {}
    kept = False
    places = {spot: place for place, spot in enumerate(row.cells)}
    for spot, read in sorted(row.read.items(), key=lambda entry: places.get(entry[0], len(places))):
        if spot.slot != slot or not spot.path:
            continue
        if same(old.get(spot.path), read.value):
            continue
        if draft.former.settled(_person(draft, row, slot), spot.path, old, read.value):
            continue
        if row.former and (spot.path == "code" or not same(old.get(spot.path), None)):
            kept = kept or spot.path != "code"
            continue
        first = draft.said.setdefault((row.keys[slot], spot.path), row.number)
        if first != row.number:
            draft.reject(row, localized("Row {n} says otherwise of the same; that one is taken.", n=first), spot)
            continue
        if spot.path == "code" and table in _SHARED and old.get("code"):
            continue  # a code of the directory is as good as the workbook's, and other forums know it
        before = str(context.show(spot.column, old.get(spot.path), table, old)) if old else ""
        fields.append(PlannedField(spot.key, spot.header, before, read.shown))
        values[spot.path] = read.value
    if kept and (remark := left_as_it_stands(row.number, _label(draft, row))) not in draft.remarks:
        draft.remarks.append(remark)
    return fields, values


def _person(draft: Draft, row: DraftRow, slot: Slot) -> str:
    """Whose record this is: a person's own or that of a participant."""
    participant = draft.table("participant").get(row.keys[slot], {})
    return str(participant.get("person_id", row.keys[slot]))


def _system(draft: Draft, row: DraftRow, slot: Slot) -> dict[str, Value]:
    """What a new record needs beyond its cells: whose it is, and its place after the others."""
    values: dict[str, Value] = {}
    table = table_of(slot)
    if table == "forum":
        values["country"] = ""  # nobody said which; the record's own default would
    if table in _OF_FORUM:
        values["forum_id"] = draft.forum_id
    if table == "participant":
        values["person_id"] = row.keys["person", 1]
    if table == "post":
        values |= {"person_id": row.keys["person", 1], "position": slot[1] - 1}
    if table == "journey":
        values |= {"participant_id": row.key, "direction": slot[0], "position": slot[1] - 1, "zone": draft.zone}
    if table == "consular_guest":
        values["consular_post_id"] = row.keys["consular_post", 1]
    if table == "session":
        values["zone"] = draft.zone
    if any(column.path == "position" and column.record == table for column in row.sheet.columns):
        values["position"] = _next_position(draft, row, table)
    return values


def _next_position(draft: Draft, row: DraftRow, table: str) -> int:
    """After the last of its siblings, so that the order of the rows is kept."""
    record = row.record(row.main)
    parent = str(record.get(_PARENT.get(table, ""), "") or record.get("item_id") or record.get("part_id") or "")
    place = draft.places.get((table, parent))
    if place is None:
        attribute = _PARENT.get(table, "item_id" if record.get("item_id") else "part_id")
        siblings = [r for r in draft.known.table(table).values() if not parent or r.get(attribute) == parent]
        place = max((p for r in siblings if isinstance(p := r.get("position"), int)), default=-1) + 1
    draft.places[table, parent] = place + 1
    return place


def _label(draft: Draft, row: DraftRow) -> str:
    """What the row is called in a list: its name or title in the forum's languages, else its code."""
    slot = ("person", 1) if row.sheet.subject is Subject.PEOPLE else row.main
    record = draft.table(table_of(slot)).get(row.keys[slot], {})
    names = [str(record[form]) for form in _NAMES if record.get(form)]
    for attribute in ("titles[0]", "title", "name", "label"):
        names += [str(t) for tag in draft.languages if (t := record.get(f"{attribute}[{tag}]"))]
    return " ".join(names[:2]) or row.code
