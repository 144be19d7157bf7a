"""Who comes: the cast with names of its own, and the many whose names are composed, up to the number asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from random import Random
from typing import Any

from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.sample.names import NameSource, chinese_name
from forumplanner.sample.tables import LARGE, table


@dataclass(frozen=True, slots=True)
class Attendee:
    """One participant before any record is made. `post` and `title`: institution code and "中文|English".

    `also`: a second post. `delegation`: "head", "deputy", "member", "accompanying" or "".
    `early`: comes before the first meeting; `arrives_late`: after the own talk, on purpose.
    """

    code: str
    name: PersonName
    country: str
    category: Category
    institution: str = ""
    title: str = ""
    also: tuple[str, str] | None = None
    delegation: str = ""
    mode: Mode = Mode.ON_SITE
    status: InvitationStatus | None = InvitationStatus.ACCEPTED
    early: bool = False
    arrives_late: bool = False
    notes: str = field(default="")


_WORKERS: tuple[tuple[Category, float, int, tuple[str, ...], tuple[str, ...]], ...] = (
    (Category.STAFF, 0.05, 4, ("oic", "qlmu"), ("会务组工作人员|Conference Officer", "联络员|Liaison Officer")),
    (Category.VOLUNTEER, 0.06, 4, ("qlmu",), ("医学生|Medical Student", "护理学专业学生|Nursing Student")),
    (Category.INTERPRETER, 0.008, 2, ("qinghe",), ("同声传译|Simultaneous Interpreter", "陪同翻译|Escort Interpreter")),
    (Category.PRESS, 0.02, 3, ("nanlu", "shiguang"), ("记者|Reporter", "摄像|Camera Operator")),
    (Category.SECURITY, 0.02, 3, ("qinghe",), ("安保人员|Security Officer",)),
    (Category.CREW, 0.02, 3, ("qinghe",), ("灯光师|Lighting Technician", "投影技术员|Projection Technician")),
    (Category.OBSERVER, 0.05, 4, ("baiyu", "jichuan", "xingcha"), ("副院长|Vice Dean", "讲师|Lecturer")),
    (Category.GUEST, 0.01, 1, ("doe", "phc", "fao"), ("处长|Division Director",)),
)
"""Category, share of all participants, at least, institutions, titles."""

_ACADEMIC = (
    "教授|Professor",
    "副教授|Associate Professor",
    "讲师|Lecturer",
    "国际合作处副处长|Deputy Director of International Cooperation",
    "教务处处长|Director of Academic Affairs",
    "博士研究生|Doctoral Candidate",
)
_CLINICAL = ("主任医师|Chief Physician", "主管护师|Nurse-in-Charge", "科教科科长|Head of Research and Teaching")
_COURTESY = {"Professor": "Prof.", "Associate Professor": "Assoc. Prof.", "Lecturer": "Dr.", "Chief Physician": "Dr."}
_STATUSES = (
    *[InvitationStatus.ACCEPTED] * 40,
    *[InvitationStatus.SENT] * 6,
    *[InvitationStatus.RECEIVED] * 3,
    InvitationStatus.DECLINED,
    InvitationStatus.SUBSTITUTE_NAMED,
)
_NO_REPLY_NEEDED = frozenset(
    {Category.STAFF, Category.VOLUNTEER, Category.INTERPRETER, Category.SECURITY, Category.CREW}
)


def cast(participants: int) -> list[Attendee]:
    """The people with names and tasks of their own, in the order of the table."""
    rows = table("cast")
    return [_of_cast(row) for row in rows if participants >= LARGE or not row.get("large")]


def _of_cast(row: dict[str, Any]) -> Attendee:
    category = Category(row["category"])
    also = row.get("also")
    return Attendee(
        code=row["code"],
        name=_cast_name(row),
        country=row.get("country", "CN"),
        category=category,
        institution=row.get("inst", ""),
        title=row["title"],
        also=(also[0], also[1]) if also else None,
        delegation="head" if row.get("head") else "deputy" if row.get("deputy") else "",
        mode=Mode(row.get("mode", "onsite")),
        status=None if category in _NO_REPLY_NEEDED else InvitationStatus(row.get("status", "accepted")),
        early=True,
        arrives_late=bool(row.get("arrives_late")),
    )


def _cast_name(row: dict[str, Any]) -> PersonName:
    courtesy = row.get("as", "")
    if "country" not in row:
        name = chinese_name(row["zh"], row["latin"])
        return replace(name, courtesy_en=courtesy, address_en=f"{courtesy} {name.family}".strip() if courtesy else "")
    family, given = row.get("family", ""), row.get("given", "")
    family_first = bool(family) and row["latin"].startswith(family)
    return PersonName(
        zh=row["zh"],
        latin=row["latin"],
        native=row.get("native", ""),
        native_language=row.get("tag", ""),
        family=family,
        given=given,
        courtesy_en=courtesy,
        pronunciation=row.get("say", ""),
        order=NameOrder.FAMILY_FIRST if family_first else NameOrder.AS_WRITTEN,
        latin_first=True,
        zh_confirmed=True,
        latin_confirmed=True,
        native_confirmed=True,
    ).tidied()


class Crowd:
    """Makes the many attendees beside the cast, deterministically."""

    def __init__(self, random: Random, known: list[Attendee]) -> None:
        self._random = random
        self._names = NameSource(random, taken=[attendee.name.latin for attendee in known])
        self._count = 0
        rows = table("directory")["institutions"]
        learned = [r for r in rows if r["kind"] in {"university", "hospital", "research"}]
        self._home = cycle([r for r in learned if r["country"] == "CN"])
        self._abroad = {r["country"]: cycle([x for x in learned if x["country"] == r["country"]]) for r in learned}
        self.countries = [row["country"] for row in table("directory")["delegations"]]

    def speakers(self, number: int) -> list[Attendee]:
        """Speakers and chairs, from home and abroad in turn."""
        abroad = cycle(self.countries)
        return [
            self._scholar(next(abroad) if n % 2 else "CN", Category.SPEAKER, InvitationStatus.ACCEPTED)
            for n in range(number)
        ]

    def others(self, number: int, *, participants: int) -> Iterator[Attendee]:
        """Helpers, press and observers by their shares, then delegates from abroad and from home, `number` in all."""
        workers = list(islice(self._workers(participants), number))
        foreign = min(round(participants * 0.18), number - len(workers))
        yield from workers
        for n in range(foreign):
            member = self._scholar(self.countries[n % len(self.countries)], Category.DELEGATE, self._status())
            yield (
                replace(member, delegation="accompanying", title="随行人员|Accompanying Person")
                if (n % 17 == 16)
                else member
            )
        for _ in range(number - len(workers) - foreign):
            yield self._scholar("CN", Category.DELEGATE, self._status())

    def _workers(self, participants: int) -> Iterator[Attendee]:
        for category, share, least, institutions, titles in _WORKERS:
            for n in range(max(least, round(participants * share))):
                yield Attendee(
                    code=self._code(),
                    name=self._names.next("CN"),
                    country="CN",
                    category=category,
                    institution=institutions[n % len(institutions)],
                    title=titles[n % len(titles)],
                    status=None if category in _NO_REPLY_NEEDED else self._status(),
                )

    def _scholar(self, country: str, category: Category, status: InvitationStatus) -> Attendee:
        at = next(self._home if country == "CN" else self._abroad[country])
        title = self._random.choice(_CLINICAL if at["kind"] == "hospital" else _ACADEMIC)
        name = self._names.next(country)
        if country != "CN":
            name = self._as_lists_have_it(name, speaker=category is Category.SPEAKER)
        courtesy = _COURTESY.get(title.partition("|")[2], "")
        return Attendee(
            code=self._code(),
            name=replace(name, courtesy_en=courtesy),
            country=country,
            category=category,
            institution=at["code"],
            title=title,
            delegation="" if country == "CN" else "member",
            mode=Mode.ONLINE if country != "CN" and self._random.random() < 0.1 else Mode.ON_SITE,
            status=status,
        )

    def _as_lists_have_it(self, name: PersonName, *, speaker: bool) -> PersonName:
        """Some lists lack a form or nobody has confirmed it yet; a speaker's forms are all there."""
        chance = self._random.random
        return replace(
            name,
            zh="" if not speaker and chance() < 0.04 else name.zh,
            native="" if not speaker and chance() < 0.08 else name.native,
            latin_first=True,
            zh_confirmed=chance() < 0.6,
            latin_confirmed=chance() < 0.9,
            native_confirmed=chance() < 0.8,
        )

    def _status(self) -> InvitationStatus:
        return self._random.choice(_STATUSES)

    def _code(self) -> str:
        self._count += 1
        return f"n{self._count:05d}"
