"""What a merge tells the secretary: what stays true twice, what became one, what had to give way."""

import uuid
from collections.abc import Mapping
from typing import Final

from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import Category, Role
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import LANGUAGES, localized
from forumplanner.records import Appearance, Delegation, Item, Part, Session

Texts = Mapping[str, str]
_BETWEEN: Final = {ZH: "、", EN: ", "}


class Remarks:
    """Collects sentences in all languages while a merge works; `lines()` gives them in the order of happening."""

    def __init__(self) -> None:
        self._lines: list[Texts] = []
        self._held: dict[uuid.UUID, list[Role]] = {}
        self._came: dict[uuid.UUID, list[Role]] = {}

    def lines(self, db: Db) -> tuple[Texts, ...]:
        """Everything there is to say; of sessions in which both records appeared, a sentence each."""
        shared = [self._both(db, key) for key in self._came if key in self._held]
        return (*shared, *self._lines)

    def before(self, db: Db, appearances: list[Appearance]) -> None:
        """Where the record that stays appeared already."""
        for appearance in appearances:
            self._held.setdefault(_session_of(db, appearance), []).append(appearance.role)

    def came(self, db: Db, appearance: Appearance) -> None:
        """An appearance went over to the record that stays."""
        self._came.setdefault(_session_of(db, appearance), []).append(appearance.role)

    def once(self, db: Db, appearance: Appearance) -> None:
        """Both had this very appearance; one is left."""
        title = _titles(_title_of(db, appearance))
        role = _words(appearance.role)
        self._lines.append(localized("“{title}”: stood there twice as {role}, now once.", title=title, role=role))

    def _both(self, db: Db, key: uuid.UUID) -> Texts:
        title = _titles(_text(db.get(Session, key)))
        roles = tuple(dict.fromkeys((*self._held[key], *self._came[key])))
        if len(roles) == 1:
            return localized("“{title}”: appears there several times; all of it stays.", title=title)
        said = {tag: _BETWEEN[tag].join(label(role, tag) for role in roles) for tag in LANGUAGES}
        return localized("“{title}”: has several roles there now ({roles}); all of them stay.", title=title, roles=said)

    def category(self, kept: Category, left: Category) -> None:
        """Two categories in one forum; one counts."""
        self._lines.append(
            localized("Category: {kept} stays; {left} was given up.", kept=_words(kept), left=_words(left))
        )

    def delegation(self, left: Delegation) -> None:
        """A delegation that the person was in by one record only."""
        name = {tag: left.name.best(tag) or country_name(left.country, tag) or left.code for tag in LANGUAGES}
        self._lines.append(localized("No longer counted in the delegation {name}.", name=name))

    def badge(self, number: str) -> None:
        """A second badge that opened doors."""
        self._lines.append(localized("Badge {number} is void now: one person has one valid badge.", number=number))

    def two_posts(self) -> None:
        """Two consular posts send one person."""
        self._lines.append(localized("Two consular posts send this person; both entries stay. Ask which one is right."))

    def place(self, place: int) -> None:
        """Two places fixed by hand in one list."""
        self._lines.append(localized("The place {place} fixed by hand was given up; the other one stays.", place=place))


def _words(member: Category | Role) -> Texts:
    return {tag: label(member, tag) for tag in LANGUAGES}


def _titles(text: LocalizedText) -> Texts:
    return {tag: text.best(tag) or "…" for tag in LANGUAGES}


def _session_of(db: Db, appearance: Appearance) -> uuid.UUID:
    part = _part_of(db, appearance)
    return part.session_id if part else appearance.id


def _part_of(db: Db, appearance: Appearance) -> Part | None:
    item = db.get(Item, appearance.item_id) if appearance.item_id else None
    return db.get(Part, item.part_id if item else appearance.part_id) if item or appearance.part_id else None


def _title_of(db: Db, appearance: Appearance) -> LocalizedText:
    """The item's title, else that of its session."""
    item = db.get(Item, appearance.item_id) if appearance.item_id else None
    part = _part_of(db, appearance)
    return item.title if item and item.title else _text(db.get(Session, part.session_id) if part else None)


def _text(session: Session | None) -> LocalizedText:
    return session.title if session else LocalizedText()
