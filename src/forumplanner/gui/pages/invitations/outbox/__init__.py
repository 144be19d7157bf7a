"""The outbox beside the page Invitations: the batch that runs, how far each mail came, what needs a person."""

from forumplanner.gui.pages.invitations.outbox.panel import OutboxPanel

__all__ = ["OutboxPanel"]
