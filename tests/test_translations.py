"""Catalogues: every sentence that the source speaks exists in Chinese, with the same fields in braces."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from forumplanner import i18n

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PO_FILES = sorted((ROOT / "translations" / "zh_Hans").glob("*.po"))
FIRST_MESSAGE = {
    "_": 0,
    "gettext": 0,
    "localized": 0,
    "in_language": 1,
    "ngettext": 0,
    "count_in_language": 1,
    "count_localized": 0,
}
PLURAL = {"ngettext", "count_in_language", "count_localized"}
FIELD = re.compile(r"{(\w+)")


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def spoken(source: Path) -> Iterator[str]:
    """The message ids that a file passes as plain text to a function of i18n."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (first := FIRST_MESSAGE.get(called(node))) is not None:
            for argument in node.args[first : first + (2 if called(node) in PLURAL else 1)]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def literals(source: Path) -> set[str]:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def messages() -> list[tuple[str, Message]]:
    found = []
    for file in PO_FILES:
        with file.open("rb") as handle:
            found += [(file.name, message) for message in read_po(handle, locale="zh_Hans") if message.id]
    return found


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else (message.id,)


def strings(message: Message) -> tuple[str, ...]:
    found = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return tuple(text or "" for text in found)


def test_every_spoken_sentence_has_chinese() -> None:
    known = {text for _, message in messages() for text in ids(message)}
    missing = {(source.name, text) for source in SOURCES for text in spoken(source) if text and text not in known}

    assert missing == set()


def test_nothing_is_translated_that_nobody_says() -> None:
    said = set().union(*(literals(source) for source in SOURCES))
    unused = {(file, text) for file, message in messages() for text in ids(message) if text not in said}

    assert unused == set()


def test_no_sentence_is_translated_twice_differently() -> None:
    seen: dict[object, tuple[str, ...]] = {}
    for _, message in messages():
        assert seen.setdefault((message.id, message.context), strings(message)) == strings(message)


@pytest.mark.parametrize(("file", "message"), messages(), ids=lambda value: str(getattr(value, "id", value))[:40])
def test_a_translation_is_chinese_and_keeps_the_fields(file: str, message: Message) -> None:
    wanted = set(FIELD.findall(" ".join(ids(message))))
    for text in strings(message):
        assert text, f"{file}: {message.id!r} has no Chinese"
        assert set(FIELD.findall(text)) <= wanted | {"n"}


def test_the_interface_switches_language() -> None:
    i18n.use("zh-CN")
    assert i18n.interface_language() == "zh-Hans"
    assert i18n.gettext("Changed the file") == "修改文件"
    i18n.use("fr")
    assert i18n.gettext("Changed the file") == "Changed the file"


def test_all_languages_are_spoken_at_once() -> None:
    assert i18n.localized("Changed {count} records", count=3) == {
        "zh-Hans": "修改 3 条记录",
        "en": "Changed 3 records",
    }


@pytest.mark.parametrize(
    ("environment", "language"),
    [("zh_CN.UTF-8", "zh-Hans"), ("zh_TW", "zh-Hans"), ("en_GB", "en"), ("th_TH", "en"), ("C.UTF-8", "en")],
)
def test_the_systems_language_is_served_by_the_nearest(
    environment: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", environment)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))

    assert i18n.system_language() == language
