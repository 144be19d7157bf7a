"""F6: the focus goes round the areas of the window, each time to what had it there last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

AREAS = ("topBar", "rail", "pageHead", "toolbar", "content", "inspector")
_PLACES = {"head": "pageHead", "tools": "toolbar", "inspector": "inspector"}


def go_round(window: QMainWindow, *, by: int) -> None:
    """Give the focus to the next (or previous) area that can take it."""
    reachable = [widget for widget in _in_tab_order(window) if _takes_focus(widget)]
    if not reachable:
        return
    areas: dict[str, QWidget] = {}
    for widget in reachable:
        areas.setdefault(area_of(widget), widget)
    names = [name for name in AREAS if name in areas]
    focused = QApplication.focusWidget()
    here = area_of(focused) if focused is not None else ""
    place = names.index(here) if here in names else -1 if by > 0 else 0
    areas[names[(place + by) % len(names)]].setFocus(Qt.FocusReason.TabFocusReason)


def area_of(widget: QWidget) -> str:
    """Which area of the window a widget stands in."""
    at: QWidget | None = widget
    while at is not None:
        if at.objectName() in {"topBar", "rail"}:
            return at.objectName()
        place = at.property("place")
        if place in _PLACES:
            return _PLACES[place]
        at = at.parentWidget()
    return "content"


def _in_tab_order(window: QMainWindow) -> list[QWidget]:
    chain, at = [], window.nextInFocusChain()
    while at is not None and at is not window:
        chain.append(at)
        at = at.nextInFocusChain()
    return chain


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.height() > 0
