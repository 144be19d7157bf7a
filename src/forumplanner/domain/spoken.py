"""Who is spoken of on a stage, and the moment at which: what the host's words are made of."""

from dataclasses import dataclass

from forumplanner.domain.kinds import ItemKind, Mode, Role


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody as the host names them in one language: a person, or an organisation without office and courtesy.

    `courtesy` stands behind a Chinese name; an English name carries it in front. `thanked`: the short form. `group`:
    "home", "consular", "abroad", "alliance" or "host". `act`: the key of the act they are in.
    """

    name: str
    office: str = ""
    courtesy: str = ""
    thanked: str = ""
    role: Role = Role.SPEAKER
    group: str = "home"
    act: str = ""
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An item as the host meets it, all texts in one language.

    `acts`: key and title of each. `guests`: who is introduced. `thanked`: who spoke before, in an item of kind `after`.
    `start`: minutes of the day; `resume`: when it goes on, as a clock. `last`: nothing follows in its session;
    `closes`: nor in the forum.
    """

    kind: ItemKind
    title: str = ""
    people: tuple[Spoken, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    guests: tuple[Spoken, ...] = ()
    thanked: Spoken | None = None
    after: ItemKind | None = None
    session: str = ""
    forum: str = ""
    start: int | None = None
    resume: str = ""
    last: bool = False
    closes: bool = False
