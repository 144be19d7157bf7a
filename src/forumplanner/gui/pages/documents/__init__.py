"""Documents: choose a paper, set its options, see the very bytes that will be printed, print or save them."""

from forumplanner.gui.pages.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]
