"""What a secretary does with the offices of an alliance: give one for a term, change the term, end it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import select

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import InstitutionId, ItemId, OfficeTermId, PersonId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.domain.times import day_long
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import Institution, OfficeTerm, Person
from forumplanner.store import Store

NOTHING: Final[Mapping[str, str]] = {}


class EndsBeforeItBegins(NotPossible):
    """A term is to end before its first day."""


def give_office(
    store: Store,
    *,
    office: AllianceOffice,
    institution_id: InstitutionId | None = None,
    person_id: PersonId | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    resolution: Mapping[str, str] = NOTHING,
) -> OfficeTermId:
    """Record who holds an office: an institution or a person, from one day until another (None: open).

    Two at once are kept and said by `queries.offices`, not refused: a file may have to say what was so.
    Raises `NotPossible` without a holder, `EndsBeforeItBegins`.
    """
    if institution_id is None and person_id is None:
        raise NotPossible(_("Choose who holds the office: an institution or a person."))
    check_term(since, until)
    made = OfficeTermId(new_id())
    with store.read() as db:
        if institution_id is not None:
            found(db, Institution, institution_id)
        if person_id is not None:
            found(db, Person, person_id)
    with store.step(StepKind.EDIT_OFFICES, **_words(office)) as db:
        row = OfficeTerm(id=made, office=office, institution_id=institution_id, person_id=person_id)
        row.since, row.until, row.resolution = since, until, LocalizedText.of(resolution)
        row.position = next_position(db, OfficeTerm.position, OfficeTerm.id.is_not(None))
        db.add(row)
    return made


def succeed(store: Store, *, term_id: OfficeTermId, on: dt.date) -> int:
    """End every other open term of the same office the day before `on`, the first day of this one; how many ended."""
    with store.read() as db:
        office = found(db, OfficeTerm, term_id).office
    eve = on - dt.timedelta(days=1)
    ended = 0
    with store.step(StepKind.EDIT_OFFICES, **_words(office)) as db:
        others = select(OfficeTerm).where(OfficeTerm.office == office, OfficeTerm.id != term_id)
        for row in db.execute(others).scalars():
            if (row.until is None or row.until >= on) and (row.since is None or row.since <= eve):
                row.until = eve
                ended += 1
        found(db, OfficeTerm, term_id).since = on
    return ended


def set_office(store: Store, *, term_id: OfficeTermId, office: AllianceOffice) -> None:
    """Say which office a term is about."""
    _edit(store, term_id, lambda row: setattr(row, "office", office))


def set_holder(
    store: Store, *, term_id: OfficeTermId, institution_id: InstitutionId | None, person_id: PersonId | None = None
) -> None:
    """Say who holds the office; one of the two."""

    def change(row: OfficeTerm) -> None:
        row.institution_id, row.person_id = institution_id, person_id

    _edit(store, term_id, change)


def set_term(store: Store, *, term_id: OfficeTermId, since: dt.date | None, until: dt.date | None) -> None:
    """Say from which day until which an office is held; None is open. Raises `EndsBeforeItBegins`."""
    check_term(since, until)

    def change(row: OfficeTerm) -> None:
        row.since, row.until = since, until

    _edit(store, term_id, change)


def set_office_item(store: Store, *, term_id: OfficeTermId, item_id: ItemId | None) -> None:
    """Link a term with the ceremony in which the office was taken."""
    _edit(store, term_id, lambda row: setattr(row, "item_id", item_id))


def write_office(store: Store, *, term_id: OfficeTermId, tag: str, words: str) -> None:
    """Write the resolution in one language; the other side then needs review."""
    _edit(store, term_id, lambda row: setattr(row, "resolution", row.resolution.edited(tag, words)))


def confirm_office(store: Store, *, term_id: OfficeTermId, tag: str) -> None:
    """Declare one language's resolution right as it stands."""
    _edit(store, term_id, lambda row: setattr(row, "resolution", row.resolution.confirmed(tag)))


def remove_office(store: Store, *, term_id: OfficeTermId) -> None:
    """Take a term out of the list."""
    with store.read() as db:
        words = _words(found(db, OfficeTerm, term_id).office)
    with store.step(StepKind.EDIT_OFFICES, **words) as db:
        db.delete(found(db, OfficeTerm, term_id))


def check_term(since: dt.date | None, until: dt.date | None) -> None:
    """Refuse a term that ends before it begins. Raises `EndsBeforeItBegins`."""
    if since and until and until < since:
        tag = interface_language()
        raise EndsBeforeItBegins(
            _(
                "The term would end on {until}, before it begins on {since}. Choose a later end, or leave it open.",
                until=day_long(until, tag),
                since=day_long(since, tag),
            )
        )


def _words(office: AllianceOffice) -> dict[str, str]:
    return by_language("office", zh=label(office, ZH), en=label(office, EN))


def _edit(store: Store, term_id: OfficeTermId, change: Callable[[OfficeTerm], None]) -> None:
    with store.read() as db:
        words = _words(found(db, OfficeTerm, term_id).office)
    with store.step(StepKind.EDIT_OFFICES, **words) as db:
        change(found(db, OfficeTerm, term_id))
