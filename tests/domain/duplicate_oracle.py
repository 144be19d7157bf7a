"""Invented people who stand twice in a directory, each pair spelled in two ways; and namesakes who are two people."""

from dataclasses import dataclass

from forumplanner.domain.likeness import Someone
from forumplanner.domain.names import PersonName


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a person. `house`: "key" of an institution, or its name where a list made a second one."""

    zh: str = ""
    latin: str = ""
    native: str = ""
    country: str = ""
    house: str = ""
    phone: str = ""
    email: str = ""


Pair = tuple[Spelling, Spelling]

CHARACTERS: tuple[Pair, ...] = (
    (Spelling("陈国强", country="CN", house="yl"), Spelling("陳國強", house="yl")),
    (Spelling("刘晓东", country="CN", house="yl"), Spelling("劉曉東教授", country="CN", house="yl")),
    (Spelling("欧阳静", country="CN", house="江南医科大学"), Spelling("歐陽靜", country="CN", house="江南医大")),
    (Spelling("桑亚·素帕", country="TH", house="cm"), Spelling("桑亚•素帕", country="TH", house="cm", phone="0811")),
    (Spelling("郑丽华", country="CN"), Spelling("鄭麗華", country="CN", house="yl")),
)
"""Traditional and simplified characters, dots, courtesies behind the name."""

PINYIN: tuple[Pair, ...] = (
    (Spelling("周敏芝", country="CN", house="yl"), Spelling(latin="Zhou Minzhi", country="CN", house="yl")),
    (Spelling("单雪峰", country="CN", house="yl"), Spelling(latin="Xuefeng Shan", country="CN", house="yl")),
    (Spelling("吕文婷", country="CN", house="jn"), Spelling(latin="LYU Wenting", country="CN", house="jn")),
    (Spelling(latin="Lü Jiaqi", country="CN", house="jn"), Spelling(latin="Lv Jia Qi", country="CN", house="jn")),
    (Spelling("尉迟明远", country="CN", house="yl"), Spelling(latin="Yuchi Mingyuan", house="yl", country="CN")),
)
"""Characters here, their pinyin there; ü in its spellings; surnames with readings of their own."""

ORDER: tuple[Pair, ...] = (
    (Spelling(latin="Haoran Song", country="CN", house="yl"), Spelling(latin="SONG Haoran", house="yl")),
    (Spelling(latin="Nguyễn Văn Hùng", country="VN", house="hn"), Spelling(latin="Hung Nguyen Van", house="hn")),
    (
        Spelling(latin="SOK Chanthavy", country="KH", house="pp"),
        Spelling(latin="Chanthavy Sok", country="KH", house="pp"),
    ),
    (Spelling(latin="Anchalee Srisuwan", country="TH", house="cm"), Spelling(latin="Srisuwan, Anchalee", house="cm")),
    (
        Spelling(latin="Ozerov Andrei Petrovich", country="RU", house="nsk"),
        Spelling(latin="Andrei Petrovich Ozerov", country="RU", house="nsk"),
    ),
)
"""Family name first or last."""

ACCENTS: tuple[Pair, ...] = (
    (Spelling(latin="Trần Thị Diệu Linh", country="VN", house="hn"), Spelling(latin="Tran Thi Dieu Linh", house="hn")),
    (Spelling(latin="Đặng Xuân Trường", country="VN", house="hn"), Spelling(latin="DANG XUAN TRUONG", house="hn")),
    (
        Spelling(latin="Chén Xiǎomíng", country="CN", house="yl"),
        Spelling(latin="Chen Xiaoming", country="CN", house="yl"),
    ),
    (Spelling(latin="José Muñoz Peña", country="ES", house="ma"), Spelling(latin="Jose Munoz Pena", house="ma")),
    (
        Spelling(latin="Lê Ngọc Ánh", country="VN", phone="+84 912345678"),
        Spelling(latin="Le Ngoc Anh", phone="0912345678"),
    ),
)
"""Tones and diacritics lost on the way."""

INITIALS: tuple[Pair, ...] = (
    (Spelling(latin="K. M. Rahman", country="BD", house="dh"), Spelling(latin="Kazi Mahbub Rahman", house="dh")),
    (Spelling(latin="Fan H.Y.", country="CN", house="yl"), Spelling(latin="Fan Haiyan", country="CN", house="yl")),
    (Spelling(latin="P. Sivakumar", country="LK", house="jf"), Spelling(latin="Ponnampalam Sivakumar", house="jf")),
    (Spelling(latin="S.K. Gurung", country="NP", house="kt"), Spelling(latin="Suresh Kumar Gurung", house="kt")),
    (
        Spelling(latin="R Adhikari", country="NP", house="kt"),
        Spelling(latin="Roshani Adhikari", house="kt", phone="9801"),
    ),
)
"""Initials here, names there."""

NATIVE: tuple[Pair, ...] = (
    (
        Spelling(latin="Khin Thiri Lwin", native="ခင်သီရိလွင်", country="MM", house="yg"),
        Spelling(native="ခင်သီရိလွင်", house="yg"),
    ),
    (Spelling(latin="U Kyaw Soe", country="MM", house="yg"), Spelling(latin="Kyaw Soe", country="MM", house="yg")),
    (
        Spelling(latin="Daw Nilar Win", country="MM", house="yg"),
        Spelling(latin="Dr. Nilar Win", country="MM", house="yg"),
    ),
    (
        Spelling(latin="Preecha Boonmee", native="ปรีชา บุญมี", country="TH", house="cm"),
        Spelling("比差·文米", native="ปรีชา  บุญมี", house="cm"),
    ),
    (
        Spelling(latin="Kapil Thapa", native="कपिल थापा", country="NP", house="kt"),
        Spelling(latin="Thapa Kapil", native="कपिल थापा", house="kt"),
    ),
)
"""Own script beside Latin letters; forms of address that are no names."""

MUHAMMADS: tuple[Pair, ...] = (
    (
        Spelling(latin="Md. Rashedul Karim", country="BD", house="dh"),
        Spelling(latin="Mohammad Rashedul Karim", house="dh"),
    ),
    (
        Spelling(latin="Muhammad Zeeshan Qureshi", country="PK", house="kr"),
        Spelling(latin="M. Zeeshan Qureshi", house="kr"),
    ),
    (
        Spelling(latin="Tanvir Chowdhury", country="BD", house="dh"),
        Spelling(latin="Tanvir Choudhury", country="BD", house="dh"),
    ),
    (
        Spelling(latin="Mohd Hafiz bin Osman", country="MY", house="kl"),
        Spelling(latin="Muhammad Hafiz Osman", house="kl"),
    ),
    (
        Spelling(latin="Prof. Dr. Md Anisur Rahman", country="BD", house="dh"),
        Spelling(latin="Anisur Rahman", house="dh"),
    ),
)
"""Md., Mohd, Mohammad, bin, and transliterations that differ by a letter."""

HYPHENS: tuple[Pair, ...] = (
    (Spelling(latin="Deng Shu-fen", country="CN", house="yl"), Spelling(latin="Deng Shufen", house="yl")),
    (
        Spelling(latin="WONG Tai Man", country="HK", house="hk"),
        Spelling(latin="Wong Tai-man", country="HK", house="hk"),
    ),
    (Spelling(latin="Au Yeung Ka Ming", country="HK", house="hk"), Spelling(latin="Auyeung Kaming", house="hk")),
    (Spelling(latin="Abdul Karim Biswas", country="BD", house="dh"), Spelling(latin="Abdulkarim Biswas", house="dh")),
    (
        Spelling(latin="Nur Aisyah binti Osman", country="MY", house="kl"),
        Spelling(latin="Nur’aisyah Osman", house="kl"),
    ),
)
"""Spaces, hyphens and apostrophes."""

PAIRS: tuple[Pair, ...] = (*CHARACTERS, *PINYIN, *ORDER, *ACCENTS, *INITIALS, *NATIVE, *MUHAMMADS, *HYPHENS)

HOMONYMS: tuple[Pair, ...] = (
    (
        Spelling("王伟", "Wang Wei", country="CN", house="yl", phone="13800000001"),
        Spelling("王伟", "Wang Wei", country="CN", house="jn", phone="13900000002"),
    ),
    (
        Spelling("李静", country="CN", house="yl", email="lj@yl.example"),
        Spelling("李静", country="CN", house="jn", email="lij@jn.example"),
    ),
    (
        Spelling(latin="Nguyễn Văn An", country="VN", house="hn", phone="0912000111"),
        Spelling(latin="Nguyen Van An", country="VN", house="hue", phone="0987222333"),
    ),
    (
        Spelling(latin="Abdur Rahman", country="BD", house="dh", phone="01711000111"),
        Spelling(latin="Abdur Rahman", country="PK", house="kr", phone="03002220003"),
    ),
    (
        Spelling("李伟", "Li Wei", country="CN", house="yl", phone="13500000001"),
        Spelling("李玮", "Li Wei", country="CN", house="yl", phone="13500000009"),
    ),
    (
        Spelling(latin="Somchai Jaidee", country="TH", house="cm", email="somchai@cm.example"),
        Spelling(latin="Somchai Jaidee", country="TH", house="bk", email="jaidee@bk.example"),
    ),
)
"""The same name, or one that sounds the same, at another place with another contact: two people."""


def someone(key: str, spelling: Spelling) -> Someone:
    """That spelling as the search takes it; a house with a space or Chinese characters is known by name only."""
    by_name = not spelling.house.isascii()
    return Someone(
        id=key,
        names=(PersonName(zh=spelling.zh, latin=spelling.latin, native=spelling.native),),
        country=spelling.country,
        institutions=frozenset() if by_name or not spelling.house else frozenset({spelling.house}),
        houses=(spelling.house,) if by_name else (),
        phone=spelling.phone,
        emails=(spelling.email,) if spelling.email else (),
    )


def everybody(pairs: tuple[Pair, ...], prefix: str) -> tuple[list[Someone], set[frozenset[str]]]:
    """The people of some pairs, and the pairs by their ids."""
    people, wanted = [], set()
    for n, (one, other) in enumerate(pairs):
        keys = f"{prefix}{n:02d}a", f"{prefix}{n:02d}b"
        people += [someone(keys[0], one), someone(keys[1], other)]
        wanted.add(frozenset(keys))
    return people, wanted
