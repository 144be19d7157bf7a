"""New round: who, what, check, start, all on one form; the same handed over without a server."""

from forumplanner.gui.pages.invitations.rounds.form import RoundForm

__all__ = ["RoundForm"]
