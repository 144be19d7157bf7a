"""Check of the forum's own card: an address that calendar files and mails can come from."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, plain, words
from forumplanner.domain.mailboxes import is_mailbox
from forumplanner.i18n import localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind


def mailbox(facts: Facts) -> Iterator[Finding]:
    """A forum without a contact mailbox, or with text there that is no address ("office@uni,edu")."""
    address = facts.forum.mailbox.strip()
    if is_mailbox(address):
        return
    told = {"address": address}
    message = (
        localized(
            "“{address}” is no mail address, so calendar files name a neutral organiser nobody can answer.", **told
        )
        if address
        else localized("The forum has no mailbox, so calendar files name a neutral organiser nobody can answer.")
    )
    name = words(facts.forum.titles[0]) if facts.forum.titles else plain("")
    yield finding(
        FindingKind.FORUM_WITHOUT_MAILBOX,
        [Subject(SubjectKind.FORUM, facts.forum.id, name)],
        title=localized("The forum has no contact mailbox"),
        message=message,
        remedy=localized("Enter the address that the secretariat reads, before the first calendar file goes out."),
        place=Place(Page.FORUM, facts.forum.id),
        facts=(address,),
    )
