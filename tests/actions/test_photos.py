"""Photos and logos: turned upright, freed of metadata, kept once; what is no picture is refused in a sentence."""

import hashlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from factories import make_institution, make_person
from forumplanner.actions.photos import remove_logo, remove_photo, set_logo, set_photo
from forumplanner.domain.ids import InstitutionId, PersonId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.pictures import PictureRefused
from forumplanner.files import FileRefused, PlannerError
from forumplanner.queries.photos import photo, photos
from forumplanner.records import Asset, Institution, Person
from forumplanner.store import Store
from planner_file import Filling

ORIENTATION, MAKE, PLACE = 0x0112, 0x010F, 0x8825


def picture(folder: Path, size: tuple[int, int] = (1600, 2400), *, name: str = "photo.jpg", turned: int = 1) -> Path:
    """A photo whose upper half is red, with camera and place in its metadata."""
    image = Image.new("RGB", size, "navy")
    image.paste("red", (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = turned, "Camera 7"
    exif.get_ifd(PLACE)[1] = "N"
    path = folder / name
    image.save(path, exif=exif)
    return path


@pytest.fixture
def person(filling: Filling) -> PersonId:
    with filling() as db:
        return PersonId(make_person(db, "陈国强").id)


@pytest.fixture
def house(filling: Filling) -> InstitutionId:
    with filling() as db:
        return InstitutionId(make_institution(db).id)


def kept(store: Store, key: str) -> Image.Image:
    with store.read() as db:
        found = photo(db, key)
    assert found is not None
    return Image.open(io.BytesIO(found.data))


def photo_of(store: Store, person: PersonId) -> str:
    with store.read() as db:
        found = db.get(Person, person)
        assert found is not None
        return found.photo


def test_a_photo_is_made_smaller_and_says_nothing_of_camera_and_place(
    store: Store, person: PersonId, tmp_path: Path
) -> None:
    path = picture(tmp_path)
    before = path.read_bytes()

    key = set_photo(store, person, path)

    image = kept(store, key)
    assert (image.size, image.format, dict(image.getexif()), image.info.get("exif")) == ((800, 1200), "JPEG", {}, None)
    assert photo_of(store, person) == key
    assert path.read_bytes() == before
    with store.read() as db:
        asset = db.get(Asset, key)
        assert asset is not None
        assert (hashlib.sha256(asset.data).hexdigest(), asset.media_type) == (key, "image/jpeg")
    assert store.verify() == []


@pytest.mark.parametrize(("turned", "red"), [(1, (400, 100)), (3, (400, 1100)), (6, (1100, 400)), (8, (100, 400))])
def test_a_photo_stands_upright_as_the_camera_was_held(
    store: Store, person: PersonId, tmp_path: Path, turned: int, red: tuple[int, int]
) -> None:
    key = set_photo(store, person, picture(tmp_path, turned=turned))

    colour = kept(store, key).getpixel(red)
    assert isinstance(colour, tuple)
    assert (colour[0] > 200, colour[2] < 60) == (True, True)


def test_the_same_picture_is_kept_once_and_undo_gives_the_old_one_back(
    store: Store, person: PersonId, tmp_path: Path
) -> None:
    first = set_photo(store, person, picture(tmp_path))
    again = set_photo(store, person, picture(tmp_path, name="copy.jpg"))
    other = set_photo(store, person, picture(tmp_path, (300, 400)))
    remove_photo(store, person)

    assert (first == again, first == other, photo_of(store, person)) == (True, False, "")
    store.undo()
    assert photo_of(store, person) == other
    store.undo()
    assert photo_of(store, person) == first
    assert [step.kind for step in store.history()][-2] is StepKind.SET_PHOTO


def test_a_picture_with_clear_parts_gets_white_paper_a_logo_stays_clear(
    store: Store, person: PersonId, house: InstitutionId, tmp_path: Path
) -> None:
    path = tmp_path / "mark.png"
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(path)

    face, logo = kept(store, set_photo(store, person, path)), kept(store, set_logo(store, house, path))

    assert (face.format, face.getpixel((5, 5))) == ("JPEG", (255, 255, 255))
    assert (logo.format, logo.getpixel((5, 5))) == ("PNG", (0, 0, 0, 0))
    remove_logo(store, house)
    with store.read() as db:
        institution = db.get(Institution, house)
        assert institution is not None
        assert institution.logo == ""


@pytest.mark.parametrize("name", ["photo.png", "photo.webp", "photo.gif", "photo.bmp", "photo.tiff"])
def test_usual_formats_are_read(store: Store, person: PersonId, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Image.new("RGB", (300, 400), "red").save(path)

    assert kept(store, set_photo(store, person, path)).size == (300, 400)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_any_kind_of_pixels_becomes_colours(store: Store, person: PersonId, tmp_path: Path, mode: str) -> None:
    path = tmp_path / "photo.tiff"
    Image.new(mode, (300, 400)).save(path)

    assert kept(store, set_photo(store, person, path)).mode == "RGB"


def test_colours_of_another_space_become_the_usual_ones(store: Store, person: PersonId, tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    other_space = srgb.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    colours = []
    for name, profile in (("usual", srgb), ("other", other_space), ("broken", b"no profile")):
        path = tmp_path / f"{name}.png"
        Image.new("RGB", (300, 400), (200, 100, 50)).save(path, icc_profile=profile)
        image = kept(store, set_photo(store, person, path))
        colours.append(image.getpixel((5, 5)))
        assert "icc_profile" not in image.info

    usual, other, broken = colours
    assert isinstance(other, tuple)
    assert (broken, other[0] < other[1]) == (usual, True)


def claimed(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is that large."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    ]
    body = (struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "“p.jpg” is empty (0 bytes). Send or copy the picture once more."),
        (b"PK\x03\x04 a Word file", "“p.jpg” is no picture that can be read."),
        (b"%PDF-1.7", "“p.jpg” is no picture that can be read."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "“p.jpg” is no picture that can be read."),
        (claimed(20_000, 20_000), "“p.jpg” has far too many pixels to be a photo."),
        (claimed(9_000, 9_000), "“p.jpg” has 9000 × 9000 pixels, more than any photo needs."),
        (claimed(12_000, 9_000), "“p.jpg” has far too many pixels to be a photo."),
        (claimed(99, 400), "“p.jpg” has only 99 × 400 pixels, too few to print."),
        (claimed(400, 400), "“p.jpg” is damaged: the picture ends before it is complete."),
    ],
    ids=["empty", "zip", "pdf", "svg", "bomb", "large", "larger", "small", "hollow"],
)
def test_what_is_no_photo_is_refused_in_a_sentence(
    store: Store, person: PersonId, tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "p.jpg"
    path.write_bytes(data)
    steps = len(store.history())

    with pytest.raises(PictureRefused) as refused:
        set_photo(store, person, path)

    assert str(refused.value).startswith(said)
    assert (len(store.history()), photo_of(store, person)) == (steps, "")


def test_a_picture_that_ends_too_early_is_refused(store: Store, person: PersonId, tmp_path: Path) -> None:
    path = picture(tmp_path)
    path.write_bytes(cut(path.read_bytes()))

    with pytest.raises(PlannerError, match="damaged"):
        set_photo(store, person, path)


def test_a_missing_file_is_refused(store: Store, person: PersonId, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="was not found"):
        set_photo(store, person, tmp_path / "gone.jpg")


def test_pictures_that_are_not_there_are_left_out(store: Store, person: PersonId, tmp_path: Path) -> None:
    key = set_photo(store, person, picture(tmp_path))

    with store.read() as db:
        assert photo(db, "") is None
        assert photo(db, "0" * 64) is None
        assert list(photos(db, [key, "", key, "0" * 64])) == [key]
