"""The verb that takes over a filled planning workbook: read into a plan, told, applied in one step."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from forumplanner.actions import importing
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, forums_of, made, named, opened
from forumplanner.exchange import workbook
from forumplanner.files import write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import workbook as reading
from forumplanner.snapshots.forum_listing import ForumListing
from forumplanner.snapshots.import_plan import ImportPlan
from forumplanner.store import Store


def take_over(given: argparse.Namespace) -> int:
    """Import SOURCE into FILE, which is made where there is none; with --dry-run nothing is made or changed.

    Raises `FileRefused`, `WorkbookRefused`, `ForumNotChosen`, `PlanOutdated`, and what the store raises.
    """
    file, source = Path(given.file), Path(given.source)
    if not file.exists():
        if given.forum:
            _refuse_another(source, workbook.forum_slug(source), given.forum)
        plan = workbook.read(source)
        _tell(plan, given)
        if not given.dry_run:
            with made(file) as store:
                _apply(store, plan)
        return 0
    with opened(given.file, writable=not given.dry_run) as store:
        plan = _plan(store, source, given.forum)
        _tell(plan, given)
        if not given.dry_run:
            _apply(store, plan)
    return 0


def _plan(store: Store, source: Path, slug: str) -> ImportPlan:
    """What the workbook would do to the forum that is meant."""
    forum = _meant(store, source, slug)
    with store.read() as db:
        known = reading.known(db, None if forum is None else forum.key)
    return workbook.read(source, known)


def _meant(store: Store, source: Path, slug: str) -> ForumListing | None:
    """The forum of --forum, which the workbook must not contradict; else its own, else the only one; None for new."""
    forums, own = forums_of(store), workbook.forum_slug(source)
    if slug:
        forum = named(forums, slug)
        _refuse_another(source, own, slug)
        return forum
    if own:
        return next((forum for forum in forums if forum.slug == own), None)
    return chosen_forum(store, "") if forums else None


def _refuse_another(source: Path, own: str, slug: str) -> None:
    if own not in {"", slug}:
        raise workbook.WorkbookRefused(
            _(
                "“{name}” is about the forum “{own}”, not “{slug}”. "
                "Leave out --forum, or write “{slug}” as the code on its forum sheet. Nothing was changed.",
                name=source.name,
                own=own,
                slug=slug,
            )
        )


def _apply(store: Store, plan: ImportPlan) -> None:
    done = importing.apply(store, plan)
    if not done.done:
        output.say(_("This file says the same as what is known already. There was nothing to update."))
        return
    output.say(
        _(
            "Taken into “{slug}”: {added} added, {changed} changed. One “undo” takes it all back.",
            slug=plan.forum_slug,
            added=done.added,
            changed=done.changed,
        )
    )


def _tell(plan: ImportPlan, given: argparse.Namespace) -> None:
    """What the plan does: every line of it in a dry run, else counts, with what was repaired or left out on stderr."""
    tag = interface_language()
    if given.report:
        write_atomically(Path(given.report), workbook.report(plan))
    if given.dry_run:
        output.say(workbook.dry_run(plan, tag))
        return
    for count in plan.counts:
        output.say(
            _(
                "{sheet}: {added} new, {changed} changed, {same} the same, {rejected} left out",
                sheet=count.title[tag],
                added=count.added,
                changed=count.changed,
                same=count.same,
                rejected=count.rejected,
            )
        )
    for said in _remarks(plan, tag):
        output.say_error(said)


def _remarks(plan: ImportPlan, tag: str) -> Iterator[str]:
    titles = {count.sheet: count.title[tag] for count in plan.counts}
    yield from (remark[tag] for remark in plan.remarks)
    for reject in plan.rejects:
        where = _("{sheet}, row {row}", sheet=titles.get(reject.sheet, str(reject.sheet)), row=reject.row)
        yield _("{where}: {why}", where=where, why=reject.why[tag])
    if plan.repairs:
        yield ngettext(
            "{n} cell was read as something else than what stands in it; --report lists it.",
            "{n} cells were read as something else than what stands in them; --report lists them.",
            len(plan.repairs),
        )
    for question in plan.open_questions():
        yield f"{question.message[tag]} {question.effect[tag]}"
