"""The command line: the contract's commands, output lines and exit codes, in processes of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ["", "chat", "parse", "train", "migrate", "seed", "export", "stats", "workshops", "workshops list", "workshops add",
            "workshops import", "workshops reschedule", "workshops cancel", "people", "people find", "people export",
            "people erase", "rehearse", "serve", "backup", "restore", "bench turns"]  # fmt: skip


@pytest.fixture
def mitra(tmp_path: Path) -> Run:
    environment = os.environ | {
        "MITRA_DATABASE_URL": f"sqlite:///{tmp_path / 'cli.sqlite3'}", "MITRA_ERASURES": str(tmp_path / "erasures.jsonl"),
        "HOME": str(tmp_path),
    }  # fmt: skip

    def run(*arguments: str, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments], input=given, capture_output=True, text=True, cwd=ROOT,
            env=environment | settings, timeout=240, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_help_answers_in_half_a_second_with_an_example(mitra: Run, command: str) -> None:
    began = time.monotonic()
    done = mitra(*command.split(), "--help")
    assert time.monotonic() - began < 0.5
    assert done.returncode == 0
    assert "Example: " in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["export"],
        ["export", "people", "--format", "xml"],
        ["chat", "--language", "xx"],
        ["rehearse", "--clock", "soon"],
    ],
)
def test_wrong_usage_exits_with_two(mitra: Run, arguments: list[str]) -> None:
    assert mitra(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        (["stats"], {}, "mitra migrate"),
        (["stats"], {"MITRA_DATABASE_URL": "mysql://x"}, "MITRA_DATABASE_URL"),
        (["stats"], {"MITRA_DATABASE_URL": "postgresql://someone:secret@127.0.0.1:1/none"}, "database"),
        (["stats"], {"MITRA_TIMEZONE": "Mars/Base"}, "MITRA_TIMEZONE"),
        (["stats"], {"MITRA_QUIET_HOURS": "9"}, "21:00-09:00"),
        (["stats"], {"MITRA_LANGUAGES": "en,xx"}, "MITRA_LANGUAGES"),
        (["migrate"], {"MITRA_PROGRAMME": "/none.toml"}, "programme file"),
    ],
)
def test_a_failure_is_one_clear_line_without_traceback_or_secret(
    mitra: Run, arguments: list[str], settings: dict[str, str], said: str
) -> None:
    done = mitra(*arguments, **settings)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "secret" not in done.stderr


def test_the_database_is_migrated_seeded_listed_and_exported(mitra: Run) -> None:
    assert "from nothing to" in mitra("migrate").stdout
    assert mitra("migrate").stdout.startswith("The schema is")
    assert mitra("seed").stdout.startswith("12 ")
    assert mitra("seed").stdout.startswith("0 ")
    rows = [json.loads(line) for line in mitra("workshops", "list", "--json").stdout.splitlines()]
    assert len(rows) == 12
    exported = [json.loads(line) for line in mitra("export", "workshops", "--format", "json").stdout.splitlines()]
    assert {row["id"] for row in exported} == {row["id"] for row in rows}
    assert mitra("export", "workshops").stdout.splitlines()[0].startswith("id,code,titles")
    assert mitra("export", "nothing").returncode == 1
    stats = json.loads(mitra("stats", "--json").stdout)
    assert stats["workshops_open"] == 12


def test_workshops_are_added_imported_moved_and_cancelled(mitra: Run, tmp_path: Path) -> None:
    mitra("migrate")
    added = mitra("workshops", "add", "--title", "GST basics", "--topic", "gst", "--state", "MP", "--district", "Indor",
                  "--venue", "Town hall", "--starts", "2030-12-05 10:30", "--seats", "30")  # fmt: skip
    assert added.returncode == 0, added.stderr
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("title,topic,mode,starts,seats\nPhotos,photography,online,2030-12-06 10:00,20\n", encoding="utf-8")
    assert mitra("workshops", "import", str(sheet)).returncode == 0
    sheet.write_text("title,topic,mode,starts,seats\nPhotos,dance,online,2030-12-06 10:00,20\n", encoding="utf-8")
    wrong = mitra("workshops", "import", str(sheet))
    assert wrong.returncode == 1
    assert "line 2" in wrong.stderr
    assert mitra("workshops", "reschedule", "1", "2030-12-07 11:00").returncode == 0
    assert mitra("workshops", "cancel", "2").returncode == 0
    assert mitra("workshops", "cancel", "99").returncode == 1
    first, second = (json.loads(line) for line in mitra("workshops", "list", "--json").stdout.splitlines())
    assert {first["id"]: first["status"], second["id"]: second["status"]} == {1: "open", 2: "cancelled"}


@pytest.mark.model
def test_a_backup_is_restored_without_who_was_erased_since(mitra: Run, tmp_path: Path) -> None:
    backup, lost = str(tmp_path / "backup.sqlite3"), {"MITRA_DATABASE_URL": f"sqlite:///{tmp_path / 'new.sqlite3'}"}
    assert mitra("migrate").returncode == 0
    for address in ("1", "2"):
        with sqlite3.connect(tmp_path / "cli.sqlite3") as database:
            row = {"channel": "telegram", "address": address, "at": "2026-11-25 06:00:00.000000"}
            database.execute(
                "insert into people (channel, address, language_chosen, phone_verified, shown, created_at, seen_at)"
                " values (:channel, :address, 0, 0, '[]', :at, :at)",
                row,
            )
    assert "in " + backup in mitra("backup", backup).stdout
    assert "there already" in mitra("backup", backup).stderr
    assert mitra("people", "erase", "1", "--yes").returncode == 0
    assert mitra("restore", backup).returncode == 1  # nobody said yes
    assert "Erased again: 1" in mitra("restore", backup, "--yes").stdout
    assert "Erased again: 1" in mitra("restore", backup, "--yes", **lost).stdout  # the list outlives the database
    assert [json.loads(line)["person"] for line in (tmp_path / "erasures.jsonl").read_text().splitlines()] == [1]
    assert '"id": 2' in mitra("people", "find", "telegram:2", "--json", **lost).stdout
    assert mitra("people", "find", "telegram:1", "--json", **lost).stdout == ""
    assert "no list of erasures" in mitra("restore", backup, "--yes", "--erasures", "/none").stderr
    assert "no backup" in mitra("restore", str(tmp_path / "erasures.jsonl"), "--yes").stderr


def test_the_schema_is_taken_back_and_brought_again(mitra: Run) -> None:
    newest = mitra("migrate").stdout.split()[-1].rstrip(".")
    assert mitra("migrate", "--to", "0001").stdout == f"The schema went from {newest} to 0001.\n"
    assert "this version needs" in mitra("stats").stderr
    assert mitra("migrate").stdout == f"The schema went from 0001 to {newest}.\n"
    assert "there is no schema 9999" in mitra("migrate", "--to", "9999").stderr


def test_a_piped_conversation_answers_one_line_a_turn(mitra: Run, model: Path) -> None:
    turns = ["hi, want to register my unit", '{"press": "I am 18+ and agree"}', '{"text": "Asha Patel"}', '"Asha Pickles"', "Indore",
             "pickles", "1", "1", '{"contact": "+919876543210"}', "skip", "skip", "skip", "2", "1", '{"photo": true}',
             '{"voice": true}']  # fmt: skip
    done = mitra("chat", "--person", "asha", given="\n".join(turns) + "\n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == len(turns)
    for line in lines:
        assert set(line) == {"replies", "language", "intent", "milliseconds"}
        for reply in line["replies"]:
            assert set(reply) == {"text", "buttons", "document"}
            assert all(set(button) == {"label", "payload"} for button in reply["buttons"])
    assert "M-000001" in lines[13]["replies"][0]["text"]
    assert "M-000001" in mitra("chat", "--person", "asha", "--json", given="show my details\n").stdout
    found = [json.loads(line) for line in mitra("people", "find", "9876543210", "--json").stdout.splitlines()]
    assert found[0]["name"] == "Asha Patel"
    assert "Asha Pickles" in mitra("people", "export", "1").stdout
    assert mitra("people", "erase", "1", "--yes").returncode == 0
    assert mitra("people", "erase", "1", "--yes").returncode == 1
    assert "Asha" not in mitra("export", "businesses", "--format", "json").stdout


@pytest.mark.model
def test_parse_prints_the_contracts_object(mitra: Run, model: Path) -> None:
    typed = ["workshop in Coimbatore on 2026-12-05", "my number is 98765 43210", ""]
    lines = [json.loads(line) for line in mitra("parse", "--json", given="\n".join(typed)).stdout.splitlines()]
    assert [line["text"] for line in lines] == typed[:2]
    assert set(lines[0]) == {"text", "intent", "confidence", "register", "entities", "alternatives"}
    assert lines[0]["entities"]["district"] == ["Coimbatore"]
    assert lines[0]["entities"]["date"] == ["2026-12-05"]
    assert lines[1]["entities"]["phone"] == ["9876543210"]
    assert lines[0]["register"] == "en"


@pytest.mark.model
def test_a_rehearsal_is_piped_and_ends_with_its_lines(mitra: Run, model: Path, tmp_path: Path) -> None:
    lines = ['{"staff": ["seed"]}', '{"person": "asha", "text": "नमस्ते"}', "nonsense", '{"person": "asha", "press": 1}', '{"clock": "+2h"}',
             '{"person": "asha", "text": "hello"}', '{"rows": "people"}']  # fmt: skip
    own = mitra("rehearse", "--clock", "2026-12-05T10:00+05:30", given="\n".join(lines), TMPDIR=str(tmp_path))
    said = [json.loads(line) for line in own.stdout.splitlines()]
    assert own.returncode == 0, own.stderr
    assert [one["done"] for one in said if "done" in one] == [1, 2, 3, 4, 5, 6, 7]
    messages = [one for one in said if "to" in one]
    assert all(list(one) == ["to", "text", "buttons", "document", "at", "because"] for one in messages)
    assert messages[0]["at"] == "2026-12-05T10:00:00+05:30"
    assert messages[-1]["at"] == "2026-12-05T12:00:00+05:30"
    assert [list(one) for one in said if "printed" in one] == [["printed", "exit"]]
    assert not list(tmp_path.glob("mitra-rehearsal-*"))
    assert not (tmp_path / "cli.sqlite3").exists()


@pytest.mark.model
def test_a_rehearsal_goes_on_in_a_database_of_its_own_and_keeps_off_real_people(
    mitra: Run, model: Path, tmp_path: Path
) -> None:
    url, hello = f"sqlite:///{tmp_path / 'kept.sqlite3'}", '{"person": "%s", "text": "hello"}'
    assert mitra("rehearse", "--database", url, given=hello % "asha").returncode == 0
    again = mitra("rehearse", "--database", url, given=hello % "bela" + '\n{"rows": "people"}')
    people = next(json.loads(line)["rows"] for line in again.stdout.splitlines() if "rows" in line)
    assert [row["address"] for row in people] == ["asha", "bela"]
    with sqlite3.connect(tmp_path / "kept.sqlite3") as database:
        database.execute("update people set channel = 'telegram', address = '1' where address = 'asha'")
    refused = mitra("rehearse", "--database", url, given=hello % "bela")
    assert refused.returncode == 1
    assert "people of Telegram" in refused.stderr
    assert refused.stdout == ""
