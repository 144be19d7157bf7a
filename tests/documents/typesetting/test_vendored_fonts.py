"""The faces that travel with the program: what the manifest says is what the files are."""

import hashlib
import json
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._n_a_m_e import table__n_a_m_e

from forumplanner import paths

FOLDER = paths.resource("fonts")
MANIFEST: list[dict[str, Any]] = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
RARE_NAME_CHARACTERS = "龑喆堃㛃𬭎䶮㬎禤逄昝"


def test_the_manifest_names_every_file_of_the_folder() -> None:
    listed = {entry["file"] for entry in MANIFEST} | {"manifest.json", "OFL.txt"}

    assert {path.name for path in FOLDER.iterdir()} == listed


def test_the_set_stays_within_its_size() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 45_000_000


def test_the_licence_carries_every_copyright_notice() -> None:
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert [entry["file"] for entry in MANIFEST if f"{entry['family']}: {entry['copyright']}" not in licence] == []


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: str(entry["file"]))
def test_a_face_is_static_truetype_embeddable_and_named_for_its_weight(entry: dict[str, Any]) -> None:
    data = (FOLDER / entry["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]

    with TTFont(FOLDER / entry["file"], lazy=True) as font:
        names = font["name"]
        assert isinstance(names, table__n_a_m_e)
        bold = entry["style"] == "Bold"
        assert ("glyf" in font, "fvar" in font, "CFF " in font) == (True, False, False)
        assert font["OS/2"].fsType == 0
        assert font["OS/2"].usWeightClass == (700 if bold else 400)
        assert font["OS/2"].fsSelection & 0b110_0001 == (1 << 5 if bold else 1 << 6)
        assert font["head"].macStyle == int(bold)
        assert names.getDebugName(6) == f"{entry['family']}-{entry['style']}"
        assert names.getDebugName(2) == entry["style"]
        assert str(names.getDebugName(5)).removeprefix("Version ") == entry["version"]


@pytest.mark.parametrize("file", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_the_chinese_faces_hold_rare_name_characters(file: str) -> None:
    with TTFont(FOLDER / file, lazy=True) as font:
        characters = font.getBestCmap()

    assert [c for c in RARE_NAME_CHARACTERS if ord(c) not in characters] == []
