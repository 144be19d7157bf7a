"""Import: what a table would do, before anything is done; applied in one step that can be undone."""

from forumplanner.gui.pages.importing.page import ImportPage

__all__ = ["ImportPage"]
