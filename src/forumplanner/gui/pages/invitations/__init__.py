"""The page Invitations: what each person has been told, what the plan says now, and the mail between the two."""

from forumplanner.gui.pages.invitations.page import InvitationsPage

__all__ = ["InvitationsPage"]
