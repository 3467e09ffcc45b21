"""Durable work: what is sent unasked, and what falls due."""
