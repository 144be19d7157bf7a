"""The account beside the page Invitations: where mail is handed over, how much of it, and the proof that it works."""

from forumplanner.gui.pages.invitations.account.panel import AccountPanel

__all__ = ["AccountPanel"]
