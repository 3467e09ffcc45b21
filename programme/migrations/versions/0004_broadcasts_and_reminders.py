"""broadcasts, deliveries, reminders, staff, workers and their pace"""

import sqlalchemy as sa
from alembic import op

import programme.store

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

READY = sa.text("status = 'queued' AND claimed_by IS NULL")
HELD = sa.text("claimed_by IS NOT NULL AND status IN ('queued', 'sending')")
UNPLANNED = sa.text("status = 'booked' AND planned_for IS NULL")
Utc = programme.store.UtcTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stopped_at", Utc, nullable=True))
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("planned_for", Utc, nullable=True))
        batch_op.add_column(sa.Column("rating", sa.Integer(), nullable=True))
    op.create_index("ix_enrolments_unplanned", "enrolments", ["id"], sqlite_where=UNPLANNED, postgresql_where=UNPLANNED)

    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=110), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("created_at", Utc, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("key", name=op.f("uq_staff_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "workers",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("started_at", Utc, nullable=False),
        sa.Column("beat_at", Utc, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_workers")),
    )
    op.create_index(op.f("ix_workers_beat_at"), "workers", ["beat_at"])
    op.create_table(
        "pace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("next_at", Utc, nullable=False),
        sa.Column("silent_until", Utc, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pace")),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=60), nullable=False),
        sa.Column("category", sa.String(length=12), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=200), nullable=True),
        sa.Column("buttons", sa.JSON(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=True),
        sa.Column("override", sa.Text(), nullable=True),
        sa.Column("created_at", Utc, nullable=False),
        sa.Column("due_at", Utc, nullable=True),
        sa.Column("announced_at", Utc, nullable=True),
        sa.Column("ended_at", Utc, nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_broadcasts_workshop_id_workshops"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.create_index(op.f("ix_broadcasts_status_due_at"), "broadcasts", ["status", "due_at"])
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("for_time", Utc, nullable=True),
        sa.Column("due_at", Utc, nullable=False),
        sa.Column("useful_until", Utc, nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("created_at", Utc, nullable=False),
        sa.Column("done_at", Utc, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reminders_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name=op.f("fk_reminders_enrolment_id_enrolments"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
    )
    op.create_index("uq_reminders_enrolment_kind_time", "reminders", ["enrolment_id", "kind", "for_time"], unique=True)
    op.create_index(op.f("ix_reminders_status_due_at"), "reminders", ["status", "due_at"])
    op.create_index(op.f("ix_reminders_person_id_kind"), "reminders", ["person_id", "kind"])
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=True),
        sa.Column("reminder_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("wanted", sa.String(length=12), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", Utc, nullable=False),
        sa.Column("created_at", Utc, nullable=False),
        sa.Column("claimed_by", sa.String(length=60), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=24), nullable=True),
        sa.Column("failure", sa.String(length=40), nullable=True),
        sa.Column("done_at", Utc, nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_deliveries_broadcast_id_broadcasts"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminders.id"], name=op.f("fk_deliveries_reminder_id_reminders"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_deliveries_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
    )
    op.create_index("uq_deliveries_broadcast_person", "deliveries", ["broadcast_id", "person_id"], unique=True)
    op.create_index("uq_deliveries_reminder", "deliveries", ["reminder_id"], unique=True)
    op.create_index("uq_deliveries_token", "deliveries", ["token"], unique=True)
    op.create_index(
        "ix_deliveries_ready", "deliveries", ["broadcast_id", "due_at", "id"], sqlite_where=READY, postgresql_where=READY
    )
    op.create_index("ix_deliveries_held", "deliveries", ["claimed_by"], sqlite_where=HELD, postgresql_where=HELD)
    op.create_index("ix_deliveries_person_id", "deliveries", ["person_id"])
    op.create_index("ix_deliveries_broadcast_status", "deliveries", ["broadcast_id", "status"])


def downgrade() -> None:
    for table in ("deliveries", "reminders", "broadcasts", "pace", "workers", "staff"):
        op.drop_table(table)
    op.drop_index("ix_enrolments_unplanned", "enrolments")
    # not in batches: these copy the table and drop the old one, and SQLite then deletes all that points to its rows
    op.drop_column("enrolments", "rating")
    op.drop_column("enrolments", "planned_for")
    op.drop_column("people", "stopped_at")
