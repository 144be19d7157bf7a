"""What `bench.py` measures of the search for duplicates: python tools/bench_duplicates.py says milliseconds as JSON."""

import json
import random
import time

from forumplanner.domain.likeness import Someone, pairs
from forumplanner.domain.names import PersonName

PEOPLE = 5000
_CHINESE = ("王伟李静张敏刘洋陈国强", "国文明晓海英建军丽华芳敏静志强勇杰娟艳涛超霞平刚桂玉兰春梅秀英凤云")
_LATIN = (
    ("Nguyen", "Tran", "Le", "Pham", "Rahman", "Hossain", "Karim", "Chowdhury", "Thapa", "Gurung", "Perera", "Silva"),
    ("Van", "Thi", "Minh", "Quoc", "Abdul", "Anisur", "Kamrul", "Suresh", "Deepak", "Ruwan", "Kasun", "Thanh", "Ngoc"),
    ("An", "Binh", "Cuong", "Dung", "Hung", "Linh", "Phuc", "Sohel", "Tanvir", "Nabin", "Binod", "Nimal", "Upul"),
)


def duplicates() -> None:
    """5,000 people of 200 institutions, and the same at one: says the milliseconds."""
    spent = {
        "many houses": _best([_someone(n, random.Random(n), houses=200) for n in range(PEOPLE)]),
        "one house": _best([_someone(n, random.Random(n), houses=1) for n in range(PEOPLE)]),
    }
    print(json.dumps({what: seconds * 1000 for what, seconds in spent.items()}))


def _best(people: list[Someone]) -> float:
    best = 99.0
    for _round in range(3):
        began = time.perf_counter()
        pairs(people)
        best = min(best, time.perf_counter() - began)
    return best


def _someone(n: int, chance: random.Random, *, houses: int) -> Someone:
    """Every second one Chinese with characters and pinyin, the others with Latin names; every fourth shares a name."""
    chance = random.Random(n - 1) if n % 4 == 0 else chance
    if n % 2:
        zh = chance.choice(_CHINESE[0]) + "".join(chance.choices(_CHINESE[1], k=2))
        name, country = PersonName(zh=zh), "CN"
    else:
        name, country = PersonName(latin=" ".join(map(chance.choice, _LATIN))), "VN"
    house = f"h{n % houses}"
    return Someone(str(n), (name,), country, frozenset({house}), phone=f"+86 138{n:08d}")


if __name__ == "__main__":
    duplicates()
