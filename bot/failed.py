"""The one way a command fails."""


class Failed(Exception):
    """A command failed; the message is one clear line."""
