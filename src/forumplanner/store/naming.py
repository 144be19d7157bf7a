"""What a row is called, there or gone: by its own name or title, else by the rows that it is about."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from forumplanner.domain.columns import table_word
from forumplanner.domain.names import PersonName
from forumplanner.i18n import in_language
from forumplanner.records.base import localized_from_json
from forumplanner.records.journal import JournalRow, JournalStep
from forumplanner.store import journal
from forumplanner.store.codec import Image, key_from_text
from forumplanner.store.schema import Schema
from forumplanner.store.step import Step
from forumplanner.store.ties import row_now

_OWN = ("name", "title", "short_title", "label", "text", "number")
_ABOUT = (
    "participant_id",
    "person_id",
    "institution_id",
    "consular_post_id",
    "item_id",
    "part_id",
    "session_id",
    "room_id",
    "forum_id",
)
"""Whom or what a row without a name of its own is about, the most telling first."""

_DEEP = 4
"""How far names are looked for: appearance, participant, person."""


def own_name(image: Mapping[str, Any], tag: str) -> str:
    """The name that stands in a row's image, for a reader of `tag`; "" where it has none."""
    for field in _OWN:
        if text := spoken(image.get(field), tag):
            return text
    titles = image.get("titles") or []
    return spoken(titles[0], tag) if titles else ""


def spoken(value: object, tag: str) -> str:
    """A text, a text by language or a person's name as kept in an image, for a reader of `tag`."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or not value:
        return ""
    if all(isinstance(one, list) for one in value.values()):
        return localized_from_json(value).best(tag)
    return PersonName.from_json(value).shown(tag)


class Names:
    """Names of rows in one reading of the file, each looked up once."""

    def __init__(self, connection: Connection, schema: Schema) -> None:
        self._connection, self._schema = connection, schema
        self._images: dict[tuple[str, str], Image] = {}

    def know(self, table: str, key: str, image: Mapping[str, Any]) -> None:
        """Take what is known of a row already."""
        self._images.setdefault((table, key), dict(image))

    def image(self, table: str, key: str) -> Image:
        """The row as it is, or as it last was; {} where nothing is known of it."""
        place = (table, key)
        if place not in self._images:
            known = self._schema.tables[table]
            now = row_now(self._connection, known, key_from_text(known, key))
            gone = {} if now else journal.images_gone(self._connection, table, [key])
            self._images[place] = now or gone.get(key, {})
        return self._images[place]

    def name(self, table: str, key: str, tag: str, *, deep: int = _DEEP) -> str:
        """Its name without the word for what it is; "" where there is none."""
        image = self.image(table, key)
        if text := own_name(image, tag):
            return text
        if deep:
            for foreign in sorted(self._schema.tables[table].foreign_keys, key=_telling):
                value = image.get(foreign.parent.name)
                if value is not None and foreign.parent.name in _ABOUT:
                    return self.name(foreign.column.table.name, str(value), tag, deep=deep - 1)
        return ""

    def called(self, table: str, key: str, tag: str) -> str:
        """What it is and its name: "session “Opening”", "场次“开幕式”"."""
        name = self.name(table, key, tag)
        what = table_word(table, tag)
        return in_language(tag, "{what} “{name}”", what=what, name=name) if name else what


def _telling(foreign: Any) -> int:
    column = foreign.parent.name
    return _ABOUT.index(column) if column in _ABOUT else len(_ABOUT)


def last_touch(connection: Connection, table: str, key: str) -> Step | None:
    """The newest step that changed a row."""
    wanted = (
        select(JournalStep.__table__)
        .join(JournalRow, JournalRow.step_id == JournalStep.id)
        .where(JournalRow.table_name == table, JournalRow.row_key == key)
        .order_by(JournalStep.id.desc())
        .limit(1)
    )
    row = connection.execute(wanted).one_or_none()
    return journal.to_step(row) if row else None
