"""Who is still to be confirmed: marked in issues for comments, in final ones only named before printing."""

from collections.abc import Iterator

from forumplanner.documents.agenda.sheet import Job
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import ReleaseKind
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaPerson

_PLAIN = frozenset({ReleaseKind.FINAL, ReleaseKind.ON_SITE})


def marks_provisional(kind: ReleaseKind | None, wish: str = "") -> bool:
    """Whether an issue of that kind (None: a draft) marks them; `wish` "mark" or "plain" decides otherwise."""
    return wish == "mark" if wish else kind not in _PLAIN


def note_unconfirmed(job: Job) -> None:
    """Name everybody who is still to be confirmed where the paper itself doesn't say so."""
    if job.marks_provisional:
        return
    for where, person in _people(job):
        if person.provisional:
            job.inspection.note(Trouble.UNCONFIRMED, where, job.one_line(person.names) or person.shown)


def _people(job: Job) -> Iterator[tuple[str, AgendaPerson]]:
    """Everybody with the place where they stand: "14:20 title", or the session's title for those who lead."""
    for session in (session for day in job.paper.days for session in day.sessions):
        for part in session.parts:
            lead = next(filter(None, session.title), "")
            yield from ((lead, person) for person in (*part.chairs, *part.people))
            for item in part.items:
                title = next(filter(None, (*item.title, *item.kind_label)), "")
                where = f"{clock(item.start)} {title}" if item.start is not None else title
                everybody = (*item.people, *(person for act in item.acts for person in act.people))
                yield from ((where, person) for person in everybody)
