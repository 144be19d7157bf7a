"""The page Settings: what belongs to this computer, and what the checks of the forum reckon with."""

from forumplanner.gui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
