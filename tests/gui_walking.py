"""Walks over the widgets of a window: which are cut, which have no name, in which order Tab goes."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from forumplanner.gui.widgets.labels import Elide

_OURS = (QLabel, QAbstractButton, QLineEdit, QComboBox)


def shown(window: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            yield widget


def cut_words(window: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need."""
    cut = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and not isinstance(widget, Elide) and widget.text() and not widget.wordWrap():
            needs, has = widget.fontMetrics().horizontalAdvance(widget.text()), widget.contentsRect().width()
        elif isinstance(widget, (QPushButton, QCheckBox, QRadioButton)) and widget.text():
            needs, has = widget.sizeHint().width(), widget.width()
        else:
            continue
        if needs > has + 1:
            cut.append(f"{widget.objectName()}: {_words(widget)!r} needs {needs}, has {has}")
    return cut


def low_words(window: QWidget) -> list[str]:
    """Wrapped labels with less height than their lines need."""
    low = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            needs = widget.heightForWidth(widget.width())
            if needs > widget.height() + 1:
                low.append(f"{widget.objectName()}: {widget.text()!r} needs {needs}, has {widget.height()}")
    return low


def nameless(window: QWidget) -> list[str]:
    """Widgets of ours without an object name, and controls that a screen reader could not name."""
    missing = []
    for widget in shown(window):
        around = widget.parentWidget() or window
        if isinstance(around, (QAbstractScrollArea, QComboBox, QAbstractSpinBox)) or "qt_" in widget.objectName():
            continue
        path = f"{type(widget).__name__} in {around.objectName()}"
        if isinstance(widget, _OURS) and not widget.objectName():
            missing.append(f"no object name: {path}")
        control = isinstance(widget, (QAbstractButton, QLineEdit, QComboBox)) or _is_list(widget)
        if control and not (widget.accessibleName() or _words(widget).strip()):
            missing.append(f"no accessible name: {path} {widget.objectName()}")
    return missing


def tab_order(window: QWidget) -> list[str]:
    """Names of what Tab reaches, in order, from the first to the last."""
    order, at = [], window.nextInFocusChain()
    while at is not None and at is not window:
        reachable = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.isVisibleTo(window) and at.isEnabled()
        if reachable and at.focusProxy() is None:
            order.append(at.objectName())
        at = at.nextInFocusChain()
    return order


def _words(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")())


def _is_list(widget: QWidget) -> bool:
    return widget.inherits("QAbstractItemView") and not widget.inherits("QHeaderView")
