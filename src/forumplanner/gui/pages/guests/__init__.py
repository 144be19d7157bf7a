"""The page Guests: consular guests and guests of honour in order of protocol, calls to make, what is still owed."""

from forumplanner.gui.pages.guests.page import GuestsPage

__all__ = ["GuestsPage"]
