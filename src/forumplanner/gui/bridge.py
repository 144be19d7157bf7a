"""Bridge: from the store's listener, which speaks in whichever thread made a step, to one signal in the window's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed, Store


class Bridge(QObject):
    """`changed(Changed)`: a step was made. Qt hands it over to the window's thread by itself."""

    changed = Signal(object)

    def __init__(self, store: "Store", parent: QObject) -> None:
        super().__init__(parent)
        self._stop = store.listen(self._hear)

    def close(self) -> None:
        """Hear nothing more."""
        self._stop()

    def _hear(self, changed: "Changed") -> None:
        self.changed.emit(changed)
