"""Tasks that are offered, and who is out of the house on an errand."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    # Written out: the column brings its reference along, which both engines take in one statement.
    op.execute(
        "ALTER TABLE tasks ADD COLUMN offered_to_id TEXT"
        " CONSTRAINT fk_tasks_offered_to_id REFERENCES people (person_id)"
    )
    op.add_column("tasks", sa.Column("out_until", Moment))
    op.drop_index("ix_tasks_owner_id_open", "tasks")
    to_do = sa.text("state IN ('open', 'offered', 'taken', 'waiting')")
    op.create_index("ix_tasks_owner_id_to_do", "tasks", ["owner_id"], sqlite_where=to_do, postgresql_where=to_do)
    offered = sa.text("state = 'offered'")
    op.create_index(
        "ix_tasks_offered_to_id", "tasks", ["offered_to_id"], sqlite_where=offered, postgresql_where=offered
    )
