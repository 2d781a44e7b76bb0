"""What alembic runs: the migrations over the connection that the store handed in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=context.config.attributes.get("metadata"))
context.run_migrations()
