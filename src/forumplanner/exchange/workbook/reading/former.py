"""Rows that call somebody by what they were before a merge: they find the one who stayed, and bring no third.

Such a row adds what is missing and changes nothing: what the merge decided stands, whatever the file still says.
"""

from dataclasses import dataclass, field

from forumplanner.exchange.workbook.words import folded
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Texts, Value
from forumplanner.snapshots.workbook import KnownForum, Record

_FORMS = ("name.zh", "name.latin", "name.native")


@dataclass(slots=True)
class Former:
    """What people were called before they were merged, by the key of the person who stayed."""

    by_person: dict[str, list[Record]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: KnownForum) -> "Former":
        """Everything that merges left behind."""
        former = cls()
        for alias in known.table("person_alias").values():
            former.by_person.setdefault(str(alias["person_id"]), []).append(alias)
        return former

    def codes(self, person: str) -> set[str]:
        """Codes that the merged records had."""
        return {str(alias["code"]) for alias in self.by_person.get(person, ()) if alias.get("code")}

    def names(self, person: str) -> set[str]:
        """Forms of the names that the merged records had, folded."""
        aliases = self.by_person.get(person, ())
        return {folded(str(alias[form])) for alias in aliases for form in _FORMS if alias.get(form)} - {""}

    def settled(self, person: str, path: str, record: Record, value: Value) -> bool:
        """Whether a merge decided about this: against a form of a name or a phone, or that lists hold both sides."""
        aliases = self.by_person.get(person, ())
        if any(path.startswith("name.") and alias.get(path) == value for alias in aliases):
            return True
        return bool(aliases) and _holds(path, record, value)


def _holds(path: str, record: Record, value: Value) -> bool:
    old = record.get(path)
    if isinstance(old, tuple) and isinstance(value, tuple):
        return set(value) <= set(old)
    return path in {"notes", "phone"} and bool(value) and str(value) in str(record.get("notes", ""))


def left_as_it_stands(row: int, name: str) -> Texts:
    """What is said of a former row whose values differ from what is on record."""
    return localized(
        "Row {n} calls {name} by a former name or code. What differs there was left as it stands on record.",
        n=row,
        name=name,
    )
