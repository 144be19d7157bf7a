"""The page Numbers: how many people, countries and institutions, each number with its basis and its rows."""

from forumplanner.gui.pages.numbers.page import NumbersPage

__all__ = ["NumbersPage"]
