"""The page Programme: the list of sessions, parts and items, and an inspector for the one selected."""

from forumplanner.gui.pages.programme.page import ProgrammePage

__all__ = ["ProgrammePage"]
