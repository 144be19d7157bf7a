"""Cut and paste of rows: what was cut lies in the clipboard, so that copying anything else lets go of it."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.snapshots.programme import ItemLine, Programme, SessionLine

FORMAT = "application/x-forumplanner-row"


def cut(row: Row, words: str) -> bool:
    """Put a session or an item into the clipboard, as its title for others; False for another row."""
    if row.kind not in {RowKind.SESSION, RowKind.ITEM}:
        return False
    data = QMimeData()
    data.setText(words)
    data.setData(FORMAT, row.key.encode())
    QGuiApplication.clipboard().setMimeData(data)
    return True


def cut_key() -> str:
    """The key of the row that was cut; "" where something else lies in the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    return bytes(data.data(FORMAT).data()).decode() if data is not None and data.hasFormat(FORMAT) else ""


def let_go() -> None:
    """Forget what was cut; the clipboard then holds its title."""
    if cut_key():
        QGuiApplication.clipboard().setText(QGuiApplication.clipboard().text())


def session_of(key: str, programme: Programme) -> SessionLine | None:
    """The session that was cut, as it stands now."""
    kind, _, identity = key.partition(":")
    return next((s for s in programme.sessions if kind == "session" and s.id == identity), None)


def item_of(key: str, programme: Programme) -> ItemLine | None:
    """The item that was cut, as it stands now."""
    kind, _, identity = key.partition(":")
    items = (item for s in programme.sessions for part in s.parts for item in part.items)
    return next((item for item in items if kind == "item" and item.id == identity), None)
