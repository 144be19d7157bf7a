"""Starting the window: settings, language, fonts, look, then the frame; slow libraries only after the first paint."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from forumplanner import __version__, paths, settings
from forumplanner.gui import fonts, theme
from forumplanner.gui.dialogs import Dialogs
from forumplanner.gui.frame import look
from forumplanner.gui.frame.kept import Kept, Restored
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.frame.opening import Doors
from forumplanner.gui.window import PlannerWindow

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.store import Store


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; `arguments` may hold the path of a planner file. Gives the exit status."""
    application = make_application()
    window = make_window(settings.load())
    given = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if window.settings.place.maximized:
        window.showMaximized()
    else:
        window.show()
    window.painted.connect(lambda: start_work(window, given))
    return application.exec()


def make_application() -> QApplication:
    """The one application, in the user's language, fonts and scheme."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(paths.APP_NAME)
    application.setApplicationVersion(__version__)
    chosen = settings.load()
    fonts.load_first()
    theme.apply(application, "dark" if chosen.look.scheme == "dark" else "light")
    look.speak(chosen.language())
    return application


def make_window(chosen: settings.Settings, dialogs: Dialogs | None = None) -> PlannerWindow:
    """The window with its doors; not yet shown."""
    name = chosen.user.name
    doors = Doors(
        open=lambda path: _open(path, name),
        create=lambda path, forum: _create(path, forum, name),
        sample=lambda: _sample(name),
        forums=_forums,
        backups=_backups,
        restore=_restore,
        warm=_warm,
        sample_path=sample_path(),
    )
    return PlannerWindow(doors, chosen, dialogs)


def start_work(window: PlannerWindow, given: Sequence[Path] = ()) -> None:
    """What waits for the first paint: other scripts' fonts, slow libraries in a thread, and the file that was given."""
    fonts.load_rest()
    window.welcome.focus_first()
    if given:
        window.files.take(given[0])
    else:
        window.shell.tasks.start(
            lambda _progress: window.opening.doors.warm(),
            done=lambda _none: None,
            failed=lambda error: window.say(str(error)),
        )


def sample_path() -> Path:
    """Where the sample forum is kept: among the user's own files, never beside real work."""
    return paths.user_data() / "sample" / "sample.forumplanner"


def _open(path: Path, name: str) -> "Store":
    from forumplanner.store import Store  # noqa: PLC0415 - loads the database's library, after the first paint

    return Store.open(path, actor=name)


def _create(path: Path, forum: NewForum, name: str) -> "Store":
    from forumplanner.actions.forums import create_forum  # noqa: PLC0415 - loads the database's library
    from forumplanner.domain.text import LocalizedText  # noqa: PLC0415 - needed here only
    from forumplanner.store import Store  # noqa: PLC0415 - loads the database's library, after the first paint

    store = Store.create(path, actor=name)
    if not (forum.title_zh or forum.title_en):
        return store
    create_forum(
        store,
        title=LocalizedText.of(zh_Hans=forum.title_zh, en=forum.title_en),
        starts_on=forum.starts_on,
        ends_on=forum.ends_on,
        city=LocalizedText.of(zh_Hans=forum.city_zh, en=forum.city_en),
        venue=LocalizedText.of(zh_Hans=forum.venue_zh, en=forum.venue_en),
    )
    return store


def _sample(name: str) -> "Store":
    from forumplanner import sample  # noqa: PLC0415 - loads the database's library, after the first paint
    from forumplanner.store import Store  # noqa: PLC0415 - as above

    path = sample_path()
    if path.is_file():
        return Store.open(path, actor=name)
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store.create(path, actor=name)
    sample.write(store)
    return store


def _forums(store: "Store") -> "tuple[ForumCard, ...]":
    from forumplanner.queries import forums  # noqa: PLC0415 - loads the database's library

    with store.read() as db:
        return forums.load(db)


def _backups(recent: tuple[Path, ...]) -> list[Kept]:
    from forumplanner.store.backup import list_backups  # noqa: PLC0415 - loads the database's library

    found = [
        Kept(path, backup.file, backup.at, backup.contents.people, backup.contents.sessions)
        for path in recent
        for backup in list_backups(path)
    ]
    return sorted(found, key=lambda kept: kept.at, reverse=True)


def _restore(kept: Kept) -> Restored:
    from forumplanner.store.backup import list_backups  # noqa: PLC0415 - loads the database's library
    from forumplanner.store.failures import MissingFile  # noqa: PLC0415 - as above
    from forumplanner.store.restore import restore  # noqa: PLC0415 - as above

    chosen = next((backup for backup in list_backups(kept.path) if backup.file == kept.file), None)
    if chosen is None:
        raise MissingFile(kept.file)
    return Restored(kept.path, restore(chosen, kept.path))


def _warm() -> None:
    """Load what the next click will need."""
    import forumplanner.queries.forums  # noqa: PLC0415 - loads the database's library
    import forumplanner.store  # noqa: F401, PLC0415 - as above
