"""The page Both languages: how complete each kind of text is, every gap, and what it may be filled with."""

from forumplanner.gui.pages.languages.page import LanguagesPage

__all__ = ["LanguagesPage"]
