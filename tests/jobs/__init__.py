"""Broadcasts and reminders on their way: couriers, the engine, the ledger under attack."""
