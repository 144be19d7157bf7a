"""The faces of a program run: which family a script is set in, who comes first on a line, and who helps out."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from forumplanner import paths
from forumplanner.documents.typesetting.faces import Face
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

_RESTRICTED = 0x0002
"""OS/2 fsType: the licence forbids to embed the font."""


class FontRefused(PlannerError):
    """A font file chosen by the user can't be embedded in a paper."""


class Voice(NamedTuple):
    """What decides which faces come first: weight, genre and whether the line's language is Chinese."""

    bold: bool = False
    serif: bool = False
    chinese: bool = True

    @property
    def style(self) -> str:
        """The name of the weight as the manifest writes it."""
        return "Bold" if self.bold else "Regular"


class FontBook:
    """All faces by family and style, read from the manifest; a file is opened when a text first needs it."""

    def __init__(self, folder: Path | None = None, *, fallback: Path | None = None) -> None:
        """`folder` holds the faces and their manifest; `fallback` is the user's own font, asked last.

        Raises `FontRefused` where the fallback isn't a static TrueType font that may be embedded.
        """
        self._folder = folder or paths.resource("fonts")
        self._faces: dict[tuple[str, str], Face] = {}
        self._picked: dict[tuple[str, str, Voice], Face | None] = {}
        self._known: dict[Voice, set[str]] = {}
        self._leading: dict[Voice, tuple[Face, Face]] = {}
        self._fallback = open_fallback(fallback) if fallback else None

    @cached_property
    def _manifest(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = json.loads((self._folder / "manifest.json").read_text(encoding="utf-8"))
        return entries

    @cached_property
    def _files(self) -> dict[tuple[str, str], str]:
        """File of each family and style; a family of one style serves for both."""
        files = {(entry["family"], entry["style"]): str(entry["file"]) for entry in self._manifest}
        for (family, _style), file in list(files.items()):
            for style in ("Regular", "Bold"):
                files.setdefault((family, style), file)
        return files

    @cached_property
    def families(self) -> dict[tuple[str, str], str]:
        """Family of each genre and script."""
        found: dict[tuple[str, str], str] = {}
        for entry in self._manifest:
            for script in entry["scripts"]:
                found.setdefault((entry["genre"], script), entry["family"])
        return found

    @cached_property
    def _order(self) -> list[str]:
        return list(dict.fromkeys(entry["family"] for entry in self._manifest if entry["genre"] == "sans"))

    def face(self, family: str, style: str) -> Face:
        """The face of a family, e.g. `face("NotoSansSC", "Bold")`."""
        found = self._faces.get((family, style))
        if found is None:
            path = self._folder / self._files[family, style]
            same = next((face for face in self._faces.values() if face.path == path), None)
            found = self._faces[family, style] = same or Face(path.stem, path)
        return found

    def for_script(self, script: str, voice: Voice) -> Face | None:
        """The first choice for a script, None for scripts no family is meant for."""
        if voice.serif and script in {"Hani", "Latn"}:
            return self.face(self.families["serif", "Hani"], voice.style)
        if voice.chinese and script == "Latn":
            script = "Hani"
        family = self.families.get(("sans", script))
        return self.face(family, voice.style) if family else None

    def latin(self, voice: Voice) -> Face:
        """The face for Latin that the line's own first face lacks."""
        return self.face(self.families["sans", "Latn"], voice.style)

    def first(self, voice: Voice) -> Face:
        """The face that a line of this language begins with; missing characters show its empty box."""
        return self.for_script("Latn", voice) or self.latin(voice)

    def han(self, voice: Voice) -> Face:
        """The face for Han."""
        return self.for_script("Hani", voice) or self.latin(voice)

    def leading(self, voice: Voice) -> tuple[Face, Face]:
        """The two faces that nearly every text is set in: `first` and `han`."""
        found = self._leading.get(voice)
        if found is None:
            found = self._leading[voice] = self.first(voice), self.han(voice)
        return found

    def known(self, voice: Voice) -> set[str]:
        """Characters already proved to be in the faces that the short way of itemising gives them."""
        return self._known.setdefault(voice, set())

    def pick(self, grapheme: str, script: str, voice: Voice) -> Face | None:
        """The face for a whole grapheme: its script's, else the first that covers all of it, else None."""
        key = (grapheme, script, voice)
        if key not in self._picked:
            self._picked[key] = self._search(grapheme, script, voice)
        return self._picked[key]

    def _search(self, grapheme: str, script: str, voice: Voice) -> Face | None:
        own = self.for_script(script, voice)
        if own is not None and own.sets(grapheme):
            return own
        for family in self._order:
            face = self.face(family, voice.style)
            if face.sets(grapheme):
                return face
        if self._fallback is not None and self._fallback.sets(grapheme):
            return self._fallback
        return None


def open_fallback(path: Path) -> Face:
    """Open the user's own font; raise `FontRefused` with a sentence where it can't go into a paper."""
    import uharfbuzz as hb  # noqa: PLC0415 - only where the user has chosen a font

    try:
        face = hb.Face(path.read_bytes())
    except OSError as error:
        raise FontRefused(
            _("The font “{name}” can't be read ({reason}); choose another file.", name=path.name, reason=error.strerror)
        ) from error
    tags = set(face.table_tags)
    if not {"glyf", "loca", "cmap", "hmtx"} <= tags:
        raise FontRefused(_("“{name}” is not a TrueType font (.ttf); choose another file.", name=path.name))
    if "fvar" in tags:
        raise FontRefused(_("“{name}” is a variable font; choose one of its fixed weights.", name=path.name))
    if "OS/2" in tags and int.from_bytes(face.reference_table("OS/2").data[8:10], "big") & 0xF == _RESTRICTED:
        raise FontRefused(_("The licence of “{name}” does not allow embedding; choose another font.", name=path.name))
    stem = "".join(char for char in path.stem if char.isascii() and char.isalnum()) or "Own"
    found = Face(f"Own-{stem}", path)
    found.open()
    return found
