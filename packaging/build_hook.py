"""Compiles `translations/<language>/*.po` into one catalogue a language, at each build and by hand."""

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Merge the rooms' .po files of each language into `translations/<language>.mo`; returns what was written."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for folder in sorted(p for p in (root / "translations").iterdir() if p.is_dir()):
        merged = Catalog(locale=folder.name)
        for source in sorted(folder.glob("*.po")):
            with source.open("rb") as handle:
                for message in read_po(handle, locale=folder.name):
                    if message.id:
                        merged.add(message.id, message.string, context=message.context)
        target = folder.parent / f"{folder.name}.mo"
        with target.open("wb") as handle:
            write_mo(handle, merged)
        written.append(target)
    return written


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run by hand, outside a build
    pass
else:

    class CatalogueHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there only while a wheel is built
        """Puts the compiled catalogues into the wheel and leaves them in the source tree for editable installs."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile and hand over; `version` is "editable" or "standard"."""
            for file in compile_catalogues(Path(self.root)):
                if version != "editable":
                    build_data["force_include"][str(file)] = f"forumplanner/translations/{file.name}"


if __name__ == "__main__":
    for path in compile_catalogues():
        print(path)  # noqa: T201 - a tool run by hand says what it wrote
