"""Replies while a broadcast runs beside them: the real assistant in `mitra serve`, a few turns a second, by turns with
and without the broadcast, so that a busy minute of the machine meets both."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.bench import bots, recipients
from bot.bench.crowd import Crowd, Pace
from bot.bench.dispatches import Tell
from bot.bench.fake_telegram import FakeTelegram
from bot.bench.figures import percentile
from bot.bench.witness import Witness
from programme import broadcasts
from programme.store import Sessions, open_engine, sessions_of
from programme.surroundings import utc_now

RATE = 25
TURNS_A_SECOND = 3.0
SEATS = 40
ROUNDS = 3
WARMING_SECONDS = 15.0
SETTLING_SECONDS = 3.0
MOST_TURNS = 1_000_000


@dataclass
class Replies:
    """Milliseconds of turns, with the broadcast and without; how fast it went meanwhile; 429s of both."""

    alone: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    lost: int = 0
    too_fast: int = 0
    per_second: float = 0.0

    @property
    def ratio(self) -> float:
        return percentile(self.beside, 0.95) / percentile(self.alone, 0.95)

    def told(self) -> str:
        alone, beside = (percentile(some, 0.95) for some in (self.alone, self.beside))
        return (
            f"replies: 95 of 100 within {alone:.0f} ms alone, {beside:.0f} ms beside a broadcast at {self.per_second:.1f} "
            f"a second; {len(self.alone)} and {len(self.beside)} turns, {self.lost} lost, {self.too_fast} times too fast"
        )


async def measure(seconds: float, tell: Tell) -> Replies:
    """Rounds of that many seconds each way. The model must be trained."""
    fake, replies = FakeTelegram(remembers=False), Replies()
    limits = {"MITRA_TELEGRAM_RATE": str(fake.overall), "MITRA_BROADCAST_RATE": str(RATE)}
    tell("replies: starting")
    async with fake.serving(), bots.ours(fake, MITRA_QUIET_HOURS="00:00-00:00", **limits) as bot:
        engine = open_engine(bot.database)
        crowd = Crowd(fake, bot.line, SEATS)
        witness = Witness(fake)
        crowd.pace = Pace(TURNS_A_SECOND)
        crowd.begin()
        try:
            await _by_turns(crowd, sessions_of(engine), witness, replies, seconds, tell)
        finally:
            await crowd.end()
            await engine.dispose()
        replies.too_fast = len(fake.broken)
    tell(replies.told())
    return replies


async def _by_turns(
    crowd: Crowd, sessions: Sessions, witness: Witness, replies: Replies, seconds: float, tell: Tell
) -> None:
    async with sessions.begin() as session:
        await recipients.write_down(session, int(RATE * (seconds + SETTLING_SECONDS * 4) * ROUNDS))
        number, _people = await recipients.announce(session)
        broadcasts.pause(await broadcasts.find(session, number))
    await crowd.until(MOST_TURNS, WARMING_SECONDS)
    sent = 0
    for turn in range(ROUNDS):
        tell(f"replies: round {turn + 1} of {ROUNDS}")
        replies.alone += await _talk(crowd, seconds)
        await _let(sessions, number, go=True)
        while len(witness.times) == sent:
            await crowd.until(MOST_TURNS, SETTLING_SECONDS)
        sent = len(witness.times)
        replies.beside += await _talk(crowd, seconds)
        replies.per_second += (len(witness.times) - sent) / seconds / ROUNDS
        await _let(sessions, number, go=False)
        await crowd.until(MOST_TURNS, SETTLING_SECONDS)
        sent = len(witness.times)
    replies.lost = crowd.lost


async def _talk(crowd: Crowd, seconds: float) -> list[float]:
    crowd.milliseconds = []
    await crowd.until(MOST_TURNS, seconds)
    return crowd.milliseconds


async def _let(sessions: Sessions, number: int, *, go: bool) -> None:
    async with sessions.begin() as session:
        broadcast = await broadcasts.find(session, number)
        if go:
            broadcasts.resume(broadcast, utc_now())
        else:
            broadcasts.pause(broadcast)
