"""What one sees while one waits: who is there, how far training is, and that what is typed meanwhile is not lost."""

from __future__ import annotations

import asyncio
import io
import threading

import pytest

from bot.duties.training import Course, shown
from bot.said import Answer, Reply, Said
from bot.sentences import Sentences
from bot.terminal import welcome
from bot.waking import Waking
from locales.languages import LANGUAGES


class Time:
    """Seconds, which pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_the_pace_of_this_machine() -> None:
    time = Time()
    course = Course(time)
    usual = course.left()
    time.now = 12.0  # twice as long as usual
    course.begun("registers")
    time.now = 20.0
    course.begun("intents")
    assert "what people want, 3 of 4" in course.line()
    assert course.left() == pytest.approx(2 * (16 + 14))
    course.begun("replies")
    assert course.left() < usual


def test_vectors_that_must_be_computed_are_counted_by_their_share() -> None:
    time = Time()
    course = Course(time)
    course.begun("intents")
    time.now = 50.0
    course.advanced(0.25)
    assert "vectors of sentences 25%" in course.line()
    assert course.left() > 150
    course.advanced(1.0)
    assert "vectors" not in course.line()


def test_in_a_pipe_the_course_is_a_line_each_time() -> None:
    told_twice, pipe = threading.Event(), io.StringIO()

    class Noticed(io.StringIO):
        def write(self, text: str) -> int:
            pipe.write(text)
            if pipe.getvalue().count("\n") >= 2:
                told_twice.set()
            return len(text)

    with shown(Course(), Noticed(), every=0.01):
        assert told_twice.wait(10)
    lines = pipe.getvalue().splitlines()
    assert all(line.startswith("Training the model: reading the examples, 1 of 4; about ") for line in lines)
    assert "\x1b" not in pipe.getvalue(), "no control characters in a pipe"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_says_who_is_there_and_three_things_to_type(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say, names = Sentences(), ("register", "cost", "workshops")
    who = say.message("utter_terminal_welcome", language, {"bot_name": "Mitra"})["text"]
    examples = [say.message(f"utter_terminal_example_{name}", language, {})["text"] for name in names]
    welcome(who, examples)
    told = capsys.readouterr().out
    assert "Mitra" in told
    assert told.count("•") == 3
    assert language == "en" or who != say.message("utter_terminal_welcome", "en", {"bot_name": "Mitra"})["text"]


class Echo:
    async def reply(self, person: str, said: Said) -> Answer:
        return Answer((Reply(f"{person}: {said.text}"),))


async def test_what_is_said_while_the_model_is_loaded_waits_for_it() -> None:
    loaded = threading.Event()

    def build() -> Echo:
        loaded.wait(10)
        return Echo()

    waking = Waking(build)
    replies = [asyncio.ensure_future(waking.reply("asha", Said(text=text))) for text in ("one", "two")]
    await asyncio.wait(replies, timeout=0.05)
    assert not any(reply.done() for reply in replies)
    loaded.set()
    assert [(await reply).replies[0].text for reply in replies] == ["asha: one", "asha: two"]


async def test_what_stands_in_the_way_of_loading_is_told_at_the_first_message() -> None:
    def build() -> Echo:
        raise RuntimeError("there is no model")

    with pytest.raises(RuntimeError, match="there is no model"):
        await Waking(build).reply("asha", Said(text="hello"))
