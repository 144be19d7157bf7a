"""Drafts the next migration from the difference between the records and the files that the newest migration makes.

    python tools/draft_migration.py "add hotels"

The draft is a beginning: read it, give it its sentence, move data, and add a file of the form before it to tests/store.
Column types are written in plain SQLAlchemy, so that a migration never changes when a record does.
"""

import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any, Literal

from alembic import autogenerate
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy import JSON, Enum, TypeDecorator

from forumplanner.records import Base
from forumplanner.store import engine as database
from forumplanner.store import migrate

VERSIONS = migrate.SCRIPTS / "versions"


def main(name: str) -> None:
    """Write the draft into `versions/`."""
    number = len(list(VERSIONS.glob("[0-9]*.py")))
    upgrades = render(difference(number), batch=number > 0)
    words = "_".join(name.lower().split()) or "draft"
    file = VERSIONS / f"{number + 1:04}_{words}.py"
    lines = [
        f'"""{name.capitalize()}."""\n',
        "import sqlalchemy as sa",
        "from alembic import op\n",
        f'revision = "{number + 1:04}"',
        f"down_revision = {f'{number:04}' if number else None!r}\n\n",
        "def upgrade() -> None:",
        '    """Bring a file of the form before to this one."""',
        f"    {upgrades}\n",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(file)], check=False)
    print(file)


def difference(number: int) -> ops.UpgradeOps:
    """What a file of form `number` lacks."""
    with tempfile.TemporaryDirectory() as folder:
        engine = database.planner_engine(Path(folder) / "empty", mode="rwc", foreign_keys=False)
        with database.writing(engine) as connection, connection.begin():
            if number:
                migrate.run(connection, number)
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            warnings.filterwarnings("ignore", "Cannot correctly sort tables")  # references are deferred: order is free
            found = autogenerate.produce_migrations(context, Base.metadata).upgrade_ops
    if found is None or found.is_empty():
        raise SystemExit("the records are as the newest migration makes them")
    return found


def render(upgrades: ops.UpgradeOps, *, batch: bool) -> str:
    """The operations as Python; in batches where tables exist already, as SQLite needs them."""
    code = autogenerate.render_python_code(upgrades, render_as_batch=batch, render_item=_plain_type)
    return "\n".join(line for line in code.splitlines() if "###" not in line).strip()


def _plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    if kind != "type":
        return False
    if isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if isinstance(item, TypeDecorator):
        return "sa.JSON()" if isinstance(item.impl_instance, JSON) else f"sa.{item.impl_instance!r}"
    return False


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
