"""people: the question that stands"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("standing", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("people", "standing")  # in place: SQLite's rebuilding of a table takes its children along
