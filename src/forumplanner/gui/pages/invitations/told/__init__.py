"""Who was told what: each session with its answers, and whose calendar is behind."""

from forumplanner.gui.pages.invitations.told.view import ToldView

__all__ = ["ToldView"]
