"""What reached people, as the fake Bot API saw it: when, whom, and whom twice."""

from __future__ import annotations

from array import array
from collections import Counter

from bot.bench.fake_telegram import FakeTelegram, Message
from bot.bench.recipients import FIRST_CHAT

WINDOW = 1.0


class Witness:
    """Sees every message of a broadcast that `fake` took; replies are not its business."""

    def __init__(self, fake: FakeTelegram) -> None:
        self.times = array("d")
        self.got: Counter[int] = Counter()
        self._others = fake.on_sent
        fake.on_sent = self._see

    def _see(self, message: Message) -> None:
        if message.chat >= FIRST_CHAT:
            self.times.append(message.at)
            self.got[message.chat] += 1
        else:
            self._others(message)

    @property
    def people(self) -> int:
        return len(self.got)

    @property
    def twice(self) -> int:
        return sum(1 for times in self.got.values() if times > 1)

    @property
    def per_second(self) -> float:
        """Messages a second, from the first to the last."""
        return (len(self.times) - 1) / (self.times[-1] - self.times[0]) if len(self.times) > 1 else 0.0

    @property
    def worst_second(self) -> int:
        """The most in any second, wherever it begins."""
        return worst_second(self.times)


def worst_second(times: array[float]) -> int:
    worst = begins = 0
    for last, time in enumerate(times):
        while times[begins] <= time - WINDOW:
            begins += 1
        worst = max(worst, last - begins + 1)
    return worst
