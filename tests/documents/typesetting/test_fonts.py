"""The book of faces: opened only when needed, helped out by the user's own font if that can be embedded."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from forumplanner import paths
from forumplanner.documents.typesetting import FontBook, FontRefused, ParagraphCache

THAI = paths.resource("fonts", "NotoSansThai-Regular.ttf")
SOURCE = str(Path(paths.__file__).parent.parent)
RARE = "\ue000"


@pytest.fixture
def own_font(tmp_path: Path) -> Path:
    """A copy of a small font that also has a character no vendored face has."""
    path = tmp_path / "Rare characters.ttf"
    with TTFont(THAI) as font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(RARE)] = "uni0E01"
        font.save(path)
    return path


def test_the_user_s_font_sets_what_no_other_has(own_font: Path) -> None:
    text = f"张{RARE}伟"

    without = ParagraphCache(FontBook()).get(text)
    helped = ParagraphCache(FontBook(fallback=own_font)).get(text)

    assert [gap.codes for gap in without.missing] == ["U+E000"]
    assert helped.missing == ()
    assert [run.face.path for run, _, _ in helped.settings][1] == own_font


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.ttf"
    path.write_text("not a font", encoding="utf-8")

    with pytest.raises(FontRefused, match=r"“notes\.ttf” is not a TrueType font"):
        FontBook(fallback=path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FontRefused, match=r"“gone\.ttf” can't be read"):
        FontBook(fallback=tmp_path / "gone.ttf")


def test_a_font_whose_licence_forbids_embedding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Locked.ttf"
    with TTFont(THAI) as font:
        font["OS/2"].fsType = 2
        font.save(path)

    with pytest.raises(FontRefused, match="does not allow embedding"):
        FontBook(fallback=path)


def test_a_variable_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Variable.ttf"
    variations = DefaultTable("fvar")
    variations.data = bytes(16)
    with TTFont(THAI) as font:
        font["fvar"] = variations
        font.save(path)

    with pytest.raises(FontRefused, match="variable font"):
        FontBook(fallback=path)


def test_a_chinese_page_opens_no_other_face() -> None:
    texts = ParagraphCache(FontBook())
    texts.get("沈知行教授 KMU 2026")

    opened = [face.name for face in texts.book._faces.values() if "font" in vars(face)]

    assert opened == ["NotoSansSC-Regular"]


def test_the_serif_serves_both_weights_from_its_one_face() -> None:
    para = ParagraphCache(FontBook()).get("聘书 Certificate", serif=True)

    assert {run.face.name for run, _, _ in para.settings} == {"NotoSerifSC-Bold"}


def test_the_text_layer_asks_for_no_window_no_database_and_no_numpy() -> None:
    heavy = "{'PySide6', 'sqlalchemy', 'numpy'}"
    code = f"import sys, forumplanner.documents.typesetting; print(sorted({heavy} & set(sys.modules)))"

    found = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SOURCE}, capture_output=True, text=True, check=True
    )

    assert found.stdout == "[]\n"
