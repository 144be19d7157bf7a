"""What differs between two issues of the programme: pure functions over two frozen programmes, told in their texts."""

from forumplanner.changes.compare import compare
from forumplanner.changes.pasted import text_to_paste

__all__ = ["compare", "text_to_paste"]
