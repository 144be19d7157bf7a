"""What a secretary does with the register of appointments and honours: enter, number, hand over."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.actions.offices import check_term
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.domain.ids import AppointmentId, ForumId, InstitutionId, ItemId, PersonId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.serials import next_number
from forumplanner.domain.text import EN, ZH, LocalizedText, tidy
from forumplanner.i18n import gettext as _
from forumplanner.records import Appointment, Forum
from forumplanner.store import Store

AppointmentText = Literal["title", "resolution"]
"""The texts of an entry in both languages."""


def add_appointment(
    store: Store,
    *,
    forum_id: ForumId | None,
    kind: AppointmentKind = AppointmentKind.APPOINTMENT,
    person_id: PersonId | None = None,
    institution_id: InstitutionId | None = None,
    title: Mapping[str, str] | None = None,
) -> AppointmentId:
    """Enter an appointment or honour at the end of the register, with the next number of its row.

    Raises `NotPossible` without a recipient.
    """
    if person_id is None and institution_id is None:
        raise NotPossible(_("Choose who receives it: a person or an institution."))
    made = AppointmentId(new_id())
    row = Appointment(id=made, forum_id=forum_id, kind=kind, person_id=person_id, institution_id=institution_id)
    row.title, row.handed_over = LocalizedText.of(title), False
    with store.step(StepKind.EDIT_APPOINTMENTS, **_words(row)) as db:
        enter_in(db, row)
    return made


def enter_in(db: Db, row: Appointment) -> None:
    """Put an entry at the end of the register, numbered unless it has a number, within the step at hand."""
    row.number = row.number or next_free(db, row.forum_id)
    row.position = next_position(db, Appointment.position, Appointment.id.is_not(None))
    db.add(row)


def next_free(db: Db, forum_id: uuid.UUID | None) -> str:
    """The number that follows the last one given, in the year of the forum, else of today."""
    db.flush()
    numbers = db.execute(select(Appointment.number).order_by(Appointment.position, Appointment.id)).scalars()
    forum = db.get(Forum, forum_id) if forum_id else None
    day = (forum.starts_on if forum else None) or dt.datetime.now().astimezone().date()
    return next_number(list(numbers), year=day.year)


def number_all(store: Store) -> int:
    """Give every entry without a number the next one, in the order of the register; how many got one."""
    with store.read() as db:
        bare = [row for row in _in_order(db) if not row.number]
        if not bare:
            return 0
        words = _words(bare[0])
    with store.step(StepKind.EDIT_APPOINTMENTS, **words) as db:
        for row in _in_order(db):
            if not row.number:
                row.number = next_free(db, row.forum_id)
    return len(bare)


def set_number(store: Store, *, appointment_id: AppointmentId, number: str) -> None:
    """Write the serial number; twins and gaps are shown, not refused."""
    _edit(store, appointment_id, lambda row: setattr(row, "number", tidy(number)))


def set_appointment_kind(store: Store, *, appointment_id: AppointmentId, kind: AppointmentKind) -> None:
    """Say what is handed over."""
    _edit(store, appointment_id, lambda row: setattr(row, "kind", kind))


def set_recipient(
    store: Store, *, appointment_id: AppointmentId, person_id: PersonId | None, institution_id: InstitutionId | None
) -> None:
    """Say who receives it; one of the two."""

    def change(row: Appointment) -> None:
        row.person_id, row.institution_id = person_id, institution_id

    _edit(store, appointment_id, change)


def write_appointment(
    store: Store, *, appointment_id: AppointmentId, text: AppointmentText, tag: str, words: str
) -> None:
    """Write title or text in one language; the other side then needs review."""
    _edit(store, appointment_id, lambda row: setattr(row, text, getattr(row, text).edited(tag, words)))


def confirm_appointment(store: Store, *, appointment_id: AppointmentId, text: AppointmentText, tag: str) -> None:
    """Declare one language's text right as it stands."""
    _edit(store, appointment_id, lambda row: setattr(row, text, getattr(row, text).confirmed(tag)))


def set_appointment_term(
    store: Store, *, appointment_id: AppointmentId, since: dt.date | None, until: dt.date | None
) -> None:
    """Say for which term it holds; None is open. Raises `offices.EndsBeforeItBegins`."""
    check_term(since, until)

    def change(row: Appointment) -> None:
        row.since, row.until = since, until

    _edit(store, appointment_id, change)


def set_issued_on(store: Store, *, appointment_id: AppointmentId, day: dt.date | None) -> None:
    """Say of which day the document is."""
    _edit(store, appointment_id, lambda row: setattr(row, "issued_on", day))


def set_appointment_item(store: Store, *, appointment_id: AppointmentId, item_id: ItemId | None) -> None:
    """Link an entry with its ceremony; the single act of another ceremony is let go."""

    def change(row: Appointment) -> None:
        if row.item_id != item_id:
            row.item_id, row.act_id = item_id, None

    _edit(store, appointment_id, change)


def set_presenter(store: Store, *, appointment_id: AppointmentId, presenter: str) -> None:
    """Write who hands it over."""
    _edit(store, appointment_id, lambda row: setattr(row, "presenter", tidy(presenter)))


def hand_over(store: Store, *, appointment_id: AppointmentId, done: bool = True) -> None:
    """Tick that it was handed over, or take the tick back."""
    _edit(store, appointment_id, lambda row: setattr(row, "handed_over", done))


def move_appointment(store: Store, *, appointment_id: AppointmentId, by: int) -> bool:
    """Move an entry `by` places in the register; numbers stay with their entries. False at the edge."""
    with store.read() as db:
        order = [row.id for row in _in_order(db)]
        words = _words(found(db, Appointment, appointment_id))
    place = order.index(appointment_id) + by
    if not 0 <= place < len(order):
        return False
    with store.step(StepKind.EDIT_APPOINTMENTS, **words) as db:
        rows = _in_order(db)
        rows.insert(place, rows.pop(order.index(appointment_id)))
        for position, row in enumerate(rows):
            row.position = position
    return True


def remove_appointment(store: Store, *, appointment_id: AppointmentId) -> None:
    """Take an entry out of the register; its number becomes a gap that the register shows."""
    with store.read() as db:
        words = _words(found(db, Appointment, appointment_id))
    with store.step(StepKind.EDIT_APPOINTMENTS, **words) as db:
        db.delete(found(db, Appointment, appointment_id))


def _in_order(db: Db) -> list[Appointment]:
    return list(db.execute(select(Appointment).order_by(Appointment.position, Appointment.id)).scalars())


def _words(row: Appointment) -> dict[str, str]:
    return titled(row.title or LocalizedText.of({ZH: label(row.kind, ZH), EN: label(row.kind, EN)}))


def _edit(store: Store, appointment_id: AppointmentId, change: Callable[[Appointment], None]) -> None:
    with store.read() as db:
        words = _words(found(db, Appointment, appointment_id))
    with store.step(StepKind.EDIT_APPOINTMENTS, **words) as db:
        change(found(db, Appointment, appointment_id))
