"""Doorways and assembly: command line, terminal, the embedded Rasa agent, and what connects them."""
