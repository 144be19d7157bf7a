"""What the panel of answers says: states in a word with a tone, sentences about single answers, who is called how."""

from typing import Final

from forumplanner import i18n
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.gui import reading
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.replies.standing import Said, session_titles
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _
from forumplanner.invitations.verdicts import Look, deed, sentence
from forumplanner.snapshots.telling import ReplyLine

WORDS: Final[dict[Said, Text]] = {
    Said.YES: lambda: _("Accepted"),
    Said.NO: lambda: _("Declined"),
    Said.MAYBE: lambda: _("Maybe"),
    Said.SILENT: lambda: _("No answer"),
}
TONES: Final = {Said.YES: "ok", Said.NO: "danger", Said.MAYBE: "warn", Said.SILENT: ""}
COLOURS: Final = {Said.YES: "ok", Said.MAYBE: "warn", Said.NO: "danger", Said.SILENT: "text3"}
MEANINGS: Final[tuple[tuple[Participation, Text], ...]] = (
    (Participation.ACCEPTED, lambda: _("Accepted")),
    (Participation.DECLINED, lambda: _("Declined")),
    (Participation.TENTATIVE, lambda: _("Maybe")),
)


def word(said: Said) -> str:
    """A state in a word."""
    text = WORDS[said]
    return text if isinstance(text, str) else text()


def silent(status: InvitationStatus | None) -> str:
    """Of somebody who gave no answer, beside that, how far their invitation came."""
    no_answer = word(Said.SILENT)
    return f"{no_answer} · {reading.word(status)}" if status is not None else no_answer


def own_side(text: str) -> str:
    """Of “主旨报告 / Keynotes” what the reader of the window reads."""
    sides = text.split(" / ")
    return sides[0 if i18n.interface_language() == "zh-Hans" else -1] if len(sides) == 2 else text


def about(desk: Desk, session: str) -> str:
    """How a sentence calls a session, or the stay: by the forum's title."""
    tag = i18n.interface_language()
    if session == desk.plan.forum_id:
        titles = dict(zip(desk.plan.languages, desk.plan.plan.title, strict=False))
        return titles.get(tag) or " / ".join(desk.plan.plan.title)
    title = session_titles(desk).get(session, "")
    return _("“{session}”", session=own_side(title)) if title else ""


def who(desk: Desk, participant: str) -> str:
    """A person's name; of somebody who is gone the name on their last mail."""
    reader = desk.reader(participant)
    if reader is not None:
        return reader.name.shown(i18n.interface_language())
    return next((line.to_name for line in desk.messages if line.participant_id == participant), "")


def look(desk: Desk, line: ReplyLine) -> str:
    """What an answer says and what to do about it."""
    return sentence(
        Look(
            line.verdict,
            who(desk, line.participant_id) if line.participant_id else "",
            about(desk, line.session_id) if line.session_id else "",
            line.from_mailbox,
            line.participation,
            line.comment,
        )
    )


def alike(desk: Desk, line: ReplyLine) -> list[ReplyLine]:
    """Answers that one office sent for several people, this one among them."""
    if line.verdict is not Verdict.ANOTHER_SENDER or line.participation is None:
        return []
    return [
        one
        for one in desk.replies
        if one.verdict is line.verdict and one.from_mailbox == line.from_mailbox and not one.settled_by
    ]


def told(said: Participation | None, what: str) -> str:
    """What an answer says, without the person: “accepts Forum 3”."""
    phrase = deed(said, what or _("an invitation"))
    return phrase[:1].upper() + phrase[1:]
