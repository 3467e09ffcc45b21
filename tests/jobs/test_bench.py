"""The benchmark of broadcasts: what it counts, the contract's names, and a short run of it."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array

from bot.bench.beside import Replies
from bot.bench.broadcast_figures import Measured, figures
from bot.bench.dispatches import Order, Run
from bot.bench.fake_telegram import FakeTelegram, Message
from bot.bench.freezing import Frozen
from bot.bench.recipients import FIRST_CHAT
from bot.bench.witness import Witness, worst_second
from bot.settings import ROOT

CONTRACT = (
    "rate_reached_over_asked", "lost", "twice", "uncertain", "kills", "reply_p95_ratio", "resident_growth_mb"
)  # fmt: skip


def test_the_fullest_second_is_found_wherever_it_begins() -> None:
    assert worst_second(array("d", [0.0, 0.5, 0.9, 1.0, 1.4, 3.0])) == 4
    assert worst_second(array("d")) == 0


def test_a_witness_tells_who_got_it_twice_and_leaves_replies_to_others() -> None:
    others: list[Message] = []
    fake = FakeTelegram(on_sent=others.append)
    witness = Witness(fake)
    for chat, at in ((FIRST_CHAT + 1, 0.0), (FIRST_CHAT + 2, 1.0), (FIRST_CHAT + 1, 2.0), (7, 2.0)):
        fake.on_sent(Message(chat, "hello", at))
    assert (witness.people, witness.twice, witness.per_second) == (2, 1, 1.0)
    assert [message.chat for message in others] == [7]


def test_losses_of_all_parts_are_added_and_the_worst_pace_is_told() -> None:
    good, bad = Run(Order("25", 100, 25), 25.0, 27), Run(Order("200", 100, 200), 150.0, 230, lost=1, twice=2)
    measured = Measured(
        [good, bad],
        [Run(Order("peer", 100, 25), 20.0, 30, twice=9)],
        kills=Run(Order("kills", 9, 9), uncertain=3, kills=4),
    )
    measured.replies = Replies([10.0], [12.0])
    measured.frozen.append(Frozen(50_000, 0.3, 9.0, 280.0, 4.0))
    told = {figure.name: figure for figure in figures(measured)}
    assert set(CONTRACT) <= set(told)
    assert (told["rate_reached_over_asked"].value, told["worst_second_over_asked"].value) == (0.75, 1.15)
    assert [told[name].value for name in ("lost", "twice", "uncertain", "kills")] == [1, 2, 3, 4]
    assert (told["twice"].peer, told["reply_p95_ratio"].value, told["freeze_stall_ms"].value) == (9, 1.2, 280.0)


def test_a_short_run_reaches_everybody_once_within_the_limits() -> None:
    command = "bench broadcast --only rates --recipients 100 --rate 50 --json --no-peer"
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot.cli", *command.split()], cwd=ROOT, capture_output=True, text=True,
        timeout=100, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-2000:]
    told = {figure["name"]: figure["value"] for figure in json.loads(ended.stdout)["figures"]}
    assert told["lost"] == told["twice"] == told["uncertain"] == told["told_to_slow_down"] == 0
    assert told["worst_second_over_asked"] <= 1.2
    assert told["rate_reached_over_asked"] > 0.8
