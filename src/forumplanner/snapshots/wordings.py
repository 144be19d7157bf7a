"""Texts as pages show them: one per language of the forum's pair, with the sides that need review; and name forms."""

from dataclasses import dataclass

from forumplanner.snapshots.paper import Lines


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in the forum's languages. `review[i]`: another side was edited after `texts[i]`."""

    texts: Lines = ()
    review: tuple[bool, ...] = ()

    def __bool__(self) -> bool:
        return any(self.texts)

    def best(self, first: int = 0) -> str:
        """The text at place `first`, else any text, else ""."""
        here = self.texts[first] if first < len(self.texts) else ""
        return here or next((text for text in self.texts if text), "")

    def side(self, place: int) -> str:
        """The text at exactly that place, or ""."""
        return self.texts[place] if place < len(self.texts) else ""

    def reviewed(self, place: int) -> bool:
        """False where the text at that place has to be looked at again."""
        return not (place < len(self.review) and self.review[place])


NO_TEXT = Pair()


@dataclass(frozen=True, slots=True)
class NameForms:
    """A person's name as lists show it; each form may be missing."""

    zh: str = ""
    latin: str = ""
    native: str = ""

    def shown(self, tag: str) -> str:
        """The form for a reader of `tag`; another one where it is missing."""
        first, second = (self.zh, self.latin) if tag.startswith("zh") else (self.latin, self.zh)
        return first or second or self.native


NO_NAME = NameForms()
