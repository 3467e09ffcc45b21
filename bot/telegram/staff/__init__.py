"""The staff's room: writing, sending and watching broadcasts in Telegram, apart from the assistant."""
