"""The first schema: house, people, incidents, tasks, the journal, done-marks and the change feed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def _person(name: str, table: str, *, nullable: bool = True) -> list[sa.Column[str] | sa.ForeignKeyConstraint]:
    return [
        sa.Column(name, sa.Text, nullable=nullable),
        sa.ForeignKeyConstraint([name], ["people.person_id"], name=f"fk_{table}_{name}"),
    ]


def upgrade() -> None:
    op.create_table(
        "house",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("store_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("zone_name", sa.Text, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_house"),
        sa.CheckConstraint("id = 1", name="ck_house_one_row"),
    )
    op.create_table(
        "heads",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("journal_seq", Number, nullable=False),
        sa.Column("journal_hash", sa.Text, nullable=False),
        sa.Column("feed_seq", Number, nullable=False),
        sa.Column("incident_number", Number, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_heads"),
        sa.CheckConstraint("id = 1", name="ck_heads_one_row"),
    )
    op.create_table(
        "people",
        sa.Column("person_id", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_people"),
    )
    _incidents()
    op.create_table(
        "tasks",
        sa.Column("incident_id", sa.Text),
        sa.Column("n", sa.Integer, autoincrement=False),
        sa.Column("title", sa.Text, nullable=False),
        *_person("owner_id", "tasks", nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due", Moment),
        sa.PrimaryKeyConstraint("incident_id", "n", name="pk_tasks"),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.incident_id"], name="fk_tasks_incident_id"),
    )
    still_to_do = sa.text("state IN ('open', 'taken')")
    op.create_index(
        "ix_tasks_owner_id_open", "tasks", ["owner_id"], sqlite_where=still_to_do, postgresql_where=still_to_do
    )
    _history()


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("incident_id", sa.Text),
        sa.Column("number", Number, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("guest", sa.Text),
        sa.Column("party_size", sa.Integer),
        sa.Column("severity", sa.Text, nullable=False),
        sa.Column("severity_sure", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        *_person("owner_id", "incidents"),
        *_person("offered_to_id", "incidents"),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("own_words", sa.Boolean, nullable=False),
        sa.Column("happened_at", Moment),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("service_date", sa.Date, nullable=False),
        sa.Column("settled_at", Moment),
        sa.Column("settled_date", sa.Date),
        sa.Column("outcome", sa.Text),
        sa.Column("clock_start", Moment),
        sa.Column("is_gone", sa.Boolean, nullable=False),
        sa.Column("word_by", Moment),
        sa.Column("thing_by", Moment),
        sa.Column("quiet_until", Moment),
        sa.Column("untold", sa.Integer, nullable=False),
        sa.Column("look_again", sa.Text),
        sa.Column("next_title", sa.Text),
        *_person("next_owner_id", "incidents"),
        sa.Column("next_due", Moment),
        sa.Column("last_seq", Number, nullable=False),
        sa.Column("source_key", sa.Text),
        sa.PrimaryKeyConstraint("incident_id", name="pk_incidents"),
        sa.UniqueConstraint("number", name="uq_incidents_number"),
        sa.UniqueConstraint("source_key", name="uq_incidents_source_key"),
    )
    on_the_floor = sa.text("status = 'open' AND sort = 'problem'")
    op.create_index(
        "ix_incidents_open", "incidents", ["number"], sqlite_where=on_the_floor, postgresql_where=on_the_floor
    )
    op.create_index("ix_incidents_settled_date", "incidents", ["settled_date"])


def _history() -> None:
    op.create_table(
        "entries",
        sa.Column("seq", Number, autoincrement=False),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("incident_id", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("commitment", sa.Text, nullable=False),
        sa.Column("prev", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_entries"),
        sa.UniqueConstraint("entry_id", name="uq_entries_entry_id"),
    )
    op.create_index("ix_entries_incident_id", "entries", ["incident_id", "seq"])
    op.create_table(
        "payloads",
        sa.Column("seq", Number, autoincrement=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_payloads"),
        sa.ForeignKeyConstraint(["seq"], ["entries.seq"], name="fk_payloads_seq"),
    )
    op.create_table(
        "done_commands",
        sa.Column("command_id", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, nullable=False),
        sa.Column("done_at", Moment, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("command_id", name="pk_done_commands"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "change_feed",
        sa.Column("seq", Number, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_change_feed"),
    )
