"""A rehearsal: the whole bot with its jobs, several people and staff, on a clock that moves when told. No network."""
