"""Who must know: people concerned by a change, by channel, with what to say to them."""

from forumplanner.gui.pages.invitations.knowing.view import KnowingView

__all__ = ["KnowingView"]
