"""The Versions view of the History page: the issues of the programme, issuing one, and two of them side by side."""

from forumplanner.gui.pages.history.versions.panel import VersionsPanel

__all__ = ["VersionsPanel"]
