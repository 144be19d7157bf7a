"""Verbs that read: forums, check."""

import argparse

from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain.kinds import Severity
from forumplanner.domain.labels import label
from forumplanner.domain.times import day_range
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import forum_listing
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.forum_listing import ForumListing


def forums(given: argparse.Namespace) -> int:
    """Slug, titles, dates and counts of each forum."""
    with opened(given.file) as store, store.read() as db:
        found = forum_listing.load(db)
    if given.json:
        output.print_json([forum.as_json() for forum in found])
        return 0
    for forum in found:
        output.say(_listed(forum))
    if not found:
        output.say_error(_("This planner file holds no forum yet. Make one in the window, or import a workbook."))
    return 0


def _listed(forum: ForumListing) -> str:
    tag = interface_language()
    counts = forum.counts
    lines = [forum.slug]
    lines += [f"    {title.get(tag) or next(iter(title.values()), '')}" for title in forum.titles]
    when = " · ".join(filter(None, (forum.city.get(tag, ""), day_range(forum.starts_on, forum.ends_on, tag))))
    lines += [f"    {when}"] if when else []
    tally = (
        ngettext("{n} participant", "{n} participants", counts["participants"]),
        ngettext("{n} delegation", "{n} delegations", counts["delegations"]),
        ngettext("{n} session", "{n} sessions", counts["sessions"]),
        ngettext("{n} item", "{n} items", counts["items"]),
        ngettext("{n} badge", "{n} badges", counts["badges"]),
    )
    return "\n".join([*lines, "    " + _(", ").join(tally)])


def check(given: argparse.Namespace) -> int:
    """What needs attention in a forum; 1 where anything is an error that nobody has accepted."""
    from forumplanner import checks  # noqa: PLC0415 - only this verb needs them
    from forumplanner.queries import checks as checked  # noqa: PLC0415 - as above

    with opened(given.file) as store:
        forum = chosen_forum(store, given.forum)
        with store.read() as db:
            snapshot = checked.load(db, forum_id=forum.key)
    findings = checks.run(snapshot)
    if given.json:
        output.print_json([finding.as_json() for finding in findings])
    else:
        _print_findings(findings)
    return 1 if any(f.severity is Severity.ERROR and f.acknowledged is None for f in findings) else 0


def _print_findings(findings: list[Finding]) -> None:
    tag = interface_language()
    for finding in findings:
        output.say(_("{severity}: {message}", severity=label(finding.severity, tag), message=finding.message[tag]))
        output.say(f"    {finding.remedy[tag]}")
    if findings:
        output.say_error(ngettext("{n} finding.", "{n} findings.", len(findings)))
    else:
        output.say_error(_("Nothing needs your attention."))
