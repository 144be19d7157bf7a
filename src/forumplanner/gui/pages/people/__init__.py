"""The page People: one fast table, filters, and the whole of one person beside it."""

from forumplanner.gui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
