"""Run by Alembic inside the one transaction that `store.migrate` opened on a copy of the file."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
