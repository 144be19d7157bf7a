"""The page Delegations: a tree of countries, delegations and members, and one delegation in full beside it."""

from forumplanner.gui.pages.delegations.page import DelegationsPage

__all__ = ["DelegationsPage"]
