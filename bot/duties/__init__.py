"""What the commands do. Kept apart from their signatures, so that `--help` loads none of it."""
