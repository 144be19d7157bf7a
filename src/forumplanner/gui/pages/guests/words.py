"""A guest in words and signs: name, class, proof, status, and the tone of each; nothing here is a widget."""

import datetime as dt

from forumplanner import i18n
from forumplanner.domain.invitation_chain import QUIET_DAYS, comes, is_settled, place
from forumplanner.domain.kinds import ConsularRole, InvitationStatus
from forumplanner.domain.ranks import Proof
from forumplanner.gui import reading, texting
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestLine
from forumplanner.snapshots.wordings import NO_NAME, NameForms

PROOFS = {
    Proof.PROVEN: ("circle-check", "ok"),
    Proof.UNPROVEN: ("circle-question-mark", "warn"),
    Proof.BY_HAND: ("hand", "warn"),
}
"""Icon and tone of each mark; words stand beside it."""


def proof_words(proof: Proof) -> str:
    """What a mark means."""
    words = {
        Proof.PROVEN: _("Own record suffices"),
        Proof.UNPROVEN: _("Not proven: to be confirmed"),
        Proof.BY_HAND: _("Moved by hand, reason kept"),
    }
    return words[proof]


def day(value: dt.date, year: int) -> str:
    """A day in short, with its year where that isn't `year`, the forum's."""
    return texting.day_of_year(value) if year and value.year != year else texting.short_day(value)


def shown(name: NameForms) -> str:
    """A name for the reader."""
    return name.shown(i18n.interface_language())


def title(line: GuestLine) -> str:
    """The name, or that nobody is named yet, with the class if that is known."""
    if line.name != NO_NAME:
        return shown(line.name)
    return " ".join(filter(None, (_("(unnamed)"), class_words(line))))


def under(line: GuestLine, languages: tuple[str, ...]) -> str:
    """What stands below the name: the post; of others title and institution; whom somebody represents."""
    texts = [_instead_of(line), reading.words(line.post, languages), reading.words(line.institution, languages)]
    return " · ".join(filter(None, texts))


def _instead_of(line: GuestLine) -> str:
    """Whom a substitute represents: by name, else by class; "" for others."""
    if line.stands_for != NO_NAME:
        return _("for {name}", name=shown(line.stands_for))
    if not line.is_substitute:
        return ""
    return _("for the {rank}", rank=reading.word(line.absent_class)) if line.absent_class else _("for somebody else")


def class_words(line: GuestLine) -> str:
    """Class, or acting head; of an embassy's member the rank; of others the group."""
    if not line.consular:
        return reading.word(line.group) if line.group else ""
    if line.diplomatic_rank:
        return reading.word(line.diplomatic_rank)
    if line.role is ConsularRole.ACTING:
        return _("Acting head")
    own = reading.word(line.consular_class) if line.consular_class else ""
    return _("{rank} (honorary)", rank=own) if line.honorary and own else own


def basis(line: GuestLine) -> str:
    """What the place stands on."""
    return line.ranked.basis_in(i18n.interface_language()) if line.ranked else ""


def step_words(status: InvitationStatus | None) -> str:
    """The word at the end of the bar."""
    if status is None:
        return _("Nothing recorded")
    words = {
        InvitationStatus.TO_APPROVE: _("To approve"),
        InvitationStatus.APPROVED: _("FAO approved"),
        InvitationStatus.SUBSTITUTE_NAMED: _("Sends another"),
    }
    return words.get(status) or reading.word(status)


def status_words(line: GuestLine) -> str:
    """The word at the end of a row's bar: the guest's own status, of a substitute too."""
    return step_words(line.status)


def bar(line: GuestLine) -> tuple[int, str]:
    """How many of the six segments are filled, and in which tone."""
    done = place(line.status)
    if line.status is InvitationStatus.TO_APPROVE:
        return done, "danger"
    if not comes(line.status):
        return done, "text3"
    return done, "ok"


def status_tone(line: GuestLine) -> str:
    """The colour of the word: amber for what waits, red for a refusal."""
    if line.status is InvitationStatus.TO_APPROVE or is_quiet(line):
        return "warn"
    return "danger" if line.status is InvitationStatus.DECLINED else "text"


def is_quiet(line: GuestLine) -> bool:
    """True where an answer is owed and nobody was heard of for a week."""
    return line.quiet is not None and line.quiet >= QUIET_DAYS


def is_due(line: GuestLine, today: dt.date) -> bool:
    """True where a call is due."""
    return line.due is not None and line.due <= today


def to_approve(line: GuestLine) -> bool:
    """True where the foreign affairs office has not answered."""
    return line.consular and line.status is InvitationStatus.TO_APPROVE


def settled(line: GuestLine) -> bool:
    """True where somebody has accepted."""
    return comes(line.status) and is_settled(line.status)
