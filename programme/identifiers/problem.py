"""What is wrong with an answer, as facts: the sentence is made elsewhere, in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """`reason` is a stable snake_case name (`phone_length`); `facts` fill the places of its sentence."""

    reason: str
    facts: Mapping[str, str | int] = field(default_factory=dict, hash=False)
