"""Finds the row that a cell speaks of: by its code, else by its exact name where only one thing has it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from forumplanner.exchange.workbook.words import folded
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Subject, Texts, Value
from forumplanner.snapshots.workbook import KnownForum, Record

TABLES = {
    Subject.INSTITUTIONS: "institution",
    Subject.PEOPLE: "participant",
    Subject.DELEGATIONS: "delegation",
    Subject.CONSULAR: "consular_guest",
    Subject.ROOMS: "room",
    Subject.TRACKS: "track",
    Subject.SESSIONS: "session",
    Subject.PARTS: "part",
    Subject.ITEMS: "item",
}
"""The table that a reference to a sheet points into."""


@dataclass(slots=True)
class References:
    """Codes and names of all that a cell can speak of. What the workbook itself says goes before what is known."""

    codes: dict[tuple[Subject, str], str] = field(default_factory=dict)
    known_codes: dict[tuple[Subject, str], set[str]] = field(default_factory=dict)
    names: dict[tuple[Subject, str], set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: KnownForum) -> "References":
        """Everything that is known already."""
        references = cls()
        for subject, table in TABLES.items():
            for key, record in known.table(table).items():
                person = known.table("person").get(str(record.get("person_id", "")), {})
                references._add_known(subject, key, {**person, **record})
        references._add_former(known)
        return references

    def _add_former(self, known: KnownForum) -> None:
        """What people were called before a merge, where nobody else is called so."""
        here = {str(record["person_id"]): key for key, record in known.table("participant").items()}
        for alias in known.table("person_alias").values():
            key, code = here.get(str(alias["person_id"])), str(alias.get("code", ""))
            if key and code and (Subject.PEOPLE, code) not in self.known_codes:
                self.known_codes[Subject.PEOPLE, code] = {key}
            if key:
                self._add_names(Subject.PEOPLE, key, alias)

    def _add_known(self, subject: Subject, key: str, record: Record) -> None:
        if code := str(record.get("code", "")):
            self.known_codes.setdefault((subject, code), set()).add(key)
        self._add_names(subject, key, record)

    def add_row(self, subject: Subject, key: str, code: str, record: Record) -> None:
        """A row of the workbook, by its code and what it says about names."""
        if code:
            self.codes[subject, code] = key
        self._add_names(subject, key, record)

    def _add_names(self, subject: Subject, key: str, record: Record) -> None:
        for name in names_in(record):
            self.names.setdefault((subject, name), set()).add(key)

    def find(self, subject: Subject, text: str) -> str | Texts:
        """The key of what `text` speaks of, or the sentence that says why there is none."""
        if key := self.codes.get((subject, text)):
            return key
        known = self.known_codes.get((subject, text), set())
        found = known if len(known) == 1 else self.names.get((subject, folded(text)), known)
        if len(found) == 1:
            return next(iter(found))
        if found:
            return localized(
                "“{text}” is the name of {n} rows; write the code of the one that is meant.", text=text, n=len(found)
            )
        return localized("“{text}” is neither a code nor a name on the sheet “{sheet}”.", text=text, sheet=str(subject))


_NAMES = ("name[", "title[", "short_name[")
_FORMS = frozenset({"name.zh", "name.latin", "name.native"})


def names_in(record: Record) -> set[str]:
    """Every name that a record goes by, folded."""
    return {folded(str(v)) for path, v in record.items() if path in _FORMS or path.startswith(_NAMES)} - {""}


def texts_in(record: Record, attributes: Iterable[str]) -> set[str]:
    """The texts of some LocalizedTexts of a record in every language, folded."""
    wanted = tuple(f"{attribute}[" for attribute in attributes)
    return {folded(str(value)) for path, value in record.items() if path.startswith(wanted)} - {""}


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same: nothing, False and an empty text or list are all nothing."""
    return (one or None) == (other or None) if not _is_number(one) and not _is_number(other) else one == other


def _is_number(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
