"""What a secretary does with institutions: enter one, write its names, say where and what it is."""

from collections.abc import Callable, Mapping
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import InstitutionId, new_id
from forumplanner.domain.kinds import InstitutionKind, StepKind
from forumplanner.domain.newcomers import language_of
from forumplanner.domain.text import EN, ZH, LocalizedText, tidy
from forumplanner.i18n import gettext as _
from forumplanner.records import Institution
from forumplanner.store import Store

InstitutionText = Literal["name", "short_name", "city"]
"""The texts of an institution in both languages."""


def add_institution(
    store: Store, *, name: Mapping[str, str], country: str = "", kind: InstitutionKind | None = None
) -> InstitutionId:
    """Enter an institution into the directory. Raises `NotPossible` for a name without any text."""
    text = LocalizedText.of(name)
    if not text:
        raise NotPossible(_("An institution needs a name in at least one language."))
    made = InstitutionId(new_id())
    with store.step(StepKind.ADD_INSTITUTION, **institution_words(text)) as db:
        db.add(Institution(id=made, name=text, country=country, kind=kind))
    return made


def known_by_name(db: Db, name: str) -> Institution | None:
    """The institution of that name in any language, short or long, letter case aside."""
    wanted = tidy(name).casefold()
    for known in db.execute(select(Institution).order_by(Institution.id)).scalars():
        names = (*(known.name.get(tag) for tag in known.name), *(known.short_name.get(tag) for tag in known.short_name))
        if wanted in {one.casefold() for one in names}:
            return known
    return None


def institution_called(db: Db, name: str) -> Institution:
    """The institution of that name; else a new one, within the step at hand."""
    known = known_by_name(db, name)
    if known is not None:
        return known
    made = Institution(id=new_id(), name=LocalizedText.of({language_of(tidy(name)): name}))
    db.add(made)
    return made


def write_institution(
    store: Store, *, institution_id: InstitutionId, text: InstitutionText, tag: str, words: str
) -> None:
    """Write one language's name, short name or city; the other side then needs review.

    Raises `NotPossible` where an institution would be left without any name.
    """
    with store.read() as db:
        row = found(db, Institution, institution_id)
        if text == "name" and not row.name.edited(tag, words):
            raise NotPossible(_("An institution needs a name in at least one language."))
    _edit(store, institution_id, lambda one: setattr(one, text, getattr(one, text).edited(tag, words)))


def confirm_institution(store: Store, *, institution_id: InstitutionId, text: InstitutionText, tag: str) -> None:
    """Declare one language's text right as it stands."""
    _edit(store, institution_id, lambda one: setattr(one, text, getattr(one, text).confirmed(tag)))


def set_institution_country(store: Store, *, institution_id: InstitutionId, country: str) -> None:
    """Say in which country an institution is; an ISO 3166-1 alpha-2 code or ""."""
    _edit(store, institution_id, lambda one: setattr(one, "country", country))


def set_institution_kind(store: Store, *, institution_id: InstitutionId, kind: InstitutionKind | None) -> None:
    """Say what an institution is."""
    _edit(store, institution_id, lambda one: setattr(one, "kind", kind))


def set_parent(store: Store, *, institution_id: InstitutionId, parent_id: InstitutionId | None) -> None:
    """Say which institution this one belongs to, a school to its university; None for none.

    Raises `NotPossible` where an institution would belong to itself, directly or through others.
    """
    with store.read() as db:
        above = found(db, Institution, parent_id) if parent_id else None
        while above is not None:
            if above.id == institution_id:
                raise NotPossible(_("An institution can't belong to itself. Choose another one above it, or none."))
            above = above.parent
    _edit(store, institution_id, lambda one: setattr(one, "parent_id", parent_id))


def institution_words(name: LocalizedText) -> dict[str, str]:
    """An institution as a step's values keep it."""
    return by_language("institution", zh=name.best(ZH), en=name.best(EN))


def _edit(store: Store, institution_id: InstitutionId, change: Callable[[Institution], None]) -> None:
    with store.read() as db:
        values = institution_words(found(db, Institution, institution_id).name)
    with store.step(StepKind.EDIT_INSTITUTION, **values) as db:
        change(found(db, Institution, institution_id))
