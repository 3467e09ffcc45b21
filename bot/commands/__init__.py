"""The commands of `mitra`, one module a subject."""
