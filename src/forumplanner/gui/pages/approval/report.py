"""The report of what deviates from an approval, as text in both languages: to be copied into a letter or a chat."""

from forumplanner.domain import approval_words
from forumplanner.domain.countries import country_name
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import in_language, interface_language
from forumplanner.snapshots.approval import ApprovalLine, Approvals


def report(found: Approvals, line: ApprovalLine) -> str:
    """Chinese first, then English; one line a departure, and what could not be compared."""
    return "\n\n".join(_in_language(found, line, tag) for tag in (ZH, EN))


def _in_language(found: Approvals, line: ApprovalLine, tag: str) -> str:
    title = found.now.titles[0].best(tag) if found.now.titles else ""
    head = in_language(tag, "{title}: beside the approval {reference}", title=title, reference=called(line, tag))
    said = [approval_words.said(one, tag, found.words) for one in line.deviations]
    said = said or [in_language(tag, "Everything is as approved.")]
    return "\n".join([head, *said, *approval_words.remarks(line.approved, tag)])


def approved_list(line: ApprovalLine) -> str:
    """Everybody on the approved list, a line each: both names, country, institution, to be pasted into a table."""
    tag = interface_language()
    return "\n".join(
        "\t".join((one.zh, one.latin, country_name(one.country, tag) if one.country else "", one.institution))
        for one in line.approved.listed or ()
    )


def called(line: ApprovalLine, tag: str) -> str:
    """How an approval is named: its number, else who gave it, else its day."""
    day = line.approved_on.isoformat() if line.approved_on else ""
    return line.reference or line.authority.best(tag) or day or in_language(tag, "without a number")
