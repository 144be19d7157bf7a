"""Texts in both languages on the page: each in an element of its own language, one that stands alone always shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.documents.webpage.markup import Markup, element, join
from forumplanner.i18n import in_language
from forumplanner.snapshots.paper import Lines


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages of a page. `languages`: those of the snapshot; `tongues`: those that are shown."""

    languages: Lines
    tongues: tuple[Tongue, ...]

    def words(self, message: str, **values: object) -> Lines:
        """A message of the catalogue in the snapshot's languages."""
        return tuple(in_language(tag, message, **values) for tag in self.languages)

    def shown(self, lines: Sequence[str]) -> list[tuple[int, str]]:
        """Place among the shown languages and text; any other language's where none of these has one."""
        found = [
            (place, lines[t.place]) for place, t in enumerate(self.tongues) if t.place < len(lines) and lines[t.place]
        ]
        return found or [(0, text) for text in lines if text][:1]

    def spans(self, lines: Sequence[str], *, kind: str = "") -> Markup:
        """A text in each language: `l0` for the first, `l1` for the second, `only` where the other has none."""
        found = self.shown(lines)
        if len(found) == 2 and found[0][1] == found[1][1]:
            return element("span", found[0][1], class_=" ".join(filter(None, (kind, "only"))))
        only = "only" if len(found) == 1 else ""
        spans = [
            element(
                "span",
                text,
                class_=" ".join(filter(None, (kind, f"l{place}", only))),
                lang=self._tag(lines, place, text),
            )
            for place, text in found
        ]
        return join(*(join(" ", span) if n else span for n, span in enumerate(spans)))

    def plain(self, lines: Sequence[str]) -> str:
        """A text in all shown languages, for an attribute."""
        return " ".join(dict.fromkeys(text for _place, text in self.shown(lines)))

    def _tag(self, lines: Sequence[str], place: int, text: str) -> str:
        tongue = self.tongues[place]
        if tongue.place < len(lines) and lines[tongue.place] == text:
            return tongue.tag
        return self.languages[list(lines).index(text)]
