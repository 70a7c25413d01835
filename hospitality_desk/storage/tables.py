"""The whole schema, top to bottom."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from hospitality_desk.storage.types import UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")

house = Table(
    "house",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("store_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone_name", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

heads = Table(
    "heads",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("journal_seq", Number, nullable=False),
    Column("journal_hash", Text, nullable=False),
    Column("feed_seq", Number, nullable=False),
    Column("incident_number", Number, nullable=False),
    Column("story_number", Number, nullable=False, server_default=text("0")),
    CheckConstraint("id = 1", name="one_row"),
)
"""The newest numbers. Every writer locks this row first, so numbers are given in the order of commits."""

people = Table(
    "people",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("number", Number, nullable=False, unique=True),
    Column("sort", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("place", Text),
    Column("guest", Text),
    Column("party_size", Integer),
    Column("severity", Text, nullable=False),
    Column("severity_sure", Boolean, nullable=False),
    Column("kind", Text, nullable=False),
    Column("owner_id", Text, ForeignKey("people.person_id")),
    Column("offered_to_id", Text, ForeignKey("people.person_id")),
    Column("said", Text, nullable=False),
    Column("own_words", Boolean, nullable=False),
    Column("happened_at", UtcDateTime),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("service_date", Date, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settled_date", Date),
    Column("outcome", Text),
    Column("clock_start", UtcDateTime),
    Column("is_gone", Boolean, nullable=False),
    Column("word_by", UtcDateTime),
    Column("thing_by", UtcDateTime),
    Column("quiet_until", UtcDateTime),
    Column("untold", Integer, nullable=False),
    Column("look_again", Text),
    Column("next_title", Text),
    Column("next_owner_id", Text, ForeignKey("people.person_id")),
    Column("next_due", UtcDateTime),
    Column("last_seq", Number, nullable=False),
    Column("source_key", Text, unique=True),
    Index(
        "ix_incidents_open",
        "number",
        sqlite_where=text("status = 'open' AND sort = 'problem'"),
        postgresql_where=text("status = 'open' AND sort = 'problem'"),
    ),
    Index("ix_incidents_settled_date", "settled_date"),
    Index(
        "ix_incidents_guests_of_day",
        "service_date",
        sqlite_where=text("guest IS NOT NULL"),
        postgresql_where=text("guest IS NOT NULL"),
    ),
)
"""Each incident as its timeline leaves it, for lists. Facts only: the guest clock is computed when read."""

tasks = Table(
    "tasks",
    metadata,
    Column("incident_id", Text, ForeignKey("incidents.incident_id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("owner_id", Text, ForeignKey("people.person_id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("due", UtcDateTime),
    Column("offered_to_id", Text, ForeignKey("people.person_id")),
    Column("out_until", UtcDateTime),
    Index(
        "ix_tasks_owner_id_to_do",
        "owner_id",
        sqlite_where=text("state IN ('open', 'offered', 'taken', 'waiting')"),
        postgresql_where=text("state IN ('open', 'offered', 'taken', 'waiting')"),
    ),
    Index(
        "ix_tasks_offered_to_id",
        "offered_to_id",
        sqlite_where=text("state = 'offered'"),
        postgresql_where=text("state = 'offered'"),
    ),
)
"""`out_until` is when whoever is out on this errand is back; empty where nobody is out for it (any more)."""

stories = Table(
    "stories",
    metadata,
    Column("story_id", Text, primary_key=True),
    Column("number", Number, nullable=False, unique=True),
    Column("incident_id", Text, ForeignKey("incidents.incident_id")),
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("author_id", Text, ForeignKey("people.person_id"), nullable=False),
    Column("reader_id", Text, ForeignKey("people.person_id")),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("whole", Text, nullable=False),
    Index("ix_stories_incident_id", "incident_id"),
)
"""Each story as what happened to it leaves it: columns for the list, and the whole as JSON."""

entries = Table(
    "entries",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("entry_id", Text, nullable=False, unique=True),
    Column("incident_id", Text),
    Column("kind", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_entries_incident_id", "incident_id", "seq"),
)
"""The headers of the journal: never changed, never deleted. `incident_id` is what a line is about, a story as well."""

payloads = Table(
    "payloads",
    metadata,
    Column("seq", Number, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
)
"""What the entries say: never changed, deleted only whole, when a guest is forgotten."""

done_commands = Table(
    "done_commands",
    metadata,
    Column("command_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("done_at", UtcDateTime, nullable=False),
    Column("answer", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Without SQLite's hidden row id: a row could be replaced through it, unseen by the guards."""

change_feed = Table(
    "change_feed",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("changes", Text, nullable=False),
)
