"""What a paper is asked to be about, when another page leads to it: a session, a delegation, a letter."""

from forumplanner.domain.guest_kinds import LetterKind

_OPTION = {"letters": "letter", "delegation_sheet": "delegation", "itinerary": "delegation"}
"""Which option says what a paper is about, where it is no session."""


def about(paper: str, target: str) -> dict[str, str]:
    """The values of options that a target stands for; of letters also "KIND" and "KIND:LETTER"."""
    kind, _colon, key = target.partition(":")
    if paper == "letters" and kind in set(LetterKind):
        return {"kind": kind, "letter": key}
    if paper == "letters":
        return {"kind": LetterKind.CONSULAR_INVITATION.value, "letter": target}
    return {_OPTION.get(paper, "session"): target}
