"""Logos on their way from a picture file to the printed agenda; a release keeps those it froze."""

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select

from cli.running import Run
from forumplanner.actions.photos import set_logo
from forumplanner.domain.ids import InstitutionId
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.records import Organiser
from forumplanner.store import Store


@pytest.fixture
def organisers(planner_file: Path) -> list[InstitutionId]:
    """The institutions that organise the sample forum, by rank."""
    with Store.open(planner_file, actor="Lin") as store, store.read() as db:
        rows = list(db.scalars(select(Organiser).where(Organiser.track_id.is_(None))))
    ranks = list(OrganiserRole)
    ordered = sorted(rows, key=lambda row: (ranks.index(row.role), row.position))
    return [InstitutionId(row.institution_id) for row in ordered]


def picture(folder: Path, width: int, height: int) -> Path:
    path = folder / f"{width}x{height}.png"
    Image.new("RGB", (width, height), "#0B4F5C").save(path)
    return path


def give(planner_file: Path, institution: InstitutionId, path: Path) -> None:
    with Store.open(planner_file, actor="Lin", writable=True) as store:
        set_logo(store, institution, path)


def shapes(pdf: Path) -> list[float]:
    """Width by height of the pictures on the cover, from the narrowest; codes, which are black or white, are none."""
    found = [image.image for image in PdfReader(pdf).pages[0].images]
    return sorted(round(one.width / one.height, 1) for one in found if one and one.mode != "1")


def test_all_organisers_of_the_sample_find_room_on_the_cover(
    in_process: Run, planner_file: Path, organisers: list[InstitutionId], tmp_path: Path
) -> None:
    for n, one in enumerate(organisers):
        give(planner_file, one, picture(tmp_path, 400 + 200 * n, 400))

    answer = in_process("export", planner_file, "agenda", "--out", tmp_path / "agenda.pdf")

    assert shapes(tmp_path / "agenda.pdf") == [1 + n / 2 for n in range(len(organisers))]
    assert "封面 Cover: there is no room" not in answer.out + answer.err


def test_a_release_prints_the_logo_that_it_froze(
    in_process: Run, planner_file: Path, organisers: list[InstitutionId], tmp_path: Path
) -> None:
    give(planner_file, organisers[0], picture(tmp_path, 400, 400))
    in_process("release", planner_file, "V7")
    give(planner_file, organisers[0], picture(tmp_path, 800, 400))

    in_process("export", planner_file, "agenda", "--out", tmp_path / "now.pdf")
    in_process("export", planner_file, "agenda", "--release", "V7", "--out", tmp_path / "then.pdf")

    assert (shapes(tmp_path / "then.pdf"), shapes(tmp_path / "now.pdf")) == ([1.0], [2.0])
