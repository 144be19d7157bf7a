"""Verbs that read: forums, check."""

import argparse
import datetime as dt

from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain.kinds import Severity
from forumplanner.domain.labels import label
from forumplanner.domain.times import conference_day, day_range
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import forum_listing
from forumplanner.snapshots.checks import Acknowledged
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
    from forumplanner.checks.ways import with_ways  # noqa: PLC0415 - as above
    from forumplanner.queries import checks as checked  # noqa: PLC0415 - as above

    with opened(given.file) as store:
        forum, now = chosen_forum(store, given.forum), dt.datetime.now(tz=dt.UTC)
        with store.read() as db:
            snapshot = checked.load(db, forum_id=forum.key, now=now)
    today = conference_day(now, snapshot.zone)
    open_, accepted = checks.accepted(checks.run(snapshot), snapshot.acknowledged, today=today)
    if given.json:
        output.print_json([finding.as_json() for finding in (*with_ways(open_, snapshot), *accepted)])
    else:
        _print_findings(open_, accepted, whole=given.accepted)
    return 1 if any(finding.severity is Severity.ERROR for finding in open_) else 0


def _print_findings(findings: list[Finding], accepted: list[Finding], *, whole: bool) -> None:
    tag = interface_language()
    for finding in findings:
        output.say(_("{severity}: {message}", severity=label(finding.severity, tag), message=finding.message[tag]))
        output.say(f"    {finding.remedy[tag]}")
    for finding in accepted if whole else ():
        output.say(_("Accepted: {message}", message=finding.message[tag]))
        if finding.acknowledged:
            output.say(f"    {_because(finding.acknowledged)}")
    if findings:
        output.say_error(ngettext("{n} finding.", "{n} findings.", len(findings)))
    else:
        output.say_error(_("Nothing needs your attention."))
    if accepted and not whole:
        output.say_error(
            ngettext(
                "{n} more is accepted; --accepted shows it.",
                "{n} more are accepted; --accepted shows them.",
                len(accepted),
            )
        )


def _because(acknowledged: Acknowledged) -> str:
    told = {"by": acknowledged.by, "reason": acknowledged.reason}
    if acknowledged.until:
        return _("{by}: {reason} (until {day})", day=acknowledged.until.isoformat(), **told)
    return _("{by}: {reason}", **told)
