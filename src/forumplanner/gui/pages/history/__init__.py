"""The page History: who did what and when, what can be taken back, and what was removed."""

from forumplanner.gui.pages.history.page import HistoryPage

__all__ = ["HistoryPage"]
