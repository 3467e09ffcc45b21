"""An assistant without a model, for what is about the doorway alone; it imports nothing heavy."""

from __future__ import annotations

import asyncio

from bot.said import Answer, Reply, Said
from bot.telegram.conversation import Keep
from programme import people
from programme.surroundings import here


class Echo:
    """An assistant that repeats what it hears, in the transaction that doorways rely on; `script` overrides a text."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Said]] = []
        self.script: dict[str, tuple[Reply, ...]] = {}
        self.failing: list[Exception] = []
        self.slow = 0.0

    async def take_turn(self, person: str, said: Said, keep: Keep | None = None) -> Answer:
        await asyncio.sleep(self.slow)
        self.heard.append((person, said))
        answer = Answer(self.script.get(said.text or "", (Reply(f"You said: {_what(said)}"),)))
        surroundings = here()
        async with surroundings.sessions.begin() as session:
            met = await people.meet(session, person, surroundings.now())
            met.shown = [{"label": b.label, "payload": b.payload} for r in answer.replies for b in r.buttons]
            if self.failing:
                raise self.failing.pop()
            if keep is not None:
                await keep(session, answer)
        return answer

    def apology(self, person: str) -> Answer:
        return Answer((Reply("Sorry."),))

    @property
    def texts(self) -> list[str | None]:
        return [said.text for _person, said in self.heard]


def _what(said: Said) -> str:
    return str(said.text or said.press or said.contact or said.kind or said.meaning)
