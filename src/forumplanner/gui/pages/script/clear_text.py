"""A session's words as clean text, to be pasted into a chat or a mail."""

from forumplanner.domain.times import clock
from forumplanner.snapshots.running_order import RunningItem, RunningSession


def clear_text(session: RunningSession) -> str:
    """Title, then each item: number, start, what it is, and the host's words in every language."""
    title = " ".join(dict.fromkeys(filter(None, session.title)))
    return "\n\n".join([title, *(_item(item) for item in session.items)]) + "\n"


def _item(item: RunningItem) -> str:
    start = clock(item.start) if item.start is not None else ""
    title = " ".join(dict.fromkeys(filter(None, item.title if any(item.title) else item.kind_label)))
    head = " ".join(filter(None, (f"{item.number}.", start, title)))
    return "\n".join([head, *filter(None, item.words)])
