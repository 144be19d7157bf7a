"""The page Findings: everything the checks found, by how much it matters, each leading to its place."""

from forumplanner.gui.pages.findings.page import FindingsPage

__all__ = ["FindingsPage"]
