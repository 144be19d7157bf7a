"""Starting the window: it paints its outline at once; fonts, sheet, frame and pages follow, then slow libraries."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from forumplanner import __version__, i18n, paths, settings
from forumplanner.gui import theme
from forumplanner.gui.window import PlannerWindow

if TYPE_CHECKING:  # the first paint waits neither for the frame nor for the database's library
    from forumplanner.gui.dialogs import Dialogs
    from forumplanner.gui.frame.kept import Kept, Restored
    from forumplanner.gui.frame.newforum import NewForum
    from forumplanner.gui.frame.opening import Doors
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.store import Store


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; `arguments` may hold the path of a planner file. Gives the exit status."""
    given = [Path(argument) for argument in arguments if not argument.startswith("-")]
    chosen = settings.load()
    application = bare_application(chosen)
    window = bare_window(chosen)
    window.painted.connect(lambda: begin(window, given))
    return application.exec()


def bare_application(chosen: settings.Settings) -> QApplication:
    """The one application in the user's language and colours, as much of it as the first paint needs."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(paths.APP_NAME)
    application.setApplicationVersion(__version__)
    i18n.use(chosen.language())
    theme.tint(application, chosen.look.scheme)
    return application


def bare_window(chosen: settings.Settings) -> PlannerWindow:
    """The window on the screen, with nothing in it yet but its outline."""
    window = PlannerWindow(chosen)
    if chosen.place.maximized:
        window.showMaximized()
    else:
        window.show()
    return window


def begin(window: PlannerWindow, given: Sequence[Path] = ()) -> None:
    """After the first paint: fonts and sheet, what stands in the window, and the work that waited for it."""
    dress(window.settings)
    window.furnish(doors_for(window.settings.user.name))
    start_work(window, given)


def dress(chosen: settings.Settings) -> None:
    """Give the application the user's fonts, sheet and language."""
    from forumplanner.gui import fonts  # noqa: PLC0415 - the outline has no words
    from forumplanner.gui.frame import look  # noqa: PLC0415 - as above

    fonts.load_first()
    theme.apply(look.application(), chosen.look.scheme)
    look.speak(chosen.language())


def make_application() -> QApplication:
    """The one application, in the user's language, fonts and scheme."""
    chosen = settings.load()
    application = bare_application(chosen)
    dress(chosen)
    return application


def make_window(chosen: settings.Settings, dialogs: "Dialogs | None" = None) -> PlannerWindow:
    """The window with all that stands in it; not yet shown."""
    window = PlannerWindow(chosen)
    window.furnish(doors_for(chosen.user.name), dialogs)
    return window


def doors_for(name: str) -> "Doors":
    """How the window opens and makes files; `name` stands in the history."""
    from forumplanner.gui.frame.opening import Doors  # noqa: PLC0415 - what opens files comes after the first paint

    return Doors(
        open=lambda path: _open(path, name),
        create=lambda path, forum: _create(path, forum, name),
        sample=lambda: _sample(name),
        forums=_forums,
        backups=_backups,
        restore=_restore,
        warm=_warm,
        sample_path=sample_path(),
    )


def start_work(window: PlannerWindow, given: Sequence[Path] = ()) -> None:
    """What waits for the first paint: other scripts' fonts, slow libraries in a thread, and the file that was given."""
    from forumplanner.gui import fonts  # noqa: PLC0415 - the outline has no words

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


def _create(path: Path, forum: "NewForum", name: str) -> "Store":
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
    sample.tell(store)
    return store


def _forums(store: "Store") -> "tuple[ForumCard, ...]":
    from forumplanner.queries import forums  # noqa: PLC0415 - loads the database's library

    with store.read() as db:
        return forums.load(db)


def _backups(recent: tuple[Path, ...]) -> "list[Kept]":
    from forumplanner.gui.frame.kept import Kept  # noqa: PLC0415 - as all that opens files
    from forumplanner.store.backup import list_backups  # noqa: PLC0415 - loads the database's library

    found = [
        Kept(path, backup.file, backup.at, backup.contents.people, backup.contents.sessions)
        for path in recent
        for backup in list_backups(path)
    ]
    return sorted(found, key=lambda kept: kept.at, reverse=True)


def _restore(kept: "Kept") -> "Restored":
    from forumplanner.gui.frame.kept import Restored  # noqa: PLC0415 - as all that opens files
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
