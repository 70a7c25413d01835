"""Stories, the number the next one gets, and a quick way to the guests of a day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("heads", sa.Column("story_number", Number, nullable=False, server_default=sa.text("0")))
    op.create_table(
        "stories",
        sa.Column("story_id", sa.Text),
        sa.Column("number", Number, nullable=False),
        sa.Column("incident_id", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("author_id", sa.Text, nullable=False),
        sa.Column("reader_id", sa.Text),
        sa.Column("changed_at", Moment, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story_id", name="pk_stories"),
        sa.UniqueConstraint("number", name="uq_stories_number"),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.incident_id"], name="fk_stories_incident_id"),
        sa.ForeignKeyConstraint(["author_id"], ["people.person_id"], name="fk_stories_author_id"),
        sa.ForeignKeyConstraint(["reader_id"], ["people.person_id"], name="fk_stories_reader_id"),
    )
    op.create_index("ix_stories_incident_id", "stories", ["incident_id"])
    named = sa.text("guest IS NOT NULL")
    op.create_index(
        "ix_incidents_guests_of_day", "incidents", ["service_date"], sqlite_where=named, postgresql_where=named
    )
