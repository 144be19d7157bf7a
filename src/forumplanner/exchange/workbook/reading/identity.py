"""Which known record a row or some of its cells speak of: what makes two rooms, items, posts or journeys the same."""

from collections.abc import Callable, Iterable
from typing import Final

from forumplanner.exchange.workbook.columns import Kind
from forumplanner.exchange.workbook.context import journey_speaks
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow, Slot, fresh_key
from forumplanner.exchange.workbook.reading.references import names_in, same, texts_in
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Value
from forumplanner.snapshots.workbook import Record, Table

Identity = tuple[Value, ...]
"""What tells a thing from another; two records that share one are the same thing."""


def _named(record: Record) -> Iterable[Identity]:
    return [("name", name) for name in names_in(record)] or [_nameless(record)]


def _nameless(record: Record) -> Identity:
    """All that a thing without a name says."""
    said = (f"{path}={value}" for path, value in record.items() if path not in _SAYS_NOTHING)
    return ("nameless", *sorted(said))


def _delegation(record: Record) -> Iterable[Identity]:
    names = [("name", name) for name in names_in(record)]
    return names or [("of", record.get("country"), record.get("institution_id"))]


def _session(record: Record) -> Iterable[Identity]:
    titles = [("title", name, record.get("day")) for name in texts_in(record, ["title"])]
    return titles or [("kind", record.get("kind") or "other", record.get("day"))]


def _part(record: Record) -> Iterable[Identity]:
    titles = texts_in(record, ["title"])
    return [(record.get("session_id"), title) for title in titles or {""}]


def _item(record: Record) -> Iterable[Identity]:
    place = record.get("part_id")
    titles = [(place, "title", title) for title in texts_in(record, ["title"])]
    return titles or [(place, "kind", record.get("kind") or "other")]


def _appearance(record: Record) -> Iterable[Identity]:
    place = record.get("item_id") or record.get("part_id")
    role = record.get("role") or "speaker"
    who = record.get("participant_id") or record.get("institution_id")
    labels = [(place, role, "label", label) for label in texts_in(record, ["label"])]
    return [(place, role, "who", who)] if who else labels


def _organiser(record: Record) -> Iterable[Identity]:
    return [(record.get("track_id"), record.get("role"), record.get("institution_id"))]


def _consular(record: Record) -> Iterable[Identity]:
    post, person = record.get("consular_post_id"), record.get("participant_id")
    return [(post, person)] if person else [(post,)]


_IDENTITIES: Final[dict[str, Callable[[Record], Iterable[Identity]]]] = {
    "institution": _named,
    "room": _named,
    "track": _named,
    "delegation": _delegation,
    "session": _session,
    "part": _part,
    "item": _item,
    "appearance": _appearance,
    "organiser": _organiser,
    "consular_guest": _consular,
}
_SAYS_NOTHING: Final = frozenset({"code", "forum_id", "position"})
_NEVER_FILLED: Final = frozenset({"participant_id"})


class Matcher:
    """Hands out the known records of one table to rows, each at most once."""

    def __init__(self, draft: Draft, table: str) -> None:
        self._draft = draft
        self._name = table
        self._known: Table = draft.known.table(table)
        self._used: set[str] = set()
        self._by_code: dict[str, list[str]] = {}
        self._by_identity: dict[Identity, list[str]] = {}
        for key, record in sorted(self._known.items(), key=_in_order):
            self._by_code.setdefault(str(record.get("code", "")), []).append(key)
            for identity in self._identities(record):
                self._by_identity.setdefault(identity, []).append(key)

    def _identities(self, record: Record) -> list[Identity]:
        """A consular guest, or an appearance in words, is still the same when its person has become known here."""
        whole = list(_IDENTITIES[self._name](record))
        nobody = {path: value for path, value in record.items() if path not in _NEVER_FILLED}
        return [*whole, *(i for i in _IDENTITIES[self._name](nobody) if i not in whole)]

    def match(self, rows: list[tuple[DraftRow, Record]]) -> None:
        """Give each row its main record: the one with its code, then one that is the same, else a new one."""
        for find in (self._with_code, self._the_same):
            for row, record in rows:
                if row.main not in row.keys and (key := find(row.code, record)):
                    row.keys[row.main] = key
                    self._used.add(key)
        for row, record in rows:
            if row.main not in row.keys and (key := self._merged(record)):
                row.keys[row.main] = key
                row.former = True
            if row.main not in row.keys:
                row.keys[row.main] = fresh_key()
                row.fresh.add(row.key)

    def _merged(self, record: Record) -> str | None:
        """What another row stands for too, since two records of one person were merged: one appearance, one seat."""
        participant = self._draft.known.table("participant").get(str(record.get("participant_id")), {})
        if str(participant.get("person_id")) not in self._draft.former.by_person:
            return None
        same = (key for identity in _IDENTITIES[self._name](record) for key in self._by_identity.get(identity, ()))
        return next((key for key in same if self._known[key].get("participant_id") == record["participant_id"]), None)

    def _with_code(self, code: str, record: Record) -> str | None:
        for key in self._by_code.get(code, ()) if code else ():
            if key not in self._used and (self._name != "institution" or self._may_be(key, record)):
                return key
        return None

    def _may_be(self, key: str, record: Record) -> bool:
        """Two forums may give one code to two institutions: then a name must agree, or this forum's is meant."""
        if names_in(record) & names_in(self._known[key]):
            return True
        return key not in self._draft.known.elsewhere and bool(self._draft.known.forum_id)

    def _the_same(self, code: str, record: Record) -> str | None:
        """Of several that are the same, the one with most in common, and of those the one that says least besides."""
        for identity in _IDENTITIES[self._name](record):
            free = [key for key in self._by_identity.get(identity, ()) if key not in self._used]
            fitting = [key for key in free if self._agrees(code, record, self._known[key])]
            if fitting:
                return max(fitting, key=lambda key: _in_common(record, self._known[key]))
        return None

    def _agrees(self, code: str, record: Record, known: Record) -> bool:
        """Nothing that both sides say speaks against it: no two codes of this forum, no two countries."""
        codes = {code, str(known.get("code", ""))} - {""}
        countries = {record.get("country"), known.get("country")} - {None, ""}
        return len(countries) < 2 and (len(codes) < 2 or self._name == "institution")


def _in_common(record: Record, known: Record) -> tuple[int, int]:
    return sum(same(value, known.get(path)) for path, value in record.items()), -len(known)


def _in_order(entry: tuple[str, Record]) -> tuple[int, str, str]:
    key, record = entry
    position = record.get("position")
    return (position if isinstance(position, int) else 0, str(record.get("code", "")), key)


def match_posts_and_journeys(draft: Draft, rows: list[DraftRow]) -> None:
    """Give each numbered group of cells ("institution 2", "arrival") its post or journey, known or new."""
    table = draft.known.table("post")
    journeys = _grouped(draft.known.table("journey"), "participant_id")
    for row in rows:
        known_posts = draft.known_posts.get(row.keys["person", 1], [])
        _match_posts(draft, row, [(key, table[key]) for key in known_posts])
        for direction in ("arrival", "departure"):
            known = [(k, r) for k, r in journeys.get(row.key, []) if r.get("direction") == direction]
            _match_journeys(row, direction, known, draft.zone)


def _match_journeys(row: DraftRow, direction: str, known: list[tuple[str, Record]], zone: str) -> None:
    """By position where all columns were read so before, as in a list with a gap; else by place, as we write them."""
    speaking = [(key, record) for key, record in known if journey_speaks(record, zone)]
    silent = [key for key, record in known if not journey_speaks(record, zone)]
    by_number = {_position(record) + 1: key for key, record in speaking}
    slots = _slots(row, direction)
    if not {slot[1] for slot in slots if not _says_nothing(row, slot, zone)} <= set(by_number):
        by_number = dict(enumerate((key for key, _ in speaking), start=1))
    for slot in slots:
        key = by_number.get(slot[1], "")
        _give(row, slot, key or (silent.pop(0) if silent and _says_nothing(row, slot, zone) else ""))


def _says_nothing(row: DraftRow, slot: Slot, zone: str) -> bool:
    """Whether cells of a journey hold nothing but the forum's zone, or nothing that was understood."""
    spots = [spot for spot in row.cells if spot.slot == slot]
    timed = any(spot.column.kind is Kind.MOMENT for spot in spots)
    return not timed and {row.read[spot].value for spot in spots if spot in row.read} <= {zone, ""}


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
    for fits in (_same_post, _same_house) if row.former else (_same_post, _same_house, _same_place):
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
    numbered = {slot[1]: row.keys[slot] for slot in wanted}
    person = row.keys["person", 1]
    draft.posts[person] = draft.posts.get(person, numbered) if row.former else numbered


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
