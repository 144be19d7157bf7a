"""In which forums somebody took part and what they did there, as their card shows it."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import Category, InvitationStatus, Mode, Role


@dataclass(frozen=True, slots=True)
class TookPartItem:
    """One appearance: the item or part, its session and day; `title` is the item's, else the session's."""

    title: str
    session: str
    day: dt.date | None
    role: Role
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class TookPart:
    """One forum. `delegation`, `post`: as texts, "" for none; `role_in_delegation`: "head", "deputy", "member" ...

    `roles`: each once, in the order in which they come.
    """

    forum_id: str
    participant_id: str
    title: str
    starts_on: dt.date | None
    category: Category
    status: InvitationStatus | None
    mode: Mode | None
    post: str = ""
    delegation: str = ""
    role_in_delegation: str = ""
    items: tuple[TookPartItem, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """What they did there, each role once."""
        return tuple(dict.fromkeys(item.role for item in self.items))
