"""The figures of `mitra bench broadcast`: the contract's names over all parts, then each part's own."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.bench.beside import Replies
from bot.bench.dispatches import Run
from bot.bench.figures import Figure, percentile
from bot.bench.freezing import Frozen


@dataclass
class Measured:
    """What came of each part."""

    runs: list[Run] = field(default_factory=list)
    peers: list[Run] = field(default_factory=list)
    saturation: list[Run] = field(default_factory=list)
    kills: Run | None = None
    frozen: list[Frozen] = field(default_factory=list)
    replies: Replies | None = None

    @property
    def every(self) -> list[Run]:
        return [*self.runs, *self.saturation, *([self.kills] if self.kills else [])]

    @property
    def peer(self) -> Run | None:
        return self.peers[0] if self.peers else None


def figures(measured: Measured) -> list[Figure]:
    """The worst of all that were to keep a pace, losses of every part together; then part by part."""
    return [*_overall(measured), *_of_rates(measured), *_of_saturation(measured), *_of_others(measured)]


def _overall(measured: Measured) -> list[Figure]:
    peer, every = measured.peer, measured.every
    growth = [run.growth_mb for run in every] + [one.growth_mb for one in measured.frozen]
    figures = _paces(measured)
    if measured.replies:
        figures.append(Figure("reply_p95_ratio", measured.replies.ratio, "×"))
    return [
        *figures,
        Figure("lost", sum(run.lost for run in every), "", peer.lost if peer else None),
        Figure("twice", sum(run.twice for run in every), "", peer.twice if peer else None),
        Figure("uncertain", sum(run.uncertain for run in every), ""),
        Figure("kills", sum(run.kills for run in every), "", peer.kills if peer else None),
        Figure("told_to_slow_down", sum(run.too_fast for run in every), "", peer.too_fast if peer else None),
        Figure("resident_growth_mb", max(growth, default=0.0), "MB"),
    ]


def _paces(measured: Measured) -> list[Figure]:
    if not measured.runs:
        return []
    peer = measured.peer
    fullest = max(run.worst_second / run.order.rate for run in measured.runs)
    of_peer = peer.worst_second / peer.order.rate if peer else None
    return [
        Figure("rate_reached_over_asked", min(run.share for run in measured.runs), "", peer.share if peer else None),
        Figure("worst_second_over_asked", fullest, "", of_peer),
    ]


def _of_rates(measured: Measured) -> list[Figure]:
    rows = []
    for run in measured.runs:
        rows.append(Figure(f"{run.order.rate}.rate_reached_over_asked", run.share, ""))
        rows.append(Figure(f"{run.order.rate}.worst_second_over_asked", run.worst_second / run.order.rate, ""))
    return rows


def _of_saturation(measured: Measured) -> list[Figure]:
    if not measured.saturation:
        return []
    best = max(measured.saturation, key=lambda run: run.per_second)
    rows = [
        Figure("saturation_per_second", best.per_second, "1/s"),
        Figure("saturation_workers", best.order.workers, ""),
    ]
    return rows + [
        Figure(f"{run.order.workers}_workers.per_second", run.per_second, "1/s") for run in measured.saturation
    ]


def _of_others(measured: Measured) -> list[Figure]:
    rows = []
    for one in measured.frozen:
        where = "freeze" if one.people < 1_000_000 else "freeze_million"
        rows += [Figure(f"{where}_seconds", one.seconds, "s"), Figure(f"{where}_growth_mb", one.growth_mb, "MB")]
        if where == "freeze":
            rows.append(Figure("freeze_stall_ms", max(one.loop_stall_ms, one.writer_stall_ms), "ms"))
            rows.append(Figure("freeze_loop_stall_ms", one.loop_stall_ms, "ms"))
    if measured.kills:
        rows.append(Figure("under_way_at_kills", measured.kills.under_way, ""))
    if measured.replies:
        rows.append(Figure("reply_p95_alone_ms", percentile(measured.replies.alone, 0.95), "ms"))
        rows.append(Figure("reply_p95_beside_ms", percentile(measured.replies.beside, 0.95), "ms"))
    return rows
