"""Posters with a QR code that opens a workshop in the chat."""
