"""The page Overview: how long it is to go, what needs attention, who comes; every number leads to its rows."""

from forumplanner.gui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
