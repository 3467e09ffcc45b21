"""The heart: people, consent, businesses, workshops, answers. Knows nothing of Telegram, Rasa or the web."""
