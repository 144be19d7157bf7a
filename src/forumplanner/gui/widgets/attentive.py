"""Attentive: the mix-in by which a widget says its words again in the new language and redraws its icons."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Text = str | Callable[[], str]
"""Words of a widget: fixed (data), or a function that gives them in the interface's language (`lambda: _("Save")`)."""

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


def spoken(text: Text) -> str:
    """The words now."""
    return text if isinstance(text, str) else text()


class Attentive(_Base):
    """Put before the Qt class: `class Chip(Attentive, QPushButton)`.

    `say(setter, text)` sets words now and after every change of language. A widget that makes its words itself
    overrides `retranslate`; one that draws with the scheme's colours overrides `recolour`. Both call super.
    """

    _said: list[tuple[Callable[[str], object], Callable[[], str]]] | None = None

    def say(self, setter: Callable[[str], object], text: Text) -> None:
        """Call `setter` with the words, now and whenever the language changes; the last words per setter stay."""
        kept = [entry for entry in self._said or [] if entry[0] != setter]
        if not isinstance(text, str):
            kept.append((setter, text))
        self._said = kept
        setter(spoken(text))

    def retranslate(self) -> None:
        """Say everything again."""
        for setter, text in self._said or []:
            setter(text())

    def recolour(self) -> None:
        """Take the colours of the scheme that is worn now."""


def tell_language(widget: QWidget) -> None:
    """Let a widget and all inside it say their words again; a parent before its children."""
    _walk(widget, lambda one: one.retranslate())


def tell_scheme(widget: QWidget) -> None:
    """Let a widget and all inside it take the new colours."""
    _walk(widget, lambda one: one.recolour())


def _walk(widget: QWidget, act: Callable[[Attentive], None]) -> None:
    # Qt's own change events would pass through Python thousands of times while a window is built.
    if isinstance(widget, Attentive):
        act(widget)
    for child in widget.children():
        if isinstance(child, QWidget) and isValid(child):
            _walk(child, act)
