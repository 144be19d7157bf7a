"""What the ledger of members can not say: admitted twice, gone before admitted; each refusal shows a way on."""

from dataclasses import replace

from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible
from forumplanner.domain.ledger import Entry, Fault, faults
from forumplanner.domain.times import day_long
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.queries import ledger
from forumplanner.records import Institution


class ContradictsLedger(NotPossible):
    """An entry can't be true beside the others; `fault` says why."""

    def __init__(self, sentence: str, fault: Fault) -> None:
        super().__init__(sentence)
        self.fault = fault


def check(db: Db, *, add: Entry | None = None, drop: str = "") -> None:
    """Refuse a ledger with `add` and without `drop` that would hold more contradictions than it does.

    Raises `ContradictsLedger`. What contradicted itself before, from a file, stands in nobody's way.
    """
    known = ledger.entries(db)
    before = faults(known)
    if add is not None and all(entry.id != add.id for entry in known):
        add = replace(add, position=max((entry.position for entry in known), default=0) + 1)
    kept = [entry for entry in known if entry.id != drop]
    after = faults([*kept, add] if add else kept)
    fresh = [(key, fault) for key, fault in after.items() if key not in before or before[key] is not fault]
    if not fresh:
        return
    key, fault = next((one for one in fresh if add is not None and one[0] == add.id), fresh[0])
    about = next(entry for entry in (*kept, *([add] if add else [])) if entry.id == key)
    raise ContradictsLedger(_sentence(db, about, fault, [entry for entry in kept if entry.id != key]), fault)


def _sentence(db: Db, entry: Entry, fault: Fault, others: list[Entry]) -> str:
    if fault is Fault.TOO_FEW_UNNAMED:
        return _("Fewer members without a name are counted until then than are to leave. Count fewer, or name them.")
    name = _name(db, entry)
    if fault is Fault.NOT_A_MEMBER:
        return _(
            "{institution} is no member at that time: an admission has to stand before it. Choose a later day, or enter"
            " the admission first.",
            institution=name,
        )
    own = [other for other in others if other.institution == entry.institution]
    first = min(own, key=lambda other: other.order, default=None)
    return _(
        "{institution} belongs to the alliance already{since}. Give it another standing instead, or enter first that it"
        " left.",
        institution=name,
        since=_since(first),
    )


def _since(entry: Entry | None) -> str:
    if entry is None or entry.in_year is None:
        return ""
    when = day_long(entry.day, interface_language()) if entry.day else str(entry.in_year)
    return _(" (since {when})", when=when)


def _name(db: Db, entry: Entry) -> str:
    row = db.get(Institution, ledger.key_of(entry))
    return row.name.best(interface_language()) if row else ""
