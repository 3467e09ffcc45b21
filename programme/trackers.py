"""Where the short dialogue state of people who consented is kept; of others it stays in memory."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime


class StoredTracker(Base):
    """The shortened dialogue state of one conversation, as JSON text."""

    __tablename__ = "trackers"

    sender_id: Mapped[str] = mapped_column(String(110), primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)
