"""Writing what goes out: marks, length, buttons, files."""
