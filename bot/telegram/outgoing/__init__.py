"""The way out: one message to Telegram, the whole outbox, how fast, and what became of it."""
