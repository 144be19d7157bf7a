"""The welcome page: the first thing anybody sees, and where a closed file leads back to."""

from forumplanner.gui.pages.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
