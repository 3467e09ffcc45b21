"""The line to Telegram: its HTTP, who we are on it, and whether its clock is ours."""
