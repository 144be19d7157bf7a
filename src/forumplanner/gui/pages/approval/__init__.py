"""The page Approval: what the authorities approved, and what differs from it now."""

from forumplanner.gui.pages.approval.page import ApprovalPage

__all__ = ["ApprovalPage"]
