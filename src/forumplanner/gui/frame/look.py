"""Changing language and scheme of the running program; every widget hears of it by Qt's own events."""

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from forumplanner import i18n
from forumplanner.gui import fonts, theme
from forumplanner.gui.widgets.attentive import tell_language, tell_scheme

_QT_FILES = {"zh-Hans": "qtbase_zh_CN"}
_LOCALES = {
    "zh-Hans": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English),
}
_worn: list[QTranslator] = []


def application() -> QApplication:
    """The one application."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise RuntimeError("the window needs a QApplication")  # noqa: TRY004 - there is none, or not ours yet
    return found


def speak(tag: str) -> None:
    """Make `tag` the interface's language, in our words and in those of Qt's own dialogs."""
    i18n.use(tag)
    app = application()
    for old in _worn:
        app.removeTranslator(old)
    _worn.clear()
    language = i18n.interface_language()
    QLocale.setDefault(_LOCALES[language])
    if language in _QT_FILES:
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(_QT_FILES[language], folder):
            app.installTranslator(translator)
            _worn.append(translator)
    fonts.use(app)
    for window in app.topLevelWidgets():
        app.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        tell_language(window)


def wear(scheme: theme.SchemeName) -> None:
    """Dress all windows in `scheme`."""
    app = application()
    theme.apply(app, scheme)
    for window in app.topLevelWidgets():
        tell_scheme(window)
