"""Who is told after a step: one after another, and a crashing one keeps nobody else from hearing."""

import logging
from collections.abc import Callable

from forumplanner.store.step import Changed

Listener = Callable[[Changed], None]

_log = logging.getLogger(__name__)


class Listeners:
    """The callbacks of one store, in the order they came."""

    def __init__(self) -> None:
        self._callbacks: dict[object, Listener] = {}

    def add(self, callback: Listener) -> Callable[[], None]:
        """Tell `callback` of every step from now on; the function returned ends that."""
        ticket = object()
        self._callbacks[ticket] = callback

        def end() -> None:
            self._callbacks.pop(ticket, None)

        return end

    def tell(self, changed: Changed) -> None:
        """Call everybody. The step is in the file by now, whatever a listener does."""
        for callback in list(self._callbacks.values()):
            try:
                callback(changed)
            except Exception:  # noqa: BLE001 - a listener may fail in any way, the history may not
                _log.exception("a listener failed after step %d", changed.step.id)
