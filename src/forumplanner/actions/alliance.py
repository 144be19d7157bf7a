"""What a secretary does with the ledger of members: admit, give another standing, let go, name who was only counted.

An institution whose standing only the directory knows has an entry that is not kept yet; its key is the institution's
own. A verb on such an entry keeps it first. Every verb leaves the institution's current standing as the ledger says.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions import ledger_rules as rules
from forumplanner.actions.found import NoLongerThere, NotPossible, found
from forumplanner.actions.institutions import institution_words, known_by_name
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.ids import ForumId, InstitutionId, ItemId, LedgerEntryId, new_id
from forumplanner.domain.kinds import Standing, StepKind
from forumplanner.domain.ledger import roll
from forumplanner.domain.newcomers import language_of
from forumplanner.domain.text import ZH, LocalizedText, tidy
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized
from forumplanner.queries import ledger
from forumplanner.records import Institution, LedgerEntry
from forumplanner.store import Store

EntryText = Literal["occasion", "resolution"]
"""The texts of an entry in both languages."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where and by which text something came about; `day`, else the `year` alone, else neither."""

    day: dt.date | None = None
    year: int | None = None
    occasion: Mapping[str, str] = field(default_factory=dict)
    forum_id: ForumId | None = None
    item_id: ItemId | None = None
    resolution: Mapping[str, str] = field(default_factory=dict)


def admit(
    store: Store,
    *,
    institution_id: InstitutionId | None = None,
    name: str = "",
    standing: Standing = Standing.MEMBER,
    at: Circumstances | None = None,
) -> LedgerEntryId:
    """Admit an institution of the directory, or one by its `name`, which is made where nobody has it.

    Raises `ledger_rules.ContradictsLedger` where it belongs to the alliance already, `NotPossible` without either.
    """
    if institution_id is None:
        with store.read() as db:
            known = known_by_name(db, named_or_refused(name))
            institution_id = InstitutionId(known.id) if known else None
    if institution_id is None:
        return _admit_new(store, tidy(name), standing, at or Circumstances())
    return _enter(store, AllianceChange.ADMITTED, institution_id, standing, at)


def give_standing(
    store: Store, *, institution_id: InstitutionId, standing: Standing, at: Circumstances | None = None
) -> LedgerEntryId:
    """Record that a member got another standing. Raises `ledger_rules.ContradictsLedger` for one that is no member."""
    return _enter(store, AllianceChange.STANDING, institution_id, standing, at)


def leave(store: Store, *, institution_id: InstitutionId, at: Circumstances | None = None) -> LedgerEntryId:
    """Record that a member left. Raises `ledger_rules.ContradictsLedger` for one that is, or was then, no member."""
    return _enter(store, AllianceChange.LEFT, institution_id, None, at)


def count_unnamed(
    store: Store,
    *,
    number: int,
    standing: Standing = Standing.MEMBER,
    change: AllianceChange = AllianceChange.ADMITTED,
    at: Circumstances | None = None,
) -> LedgerEntryId:
    """Enter members that a source counts without naming them; `change` says whether they came or went.

    Raises `NotPossible` for fewer than one, `ledger_rules.ContradictsLedger` where fewer are there than leave.
    """
    if number < 1:
        raise NotPossible(_("Say how many institutions there are, at least one."))
    made, entry_id = at or Circumstances(), LedgerEntryId(new_id())
    row = _record(entry_id, change, made)
    row.unnamed, row.standing = number, standing
    with store.read() as db:
        rules.check(db, add=ledger.of_record(row))
    with store.step(StepKind.ADMIT_MEMBER, **_unnamed_words(number)) as db:
        row.position = next_position(db, LedgerEntry.position, LedgerEntry.id.is_not(None))
        db.add(row)
    return entry_id


def name_unnamed(
    store: Store, *, entry_id: LedgerEntryId, institution_id: InstitutionId | None = None, name: str = ""
) -> LedgerEntryId:
    """Name one of the institutions that an entry only counts: the count falls by one, the name has the same history.

    The institution is one of the directory, or one by its `name`, which is made where nobody has it. Returns the named
    one's entry; the last one named takes the counting entry with it. Raises `ledger_rules.ContradictsLedger` for an
    institution that is a member already, `NotPossible` for a named entry.
    """
    made = LedgerEntryId(new_id())
    with store.read() as db:
        counted = found(db, LedgerEntry, entry_id)
        if counted.institution_id is not None or counted.unnamed < 1:
            raise NotPossible(_("This entry names its institution already."))
        known = found(db, Institution, institution_id) if institution_id else known_by_name(db, named_or_refused(name))
        text = known.name if known else LocalizedText.of({language_of(tidy(name)): name})
        key = InstitutionId(known.id if known else new_id())
        rules.check(db, add=replace(ledger.of_record(counted), id=str(made), institution=str(key), unnamed=0))
    with store.step(StepKind.NAME_MEMBER, **institution_words(text)) as db:
        if known is None:
            db.add(Institution(id=key, name=text))
        counted = found(db, LedgerEntry, entry_id)
        db.add(_named_twin(counted, made, key))
        counted.unnamed -= 1
        if not counted.unnamed:
            db.delete(counted)
        keep_current(db, key)
    return made


def set_entry_time(store: Store, *, entry_id: LedgerEntryId, day: dt.date | None, year: int | None = None) -> None:
    """Say on which day an entry came about, or in which year. Raises `ledger_rules.ContradictsLedger`."""

    def change(row: LedgerEntry) -> None:
        row.day, row.year = day, (None if day else year)

    _edit(store, entry_id, change)


def set_entry_standing(store: Store, *, entry_id: LedgerEntryId, standing: Standing) -> None:
    """Say which standing an entry gave."""
    _edit(store, entry_id, lambda row: setattr(row, "standing", standing))


def set_unnamed(store: Store, *, entry_id: LedgerEntryId, number: int) -> None:
    """Say how many institutions an entry counts without naming them."""
    if number < 1:
        raise NotPossible(_("Say how many institutions there are, at least one."))
    _edit(store, entry_id, lambda row: setattr(row, "unnamed", number))


def set_entry_item(
    store: Store, *, entry_id: LedgerEntryId, item_id: ItemId | None, forum_id: ForumId | None = None
) -> None:
    """Link an entry with the ceremony in a forum's programme, or with none."""

    def change(row: LedgerEntry) -> None:
        row.item_id, row.forum_id = item_id, forum_id if item_id else row.forum_id

    _edit(store, entry_id, change)


def write_entry(store: Store, *, entry_id: LedgerEntryId, text: EntryText, tag: str, words: str) -> None:
    """Write the occasion or the resolution in one language; the other side then needs review."""
    _edit(store, entry_id, lambda row: setattr(row, text, (getattr(row, text) or LocalizedText()).edited(tag, words)))


def confirm_entry(store: Store, *, entry_id: LedgerEntryId, text: EntryText, tag: str) -> None:
    """Declare one language's text right as it stands."""
    _edit(store, entry_id, lambda row: setattr(row, text, (getattr(row, text) or LocalizedText()).confirmed(tag)))


def remove_entry(store: Store, *, entry_id: LedgerEntryId) -> None:
    """Take an entry out of the ledger; one that only the directory knew takes the institution's standing with it."""
    with store.read() as db:
        words = _words(db, entry_id)
        rules.check(db, drop=str(entry_id))
    with store.step(StepKind.EDIT_LEDGER, **words) as db:
        row = db.get(LedgerEntry, entry_id)
        institution_id = row.institution_id if row else entry_id
        if row is not None:
            db.delete(row)
        if institution_id is not None:
            keep_current(db, institution_id)


def enter_in(db: Db, *, institution_id: uuid.UUID, row: LedgerEntry) -> None:
    """Put an entry about an institution at the end of the ledger, within the step at hand."""
    _keep_implied(db, institution_id)
    row.position = next_position(db, LedgerEntry.position, LedgerEntry.id.is_not(None))
    db.add(row)
    keep_current(db, institution_id)


def _enter(
    store: Store,
    change: AllianceChange,
    institution_id: InstitutionId,
    standing: Standing | None,
    at: Circumstances | None,
) -> LedgerEntryId:
    entry_id = LedgerEntryId(new_id())
    row = _record(entry_id, change, at or Circumstances())
    row.institution_id, row.standing = institution_id, standing
    with store.read() as db:
        words = institution_words(found(db, Institution, institution_id).name)
        rules.check(db, add=ledger.of_record(row))
    kind = StepKind.ADMIT_MEMBER if change is AllianceChange.ADMITTED else StepKind.EDIT_LEDGER
    with store.step(kind, **words) as db:
        enter_in(db, institution_id=institution_id, row=row)
    return entry_id


def _admit_new(store: Store, name: str, standing: Standing, at: Circumstances) -> LedgerEntryId:
    """Admit an institution that the directory doesn't know yet."""
    entry_id, made = LedgerEntryId(new_id()), Institution(id=new_id(), name=LocalizedText.of({language_of(name): name}))
    row = _record(entry_id, AllianceChange.ADMITTED, at)
    row.institution_id, row.standing = made.id, standing
    with store.step(StepKind.ADMIT_MEMBER, **institution_words(made.name)) as db:
        key = made.id
        db.add(made)
        db.flush()
        enter_in(db, institution_id=key, row=row)
    return entry_id


def named_or_refused(name: str) -> str:
    """A name without white space around it. Raises `NotPossible` for none."""
    if not tidy(name):
        raise NotPossible(_("Choose an institution, or type its name."))
    return tidy(name)


def _record(entry_id: LedgerEntryId, change: AllianceChange, at: Circumstances) -> LedgerEntry:
    return LedgerEntry(
        id=entry_id,
        change=change,
        unnamed=0,
        position=0,
        day=at.day,
        year=None if at.day else at.year,
        occasion=LocalizedText.of(at.occasion),
        forum_id=at.forum_id,
        item_id=at.item_id,
        resolution=LocalizedText.of(at.resolution),
    )


def _named_twin(counted: LedgerEntry, key: LedgerEntryId, institution_id: InstitutionId) -> LedgerEntry:
    return LedgerEntry(
        id=key,
        institution_id=institution_id,
        change=counted.change,
        standing=counted.standing,
        day=counted.day,
        year=counted.year,
        occasion=counted.occasion,
        forum_id=counted.forum_id,
        item_id=counted.item_id,
        resolution=counted.resolution,
        position=counted.position,
    )


def _edit(store: Store, entry_id: LedgerEntryId, change: Callable[[LedgerEntry], None]) -> None:
    with store.read() as db:
        words = _words(db, entry_id)
        row = db.get(LedgerEntry, entry_id) or _implied_record(found(db, Institution, entry_id))
        db.expunge_all()
        change(row)
        rules.check(db, add=ledger.of_record(row), drop=str(entry_id))
    with store.step(StepKind.EDIT_LEDGER, **words) as db:
        _keep_implied(db, entry_id)
        row = found(db, LedgerEntry, entry_id)
        change(row)
        if row.institution_id is not None:
            keep_current(db, row.institution_id)


def _words(db: Db, entry_id: LedgerEntryId) -> dict[str, str]:
    row = db.get(LedgerEntry, entry_id)
    if row is not None and row.institution_id is None:
        return _unnamed_words(row.unnamed)
    institution = db.get(Institution, row.institution_id if row else entry_id)
    if institution is None:
        raise NoLongerThere(_("What you wanted to change has been removed in the meantime. Nothing was changed."))
    return institution_words(institution.name)


def _unnamed_words(number: int) -> dict[str, str]:
    said = localized("{number} without a name", number=number)
    return {f"institution.{tag}": text for tag, text in said.items()}


def _implied_record(row: Institution) -> LedgerEntry:
    """The entry of an institution of which only the directory knows that it is a member."""
    return LedgerEntry(
        id=row.id,
        institution_id=row.id,
        change=AllianceChange.ADMITTED,
        standing=row.standing,
        day=row.standing_since,
        occasion=LocalizedText.of({ZH: row.standing_occasion}),
        unnamed=0,
        position=0,
    )


def _keep_implied(db: Db, institution_id: uuid.UUID) -> None:
    """Keep the entry of an institution that has a standing and no entry."""
    row = db.get(Institution, institution_id)
    known = select(LedgerEntry.id).where(LedgerEntry.institution_id == institution_id)
    if row is not None and row.standing is not None and db.execute(known).first() is None:
        db.add(_implied_record(row))
        db.flush()


def keep_current(db: Db, institution_id: uuid.UUID) -> None:
    """Write into the directory what the ledger says at its end, within the step at hand."""
    db.flush()
    rows = list(db.execute(select(LedgerEntry).where(LedgerEntry.institution_id == institution_id)).scalars())
    row = found(db, Institution, institution_id)
    row.standing = roll(map(ledger.of_record, rows)).standings.get(str(institution_id))
    telling = [one for one in rows if one.change is not AllianceChange.LEFT]
    last = max(telling, key=lambda one: ledger.of_record(one).order, default=None) if row.standing else None
    row.standing_since = last.day if last else None
    row.standing_occasion = last.occasion.best(ZH)[:200] if last else ""
