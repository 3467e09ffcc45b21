"""What can be counted without saying anything of anybody."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()
UPDATES = Counter("mitra_updates_total", "Updates received, by kind.", ["kind"], registry=REGISTRY)
REPEATED = Counter("mitra_updates_repeated_total", "Updates delivered a second time.", registry=REGISTRY)
MESSAGES = Counter("mitra_messages_total", "Attempts to send a message, by outcome.", ["outcome"], registry=REGISTRY)
TURNS = Histogram(
    "mitra_turn_seconds", "From an update's turn to its answer committed.", registry=REGISTRY,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)  # fmt: skip
FAILED_TURNS = Counter("mitra_turns_failed_total", "Turns that ended in an apology.", registry=REGISTRY)
INBOX = Gauge("mitra_inbox_waiting", "Updates not answered yet.", registry=REGISTRY)
OUTBOX = Gauge("mitra_outbox_waiting", "Messages not delivered yet.", registry=REGISTRY)
DELIVERIES = Counter(
    "mitra_deliveries_total", "Broadcasts and reminders sent to one person each, by outcome.", ["outcome"], registry=REGISTRY
)  # fmt: skip
