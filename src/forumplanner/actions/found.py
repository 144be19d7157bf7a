"""Finding the record that a verb is about, and the words by which its step is remembered."""

import uuid
from typing import TypeVar

from sqlalchemy.orm import Session as Db

from forumplanner.domain.history import by_language
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.records import Base

Record = TypeVar("Record", bound=Base)


class NoLongerThere(PlannerError):
    """What a verb was to change has been removed in the meantime."""


class NotPossible(PlannerError):
    """What was asked for contradicts the data; nothing was changed."""


def found(db: Db, record: type[Record], key: uuid.UUID) -> Record:
    """The record with that key; raises `NoLongerThere` where somebody removed it."""
    row = db.get(record, key)
    if row is None:
        raise NoLongerThere(_("What you wanted to change has been removed in the meantime. Nothing was changed."))
    return row


def titled(text: LocalizedText) -> dict[str, str]:
    """A title as a step's values keep it: for readers of either language."""
    return by_language("title", zh=text.best(ZH), en=text.best(EN))


def named(name: PersonName) -> dict[str, str]:
    """A person as a step's values keep it."""
    return by_language("person", zh=name.shown(ZH), en=name.shown(EN))
