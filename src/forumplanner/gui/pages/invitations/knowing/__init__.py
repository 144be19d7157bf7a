"""Who must know: people whom a change concerns, by mail, in a chat or on the phone, with what to say to them."""

from forumplanner.gui.pages.invitations.knowing.view import KnowingView

__all__ = ["KnowingView"]
