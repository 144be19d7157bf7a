"""Which known record a row without a known code speaks of: what makes two rooms, sessions or items the same one."""

from collections.abc import Callable, Iterable
from typing import Final

from forumplanner.exchange.workbook_draft import Draft, DraftRow, fresh_key
from forumplanner.exchange.workbook_references import names_in, texts_in
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
        for row, _record in rows:
            if row.main not in row.keys:
                row.keys[row.main] = fresh_key()
                row.fresh.add(row.key)

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
        for identity in _IDENTITIES[self._name](record):
            for key in self._by_identity.get(identity, ()):
                if key not in self._used and self._agrees(code, record, self._known[key]):
                    return key
        return None

    def _agrees(self, code: str, record: Record, known: Record) -> bool:
        """Nothing that both sides say speaks against it: no two codes of this forum, no two countries."""
        codes = {code, str(known.get("code", ""))} - {""}
        countries = {record.get("country"), known.get("country")} - {None, ""}
        return len(countries) < 2 and (len(codes) < 2 or self._name == "institution")


def _in_order(entry: tuple[str, Record]) -> tuple[int, str, str]:
    key, record = entry
    position = record.get("position")
    return (position if isinstance(position, int) else 0, str(record.get("code", "")), key)
