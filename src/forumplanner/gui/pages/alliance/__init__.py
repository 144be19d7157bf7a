"""The page of organisers and the alliance: who organises, members with their ledger, offices, registers."""

from forumplanner.gui.pages.alliance.page import AlliancePage

__all__ = ["AlliancePage"]
