"""Registering a business: the interview an owner goes through, one question at a time."""
