"""Which known post, journey and consular post the cells of a row speak of."""

from forumplanner.exchange.workbook_draft import Draft, DraftRow, Slot, fresh_key
from forumplanner.exchange.workbook_references import names_in, texts_in
from forumplanner.i18n import localized
from forumplanner.snapshots.workbook import Record, Table


def match_posts_and_journeys(draft: Draft, rows: list[DraftRow]) -> None:
    """Give each numbered group of cells ("institution 2", "arrival") its post or journey, known or new."""
    table = draft.known.table("post")
    journeys = _grouped(draft.known.table("journey"), "participant_id")
    for row in rows:
        known_posts = draft.known_posts.get(row.keys["person", 1], [])
        _match_posts(draft, row, [(key, table[key]) for key in known_posts])
        for direction in ("arrival", "departure"):
            known = [(k, r) for k, r in journeys.get(row.key, []) if r.get("direction") == direction]
            for slot in _slots(row, direction):
                _give(row, slot, _journey(known, slot[1]))


def _journey(known: list[tuple[str, Record]], number: int) -> str:
    """The journey at that place, by its position where it has been read from such a column before; "" for none."""
    at_place = [key for key, record in known if record.get("position") == number - 1]
    return at_place[0] if at_place else known[number - 1][0] if number <= len(known) else ""


def _slots(row: DraftRow, name: str) -> list[Slot]:
    return sorted(slot for slot in row.slots() if slot[0] == name)


def _give(row: DraftRow, slot: Slot, known: str) -> None:
    row.keys[slot] = known or fresh_key()
    if not known:
        row.fresh.add(row.keys[slot])


def _match_posts(draft: Draft, row: DraftRow, known: list[tuple[str, Record]]) -> None:
    """The same institution and title, else the same institution, else the same place in the list.

    A post that another forum's papers use is never rewritten: what differs becomes a post of its own.
    """
    free = dict(known)
    wanted = {slot: row.record(slot) for slot in sorted({s.slot for s in row.read if s.column.record == "post"})}
    for fits in (_same_post, _same_house, _same_place):
        for slot, record in wanted.items():
            if slot not in row.keys:
                shared = draft.known.elsewhere if fits is not _same_post else frozenset()
                key = next((k for k in free if k not in shared and fits(slot, record, free[k], known)), "")
                if key:
                    row.keys[slot] = key
                    del free[key]
    for slot in wanted:
        if slot not in row.keys:
            _give(row, slot, "")
    draft.posts[row.keys["person", 1]] = {slot[1]: row.keys[slot] for slot in wanted}


def _same_post(_slot: Slot, record: Record, other: Record, _known: list[tuple[str, Record]]) -> bool:
    titles, theirs = texts_in(record, ["title"]), texts_in(other, ["title"])
    return record.get("institution_id") == other.get("institution_id") and (bool(titles & theirs) or titles == theirs)


def _same_house(_slot: Slot, record: Record, other: Record, _known: list[tuple[str, Record]]) -> bool:
    return bool(record.get("institution_id")) and record.get("institution_id") == other.get("institution_id")


def _same_place(slot: Slot, _record: Record, other: Record, known: list[tuple[str, Record]]) -> bool:
    return slot[1] <= len(known) and known[slot[1] - 1][1] is other


def _grouped(table: Table, attribute: str) -> dict[str, list[tuple[str, Record]]]:
    groups: dict[str, list[tuple[str, Record]]] = {}
    for key, record in sorted(table.items(), key=lambda entry: (_position(entry[1]), entry[0])):
        groups.setdefault(str(record.get(attribute)), []).append((key, record))
    return groups


def _position(record: Record) -> int:
    position = record.get("position")
    return position if isinstance(position, int) else 0


def match_consular_posts(draft: Draft, rows: list[DraftRow]) -> None:
    """Give each row of the consular sheet its consulate: by its code, else by country with city or name."""
    here = {key: dict(record) for key, record in draft.known.table("consular_post").items()}
    for row in rows:
        slot = ("consular_post", 1)
        record = row.record(slot)
        if not (record.get("code") or record.get("country") or names_in(record)):
            draft.reject(row, localized("The row names no consulate: write its country and city."))
            continue
        key = next((key for key, other in here.items() if _same_consulate(record, other)), "")
        _give(row, slot, key)
        if not key:
            here[row.keys[slot]] = record


def _same_consulate(record: Record, other: Record) -> bool:
    if record.get("code") and other.get("code"):
        return record["code"] == other["code"] and record.get("country") in {None, other.get("country")}
    places = texts_in(record, ["city"]), texts_in(other, ["city"])
    names = names_in(record), names_in(other)
    if record.get("country") != other.get("country") or not record.get("country"):
        return bool(names[0] & names[1]) and not record.get("country")
    if places[0] and places[1]:
        return bool(places[0] & places[1])
    return bool(names[0] & names[1]) or not (names[0] and names[1])
