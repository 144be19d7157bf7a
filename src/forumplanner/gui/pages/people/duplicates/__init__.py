"""Who may stand twice: pairs as questions, both records side by side, merged or kept apart for ever."""

from forumplanner.gui.pages.people.duplicates.search import Doubt, Search
from forumplanner.gui.pages.people.duplicates.view import DuplicatesView

__all__ = ["Doubt", "DuplicatesView", "Search"]
