"""A look at the programme's web page: its words in order, as a text shows them; the browser shows it whole."""

import re

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from forumplanner.gui import fonts, theme
from forumplanner.gui.pages.documents.kinds import Made
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.cards import Banner
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

_LEFT_OUT = re.compile(r"<(head|nav|script|style)\b.*?</\1>|<a[^>]*class=\"skip\".*?</a>", re.DOTALL)
_BLOCKS = re.compile(r"<(/?)(?:header|section|article|main|footer|ol|li|details|summary|dl|dt|dd)\b([^>]*)>")
_WHEN = re.compile(r'<div class="when">(.*?)</div>\s*<div( class="what")?>', re.DOTALL)


class WebPeek(Attentive, QWidget):
    """What the page holds in one sentence, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("webPeek")
        self._made: Made | None = None
        self.words = Banner("", name="webWords", look="info")
        self.view = QTextBrowser()
        self.view.setObjectName("webView")
        self.view.setOpenLinks(False)
        self.view.setStyleSheet("QTextBrowser { height: 4000px; max-height: 4000px; padding: 10px 16px; }")
        self.say(self.view.setAccessibleName, lambda: _("Preview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)

    def show_made(self, made: Made) -> None:
        """Show another page; where the reader was is kept."""
        if self._made is None or made.page != self._made.page:
            self._made = made
            self._lay_down()
        self._tell(made)

    def recolour(self) -> None:
        """The same words in the other scheme's colours."""
        super().recolour()
        if self._made is not None:
            self._lay_down()

    def _lay_down(self) -> None:
        if self._made is None:
            return
        at = self.view.verticalScrollBar().value()
        self.view.document().setDefaultStyleSheet(_style())
        self.view.document().setDefaultFont(fonts.font("zh-Hans"))
        self.view.setHtml(as_text(self._made.page.decode()))
        QTimer.singleShot(0, self.view, lambda: self.view.verticalScrollBar().setValue(at))

    def _tell(self, made: Made) -> None:
        count, size = made.count, f"{len(made.page) / 1000:,.0f}"
        self.words.tell(
            lambda: ngettext(
                "One page with {n} session, {size} kB", "One page with {n} sessions, {size} kB", count, size=size
            ),
            lambda: _("It works on phones and without a network, in both languages, with search and filters."),
        )


def as_text(page: str) -> str:
    """The page's words in elements that a text knows: no tools, no script, times before what they are of."""
    page = page.replace('</span> <span class="forum">', '</span><br><span class="forum">')
    page = page.replace('</span><span class="body">', '</span>; <span class="body">')
    page = page.replace("<h1>", "<h3>").replace("</h1>", "</h3>")
    plain = _WHEN.sub(r"<p class='time'>\1</p><div>", _LEFT_OUT.sub("", page))
    return _BLOCKS.sub(r"<\1div\2>", plain)


def _style() -> str:
    grey, accent = theme.colour("text2").name(), theme.colour("accent_text").name()
    return (
        f".l1, .post, .facts, .summary, .zone, .banner, .end {{ color: {grey} }} .role, .mode {{ color: {accent} }}"
        " h2 { font-size: 15px; margin-top: 18px } h3 { font-size: 14px; margin: 4px 0 }"
        f" .time {{ margin: 8px 0 0 0; color: {accent} }} .name {{ font-weight: 600 }} p {{ margin: 1px 0 }}"
    )
