"""KnownForum: one forum and the directory as plain records, what the planning workbook is written from and compared to.

A record is a flat dictionary of attribute to plain value. What is empty is left out. An attribute may name one part of
a value: `title[en]` a language of a LocalizedText, `titles[0][en]` the same of the first of several, `name.latin` a
form of a PersonName, `notes[0]` an entry of a list, `reported[attendees]` of a dictionary. Days and instants (in UTC)
are ISO text, keys are UUID text, enums are codes.
"""

from dataclasses import dataclass, field

from forumplanner.snapshots.import_plan import Value

Record = dict[str, Value]
"""One record: attribute to value."""

Table = dict[str, Record]
"""The records of one table by key."""


@dataclass(frozen=True, slots=True)
class KnownForum:
    """What a planner file knows that matters to the workbook of one forum.

    `forum_id`: "" where the forum is yet to be made. `tables`: by table name; institutions, people, their names before
    a merge, posts and consular posts of the whole directory, all else of this forum only; a session also has `rooms`,
    the keys of its rooms.
    `elsewhere`: keys of people, posts, institutions and consular posts that other forums use.
    `forums`: slug to key of every forum in the file.
    """

    forum_id: str = ""
    tables: dict[str, Table] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    forums: dict[str, str] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """The records of a table, empty where there are none."""
        return self.tables.get(name, {})
