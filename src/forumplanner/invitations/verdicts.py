"""What an answer says and what is to be done about it, one sentence for each verdict, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.replies import Participation, Verdict
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext


@dataclass(frozen=True, slots=True)
class Look:
    """An answer in words: `who` was invited to `what`, `sender` wrote, `said` is the answer, `comment` its words.

    `who` and `what` are "" where nobody knows; `sender` is the mailbox.
    """

    verdict: Verdict
    who: str = ""
    what: str = ""
    sender: str = ""
    said: Participation | None = None
    comment: str = ""


def sentence(look: Look) -> str:
    """Who answered what to what, and what to do; one or two short sentences."""
    called = {
        "who": look.who or look.sender or _("Somebody"),
        "what": look.what or _("an invitation"),
        "sender": look.sender or _("Somebody"),
        "reason": look.comment or _("no reason given"),
    }
    return _SENTENCES[look.verdict]({**called, "answer": deed(look.said, called["what"])})


def deed(said: Participation | None, what: str) -> str:
    """What somebody does by an answer: “accepts Forum 3”."""
    if said is Participation.ACCEPTED:
        return _("accepts {what}", what=what)
    if said is Participation.DECLINED:
        return _("declines {what}", what=what)
    if said is Participation.TENTATIVE:
        return _("may come to {what}", what=what)
    return _("writes about {what}", what=what)


_Told = Mapping[str, str]

_SENTENCES: Final[Mapping[Verdict, Callable[[_Told], str]]] = {
    Verdict.TAKEN: lambda told: _("{who} {answer}.", **told),
    Verdict.REPEATED: lambda told: _("{who} {answer}. This is known already.", **told),
    Verdict.OLDER: lambda told: _("{who} {answer}, but a newer word counts. Nothing is to be done.", **told),
    Verdict.NO_REPLY: lambda told: _(
        "The mail of {sender} holds an invitation or a notice, no answer. Read it; if it means something, note it at "
        "the person.",
        **told,
    ),
    Verdict.UNKNOWN_UID: lambda told: _(
        "{sender} {answer}, but no mail of this forum sent it. Say whose answer it is, or put it aside.", **told
    ),
    Verdict.SEVERAL_PEOPLE: lambda told: _(
        "The mail of {sender} answers for several people at once. Note what it says at each of them.", **told
    ),
    Verdict.ANOTHER_PERSON: lambda told: _(
        "{sender} {answer}, to which {who} was invited. Count it if this is an address of {who}; if the mail was "
        "passed on to somebody else, put it aside.",
        **told,
    ),
    Verdict.ANOTHER_SENDER: lambda told: _(
        "{sender} writes that {who} {answer}. Count it if this address speaks for them; else ask them.", **told
    ),
    Verdict.TOO_NEW: lambda told: _(
        "{who} {answer}, but answers a version that was never sent; it may be forged. Ask {who} before you take it.",
        **told,
    ),
    Verdict.NO_TIME: lambda told: _(
        "{who} {answer}, but the answer doesn’t say when it was given, or names a day to come. Count it unless you "
        "know of a newer one.",
        **told,
    ),
    Verdict.NO_ANSWER: lambda told: _(
        "{who} wrote about {what} but said neither yes nor no. Read the mail, then say what it means.", **told
    ),
    Verdict.DELEGATED: lambda told: _(
        "{who} sends somebody else to {what}. Name that person on the page of people, then take it as a no.", **told
    ),
    Verdict.OTHER_TIME: lambda told: _(
        "{who} asks for another time for {what}. The plan stays; speak with {who}, then say what was agreed.", **told
    ),
    Verdict.CANCELLED: lambda told: _(
        "{who} {answer}, which was cancelled for them. Make sure that {who} knows, then put it aside.", **told
    ),
    Verdict.GONE: lambda told: _(
        "{sender} {answer}, but is no longer on the list of participants. Put them back on the list, or write to them.",
        **told,
    ),
    Verdict.NOTED_OTHERWISE: lambda told: _(
        "{who} {answer} by mail, but something else was noted later. Ask {who} what holds.", **told
    ),
    Verdict.BOUNCED: lambda told: _(
        "The mail to {who} came back ({reason}), so it told them nothing. Correct the address; the mail is then "
        "proposed again.",
        **told,
    ),
    Verdict.COPY_BOUNCED: lambda told: _(
        "The mail to {who} was passed on to {sender}, and that copy came back ({reason}). {who} has the mail itself; "
        "put this aside.",
        **told,
    ),
    Verdict.SET_ASIDE: lambda told: _("{who} {answer}; somebody put this aside.", **told),
}


def tally(verdicts: Mapping[Verdict, int], *, returned: int = 0, refused: int = 0, strangers: int = 0) -> str:
    """What came of a whole delivery, such as “Took 12 answers. 2 answers need a look.”, for the status line."""
    known = verdicts.get(Verdict.REPEATED, 0) + verdicts.get(Verdict.OLDER, 0)
    taken = verdicts.get(Verdict.TAKEN, 0)
    look = sum(verdicts.values()) - known - taken
    said = [
        ngettext("Took {n} answer.", "Took {n} answers.", taken) if taken else "",
        ngettext("{n} answer needs a look.", "{n} answers need a look.", look) if look else "",
        ngettext("{n} was known already.", "{n} were known already.", known) if known else "",
        ngettext("{n} mail came back.", "{n} mails came back.", returned) if returned else "",
        ngettext("{n} file held no answer.", "{n} files held no answer.", refused) if refused else "",
        ngettext("{n} is not about this forum.", "{n} are not about this forum.", strangers) if strangers else "",
    ]
    return _apart().join(filter(None, said)) or _("No answers came in.")


def foreign(mailbox: str) -> str:
    """A mail came back that this forum never sent."""
    return _("A mail to {mailbox} came back, but this forum sent none such. Nothing was changed.", mailbox=mailbox)


def _apart() -> str:
    """What stands between two sentences; Chinese needs nothing."""
    return "" if interface_language() == "zh-Hans" else " "
