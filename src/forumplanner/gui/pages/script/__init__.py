"""Host script: what the host says at each item in both languages, and what the crew does at its cue."""

from forumplanner.gui.pages.script.page import ScriptPage

__all__ = ["ScriptPage"]
