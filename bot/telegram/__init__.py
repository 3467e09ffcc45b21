"""The Telegram doorway: the inbox, one queue a chat, the conversation, the outbox, sending."""
