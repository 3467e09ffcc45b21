"""The peer of `mitra bench broadcast`, a process of its own: what most bots do, a loop over python-telegram-bot's
`AIORateLimiter`. Orders it takes from its command line: address, people, rate. It starts at the first person."""

from __future__ import annotations

import asyncio
import json
import sys

from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bot.bench.fake_telegram import TOKEN
from bot.bench.recipients import FIRST_CHAT, LANGUAGES, TEXTS


async def send_all(address: str, people: int, rate: int) -> dict[str, int]:
    """Send to one after the other; returns how many were told to slow down, and how many failed otherwise."""
    limiter = AIORateLimiter(overall_max_rate=rate, overall_time_period=1)
    counted = {"too_fast": 0, "failed": 0}
    async with ExtBot(TOKEN, base_url=f"{address}/bot", rate_limiter=limiter) as bot:
        for number in range(1, people + 1):
            text = TEXTS.get(LANGUAGES[number % len(LANGUAGES)], TEXTS["en"])
            try:
                await bot.send_message(FIRST_CHAT + number, text.replace("{name}", f"Asha {number}"), parse_mode="HTML")
            except RetryAfter:
                counted["too_fast"] += 1
            except TelegramError:
                counted["failed"] += 1
    return counted


if __name__ == "__main__":
    print(json.dumps(asyncio.run(send_all(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))))
