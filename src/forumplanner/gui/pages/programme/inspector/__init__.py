"""The details of the programme at the right of its list or board."""

from forumplanner.gui.pages.programme.inspector.panel import ProgrammeInspector

__all__ = ["ProgrammeInspector"]
