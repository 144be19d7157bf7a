"""How mails address their readers."""

from dataclasses import replace

from forumplanner.domain.kinds import Category
from forumplanner.invitations.salutations import salutation, untitled
from forumplanner.snapshots.telling import Reach, Reader
from forumplanner.snapshots.wordings import NameForms

LANGUAGES = ("zh-Hans", "en")
HU = Reader(
    "hu",
    NameForms("胡梅东", "Hu Meidong"),
    Category.DELEGATE,
    Reach.MAIL,
    address=("胡梅东", "Hu Meidong"),
    country="CN",
)


def test_a_chinese_reader_is_never_called_by_the_bare_name() -> None:
    assert [salutation(HU, LANGUAGES, tag) for tag in LANGUAGES] == ["胡梅东老师", "Hu Meidong"]


def test_a_known_title_stays() -> None:
    titled = replace(HU, address=("胡教授", "Prof. Hu"))

    assert [salutation(titled, LANGUAGES, tag) for tag in LANGUAGES] == ["胡教授", "Prof. Hu"]


def test_foreigners_keep_their_whole_name() -> None:
    foreign = replace(HU, name=NameForms("阮文雄", "Nguyễn Văn Hùng"), address=("阮文雄", ""), country="VN")

    assert [salutation(foreign, LANGUAGES, tag) for tag in LANGUAGES] == ["阮文雄", "Nguyễn Văn Hùng"]


def test_who_has_a_title_in_one_language_is_not_without() -> None:
    one = replace(HU, participant_id="one", address=("胡梅东", "Dr. Hu"))
    native = replace(HU, participant_id="native", name=NameForms("", "Dr. Sanya"), address=("", "Dr. Sanya"))

    assert untitled((HU, one, native)) == (HU,)
