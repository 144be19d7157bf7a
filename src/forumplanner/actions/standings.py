"""Where directory and ledger disagree on a standing: the ledger takes up what the directory says, or the other way."""

import datetime as dt

from sqlalchemy import select

from forumplanner.actions import alliance
from forumplanner.actions.alliance import Circumstances
from forumplanner.actions.found import found
from forumplanner.actions.institutions import institution_words
from forumplanner.domain.ids import InstitutionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.ledger import roll
from forumplanner.domain.text import ZH
from forumplanner.queries import ledger
from forumplanner.records import Institution, LedgerEntry
from forumplanner.store import Store


def follow_directory(store: Store, *, institution_id: InstitutionId) -> None:
    """Enter into the ledger what the directory says: admitted, another standing, or left.

    The day is the directory's where it follows the last entry, else today. Raises `ledger_rules.ContradictsLedger`.
    """
    with store.read() as db:
        row = found(db, Institution, institution_id)
        own = select(LedgerEntry).where(LedgerEntry.institution_id == institution_id)
        entries = [ledger.of_record(one) for one in db.execute(own).scalars()]
        last = max((entry.since for entry in entries), default=dt.date.min)
        inside = roll(entries).standings.get(str(institution_id))
        wanted, since, occasion = row.standing, row.standing_since, row.standing_occasion
    day = since if wanted and since and since >= last else dt.datetime.now().astimezone().date()
    at = Circumstances(day=day, occasion={ZH: occasion} if occasion and wanted else {})
    if wanted is None:
        alliance.leave(store, institution_id=institution_id, at=at)
    elif inside is None:
        alliance.admit(store, institution_id=institution_id, standing=wanted, at=at)
    else:
        alliance.give_standing(store, institution_id=institution_id, standing=wanted, at=at)


def follow_ledger(store: Store, *, institution_id: InstitutionId) -> None:
    """Let the directory say what the ledger says at its end."""
    with store.read() as db:
        words = institution_words(found(db, Institution, institution_id).name)
    with store.step(StepKind.EDIT_LEDGER, **words) as db:
        alliance.keep_current(db, institution_id)
