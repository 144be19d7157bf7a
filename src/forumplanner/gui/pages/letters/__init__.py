"""Letters: the texts in both languages with a look at what they say, and the register of what was issued."""

from forumplanner.gui.pages.letters.page import LettersPage

__all__ = ["LettersPage"]
