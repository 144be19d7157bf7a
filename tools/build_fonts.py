"""Rebuild `resources/fonts` from the packages that publish the faces: static TrueType files, manifest and licence.

Run it from a source tree: `python tools/build_fonts.py`. It needs npm, pip and fontTools. Packages are pinned, so two
runs with one fontTools give the same bytes. Chinese, Urdu, Tibetan and Thaana faces are published static and are
copied untouched; the others are published variable and are cut to one Regular and one Bold each, because a variable
font would be embedded at its default weight.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
VARIABLE_PACKAGE = "manimgx-fonts==2026.9.26.post1"


@dataclass(frozen=True, slots=True)
class Family:
    """One family to vendor: its file stem, the scripts it is the first choice for, and where it comes from."""

    stem: str
    scripts: tuple[str, ...]
    package: str = VARIABLE_PACKAGE
    styles: tuple[str, ...] = ("Regular", "Bold")
    genre: str = "sans"


def _expo(name: str, version: str) -> str:
    return f"@expo-google-fonts/{name}@{version}"


FAMILIES = (
    Family("NotoSans", ("Latn", "Cyrl", "Grek")),
    Family("NotoSansSC", ("Hani", "Hira", "Kana", "Bopo"), _expo("noto-sans-sc", "0.4.3")),
    Family("NotoSansThai", ("Thai",)),
    Family("NotoSansLao", ("Laoo",)),
    Family("NotoSansMyanmar", ("Mymr",)),
    Family("NotoSansKhmer", ("Khmr",)),
    Family("NotoSansBengali", ("Beng",)),
    Family("NotoSansDevanagari", ("Deva",)),
    Family("NotoSansSinhala", ("Sinh",)),
    Family("NotoSansTamil", ("Taml",)),
    Family("NotoSansTelugu", ("Telu",)),
    Family("NotoSansKannada", ("Knda",)),
    Family("NotoSansMalayalam", ("Mlym",)),
    Family("NotoSansGujarati", ("Gujr",)),
    Family("NotoSansGurmukhi", ("Guru",)),
    Family("NotoSansOriya", ("Orya",)),
    Family("NotoNastaliqUrdu", ("Arab",), _expo("noto-nastaliq-urdu", "0.4.2")),
    Family("NotoSansArabic", ()),
    Family("NotoSerifTibetan", ("Tibt",), _expo("noto-serif-tibetan", "0.4.2")),
    Family("NotoSansThaana", ("Thaa",), _expo("noto-sans-thaana", "0.4.2")),
    Family("NotoSerifSC", ("Hani",), _expo("noto-serif-sc", "0.4.3"), styles=("Bold",), genre="serif"),
)
"""In the order in which a character that its script's family lacks is looked for."""


def fetch(package: str, into: Path) -> Path:
    """Download one pinned package by its name and unpack it; return the folder."""
    folder = into / package.replace("/", "_")
    folder.mkdir(parents=True)
    if package.startswith("@"):
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    else:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), package]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            wheel.extractall(folder)  # noqa: S202 - ZipFile keeps members inside the folder
    return folder


def cut(source: Path, family: Family, style: str) -> TTFont:
    """Cut a variable font to one weight, with names and flags of its own so that Regular is not taken for Bold."""
    font = TTFont(source, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    for table in ("STAT", "avar", "DSIG"):
        if table in font:
            del font[table]
    _name(font, family, style)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[style]
    # Bits 0 italic, 5 bold, 6 regular are set anew, the others (typographic metrics) stay.
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0b110_0001 | (1 << 5 if bold else 1 << 6)
    font["head"].macStyle = 1 if bold else 0
    return font


def _name(font: TTFont, family: Family, style: str) -> None:
    table: Any = font["name"]
    plain = str(table.getBestFamilyName())
    version = str(table.getDebugName(5)).removeprefix("Version ")
    for record in (16, 17, 21, 22, 25):
        table.removeNames(nameID=record)
    names = {
        1: plain,
        2: style,
        3: f"{version};{family.stem}-{style}",
        4: plain if style == "Regular" else f"{plain} {style}",
        6: f"{family.stem}-{style}",
    }
    for record, text in names.items():
        table.removeNames(nameID=record)
        table.setName(text, record, 3, 1, 0x409)


def _source(folder: Path, family: Family, style: str) -> Path:
    """The file of the unpacked package that holds this face."""
    static = f"{family.stem}_{WEIGHTS[style]}{style}.ttf"
    pattern = static if family.package.startswith("@") else f"{family.stem}[[]wght].ttf"
    return next(folder.rglob(pattern))


def build(family: Family, folder: Path) -> Iterator[dict[str, object]]:
    """Write the family's files and yield one manifest entry for each."""
    for style in family.styles:
        source, target = _source(folder, family, style), TARGET / f"{family.stem}-{style}.ttf"
        if family.package.startswith("@"):
            shutil.copyfile(source, target)
        else:
            cut(source, family, style).save(target)
        yield _entry(target, family, style)


def _entry(path: Path, family: Family, style: str) -> dict[str, object]:
    with TTFont(path, lazy=True) as font:
        names: Any = font["name"]
        version = str(names.getDebugName(5)).removeprefix("Version ")
        copyright_notice = str(names.getDebugName(0))
    return {
        "file": path.name,
        "family": family.stem,
        "style": style,
        "genre": family.genre,
        "scripts": list(family.scripts),
        "version": version,
        "package": family.package,
        "licence": "OFL-1.1",
        "copyright": copyright_notice,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


def licence(folder: Path, entries: list[dict[str, object]]) -> str:
    """The copyright notices of all faces, then the licence they share, word for word from the package in `folder`."""
    text = next(folder.rglob("LICENSE_FONT")).read_text(encoding="utf-8")
    body = text[text.index("-" * 20) :]
    notices = sorted({f"{entry['family']}: {entry['copyright']}" for entry in entries})
    opening = (
        "The fonts in this folder are licensed under the SIL Open Font License, Version 1.1, which stands below.\n"
        "Faces of variable fonts were cut to static ones; nothing else was changed. Their copyright notices:\n\n"
    )
    return opening + "\n".join(notices) + "\n\n" + body.replace("\r\n", "\n")


def main() -> None:
    """Rebuild the folder from nothing."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        packages = {family.package for family in FAMILIES}
        folders = {package: fetch(package, Path(scratch)) for package in sorted(packages)}
        entries = [entry for family in FAMILIES for entry in build(family, folders[family.package])]
        text = licence(folders[FAMILIES[1].package], entries)
    (TARGET / "OFL.txt").write_text(text, encoding="utf-8", newline="\n")
    manifest = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    (TARGET / "manifest.json").write_text(manifest, encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in TARGET.iterdir())
    print(f"{len(entries)} faces, {size / 1e6:.1f} MB in {TARGET}")


if __name__ == "__main__":
    main()
