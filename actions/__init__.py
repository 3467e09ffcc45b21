"""Custom actions, one module a topic: each a thin translation of what was understood into one call of `programme/`."""
