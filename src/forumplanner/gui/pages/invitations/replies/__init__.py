"""What people answered: counts that filter, the answers that need a look, and how they come in."""

from forumplanner.gui.pages.invitations.replies.panel import RepliesPanel

__all__ = ["RepliesPanel"]
