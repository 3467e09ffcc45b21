"""The way in: fetched or delivered, written down, read, and queued by chat."""
