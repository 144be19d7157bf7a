"""The acts of a ceremony as rows below their item: number, what is signed or conferred, between whom, by whom."""

from forumplanner.documents.agenda.rows import ITEM_WIDTH, Row, Stack, acting
from forumplanner.documents.agenda.sheet import Job
from forumplanner.domain.colours import GREY
from forumplanner.snapshots.agenda import AgendaAct, AgendaItem

_PARTY_GAP = 1.2


def act_rows(job: Job, item: AgendaItem) -> list[Row]:
    """One row an act; the number stands where the time would, unless there is only one."""
    many = len(item.acts) > 1
    return [_row(job, act, f"({n})" if many else "") for n, act in enumerate(item.acts, start=1)]


def _row(job: Job, act: AgendaAct, number: str) -> Row:
    """The title, then the parties in the quieter type; parties alone stand for the title."""
    title, parties = (act.title, act.parties) if any(act.title) else (act.parties, ())
    where = job.one_line(title)
    stack: Stack = job.stack(title, job.type.item.regular(), ITEM_WIDTH, where, gap=0.8)
    if any(parties):
        below = job.stack(parties, job.type.abstract.coloured(GREY), ITEM_WIDTH, where, gap=0.6)
        stack += [(_PARTY_GAP, below[0][1]), *below[1:]] if below else []
    return Row("", "", number, None, stack, acting(job, act.people, where), padding=job.padding)
