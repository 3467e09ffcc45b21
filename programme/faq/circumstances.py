"""What a person has told of her business, as far as it decides which sentence of an answer applies to her."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What is known of a person's business; None where she has not said it.

    `state` is an ISO 3166-2 code; `sector` a trade as the registration names it (`food`, `handloom`, …); `turnover` a
    year's sales in rupees.
    """

    state: str | None = None
    sector: str | None = None
    turnover: int | None = None
    has_gstin: bool | None = None
    has_udyam: bool | None = None
    woman_owned: bool | None = None
    sells_online: bool | None = None


NOTHING_KNOWN = Circumstances()


@dataclass(frozen=True, kw_only=True)
class Applies:
    """A sentence for people in certain circumstances, said before the words of `part`.

    Every condition given must be met by something the person said; what is not known meets none. `turnover_up_to` is in
    rupees, inclusive.
    """

    text: str
    part: str = "short"
    states: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    turnover_up_to: int | None = None
    has_gstin: bool | None = None
    has_udyam: bool | None = None
    woman_owned: bool | None = None
    sells_online: bool | None = None

    def to(self, who: Circumstances) -> bool:
        """Whether the sentence applies to `who`."""
        return (
            self._is_there_and_in(who)
            and self._is_small_enough(who)
            and all(
                wanted is None or wanted == known
                for wanted, known in (
                    (self.has_gstin, who.has_gstin),
                    (self.has_udyam, who.has_udyam),
                    (self.woman_owned, who.woman_owned),
                    (self.sells_online, who.sells_online),
                )
            )
        )

    def _is_there_and_in(self, who: Circumstances) -> bool:
        return (not self.states or who.state in self.states) and (not self.sectors or who.sector in self.sectors)

    def _is_small_enough(self, who: Circumstances) -> bool:
        if self.turnover_up_to is None:
            return True
        return who.turnover is not None and who.turnover <= self.turnover_up_to
