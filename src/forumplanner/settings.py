"""What this computer's user chose: one typed group per subject, each value's default and help declared once."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, Self

from forumplanner import files, i18n, paths

MAX_RECENT = 12
MAX_BYTES = 200_000


def setting(default: Any, help_: str) -> Any:
    """A value with its default, and what it is for in one sentence."""
    return field(default=default, metadata={"help": help_})


@dataclass(frozen=True, slots=True)
class Look:
    """How the window speaks and looks."""

    language: str = setting("", "Language of the window; empty for the system's.")
    scheme: Literal["light", "dark"] = setting("light", "Colours of the window.")


@dataclass(frozen=True, slots=True)
class User:
    """Who works here."""

    name: str = setting("", "Name in the history; empty for the login.")


@dataclass(frozen=True, slots=True)
class Recent:
    """A planner file that was open: where, what it was called, when it was closed (ISO, local)."""

    path: str
    title: str = ""
    detail: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """Files and folders of late."""

    recent: tuple[Recent, ...] = setting((), "Planner files, newest first.")
    folder: str = setting("", "Where files were last opened or saved.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was."""

    page: str = setting("", "Key of the page that was shown last.")
    width: int = setting(1440, "Width of the window in pixels.")
    height: int = setting(900, "Height of the window in pixels.")
    maximized: bool = setting(default=False, help_="Whether the window filled the screen.")
    programme: Literal["board", "list"] = setting("board", "How the programme is shown.")


@dataclass(frozen=True, slots=True)
class Mail:
    """The account that mail goes through. The password lies in the system's key store, never here."""

    mailbox: str = setting("", "Address that mail comes from.")
    host: str = setting("", "Server that takes mail.")
    port: int = setting(465, "Its port.")
    security: Literal["tls", "starttls", "none"] = setting("tls", "How the line to it is protected.")
    user: str = setting("", "Login; empty for the address.")
    logs_in: bool = setting(default=True, help_="Whether the server asks for a login.")
    sign_in: Literal["", "microsoft", "google"] = setting("", "Service that is signed in to, instead of a password.")
    client_id: str = setting("", "The forum's own registration with that service.")
    per_minute: int = setting(20, "Mails a minute at most.")
    per_day: int = setting(200, "Mails a day at most.")
    opens: int = setting(8 * 60 + 30, "Nothing goes before; minutes since midnight at the forum.")
    closes: int = setting(20 * 60, "Nothing goes after; minutes since midnight at the forum.")
    imap_host: str = setting("", "Server that answers are read from; empty for none.")
    imap_port: int = setting(993, "Its port.")
    imap_folder: str = setting("INBOX", "Folder that answers arrive in.")
    imap_marks: str = setting("", "How far each forum has read its mailbox.")
    proven: str = setting("", "Address and login of which a mail to oneself was taken by the server.")
    stopped_on: str = setting("", "Day (ISO) on which nobody is asked again whether to go on.")

    @property
    def account(self) -> str:
        """What limits are counted by: login and server."""
        return f"{self.user or self.mailbox}@{self.host}" if self.host else ""

    @property
    def proof(self) -> str:
        """What `proven` says once a mail to oneself went through this very login."""
        return f"{self.mailbox} {self.account} {self.sign_in}".rstrip() if self.account else ""

    @property
    def is_proven(self) -> bool:
        """True once a mail to oneself went this way; another address, login or server has to prove itself anew."""
        return bool(self.proof) and self.proven == self.proof


@dataclass(frozen=True, slots=True)
class Settings:
    """All groups. Frozen: `with_recent`, `dataclasses.replace` make new ones."""

    look: Look = field(default_factory=Look)
    user: User = field(default_factory=User)
    files: Files = field(default_factory=Files)
    place: Place = field(default_factory=Place)
    mail: Mail = field(default_factory=Mail)

    def with_recent(self, recent: Recent) -> Self:
        """The same with one file at the head of the list of recent ones, and no other entry for it."""
        others = tuple(old for old in self.files.recent if old.path != recent.path)
        return replace(self, files=replace(self.files, recent=(recent, *others)[:MAX_RECENT]))

    def without_recent(self, path: str) -> Self:
        """The same without that file."""
        kept = tuple(old for old in self.files.recent if old.path != path)
        return replace(self, files=replace(self.files, recent=kept))

    def language(self) -> str:
        """The interface's language: the chosen one, else the system's."""
        return self.look.language or i18n.system_language()


def settings_file() -> Path:
    """Where they are kept."""
    return paths.user_data() / "settings.json"


def load() -> Settings:
    """The user's settings; whatever is missing, unknown or of a wrong kind in the file has its default."""
    file = settings_file()
    try:
        data = json.loads(files.read_capped(file, limit=MAX_BYTES)) if file.is_file() else {}
    except (files.FileRefused, ValueError):
        data = {}
    return Settings(
        look=_group(Look, data, "look"),
        user=_group(User, data, "user"),
        files=_group(Files, data, "files"),
        place=_group(Place, data, "place"),
        mail=_group(Mail, data, "mail"),
    )


def save(settings: Settings) -> None:
    """Keep them. Raises `FileRefused` where the user's folder can't be written."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    files.write_atomically(settings_file(), text.encode())


def _group(kind: type[Any], data: Any, name: str) -> Any:
    given = data.get(name) if isinstance(data, Mapping) else None
    if not isinstance(given, Mapping):
        return kind()
    made = kind()
    for one in fields(kind):
        value = given.get(one.name, getattr(made, one.name))
        if one.name == "recent":
            value = _recents(value)
        if _fits(value, getattr(made, one.name), one.name):
            made = replace(made, **{one.name: value})
    return made


_CHOICES = {
    "language": ("", *i18n.LANGUAGES),
    "scheme": ("light", "dark"),
    "programme": ("board", "list"),
    "security": ("tls", "starttls", "none"),
    "sign_in": ("", "microsoft", "google"),
}


def _fits(value: Any, default: Any, name: str) -> bool:
    return type(value) is type(default) and value in _CHOICES.get(name, (value,))


def _recents(value: Any) -> tuple[Recent, ...]:
    rows = value if isinstance(value, list) else []
    texts = [{k: v for k, v in row.items() if isinstance(v, str)} for row in rows if isinstance(row, Mapping)]
    known = {one.name for one in fields(Recent)}
    return tuple(Recent(**{k: v for k, v in row.items() if k in known}) for row in texts if row.get("path"))
